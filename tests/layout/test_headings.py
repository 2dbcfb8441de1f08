"""Which short texts are taken for headings of sections."""

from __future__ import annotations

from resume_parser.layout.headings import section_named


def test_a_numbered_heading_names_its_section() -> None:
    assert section_named("2. Education") == "education"


def test_a_label_with_its_value_is_no_heading() -> None:
    assert section_named("Date of birth") is not None
    assert section_named("Date of birth 30.12.1985") is None
