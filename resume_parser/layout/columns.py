"""Columns: where a region of the page falls into two columns that are read one after the other.

A gutter is a vertical strip that no segment of a band of rows crosses. A band with a gutter is either two
columns or a table whose rows are read across (dates or labels on one side); `column_score` weighs the evidence.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from resume_parser.layout.headings import HEADING_WORDS, section_named
from resume_parser.layout.margins import margin_rows
from resume_parser.layout.rows import Row, on_baseline, rows_of
from resume_parser.layout.segments import Segment

GUTTER_EM = 0.6  # narrowest gutter, in em of the usual size
EDGE_SLACK = 1.5  # points by which left edges of one column differ
SIDE_ROWS = 2  # rows that each side of a band must have
SURE_ROWS = 3  # rows per side from which the order of the stream says something
SURE_SCORE = 2.0  # needed where one side has fewer rows than that
TITLE_SIZE = 1.12  # times the usual size of the band
TITLE_LETTERS = 4  # shorter capitals are abbreviations
MIXED_SCORE = -1.0  # a section of a band with a score below is surely a table
ALONE_EM = 0.4  # white space above a heading that ends what stands above it


@dataclass(frozen=True, slots=True)
class Band:
    """Rows `first` to `last` (exclusive) of a region, split at x = `edge`."""

    edge: float
    first: int
    last: int
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the two sides of a band show; all shares are between 0 and 1."""

    switches: float  # changes of side in stream order: 0 = one change, 1 = a change at every row
    partners: float  # share of the rows of the sparser side with a segment of the other on the same baseline
    across: float  # share of the rows with both sides that the stream draws across the gutter
    left_headings: float
    right_headings: float
    titles: bool  # both sides have large capitals such as only headings have
    left_dates: float
    right_dates: float
    bullets: float  # share of the rows with a list bullet, on the side that has fewer of them
    flush: bool  # the right side is set flush right with a ragged left edge
    labels: float  # share of the left rows that end with a colon
    few: int  # rows of the sparser side
    whole_stream: bool  # the stream draws one side as a whole, then the other
    thick: bool  # both sides have running text: most of their rows are several words long


def is_heading(segment: Segment) -> bool:
    """The segment reads like the heading of a section."""
    return section_of(segment) is not None


def section_of(segment: Segment) -> str | None:
    """The kind of section that the segment names, None if it reads like no heading."""
    return None if segment.bullet else section_named(segment.text)


def bands_of(rows: Sequence[Row]) -> list[Band]:
    """Every band of the rows that a gutter splits, the largest first."""
    segments = [segment for row in rows for segment in row]
    if not segments:
        return []
    gutter = GUTTER_EM * median(segment.size for segment in segments)
    bands = [band for edge in _edges(rows) for band in _bands_at(rows, edge, gutter)]
    bands.sort(key=lambda band: (-(len(band.left) + len(band.right)), band.edge))
    return bands


def _edges(rows: Sequence[Row]) -> list[float]:
    """Left edges that may be those of a right column: of segments with a left neighbour, or shared by several rows."""
    beside = [segment.box.x0 for row in rows for segment in row[1:]]
    starts = sorted(segment.box.x0 for row in rows for segment in row)
    shared = [low for low, high in itertools.pairwise(starts) if high - low <= EDGE_SLACK]
    edges: list[float] = []
    for x in sorted(beside + shared):
        if not edges or x - edges[-1] > EDGE_SLACK:
            edges.append(x)
    return edges[1:] if edges and starts and edges[0] - starts[0] <= EDGE_SLACK else edges


def _bands_at(rows: Sequence[Row], edge: float, gutter: float) -> list[Band]:
    """The bands of one gutter: runs of rows that nothing crosses, with enough rows on both sides."""
    bands: list[Band] = []
    first = 0
    start, end = edge - EDGE_SLACK, edge - gutter
    for index in range(len(rows) + 1):
        if index < len(rows) and not _crosses(rows[index], start, end):
            continue
        if index - first >= SIDE_ROWS:
            bands.extend(_band(rows, edge, first, index))
        first = index + 1
    return bands


def _crosses(row: Row, start: float, end: float) -> bool:
    """A segment of the row begins left of `start` and reaches beyond `end`."""
    for segment in row:  # a loop, not any(): this is the innermost loop of the stage
        box = segment.box
        if box.x0 >= start:
            return False
        if box.x1 > end:
            return True
    return False


def _band(rows: Sequence[Row], edge: float, first: int, last: int) -> list[Band]:
    """The band of these rows if both sides have enough rows, else nothing."""
    limit = edge - EDGE_SLACK
    taken = rows[first:last]
    if sum(row[0].box.x0 < limit for row in taken) < SIDE_ROWS or sum(row[-1].box.x0 >= limit for row in taken) < SIDE_ROWS:
        return []
    left = tuple(s for row in taken for s in row if s.box.x0 < limit)
    right = tuple(s for row in taken for s in row if s.box.x0 >= limit)
    return [Band(edge, first, last, left, right)]


def evidence_of(band: Band) -> Evidence:
    """What tells columns from rows in a band; all but the headings from the part where the two sides stand side by side."""
    left, right = _side_by_side(band)
    left_rows, right_rows = rows_of(left), rows_of(right)
    fewer = min(len(left_rows), len(right_rows))
    usual = median(s.size for s in (*left, *right))
    sides = [side for _, side in sorted([(s.order, 0) for s in left] + [(s.order, 1) for s in right])]
    switches = sum(one != other for one, other in itertools.pairwise(sides))
    return Evidence(
        switches=min(1.0, (switches - 1) / max(1, 2 * fewer - 2)),
        partners=_partners(left_rows, right_rows) / fewer,
        across=_across(left, right),
        left_headings=_share(_heads(segment, band.right, usual) for segment in band.left),
        right_headings=_share(_heads(segment, band.left, usual) for segment in band.right),
        titles=_has_title(left, usual) and _has_title(right, usual),
        left_dates=_share(row[0].date for row in left_rows),
        right_dates=_share(any(s.date for s in row) for row in right_rows),
        bullets=min(_share(row[0].bullet for row in rows) for rows in (left_rows, right_rows)),
        flush=_flush_right(right_rows),
        labels=_share(row[-1].text.endswith(":") for row in left_rows),
        few=fewer,
        whole_stream=switches == 1 and not left[0].read,
        thick=all(median(sum(len(s.words) for s in row) for row in rows) >= SURE_ROWS for rows in (left_rows, right_rows)),
    )


def _side_by_side(band: Band) -> tuple[Sequence[Segment], Sequence[Segment]]:
    """Both sides of the band without what stands above or below the whole other side."""
    top = max(min(s.box.top for s in band.left), min(s.box.top for s in band.right))
    bottom = min(max(s.box.bottom for s in band.left), max(s.box.bottom for s in band.right))
    left, right = ([s for s in side if s.box.bottom > top and s.box.top < bottom] for side in (band.left, band.right))
    return left, right


def _share(answers: Iterable[bool]) -> float:
    """The share of answers that are true."""
    known = list(answers)
    return sum(known) / max(1, len(known))


def _partners(left_rows: Sequence[Row], right_rows: Sequence[Row]) -> int:
    """Rows of the left side with a right row on exactly the same baseline."""
    count = 0
    at = 0
    for row in left_rows:
        while at < len(right_rows) and right_rows[at][0].box.bottom < row[0].box.top:
            at += 1
        count += any(on_baseline(row[-1], other[0]) for other in right_rows[at : at + 3])
    return count


def _heads(segment: Segment, opposite: Sequence[Segment], usual: float) -> bool:
    """The segment is a heading and set apart from the other side: by its look, or with nothing but a heading on its baseline."""
    if not is_heading(segment):
        return False
    if segment.text.isupper() or segment.size >= TITLE_SIZE * usual:
        return True
    return not any(on_baseline(segment, other) and not is_heading(other) for other in opposite)


def _has_title(side: Sequence[Segment], usual: float) -> bool:
    """A segment of the side is set in capitals larger than the rest: a heading, whatever its words."""
    return any(
        s.size >= TITLE_SIZE * usual and s.text.isupper() and not s.date and len(s.words) <= HEADING_WORDS and len(s.text) >= TITLE_LETTERS
        for s in side
    )


def _across(left: Sequence[Segment], right: Sequence[Segment]) -> float:
    """The share of the rows with both sides whose right segment comes next to the left one in the stream."""
    ends = {segment.last + 1: segment for segment in left}
    drawn = sum(on_baseline(ends[segment.order], segment) for segment in right if segment.order in ends)
    return drawn / min(len(left), len(right))


def _flush_right(rows: Sequence[Row]) -> bool:
    """The rows end at one edge and begin anywhere, as dates and places at the line end do."""
    end, start = max(row[-1].box.x1 for row in rows), min(row[0].box.x0 for row in rows)
    ends = sum(end - row[-1].box.x1 <= EDGE_SLACK for row in rows)
    starts = sum(row[0].box.x0 - start <= EDGE_SLACK for row in rows)
    return ends * 4 >= len(rows) * 3 and starts * 2 <= len(rows)


def column_score(band: Band) -> float:
    """Above 0 if the band is two columns, below if its rows are read across."""
    seen = evidence_of(band)
    rail = seen.left_headings >= 0.5 and seen.partners >= 0.5 and seen.right_headings <= 0.05  # noqa: PLR2004 - half; one of many rows
    both = not rail and (seen.titles or (seen.left_headings > 0 and seen.right_headings > 0))
    left_dates = seen.left_dates >= 0.4  # noqa: PLR2004 - most cells of a date column
    right_dates = seen.right_dates >= (0.6 if seen.few > SURE_ROWS else 0.3)
    one_sided = abs(seen.left_dates - seen.right_dates) >= 0.25  # noqa: PLR2004 - cards side by side both have dates
    rows = (
        (3.0, both),
        (3.0, seen.whole_stream),
        (4.5, seen.bullets >= 0.4),  # noqa: PLR2004 - two lists; half of their rows may be second lines
        (1.0, seen.thick),
        (-4.0, rail),
        (-3.0, (left_dates or right_dates) and one_sided and not both),
        (-3.0, seen.flush and not both),
        (-4.0, seen.labels >= 0.5),  # noqa: PLR2004 - "label: value"
        (-3.0 * (seen.across if both else max(seen.switches, seen.across)), True),
        (3.0 * (0.6 - seen.partners), True),
    )
    return sum(weight for weight, holds in rows if holds)


def best_columns(rows: Sequence[Row]) -> tuple[Band | None, list[Band]]:
    """The largest band that is two columns, None if there is none; and the larger bands that are tables."""
    tables: list[Band] = []
    labels: set[int] = set()
    for found in bands_of(rows):
        whole = _without_margins(rows, found)
        inner = sorted(index for index in labels if whole.first < index < whole.last)
        parts = _parts(rows, whole, inner) if inner else _sections(rows, whole)
        scores = [_judge(part) for part in parts]
        if inner or min(scores, default=0.0) < MIXED_SCORE:  # a table above or below two lists: each section is judged for itself
            tables += [part for part, score in zip(parts, scores, strict=True) if score <= 0]
            parts = [part for part, score in zip(parts, scores, strict=True) if score > 0]
        else:
            parts = [whole] if _judge(whole) > 0 else []
            tables += [] if parts else [whole]
            labels |= set() if parts else _label_rows(rows, whole)
        if parts:
            widest = max(parts, key=lambda part: part.last - part.first)
            return _without_header(rows, _one_floor(rows, widest)), tables
    return None, tables


def _without_margins(rows: Sequence[Row], band: Band) -> Band:
    """The band less the rows at its ends whose right side is dates and places of the left one."""
    above, below = margin_rows(rows[band.first : band.last], band.edge - EDGE_SLACK)
    first = _next_free(rows, band, band.first + above) if above else band.first
    trimmed = _band(rows, band.edge, first, band.last - below) if above or below else []
    return trimmed[0] if trimmed and len(trimmed[0].right) >= SURE_ROWS else band


def _next_free(rows: Sequence[Row], band: Band, start: int) -> int:
    """Index of the last row under white space before the right column begins, `start` if there is none: entries stay whole."""
    begins = next((i for i in range(start, band.last) if rows[i][-1].box.x0 >= band.edge - EDGE_SLACK), start)
    return next((i for i in range(begins, start, -1) if _is_free(rows, i)), start)


def _one_floor(rows: Sequence[Row], band: Band) -> Band:
    """The larger part of a band that a row of headings cuts, if the right side above it stands under a heading of the left."""
    for index in range(band.first + SIDE_ROWS, band.last - SIDE_ROWS):
        left = [s for s in rows[index] if s.box.x0 < band.edge - EDGE_SLACK]
        right = rows[index][len(left) :]
        if not any(is_heading(segment) for segment in right):
            continue
        parts = _parts(rows, band, [index])
        whole = len(parts) > 1 and all(_judge(part) > 0 for part in parts)
        if whole and left and all(map(is_heading, left)) and _is_free(rows, index):
            return max(parts, key=lambda part: part.last - part.first)
        return band
    return band


def _label_rows(rows: Sequence[Row], table: Band) -> set[int]:
    """Indexes of the rows where the left side of a table has a section label, if most of that side are such labels."""
    found = {i for i in range(table.first, table.last) if rows[i][0].box.x0 < table.edge - EDGE_SLACK and is_heading(rows[i][0])}
    return found if len(found) * 2 >= len(table.left) else set()


def _judge(band: Band) -> float:
    """The column score of a band, not above 0 where the evidence of a few rows is too weak."""
    if min(map(len, _side_by_side(band))) < SIDE_ROWS:
        return 0.0
    score = column_score(band)
    if 0 < score <= SURE_SCORE and min(len(rows_of(band.left)), len(rows_of(band.right))) < SURE_ROWS:
        return 0.0
    return score


def _sections(rows: Sequence[Row], band: Band) -> list[Band]:
    """The parts of a band between headings of its left side that stand alone under white space; itself if there are not two."""
    inner = [i for i in range(band.first + 1, band.last) if rows[i][0].box.x0 < band.edge - EDGE_SLACK and _is_alone(rows, i)]
    if not inner or any(is_heading(segment) for segment in band.right):
        return [band]
    parts = _parts(rows, band, inner)
    return parts if len(parts) > 1 else [band]


def _parts(rows: Sequence[Row], band: Band, inner: Sequence[int]) -> list[Band]:
    """The parts of a band that begin at these rows, as far as they have enough rows on both sides."""
    starts = [band.first, *inner, band.last]
    return [part for first, last in itertools.pairwise(starts) for part in _band(rows, band.edge, first, last)]


def _is_alone(rows: Sequence[Row], index: int) -> bool:
    """The row is a heading with nothing beside it and white space above it over the whole width."""
    row = rows[index]
    return len(row) == 1 and is_heading(row[0]) and _is_free(rows, index)


def _is_free(rows: Sequence[Row], index: int) -> bool:
    """White space over the whole width cuts the row off from those above, and nothing below reaches into it."""
    box, slack = rows[index][0].box, ALONE_EM * rows[index][0].size
    above = all(s.box.bottom <= box.top - slack for other in rows[max(0, index - 2) : index] for s in other)
    return above and all(s.box.top >= box.bottom - 1.0 for s in rows[index + 1]) if index + 1 < len(rows) else above


def _without_header(rows: Sequence[Row], band: Band) -> Band:
    """The band less its first rows that the stream draws across the gutter: a header line with contact data."""
    first = band.first
    left = set(map(id, band.left))
    for index in range(band.first, band.last - SIDE_ROWS):
        row = rows[index]
        if any(segment.bullet or is_heading(segment) for segment in row):
            break
        sides = [id(segment) in left for segment in row]
        if len(set(sides)) == 1:
            continue
        cut = sides.index(False)
        if row[cut - 1].last + 1 != row[cut].order:
            break
        first = index + 1
    trimmed = _band(rows, band.edge, first, band.last) if first > band.first else []
    return trimmed[0] if trimmed else band
