"""The grammar of entries: every family prints title and employer, and the dates unless they stand in a rail."""

from __future__ import annotations

import pytest

from models.corpus.designs.dice import Dice
from models.corpus.designs.forms import FAMILIES, Form, Grammar
from models.corpus.designs.words import Words

SEEDS = 40


def fields(form: Form) -> list[str]:
    """All fields of a form, each as often as it is printed."""
    lines = [*form.lines, *form.rail, *form.after, *(line for column in form.cells for line in column)]
    return [slot.field for line in lines for slot in (*line.left, *line.right)]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("study", [False, True])
def test_every_form_prints_title_employer_and_dates_once(family: str, study: bool) -> None:
    for seed in range(SEEDS):
        dice = Dice(f"{family} {seed}")
        found = fields(Grammar(dice, Words("en", dice), study=study).form(family, rail=False))
        assert [found.count(name) for name in ("title", "company", "date")] == [1, 1, 1]
        assert max(map(found.count, found)) == 1


def test_dates_in_a_rail_stand_nowhere_else() -> None:
    for seed in range(SEEDS):
        dice = Dice(f"rail {seed}")
        form = Grammar(dice, Words("en", dice), study=False).form("split", rail=True)
        assert fields(form).count("date") == 1
        assert "date" in {name for line in form.rail for name in line.fields()}


def test_the_forms_of_a_family_are_many() -> None:
    shapes = set()
    for seed in range(100):
        dice = Dice(f"many {seed}")
        form = Grammar(dice, Words("en", dice), study=False).form("joined", rail=False)
        shapes.add(str([(line.left, line.right) for line in form.lines]))
    assert len(shapes) > 90
