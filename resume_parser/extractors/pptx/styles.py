"""How the text of a shape looks: list styles of the shape, its layout, its master and the presentation, nearest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from resume_parser.extractors.drawingml import A, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_SIZE = 18.0  # points, where no layer says
HUNDREDTHS = 100.0  # sz and spcPts count hundredths of a point
PERCENT = 100_000.0  # percentages count thousandths of a percent
LEVELS = 9  # a:lvl1pPr to a:lvl9pPr
_BULLETS = (A + "buChar", A + "buAutoNum", A + "buBlip")
_NO_BULLET = A + "buNone"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# what the colour names of a slide mean in the theme where its master maps them as usual
_MAPPED = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The properties of one paragraph with all that it inherits."""

    size: float
    bold: bool
    italic: bool
    color: int
    caps: bool
    bullet: bool
    before: float  # points
    after: float


@dataclass(frozen=True, slots=True)
class ListStyles:
    """The list styles that apply to a shape, nearest first, and the colours of the theme."""

    layers: Sequence[_Element]
    theme: Mapping[str, int]
    scale: float = 1.0  # by which PowerPoint shrinks the text to fit the shape

    def paragraph(self, properties: _Element | None) -> ParagraphStyle:
        """The style of a paragraph with this a:pPr; None = it has none of its own."""
        own = [] if properties is None else [properties]
        layers = own + [found for layer in self.layers for tag in _tags(depth_of(properties)) if (found := layer.find(tag)) is not None]
        return self._style(layers)

    def _style(self, layers: Sequence[_Element]) -> ParagraphStyle:
        runs = [run for layer in layers if (run := layer.find(A + "defRPr")) is not None]
        size = (_first(runs, size_of) or DEFAULT_SIZE) * self.scale
        return ParagraphStyle(
            size=size,
            bold=bool(_first(runs, lambda run: toggle(run, "b"))),
            italic=bool(_first(runs, lambda run: toggle(run, "i"))),
            color=_first(runs, lambda run: color_of(run, self.theme)) or 0,
            caps=bool(_first(runs, caps_of)),
            bullet=bool(_first(layers, _bullet)),
            before=_first(layers, lambda layer: _space(layer, "spcBef", size)) or 0.0,
            after=_first(layers, lambda layer: _space(layer, "spcAft", size)) or 0.0,
        )


def depth_of(properties: _Element | None) -> int:
    """The level of a paragraph with this a:pPr in the outline of its shape, 0 = the first."""
    return min(max(whole(None if properties is None else properties.get("lvl")) or 0, 0), LEVELS - 1)


def _tags(level: int) -> tuple[str, ...]:
    return (f"{A}lvl{level + 1}pPr", A + "defPPr")


def _first(layers: Sequence[_Element], read: Callable[[_Element], _Value | None]) -> _Value | None:
    """What the nearest layer says, None where none does."""
    return next((value for layer in layers if (value := read(layer)) is not None), None)


def size_of(run: _Element) -> float | None:
    """The size in points that character properties state, None = they do not say."""
    size = whole(run.get("sz"))
    return size / HUNDREDTHS if size else None


def toggle(run: _Element, name: str) -> bool | None:
    """An on/off attribute, None = not stated."""
    text = run.get(name)
    return None if text is None else text in ("1", "true", "on")


def caps_of(run: _Element) -> bool | None:
    """True if the text is shown in capitals, None = not stated."""
    text = run.get("cap")
    return None if text is None else text == "all"


def color_of(element: _Element, theme: Mapping[str, int]) -> int | None:
    """0xRRGGBB of a solid fill, None = no solid fill or a colour that cannot be resolved."""
    fill = element.find(A + "solidFill")
    for color in () if fill is None else fill.iterchildren():
        text = color.get("val" if color.tag != A + "sysClr" else "lastClr") or ""
        if color.tag == A + "schemeClr":
            return None if len(color) else theme.get(_MAPPED.get(text, text))
        if _HEX.fullmatch(text):
            return int(text, 16)
    return None


def theme_colors(theme: _Element | None) -> dict[str, int]:
    """The colours of a theme by name: dk1 lt1 dk2 lt2 accent1 ..."""
    scheme = None if theme is None else next(theme.iter(A + "clrScheme"), None)
    found: dict[str, int] = {}
    for entry in () if scheme is None else scheme.iterchildren():
        for color in entry.iterchildren():
            text = color.get("lastClr") or color.get("val") or ""
            if _HEX.fullmatch(text):
                found[str(entry.tag).rpartition("}")[2]] = int(text, 16)
    return found


def _bullet(properties: _Element) -> bool | None:
    for child in properties.iterchildren():
        if child.tag in _BULLETS:
            return True
        if child.tag == _NO_BULLET:
            return False
    return None


def _space(properties: _Element, name: str, size: float) -> float | None:
    """Points above or below a paragraph; percentages are of its size."""
    spacing = properties.find(A + name)
    for value in () if spacing is None else spacing.iterchildren():
        number = percentage(value.get("val")) if value.tag == A + "spcPct" else None
        if number is not None:
            return number * size
        count = whole(value.get("val"))
        return None if count is None else count / HUNDREDTHS
    return None


def percentage(text: str | None) -> float | None:
    """A share: 62500 and 62.5% are 0.625; None where the text is no number."""
    if text is None:
        return None
    try:
        return float(text.removesuffix("%")) / 100.0 if text.endswith("%") else float(text) / PERCENT
    except ValueError:
        return None
