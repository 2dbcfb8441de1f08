"""What a drawing in a Word file holds: text boxes, and pictures that may show the candidate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.extractors.docx.package import W
from resume_parser.extractors.drawingml import PAPER, A, box_of, inside
from resume_parser.extractors.ooxml import MC, R
from resume_parser.extractors.slides.frames import Frame
from resume_parser.extractors.web.css import declarations, points

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOX = W + "txbxContent"
_VML = "{urn:schemas-microsoft-com:vml}"
_SHAPES, _GROUPS = ("pic", "wsp", "sp"), ("wgp", "grpSp")
_BLIPS = (f"{{*}}blipFill/{A}blip", f"{{*}}spPr/{A}blipFill/{A}blip")  # of a picture, of a shape that a picture fills
_VML_PICTURES = (_VML + "imagedata", _VML + "fill")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a drawing shows it."""

    key: str  # relationship id, in Word 2003 XML the name of the picture
    width: float  # points, 0.0 where the drawing does not say
    height: float


def chosen(alternate: _Element) -> _Element:
    """The branch of an mc:AlternateContent to read: the first choice, the fallback where only that has text."""
    choice, fallback = alternate.find(MC + "Choice"), alternate.find(MC + "Fallback")
    if choice is None:
        return alternate if fallback is None else fallback
    if fallback is not None and not _has_text(choice) and _has_text(fallback):
        return fallback
    return choice


def _has_text(element: _Element) -> bool:
    return next(element.iter(W + "t"), None) is not None


def outer_boxes(drawing: _Element) -> Iterator[_Element]:
    """The contents of the text boxes of a drawing, not of those inside another box, and each alternative once."""
    for child in drawing.iterchildren():
        if child.tag == _BOX:
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from outer_boxes(chosen(child))
        else:
            yield from outer_boxes(child)


def shown_pictures(drawing: _Element, frame: Frame = PAPER) -> Iterator[Shown]:
    """The pictures of a drawing, each alternative once; those inside a text box belong to its paragraphs."""
    for child in drawing.iterchildren("*"):
        name = str(child.tag).rpartition("}")[2]
        if child.tag == MC + "AlternateContent":
            yield from shown_pictures(chosen(child), frame)
        elif name in _SHAPES:
            yield from _in_shape(child, frame)
        elif name in _GROUPS:
            yield from shown_pictures(child, inside(child.find(f"{{*}}grpSpPr/{A}xfrm"), frame))
        elif child.tag in _VML_PICTURES:
            yield from _in_vml(child, drawing)
        elif child.tag != _BOX and child.find("{*}docPr[@hidden='1']") is None:
            yield from shown_pictures(child, frame)


def _in_shape(shape: _Element, frame: Frame) -> Iterator[Shown]:
    """The picture of a DrawingML shape."""
    box = box_of(shape.find(f"{{*}}spPr/{A}xfrm"), frame)
    for path in _BLIPS:
        for blip in shape.iterfind(path):
            yield Shown(blip.get(R + "embed", ""), box.width if box else 0.0, box.height if box else 0.0)


def _in_vml(picture: _Element, shape: _Element) -> Iterator[Shown]:
    """The picture of an older shape; lengths without a unit count in the space of its group, which is not resolved."""
    css = declarations(shape.get("style", ""))
    width, height = (_points(css.get(side, "")) for side in ("width", "height"))
    yield Shown(picture.get(R + "id") or picture.get("src") or "", width, height)


def _points(length: str) -> float:
    return points(length, 0.0) or 0.0 if length[-1:].isalpha() else 0.0
