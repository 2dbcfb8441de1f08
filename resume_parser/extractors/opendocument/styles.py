"""The styles of a file by family and name, each with what it inherits, and which lists print a bullet or number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from resume_parser.extractors.flow.layers import over
from resume_parser.extractors.opendocument.names import DRAW, OFFICE, PRESENTATION, STYLE, TEXT, XLINK
from resume_parser.extractors.opendocument.properties import (
    LAYERS,
    ParagraphProperties,
    TextProperties,
    count,
    paints,
    paragraph_properties,
    text_over,
    text_properties,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_GROUNDS = tuple(STYLE + f"{name}-properties" for name in ("graphic", "table", "table-row", "table-cell", "drawing-page"))
_NO_TEXT, _NO_PARAGRAPH = TextProperties(), ParagraphProperties()
_INVISIBLE = "\u00a0\u200b \t\n"  # a bullet of these is none


@dataclass(frozen=True, slots=True)
class Style:
    """One style with all that it inherits."""

    name: str = ""  # of the nearest style that has a name for the user, lower case
    text: TextProperties = _NO_TEXT
    paragraph: ParagraphProperties = _NO_PARAGRAPH
    level: int | None = None  # heading level, 0 = stated to be none, None = not stated
    list_style: str | None = None
    master: str | None = None  # the master page that begins with the paragraph or table
    shaded: bool = False  # the ground of a shape, a table, a row or a cell is painted
    fill: str | None = None  # name of the picture that fills a shape
    parents: tuple[str, ...] = ()  # names of the styles that it inherits from, nearest first


NO_STYLE = Style()


@lru_cache(maxsize=LAYERS)
def inherit(upper: Style, lower: Style) -> Style:
    """The upper style, and the lower one where the upper does not say."""
    return Style(
        upper.name or lower.name,
        text_over(upper.text, lower.text),
        over(upper.paragraph, lower.paragraph),
        lower.level if upper.level is None else upper.level,
        lower.list_style if upper.list_style is None else upper.list_style,
        lower.master if upper.master is None else upper.master,
        upper.shaded or lower.shaded,
        lower.fill if upper.fill is None else upper.fill,
        (*upper.parents, *lower.parents),
    )


class StyleSheet:
    """The common styles of a file and the automatic ones of one part; each is resolved on first use."""

    def __init__(self, common: _Element | None, automatic: _Element | None) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        self._defaults: dict[str, _Element] = {}
        self._lists: dict[str, _Element] = {}
        self._pictures: dict[str, str] = {}
        self._add(None if common is None else common.find(OFFICE + "styles"))
        self._add(None if automatic is None else automatic.find(OFFICE + "automatic-styles"))

    def named(self, family: str, name: str | None) -> Style:
        """A style with what it inherits, without the default of its family; NO_STYLE where it is not defined."""
        key = (family, name or "")
        if key not in self._resolved:
            self._resolved[key] = NO_STYLE  # ends a loop of styles that are based on each other
            element = self._elements.get(key)
            self._resolved[key] = NO_STYLE if element is None else self._resolve(element, key)
        return self._resolved[key]

    def default(self, family: str) -> Style:
        """What holds where no style of the family says otherwise."""
        element = self._defaults.get(family)
        return NO_STYLE if element is None else _own(element)

    def lists(self, name: str | None, depth: int) -> bool:
        """True if this level (1-based) of a list prints a bullet or a number; so does a list whose style is not known."""
        style = self._lists.get(name or "")
        if style is None:
            return True
        return any(_prints(level) for level in style.iterchildren() if level.get(TEXT + "level") == str(depth))

    def picture(self, shape: _Element) -> str | None:
        """The name in the package of the picture that fills a shape, None where none does."""
        fill = self.of_shape(shape).fill
        return self._pictures.get(fill) if fill else None

    def of_shape(self, shape: _Element) -> Style:
        """The style of a shape: of a placeholder, else of a drawing."""
        name = shape.get(PRESENTATION + "style-name")
        return self.named("presentation", name) if name else self.named("graphic", shape.get(DRAW + "style-name"))

    def _add(self, styles: _Element | None) -> None:
        for element in () if styles is None else styles.iterchildren():
            family, name = element.get(STYLE + "family", ""), element.get(STYLE + "name", "")
            if element.tag == STYLE + "default-style":
                self._defaults[family] = element
            elif element.tag == TEXT + "list-style":
                self._lists[name] = element
            elif element.tag == DRAW + "fill-image":
                self._pictures[element.get(DRAW + "name", "")] = element.get(XLINK + "href", "")
            elif element.tag == STYLE + "style":
                self._elements[family, name] = element
                if family in ("presentation", "graphic"):  # the lists of a placeholder are defined inside its style
                    self._lists.update((inner.get(STYLE + "name", ""), inner) for inner in element.iter(TEXT + "list-style"))

    def _resolve(self, element: _Element, key: tuple[str, str]) -> Style:
        parent = element.get(STYLE + "parent-style-name")
        base = inherit(Style(parents=(parent,)), self.named(key[0], parent)) if parent else NO_STYLE
        return inherit(_own(element), base)


def _own(element: _Element) -> Style:
    """What a style says itself."""
    name = "" if _is_automatic(element) else _shown_name(element)
    properties = element.find(STYLE + "paragraph-properties")
    if properties is None:
        properties = element.find(STYLE + "table-properties")
    outline = element.get(STYLE + "default-outline-level")
    return Style(
        name=name,
        text=text_properties(element.find(STYLE + "text-properties")),
        paragraph=paragraph_properties(properties),
        level=int(name == "title") or None if outline is None else count(outline, 0),
        list_style=element.get(STYLE + "list-style-name") or None,
        master=element.get(STYLE + "master-page-name") or None,
        shaded=any(paints(child) for child in element.iterchildren(*_GROUNDS)),
        fill=_fill(element.find(STYLE + "graphic-properties")),
    )


def _fill(properties: _Element | None) -> str | None:
    if properties is None or properties.get(DRAW + "fill") != "bitmap":
        return None
    name: str | None = properties.get(DRAW + "fill-image-name")
    return name


def _shown_name(element: _Element) -> str:
    name: str = element.get(STYLE + "display-name") or element.get(STYLE + "name", "").replace("_20_", " ")
    return name.lower()


def _is_automatic(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == OFFICE + "automatic-styles"


def _prints(level: _Element) -> bool:
    """A level of a list style has a bullet, a picture or a number."""
    kind = level.tag.rpartition("-")[2]
    if kind == "image":
        return True
    mark = level.get(TEXT + "bullet-char", "") if kind == "bullet" else level.get(STYLE + "num-format", "")
    around = level.get(STYLE + "num-prefix", "") + level.get(STYLE + "num-suffix", "")
    return bool((mark + around).strip(_INVISIBLE))
