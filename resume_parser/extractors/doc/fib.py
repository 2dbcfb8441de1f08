"""The head of the WordDocument stream (file information block): version, lengths of the stories, places of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from resume_parser.errors import CorruptFileError, EncryptedFileError, UnsupportedFormatError
from resume_parser.extractors.doc.binary import u16, u32

_OLDEST, _LAST_OLD = 0x65, 0x69  # nFib of Word 6 and of the last Word 95; 97 begins at 0xC1
_ENCRYPTED, _SECOND_TABLE, _EXTENDED = 0x0100, 0x0200, 0x1000
_LENGTHS_97, _LENGTHS_OLD = 0x4C, 0x34
_PLACES_97, _PLACES_OLD = 0x9A, 0x58
_PLACE_COUNT_97, _PLACE_COUNT_OLD = 76, 38
_MAC = 256  # character set of files that Word for the Macintosh wrote
STORIES = ("main", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")


class Part(IntEnum):
    """The number of a table in the list of places; the same in all versions."""

    STYLES = 1
    SECTIONS = 6
    HEADERS = 11
    RUNS = 12
    PARAGRAPHS = 13
    FONTS = 15
    SETTINGS = 31
    PIECES = 33
    ANCHORS = 40
    HEADER_ANCHORS = 41
    DRAWINGS = 50
    BOXES = 56
    HEADER_BOXES = 58
    LISTS = 73
    LIST_USES = 74


@dataclass(frozen=True, slots=True)
class Fib:
    """What the head of the file states."""

    old: bool  # Word 6 or 95: one-byte property codes, text in code pages, no table stream of its own
    wide: bool  # Word 6 or 95 with all its text in UTF-16
    mac: bool
    table_name: str
    text_start: int  # bytes in the WordDocument stream
    text_end: int
    stories: dict[str, tuple[int, int]]  # name -> first character and the one after the last
    places: tuple[tuple[int, int], ...]  # (offset, bytes) of the tables

    def bytes_of(self, part: Part, table: bytes) -> bytes:
        """The bytes of a table, b"" where the file has none."""
        if part >= len(self.places):
            return b""
        start, size = self.places[part]
        return table[start : start + size]

    def end_of(self, part: Part) -> int:
        """The offset after a table."""
        return sum(self.places[part]) if part < len(self.places) else 0


def read_fib(word: bytes) -> Fib:
    """The head of the file; raises an InputError for a password, for Word 2 and older, and for damage."""
    if len(word) < _PLACES_OLD:
        raise CorruptFileError("The Word file is cut off: its text is missing. Send it again.", stage="extraction")
    version, flags = u16(word, 2), u16(word, 10)
    if flags & _ENCRYPTED:
        raise EncryptedFileError("The Word file is protected with a password. Remove the password and send it again.", stage="extraction")
    if version < _OLDEST:
        raise UnsupportedFormatError("The file is from Word 2 or older. Save it as DOCX or PDF and send it again.", stage="extraction")
    old = version <= _LAST_OLD
    lengths, places, count = (_LENGTHS_OLD, _PLACES_OLD, _PLACE_COUNT_OLD) if old else (_LENGTHS_97, _PLACES_97, _PLACE_COUNT_97)
    return Fib(
        old,
        old and bool(flags & _EXTENDED),
        old and u16(word, 0x14) == _MAC,
        "1Table" if flags & _SECOND_TABLE else "0Table",
        u32(word, 0x18),
        u32(word, 0x1C),
        _stories(word, lengths),
        tuple((u32(word, places + 8 * index), u32(word, places + 8 * index + 4)) for index in range(count)),
    )


def _stories(word: bytes, at: int) -> dict[str, tuple[int, int]]:
    """The ranges of the stories, one after the other in the text of the file."""
    found, start = {}, 0
    for index, name in enumerate(STORIES):
        end = start + (u32(word, at + 4 * index) & 0x7FFFFFFF)
        found[name] = (start, end)
        start = end
    return found
