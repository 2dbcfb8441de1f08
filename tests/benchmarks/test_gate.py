from pathlib import Path

import pytest

from benchmarks import files, gate
from benchmarks.gate import Floors, as_json, check, fallen, fingerprint, rounded, updated
from resume_parser.evaluation.facts import read_facts
from resume_parser.evaluation.scores import score
from resume_parser.evaluation.summary import Case, CaseScore, Summary

TITLE = ("pdf", "en", "exp.title")
EMAIL = ("pdf", "en", "email")
FLOORS = Floors({TITLE: 0.8, EMAIL: 1.0}, {"en/clerk": "aa"})


def test_nothing_is_wrong_when_the_floors_are_reached_or_passed() -> None:
    assert list(check(FLOORS, Floors({TITLE: 0.9, EMAIL: 1.0}, {"en/clerk": "aa"}))) == []


def test_a_field_below_its_floor_is_named_with_both_values() -> None:
    assert list(check(FLOORS, Floors({TITLE: 0.799, EMAIL: 1.0}, FLOORS.fixtures))) == ["below its floor: pdf en exp.title 0.799 < 0.800"]


def test_a_field_that_is_no_longer_measured_has_fallen() -> None:
    assert list(fallen(FLOORS, Floors({EMAIL: 1.0}, {}))) == ["not measured any more: pdf en exp.title (floor 0.800)"]


@pytest.mark.parametrize(
    ("fixtures", "problem"),
    [
        ({"en/clerk": "bb"}, "fixture changed without its floor: en/clerk"),
        ({}, "fixture is gone: en/clerk"),
        ({"en/clerk": "aa", "en/nurse": "cc"}, "new fixture without a floor: en/nurse"),
    ],
)
def test_a_fixture_that_is_not_the_one_of_the_floors_is_a_problem(fixtures: dict[str, str], problem: str) -> None:
    assert list(check(FLOORS, Floors(FLOORS.values, fixtures))) == [problem]


def test_a_value_without_a_floor_is_a_problem() -> None:
    reached = Floors({**FLOORS.values, ("pdf", "en", "skills"): 0.5}, FLOORS.fixtures)
    assert list(check(FLOORS, reached)) == ["no floor: pdf en skills 0.500"]


def test_an_update_takes_what_is_reached_and_keeps_the_reason_of_a_fall() -> None:
    after = updated(FLOORS, Floors({TITLE: 0.7, EMAIL: 1.0}, {"en/clerk": "bb"}), "two hard resumes came in")
    assert after.values[TITLE] == 0.7
    assert after.fixtures == {"en/clerk": "bb"}
    assert len(after.lowered) == 1
    assert "two hard resumes came in" in after.lowered[0]
    assert "0.700 < 0.800" in after.lowered[0]


def test_an_update_without_a_fall_keeps_no_reason() -> None:
    assert updated(FLOORS, Floors({TITLE: 0.9, EMAIL: 1.0}, {}), "none").lowered == ()


def test_floors_are_rounded_down_so_that_the_same_run_passes() -> None:
    assert rounded(0.29) == 0.29
    assert rounded(2 / 3) == 0.666


def test_floors_come_back_from_their_file_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    before = Floors(FLOORS.values, FLOORS.fixtures, ("a reason",))
    files.write_json(path, as_json(before))
    assert gate.load(path) == before
    assert gate.load(tmp_path / "missing.json") == Floors({}, {})


def test_the_fingerprint_changes_with_the_content_and_with_the_name(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"a")
    two.write_bytes(b"a")
    first = fingerprint([one])
    assert first != fingerprint([two])
    one.write_bytes(b"b")
    assert first != fingerprint([one])


def test_fields_that_no_gold_asks_for_get_no_floor(tmp_path: Path) -> None:
    gold = read_facts({"info": {"email": "ann@example.org", "gender": None}})
    summary = Summary((CaseScore(Case("en/clerk", "en", "pdf"), score(gold, gold)),), "2026-01-15")
    assert gate.measure(summary, tmp_path).values == {EMAIL: 1.0, ("pdf", "en", "core"): 1.0}


@pytest.mark.parametrize(("arguments", "code"), [([], 1), (["--update"], 1), (["--update", "--allow-lower", "new gold"], 0)])
def test_the_exit_code_says_whether_the_floors_hold(
    arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "floors.json"
    files.write_json(path, as_json(FLOORS))
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "evaluate_folder", lambda folder, split: None)
    monkeypatch.setattr(gate, "measure", lambda summary, folder: Floors({TITLE: 0.5, EMAIL: 1.0}, FLOORS.fixtures))
    monkeypatch.setattr("sys.argv", ["gate", *arguments])
    assert gate.main() == code
    assert gate.load(path).values[TITLE] == (0.5 if code == 0 else 0.8)
    assert ("below its floor" in capsys.readouterr().err) is (code == 1)
