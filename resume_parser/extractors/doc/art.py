"""Office drawings: the records of shapes and pictures in the table, Data and WordDocument streams."""

from __future__ import annotations

from dataclasses import dataclass, field

from resume_parser.extractors.doc.binary import u16, u32
from resume_parser.extractors.records import Record, record_at, records

_MOST_RECORDS = 20_000  # of a file; a resume has below 1,000
_MOST_DEPTH = 12  # containers in containers
_DRAWINGS, _DRAWING, _GROUP, _SHAPE, _STORED, _FSP, _OPTIONS = 0xF000, 0xF002, 0xF003, 0xF004, 0xF007, 0xF00A, 0xF00B
_FIRST_PICTURE, _LAST_PICTURE = 0xF018, 0xF117
_PICTURE_OPTION = 0x0104
_OPTION_BYTES = 6
_STORED_BYTES, _DELAY_AT = 36, 28
_PICTURE_HEAD = 64  # bytes before the picture file itself: one or two checksums and a tag
_MAGICS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")


@dataclass(slots=True)
class Shapes:
    """The shapes of the drawings of a file by their number."""

    groups: dict[int, int] = field(default_factory=dict)  # shape -> the outermost group around it
    pictures: dict[int, int] = field(default_factory=dict)  # shape -> number of its picture, 1 = the first stored one
    stored: list[int] = field(default_factory=list)  # places of the pictures in the WordDocument stream


def read_shapes(data: bytes) -> Shapes:
    """The shapes that the drawing table of the file describes."""
    shapes = Shapes()
    start = 0
    while (record := record_at(data, start)) is not None:
        if record.kind not in (_DRAWINGS, _DRAWING):
            start += 1  # one byte before each drawing says where it belongs
            if start > record.end:
                break
            continue
        _collect(data, record, shapes, _MOST_RECORDS)
        start = record.end
    return shapes


def _collect(data: bytes, top: Record, shapes: Shapes, room: int) -> None:
    """Notes every shape and stored picture under a record."""
    # (record, depth of containers, outermost group of the record)
    stack = [(top, 0, 0)]
    while stack and room > 0:
        record, depth, group = stack.pop()
        room -= 1
        if record.kind == _STORED:
            shapes.stored.append(u32(data, record.start + _DELAY_AT))
        elif record.kind == _SHAPE:
            _note_shape(data, record, group, shapes)
        elif record.container and depth < _MOST_DEPTH:
            children = list(records(data, record.start, record.end))
            inner = group
            if record.kind == _GROUP and depth > 1 and not group and children:
                inner = _number(data, children[0])
            stack += [(child, depth + 1, inner) for child in reversed(children)]


def _number(data: bytes, shape: Record) -> int:
    """The number of a shape, 0 where it has none."""
    return next((u32(data, part.start) for part in records(data, shape.start, shape.end) if part.kind == _FSP), 0)


def _note_shape(data: bytes, shape: Record, group: int, shapes: Shapes) -> None:
    number = _number(data, shape)
    shapes.groups[number] = group or number
    picture = _picture_option(data, shape)
    if picture:
        shapes.pictures[number] = picture


def _picture_option(data: bytes, shape: Record) -> int:
    """The number of the picture of a shape, 0 = none."""
    for part in records(data, shape.start, shape.end):
        if part.kind == _OPTIONS:
            for at in range(part.start, min(part.start + _OPTION_BYTES * part.instance, part.end), _OPTION_BYTES):
                if u16(data, at) & 0x3FFF == _PICTURE_OPTION:
                    return u32(data, at + 2)
    return 0


def picture_file(data: bytes, start: int, end: int) -> bytes:
    """The first picture file in a stretch of records, b"" where there is none that can be shown."""
    stack = list(records(data, start, min(end, len(data))))[::-1]
    for _ in range(_MOST_RECORDS):
        if not stack:
            break
        record = stack.pop()
        if _FIRST_PICTURE <= record.kind <= _LAST_PICTURE:
            return _without_head(data[record.start : record.end])
        if record.kind == _STORED:
            stack += records(data, record.start + _STORED_BYTES, record.end)
        elif record.container:
            stack += list(records(data, record.start, record.end))[::-1]
    return b""


def _without_head(raw: bytes) -> bytes:
    places = [raw.find(magic, 0, _PICTURE_HEAD) for magic in _MAGICS]
    found = [place for place in places if place >= 0]
    return raw[min(found) :] if found else b""
