"""Cells of a row that wrap to a second line: each line of the cell goes back to the row where the cell begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.layout.rows import Row
from resume_parser.layout.segments import Segment, make_segment

TEXT_WORDS = 7  # a segment of so many words is running text, not a field of an entry
SHORT_WORDS = 6  # a cell of dates or a place has no more words
CELL_LINES = 3  # a right cell has at most so many further lines
NEXT_LINE_EM = 0.9  # largest white space between two lines of one cell
SPACE_EM = 0.5  # a word needs this much white space around it
SAME_EDGE = 2.5  # points


def whole_cells(rows: Sequence[Row]) -> list[Row]:
    """The rows with wrapped cells made whole, as far as their order in the stream or their edges show them."""
    result = [list(row) for row in rows]
    for index, row in enumerate(result):
        _lift_right(row, result[index + 1 : index + 1 + CELL_LINES])
        if index:
            _lift_wrapped(result[index - 1], row)
    return [row for row in result if row]


def _lift_right(row: Row, below: Sequence[Row]) -> None:
    """Move the further lines of a right cell (place, then date) from beside running text up to its first line."""
    if len(row) < 2 or len(row[-1].words) > SHORT_WORDS:  # noqa: PLR2004 - a text and a cell
        return
    cell = [row[-1]]
    lower = []
    for following in below:
        if not following or not _is_next_line(cell[-1], following[-1]) or not _beside_text(following):
            break
        cell.append(following[-1])
        lower.append(following)
    if not any(segment.date for segment in cell):
        return
    for following in lower:
        row.append(following.pop())


def _is_next_line(above: Segment, segment: Segment) -> bool:
    """The segment is the next line of a short right cell."""
    aligned = abs(above.box.x1 - segment.box.x1) <= SAME_EDGE or abs(above.box.x0 - segment.box.x0) <= SAME_EDGE
    return aligned and len(segment.words) <= SHORT_WORDS and _next_line(above, segment)


def _beside_text(row: Row) -> bool:
    """The last segment of the row stands alone or beside running text."""
    return len(row) == 1 or len(row[-2].words) >= TEXT_WORDS


def _lift_wrapped(above: Row, row: Row) -> None:
    """Join a lone line to the first cell above it, if the stream draws it between that cell and the date beside it."""
    if len(row) != 1 or len(above) < 2 or row[0].bullet:  # noqa: PLR2004 - a cell and a date
        return
    cell, rest, date = above[0], row[0], above[1]
    between = cell.last + 1 == rest.order and rest.last + 1 == date.order
    if not (between and date.date and _is_full(cell, rest, date)):
        return
    if abs(cell.box.x0 - rest.box.x0) <= SAME_EDGE and _next_line(cell, rest):
        words = (*cell.words, replace(rest.words[0], gap=" "), *rest.words[1:])
        above[0] = make_segment(words, cell.order, level=cell.level, bullet=cell.bullet)
        row.clear()


def _is_full(cell: Segment, rest: Segment, date: Segment) -> bool:
    """The first word of the next line had no room between the cell and the date."""
    word = rest.words[0].box
    return word is not None and cell.box.x1 + word.width > date.box.x0 - SPACE_EM * cell.size


def _next_line(first: Segment, second: Segment) -> bool:
    """The second segment is the next line of the same text."""
    return abs(first.size - second.size) <= 0.1 * first.size and second.box.top - first.box.bottom <= NEXT_LINE_EM * first.size
