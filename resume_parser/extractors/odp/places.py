"""Where a shape stands on its slide: its own position and size, or the transformation that places it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from resume_parser.document import Box
from resume_parser.extractors.opendocument.names import DRAW, SVG
from resume_parser.extractors.opendocument.properties import points

if TYPE_CHECKING:
    from lxml.etree import _Element

_Point = tuple[float, float]
_STEP = re.compile(r"(translate|rotate|scale|skewX|skewY|matrix)\s*\(([^()]{0,200})\)")
MOST_STEPS = 16  # of a transformation; programs write two or three


def place_of(shape: _Element) -> Box | None:
    """The upright box around a shape in points; None where it does not say."""
    width, height = points(shape.get(SVG + "width")), points(shape.get(SVG + "height"))
    if width is None or height is None:
        return _ends(shape)
    x, y = points(shape.get(SVG + "x")), points(shape.get(SVG + "y"))
    transform = shape.get(DRAW + "transform")
    if transform is None and (x is None or y is None):
        return None
    left, top = x or 0.0, y or 0.0
    corners = [(left, top), (left + width, top), (left, top + height), (left + width, top + height)]
    return _around([_moved(corner, transform or "") for corner in corners])


def _ends(line: _Element) -> Box | None:
    """The box around the two ends of a line."""
    found = [points(line.get(SVG + name)) for name in ("x1", "y1", "x2", "y2")]
    x1, y1, x2, y2 = found
    if x1 is None or y1 is None or x2 is None or y2 is None:
        return None
    return _around([(x1, y1), (x2, y2)])


def _around(corners: list[_Point]) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _moved(point: _Point, transform: str) -> _Point:
    """The point after the steps of a draw:transform, which are carried out from left to right; sizes stay where they are unknown."""
    for name, arguments in _STEP.findall(transform)[:MOST_STEPS]:
        values = arguments.replace(",", " ").split()
        if name == "translate" and values:
            lengths = [points(value) or 0.0 for value in [*values, "0pt"][:2]]
            point = (point[0] + lengths[0], point[1] + lengths[1])
        elif name == "rotate" and values:
            point = _turned(point, _number(values[0]))
    return point


def _turned(point: _Point, angle: float) -> _Point:
    """The point turned around the origin by so many radians against the clock."""
    sine, cosine = math.sin(angle), math.cos(angle)
    return point[0] * cosine + point[1] * sine, point[1] * cosine - point[0] * sine


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0
