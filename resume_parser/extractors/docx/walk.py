"""The walk over the XML of one story (body, header, footer): paragraphs in document order with their page and cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resume_parser.document import Cell
from resume_parser.extractors.docx.drawings import chosen, extents, outer_boxes, shown_pictures
from resume_parser.extractors.docx.package import Story, W
from resume_parser.extractors.docx.styles import (
    DEFAULT_SIZE,
    RunProperties,
    Style,
    StyleSheet,
    count,
    paragraph_properties,
    run_properties,
    shading,
    value,
)
from resume_parser.extractors.flow.boxes import reading_order
from resume_parser.extractors.flow.fields import Fields, field_link
from resume_parser.extractors.flow.layers import over
from resume_parser.extractors.flow.lines import LineBuilder, Look
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope, why_hidden
from resume_parser.extractors.flow.symbols import symbol
from resume_parser.extractors.ooxml import MC, R
from resume_parser.extractors.portrait import Candidate

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEW_PAGE = ("nextPage", "oddPage", "evenPage")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT = (*(W + name for name in ("t", "tab", "ptab", "cr", "sym", "noBreakHyphen")), _MATH + "t")
_BLOCK_WRAPPERS = tuple(W + name for name in ("body", "ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml"))
_WRAPPERS = (
    *(W + name for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")),
    *(_MATH + name for name in ("oMath", "oMathPara", "r", "e", "num", "den", "sup", "sub", "f", "rad", "d", "sSup", "sSub")),
)


@dataclass(slots=True)
class _Current:
    """The paragraph that is being read."""

    scope: Scope
    style: Style
    shaded: bool
    builder: LineBuilder = field(default_factory=LineBuilder)
    boxes: list[tuple[_Element, list[_Element]]] = field(default_factory=list)  # each drawing with the contents of its boxes


class StoryWalk:
    """Reads one story; `page`, `tables`, `section_pages` and `pictures` tell afterwards what it met."""

    def __init__(self, sheet: StyleSheet, story: Story, *, page: int = 1, tables: int = 0, ground: bool = False) -> None:
        self.page = page
        self.tables = tables
        self.section_pages = [page]  # page on which each section starts
        self.pictures: list[Candidate] = []
        self._sheet = sheet
        self._story = story
        self._ground = ground  # a shape lies behind the text, so white text may be readable
        self._fresh = True  # nothing printed since the page began
        self._fields = Fields()
        self._link: str | None = None
        self._breaks: list[str] = []  # how each section begins
        self._sections = 0
        self._run: RunProperties = RunProperties()
        self._inline: Mapping[str, Callable[[_Element, _Current], None]] = {
            W + "r": self._read_run,
            W + "hyperlink": self._read_hyperlink,
            W + "fldSimple": self._read_simple_field,
            W + "ruby": self._read_ruby,
            MC + "AlternateContent": self._read_alternate,
            W + "lastRenderedPageBreak": self._read_rendered_break,
            W + "br": self._read_break,
            W + "fldChar": self._read_field_mark,
            W + "instrText": self._read_field_code,
            W + "drawing": self._read_drawing,
            W + "pict": self._read_drawing,
            W + "object": self._read_drawing,
            **dict.fromkeys(_TEXT, self._read_text),
            **dict.fromkeys(_WRAPPERS, self._read_inline),
        }

    def read(self, scope: Scope) -> list[Paragraph]:
        """Every paragraph of the story in document order."""
        self._breaks = [value(section, "type") or "nextPage" for section in sections(self._story.root)]
        return list(self._container(self._story.root, scope))

    # containers ------------------------------------------------------------------------------------------

    def _container(self, parent: _Element, scope: Scope) -> Iterator[Paragraph]:
        for child in parent.iterchildren():
            tag = child.tag
            if tag == W + "p":
                yield self._paragraph(child, scope)
            elif tag == W + "tbl":
                yield from self._table(child, scope)
            elif tag == MC + "AlternateContent":
                yield from self._container(chosen(child), scope)
            elif tag in _BLOCK_WRAPPERS:
                yield from self._container(child, scope)

    def _table(self, table: _Element, scope: Scope) -> Iterator[Paragraph]:
        number, self.tables = self.tables, self.tables + 1
        properties = table.find(W + "tblPr")
        style = value(properties, "tblStyle")
        shaded = scope.shaded or bool(shading(properties)) or (style is not None and self._sheet.named(style).shaded)
        for index, row in enumerate(_members(table, W + "tr")):
            yield from self._row(row, Cell(number, index, 0), replace(scope, shaded=shaded))

    def _row(self, row: _Element, cell: Cell, scope: Scope) -> Iterator[Paragraph]:
        """The cells of a row start on one page, and the row ends where its longest cell ends."""
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            return
        start, end, fresh = self.page, self.page, self._fresh
        column = count(value(properties, "gridBefore"), 0)
        for element in _members(row, W + "tc"):
            self.page, self._fresh = start, fresh
            own = element.find(W + "tcPr")
            shade = shading(own)
            place = replace(scope, cell=replace(cell, column=column), shaded=scope.shaded if shade is None else shade or scope.shaded)
            yield from self._container(element, place)
            column += count(value(own, "gridSpan"), 1)
            end = max(end, self.page)
        self.page = end

    # one paragraph ---------------------------------------------------------------------------------------

    def _paragraph(self, element: _Element, scope: Scope) -> Paragraph:
        properties = element.find(W + "pPr")
        style_id = value(properties, "pStyle")
        style = self._sheet.paragraph(style_id)
        own = paragraph_properties(properties)
        layout = over(own, style.paragraph)
        if layout.page_break and not self._fresh:
            self._turn()
        current = _Current(scope, style, scope.shaded or bool(layout.shaded))
        self._read_inline(element, current)
        self._fields.end_paragraph()
        level = style.level if own.outline is None else (own.outline + 1) % 10
        listed = level == 0 and (self._sheet.lists(layout) or (style.listed and layout.number is None))
        paragraph = Paragraph(
            current.builder.finish(level, listed),
            scope,
            style.name,
            level,
            layout.before or 0.0,
            layout.after or 0.0,
            bool(layout.contextual),
            tuple(self._boxes(current)),
        )
        if properties is not None and properties.find(W + "sectPr") is not None:
            self._end_section()
        return paragraph

    def _boxes(self, current: _Current) -> Iterator[Paragraph]:
        """The paragraphs of the text boxes, on the page of their anchor."""
        part = "box" if current.scope.part == "body" else current.scope.part
        scope = Scope(part, None, shaded=True)  # the fill of a box is not resolved: its white text counts as readable
        page, fresh, fields, link = self.page, self._fresh, self._fields, self._link
        for index in reading_order(extents([drawing for drawing, _ in current.boxes])):
            for box in current.boxes[index][1]:
                self._fields, self._link = Fields(), None
                yield from self._container(box, scope)
                yield Paragraph((), scope)
                self.page, self._fresh = page, fresh
        self._fields, self._link = fields, link

    def _end_section(self) -> None:
        self._sections += 1
        if self._sections < len(self._breaks):
            if self._breaks[self._sections] in _NEW_PAGE:
                self._turn()
            self.section_pages.append(self.page)

    def _turn(self) -> None:
        self.page += 1
        self._fresh = True

    # inside a paragraph ----------------------------------------------------------------------------------

    def _read_inline(self, parent: _Element, current: _Current) -> None:
        for child in parent.iterchildren():
            read = self._inline.get(child.tag)
            if read is not None:
                read(child, current)

    def _read_run(self, run: _Element, current: _Current) -> None:
        properties = run.find(W + "rPr")
        named = value(properties, "rStyle")
        lower = over(self._sheet.named(named).run, current.style.run) if named else current.style.run
        self._run = over(run_properties(properties), lower)
        self._read_inline(run, current)

    def _read_text(self, element: _Element, current: _Current) -> None:
        """Characters, and the elements that stand for one."""
        if self._fields.hide:
            return
        name = element.tag.rpartition("}")[2]
        if name in ("tab", "ptab"):
            current.builder.tab()
        elif name == "cr":
            current.builder.end_line()
        else:
            self._print(_characters(element, name), current)

    def _print(self, text: str, current: _Current) -> None:
        if text:
            current.builder.add(text.upper() if self._run.caps else text, self._look(current), self.page)
            self._fresh = self._fresh and text.isspace()

    def _look(self, current: _Current) -> Look:
        run = self._run
        size = DEFAULT_SIZE if run.size is None else run.size
        return Look(
            size, bool(run.bold), bool(run.italic), run.color or 0, self._fields.link or self._link, self._hidden(run, size, current)
        )

    def _hidden(self, run: RunProperties, size: float, current: _Current) -> str:
        shaded = self._ground or current.shaded or bool(run.shaded)
        return why_hidden(size, run.color or 0, vanish=bool(run.vanish), shaded=shaded)

    def _read_break(self, element: _Element, current: _Current) -> None:
        current.builder.end_line()
        if element.get(W + "type") == "page":
            self._turn()

    def _read_rendered_break(self, element: _Element, current: _Current) -> None:
        """The page that Word began here when it saved; right after a break of another kind it is that same page."""
        if current.scope.part != "box" and not self._fresh:
            self.page += 1

    def _read_hyperlink(self, element: _Element, current: _Current) -> None:
        outer = self._link
        self._link = self._story.links.get(element.get(R + "id", ""), outer)
        self._read_inline(element, current)
        self._link = outer

    def _read_simple_field(self, element: _Element, current: _Current) -> None:
        outer = self._link
        self._link = field_link(element.get(W + "instr", "")) or outer
        self._read_inline(element, current)
        self._link = outer

    def _read_field_mark(self, element: _Element, current: _Current) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._print(self._fields.begin_result(), current)
        elif kind == "end":
            self._print(self._fields.end(), current)

    def _read_field_code(self, element: _Element, current: _Current) -> None:
        self._fields.add_code(element.text or "")

    def _read_ruby(self, element: _Element, current: _Current) -> None:
        base = element.find(W + "rubyBase")
        if base is not None:
            self._read_inline(base, current)

    def _read_alternate(self, element: _Element, current: _Current) -> None:
        self._read_inline(chosen(element), current)

    def _read_drawing(self, element: _Element, current: _Current) -> None:
        boxes = outer_boxes(element)
        if boxes:
            current.boxes.append((element, boxes))
        for shown in () if self._run.vanish else shown_pictures(element):
            load = self._story.pictures.get(shown.key)
            if load is not None:
                self.pictures.append(Candidate(self.page, shown.width, shown.height, load))


def _characters(element: _Element, name: str) -> str:
    if name == "sym":
        return symbol(element.get(W + "font", ""), element.get(W + "char", ""))
    return "-" if name == "noBreakHyphen" else element.text or ""


def _members(parent: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, also inside content controls and insertions."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _BLOCK_WRAPPERS:
            yield from _members(child, tag)


def sections(root: _Element) -> list[_Element]:
    """The section properties in document order, without those of tracked changes."""
    return [section for section in root.iter(W + "sectPr") if _tag(section.getparent()) != W + "sectPrChange"]


def _tag(element: _Element | None) -> str:
    return "" if element is None else str(element.tag)
