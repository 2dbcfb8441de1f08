"""The order of text boxes that hang on one paragraph: files keep them in the order in which they were drawn."""

from __future__ import annotations

from collections.abc import Sequence

Extent = tuple[float, float, float]  # left, right, top in points
SAME_TOP = 9.0  # points between the tops of boxes in one row
NARROW = 0.4  # of the width of the other column: a column of dates or labels
LEAST_ROWS = 2
_Column = list[tuple[Extent, int]]


def reading_order(extents: Sequence[Extent | None]) -> list[int]:
    """The indexes of boxes column by column and downwards, row by row where one column is a label for each box of the other.

    The order of the file where a box does not say where it stands.
    """
    placed = [(extent, index) for index, extent in enumerate(extents) if extent is not None]
    if len(placed) < len(extents):
        return list(range(len(extents)))
    columns = _columns(placed)
    labels = next((column for column in columns if len(columns) == 2 and _labels(column, columns)), None)  # noqa: PLR2004 - a label and its text
    if labels is None:
        return [index for column in columns for _, index in column]
    texts = columns[1] if labels is columns[0] else columns[0]
    rows = {index: _beside(extent, texts) or extent[2] for extent, index in labels}
    return [index for _, _, index in sorted((rows.get(index, extent[2]), extent[0], index) for extent, index in placed)]


def _columns(placed: _Column) -> list[_Column]:
    """The boxes cut at the gaps that none of them crosses, each column downwards."""
    columns: list[_Column] = []
    for item in sorted(placed):
        if columns and item[0][0] < max(right for (_, right, _), _ in columns[-1]):
            columns[-1].append(item)
        else:
            columns.append([item])
    return [sorted(column, key=lambda item: item[0][2]) for column in columns]


def _labels(column: _Column, columns: Sequence[_Column]) -> bool:
    """A narrow column whose every box begins at the height of a box of the other."""
    (other,) = [one for one in columns if one is not column]
    beside = [_beside(extent, other) is not None for extent, _ in column]
    return len(column) >= LEAST_ROWS and all(beside) and _width(column) <= NARROW * _width(other)


def _beside(extent: Extent, column: _Column) -> float | None:
    """The top of the box of a column at the height of a box, None where there is none."""
    return next((top for (_, _, top), _ in column if abs(top - extent[2]) <= SAME_TOP), None)


def _width(column: _Column) -> float:
    return max(right - left for (left, right, _), _ in column)
