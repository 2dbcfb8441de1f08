"""Formatted pages: which stretch of the file has which character and paragraph properties."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from resume_parser.extractors.doc.binary import plc, u16, u32
from resume_parser.extractors.doc.fib import Fib, Part

_PAGE = 512  # bytes of a formatted page
_CHARACTER_ITEM = 1  # bytes per range of a page of character properties
_PARAGRAPH_ITEM, _OLD_PARAGRAPH_ITEM = 13, 7
_PLACE_BYTES, _OLD_PLACE_BYTES = 4, 2  # of a page number
_PAGE_NUMBER = 0x3FFFFF
# Word 6 may leave out pages at the end of its list: they follow the last one
_OLD_RUN_PAGES, _OLD_PARAGRAPH_PAGES = 0x18E, 0x190


@dataclass(slots=True)
class Ranges:
    """Properties by their place in the WordDocument stream, in order and without overlaps."""

    items: list[tuple[int, int, bytes]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, found: list[tuple[int, int, bytes]]) -> Ranges:
        """The ranges in order; one that begins inside another is left out."""
        ordered: list[tuple[int, int, bytes]] = []
        for item in sorted(found, key=lambda item: item[0]):
            if item[1] > item[0] and (not ordered or item[0] >= ordered[-1][1]):
                ordered.append(item)
        return cls(ordered, [start for start, _, _ in ordered])

    def at(self, offset: int) -> bytes:
        """The properties at a place, b"" where none are stated."""
        index = bisect_right(self._starts, offset) - 1
        return self.items[index][2] if index >= 0 and offset < self.items[index][1] else b""

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """The ranges of a stretch of the file without gaps, cut to it."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while start < end and index < len(self.items):
            first, last, properties = self.items[index]
            if first > start:
                yield start, min(first, end), b""
                start = min(first, end)
            if start < min(last, end):
                yield start, min(last, end), properties
                start = min(last, end)
            index += 1
        if start < end:
            yield start, end, b""


def run_ranges(fib: Fib, word: bytes, table: bytes) -> Ranges:
    """The character properties of the file."""
    pages = _page_numbers(fib, word, fib.bytes_of(Part.RUNS, table), _OLD_RUN_PAGES)
    return Ranges.of([item for page in _pages(word, pages) for item in _runs(page)])


def paragraph_ranges(fib: Fib, word: bytes, table: bytes) -> Ranges:
    """The paragraph properties of the file, each with the number of its style in the first two bytes."""
    pages = _page_numbers(fib, word, fib.bytes_of(Part.PARAGRAPHS, table), _OLD_PARAGRAPH_PAGES)
    return Ranges.of([item for page in _pages(word, pages) for item in _paragraphs(page, old=fib.old)])


def _page_numbers(fib: Fib, word: bytes, listed: bytes, count_at: int) -> list[int]:
    """The numbers of the formatted pages, each once."""
    items = [item for _, _, item in plc(listed, _OLD_PLACE_BYTES if fib.old else _PLACE_BYTES)]
    numbers = [int.from_bytes(item, "little") & _PAGE_NUMBER for item in items]
    if fib.old and numbers:
        numbers += range(numbers[-1] + 1, numbers[-1] + 1 + u16(word, count_at) - len(numbers))
    return list(dict.fromkeys(numbers))


def _pages(word: bytes, numbers: list[int]) -> Iterator[bytes]:
    for number in numbers:
        page = word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            yield page


def _runs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    for start, end, at in _entries(page, _CHARACTER_ITEM):
        yield start, end, page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraphs(page: bytes, *, old: bool) -> Iterator[tuple[int, int, bytes]]:
    for start, end, at in _entries(page, _OLD_PARAGRAPH_ITEM if old else _PARAGRAPH_ITEM):
        words = page[at] if at else 0
        if not at:
            yield start, end, b""
        elif old:
            yield start, end, page[at + 1 : at + 1 + 2 * words]
        elif words:
            yield start, end, page[at + 1 : at + 2 * words]
        else:
            yield start, end, page[at + 2 : at + 2 + 2 * page[min(at + 1, _PAGE - 1)]]


def _entries(page: bytes, size: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, place of the properties in the page) of the ranges of a page; place 0 = none."""
    count = min(page[_PAGE - 1], (_PAGE - 5) // (4 + size))
    items = 4 * (count + 1)
    for index in range(count):
        yield u32(page, 4 * index), u32(page, 4 * index + 4), 2 * page[items + size * index]
