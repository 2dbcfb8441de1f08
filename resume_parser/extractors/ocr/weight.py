"""Which words are bold: those whose strokes are thick for their size, seen against the rest of the page."""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.extractors.ocr.ink import Ink
from resume_parser.extractors.ocr.noise import letters
from resume_parser.extractors.ocr.runs import Run, middle
from resume_parser.extractors.ocr.table import Token

BOLD = 1.22  # times the usual thickness of strokes in em: regular print stays below 1.15, bold print begins at 1.3
LEAST_EM = 0.9  # of the usual size: the strokes of smaller print are as thick as the blur of the picture
LEAST_LETTERS = 2  # of a word whose strokes tell


def heavy_words(runs: Sequence[Run], ink: Ink) -> frozenset[Token]:
    """The bold words of a page."""
    rows = [(token, ink.thickness(token), run.em) for run in runs for token in run.tokens if letters(token) >= LEAST_LETTERS]
    size = middle([(em, letters(token)) for token, _, em in rows])
    usual = middle([(thickness / em, letters(token)) for token, thickness, em in rows if thickness])
    return frozenset(token for token, thickness, em in rows if usual and thickness > BOLD * usual * max(em, LEAST_EM * size))
