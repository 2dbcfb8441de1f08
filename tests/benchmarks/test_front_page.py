"""The README shows the figures of the committed results and no others."""

from __future__ import annotations

from benchmarks.files import ACCURACY, SPEED, read_json
from benchmarks.front_page import END, README, START, with_figures


def test_the_readme_shows_the_committed_results() -> None:
    page = README.read_text(encoding="utf-8")
    assert page == with_figures(page, read_json(ACCURACY), read_json(SPEED))


def test_the_figures_stand_between_the_marks() -> None:
    page = README.read_text(encoding="utf-8")
    figures = page[page.index(START) : page.index(END)]
    assert "| name |" in figures
    assert "| pdf |" in figures
    assert "core" in figures
