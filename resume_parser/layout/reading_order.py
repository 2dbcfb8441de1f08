"""Reading order: a page as strips of rows, each strip read from top to bottom before the next one.

The page is cut recursively at its columns (see `columns`); columns that go on over several pages are kept whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from resume_parser.layout.bands import Band
from resume_parser.layout.cells import whole_cells
from resume_parser.layout.columns import best_columns
from resume_parser.layout.heading_looks import is_heading, section_of
from resume_parser.layout.large_print import between_columns, large_print
from resume_parser.layout.rails import is_label, settle_rails, split_labels
from resume_parser.layout.rows import Row, rows_of
from resume_parser.layout.segments import Segment
from resume_parser.layout.upright import level_and_upright, rows_beside, with_upright

NAME_SIZE = 1.2  # times the largest text of the left column: the right column then starts with the name and is read first
SAME_GUTTER = 14.0  # points by which the gutters of two pages may differ
MAIN_SECTIONS = frozenset({"experience", "education"})  # labels beside their content are headings if one of these is among them
MIN_LABELS = 2  # one may be chance
MAX_DEPTH = 6  # of nested columns; no real page needs more


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows that are read from top to bottom, and the column they stand in."""

    rows: list[Row]
    column: int
    page: int


@dataclass(frozen=True, slots=True)
class PageFlow:
    """A page in reading order: what stands above its columns, the columns, what stands below."""

    above: list[Strip]
    columns: tuple[list[Strip], ...] = ()
    below: list[Strip] = field(default_factory=list)
    edges: tuple[float, float, float] | None = None  # left edge, gutter and right edge of the columns
    swapped: bool = False  # the right column is read first


def page_flow(segments: Sequence[Segment], page: int) -> PageFlow:
    """The reading order of one page."""
    level, upright = level_and_upright(segments)
    flow = _level_flow(level, page)
    if not upright:
        return flow
    words = rows_beside(upright, level)
    strips = [[replace(strip, rows=with_upright(strip.rows, words)) for strip in part] for part in (flow.above, *flow.columns, flow.below)]
    placed = {id(segment) for part in strips for strip in part for row in strip.rows for segment in row}
    rest = [[word] for word in upright if id(word) not in placed]
    below = [*strips[-1], Strip(rest, 0, page)] if rest else strips[-1]
    return replace(flow, above=strips[0], columns=tuple(strips[1:-1]), below=below)


def _level_flow(segments: Sequence[Segment], page: int) -> PageFlow:
    """The reading order of the text that runs across a page."""
    rows = rows_of(segments)
    band, tables = best_columns(rows, goes_on=page > 1)
    if band is None:
        return PageFlow(_across(rows, tables, page, 0))
    left, below = _cut_tail(band)
    swapped = page == 1 and _starts_with_name(band)
    first, second = (list(band.right), left) if swapped else (left, list(band.right))
    first_strips = _strips(first, page, 1 if swapped else 0, 1)
    second_strips = _strips(second, page, 0 if swapped else _next_column(first_strips), 1)
    return PageFlow(
        above=_strips([s for row in rows[: band.first] for s in row], page, 0, 1, top=page == 1),
        columns=(first_strips, second_strips),
        below=_strips([*below, *(s for row in rows[band.last :] for s in row)], page, 0, 1),
        edges=(min(s.box.x0 for s in band.left), band.edge, max(s.box.x1 for s in band.right)),
        swapped=swapped,
    )


def _strips(segments: Sequence[Segment], page: int, column: int, depth: int, *, top: bool = False) -> list[Strip]:
    """The strips of a region of the page in reading order."""
    if not segments:
        return []
    rows = rows_of(segments)
    band, tables = best_columns(rows) if depth < MAX_DEPTH else (None, [])
    if band is None:
        return _across(rows, tables, page, column)
    left, tail = _cut_tail(band)
    strips = _strips([s for row in rows[: band.first] for s in row], page, column, depth + 1)
    left_strips = _strips(left, page, column, depth + 1)
    right_strips = _strips(band.right, page, _next_column([*strips, *left_strips], column), depth + 1)
    strips += right_strips + left_strips if top and _starts_with_name(band) else left_strips + right_strips
    return strips + _strips([*tail, *(s for row in rows[band.last :] for s in row)], page, column, depth + 1)


def _across(rows: Sequence[Row], tables: Sequence[Band], page: int, column: int) -> list[Strip]:
    """The strips of a region without columns: its rows, cut at a header of large print with small lines beside it."""
    header = _header(rows) if page == 1 and rows else None
    if header is None:
        return [Strip(whole_cells(settle_rails(rows, tables)), column, page)] if rows else []
    first, last, parts = header
    strips = [Strip(rows_of(part), column + index, page) for index, part in enumerate(parts)]
    below = [s for row in rows[last:] for s in row]
    return _across(rows[:first], [], page, column) + strips + _strips(below, page, column, 1)


def _header(rows: Sequence[Row]) -> tuple[int, int, list[list[Segment]]] | None:
    """First and last row of a header of large print with small lines beside it, and its parts as they are read; None if there is none."""
    band = large_print(rows)
    if band is not None:
        return band.first, band.last, [list(band.left), list(band.right)]
    return between_columns(rows)


def _next_column(strips: Sequence[Strip], least: int = 0) -> int:
    """The number of the column to the right of these strips."""
    return max((strip.column for strip in strips), default=least) + 1


def _cut_tail(band: Band) -> tuple[list[Segment], list[Segment]]:
    """The left column, and what of it is read after the right one: what begins below the right column as a section of its own.

    A section begins at a heading, or where the stream goes on after the right column. It stays with the left column where the
    stream draws it before the right one, as it draws a sidebar.
    """
    end = max(s.box.bottom for s in band.right)
    upper, lower = [s for s in band.left if s.box.top < end - 1.0], [s for s in band.left if s.box.top >= end - 1.0]
    starts = [s.box.top for s in lower if is_heading(s)]
    if upper and lower and _follow(upper, band.right) and _follow(band.right, lower):
        starts.append(min(s.box.top for s in lower))
    cut = min(starts, default=float("inf")) - 1.0
    left, tail = [s for s in band.left if s.box.top < cut], [s for s in band.left if s.box.top >= cut]
    if left and tail and _follow(left, tail) and _follow(tail, band.right):
        return list(band.left), []
    return left, tail


def _follow(first: Sequence[Segment], second: Sequence[Segment]) -> bool:
    """The stream draws all of the second after all of the first."""
    return max(s.order for s in first) < min(s.order for s in second)


def _starts_with_name(band: Band) -> bool:
    """The largest text of the band stands in the upper half of the right column: the name of a sidebar."""
    largest = max(band.right, key=lambda s: s.size)
    top = min(s.box.top for s in (*band.left, *band.right))
    bottom = max(s.box.bottom for s in (*band.left, *band.right))
    return largest.size >= NAME_SIZE * max(s.size for s in band.left) and largest.box.top < (top + bottom) / 2


def document_strips(flows: Sequence[PageFlow], widths: Sequence[tuple[float, float]]) -> list[Strip]:
    """The strips of all pages in reading order; `widths` are the left and right end of the text of each page."""
    strips: list[Strip] = []
    at = 0
    while at < len(flows):
        flow = flows[at]
        strips += flow.above
        columns = [list(column) for column in flow.columns]
        end = flow
        while columns and at + 1 < len(flows) and not end.below:
            more = _continued(flow, flows[at + 1], widths[at + 1])
            if more is None:
                break
            for column, added in zip(columns, more, strict=True):
                column.extend(added)
            at += 1
            end = flows[at] if flows[at].columns else end
        strips += [strip for column in columns for strip in column]
        strips += end.below
        at += 1
    return _with_headings(strips)


def _with_headings(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with section labels as rows of their own, if the document heads its main sections that way."""
    labels = [section_of(row[0]) for strip in strips for row in strip.rows if is_label(row)]
    if len(labels) < MIN_LABELS or MAIN_SECTIONS.isdisjoint(label for label in labels if label):
        return list(strips)
    return [replace(strip, rows=split_labels(strip.rows)) for strip in strips]


def _continued(flow: PageFlow, following: PageFlow, width: tuple[float, float]) -> tuple[list[Strip], list[Strip]] | None:
    """What the next page adds to each column of this one, None if it does not go on with the same columns."""
    if flow.edges is None:
        return None
    start, gutter, end = flow.edges
    if following.edges is not None:
        same = abs(following.edges[1] - gutter) <= SAME_GUTTER and not following.above
        if not same:
            return None
        one, two = following.columns
        return (one, two) if following.swapped == flow.swapped else (two, one)
    if width[0] >= gutter - SAME_GUTTER and width[1] <= end + SAME_GUTTER:
        return (following.above, []) if flow.swapped else ([], following.above)
    if width[1] <= gutter + SAME_GUTTER / 2 and width[0] >= start - SAME_GUTTER:
        return ([], following.above) if flow.swapped else (following.above, [])
    return None
