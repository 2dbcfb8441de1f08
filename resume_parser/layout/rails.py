"""Rails: a narrow left column of dates or section labels whose cells belong to the rows on their right."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence, Set
from dataclasses import replace

from resume_parser.layout.bands import Band
from resume_parser.layout.heading_looks import is_heading
from resume_parser.layout.rows import Row, on_baseline
from resume_parser.layout.segments import RANGE, Segment, make_segment, same_row

NEXT_LINE_EM = 0.9  # largest white space between two lines of one rail cell
RAIL_WIDTH = 0.45  # of the band: a wider left side is text, not a rail
CUT_NUMBER = re.compile(r"\d-$")  # "2016-" over "06"
CELL_LINES = 3  # a rail cell has no more lines
WIDER_EM = 0.25  # by so much the white space between two cells is wider than between two lines
RECORD_LINES = 5  # employer, dates, place: no rail cell has more fields
OPEN_ENDS = "-–—/,&"  # a line that ends so goes on in the next


def settle_rails(rows: Sequence[Row], tables: Sequence[Band]) -> list[Row]:
    """The rows with each rail cell joined to the first row of its content."""
    settled = list(rows)
    taken: list[range] = []
    chosen = []
    for band in tables:
        span = range(band.first, band.last)
        if _is_rail(band) and not any(span.start < other.stop and other.start < span.stop for other in taken):
            taken.append(span)
            chosen.append(band)
    for band in sorted(chosen, key=lambda item: -item.first):
        settled[band.first : band.last] = _settle(rows[band.first : band.last], band)
    return settled


def _is_rail(band: Band) -> bool:
    """The left side is narrow and holds dates or section labels."""
    start, end = min(s.box.x0 for s in band.left), max(s.box.x1 for s in band.right)
    if max(s.box.x1 for s in band.left) - start > RAIL_WIDTH * (end - start):
        return False
    marks = sum(segment.date or is_heading(segment) for segment in band.left)
    return marks * 3 >= len(band.left)


def _settle(rows: Sequence[Row], band: Band) -> list[Row]:
    """The rows of one rail band with its cells in place."""
    left = set(map(id, band.left))
    contents = [row for row in ([s for s in row if id(s) not in left] for row in rows) if row]
    labels = [row for row in ([s for s in row if id(s) in left] for row in rows) if row]
    level = {id(row[0]) for row in labels if any(on_baseline(row[0], s) for content in contents for s in content)}
    starts: Set[int] = frozenset() if any(s.date for row in contents for s in row) else level  # else the dates stand with the content
    before: dict[int, list[Row]] = {}
    cells = []
    for run in _runs(labels):
        if _is_record(run, starts):
            fields = [segment for row in run for segment in row]
            before.setdefault(_anchor(fields, contents)[0], []).extend([segment] for segment in fields)
        else:
            cells += _cells(run, level)
    return _with_cells(contents, cells, before)


def _with_cells(contents: Sequence[Row], cells: Sequence[Sequence[Segment]], before: dict[int, list[Row]]) -> list[Row]:
    """The content rows, each cell at the start of the row beside it or on a row of its own; `before` has rows by the row they precede."""
    anchors = [_anchor(cell, contents) for cell in cells]
    claimed = {at for at, beside in anchors if beside} | set(before)
    beside: dict[int, Segment] = {}
    for cell, (at, level) in zip(cells, anchors, strict=True):
        label = _as_one(cell)
        lone = not level and (at in claimed or at == len(contents) or is_heading(label))
        if lone or at in beside:
            before.setdefault(at, []).append([label])
        else:
            beside[at] = label
    settled = []
    for at, row in enumerate(contents):
        settled += sorted(before.get(at, []), key=lambda lone: lone[0].box.top)
        settled.append([beside[at], *row] if at in beside else row)
    return settled + before.get(len(contents), [])


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of the rail cut at white space: where it is wider than between its closest lines."""
    gaps = [below[0].box.top - above[0].box.bottom for above, below in itertools.pairwise(rows)]
    size = rows[0][0].size if rows else 0.0
    limit = min(NEXT_LINE_EM * size, min(gaps, default=0.0) + WIDER_EM * size)
    runs: list[list[Row]] = [list(rows[:1])]
    for row, gap in zip(rows[1:], gaps, strict=True):
        if gap <= limit:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _is_record(run: Sequence[Row], beside_content: Set[int]) -> bool:
    """The lines are fields of the entry that begins beside them: one of them, not the first, is its date, and none goes on in the next."""
    lines = [segment for row in run for segment in row]
    if not 1 < len(lines) <= RECORD_LINES or lines[0].date or id(lines[0]) not in beside_content:
        return False
    return sum(s.date for s in lines) == 1 and not any(is_heading(s) or s.text[-1:] in OPEN_ENDS for s in lines)


def _as_one(cell: Sequence[Segment]) -> Segment:
    """The lines of a cell as one segment; a line that does not finish the one above keeps a wide gap before it."""
    words = list(cell[0].words)
    for above, segment in itertools.pairwise(cell):
        gap = "\t" if cell[0].date and above.text[-1:] not in OPEN_ENDS else "" if CUT_NUMBER.search(above.text) else " "
        words += [replace(segment.words[0], gap=gap), *segment.words[1:]]
    return make_segment(words, cell[0].order)


def _cells(rows: Sequence[Row], beside_content: Set[int]) -> list[list[Segment]]:
    """The segments of the rail grouped to cells; `beside_content` has the ids of those with content on their baseline."""
    cells: list[list[Segment]] = []
    lines = 0
    for row in rows:
        if cells and lines < CELL_LINES and _goes_on(cells[-1], row[0], beside=id(row[0]) in beside_content):
            cells[-1] += row
            lines += 1
        else:
            cells.append(list(row))
            lines = 1
    return cells


def _goes_on(cell: Sequence[Segment], segment: Segment, *, beside: bool) -> bool:
    """The segment is the next line of the cell."""
    last = cell[-1]
    if segment.box.top - last.box.bottom > NEXT_LINE_EM * last.size:
        return False
    if last.text[-1:] in OPEN_ENDS:
        entry = cell[0].date and RANGE.search(segment.text)  # "2015 –" is a job that goes on, the range below it that of the next
        return segment.text[-1:] not in OPEN_ENDS and not entry  # two open ends are two entries that still run
    joined = make_segment([word for part in (*cell, segment) for word in part.words], 0)
    return (is_heading(joined) and not beside) or (cell[0].date and not segment.date and not is_heading(segment))


def _anchor(cell: Sequence[Segment], contents: Sequence[Row]) -> tuple[int, bool]:
    """Index of the content row beside the cell and True, or of the next row below it and False."""
    top = cell[0].box
    for index, row in enumerate(contents):
        if any(same_row(top, segment.box) for segment in row):
            return index, True
        if row[0].box.top >= top.top:
            return index, False
    return len(contents), False


def split_labels(rows: Sequence[Row]) -> list[Row]:
    """The rows with the section label at the start of a row made a row of its own above it."""
    split: list[Row] = []
    for row in rows:
        if is_label(row):
            split += [row[:1], row[1:]]
        else:
            split.append(row)
    return split


def is_label(row: Row) -> bool:
    """The row starts with the heading of a section and goes on with its content."""
    return len(row) > 1 and not row[1].date and is_heading(row[0])
