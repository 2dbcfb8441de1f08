"""The order of text boxes that hang on one paragraph: files keep them in the order in which they were drawn."""

from __future__ import annotations

from collections.abc import Sequence

Extent = tuple[float, float, float]  # left, right, top in points


def by_columns(extents: Sequence[Extent | None]) -> list[int]:
    """The indexes of boxes column by column and downwards, in the order of the file where one does not say where it stands."""
    placed = [(extent, index) for index, extent in enumerate(extents) if extent is not None]
    if len(placed) < len(extents):
        return list(range(len(extents)))
    columns: list[list[tuple[Extent, int]]] = []
    for item in sorted(placed):
        if columns and item[0][0] < max(right for (_, right, _), _ in columns[-1]):
            columns[-1].append(item)
        else:
            columns.append([item])
    return [index for column in columns for _, index in sorted(column, key=lambda item: item[0][2])]
