"""The words of tesseract's table: text, confidence and box in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

WORD_LEVEL = "5"  # rows of this level are words
COLUMNS = 12  # level page block paragraph line word left top width height confidence text
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the engine gives it, in pixels of the image that it read."""

    text: str
    confidence: float  # 0-1
    line: tuple[int, int, int]  # block, paragraph, line
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Height of the ink in pixels."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """Width of the ink in pixels."""
        return self.right - self.left


def tokens_of(table: str) -> list[Token]:
    """The words of the table that have a visible character, in the order of the engine."""
    return list(_tokens(table))


def _tokens(table: str) -> Iterator[Token]:
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) < COLUMNS or cells[0] != WORD_LEVEL or not cells[-1].strip():
            continue
        block, paragraph, line, _, left, top, width, height = map(int, cells[2:10])
        yield Token(
            cells[-1].strip(), max(0.0, float(cells[10])) / PERCENT, (block, paragraph, line), left, top, left + width, top + height
        )
