"""The text of one line: the only place that says how its words are joined.

The layout stage builds `Document.text` with it; the assembly stage walks the same spans back to the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from resume_parser.document import Box, Line

WIDE_GAP = "  "  # how a tab, a cell border or a wide gap reads in Document.text
_JOINTS = {"": "", " ": " ", "\t": WIDE_GAP}


def word_spans(line: Line) -> tuple[tuple[int, int], ...]:
    """(start, end) of every word of the line, counted from the start of the line's own text."""
    spans = []
    at = 0
    for index, word in enumerate(line.words):
        at += len(_JOINTS.get(word.gap, " ")) if index else 0
        spans.append((at, at + len(word.text)))
        at += len(word.text)
    return tuple(spans)


def line_text(line: Line) -> str:
    """The text of the line: its words joined by nothing, one space or two; the gap of the first word does not count."""
    parts = []
    for index, word in enumerate(line.words):
        if index:
            parts.append(_JOINTS.get(word.gap, " "))
        parts.append(word.text)
    return "".join(parts)


def covered_lines(lines: Sequence[Line], start: int, end: int) -> Iterator[Line]:
    """The lines that share a character with the range of the text, in order; an empty range stands before a character."""
    end = max(end, start + 1)
    first = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
    for line in islice(lines, first, None):
        if line.start >= end:
            return
        if line.end > start:
            yield line


def covered_boxes(line: Line, start: int, end: int) -> list[Box]:
    """The boxes of the words of the line that share a character with the range of the text."""
    spans = zip(line.words, word_spans(line), strict=True)
    return [word.box for word, (first, last) in spans if word.box and line.start + first < end and start < line.start + last]
