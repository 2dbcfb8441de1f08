"""Groups of shapes: from the coordinates that count inside a group to points on the slide."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from resume_parser.document import Box

Sides = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the coordinates of a group begin, and how many points one of their units is."""

    x: float
    y: float
    x_scale: float
    y_scale: float

    def box(self, sides: Sides) -> Box | None:
        """The box in points, None where groups in groups scale it beyond all numbers.

        A shape that is mirrored names its sides the other way round.
        """
        left, top, right, bottom = sides
        x0, x1 = self.x + min(left, right) * self.x_scale, self.x + max(left, right) * self.x_scale
        y0, y1 = self.y + min(top, bottom) * self.y_scale, self.y + max(top, bottom) * self.y_scale
        return Box(x0, y0, x1, y1) if all(map(isfinite, (x0, y0, x1, y1))) else None

    def inner(self, outer: Box | None, space: Sides | None) -> Frame:
        """The frame inside a group that stands at `outer` and whose members count in `space`.

        It is the same frame where either is unknown or the space is a point; one without width or height keeps the scale around it.
        """
        if outer is None or space is None or space[:2] == space[2:]:
            return self
        left, top, right, bottom = space
        x_scale = outer.width / (right - left) if right != left else self.x_scale
        y_scale = outer.height / (bottom - top) if bottom != top else self.y_scale
        return Frame(outer.x0 - left * x_scale, outer.top - top * y_scale, x_scale, y_scale)
