"""What floats over the text: text boxes by their anchor, and the pictures that may show the candidate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from resume_parser.extractors.doc.art import Shapes, picture_file, read_shapes
from resume_parser.extractors.doc.binary import i16, i32, plc, u16, u32
from resume_parser.extractors.doc.fib import Part
from resume_parser.extractors.doc.properties import TWENTIETHS
from resume_parser.extractors.doc.source import Source
from resume_parser.extractors.portrait import Candidate

_ANCHOR_BYTES, _BOX_BYTES = 26, 22
_FLAGS_AT, _BEHIND_TEXT = 20, 0x4000  # of an anchor
_REUSABLE_AT, _SHAPE_AT = 8, 14  # of a text box
_GOAL_AT, _SCALE_AT, _FULL_SCALE = 0x1C, 0x20, 1000.0  # of a picture in the text: twentieths of a point, thousandths
_SHAPE_FILE = 0x66  # kind of a picture whose name stands before it
_KIND_AT = 6
Ranges = Mapping[int, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A drawing and the character it hangs on."""

    character: int
    shape: int
    width: float  # points
    height: float
    behind: bool


class Drawings:
    """The text boxes and pictures of a file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        fib, table = source.streams.fib, source.streams.table
        self._shapes = Shapes() if fib.old else read_shapes(fib.bytes_of(Part.DRAWINGS, table))
        self._anchors = _anchors(source, Part.ANCHORS, "main")
        headers = _anchors(source, Part.HEADER_ANCHORS, "headers")
        self.ground = any(anchor.behind for anchor in (*self._anchors, *headers))
        self.boxes, self.loose_boxes = self._boxes(Part.BOXES, "boxes", self._anchors)
        self.header_boxes, _ = self._boxes(Part.HEADER_BOXES, "header_boxes", headers)

    def candidates(self, inline: Sequence[tuple[int, int]], pages: Mapping[int, int]) -> Iterator[Candidate]:
        """The pictures of the file: those in the text as (page, place), then those that float; `pages` of the anchors."""
        for page, place in inline:
            yield self._inline(page, place)
        shown: dict[int, list[int]] = {}
        for shape in self._shapes.pictures:
            shown.setdefault(self._shapes.groups[shape], []).append(shape)
        for anchor in self._anchors:
            for shape in shown.get(anchor.shape, ()):
                alone = shape == anchor.shape
                size = (anchor.width, anchor.height) if alone else (0.0, 0.0)
                yield Candidate(pages.get(anchor.character, 1), *size, _Floating(self._source, self._shapes, shape))

    def _inline(self, page: int, place: int) -> Candidate:
        data = self._source.streams.data
        sides = [
            u16(data, place + _GOAL_AT + at) / TWENTIETHS * (u16(data, place + _SCALE_AT + at) or _FULL_SCALE) / _FULL_SCALE
            for at in (0, 2)
        ]
        return Candidate(page, sides[0], sides[1], _Inline(data, place))

    def _boxes(self, part: Part, story: str, anchors: Sequence[_Anchor]) -> tuple[Ranges, list[tuple[int, int]]]:
        """The ranges of the text boxes by the character of their anchor, and those without one."""
        source = self._source
        first, last = source.stories[story]
        listed = list(plc(source.streams.fib.bytes_of(part, source.streams.table), _BOX_BYTES))
        places = {anchor.shape: anchor.character for anchor in anchors}
        found: dict[int, list[tuple[int, int]]] = {}
        loose: list[tuple[int, int]] = [] if listed or first == last else [(first, last)]
        for start, end, item in listed:
            shape = u32(item, _SHAPE_AT)
            if u16(item, _REUSABLE_AT) or first + end > last or end - start < 1:
                continue
            character = places.get(self._shapes.groups.get(shape, shape), places.get(shape))
            owner = loose if character is None else found.setdefault(character, [])
            owner.append((first + start, first + end))
        return found, loose


def _anchors(source: Source, part: Part, story: str) -> list[_Anchor]:
    """The anchors of the drawings of a story."""
    fib, table = source.streams.fib, source.streams.table
    if fib.old:
        return []
    base, last = source.stories[story]
    return [
        _Anchor(
            base + start,
            u32(item, 0),
            (i32(item, 12) - i32(item, 4)) / TWENTIETHS,
            (i32(item, 16) - i32(item, 8)) / TWENTIETHS,
            bool(u16(item, _FLAGS_AT) & _BEHIND_TEXT),
        )
        for start, _, item in plc(fib.bytes_of(part, table), _ANCHOR_BYTES)
        if base + start < last
    ]


@dataclass(frozen=True, slots=True)
class _Inline:
    """Loads a picture that stands in the text like a character."""

    data: bytes
    place: int

    def __call__(self) -> bytes:
        """The picture file, b"" where it is damaged or a drawing."""
        size, head = u32(self.data, self.place), u16(self.data, self.place + 4)
        start = self.place + head
        if i16(self.data, self.place + _KIND_AT) == _SHAPE_FILE:
            start += 1 + int.from_bytes(self.data[start : start + 1], "little")
        return picture_file(self.data, start, self.place + size)


@dataclass(frozen=True, slots=True)
class _Floating:
    """Loads the picture of a shape."""

    source: Source
    shapes: Shapes
    shape: int

    def __call__(self) -> bytes:
        """The picture file, b"" where it is damaged or a drawing."""
        number, word = self.shapes.pictures[self.shape], self.source.streams.word
        if not 1 <= number <= len(self.shapes.stored):
            return b""
        start = self.shapes.stored[number - 1]
        return picture_file(word, start, start + 8 + u32(word, start + 4))
