"""The walk over the shapes of one slide: text boxes, placeholders, groups, tables, diagrams and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from resume_parser.document import Box, Cell, LinkArea
from resume_parser.extractors.drawingml import EMU, PAPER, A, box_of, inside
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope
from resume_parser.extractors.ooxml import MC, R
from resume_parser.extractors.portrait import Candidate
from resume_parser.extractors.pptx.package import P, Package, Part
from resume_parser.extractors.pptx.placeholders import TITLES, Placeholder, inherited, list_style, placeholder_of, text_styles
from resume_parser.extractors.pptx.styles import ListStyles, percentage
from resume_parser.extractors.pptx.text import TextBody, paragraphs
from resume_parser.extractors.slides.frames import Frame
from resume_parser.extractors.slides.shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DRAWING = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
_NOT_READ = ("dt", "sldNum", "hdr")  # placeholders for the date and the number of the slide
_FOOTER = "ftr"
_TITLE_LEVEL = 1


@dataclass(slots=True)
class SlideWalk:
    """Reads one slide; `pictures`, `areas` and `tables` tell afterwards what it met."""

    package: Package
    slide: Part
    layout: Part | None
    master: Part | None
    theme: Mapping[str, int]
    defaults: _Element | None  # p:defaultTextStyle of the presentation
    page: int
    shaded: bool  # white text may be readable
    tables: int = 0  # number of the next table in the document
    pictures: list[Candidate] = field(default_factory=list)
    areas: list[LinkArea] = field(default_factory=list)

    def shapes(self) -> Iterator[Shape]:
        """The shapes with text in the order of the file, which is from back to front."""
        tree = self.slide.root.find(f"{P}cSld/{P}spTree")
        if tree is not None:
            yield from self._group(tree, PAPER)

    def _group(self, group: _Element, frame: Frame) -> Iterator[Shape]:
        for child in group.iterchildren():
            if child.tag in (P + "sp", P + "cxnSp"):
                yield from self._shape(child, frame)
            elif child.tag == P + "grpSp":
                yield from self._group(child, inside(child.find(f"{P}grpSpPr/{A}xfrm"), frame))
            elif child.tag == P + "graphicFrame":
                yield from self._graphic(child, frame)
            elif child.tag == P + "pic":
                self._picture(child, child.find(f"{P}blipFill/{A}blip"), frame)
                self._area(child, self._box(child, frame))
            elif child.tag == MC + "AlternateContent":
                yield from self._group(_chosen(child), frame)

    # one shape -------------------------------------------------------------------------------------------

    def _shape(self, shape: _Element, frame: Frame) -> Iterator[Shape]:
        self._picture(shape, shape.find(f"{P}spPr/{A}blipFill/{A}blip"), frame)
        placeholder = placeholder_of(shape)
        if placeholder is not None and placeholder.kind in _NOT_READ:
            return
        parents = inherited(placeholder, self.layout, self.master) if placeholder else []
        box = _place([shape, *parents], frame)
        read = tuple(paragraphs(shape.find(P + "txBody"), self._body(shape, placeholder, parents)))
        if any(paragraph.lines for paragraph in read):
            yield Shape(box, read)
        else:
            self._area(shape, box)

    def _body(self, shape: _Element, placeholder: Placeholder | None, parents: list[_Element]) -> TextBody:
        kind = placeholder.kind if placeholder else None
        layers = [list_style(one) for one in (shape, *parents)]
        layers += [text_styles(placeholder, self.master) if placeholder else None, self.defaults]
        styles = ListStyles([layer for layer in layers if layer is not None], self.theme, _fit([shape, *parents]))
        scope = Scope("footer" if kind == _FOOTER else "body", None, self.shaded)
        return TextBody(self.slide, styles, scope, _TITLE_LEVEL if kind in TITLES else 0, self._link(shape))

    def _link(self, shape: _Element) -> str | None:
        """The target of a click on the whole shape."""
        own = next(shape.iterchildren(), None)  # p:nvSpPr, p:nvPicPr or p:nvCxnSpPr
        click = None if own is None else own.find(f"{P}cNvPr/{A}hlinkClick")
        return None if click is None else self.slide.link(click.get(R + "id"))

    def _area(self, shape: _Element, box: Box | None) -> None:
        """Notes the link of a picture or of a shape without text."""
        target = self._link(shape)
        if target and box is not None:
            self.areas.append(LinkArea(box, target))

    def _box(self, shape: _Element, frame: Frame) -> Box | None:
        """Where a shape stands, by itself or by what it inherits from; None where none of them says."""
        placeholder = placeholder_of(shape)
        return _place([shape, *(inherited(placeholder, self.layout, self.master) if placeholder else ())], frame)

    def _picture(self, shape: _Element, blip: _Element | None, frame: Frame) -> None:
        relation = None if blip is None else self.slide.relations.get(blip.get(R + "embed", ""))
        if relation is None or relation.external:
            return
        box = self._box(shape, frame)
        width, height = (box.width, box.height) if box else (0.0, 0.0)
        self.pictures.append(Candidate(self.page, width, height, partial(self.package.data, relation.target), box))

    # frames with a table or a diagram --------------------------------------------------------------------

    def _graphic(self, graphic: _Element, frame: Frame) -> Iterator[Shape]:
        box = box_of(graphic.find(P + "xfrm"), frame)
        data = graphic.find(f"{A}graphic/{A}graphicData")
        for child in () if data is None else data.iterchildren():
            if child.tag == A + "tbl":
                yield Shape(box, tuple(self._table(child)))
            elif child.tag == _DIAGRAM + "relIds":
                yield from self._diagram(child.get(R + "dm", ""), box)

    def _table(self, table: _Element) -> Iterator[Paragraph]:
        number, self.tables = self.tables, self.tables + 1
        for row, element in enumerate(table.iterchildren(A + "tr")):
            for column, cell in enumerate(element.iterchildren(A + "tc")):
                if cell.get("hMerge") not in ("1", "true") and cell.get("vMerge") not in ("1", "true"):
                    yield from paragraphs(cell.find(A + "txBody"), self._plain(Cell(number, row, column)))

    def _plain(self, cell: Cell | None = None) -> TextBody:
        """A body that inherits from the presentation alone; tables and diagrams are painted by styles that are not resolved."""
        layers = [] if self.defaults is None else [self.defaults]
        return TextBody(self.slide, ListStyles(layers, self.theme), Scope("body", cell, shaded=True))

    def _diagram(self, key: str, box: Box | None) -> Iterator[Shape]:
        """The shapes of a diagram as PowerPoint drew it, its plain texts where that drawing is missing."""
        relation = self.slide.relations.get(key)
        data = None if relation is None else self.package.part(relation.target)
        if data is None:
            return
        drawn = next((one.get("relId", "") for one in data.root.iter(_DRAWING + "dataModelExt")), "")
        found = self.slide.relations.get(drawn)
        drawing = None if found is None else self.package.part(found.target)
        if drawing is not None:
            yield from self._drawing(drawing, box)
            return
        texts = [text for point in data.root.iter(_DIAGRAM + "pt") for text in paragraphs(point.find(_DIAGRAM + "t"), self._plain())]
        yield Shape(box, tuple(texts))

    def _drawing(self, drawing: Part, box: Box | None) -> Iterator[Shape]:
        frame = Frame(box.x0, box.top, 1 / EMU, 1 / EMU) if box else PAPER
        body = replace(self._plain(), part=drawing)
        for shape in drawing.root.iter(_DRAWING + "sp"):
            transform = shape.find(_DRAWING + "txXfrm")
            place = box_of(shape.find(f"{_DRAWING}spPr/{A}xfrm") if transform is None else transform, frame)
            yield Shape(place if box else None, tuple(paragraphs(shape.find(_DRAWING + "txBody"), body)))


def _place(shapes: list[_Element], frame: Frame) -> Box | None:
    """The box that the nearest of the shapes states; layouts and masters know no groups."""
    own = box_of(shapes[0].find(f"{P}spPr/{A}xfrm"), frame)
    if own is not None:
        return own
    boxes = (box_of(shape.find(f"{P}spPr/{A}xfrm"), PAPER) for shape in shapes[1:])
    return next((box for box in boxes if box is not None), None)


def _fit(shapes: list[_Element]) -> float:
    """By how much the text is shrunk to fit, 1.0 = not at all."""
    for shape in shapes:
        for properties in shape.iterfind(f"{P}txBody/{A}bodyPr"):
            if len(properties):
                fit = properties.find(A + "normAutofit")
                return (None if fit is None else percentage(fit.get("fontScale"))) or 1.0
    return 1.0


def _chosen(alternate: _Element) -> _Element:
    """The branch of an mc:AlternateContent to read: the first choice with text, else the fallback."""
    choice, fallback = alternate.find(MC + "Choice"), alternate.find(MC + "Fallback")
    if choice is not None and (fallback is None or next(choice.iter(A + "t", _DIAGRAM + "relIds"), None) is not None):
        return choice
    return alternate if fallback is None else fallback
