"""Which words are bold: those whose strokes are thick for their size, seen against the rest of the page."""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.extractors.ocr.ink import Ink
from resume_parser.extractors.ocr.noise import letters
from resume_parser.extractors.ocr.runs import Run, middle
from resume_parser.extractors.ocr.table import Token

BOLD = 1.22  # times the usual thickness of strokes in em: regular print stays below 1.15, bold print begins at 1.3
MAYBE_BOLD = 1.12  # beside a bold word
LEAST_EM = 0.9  # of the usual size: the strokes of smaller print are as thick as the blur of the picture
LEAST_LETTERS = 2  # of a word whose strokes tell


def heavy_words(runs: Sequence[Run], ink: Ink) -> frozenset[Token]:
    """The bold words of a page."""
    thickness = {token: ink.thickness(token) for run in runs for token in run.tokens if letters(token) >= LEAST_LETTERS}
    size = middle([(run.em, letters(token)) for run in runs for token in run.tokens])
    usual = middle([(thickness[token] / run.em, letters(token)) for run in runs for token in run.tokens if thickness.get(token)])
    if not usual:
        return frozenset()
    heavy: set[Token] = set()
    for run in runs:
        scale = usual * max(run.em, LEAST_EM * size)
        heavy.update(heavy_of([(token, thickness[token] / scale) for token in run.tokens if token in thickness]))
    return frozenset(heavy)


def heavy_of(words: Sequence[tuple[Token, float]]) -> set[Token]:
    """The bold words of a run: those that surely are, and those beside them that may be."""
    heavy = [ratio > BOLD for _, ratio in words]
    for places in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        for at in places:
            beside = heavy[at - 1] if places.step > 0 else heavy[at + 1]
            heavy[at] = heavy[at] or (beside and words[at][1] > MAYBE_BOLD)
    return {token for (token, _), bold in zip(words, heavy, strict=True) if bold}
