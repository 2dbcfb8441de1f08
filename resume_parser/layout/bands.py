"""Bands: rows of a region that a gutter, a vertical strip which no segment of theirs crosses, splits into two sides."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from resume_parser.layout.rows import Row
from resume_parser.layout.segments import Segment

GUTTER_EM = 0.6  # narrowest gutter, in em of the usual size
EDGE_SLACK = 1.5  # points by which left edges of one column differ
SIDE_ROWS = 2  # rows that each side of a band must have


@dataclass(frozen=True, slots=True)
class Band:
    """Rows `first` to `last` (exclusive) of a region, split at x = `edge`."""

    edge: float
    first: int
    last: int
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]


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
            bands.extend(band_of(rows, edge, first, index))
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


def band_of(rows: Sequence[Row], edge: float, first: int, last: int) -> list[Band]:
    """The band of these rows if both sides have enough rows, else nothing."""
    limit = edge - EDGE_SLACK
    taken = rows[first:last]
    if sum(row[0].box.x0 < limit for row in taken) < SIDE_ROWS or sum(row[-1].box.x0 >= limit for row in taken) < SIDE_ROWS:
        return []
    left = tuple(s for row in taken for s in row if s.box.x0 < limit)
    right = tuple(s for row in taken for s in row if s.box.x0 >= limit)
    return [Band(edge, first, last, left, right)]


def parts_of(rows: Sequence[Row], band: Band, inner: Sequence[int]) -> list[Band]:
    """The parts of a band that begin at these rows, as far as they have enough rows on both sides; itself if none begins inside."""
    cuts = [index for index in inner if band.first < index < band.last]
    starts = [band.first, *cuts, band.last]
    return [part for first, last in itertools.pairwise(starts) for part in band_of(rows, band.edge, first, last)] if cuts else [band]
