"""The shapes of a slide: text boxes, placeholders, groups, tables and pictures with their place in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from resume_parser.document import Box, Cell, LinkArea, bounding_box
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope
from resume_parser.extractors.portrait import Candidate
from resume_parser.extractors.ppt.pictures import PictureStore
from resume_parser.extractors.ppt.records import (
    ANCHOR,
    CANVAS,
    CHILD_ANCHOR,
    CLIENT_DATA,
    DRAWING,
    GROUP,
    GROUP_SPACE,
    INTERACTION,
    MORE_OPTIONS,
    OPTIONS,
    OUTLINE_REFERENCE,
    PLACEHOLDER,
    SHAPE,
    SHAPE_ATOM,
    TEXT_BOX,
)
from resume_parser.extractors.ppt.text import Surroundings, Text, link_of, paragraphs, texts
from resume_parser.extractors.records import Record
from resume_parser.extractors.slides.frames import Frame, Sides
from resume_parser.extractors.slides.shapes import Shape

UNITS_PER_POINT = 8.0  # 576 units per inch
_SLIDE = Frame(0.0, 0.0, 1 / UNITS_PER_POINT, 1 / UNITS_PER_POINT)
_SHORT_ANCHOR = 8  # bytes; the long form has four integers of four bytes
_DELETED, _BACKGROUND = 0x8, 0x400  # flags of a shape
_FLAGS, _PLACEHOLDER_ID = 4, 4  # offsets in the atoms of a shape
_NOT_READ, _FOOTER = (7, 8, 10), 9  # placeholders: date, slide number, header; footer
_PICTURE, _TABLE, _HIDDEN = 0x104, 0x39F, 0x3BF  # numbers of properties
_PROPERTY_BYTES, _PROPERTY_MASK = 6, 0x3FFF
_HIDDEN_BITS = 0x20002  # "is hidden" and "the file says whether it is hidden"
_SAME_ROW = 1.0  # points between the tops of cells in one row
_MOST_DEPTH = 50  # groups within groups; deeper is damage


@dataclass(slots=True)
class SlideWalk:
    """Reads the shapes of one slide; `pictures`, `areas` and `tables` tell afterwards what it met."""

    around: Surroundings
    outline: Sequence[Text]  # of the slide: placeholders refer to them
    store: PictureStore
    page: int
    tables: int = 0  # number of the next table in the document
    pictures: list[Candidate] = field(default_factory=list)
    areas: list[LinkArea] = field(default_factory=list)

    def shapes(self, slide: Record) -> Iterator[Shape]:
        """The shapes with text in the order of the file, which is from back to front."""
        for drawing in slide.all(DRAWING):
            for canvas in drawing.all(CANVAS):
                for child in canvas.all(GROUP):
                    yield from self._group(child, _SLIDE, 0)

    def _group(self, group: Record, frame: Frame, depth: int) -> Iterator[Shape]:
        """The shapes of a group; the first stands for the group itself."""
        members = list(group.all(SHAPE, GROUP))
        if not members or depth > _MOST_DEPTH:
            return
        head = members[0]
        space = _inside(head, frame) if depth else frame
        if _properties(head).get(_TABLE, 0) & 1:
            yield from self._table(members[1:], space)
            return
        for member in members[1:]:
            if member.kind == GROUP:
                yield from self._group(member, space, depth + 1)
            else:
                yield from self._shape(member, space)

    def _shape(self, shape: Record, frame: Frame, cell: Cell | None = None) -> Iterator[Shape]:
        properties = _properties(shape)
        atom = shape.first(SHAPE_ATOM)
        flags = 0 if atom is None else atom.integer(_FLAGS)
        if flags & (_DELETED | _BACKGROUND) or properties.get(_HIDDEN, 0) & _HIDDEN_BITS == _HIDDEN_BITS:
            return
        box = _place(shape, frame)
        if _PICTURE in properties:
            self._picture(properties[_PICTURE], box)
        placeholder = _placeholder(shape)
        if placeholder not in _NOT_READ:
            link = _link(shape, self.around.links)
            read = tuple(self._paragraphs(shape, Scope("footer" if placeholder == _FOOTER else "body", cell, shaded=True), link))
            if any(paragraph.lines for paragraph in read):
                yield Shape(box, read)
            elif link and box is not None:
                self.areas.append(LinkArea(box, link))

    def _paragraphs(self, shape: Record, scope: Scope, link: str | None) -> Iterator[Paragraph]:
        for box in shape.all(TEXT_BOX):
            children = list(records_of(box))
            reference = next((child.integer() for child in children if child.kind == OUTLINE_REFERENCE), None)
            found = texts(children, self.around.links)
            if reference is not None and 0 <= reference < len(self.outline):
                found = [self.outline[reference]]
            for text in found:
                yield from paragraphs(text, self.around, scope, link)

    def _picture(self, number: int, box: Box | None) -> None:
        width, height = (box.width, box.height) if box else (0.0, 0.0)
        self.pictures.append(Candidate(self.page, width, height, partial(self.store.load, number), box))

    def _table(self, members: Sequence[Record], frame: Frame) -> Iterator[Shape]:
        """A table: its cells are shapes side by side."""
        number, self.tables = self.tables, self.tables + 1
        shapes = [(member, box) for member in members if member.kind == SHAPE and (box := _place(member, frame)) is not None]
        shapes = [(member, box) for member, box in shapes if member.first(TEXT_BOX) is not None]
        rows, columns = _steps([box.top for _, box in shapes]), _steps([box.x0 for _, box in shapes])
        read: list[Paragraph] = []
        for member, box in sorted(shapes, key=lambda entry: (_step(rows, entry[1].top), entry[1].x0)):
            cell = Cell(number, _step(rows, box.top), _step(columns, box.x0))
            read += [paragraph for shape in self._shape(member, frame, cell) for paragraph in shape.paragraphs]
        if any(paragraph.lines for paragraph in read):
            yield Shape(bounding_box([box for _, box in shapes]), tuple(read))


def _inside(shape: Record, frame: Frame) -> Frame:
    """The frame of a group, from the shape that stands for it."""
    atom = shape.first(GROUP_SPACE)
    return frame.inner(_place(shape, frame), None if atom is None else _four(atom, "<4i"))


def _place(shape: Record, frame: Frame) -> Box | None:
    """Where a shape stands, None where it does not say."""
    for record in shape.all(ANCHOR, CHILD_ANCHOR):
        short = record.kind == ANCHOR and record.end - record.start <= _SHORT_ANCHOR
        sides = _four(record, "<4h" if short else "<4i")
        if sides and record.kind == ANCHOR:
            top, left, right, bottom = sides
            return frame.box((left, top, right, bottom))
        if sides:
            return frame.box(sides)
    return None


def _four(record: Record, form: str) -> Sides | None:
    """Four numbers at the start of a record, None where it is too short."""
    numbers = record.integers(form)
    return None if numbers is None else (numbers[0], numbers[1], numbers[2], numbers[3])


def records_of(box: Record) -> Iterator[Record]:
    """The records in a text box; its own header does not always call it a container."""
    return Record(box.stream, box.kind, box.instance, True, box.start, box.end).children()


def _steps(places: Sequence[float]) -> list[float]:
    """The distinct places in order."""
    steps: list[float] = []
    for place in sorted(places):
        if not steps or place - steps[-1] > _SAME_ROW:
            steps.append(place)
    return steps


def _step(steps: Sequence[float], place: float) -> int:
    """The number of the last step at or before a place."""
    return max(sum(step <= place for step in steps) - 1, 0)


def _properties(shape: Record) -> dict[int, int]:
    """The drawing properties of a shape by number."""
    found: dict[int, int] = {}
    for record in shape.all(OPTIONS, MORE_OPTIONS):
        content = record.content
        for at in range(0, min(record.instance * _PROPERTY_BYTES, len(content) - _PROPERTY_BYTES + 1), _PROPERTY_BYTES):
            number = int.from_bytes(content[at : at + 2], "little") & _PROPERTY_MASK
            found.setdefault(number, int.from_bytes(content[at + 2 : at + 6], "little"))
    return found


def _placeholder(shape: Record) -> int:
    """The kind of placeholder that a shape fills, 0 for a shape of its own."""
    data = shape.first(CLIENT_DATA)
    atom = None if data is None else next((record for record in records_of(data) if record.kind == PLACEHOLDER), None)
    return 0 if atom is None else atom.integer(_PLACEHOLDER_ID, "<B")


def _link(shape: Record, links: Mapping[int, str]) -> str | None:
    """The target of a click on the whole shape."""
    data = shape.first(CLIENT_DATA)
    clicks = () if data is None else (record for record in records_of(data) if record.kind == INTERACTION)
    return next((link for click in clicks if (link := link_of(click, links))), None)
