"""Style sheets of web pages, as far as Word writes them: rules for tags and classes, and the properties that matter here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_SELECTOR = re.compile(r"^([a-z0-9]*)(?:\.([\w-]+))?$", re.IGNORECASE)
_LENGTH = re.compile(r"^(-?\d+(?:\.\d+)?|-?\.\d+)(pt|px|in|cm|mm|em|rem|%)?$")
_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835}
_RELATIVE = {"em": 1.0, "%": 0.01}
_ROOT_SIZE = 12.0  # points, what browsers start from
_KEYWORDS = {"xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5, "x-large": 18.0, "xx-large": 24.0}
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})$")
_DIGITS = 6
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})")
_NAMES = {"black": 0, "white": 0xFFFFFF, "red": 0xFF0000, "blue": 0x0000FF, "navy": 0x000080, "gray": 0x808080, "windowtext": 0}
Declarations = Mapping[str, str]


@dataclass(slots=True)
class StyleRules:
    """The rules of a page by (tag, class); "" stands for any tag or no class."""

    rules: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, sheets: Iterable[str]) -> StyleRules:
        """The rules of the <style> elements of a page; selectors of several elements are left out."""
        found = cls()
        for sheet in sheets:
            for rule in _without_comments(sheet).split("}"):
                selectors, _, body = rule.partition("{")
                for selector in selectors.split(","):
                    simple = _SELECTOR.match(selector.strip())
                    if simple:
                        key = (simple[1].lower(), (simple[2] or "").lower())
                        found.rules.setdefault(key, {}).update(declarations(body))
        return found

    def declared(self, tag: str, classes: str, own: str) -> Declarations:
        """What the rules and the style attribute of an element declare."""
        names = classes.lower().split()
        keys = ((tag, ""), *(("", name) for name in names), *((tag, name) for name in names))
        layers = [self.rules[key] for key in keys if key in self.rules]
        if own:
            layers.append(declarations(own))
        return {name: value for layer in layers for name, value in layer.items()} if layers else {}


def _without_comments(sheet: str) -> str:
    first, *rest = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(piece.partition("*/")[2] for piece in rest)


def declarations(body: str) -> dict[str, str]:
    """The properties of a rule, names and values in lower case."""
    pairs = (item.partition(":") for item in body.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


def points(value: str | None, size: float) -> float | None:
    """A length in points, None where it is none; `size` is what relative lengths refer to."""
    if not value:
        return None
    if value in _KEYWORDS:
        return _KEYWORDS[value]
    found = _LENGTH.match(value)
    if found is None:
        return None
    unit = found[2] or "px"
    factor = _ROOT_SIZE if unit == "rem" else _UNITS.get(unit) or _RELATIVE[unit] * size
    return float(found[1]) * factor


def color(value: str | None) -> int | None:
    """0xRRGGBB, None where the value is no colour that is known."""
    value = (value or "").strip().lower()
    short = _HEX.match(value)
    if short:
        digits = short[1] if len(short[1]) == _DIGITS else "".join(digit * 2 for digit in short[1])
        return int(digits, 16)
    channels = _RGB.match(value)
    if channels:
        red, green, blue = (min(int(channels[index]), 255) for index in (1, 2, 3))
        return red << 16 | green << 8 | blue
    return _NAMES.get(value)
