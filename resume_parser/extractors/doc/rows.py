"""Tables: which row a paragraph stands in, which grid column its cell has, and whether the cell is painted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from resume_parser.extractors.doc.properties import Layout

_SAME_EDGE = 15  # twentieths of a point: borders so near are one border of the grid


@dataclass(slots=True)
class Grid:
    """The borders between the columns of a table, of all its rows."""

    edges: set[int] = field(default_factory=set)
    _borders: list[int] = field(default_factory=list)

    def column(self, edge: int) -> int:
        """The number of the column that begins at a border."""
        if not self._borders:
            for border in sorted(self.edges):
                if not self._borders or border - self._borders[-1] > _SAME_EDGE:
                    self._borders.append(border)
        return bisect_left(self._borders, edge - _SAME_EDGE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as its end mark describes it."""

    grid: Grid
    layout: Layout

    def column(self, cell: int) -> int:
        """The grid column of a cell; its own number where the row does not say."""
        edges = self.layout.edges
        return max(self.grid.column(edges[cell]), cell) if cell < len(edges) else cell

    def painted(self, cell: int) -> bool:
        """True if the cell has a ground of its own."""
        shades = self.layout.shades
        return cell < len(shades) and shades[cell]


def rows_of(layouts: Sequence[Layout]) -> list[Row | None]:
    """The row around each paragraph, None outside of tables and where a damaged table has no end of the row."""
    found: list[Row | None] = []
    grids: list[Grid] = []  # of the open tables, outermost first
    rows: list[Row | None] = []
    for layout in reversed(layouts):
        depth = layout.depth
        del grids[depth:], rows[depth:]
        while len(grids) < depth:
            grids.append(Grid())
            rows.append(None)
        if depth and layout.row_end:
            grids[-1].edges.update(layout.edges)
            rows[-1] = Row(grids[-1], layout)
        found.append(rows[-1] if rows else None)
    return found[::-1]
