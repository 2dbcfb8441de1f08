"""The parser as a caller meets it: sources, results, evidence, errors."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from resume_parser import Options, ResumeParser, ResumeParserError, parse, read_document
from resume_parser.errors import EmptyFileError, InputError
from tests.extractors.pdf_file import pdf_of
from tests.sample import sample_pdf

OPTIONS = Options(reference_date=date(2026, 1, 15))


def test_a_path_bytes_and_a_binary_file_give_the_same_objects(tmp_path: Path) -> None:
    path = tmp_path / "resume.pdf"
    path.write_bytes(sample_pdf())
    parser = ResumeParser(OPTIONS)
    results = [
        parser.parse(path),
        parser.parse(sample_pdf(), file_name="resume.pdf"),
        parser.parse(io.BytesIO(sample_pdf()), file_name="resume.pdf"),
    ]
    assert len({result.profile.model_dump_json() for result in results}) == 1


def test_the_objects_hold_what_the_page_shows() -> None:
    profile = parse(sample_pdf(), options=OPTIONS).profile
    assert profile.info.full_name == "Ada Marlowe"
    assert profile.info.email == "ada.marlowe@example.org"
    (job,) = profile.experiences
    assert (job.title, job.company, job.date_start, job.date_end) == (
        "Nurse",
        "Northfield Hospital",
        "2019-01-01T00:00:00",
        "2021-12-31T00:00:00",
    )
    assert [skill.name for skill in profile.skills] == ["triage", "phlebotomy"]


def test_evidence_gives_text_page_box_and_score() -> None:
    result = parse(sample_pdf(), options=OPTIONS)
    evidence = result.evidence("experiences[0].company")
    assert evidence is not None
    assert (evidence.text, evidence.page) == ("Northfield Hospital", 1)
    assert evidence.box is not None
    assert 0 < evidence.score <= 1
    assert result.document.text[evidence.start : evidence.end] == "Northfield Hospital"


def test_evidence_of_a_value_that_was_not_read_is_none() -> None:
    assert parse(sample_pdf(), options=OPTIONS).evidence("info.phone") is None


def test_the_response_has_the_message_of_the_contract() -> None:
    response = parse(sample_pdf(), options=OPTIONS).to_response()
    assert response["code"] == 201
    assert str(response["message"]).startswith("Profile parsed successfully. Profile extraction finished : ")


def test_a_blank_page_gives_empty_fields_and_a_warning() -> None:
    result = parse(pdf_of(""), options=OPTIONS)
    assert result.profile.info.full_name is None
    assert result.profile.experiences == []
    assert "no_text" in {warning.code for warning in result.warnings}


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"")
    with pytest.raises(EmptyFileError) as caught:
        parse(path)
    assert caught.value.file_name == "empty.pdf"


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Check the path"):
        parse(tmp_path / "none.pdf")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_file_never_ends_a_batch(workers: int) -> None:
    outcomes = list(ResumeParser(OPTIONS).parse_many([sample_pdf(), b"", sample_pdf()], workers=workers))
    assert isinstance(outcomes[1], ResumeParserError)
    assert [not isinstance(outcome, ResumeParserError) for outcome in outcomes] == [True, False, True]


def test_read_document_gives_the_text_alone() -> None:
    assert "Northfield Hospital" in read_document(sample_pdf()).text
