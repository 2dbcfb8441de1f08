"""Where shapes stand: EMU to points, groups with their own coordinates, turned shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.document import Box
from resume_parser.extractors.pptx.package import A
from resume_parser.extractors.pptx.styles import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

EMU = 12_700.0  # per point
_DEGREE = 60_000  # rot counts sixtieth thousandths
_UPRIGHT, _TURN = 45, 180  # degrees: a shape turned by more than 45 and less than 135 shows its sides swapped


@dataclass(frozen=True, slots=True)
class Frame:
    """From the coordinates inside a group to points on the slide."""

    x: float = 0.0
    y: float = 0.0
    x_scale: float = 1.0 / EMU
    y_scale: float = 1.0 / EMU

    def box(self, transform: _Element | None) -> Box | None:
        """The box of an a:xfrm (or p:xfrm), None where it states no place."""
        numbers = _numbers(transform, "off", "ext")
        if transform is None or numbers is None:
            return None
        left, top, width, height = numbers
        x0, y0 = self.x + left * self.x_scale, self.y + top * self.y_scale
        return _turned(Box(x0, y0, x0 + width * self.x_scale, y0 + height * self.y_scale), whole(transform.get("rot")) or 0)

    def inner(self, transform: _Element | None) -> Frame:
        """The frame of a group with this a:xfrm; the same frame where it states none."""
        outer, inner = _numbers(transform, "off", "ext"), _numbers(transform, "chOff", "chExt")
        if outer is None or inner is None:
            return self
        x_scale = self.x_scale * (outer[2] / inner[2] if inner[2] else 1.0)
        y_scale = self.y_scale * (outer[3] / inner[3] if inner[3] else 1.0)
        x, y = self.x + outer[0] * self.x_scale, self.y + outer[1] * self.y_scale
        return Frame(x - inner[0] * x_scale, y - inner[1] * y_scale, x_scale, y_scale)


def _numbers(transform: _Element | None, offset: str, extent: str) -> tuple[int, int, int, int] | None:
    """x, y, width and height of an offset and an extent; None where either is missing."""
    place = None if transform is None else transform.find(A + offset)
    size = None if transform is None else transform.find(A + extent)
    if place is None or size is None:
        return None
    x, y, width, height = whole(place.get("x")), whole(place.get("y")), whole(size.get("cx")), whole(size.get("cy"))
    return None if x is None or y is None or width is None or height is None else (x, y, width, height)


def _turned(box: Box, rotation: int) -> Box:
    """The box as seen when the shape is turned about its middle."""
    if not _UPRIGHT < rotation // _DEGREE % _TURN < _TURN - _UPRIGHT:
        return box
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return Box(x - box.height / 2, y - box.width / 2, x + box.height / 2, y + box.width / 2)
