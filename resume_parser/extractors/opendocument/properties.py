"""What one style element says: lengths in points, character and paragraph properties, and how layers of them combine."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from resume_parser.extractors.flow.layers import over
from resume_parser.extractors.opendocument.names import DRAW, FO, STYLE, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

BOLD_WEIGHT = 600  # fo:font-weight from semi-bold on
LAYERS = 4096  # pairs of layers whose combination is remembered; a file has a few hundred
DIGITS = 1  # of points: LibreOffice writes 3 points as 0.0417in
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"\s*(-?\d{1,9}(?:\.\d{1,15})?|-?\.\d{1,15})\s*(in|cm|mm|pt|pc|px|%)\s*")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_PAINTS_NOTHING = ("transparent", "#ffffff", "none", "")


@dataclass(frozen=True, slots=True)
class TextProperties:
    """Character properties; None = this layer does not say."""

    size: float | None = None
    scale: float | None = None  # of the size of the layer below
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
    break_before: bool | None = None  # starts on a new page
    break_after: bool | None = None  # what follows starts on a new page
    numbered: bool | None = None  # False = no bullet although in a list
    shaded: bool | None = None


def points(text: str | None) -> float | None:
    """A length in points; None where there is none or it is a percentage."""
    found = _LENGTH.fullmatch(text) if text else None
    return None if found is None or found[2] == "%" else round(float(found[1]) * _POINTS[found[2]], DIGITS)


def count(text: str | None, default: int) -> int:
    """A whole number, the default where the text is none."""
    return int(text) if text and len(text) <= len("123456789") and text.isascii() and text.isdigit() else default


def paints(element: _Element | None) -> bool | None:
    """True if the properties paint a ground other than white; None where they do not say."""
    if element is None:
        return None
    if (fill := element.get(DRAW + "fill")) is not None:
        return fill == "bitmap" or fill in ("gradient", "hatch") or (fill == "solid" and element.get(DRAW + "fill-color") != "#ffffff")
    ground = element.get(FO + "background-color")
    return None if ground is None else ground.lower() not in _PAINTS_NOTHING


def text_properties(element: _Element | None) -> TextProperties:
    """What a style:text-properties says."""
    if element is None:
        return TextProperties()
    get = element.get
    size = get(FO + "font-size")
    return TextProperties(
        size=points(size),
        scale=_percent(size),
        bold=_bold(get(FO + "font-weight")),
        italic=_is(get(FO + "font-style"), "italic", "oblique"),
        color=0 if get(STYLE + "use-window-font-color") == "true" else _color(get(FO + "color")),
        caps=_is(get(FO + "text-transform"), "uppercase"),
        vanish=_is(get(TEXT + "display"), "none"),
        shaded=paints(element),
    )


def paragraph_properties(element: _Element | None) -> ParagraphProperties:
    """What a style:paragraph-properties (or the table properties with the same names) says."""
    if element is None:
        return ParagraphProperties()
    get = element.get
    return ParagraphProperties(
        before=points(get(FO + "margin-top") or get(FO + "margin")),
        after=points(get(FO + "margin-bottom") or get(FO + "margin")),
        contextual=_is(get(STYLE + "contextual-spacing"), "true"),
        break_before=_is(get(FO + "break-before"), "page", "even-page", "odd-page"),
        break_after=_is(get(FO + "break-after"), "page", "even-page", "odd-page"),
        numbered=_is(get(TEXT + "enable-numbering"), "true"),
        shaded=paints(element),
    )


@lru_cache(maxsize=LAYERS)
def text_over(upper: TextProperties, lower: TextProperties) -> TextProperties:
    """The upper layer over the lower one; a size in percent is a share of the size below."""
    both = over(upper, lower)
    if upper.size is not None:
        return replace(both, scale=None)
    if upper.scale is None:
        return both
    if lower.size is None:
        return replace(both, size=None, scale=upper.scale * (lower.scale or 1.0))
    return replace(both, size=lower.size * upper.scale, scale=None)


def _percent(text: str | None) -> float | None:
    found = _LENGTH.fullmatch(text) if text else None
    return float(found[1]) / 100 if found is not None and found[2] == "%" else None


def _is(text: str | None, *values: str) -> bool | None:
    return None if text is None else text in values


def _bold(weight: str | None) -> bool | None:
    if weight is None:
        return None
    return weight == "bold" or count(weight, 0) >= BOLD_WEIGHT


def _color(text: str | None) -> int | None:
    return int(text[1:], 16) if text and _COLOR.fullmatch(text) else None
