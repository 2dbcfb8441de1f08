"""Columns: where a region of the page falls into two columns that are read one after the other.

Of the largest bands (see `bands`) the one whose sides look most like columns (see `evidence`) is taken, cut where the columns
change: at a header above them, at a section below them, at headings that stand over both sides.
"""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.layout.bands import EDGE_SLACK, SIDE_ROWS, Band, band_of, bands_of, parts_of
from resume_parser.layout.evidence import SURE_ROWS, column_score, drawn_whole, side_by_side
from resume_parser.layout.heading_looks import is_heading
from resume_parser.layout.margins import margin_rows
from resume_parser.layout.rows import Row, rows_of

SURE_SCORE = 2.0  # needed where one side has fewer than SURE_ROWS rows
MIXED_SCORE = -1.0  # a section of a band with a score below is surely a table
NEARLY = 0.9  # of the segments of the largest band with columns: a smaller one does not compete with it
SURELY_BETTER = 1.0  # by so much the score of a smaller band must be better
ALONE_EM = 0.4  # white space above a heading that ends what stands above it


def best_columns(rows: Sequence[Row], *, goes_on: bool = False) -> tuple[Band | None, list[Band]]:
    """The best of the largest bands that are two columns, None if there is none; and the larger bands that are tables.

    `goes_on`: the columns may go on from the page before.
    """
    tables: list[Band] = []
    labels: set[int] = set()
    best: tuple[float, Band] | None = None
    size = 0
    for found in bands_of(rows):
        if best and len(found.left) + len(found.right) < NEARLY * size:
            break
        columns, others = _judged(rows, _without_margins(rows, found), labels)
        tables += others
        if columns:
            widest = max(columns, key=lambda judged: judged[1].last - judged[1].first)
            best = widest if best is None or widest[0] > best[0] + SURELY_BETTER else best
            size = size or len(widest[1].left) + len(widest[1].right)
    return (_without_header(rows, _floor(rows, best[1], goes_on=goes_on)) if best else None), tables


def _judged(rows: Sequence[Row], whole: Band, labels: set[int]) -> tuple[list[tuple[float, Band]], list[Band]]:
    """What of a band is columns, each with its score, and what is a table; rows with labels of a table are added to `labels`."""
    inner = sorted(index for index in labels if whole.first < index < whole.last)
    parts = parts_of(rows, whole, inner or _sections(rows, whole))
    scores = [_judge(part) for part in parts] if parts[:1] != [whole] else []
    if not inner and (min(scores, default=0.0) >= MIXED_SCORE or drawn_whole(whole)):  # no table above or below two lists
        parts, scores = [whole], [_judge(whole)]
        labels |= _label_rows(rows, whole) if scores[0] <= 0 else set()
    judged = list(zip(scores, parts, strict=True))
    return [(score, part) for score, part in judged if score > 0], [part for score, part in judged if score <= 0]


def _without_margins(rows: Sequence[Row], band: Band) -> Band:
    """The band less the rows at its ends whose right side is dates and places of the left one."""
    above, below = margin_rows(rows[band.first : band.last], band.edge - EDGE_SLACK)
    first = _next_free(rows, band, band.first + above) if above else band.first
    trimmed = band_of(rows, band.edge, first, band.last - below) if above or below else []
    return trimmed[0] if trimmed and len(trimmed[0].right) >= SURE_ROWS else band


def _next_free(rows: Sequence[Row], band: Band, start: int) -> int:
    """Index of the last row under white space before the right column begins, `start` if there is none: entries stay whole."""
    begins = next((i for i in range(start, band.last) if rows[i][-1].box.x0 >= band.edge - EDGE_SLACK), start)
    return next((i for i in range(begins, start, -1) if _is_free(rows, i)), start)


def _floor(rows: Sequence[Row], band: Band, *, goes_on: bool) -> Band:
    """The largest floor of the band, itself if it has one floor; a floor is read from its left to its right side before the next one.

    A row of headings over both sides starts a floor. Where the right side has no heading, it stands under those of the left
    side (as the second of two cards or lists does), and each of them starts a floor.
    """
    starts = _heading_rows(rows, band)
    if not starts:
        return band
    whole = drawn_whole(band)
    across = [index for index in starts if _is_across(rows, band, index) and not (whole and _begins_alone(rows, band, index))]
    floors = parts_of(rows, band, [] if goes_on else across)
    if not whole:
        floors = [part for floor in floors for part in parts_of(rows, floor, [] if any(map(is_heading, floor.right)) else starts)]
    judged = [floor for floor in floors if _judge(floor) > 0] if len(floors) > 1 else []
    return max(judged, key=lambda floor: floor.last - floor.first, default=band)


def _heading_rows(rows: Sequence[Row], band: Band) -> list[int]:
    """Rows of the band under white space that start with a heading of the left side."""
    limit = band.edge - EDGE_SLACK
    return [i for i in range(band.first + 1, band.last) if rows[i][0].box.x0 < limit and is_heading(rows[i][0]) and _is_free(rows, i)]


def _is_across(rows: Sequence[Row], band: Band, index: int) -> bool:
    """The row has headings on both sides of the band and nothing else."""
    return rows[index][-1].box.x0 >= band.edge - EDGE_SLACK and all(map(is_heading, rows[index]))


def _begins_alone(rows: Sequence[Row], band: Band, index: int) -> bool:
    """Above this row the right side begins with a heading of its own or, as a sidebar with the name does, with the largest text."""
    above = (s for row in rows[band.first : index] for s in row if s.box.x0 >= band.edge - EDGE_SLACK)
    first = next(above, None)
    return first is not None and (is_heading(first) or first.size > max(s.size for s in band.left))


def _label_rows(rows: Sequence[Row], table: Band) -> set[int]:
    """Indexes of the rows where the left side of a table has a section label, if most of that side are such labels."""
    found = {i for i in range(table.first, table.last) if rows[i][0].box.x0 < table.edge - EDGE_SLACK and is_heading(rows[i][0])}
    return found if len(found) * 2 >= len(table.left) else set()


def _judge(band: Band) -> float:
    """The column score of a band, not above 0 where the evidence of a few rows is too weak."""
    if min(map(len, side_by_side(band))) < SIDE_ROWS:
        return 0.0
    score = column_score(band)
    if 0 < score <= SURE_SCORE and min(len(rows_of(band.left)), len(rows_of(band.right))) < SURE_ROWS:
        return 0.0
    return score


def _sections(rows: Sequence[Row], band: Band) -> list[int]:
    """Rows of a band with nothing but headings, under white space over its whole width."""
    return [index for index in range(band.first + 1, band.last) if all(map(is_heading, rows[index])) and _is_free(rows, index)]


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
    trimmed = band_of(rows, band.edge, first, band.last) if first > band.first else []
    return trimmed[0] if trimmed and _judge(trimmed[0]) > 0 else band
