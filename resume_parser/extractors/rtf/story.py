"""One story of the file (body, header, footer, text box): its paragraphs in order, and the table cells that they stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from resume_parser.document import Cell
from resume_parser.extractors.flow.lines import LineBuilder
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope


@dataclass(slots=True)
class _Grid:
    """How far a table has been read."""

    table: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Manner:
    """What a paragraph is besides its text."""

    style: str = ""
    level: int = 0  # heading level, 0 = none
    listed: bool = False
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    shaded: bool = False


@dataclass(slots=True)
class Story:
    """Collects paragraphs; `next_table` numbers the tables of the document."""

    part: str
    next_table: Callable[[], int]
    parent: Story | None = None  # of a text box
    section: int = 0  # of a header or footer
    variant: str = ""  # of a header or footer: "f" first page, "l" left pages
    builder: LineBuilder = field(default_factory=LineBuilder)
    paragraphs: list[Paragraph] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    begun: bool = False  # the paragraph has met text or its end
    mark: bool | None = None  # the paragraph prints a list mark, False for an empty one, None where it has none
    _grids: list[_Grid] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many boxes stand around the story."""
        return 0 if self.parent is None else self.parent.depth + 1

    @property
    def pending(self) -> bool:
        """True if a paragraph has something to end."""
        return bool(self.builder.started or self.builder.lines or self.boxes)

    @property
    def column(self) -> int:
        """Column of the outer table that is being read, 0 outside tables."""
        return self._grids[0].column if self._grids else 0

    def end_paragraph(self, manner: Manner, depth: int) -> None:
        """Ends the paragraph, which stands in so many tables."""
        scope = Scope(self.part, self._cell(depth), manner.shaded)
        lines = self.builder.finish(manner.level, manner.listed)
        self.paragraphs.append(
            Paragraph(
                lines,
                scope,
                manner.style,
                manner.level,
                manner.before,
                manner.after,
                manner.contextual,
                tuple(self.boxes),
            )
        )
        self.builder, self.boxes, self.begun, self.mark = LineBuilder(), [], False, None

    def end_cell(self, manner: Manner, depth: int) -> None:
        """Ends the paragraph and its cell."""
        self.end_paragraph(manner, depth)
        self._grids[depth - 1].column += 1

    def end_row(self, depth: int) -> None:
        """The next cell of the table at this depth starts a row."""
        if len(self._grids) >= depth:
            del self._grids[depth:]
            grid = self._grids[-1]
            grid.row, grid.column = grid.row + 1, 0

    def _cell(self, depth: int) -> Cell | None:
        """The cell in force, None outside tables; tables that are deeper have ended."""
        del self._grids[depth:]
        while len(self._grids) < depth:
            self._grids.append(_Grid(self.next_table()))
        if not depth:
            return None
        grid = self._grids[-1]
        return Cell(grid.table, grid.row, grid.column)
