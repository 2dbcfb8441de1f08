"""Margins: dates and places at the right end of the rows of one column, above or below rows that have two columns.

Such a cell shares its baseline with the text it belongs to and ends flush right; a right column begins at its left edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from resume_parser.layout.headings import section_named
from resume_parser.layout.rows import Row, on_baseline
from resume_parser.layout.segments import Segment

CELL_WORDS = 6  # a date range or a place has no more words
OFF_EDGE_EM = 1.5  # a cell that begins so far right of the column's left edge does not stand in the column


def margin_rows(rows: Sequence[Row], edge: float) -> tuple[int, int]:
    """How many of the first and of the last rows have nothing right of `edge` but cells at the line end, of which one is a date."""
    sides = [[segment for segment in row if segment.box.x0 >= edge] for row in rows]
    kinds = [None if not side else _is_cell(row, side, edge) for row, side in zip(rows, sides, strict=True)]
    if all(kind is not False for kind in kinds):
        return 0, 0
    return _dated(sides, kinds), _dated(sides[::-1], kinds[::-1])


def _dated(sides: Sequence[Sequence[Segment]], kinds: Sequence[bool | None]) -> int:
    """The number of first rows up to the last one with a cell, none if no cell is a date."""
    free = len(list(takewhile(lambda kind: kind is not False, kinds)))
    cells = [index for index in range(free) if sides[index]]
    return cells[-1] + 1 if any(segment.date for index in cells for segment in sides[index]) else 0


def _is_cell(row: Row, side: Sequence[Segment], edge: float) -> bool:
    """The right side of the row is one short text off the edge, on the baseline of a text that is no date itself."""
    cell = side[0]
    if len(side) > 1 or len(row) == 1 or len(cell.words) > CELL_WORDS or cell.box.x0 < edge + OFF_EDGE_EM * cell.size:
        return False
    left = row[-2]
    return not (cell.bullet or left.date or section_named(cell.text)) and on_baseline(left, cell)
