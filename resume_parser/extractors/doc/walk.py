"""The walk over one story (body, header, footer, box): paragraphs in the order of the file with their page and cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from resume_parser.document import Cell
from resume_parser.extractors.doc.properties import Run
from resume_parser.extractors.doc.rows import Row, rows_of
from resume_parser.extractors.doc.source import SECTION_MARK, Range, Source
from resume_parser.extractors.flow.fields import Fields
from resume_parser.extractors.flow.lines import LineBuilder, Look
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope, why_hidden
from resume_parser.extractors.flow.symbols import symbol

_TOKENS = re.compile("([\x00-\x1f])")
_CELL_MARK = "\x07"
_NO_BREAK_HYPHEN, _SYMBOL, _PICTURE, _DRAWING = "\x1e", "(", "\x01", "\x08"


@dataclass(slots=True)
class _OpenTable:
    """The place of the next cell."""

    number: int
    row: int = 0
    cell: int = 0


@dataclass(slots=True)
class _Current:
    """The paragraph that is being read."""

    scope: Scope
    shaded: bool
    builder: LineBuilder = field(default_factory=LineBuilder)
    boxes: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """Reads one story; `page`, `tables` and `pictures` tell afterwards what it met."""

    source: Source
    boxes: Mapping[int, Sequence[tuple[int, int]]]  # character of the anchor -> ranges of the text of its boxes
    page: int = 1
    tables: int = 0
    ground: bool = False  # a shape lies behind the text, so white text may be readable
    section_pages: list[int] = field(default_factory=list)  # page on which each section starts
    pictures: list[tuple[int, int]] = field(default_factory=list)  # (page, place in the Data stream) of pictures in the text
    anchors: dict[int, int] = field(default_factory=dict)  # character of a drawn object -> its page
    _fresh: bool = True  # nothing printed since the page began
    _fields: Fields = field(default_factory=Fields)

    def read(self, start: int, end: int, scope: Scope) -> list[Paragraph]:
        """Every paragraph of a range of the text."""
        self.section_pages.append(self.page)
        return list(self._paragraphs(start, end, scope))

    def _paragraphs(self, start: int, end: int, scope: Scope) -> Iterator[Paragraph]:
        ranges = self.source.ranges(start, end)
        open_tables: list[_OpenTable] = []
        for paragraph, row in zip(ranges, rows_of([item.layout for item in ranges]), strict=True):
            depth = paragraph.layout.depth
            del open_tables[depth:]
            while len(open_tables) < depth:
                open_tables.append(_OpenTable(self.tables))
                self.tables += 1
            inner = open_tables[-1] if open_tables else None
            if inner is None or not paragraph.layout.row_end:
                yield self._paragraph(paragraph, scope if inner is None else _in_cell(scope, inner, row))
            if inner is not None:
                _advance(inner, paragraph, depth)

    def _paragraph(self, paragraph: Range, scope: Scope) -> Paragraph:
        layout, style = paragraph.layout, paragraph.style
        if layout.page_break and not self._fresh:
            self._turn()
        current = _Current(scope, scope.shaded or layout.shaded)
        for start, text, run in self.source.runs(paragraph):
            if not run.deleted:
                self._read_run(start, text, run, current)
        self._fields.end_paragraph()
        level = style.level if layout.outline is None else (layout.outline + 1) % 10
        found = Paragraph(
            current.builder.finish(level, level == 0 and self.source.is_listed(paragraph)),
            scope,
            style.name,
            level,
            layout.before,
            layout.after,
            layout.contextual,
            tuple(self._boxes(current)),
        )
        if paragraph.mark == SECTION_MARK:
            self._end_section()
        return found

    def _boxes(self, current: _Current) -> Iterator[Paragraph]:
        """The paragraphs of the text boxes, on the page of their anchor."""
        part = "box" if current.scope.part == "body" else current.scope.part
        for start, end in current.boxes:
            yield from self.read_box(start, end, part)
            yield Paragraph((), Scope(part))

    def read_box(self, start: int, end: int, part: str) -> list[Paragraph]:
        """The paragraphs of a text box; its fill is not resolved: its white text counts as readable."""
        inner = Walk(self.source, {}, page=self.page, tables=self.tables, ground=True)
        found = inner.read(start, end, Scope(part, None, shaded=True))
        self.tables = inner.tables
        self.pictures += [(self.page, place) for _, place in inner.pictures]
        return found

    def _end_section(self) -> None:
        number = len(self.section_pages)
        sections = self.source.sections
        if number < len(sections):
            if sections[number].new_page:
                self._turn()
            self.section_pages.append(self.page)

    def _turn(self) -> None:
        self.page += 1
        self._fresh = True

    # inside a paragraph ----------------------------------------------------------------------------------

    def _read_run(self, start: int, text: str, run: Run, current: _Current) -> None:
        if run.symbol is not None and run.special and _SYMBOL in text:
            number, code = run.symbol
            text = text.replace(_SYMBOL, symbol(self.source.fonts.name(number), f"{code:x}"))
        if text.isprintable():
            self._read_text(text, run, current)
            return
        at = start
        for token in _TOKENS.split(text):
            if token and token < " ":
                self._read_mark(token, at, run, current)
            elif token:
                self._read_text(token, run, current)
            at += len(token)

    def _read_mark(self, mark: str, at: int, run: Run, current: _Current) -> None:
        if mark == _PICTURE and run.picture is not None:
            self.pictures.append((self.page, run.picture))
        elif mark == _DRAWING:
            self.anchors[at] = self.page
            current.boxes += self.boxes.get(at, ())
        elif mark == _NO_BREAK_HYPHEN:
            self._read_text("-", run, current)
        elif mark in _MARKS:
            _MARKS[mark](self, current, run)

    def _read_text(self, text: str, run: Run, current: _Current) -> None:
        """Characters: part of a field code, or printed."""
        if self._fields.hide:
            self._fields.add_code(text)
        else:
            self._print(text, run, current)

    def _print(self, text: str, run: Run, current: _Current) -> None:
        if text:
            current.builder.add(text.upper() if run.caps else text, self._look(run, current), self.page)
            self._fresh = self._fresh and text.isspace()

    def _look(self, run: Run, current: _Current) -> Look:
        shaded = self.ground or current.shaded or run.shaded
        hidden = why_hidden(run.size, run.color, vanish=run.vanish, shaded=shaded)
        return Look(run.size, run.bold, run.italic, run.color, self._fields.link, hidden)

    def _tab(self, current: _Current, run: Run) -> None:
        if self._fields.hide:
            self._read_text(" ", run, current)
        else:
            current.builder.tab()

    def _break_line(self, current: _Current, run: Run) -> None:
        current.builder.end_line()

    def _break_page(self, current: _Current, run: Run) -> None:
        current.builder.end_line()
        self._turn()

    def _begin_field(self, current: _Current, run: Run) -> None:
        self._fields.begin()

    def _begin_result(self, current: _Current, run: Run) -> None:
        self._print(self._fields.begin_result(), run, current)

    def _end_field(self, current: _Current, run: Run) -> None:
        self._print(self._fields.end(), run, current)


_MARKS: Mapping[str, Callable[[Walk, _Current, Run], None]] = {
    "\t": Walk._tab,
    "\x0b": Walk._break_line,
    "\x0c": Walk._break_page,
    "\x0e": Walk._break_line,
    "\x13": Walk._begin_field,
    "\x14": Walk._begin_result,
    "\x15": Walk._end_field,
}


def _in_cell(scope: Scope, table: _OpenTable, row: Row | None) -> Scope:
    """The scope of a paragraph in the next cell."""
    column = table.cell if row is None else row.column(table.cell)
    shaded = scope.shaded or (row is not None and row.painted(table.cell))
    return replace(scope, cell=Cell(table.number, table.row, column), shaded=shaded)


def _advance(table: _OpenTable, paragraph: Range, depth: int) -> None:
    """Moves to the next cell or row where the paragraph ends one."""
    if paragraph.layout.row_end:
        table.row, table.cell = table.row + 1, 0
    elif paragraph.layout.cell_end or (depth == 1 and paragraph.mark == _CELL_MARK):
        table.cell += 1
