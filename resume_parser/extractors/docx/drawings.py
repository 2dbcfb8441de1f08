"""What a drawing in a Word file holds: text boxes, and pictures that may show the candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.extractors.docx.package import W
from resume_parser.extractors.drawingml import EMU, PAPER, A, box_of, inside, whole
from resume_parser.extractors.flow.boxes import Extent, reading_order
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


_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_POSITIONS = (_WP + "positionH", _WP + "positionV")


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


def outer_boxes(drawing: _Element) -> list[_Element]:
    """The contents of the text boxes of a drawing as they are read, not of those inside another box, and each alternative once."""
    found = list(_boxes(drawing, PAPER, None))
    return [found[index][0] for index in reading_order([extent for _, extent in found])]


def _boxes(parent: _Element, frame: Frame, extent: Extent | None) -> Iterator[tuple[_Element, Extent | None]]:
    """The boxes with the place of their shape in the drawing; None where it states none."""
    for child in parent.iterchildren("*"):
        name = str(child.tag).rpartition("}")[2]
        if child.tag == _BOX:
            yield child, extent
        elif child.tag == MC + "AlternateContent":
            yield from _boxes(chosen(child), frame, extent)
        elif name in _GROUPS:
            yield from _boxes(child, inside(child.find(f"{{*}}grpSpPr/{A}xfrm"), frame), None)
        elif name in _SHAPES:
            box = box_of(child.find(f"{{*}}spPr/{A}xfrm"), frame)
            yield from _boxes(child, frame, None if box is None else (box.x0, box.x1, box.top))
        else:
            yield from _boxes(child, frame, extent)


def extents(drawings: Sequence[_Element]) -> list[Extent | None]:
    """Where drawings of one anchor stand, None for those in the text; all None where their places count from different things."""
    anchors = [drawing.find(_WP + "anchor") for drawing in drawings]
    placed = [anchor for anchor in anchors if anchor is not None]
    alike = len({tuple(item.get("relativeFrom") for item in anchor.iterchildren(*_POSITIONS)) for anchor in placed}) == 1
    return [_extent(anchor) if anchor is not None and alike else None for anchor in anchors]


def _extent(anchor: _Element) -> Extent | None:
    """Left, right and top of an anchored drawing, None where it is aligned and not placed."""
    left, top = (whole(anchor.findtext(f"{position}/{_WP}posOffset")) for position in _POSITIONS)
    size = anchor.find(_WP + "extent")
    width = None if size is None else whole(size.get("cx"))
    return None if left is None or top is None or width is None else (left / EMU, (left + width) / EMU, top / EMU)


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
