"""The walk over a web page: paragraphs in document order with their look, cell and page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resume_parser.document import Cell
from resume_parser.extractors.flow.lines import LineBuilder, Look
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope, why_hidden
from resume_parser.extractors.web.css import Declarations, StyleRules, color, points

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(("head", "script", "style", "title", "template", "select", "textarea", "object", "del", "svg", "iframe", "xml"))
_BLOCKS = frozenset(
    (
        *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "body", "center", "blockquote", "pre"),
        *("section", "article", "header", "footer", "main", "nav", "aside", "address", "figure", "form", "fieldset", "caption", "td", "th"),
    )
)
_SPACED = {"p": 12.0, "h1": 16.0, "h2": 14.0, "h3": 12.0, "h4": 12.0, "h5": 12.0, "h6": 12.0, "blockquote": 12.0}  # points around
_SIZES = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_BOLD, _ITALIC = frozenset(("b", "strong", "th", *_SIZES)), frozenset(("i", "em", "cite"))
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_OUTLINE = re.compile(r"^([1-9])$")
_LIST_MARK = "ignore"  # mso-list: the bullet or number that Word wrote as text
_PARTS = ("header", "footer")
_SPAN_DIGITS = 5
_MOST_COLUMNS = 1000  # HTML's own limit of a colspan
ROOT_SIZE = 12.0
_WHITE, _SEMIBOLD = 0xFFFFFF, 600


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands down to those inside it."""

    scope: Scope = field(default_factory=Scope)
    look: Look = field(default_factory=lambda: Look(ROOT_SIZE))
    level: int = 0
    bullet: bool = False
    preformatted: bool = False
    upper: bool = False
    before: float = 0.0
    after: float = 0.0


@dataclass(slots=True)
class Walk:
    """Reads one page; `page` and `tables` tell afterwards what it met, `images` the pictures as (page, element)."""

    rules: StyleRules
    page: int = 1
    tables: int = 0
    images: list[tuple[int, _Element]] = field(default_factory=list)
    _found: list[Paragraph] = field(default_factory=list)
    _builder: LineBuilder = field(default_factory=LineBuilder)

    def read(self, root: _Element) -> list[Paragraph]:
        """Every paragraph of a page or of a part of it."""
        state = _State()
        self._element(root, state)
        self._end(state)
        found, self._found = self._found, []
        return found

    def _element(self, element: _Element, outer: _State) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        css = self.rules.declared(tag, element.get("class") or "", element.get("style") or "")
        if css.get("mso-list") == _LIST_MARK or css.get("mso-element") == "comment-list":
            return
        state = _inner(element, tag, css, outer)
        if "always" in (css.get("page-break-before"), css.get("break-before")) or "page" in (css.get("break-before"),):
            self._end(outer)
            self.page += 1
        single = _SINGLE.get(tag)
        if single is not None:
            single(self, element, state)
        elif tag in _BLOCKS or css.get("display") == "block":
            self._block(element, tag, state, outer)
        else:
            self._content(element, state)
        if css.get("page-break-after") == "always":
            self._end(state)
            self.page += 1

    def _content(self, element: _Element, state: _State) -> None:
        self._text(element.text, state)
        for child in element:
            self._element(child, state)
            self._text(child.tail, state)

    def _block(self, element: _Element, tag: str, state: _State, outer: _State) -> None:
        self._end(outer)
        count = len(self._found)
        self._content(element, state)
        self._end(state)
        if tag == "p" and len(self._found) == count:
            self._found.append(Paragraph((), state.scope))

    def _text(self, text: str | None, state: _State) -> None:
        if not text:
            return
        if not state.preformatted:
            self._add(_WHITE_SPACE.sub(" ", text), state)
            return
        for index, line in enumerate(text.splitlines()):
            if index:
                self._builder.end_line()
            self._add(line, state)

    def _add(self, text: str, state: _State) -> None:
        self._builder.add(text.upper() if state.upper else text, state.look, self.page)

    def _end(self, state: _State) -> None:
        """Ends the open paragraph, if it has any text."""
        level = state.level
        lines = self._builder.finish(level, state.bullet and not level)
        self._builder = LineBuilder()
        if lines:
            self._found.append(Paragraph(lines, state.scope, "", level, state.before, state.after))

    def _break(self, element: _Element, state: _State) -> None:
        if self._builder.started:
            self._builder.end_line()
        else:
            self._end(state)
            self._found.append(Paragraph((), state.scope))

    def _rule(self, element: _Element, state: _State) -> None:
        self._end(state)
        self._found.append(Paragraph((), state.scope))

    def _image(self, element: _Element, state: _State) -> None:
        self.images.append((self.page, element))

    def _table(self, element: _Element, state: _State) -> None:
        self._end(state)
        number, self.tables = self.tables, self.tables + 1
        below: dict[int, int] = {}  # column -> rows that a cell above still covers
        for index, row in enumerate(_rows(element)):
            column = 0
            for cell in row.iterchildren("td", "th"):
                while below.get(column, 0) > 0:
                    below[column] -= 1
                    column += 1
                place = replace(state, scope=replace(state.scope, cell=Cell(number, index, column)), bullet=False)
                self._element(cell, place)
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                below.update(dict.fromkeys(range(column, column + wide), high - 1) if high > 1 else {})
                column += wide


_SINGLE: Mapping[str, Callable[[Walk, _Element, _State], None]] = {
    "br": Walk._break,
    "hr": Walk._rule,
    "img": Walk._image,
    "table": Walk._table,
}


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        else:
            yield from child.iterchildren("tr")


def _span(cell: _Element, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return max(min(int(text), _MOST_COLUMNS), 1) if text.isascii() and text.isdigit() and len(text) <= _SPAN_DIGITS else 1


def _inner(element: _Element, tag: str, css: Declarations, outer: _State) -> _State:
    """What holds inside an element."""
    look, scope = outer.look, outer.scope
    ground = color(css.get("background-color") or css.get("background") or element.get("bgcolor"))
    if ground is not None and ground != _WHITE:
        scope = replace(scope, shaded=True)
    if css.get("mso-element") in _PARTS:
        scope = replace(scope, part=css["mso-element"])
    size = points(css.get("font-size"), look.size) or _FONT_SIZES.get(element.get("size") or "" if tag == "font" else "") or _SIZES.get(tag)
    tint = color(css.get("color") or (element.get("color") if tag == "font" else None))
    look = replace(
        look,
        size=size or look.size,
        bold=_weight(css.get("font-weight"), look.bold or tag in _BOLD),
        italic=css["font-style"] == "italic" if "font-style" in css else look.italic or tag in _ITALIC,
        color=look.color if tint is None else tint,
        link=_target(element) or look.link if tag == "a" else look.link,
    )
    vanish = outer.look.hidden == "vanish" or css.get("display") == "none" or css.get("mso-hide") == "all" or _invisible(css)
    look = replace(look, hidden=why_hidden(look.size, look.color, vanish=vanish, shaded=scope.shaded))
    state = replace(outer, scope=scope, look=look, upper=css["text-transform"] == "uppercase" if "text-transform" in css else outer.upper)
    return _inner_block(element, tag, css, state) if tag in _BLOCKS else state


def _inner_block(element: _Element, tag: str, css: Declarations, state: _State) -> _State:
    """What a block adds: heading, list item, spacing."""
    outline = _OUTLINE.match(css.get("mso-outline-level", ""))
    named = (element.get("class") or "").lower() == "msotitle"
    level = int(tag[1]) if tag in _SIZES else int(outline[1]) if outline else int(named) or state.level
    around = _SPACED.get(tag, 0.0)
    before, after = points(css.get("margin-top"), state.look.size), points(css.get("margin-bottom"), state.look.size)
    listed = css.get("mso-list", "none") not in ("none", "skip")
    return replace(
        state,
        level=level,
        bullet=tag == "li" or listed or (state.bullet and tag in ("p", "div")),
        preformatted=state.preformatted or tag == "pre",
        before=around if before is None else before,
        after=around if after is None else after,
    )


def _weight(value: str | None, bold: bool) -> bool:
    """True if the text is bold; what holds without a declaration otherwise."""
    if not value:
        return bold
    return int(value) >= _SEMIBOLD if value.isascii() and value.isdigit() else value in ("bold", "bolder")


def _invisible(css: Declarations) -> bool:
    return css.get("visibility") == "hidden"


def _target(element: _Element) -> str | None:
    """Where a link leads, None for a place in the page."""
    target = (element.get("href") or "").strip()
    return None if not target or target.startswith(("#", "javascript:")) else target
