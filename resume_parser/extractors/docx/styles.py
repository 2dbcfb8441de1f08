"""How Word text looks: run and paragraph properties resolved through direct formatting, styles and document defaults."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resume_parser.extractors.docx.package import W
from resume_parser.extractors.flow.layers import over

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_SIZE = 10.0  # points, where neither run, style nor document defaults say
HALF_POINTS = 2.0  # w:sz counts half points
TWENTIETHS = 20.0  # w:spacing counts twentieths of a point
BODY_OUTLINE = 9  # w:outlineLvl of body text; 0-8 are headings
_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading ?([1-9])$")
_LIST = re.compile(r"list (bullet|number)\b")
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class RunProperties:
    """Character properties; None = this layer does not say."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    color: int | None = None
    caps: bool | None = None
    vanish: bool | None = None
    shaded: bool | None = None


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """Paragraph properties; None = this layer does not say."""

    before: float | None = None  # points above
    after: float | None = None  # points below
    contextual: bool | None = None  # no space to a neighbour of the same style
    outline: int | None = None  # 0-8 heading, 9 body text
    number: str | None = None  # w:numId, "0" = no list
    depth: str | None = None  # w:ilvl
    page_break: bool | None = None  # starts on a new page
    shaded: bool | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """One style with all that it inherits."""

    name: str  # lower case; Word keeps the English name of a built-in style in every language
    run: RunProperties = RunProperties()
    paragraph: ParagraphProperties = ParagraphProperties()
    level: int = 0  # heading level, 0 = none
    listed: bool = False  # a built-in list style
    shaded: bool = False  # a table style that paints cells


def value(element: _Element | None, child: str, attribute: str = "val") -> str | None:
    """The attribute of a child element, None where either is missing."""
    found = None if element is None else element.find(W + child)
    return None if found is None else found.get(W + attribute)


def toggle(element: _Element, child: str) -> bool | None:
    """An on/off property; a lone tag means on."""
    found = element.find(W + child)
    return None if found is None else found.get(W + "val", "true").lower() not in _OFF


def points(text: str | None, unit: float) -> float | None:
    """A length in points, None where there is none."""
    try:
        return None if text is None else float(text) / unit
    except ValueError:
        return None


def count(text: str | None, default: int) -> int:
    """A whole number, the default where the text is none."""
    return int(text) if text and text.isascii() and text.isdigit() else default


def shading(element: _Element | None) -> bool | None:
    """True if w:shd paints a colour other than white; None where the element has no shading."""
    shade = None if element is None else element.find(W + "shd")
    if shade is None:
        return None
    fill, pattern = shade.get(W + "fill", "auto").lower(), shade.get(W + "val", "clear")
    return fill not in ("auto", "ffffff") or pattern not in ("clear", "nil") or shade.get(W + "themeFill", "background1") != "background1"


def run_properties(element: _Element | None) -> RunProperties:
    """What a w:rPr says."""
    if element is None or len(element) == 0:
        return RunProperties()
    highlight = value(element, "highlight")
    return RunProperties(
        size=points(value(element, "sz"), HALF_POINTS),
        bold=toggle(element, "b"),
        italic=toggle(element, "i"),
        color=_color(value(element, "color")),
        caps=toggle(element, "caps"),
        vanish=toggle(element, "vanish"),
        shaded=True if highlight not in (None, "none", "white") else shading(element),
    )


def paragraph_properties(element: _Element | None) -> ParagraphProperties:
    """What a w:pPr says."""
    if element is None or len(element) == 0:
        return ParagraphProperties()
    outline, numbering = value(element, "outlineLvl"), element.find(W + "numPr")
    return ParagraphProperties(
        before=points(value(element, "spacing", "before"), TWENTIETHS),
        after=points(value(element, "spacing", "after"), TWENTIETHS),
        contextual=toggle(element, "contextualSpacing"),
        outline=None if outline is None else min(count(outline, BODY_OUTLINE), BODY_OUTLINE),
        number=value(numbering, "numId"),
        depth=value(numbering, "ilvl"),
        page_break=toggle(element, "pageBreakBefore"),
        shaded=shading(element),
    )


def _color(text: str | None) -> int | None:
    """0xRRGGBB; "auto" is black."""
    if text is None:
        return None
    return int(text, 16) if re.fullmatch(r"[0-9A-Fa-f]{6}", text) else 0


class StyleSheet:
    """The styles of a file by id; each is resolved on first use."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default_ids: dict[str, str] = {}
        for element in () if styles is None else styles.iterchildren(W + "style"):
            identifier = element.get(W + "styleId", "")
            self._elements[identifier] = element
            if element.get(W + "default", "0") not in _OFF:
                self._default_ids.setdefault(element.get(W + "type", ""), identifier)
        defaults = None if styles is None else styles.find(W + "docDefaults")
        self._run = run_properties(_at(defaults, "rPrDefault", "rPr"))
        self._paragraph = paragraph_properties(_at(defaults, "pPrDefault", "pPr"))
        self._unlisted = _unlisted(numbering)

    def paragraph(self, identifier: str | None) -> Style:
        """A paragraph style over the document defaults; the default style where the paragraph names none."""
        key = identifier or self._default_ids.get("paragraph", "")
        style = self.named(key)
        return replace(style, run=over(style.run, self._run), paragraph=over(style.paragraph, self._paragraph))

    def named(self, identifier: str) -> Style:
        """A style with what it inherits from the styles it is based on."""
        if identifier not in self._resolved:
            self._resolved[identifier] = Style(identifier.lower())  # ends a loop of styles that are based on each other
            self._resolved[identifier] = self._resolve(identifier)
        return self._resolved[identifier]

    def lists(self, properties: ParagraphProperties) -> bool:
        """True if the paragraph shows a bullet or a number."""
        number = properties.number
        return number is not None and number != "0" and (number, properties.depth or "0") not in self._unlisted

    def _resolve(self, identifier: str) -> Style:
        element = self._elements.get(identifier)
        if element is None:  # named but not defined: only its name can say what it is
            return Style(identifier.lower(), level=_named_level(re.sub(r"(\d)$", r" \1", identifier.lower())))
        base_id = value(element, "basedOn")
        base = self.named(base_id) if base_id else Style("")
        name = (value(element, "name") or identifier).lower()
        own = paragraph_properties(element.find(W + "pPr"))
        level = own.outline + 1 if own.outline is not None and own.outline < BODY_OUTLINE else _named_level(name) or base.level
        return Style(
            name,
            run=over(run_properties(element.find(W + "rPr")), base.run),
            paragraph=over(own, base.paragraph),
            level=0 if own.outline == BODY_OUTLINE else level,
            listed=bool(_LIST.match(name)) or base.listed,
            shaded=base.shaded or (element.get(W + "type") == "table" and _paints(element)),
        )


def _named_level(name: str) -> int:
    """The heading level that the English name of a built-in style states."""
    heading = _HEADING.match(name)
    return int(heading[1]) if heading else int(name == _TITLE)


def _paints(style: _Element) -> bool:
    return any(shading(parent) for parent in style.iter(W + "tcPr", W + "tblPr", W + "pPr"))


def _at(element: _Element | None, *path: str) -> _Element | None:
    for name in path:
        element = None if element is None else element.find(W + name)
    return element


def _unlisted(numbering: _Element | None) -> frozenset[tuple[str, str]]:
    """(w:numId, w:ilvl) of the levels that print neither bullet nor number."""
    if numbering is None:
        return frozenset()
    silent = {
        (abstract.get(W + "abstractNumId"), level.get(W + "ilvl", "0"))
        for abstract in numbering.iterchildren(W + "abstractNum")
        for level in abstract.iterchildren(W + "lvl")
        if value(level, "numFmt") == "none" and not (value(level, "lvlText") or "").strip()
    }
    numbers = [(num.get(W + "numId", ""), value(num, "abstractNumId")) for num in numbering.iterchildren(W + "num")]
    return frozenset((number, depth) for number, abstract in numbers for key, depth in silent if key == abstract)
