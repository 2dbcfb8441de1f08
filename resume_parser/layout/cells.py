"""Cells of a row that wrap to a second line: each line of the cell goes back to the row where the cell begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.layout.rows import Row
from resume_parser.layout.segments import RANGE, Segment, make_segment
from resume_parser.locales import JOINERS

TEXT_WORDS = 7  # a segment of so many words is running text, not a field of an entry
FILLING_WORDS = 4  # in a narrow column, where they fill the room before the cell beside them
FILLED = 0.65  # of that room
SHORT_WORDS = 6  # a cell of dates or a place has no more words
LABEL_MARK = ":"  # "born: 1985" is a line of personal data, not the date of an entry
CELL_LINES = 3  # a right cell has at most so many further lines
NEXT_LINE_EM = 0.9  # largest white space between two lines of one cell
SPACE_EM = 0.5  # a word needs this much white space around it
CELL_MARGIN_EM = 2.0  # the space, the padding and the border between two cells are seldom wider
SAME_EDGE = 2.5  # points
HYPHENS = "-\u2010"
ADDRESS_MARKS = frozenset("@/.")  # in an e-mail or web address, which may start in small letters anywhere
Starts = dict[int, tuple[int, Segment]]  # row and segment by the place of its first word in the stream
OPEN_ENDS = "-\u2010\u2013\u2014/,&"  # a line that ends so goes on in the next


def whole_cells(rows: Sequence[Row]) -> list[Row]:
    """The rows with wrapped cells made whole, as far as their order in the stream or their edges show them."""
    result = _drawn_cells([list(row) for row in rows])
    for index, row in enumerate(result):
        _lift_right(row, result[index + 1 : index + 1 + CELL_LINES])
        if index:
            _lift_wrapped(result[index - 1], row)
    return [row for row in result if row]


def _drawn_cells(rows: list[Row]) -> list[Row]:
    """The rows with the further lines of a cell at their place, where the stream draws a table cell by cell.

    A line goes on in the cell above it if the stream draws it after that cell and before the next cell of the row: it joins
    the cell if it goes on with its text; in a row that starts with a date it else becomes a row of its own below that row.
    """
    starts = {segment.order: (index, segment) for index, row in enumerate(rows) for segment in row}
    after: dict[int, list[Row]] = {}
    for index, row in enumerate(rows):
        for at in range(len(row)) if len(row) > 1 else ():
            beside = row[at + 1] if at + 1 < len(row) else None
            for found, segment in _lines_of_cell(row[at], beside, index, starts):
                if _wraps(row[at], segment, beside, dated=any(cell.date for cell in row)):
                    row[at] = _joined(row[at], segment)
                elif row[0].date and beside is not None and not any(other.date for other in rows[found]):
                    after.setdefault(index, []).append([segment])
                else:
                    break
                rows[found] = [other for other in rows[found] if other is not segment]
    return [row for index, first in enumerate(rows) for row in (first, *after.get(index, ()))]


def _lines_of_cell(cell: Segment, beside: Segment | None, index: int, starts: Starts) -> list[tuple[int, Segment]]:
    """The further lines of a cell of row `index` and the rows they stand in, none if the stream does not go on with the cell beside it."""
    lines: list[tuple[int, Segment]] = []
    last = cell
    while beside is None or last.last + 1 != beside.order:
        found, segment = starts.get(last.last + 1, (index, last))
        aligned = abs(segment.box.x0 - cell.box.x0) <= SAME_EDGE and not segment.bullet
        if found <= index or not aligned or not _next_line(last, segment) or len(lines) == CELL_LINES:
            return lines if beside is None else []
        lines.append((found, segment))
        last = segment
    return lines


def _wraps(cell: Segment, rest: Segment, beside: Segment | None, *, dated: bool) -> bool:
    """The line goes on with the text of the cell above it: by the end of one, the start of the other, or for want of room."""
    if cell.date and rest.text[0].isdigit() and cell.text[-1].isalpha():
        return True  # a month, then its year
    if cell.date and RANGE.search(rest.text):
        return False  # "2015 –" is a job that goes on, the date below it that of the next one
    last, first = cell.words[-1], rest.words[0]
    running = len(cell.words) >= TEXT_WORDS and (beside is None or not dated)
    if running or last.bold != first.bold or last.color != first.color:
        return False
    if cell.text[-1] in OPEN_ENDS or first.text[0] == "(":
        return True
    return beside is not None and _had_no_room(cell, rest, beside, dated=dated)


def _had_no_room(cell: Segment, rest: Segment, beside: Segment, *, dated: bool) -> bool:
    """The line did not fit on the one above; single words under each other are a list unless they stand in a dated row."""
    first = rest.words[0].text
    if first[0].islower():
        return ADDRESS_MARKS.isdisjoint(first[:-1]) and _is_full(cell, rest, beside, CELL_MARGIN_EM)
    return (dated or len(cell.words) > 1) and _is_full(cell, rest, beside)


def _joined(cell: Segment, rest: Segment) -> Segment:
    """The cell with one more line; a word that is cut at a hyphen is one word."""
    cut = cell.text[-1] in HYPHENS and cell.text[-2:-1].isalpha() and rest.text[0].isalpha() and rest.words[0].text not in JOINERS
    words = (*cell.words, replace(rest.words[0], gap="" if cut else " "), *rest.words[1:])
    joined = make_segment(words, cell.order, level=cell.level, bullet=cell.bullet)
    return replace(joined, box=replace(joined.box, x1=rest.box.x1), last=rest.last)


def _lift_right(row: Row, below: Sequence[Row]) -> None:
    """Move the further lines of a right cell (place, then date) from beside running text up to its first line."""
    if len(row) < 2 or len(row[-1].words) > SHORT_WORDS:  # noqa: PLR2004 - a text and a cell
        return
    cell = [row[-1]]
    lower = []
    for following in below:
        if not following or not _is_next_line(cell[-1], following[-1]):
            break
        drawn_below = cell[-1].date and LABEL_MARK not in cell[-1].text and cell[-1].last + 1 == following[-1].order
        if not _beside_text(following) and not drawn_below:
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
    """The last segment of the row stands alone or beside running text: many words, or enough to fill the room before it."""
    if len(row) == 1:
        return True
    text, room = row[-2], row[-1].box.x0 - row[-2].box.x0
    return len(text.words) >= TEXT_WORDS or (len(text.words) >= FILLING_WORDS and text.box.width >= FILLED * room)


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


def _is_full(cell: Segment, rest: Segment, beside: Segment, margin: float = SPACE_EM) -> bool:
    """The first word of the next line had no room between the cell and the one beside it, with a margin in em between both."""
    word = rest.words[0].box
    return word is not None and cell.box.x1 + word.width > beside.box.x0 - margin * cell.size


def _next_line(first: Segment, second: Segment) -> bool:
    """The second segment is the next line of the same text."""
    return abs(first.size - second.size) <= 0.1 * first.size and second.box.top - first.box.bottom <= NEXT_LINE_EM * first.size
