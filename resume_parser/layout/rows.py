"""Rows: the segments of a region grouped by baseline, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.layout.segments import Segment, same_row

Row = list[Segment]


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """The segments grouped by baseline, rows from top to bottom, each from left to right."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda item: item.middle):
        if rows and _belongs(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=lambda item: item.box.x0)
    return rows


def _belongs(row: Row, segment: Segment) -> bool:
    """The segment stands on the row and covers none of its segments."""
    if not same_row(row[0].box, segment.box) or not same_row(row[-1].box, segment.box):
        return False
    return all(segment.box.x0 >= other.box.x1 - 1.0 or segment.box.x1 <= other.box.x0 + 1.0 for other in row)


def on_baseline(first: Segment, second: Segment) -> bool:
    """Two segments stand exactly on one baseline, as cells of a table row do; sizes may differ a little."""
    slack = 0.06 * max(first.size, second.size) + 0.25 * abs(first.size - second.size)
    return abs(first.box.bottom - second.box.bottom) <= slack or abs(first.box.top - second.box.top) <= slack
