"""Every file of fixtures/broken ends in the result or the typed error that its case states, and prints nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from resume_parser import formats, parse
from resume_parser.document import Document
from resume_parser.errors import ResumeParserError
from resume_parser.options import Options

BROKEN = Path(__file__).parent.parent / "fixtures" / "broken"
MAX_FIXTURE_BYTES = 1_000_000


@dataclass(frozen=True)
class Case:
    name: str
    path: Path
    expected: str
    total_pages: int
    contains: tuple[str, ...]
    absent: tuple[str, ...]
    notices: tuple[str, ...]


def read_case(folder: Path) -> Case:
    found = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    return Case(
        folder.name,
        folder / found["file"],
        found["expected"],
        found.get("total_pages", 0),
        tuple(found.get("contains", ())),
        tuple(found.get("absent", ())),
        tuple(found.get("notices", ())),
    )


CASES = [read_case(path.parent) for path in sorted(BROKEN.glob("*/case.toml"))]
SOUND = [case for case in CASES if case.expected == "ok"]
REFUSED = [case for case in CASES if case.expected != "ok"]


def name(case: Case) -> str:
    return case.name


def words(document: Document) -> set[str]:
    return {word.text.rstrip(",") for line in document.all_lines() for word in line.words}


def test_there_are_cases_of_both_kinds() -> None:
    assert len(SOUND) > 5
    assert len(REFUSED) > 5


@pytest.mark.parametrize("case", REFUSED, ids=name)
def test_a_file_beyond_reading_ends_in_its_typed_error(case: Case, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ResumeParserError) as caught:
        formats.extract(case.path.read_bytes(), case.path.name, Options())
    assert caught.value.code == case.expected
    assert caught.value.file_name == case.path.name
    assert "Nadia" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("case", SOUND, ids=name)
def test_a_damaged_file_that_can_be_read_is_read(case: Case, capfd: pytest.CaptureFixture[str]) -> None:
    document = formats.extract(case.path.read_bytes(), case.path.name, Options())
    found = words(document)
    assert set(case.contains) <= found
    assert not set(case.absent) & found
    assert document.total_pages == case.total_pages
    assert {notice.code for notice in document.notices} >= set(case.notices)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("case", CASES, ids=name)
def test_every_fixture_is_small(case: Case) -> None:
    assert case.path.stat().st_size < MAX_FIXTURE_BYTES


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_whole_parse_ends_in_the_same_way(case: Case, capfd: pytest.CaptureFixture[str]) -> None:
    if case.expected != "ok":
        with pytest.raises(ResumeParserError) as caught:
            parse(case.path)
        assert caught.value.code == case.expected
    else:
        result = parse(case.path)
        assert not any(marker in result.profile.text for marker in case.absent)
        assert (result.parsing.total_pages, result.parsing.processed_pages) == (case.total_pages, min(case.total_pages, 10))
        assert {notice.code for notice in result.warnings} >= set(case.notices)
    assert capfd.readouterr() == ("", "")
