"""Pairs the rows of two lists so that the total similarity is the highest possible (Hungarian method)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

Matrix = Sequence[Sequence[float]]


def best_pairs(similarity: Matrix, floor: float) -> dict[int, int]:
    """The column of each row in the best one-to-one pairing; pairs below `floor` are left out.

    `similarity[row][column]` is 0..1 or any other finite number, higher is more alike. Exact, O(n^3).
    """
    if not similarity or not similarity[0]:
        return {}
    if len(similarity) > len(similarity[0]):
        turned = best_pairs(tuple(zip(*similarity, strict=True)), floor)
        return {row: column for column, row in sorted(turned.items(), key=lambda pair: pair[1])}
    column_of = _assign([[-value for value in row] for row in similarity])
    return {row: column for row, column in enumerate(column_of) if similarity[row][column] >= floor}


@dataclass(slots=True)
class _Search:
    """One search for the cheapest way to give a row a column. Index 0 is a dummy; rows and columns count from 1."""

    columns: int
    cheapest: list[float] = field(init=False)
    previous: list[int] = field(init=False)
    visited: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.cheapest = [inf] * (self.columns + 1)
        self.previous = [0] * (self.columns + 1)
        self.visited = [False] * (self.columns + 1)


def _assign(cost: Matrix) -> list[int]:
    """The column of each row at the lowest total cost; there are at least as many columns as rows."""
    columns = len(cost[0])
    row_price = [0.0] * (len(cost) + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # row of each column, 0 = free
    for row in range(1, len(cost) + 1):
        owner[0] = row
        search = _Search(columns)
        free = 0
        while owner[free]:
            free = _step(cost, search, free, owner, (row_price, column_price))
        while free:
            owner[free] = owner[search.previous[free]]
            free = search.previous[free]
    column_of = [0] * len(cost)
    for column in range(1, columns + 1):
        if owner[column]:
            column_of[owner[column] - 1] = column - 1
    return column_of


def _step(cost: Matrix, search: _Search, column: int, owner: list[int], prices: tuple[list[float], list[float]]) -> int:
    """The next column on the cheapest way from `column`; updates the prices so that the way stays the cheapest."""
    row_price, column_price = prices
    search.visited[column] = True
    row = owner[column]
    unseen = [j for j in range(1, search.columns + 1) if not search.visited[j]]
    for j in unseen:
        reduced = cost[row - 1][j - 1] - row_price[row] - column_price[j]
        if reduced < search.cheapest[j]:
            search.cheapest[j] = reduced
            search.previous[j] = column
    nearest = min(unseen, key=search.cheapest.__getitem__)
    delta = search.cheapest[nearest]
    for j in range(search.columns + 1):
        if search.visited[j]:
            row_price[owner[j]] += delta
            column_price[j] -= delta
        else:
            search.cheapest[j] -= delta
    return nearest
