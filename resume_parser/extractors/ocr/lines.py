"""From the engine's words to lines of words in points, with sizes and weights."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from resume_parser.document import Box, Line, Word
from resume_parser.extractors.ocr.ink import Ink
from resume_parser.extractors.ocr.noise import cleaned, readable
from resume_parser.extractors.ocr.runs import Run, aligned, em_of, grouped, middle, runs_of, settled
from resume_parser.extractors.ocr.sheet import POINTS_PER_INCH, Sheet
from resume_parser.extractors.ocr.table import Token
from resume_parser.extractors.ocr.weight import heavy_words

SUREST = 0.999  # confidence of a word; 1.0 is that of words that were not read
ASCENT, DESCENT = 0.75, 0.25  # em of the box of a line above and below the baseline, as the other extractors give it


def lines_of(tokens: Sequence[Token], sheet: Sheet, page: int, sizes: list[float]) -> tuple[Line, ...]:
    """The lines of a page in the order of the engine; `sizes` are those of the pages before, the new ones are added."""
    ink = Ink(sheet.image)
    kept = [ink.tightened(token) for token in readable(tokens)]
    usual = middle([(size, len(token.text)) for token in kept if (size := em_of(token))])
    points = POINTS_PER_INCH / sheet.dpi
    runs = settled([run for line in grouped(kept) for run in runs_of(line, usual)], points, sizes)
    runs = [run for run in map(cleaned, aligned(runs)) if run.tokens]
    heavy = heavy_words(runs, ink)
    return tuple(Line(tuple(words_of(run, points, heavy)), page) for run in runs)


def words_of(run: Run, points: float, heavy: Collection[Token]) -> Iterator[Word]:
    """The words of a run, all as high as its line."""
    top, bottom = (run.baseline - ASCENT * run.em) * points, (run.baseline + DESCENT * run.em) * points
    for token in run.tokens:
        box = Box(token.left * points, top, token.right * points, bottom)
        yield Word(token.text, box, round(run.em * points, 2), token in heavy, confidence=min(round(token.confidence, 3), SUREST))
