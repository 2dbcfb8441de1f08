"""DrawingML, the drawings of Word and PowerPoint: where shapes stand, in groups and turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resume_parser.document import Box
from resume_parser.extractors.slides.frames import Frame, Sides

if TYPE_CHECKING:
    from lxml.etree import _Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU = 12_700.0  # per point
MOST_DIGITS = 18  # of a length; larger ones overflow the numbers of points
PAPER = Frame(0.0, 0.0, 1 / EMU, 1 / EMU)  # the slide itself, or a drawing in a text
_DEGREE = 60_000  # rot counts sixtieth thousandths
_UPRIGHT, _TURN = 45, 180  # degrees: a shape turned by more than 45 and less than 135 shows its sides swapped


def whole(text: str | None) -> int | None:
    """A whole number, None where the text is none or has more digits than any length needs."""
    try:
        return None if text is None or len(text) > MOST_DIGITS else int(text)
    except ValueError:
        return None


def box_of(transform: _Element | None, frame: Frame) -> Box | None:
    """The box of an a:xfrm (or p:xfrm) in a frame, None where it states no place."""
    sides = _sides(transform, "off", "ext")
    if transform is None or sides is None:
        return None
    box = frame.box(sides)
    return None if box is None else _turned(box, whole(transform.get("rot")) or 0)


def inside(transform: _Element | None, frame: Frame) -> Frame:
    """The frame inside a group with this a:xfrm; the same frame where it states none."""
    outer = _sides(transform, "off", "ext")
    return frame.inner(None if outer is None else frame.box(outer), _sides(transform, "chOff", "chExt"))


def _sides(transform: _Element | None, offset: str, extent: str) -> Sides | None:
    """The sides that an offset and an extent state; None where either is missing."""
    place = None if transform is None else transform.find(A + offset)
    size = None if transform is None else transform.find(A + extent)
    if place is None or size is None:
        return None
    x, y, width, height = whole(place.get("x")), whole(place.get("y")), whole(size.get("cx")), whole(size.get("cy"))
    return None if x is None or y is None or width is None or height is None else (x, y, x + width, y + height)


def _turned(box: Box, rotation: int) -> Box:
    """The box as seen when the shape is turned about its middle."""
    if not _UPRIGHT < rotation // _DEGREE % _TURN < _TURN - _UPRIGHT:
        return box
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return Box(x - box.height / 2, y - box.width / 2, x + box.height / 2, y + box.width / 2)
