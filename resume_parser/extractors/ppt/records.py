"""Records: the nested pieces of a PowerPoint stream, each with a header of eight bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

HEADER_BYTES = 8
_CONTAINER = 0xF  # version of a record that holds records
_HEADER = struct.Struct("<HHI")

DOCUMENT, DOCUMENT_ATOM, ENVIRONMENT, SLIDE, SLIDE_ATOM, MAIN_MASTER = 0x03E8, 0x03E9, 0x03F2, 0x03EE, 0x03EF, 0x03F8
SLIDE_LIST, SLIDE_PERSIST, SLIDE_SHOW_INFO, COLOR_SCHEME = 0x0FF0, 0x03F3, 0x03F9, 0x07F0
USER_EDIT, PERSIST_DIRECTORY, CRYPT_SESSION = 0x0FF5, 0x1772, 0x2F14
TEXT_HEADER, TEXT_CHARS, TEXT_BYTES, TEXT_STYLE, MASTER_STYLE, OUTLINE_REFERENCE = 0x0F9F, 0x0FA0, 0x0FA8, 0x0FA1, 0x0FA3, 0x0F9E
INTERACTION, INTERACTION_ATOM, INTERACTION_RANGE = 0x0FF2, 0x0FF3, 0x0FDF
EXTERNAL_LIST, HYPERLINK, HYPERLINK_ATOM, STRING, PLACEHOLDER = 0x0409, 0x0FD7, 0x0FD3, 0x0FBA, 0x0BC3
FIELD_MARKS = (0x0FD8, 0x0FF7, 0x0FF8, 0x0FF9, 0x0FFA, 0x1015)  # slide number, dates, header, footer: a "*" in the text
DRAWING_GROUP, DRAWING = 0x040B, 0x040C
PICTURE_STORE_GROUP, PICTURE_STORE, PICTURE_ENTRY, PICTURES = 0xF000, 0xF001, 0xF007, (0xF01D, 0xF01E, 0xF029, 0xF02A)
CANVAS, GROUP, SHAPE, GROUP_SPACE, SHAPE_ATOM = 0xF002, 0xF003, 0xF004, 0xF009, 0xF00A
OPTIONS, MORE_OPTIONS, TEXT_BOX, CHILD_ANCHOR, ANCHOR, CLIENT_DATA = 0xF00B, 0xF122, 0xF00D, 0xF00F, 0xF010, 0xF011


@dataclass(frozen=True, slots=True)
class Record:
    """One record; its content lies between `start` and `end` of the stream."""

    stream: bytes
    kind: int
    instance: int
    container: bool
    start: int
    end: int

    @property
    def content(self) -> bytes:
        """The bytes after the header."""
        return self.stream[self.start : self.end]

    def children(self) -> Iterator[Record]:
        """The records inside; none in an atom."""
        return records(self.stream, self.start, self.end) if self.container else iter(())

    def all(self, *kinds: int) -> Iterator[Record]:
        """The children of some kinds."""
        return (child for child in self.children() if child.kind in kinds)

    def first(self, kind: int) -> Record | None:
        """The first child of a kind, None if there is none."""
        return next(self.all(kind), None)

    def integer(self, offset: int = 0, form: str = "<I") -> int:
        """A number in the content, 0 beyond its end."""
        size = struct.calcsize(form)
        content = self.stream[self.start + offset : min(self.start + offset + size, self.end)]
        return int(struct.unpack(form, content)[0]) if len(content) == size else 0

    def integers(self, form: str) -> tuple[int, ...] | None:
        """The numbers at the start of the content, None where it is too short."""
        content = self.content[: struct.calcsize(form)]
        return struct.unpack(form, content) if len(content) == struct.calcsize(form) else None


def record_at(stream: bytes, offset: int, end: int | None = None) -> Record | None:
    """The record at an offset, cut where the stream ends; None where no header fits."""
    limit = len(stream) if end is None else end
    if not 0 <= offset <= limit - HEADER_BYTES:
        return None
    version, kind, length = _HEADER.unpack_from(stream, offset)
    start = offset + HEADER_BYTES
    return Record(stream, kind, version >> 4, version & 0xF == _CONTAINER, start, min(start + length, limit))


def records(stream: bytes, start: int, end: int) -> Iterator[Record]:
    """The records that follow each other in a part of the stream."""
    while (record := record_at(stream, start, end)) is not None:
        yield record
        start = record.end
