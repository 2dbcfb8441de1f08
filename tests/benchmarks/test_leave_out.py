import math
from pathlib import Path

import pytest

from benchmarks.ablation import PARTS, ablation_part
from benchmarks.files import number, obj
from benchmarks.leave_out import Size, cells, chosen, folds, leave_out_part, results
from benchmarks.switches import NO_CONSISTENCY, NO_FIELD_TAGGER, NO_LINE_TAGGER, drawn, switched, taggers, trained
from resume_parser.nlp import field_tagger, fields, line_tagger, opinions, paragraphs

MACHINE = {"date": "2026-01-15", "processor": "P", "cores": 2, "python": "3.11"}
DESIGNS = ("plain.split", "plain.stack", "rail.split")


def constants() -> list[float]:
    return [opinions.WEIGHT, paragraphs.SURE_TEXT, fields.SLOT_VOTE]


def fail() -> None:
    raise KeyError


def test_constants_are_set_inside_the_block_and_restored_after_it_whatever_happens() -> None:
    before = constants()
    with switched({**NO_LINE_TAGGER, **NO_FIELD_TAGGER, **NO_CONSISTENCY}):
        assert constants() == [0.0, math.inf, 0.0]
    inside = switched(NO_FIELD_TAGGER)(fail)
    with pytest.raises(KeyError):
        inside()
    assert constants() == before


def test_every_switch_names_a_constant_of_the_engine() -> None:
    assert all(isinstance(getattr(module, name), float) for settings in PARTS.values() for module, name in settings)
    assert len(PARTS["rules only"]) == 6
    assert PARTS["+ consistency of a section"] == {}


def test_a_fold_never_keeps_what_it_holds_out() -> None:
    found = list(folds(DESIGNS, ("en", "fr")))
    assert [(fold.kind, fold.name) for fold in found] == [
        ("skeleton", "plain"), ("skeleton", "rail"), ("family", "split"), ("family", "stack"), ("language", "en"), ("language", "fr"),
    ]  # fmt: skip
    for fold in found:
        assert not (set(fold.kept[0]) & set(fold.held[0]) and set(fold.kept[1]) & set(fold.held[1]))
    assert found[0].held == (("plain.split", "plain.stack"), ("en", "fr"))
    assert found[4].kept == (DESIGNS, ("fr",))
    assert [fold.name for fold in chosen(found, 1)] == ["plain", "split", "en"]


def test_samples_are_of_the_designs_and_languages_asked_for() -> None:
    made = drawn(6, 1, ("rail.split", "rail.stack"), ("fr",))
    assert {sample.design for sample in made} <= {"rail.split", "rail.stack"}
    assert {sample.language for sample in made} == {"fr"}


def test_taggers_trained_for_a_fold_replace_the_shipped_ones_inside_the_block_alone(tmp_path: Path) -> None:
    before = line_tagger.load_tagger, field_tagger.load_tagger
    trained(tmp_path, 6, 1, ("plain.split",), ("en",))
    with taggers(tmp_path):
        labels = set(line_tagger.load_tagger().labels())
        assert labels < set(before[0]().labels()) | labels
        assert field_tagger.load_tagger() is not before[1]()
    assert (line_tagger.load_tagger, field_tagger.load_tagger) == before


def test_a_run_has_a_row_of_each_kind_with_figures_of_both_taggers() -> None:
    rows = results(Size(train=6, test=1, folds=1))["rows"]
    assert isinstance(rows, list)
    assert [obj(row)["kind"] for row in rows] == ["skeleton", "family", "language"]
    assert all(0 < number(obj(obj(row)[side])["core"]) <= 1 for row in rows for side in ("without", "with"))


def test_the_table_of_folds_shows_what_is_lost() -> None:
    row = {"kind": "family", "name": "split", "without": {"core": 0.7, "exp.title": 0.6}, "with": {"core": 0.75, "exp.title": 0.58}}
    assert list(cells(row))[:3] == ["0.70 (+0.05)", "0.60 (-0.02)", "-"]
    text = "\n".join(leave_out_part({"machine": MACHINE, "train": 10, "test": 2, "rows": [row]}))
    assert "| family `split` | 0.70 (+0.05) |" in text


def test_the_table_of_parts_has_a_row_per_set_and_part() -> None:
    parts = {name: {"core": 0.5 + index / 10} for index, name in enumerate(PARTS)}
    text = "\n".join(ablation_part({"machine": MACHINE, "train": 10, "test": 2, "sets": {"fixtures": parts}}))
    assert "| fixtures | rules only | 0.500 |" in text
    assert "| fixtures | + field tagger | 0.700 |" in text
