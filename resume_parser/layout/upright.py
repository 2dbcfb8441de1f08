"""Upright text: words set from bottom to top or from top to bottom beside the lines they head.

Rows by baseline would give such a word to whatever line it happens to stand beside. It is taken out before the
columns are looked for, and put back as a row of its own where its section begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.layout.rows import Row, rows_of
from resume_parser.layout.segments import Segment

TALL = 2.0  # times its width: no level text of several letters is so tall
LETTERS = 4  # shorter words may be tall letters


def is_upright(segment: Segment) -> bool:
    """The segment is one word that runs up or down the page."""
    return len(segment.words) == 1 and len(segment.text) >= LETTERS and segment.box.height > TALL * segment.box.width


def level_and_upright(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """The segments that run across the page, and those that run up or down, from top to bottom."""
    upright = sorted((s for s in segments if is_upright(s)), key=lambda s: s.middle)
    return ([s for s in segments if not is_upright(s)] if upright else list(segments)), upright


def rows_beside(upright: Sequence[Segment], level: Sequence[Segment]) -> dict[int, Segment]:
    """Each upright word by the place in the stream of the segment that begins its section.

    A section begins under the widest white space since the middle of the word before; a word with nothing level above its
    middle heads the first row.
    """
    rows = rows_of(level)
    found: dict[int, Segment] = {}
    top = float("-inf")
    for word in upright if rows else ():
        near = [index for index, row in enumerate(rows) if top < row[0].middle <= word.middle] or [0]
        first = rows[max(near, key=lambda index: _space_above(rows, index))][0]
        found.setdefault(first.order, word)
        top = word.middle
    return found


def _space_above(rows: Sequence[Row], index: int) -> float:
    """White space between a row and the one above it in points; none above the first."""
    return rows[index][0].box.top - max(s.box.bottom for s in rows[index - 1]) if index else 0.0


def with_upright(rows: Sequence[Row], words: dict[int, Segment]) -> list[Row]:
    """The rows with each upright word as a row of its own before the segment that it heads; words so placed leave `words`."""
    result: list[Row] = []
    for row in rows:
        result += [[words.pop(part.order)] for part in row if part.order in words]
        result.append(row)
    return result
