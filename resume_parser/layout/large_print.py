"""Large print: a name in letters so large that several lines of small text stand beside it, as contact data do.

Rows by baseline would tear the small lines apart or put the large ones between them; the large print and what
stands right under it are read first, then the small lines beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.layout.bands import Band
from resume_parser.layout.heading_looks import is_heading
from resume_parser.layout.rows import Row, rows_of
from resume_parser.layout.segments import Segment

LARGE = 1.5  # times the size of the small text
BESIDE = 2  # lines of small text beside the large print; one line is read with it
GUTTER_EM = 1.0  # white space between both, in em of the small text
ROW_GAP_EM = 0.9  # white space over the whole width that ends the header, in em of the small text
LINE_GAP_EM = 0.4  # white space between two lines of large print, in em of the large text
SHARE = 0.5  # of the height of a small line that must lie beside the large print


def large_print(rows: Sequence[Row]) -> Band | None:
    """The header rows as a band: large print and its title at the left, small lines at the right; None if there is no such header."""
    block = _block(rows)
    if block[0].date:
        return None
    top, bottom = block[0].box.top, block[-1].box.bottom
    inner = max(segment.box.x1 for segment in block)
    small = [s for row in rows for s in row if s.size * LARGE <= block[0].size and s.box.x0 >= inner + GUTTER_EM * s.size]
    beside = [s for s in small if min(s.box.bottom, bottom) - max(s.box.top, top) >= SHARE * s.box.height]
    if len(rows_of(beside)) < BESIDE or any(map(is_heading, beside)):
        return None
    return _header(rows, block, beside)


def _block(rows: Sequence[Row]) -> list[Segment]:
    """The largest segment of the region and the lines of its size right below it, if each is the first one of its row."""
    largest = max((row[0] for row in rows), key=lambda segment: segment.size)
    block = [largest]
    for segment in sorted((row[0] for row in rows), key=lambda segment: segment.box.top):
        last = block[-1]
        near = segment.box.top > last.box.top and segment.box.top - last.box.bottom <= LINE_GAP_EM * last.size
        if near and abs(segment.size - last.size) <= 0.1 * last.size:
            block.append(segment)
    return block


def _header(rows: Sequence[Row], block: Sequence[Segment], beside: Sequence[Segment]) -> Band | None:
    """The rows around the large print up to white space over the whole width, a heading or a text across the gutter."""
    known = {id(segment) for segment in (*block, *beside)}
    first = next(index for index, row in enumerate(rows) if any(id(segment) in known for segment in row))
    inner, outer = max(s.box.x1 for s in block), min(s.box.x0 for s in beside)
    gap = ROW_GAP_EM * beside[0].size
    left: list[Segment] = []
    right: list[Segment] = []
    last = first
    for row in rows[first:]:
        sides = _sides(row, inner, outer, GUTTER_EM * beside[0].size)
        reach = max((s.box.bottom for s in (*left, *right)), default=row[0].box.top)
        if sides is None or min(s.box.top for s in row) - reach > gap:
            break
        left += sides[0]
        right += sides[1]
        inner, outer = max([inner, *(s.box.x1 for s in sides[0])]), min([outer, *(s.box.x0 for s in sides[1])])
        last += 1
    whole = known <= {id(segment) for segment in (*left, *right)}
    return Band(outer, first, last, tuple(left), tuple(right)) if whole else None


def _sides(row: Row, inner: float, outer: float, gutter: float) -> tuple[list[Segment], list[Segment]] | None:
    """The segments of the row left and right of the gutter; None if one crosses it or is a heading."""
    right = [segment for segment in row if segment.box.x0 >= inner + gutter]
    left = [segment for segment in row if segment.box.x0 < inner + gutter]
    if any(map(is_heading, row)) or any(segment.box.x1 > outer - gutter for segment in left):
        return None
    return left, right


def between_columns(rows: Sequence[Row]) -> tuple[int, int, list[list[Segment]]] | None:
    """Large print with small lines on both sides, as a name between address and telephone: its rows, and its parts as they are read.

    The rows are the first and the one after the last; the parts are the large print with what stands above or below it, the
    small lines at its left, those at its right. None if there is no such header.
    """
    largest = max((segment for row in rows for segment in row), key=lambda segment: segment.size)
    gutter = GUTTER_EM * largest.size / LARGE
    header = [i for i, row in enumerate(rows) if any(_beside(s, largest) for s in row)]
    first, last = header[0], header[-1] + 1
    parts: list[list[Segment]] = [[], [], []]
    for segment in (segment for row in rows[first:last] for segment in row):
        zone = 1 if segment.box.x1 <= largest.box.x0 - gutter else 2 if segment.box.x0 >= largest.box.x1 + gutter else 0
        parts[zone].append(segment)
    sides = parts[1] + parts[2]
    if not parts[1] or not parts[2] or max(len(rows_of(side)) for side in parts[1:]) < BESIDE:
        return None
    if any(is_heading(s) or s.date or s.size * LARGE > largest.size for s in sides):
        return None
    return first, last, parts


def _beside(segment: Segment, largest: Segment) -> bool:
    """Most of the segment's height lies beside the large print."""
    shared = min(segment.box.bottom, largest.box.bottom) - max(segment.box.top, largest.box.top)
    return shared >= SHARE * segment.box.height
