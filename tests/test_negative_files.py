"""Files of many kinds that are no resumes: nothing is found in them, and a warning says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from resume_parser import Options, parse

FILES = sorted(path for path in (Path(__file__).parent.parent / "fixtures" / "negatives").iterdir() if path.suffix not in (".py", ".toml"))
NO_RESUME = {"not_a_resume", "no_text"}
FEWEST_KINDS = 20


def test_there_are_many_kinds_of_documents() -> None:
    assert len({path.stem for path in FILES}) >= FEWEST_KINDS
    assert {path.suffix for path in FILES} == {".docx", ".odt", ".pdf", ".png"}


LEAKS = pytest.mark.xfail(strict=True, reason="open: a numbered item with a year is taken for a course of study")


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=LEAKS) if path.name == "minutes-nl.pdf" else path for path in FILES], ids=lambda path: path.name
)
def test_nothing_is_found_in_a_file_that_is_no_resume(path: Path) -> None:
    result = parse(path, options=Options(reference_date=date(2026, 1, 15)))
    profile = result.profile
    assert profile.info.model_dump(exclude={"location", "urls"}) == dict.fromkeys(
        set(type(profile.info).model_fields) - {"location", "urls"}
    )
    assert (profile.info.location.text, profile.info.urls) == (None, [])
    lists = (profile.skills, profile.languages, profile.certifications, profile.courses, profile.tasks, profile.interests)
    assert not any((*lists, profile.experiences, profile.educations))
    assert NO_RESUME & {warning.code for warning in result.warnings}
