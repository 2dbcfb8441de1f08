"""The list tables: which levels of which lists print neither bullet nor number."""

from __future__ import annotations

from resume_parser.extractors.doc.binary import u16, u32
from resume_parser.extractors.doc.fib import Fib, Part

_LIST_BYTES, _USE_BYTES, _LEVEL_BYTES = 28, 16, 28
_LEVELS = 9
_SIMPLE = 1  # a list of one level
_NO_NUMBER = 0xFF


def unlisted(fib: Fib, table: bytes) -> frozenset[tuple[int, int]]:
    """(number of the list in a paragraph, level) of the levels that print nothing."""
    lists, uses = fib.bytes_of(Part.LISTS, table), fib.bytes_of(Part.LIST_USES, table)
    silent = _silent(lists, table, fib.end_of(Part.LISTS))
    if not silent:
        return frozenset()
    numbers = {index + 1: u32(uses, 4 + _USE_BYTES * index) for index in range(min(u32(uses, 0), len(uses) // _USE_BYTES))}
    return frozenset((number, level) for number, key in numbers.items() for found, level in silent if found == key)


def _silent(lists: bytes, table: bytes, at: int) -> set[tuple[int, int]]:
    """(list, level) of the levels without bullet, number or text; the levels lie behind the lists."""
    found: set[tuple[int, int]] = set()
    for index in range(min(u16(lists, 0), len(lists) // _LIST_BYTES)):
        head = lists[2 + _LIST_BYTES * index : 2 + _LIST_BYTES * (index + 1)]
        for level in range(1 if head[26:27] and head[26] & _SIMPLE else _LEVELS):
            fixed = table[at : at + _LEVEL_BYTES]
            if len(fixed) < _LEVEL_BYTES:
                return found
            text_at = at + _LEVEL_BYTES + fixed[24] + fixed[25]
            length = u16(table, text_at)
            text = table[text_at + 2 : text_at + 2 + 2 * length].decode("utf-16-le", "replace")
            if fixed[4] == _NO_NUMBER and not text.strip():
                found.add((u32(head, 0), level))
            at = text_at + 2 + 2 * length
    return found
