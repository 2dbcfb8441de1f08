"""The streams of the compound file: the text, its tables, its pictures, and what the file states about itself."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from resume_parser.errors import CorruptFileError
from resume_parser.extractors.doc.binary import u16, u32
from resume_parser.extractors.doc.fib import Fib, read_fib
from resume_parser.extractors.ole import open_ole

_DAMAGE = (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError, MemoryError, struct.error)
_PAGES, _LONG = 14, 3  # number and type of the page count in the summary
_SECTION_AT = 44  # offset of the offset of the first section of a summary
_MOST_PROPERTIES = 100  # of a summary; Word writes about 15


@dataclass(frozen=True, slots=True)
class Streams:
    """The bytes of the streams; b"" where one is missing or damaged."""

    fib: Fib
    word: bytes
    table: bytes
    data: bytes
    declared_pages: int  # 0 where the file does not say


def open_streams(raw: bytes) -> Streams:
    """The streams of the file; raises CorruptFileError where its text cannot be found."""
    try:
        return _streams(raw, lenient=False)
    except _DAMAGE:
        pass
    try:
        return _streams(raw + bytes(len(raw)), lenient=True)  # a file that was cut off: what is missing reads as zeros
    except _DAMAGE as error:
        raise CorruptFileError(
            "The Word file is damaged: its directory cannot be read. Save it again in Word.", stage="extraction"
        ) from error


def _streams(raw: bytes, *, lenient: bool) -> Streams:
    """The streams; a damaged one raises an error of the library, where lenient only that of the text."""

    def stream(name: str) -> bytes:
        try:
            return bytes(ole.openstream(name).read()) if ole.exists(name) else b""
        except _DAMAGE:
            if lenient:
                return b""
            raise

    with open_ole(raw) as ole:
        word = bytes(ole.openstream("WordDocument").read())
        fib = read_fib(word)
        table = word if fib.old else stream(fib.table_name) or stream("0Table") or stream("1Table")
        return Streams(fib, word, table, stream("Data"), _declared_pages(stream("\x05SummaryInformation")))


def _declared_pages(summary: bytes) -> int:
    """The page count of the summary, 0 where it has none."""
    section = u32(summary, _SECTION_AT)
    for index in range(min(u32(summary, section + 4), _MOST_PROPERTIES)):
        entry = section + 8 + 8 * index
        value = section + u32(summary, entry + 4)
        if u32(summary, entry) == _PAGES and u16(summary, value) == _LONG:
            return u32(summary, value + 4)
    return 0
