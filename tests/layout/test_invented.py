"""Reading order on pages of many invented designs, and on the fixtures."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from resume_parser import read_document
from resume_parser.layout import arrange
from tests.layout.invented import STREAMS, sheet
from tests.layout.order import torn_entries, torn_units

SHEETS = 240
# Share of the units that stand together under their heading, by the order in which the page is drawn: column by column as most
# programs do, or row by row, which leaves two lists with nothing but their looks to tell them from a table.
FLOORS = {"columns": 0.98, "sections": 0.98, "rows": 0.95, "merged": 0.95}
FIXTURES = Path(__file__).parents[2] / "fixtures"
CASES = sorted(path.parent for path in FIXTURES.glob("??/*/gold.json"))


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    whole: dict[str, int] = defaultdict(int)
    every: dict[str, int] = defaultdict(int)
    for seed in range(SHEETS):
        _, stream, document, units = sheet(seed)
        every[stream] += len(units)
        whole[stream] += len(units) - len(torn_units(arrange(document), units))
    return {stream: whole[stream] / every[stream] for stream in every}


@pytest.mark.parametrize("stream", STREAMS)
def test_the_units_of_invented_pages_stand_together_under_their_headings(stream: str, shares: dict[str, float]) -> None:
    assert shares[stream] >= FLOORS[stream]


@pytest.mark.parametrize("seed", range(0, SHEETS, 8))
def test_no_word_of_an_invented_page_is_lost_or_doubled(seed: int) -> None:
    _, _, document, _ = sheet(seed)
    before = sorted(word.text for line in document.all_lines() for word in line.words)
    assert sorted(word.text for line in arrange(document).lines for word in line.words) == before


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_each_entry_of_a_fixture_stands_in_one_piece_in_its_text(case: Path) -> None:
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    jobs = [(e["title"] or "", e["company"] or "", " ".join((e["description"] or "").split()[:5])) for e in gold["experiences"]]
    degrees = [(e["title"] or "", e["school"] or "") for e in gold["educations"]]
    assert torn_entries(read_document(case / "resume.pdf").text, [*jobs, *degrees]) == []
