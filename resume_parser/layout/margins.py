"""Margins: dates and places at the right end of the rows of one column, above or below rows that have two columns.

Such a cell shares its baseline with the text it belongs to and ends flush right; a right column begins at its left edge.
"""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.layout.headings import section_named
from resume_parser.layout.rows import Row, on_baseline

CELL_WORDS = 6  # a date range or a place has no more words
OFF_EDGE_EM = 1.5  # a cell that begins so far right of the column's left edge does not stand in the column


def margin_rows(rows: Sequence[Row], edge: float) -> tuple[int, int]:
    """How many of the first and of the last rows have nothing right of `edge` but cells at the line end, of which one is a date."""
    above = _cells_of(rows, edge)
    return (0, 0) if above == len(rows) else (above, _cells_of(rows[::-1], edge))


def _cells_of(rows: Sequence[Row], edge: float) -> int:
    """The number of first rows up to the last cell before the right column begins, 0 if no cell is a date; all rows if it never begins."""
    last, dated = 0, False
    for index, row in enumerate(rows, start=1):
        if row[-1].box.x0 < edge:
            continue
        if not _is_cell(row, edge):
            return last if dated else 0
        last, dated = index, dated or row[-1].date
    return len(rows)


def _is_cell(row: Row, edge: float) -> bool:
    """The right side of the row is one short text off the edge, on the baseline of a text that is no date itself."""
    cell = row[-1]
    if len(row) == 1 or len(cell.words) > CELL_WORDS or cell.box.x0 < edge + OFF_EDGE_EM * cell.size:
        return False
    left = row[-2]
    if left.box.x0 >= edge or left.date or cell.bullet:
        return False
    return section_named(cell.text) is None and on_baseline(left, cell)
