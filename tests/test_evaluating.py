import json
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from resume_parser.errors import CorruptFileError, InputError
from resume_parser.evaluating import Read, evaluate_folder, find_fixtures


@pytest.fixture
def fixtures(tmp_path: Path) -> Path:
    for name, split in (("en/clerk", "test"), ("fr/vendeuse", "dev")):
        case = tmp_path / name
        case.mkdir(parents=True)
        (case / "resume.pdf").write_bytes(b"1")
        (case / "resume.docx").write_bytes(b"2")
        (case / "resume.json").write_text("{}")
        (case / "gold.json").write_text(json.dumps({"info": {"full_name": "Ann Lee"}, "experiences": [{"date_end": "present"}]}))
        (case / "case.toml").write_text(f'split = "{split}"\ndesign = "plain"\ndesign_pdf = "sidebar"\n')
    return tmp_path


def profile(path: Path) -> SimpleNamespace:
    """A stand-in for a Profile: the name is right in PDF files alone."""
    name = "Ann Lee" if path.suffix == ".pdf" else "Resume"
    job = {"title": "Clerk", "date_end": "2026-01-15T00:00:00"}
    return SimpleNamespace(model_dump=lambda mode: {"info": {"full_name": name}, "experiences": [job]})


READ = cast(Read, profile)


def test_every_file_of_a_readable_format_beside_a_gold_is_found_with_its_case(fixtures: Path) -> None:
    found = find_fixtures(fixtures)
    assert [(one.case.name, one.case.format, one.case.split) for one in found] == [
        ("en/clerk", "docx", "test"),
        ("en/clerk", "pdf", "test"),
        ("fr/vendeuse", "docx", "dev"),
        ("fr/vendeuse", "pdf", "dev"),
    ]
    assert {one.case.language for one in found} == {"en", "fr"}
    assert [one.case.design for one in found] == ["plain", "sidebar", "plain", "sidebar"]


def test_a_scan_is_a_format_of_its_own_in_the_design_of_the_pdf(fixtures: Path) -> None:
    (fixtures / "en/clerk/resume.scan.pdf").write_bytes(b"3")
    scans = [one.case for one in find_fixtures(fixtures) if one.case.format == "scan"]
    assert [(case.name, case.design) for case in scans] == [("en/clerk", "sidebar")]


def test_a_split_leaves_the_other_files_out(fixtures: Path) -> None:
    assert {one.case.name for one in find_fixtures(fixtures, "test")} == {"en/clerk"}


def test_the_score_of_a_folder_is_that_of_its_files(fixtures: Path) -> None:
    summary = evaluate_folder(fixtures, read=READ, progress=False)
    assert summary.fields("pdf")["full_name"].soft.f1 == 1.0
    assert summary.fields("docx")["full_name"].soft.f1 == 0.0
    assert summary.today == "2026-01-15"


def test_an_end_on_the_reference_day_is_the_present_of_the_gold(fixtures: Path) -> None:
    gold = fixtures / "en/clerk/gold.json"
    gold.write_text(json.dumps({"experiences": [{"title": "Clerk", "date_end": "present"}]}))
    summary = evaluate_folder(fixtures, split="test", read=READ, progress=False)
    assert summary.fields()["exp.date_end"].soft.f1 == 1.0


def test_a_file_that_fails_scores_as_if_nothing_was_found(fixtures: Path) -> None:
    def fail(path: Path) -> object:
        raise CorruptFileError("The file is damaged.")

    summary = evaluate_folder(fixtures, split="test", read=cast(Read, fail), progress=False)
    assert [row.error for row in summary.rows] == ["corrupt_file", "corrupt_file"]
    assert summary.fields()["full_name"].soft.missed == 2


def test_a_folder_without_fixtures_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gold\.json"):
        evaluate_folder(tmp_path)
