"""Which words are bold: those whose strokes are thick for their size, seen against the rest of the page."""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.extractors.ocr.ink import Ink
from resume_parser.extractors.ocr.runs import Run, middle
from resume_parser.extractors.ocr.table import Token

BOLD = 1.25  # times the usual thickness of strokes in em
LEAST_LETTERS = 2  # of a word whose strokes tell


def heavy_words(runs: Sequence[Run], ink: Ink) -> frozenset[Token]:
    """The bold words of a page."""
    rows = [(token, ink.thickness(token) / run.em) for run in runs if run.em for token in run.tokens if letters(token) >= LEAST_LETTERS]
    usual = middle([(thickness, letters(token)) for token, thickness in rows if thickness])
    return frozenset(token for token, thickness in rows if usual and thickness > BOLD * usual)


def letters(token: Token) -> int:
    """How many letters and digits a word has."""
    return sum(map(str.isalnum, token.text))
