"""The header story: which of its ranges are headers and footers that Word shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from resume_parser.extractors.doc.binary import u32
from resume_parser.extractors.doc.fib import Part
from resume_parser.extractors.doc.source import Section, Source

# the kinds of a section in the order of the file; bit n of the old sections stands for kind n
_KINDS = (("header", "even"), ("header", "odd"), ("footer", "even"), ("footer", "odd"), ("header", "first"), ("footer", "first"))
_SEPARATORS = 6  # ranges for the lines above footnotes come first
_FACING, _OLD_SEPARATORS_AT = 1, 1  # of the settings: headers differ on even pages; bits of the separators that are there
_WHOLE = Section(0, new_page=True, title_page=False, headers=0)


def header_ranges(source: Source) -> Iterator[tuple[str, int, int, int]]:
    """(part, number of the section, start, end) of every header and footer in use."""
    fib, table = source.streams.fib, source.streams.table
    settings = fib.bytes_of(Part.SETTINGS, table)
    even = bool(settings[:1] and settings[0] & _FACING)
    limits = fib.bytes_of(Part.HEADERS, table)
    bounds = [u32(limits, at) for at in range(0, len(limits) - 3, 4)]
    ranges = list(pairwise(bounds))
    reached = 0
    base, last = source.stories["headers"]
    for number, index, (part, kind) in _kinds(source, settings, len(ranges)):
        section = source.sections[number] if number < len(source.sections) else _WHOLE
        shown = kind == "odd" or (section.title_page if kind == "first" else even)
        start, end = ranges[index]
        if shown and reached <= start < end <= last - base:
            reached = end
            yield part, number, base + start, base + end


def _kinds(source: Source, settings: bytes, count: int) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """(section, number of the range, kind) of the ranges; Word 6 and 95 keep only those that the section has."""
    if not source.streams.fib.old:
        for index in range(_SEPARATORS, count):
            section, kind = divmod(index - _SEPARATORS, len(_KINDS))
            yield section, index, _KINDS[kind]
        return
    index = settings[_OLD_SEPARATORS_AT].bit_count() if len(settings) > _OLD_SEPARATORS_AT else 0
    for number, item in enumerate(source.sections):
        for kind, names in enumerate(_KINDS):
            if item.headers >> kind & 1 and index < count:
                yield number, index, names
                index += 1
