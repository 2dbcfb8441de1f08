"""Records of Office 97: the nested pieces of PowerPoint streams and of the drawings in Word files, each with a header of eight bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

HEADER_BYTES = 8
_CONTAINER = 0xF  # version of a record that holds records
_HEADER = struct.Struct("<HHI")


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
