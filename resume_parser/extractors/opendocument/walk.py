"""The walk over the XML of one part (body, header, slide): paragraphs in document order with their page and cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from resume_parser.document import Cell
from resume_parser.extractors.flow.boxes import Extent, reading_order
from resume_parser.extractors.flow.lines import WIDE_SPACES, LineBuilder, Look
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope, why_hidden
from resume_parser.extractors.opendocument.names import DRAW, OFFICE, SVG, TABLE, TEXT, XLINK
from resume_parser.extractors.opendocument.properties import TextProperties, count, points, text_over
from resume_parser.extractors.opendocument.styles import NO_STYLE, Style, StyleSheet, inherit

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_SIZE = 12.0  # points, where no style says
MOST_COLUMNS = 1000  # a repeated cell counts for no more columns
DEEPEST_LEVEL = 9  # OpenDocument has ten heading levels
SHAPES = tuple(
    DRAW + name
    for name in (
        *("frame", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "regular-polygon"),
        *("path", "connector", "caption", "measure", "g", "a"),
    )
)
_WRAPPERS = (
    *(OFFICE + name for name in ("text",)),
    *(TEXT + name for name in ("section", "index-body", "index-title", "numbered-paragraph", "list-item", "list-header")),
    *(TEXT + name for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")),
    *(TEXT + name for name in ("alphabetical-index", "bibliography")),
)
_ROW_GROUPS = tuple(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_NOT_SHOWN = frozenset((TEXT + "note", TEXT + "ruby-text", TEXT + "tracked-changes", TEXT + "script", OFFICE + "annotation"))
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in its frame, not opened."""

    page: int
    width: float  # points, 0.0 where the frame does not say
    height: float
    name: str  # in the package


@dataclass(slots=True)
class _Item:
    """The list item that is being read; its first paragraph has the bullet."""

    style: str | None
    depth: int
    marked: bool


@dataclass(slots=True)
class _Current:
    """The paragraph that is being read."""

    scope: Scope
    shaded: bool
    builder: LineBuilder = field(default_factory=LineBuilder)
    shapes: list[tuple[_Element, str | None]] = field(default_factory=list)  # anchored in it, with the link around them


class ContentWalk:
    """Reads one part; `page`, `tables`, `masters` and `images` tell afterwards what it met."""

    def __init__(self, sheet: StyleSheet, *, page: int = 1, tables: int = 0, ground: bool = False) -> None:
        self.page = page
        self.tables = tables
        self.masters: list[tuple[int, str]] = [(page, "")]  # first page and name of the master pages, "" = the first of the file
        self.images: list[Image] = []
        self._sheet = sheet
        self._ground = ground  # a shape lies behind the text, so white text may be readable
        self._bases: Sequence[Style] = (sheet.default("paragraph"),)  # below the style of a paragraph, by the depth of its list
        self._heading = 0  # level of every paragraph of a title
        self._fresh = True  # nothing printed since the page began
        self._link: str | None = None
        self._vanish = False
        self._block: Mapping[str, Callable[[_Element, Scope, _Item | None], Iterator[Paragraph]]] = {
            TEXT + "p": self._one,
            TEXT + "h": self._one,
            TEXT + "list": self._list,
            TABLE + "table": self._table,
            TEXT + "soft-page-break": self._soft_break,
            **dict.fromkeys(_WRAPPERS, self._section),
        }
        self._inline: Mapping[str, Callable[[_Element, _Current, TextProperties], None]] = {
            TEXT + "span": self._read_span,
            TEXT + "a": self._read_link,
            TEXT + "s": self._read_spaces,
            TEXT + "tab": self._read_tab,
            TEXT + "line-break": self._read_line_break,
            TEXT + "soft-page-break": self._read_soft_break,
            TEXT + "hidden-text": self._read_hidden,
            **dict.fromkeys(SHAPES, self._read_shape),
            **dict.fromkeys(_NOT_SHOWN, self._skip),
        }

    def read(self, root: _Element, scope: Scope) -> list[Paragraph]:
        """Every paragraph of the part in document order."""
        return list(self._container(root, scope))

    def read_shape(self, shape: _Element, scope: Scope, *, bases: Sequence[Style], heading: int, link: str | None) -> list[Paragraph]:
        """The paragraphs of a shape on a slide.

        `bases` are the styles below those of its text, by the depth of its lists; `heading` is the level of a title, else 0.
        """
        self._bases, self._heading, self._link = bases, heading, link
        return list(self._shape(shape, scope))

    # containers ------------------------------------------------------------------------------------------

    def _container(self, parent: _Element, scope: Scope, item: _Item | None = None) -> Iterator[Paragraph]:
        """The paragraphs of the children; an empty one carries neighbouring shapes that are anchored to the page."""
        for loose, children in groupby(parent.iterchildren(), key=lambda child: child.tag in SHAPES):
            if loose:
                yield Paragraph((), scope, boxes=tuple(self._boxes([(child, None) for child in children], scope)))
                continue
            for child in children:
                read = self._block.get(child.tag)
                if read is not None:
                    yield from read(child, scope, item)

    def _section(self, section: _Element, scope: Scope, item: _Item | None) -> Iterator[Paragraph]:
        outer = self._vanish
        self._vanish = outer or section.get(TEXT + "display") == "none" or section.get(TEXT + "is-hidden") == "true"
        yield from self._container(section, scope, item)
        self._vanish = outer

    def _list(self, element: _Element, scope: Scope, outer: _Item | None) -> Iterator[Paragraph]:
        style = element.get(TEXT + "style-name") or (outer.style if outer else None)
        depth = outer.depth + 1 if outer else 1
        for child in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            yield from self._container(child, scope, _Item(style, depth, marked=child.tag == TEXT + "list-header"))

    def _table(self, table: _Element, scope: Scope, item: _Item | None) -> Iterator[Paragraph]:
        number, self.tables = self.tables, self.tables + 1
        style = self._sheet.named("table", table.get(TABLE + "style-name"))
        self._break_before(style, scope)
        place = replace(scope, shaded=scope.shaded or style.shaded)
        for index, row in enumerate(self._rows(table)):
            yield from self._row(row, Cell(number, index, 0), place)

    def _rows(self, parent: _Element) -> Iterator[_Element]:
        """The rows of a table, also those in groups; a soft page break stands between two of them."""
        for child in parent.iterchildren():
            if child.tag == TABLE + "table-row":
                yield child
            elif child.tag == TEXT + "soft-page-break":
                self._rendered_break()
            elif child.tag in _ROW_GROUPS:
                yield from self._rows(child)

    def _row(self, row: _Element, cell: Cell, scope: Scope) -> Iterator[Paragraph]:
        """The cells of a row start on one page, and the row ends where its longest cell ends."""
        start, end, fresh = self.page, self.page, self._fresh
        shaded = scope.shaded or self._sheet.named("table-row", row.get(TABLE + "style-name")).shaded
        column = 0
        for element in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
            if element.tag == TABLE + "table-cell":
                self.page, self._fresh = start, fresh
                style = self._sheet.named("table-cell", element.get(TABLE + "style-name"))
                yield from self._container(element, replace(scope, cell=replace(cell, column=column), shaded=shaded or style.shaded))
                end = max(end, self.page)
            column += min(count(element.get(TABLE + "number-columns-repeated"), 1), MOST_COLUMNS)
        self.page = end

    def _soft_break(self, element: _Element, scope: Scope, item: _Item | None) -> Iterator[Paragraph]:
        self._rendered_break()
        yield from ()

    # pages -----------------------------------------------------------------------------------------------

    def _rendered_break(self) -> None:
        """The page that began here when the file was saved; right after a break of another kind it is that same page."""
        if not self._fresh:
            self._turn()

    def _turn(self) -> None:
        self.page += 1
        self._fresh = True

    def _break_before(self, style: Style, scope: Scope) -> None:
        """The page break that a paragraph or table of the body asks for, and the master page that begins with it."""
        if scope.part != "body" or scope.cell is not None:
            return
        if (style.paragraph.break_before or style.master) and not self._fresh:
            self._turn()
        if style.master:
            if self.masters[-1][0] == self.page:
                self.masters.pop()
            self.masters.append((self.page, style.master))

    # one paragraph ---------------------------------------------------------------------------------------

    def _one(self, element: _Element, scope: Scope, item: _Item | None) -> Iterator[Paragraph]:
        yield self._paragraph(element, scope, item)

    def _paragraph(self, element: _Element, scope: Scope, item: _Item | None) -> Paragraph:
        named = self._sheet.named("paragraph", element.get(TEXT + "style-name"))
        base = self._bases[min(item.depth if item else 1, len(self._bases)) - 1]
        style = inherit(named, base)
        self._break_before(named, scope)
        current = _Current(scope, scope.shaded or bool(style.paragraph.shaded))
        self._read_inline(element, current, style.text)
        level = self._level(element, named)
        bullet = not level and item is not None and self._has_bullet(item, style)
        if item is not None:
            item.marked = True
        layout = style.paragraph
        paragraph = Paragraph(
            current.builder.finish(level, bullet),
            scope,
            style.name,
            level,
            layout.before or 0.0,
            layout.after or 0.0,
            bool(layout.contextual),
            tuple(self._boxes(current.shapes, scope)),
            item.depth - 1 if item else 0,
        )
        if layout.break_after and scope.part == "body" and scope.cell is None:
            self._turn()
        return paragraph

    def _level(self, element: _Element, style: Style) -> int:
        """The heading level that the tag, else the style of the paragraph states."""
        if self._heading or element.tag != TEXT + "h":
            return self._heading or min(style.level or 0, DEEPEST_LEVEL)
        return min(count(element.get(TEXT + "outline-level"), 1), DEEPEST_LEVEL)

    def _has_bullet(self, item: _Item, style: Style) -> bool:
        listed = not item.marked and style.paragraph.numbered is not False
        return listed and self._sheet.lists(item.style or style.list_style, item.depth)

    def _boxes(self, shapes: Sequence[tuple[_Element, str | None]], scope: Scope) -> Iterator[Paragraph]:
        """The paragraphs of the shapes that are anchored in a paragraph, on its page."""
        part = "box" if scope.part == "body" else scope.part
        place = Scope(part, None, shaded=True)  # the fill of a box is not resolved: its white text counts as readable
        page, fresh, outer = self.page, self._fresh, self._link
        for shape, link in _in_order(shapes):
            self._link = link
            yield from self._shape(shape, place)
            yield Paragraph((), place)
            self.page, self._fresh = page, fresh
        self._link = outer

    def _shape(self, shape: _Element, scope: Scope) -> Iterator[Paragraph]:
        """The paragraphs of a shape, of the shapes of a group one after the other."""
        if shape.tag in (DRAW + "g", DRAW + "a"):
            outer = self._link
            self._link = target_of(shape) or outer
            for child in shape.iterchildren(*SHAPES):
                yield from self._shape(child, scope)
                yield Paragraph((), scope)
            self._link = outer
        elif shape.tag != DRAW + "frame":
            self._meet(self._sheet.picture(shape), shape)
            yield from self._container(shape, scope)
        else:
            yield from self._frame(shape, scope)

    def _frame(self, frame: _Element, scope: Scope) -> Iterator[Paragraph]:
        """The content of a frame: the first of its alternatives."""
        content = next(frame.iterchildren(DRAW + "text-box", TABLE + "table", DRAW + "image", DRAW + "object"), None)
        if content is None:
            return
        if content.tag == DRAW + "text-box":
            yield from self._container(content, scope)
        elif content.tag == TABLE + "table":
            yield from self._table(content, scope, None)
        elif content.tag == DRAW + "image":
            self._meet(content.get(XLINK + "href"), frame)

    def _meet(self, picture: str | None, shape: _Element) -> None:
        """Notes the picture that a shape shows."""
        if picture:
            width, height = points(shape.get(SVG + "width")), points(shape.get(SVG + "height"))
            self.images.append(Image(self.page, width or 0.0, height or 0.0, picture))

    # inside a paragraph ----------------------------------------------------------------------------------

    def _read_inline(self, parent: _Element, current: _Current, look: TextProperties) -> None:
        """The characters of an element; those of an element without a rule of its own (a field, a bookmark) are text."""
        self._add(parent.text, current, look)
        for child in parent.iterchildren():
            if isinstance(child.tag, str):
                self._inline.get(child.tag, self._read_inline)(child, current, look)
            self._add(child.tail, current, look)

    def _add(self, text: str | None, current: _Current, look: TextProperties) -> None:
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        current.builder.add(text.upper() if look.caps else text, self._look(current, look), self.page)
        self._fresh = self._fresh and text.isspace()

    def _look(self, current: _Current, look: TextProperties) -> Look:
        size = DEFAULT_SIZE * (look.scale or 1.0) if look.size is None else look.size
        shaded = self._ground or current.shaded or bool(look.shaded)
        hidden = why_hidden(size, look.color or 0, vanish=self._vanish or bool(look.vanish), shaded=shaded)
        return Look(size, bool(look.bold), bool(look.italic), look.color or 0, self._link, hidden)

    def _read_span(self, element: _Element, current: _Current, look: TextProperties) -> None:
        style = self._sheet.named("text", element.get(TEXT + "style-name"))
        self._read_inline(element, current, look if style is NO_STYLE else text_over(style.text, look))

    def _read_link(self, element: _Element, current: _Current, look: TextProperties) -> None:
        outer = self._link
        self._link = target_of(element) or outer
        self._read_inline(element, current, look)
        self._link = outer

    def _read_spaces(self, element: _Element, current: _Current, look: TextProperties) -> None:
        """So many spaces after a first one that stands as a character."""
        spaces = 1 + count(element.get(TEXT + "c"), 1)
        current.builder.add(" " * min(spaces, WIDE_SPACES), self._look(current, look), self.page)

    def _read_tab(self, element: _Element, current: _Current, look: TextProperties) -> None:
        current.builder.tab()

    def _read_line_break(self, element: _Element, current: _Current, look: TextProperties) -> None:
        current.builder.end_line()

    def _read_soft_break(self, element: _Element, current: _Current, look: TextProperties) -> None:
        if current.scope.part == "body":
            self._rendered_break()

    def _read_hidden(self, element: _Element, current: _Current, look: TextProperties) -> None:
        hidden = replace(look, vanish=True) if element.get(TEXT + "is-hidden") == "true" else look
        self._read_inline(element, current, hidden)

    def _read_shape(self, element: _Element, current: _Current, look: TextProperties) -> None:
        current.shapes.append((element, self._link))

    def _skip(self, element: _Element, current: _Current, look: TextProperties) -> None:
        """Text that the page does not show at this place."""


def target_of(link: _Element) -> str | None:
    """The URL of a link; None for a place in the file."""
    target = link.get(XLINK + "href", "")
    return target if target and not target.startswith("#") else None


def _in_order(shapes: Sequence[tuple[_Element, str | None]]) -> Sequence[tuple[_Element, str | None]]:
    """The shapes of one anchor as they are read; in the order of the file where they stand on several pages."""
    if len({shape.get(TEXT + "anchor-page-number") for shape, _ in shapes}) > 1:
        return shapes
    return [shapes[index] for index in reading_order([_extent(shape) for shape, _ in shapes])]


def _extent(shape: _Element) -> Extent | None:
    """(left, right, top) of a shape in points; None where it does not say."""
    left, width, top = (points(shape.get(SVG + name)) for name in ("x", "width", "y"))
    return None if left is None or width is None or top is None else (left, left + width, top)
