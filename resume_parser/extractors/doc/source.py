"""One open file: its text with the properties of every run and paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume_parser.extractors.doc.binary import plc, u16, u32
from resume_parser.extractors.doc.fib import Part
from resume_parser.extractors.doc.fonts import decode, read_fonts
from resume_parser.extractors.doc.formatting import paragraph_ranges, run_ranges
from resume_parser.extractors.doc.lists import unlisted
from resume_parser.extractors.doc.pieces import joined, read_text
from resume_parser.extractors.doc.properties import NO_LIST, Layout, Run, layout_over, run_over
from resume_parser.extractors.doc.sprms import Sprm, sprms
from resume_parser.extractors.doc.streams import Streams
from resume_parser.extractors.doc.styles import Style, StyleSheet

_MARKS = re.compile("[\r\x07\x0c]")
SECTION_MARK = "\x0c"
_SECTION_BYTES = 12
_LONG_PROPERTIES = 1_000_000  # bytes of a file; only rows of many cells have them, each some hundred bytes
_NEW_PAGE = (2, 3, 4)
_DEFAULT_BREAK = 2


@dataclass(frozen=True, slots=True)
class Range:
    """One paragraph: its characters with the mark that ends it, and its properties."""

    start: int
    end: int
    mark: str  # "" at the end of a cut story
    style: Style
    layout: Layout


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the main story."""

    end: int  # the character after it
    new_page: bool
    title_page: bool
    headers: int  # of Word 6 and 95: one bit per kind of header


class Source:
    """The text of the file by character."""

    def __init__(self, streams: Streams) -> None:
        fib, word, table = streams.fib, streams.word, streams.table
        self.streams = streams
        self.fonts = read_fonts(fib, table)
        self.text = read_text(fib, word, table)
        self.stories = _stories(fib.stories, len(self.text.characters))
        self.sections = list(self._sections())
        self._ends = {section.end for section in self.sections}
        self._sheet = StyleSheet(fib, table)
        self._runs = run_ranges(fib, word, table)
        self._paragraphs = paragraph_ranges(fib, word, table)
        self._unlisted = unlisted(fib, table)
        self._long_room = _LONG_PROPERTIES
        self._run_cache: dict[tuple[bytes, int, int], Run] = {}
        self._layout_cache: dict[tuple[bytes, int], tuple[Style, Layout]] = {}

    def ranges(self, start: int, end: int) -> list[Range]:
        """The paragraphs of a stretch of the text."""
        found, characters = [], self.text.characters
        for mark in _MARKS.finditer(characters, start, end):
            if mark[0] == SECTION_MARK and mark.end() not in self._ends:
                continue  # a page break inside a paragraph
            found.append(self._range(start, mark.end(), mark[0]))
            start = mark.end()
        if start < end:
            found.append(self._range(start, end, ""))
        return found

    def runs(self, paragraph: Range) -> Iterator[tuple[int, str, Run]]:
        """(first character, text, look) of the runs of a paragraph without its mark."""
        start, end = paragraph.start, paragraph.end - len(paragraph.mark)
        text = self.text
        index = text.piece_index(start)
        while start < end and index < len(text.pieces):
            piece = text.pieces[index]
            stop = min(piece.end, end)
            offsets = (piece.offset + (start - piece.start) * piece.width, piece.offset + (stop - piece.start) * piece.width)
            for first, last, properties in self._runs.within(*offsets):
                here = piece.start + (first - piece.offset) // piece.width
                there = piece.start + (last - piece.offset) // piece.width
                if there > here:
                    run = self._run(properties, index, paragraph)
                    yield here, self._decoded(text.characters[here:there], run, piece.width), run
            start, index = stop, index + 1

    def is_listed(self, paragraph: Range) -> bool:
        """True if the paragraph shows a bullet or a number."""
        layout, style = paragraph.layout, paragraph.style
        shown = layout.list_use not in NO_LIST and (layout.list_use, layout.list_level) not in self._unlisted
        return shown or layout.old_list or (style.listed and not layout.list_use)

    def _range(self, start: int, end: int, mark: str) -> Range:
        """The paragraph; its properties are those of its mark."""
        index = self.text.piece_index(end - 1)
        properties = self._paragraphs.at(self.text.offset(end - 1))
        key = (properties, index if self.text.pieces[index].properties else -1)
        if key not in self._layout_cache:
            self._layout_cache[key] = self._layout(properties, index)
        return Range(start, end, mark, *self._layout_cache[key])

    def _layout(self, properties: bytes, index: int) -> tuple[Style, Layout]:
        old = self.streams.fib.old
        pairs = list(sprms(properties[2:], old=old))
        number = next((u16(operand, 0) for code, operand in pairs if code == Sprm.PARAGRAPH_STYLE), u16(properties, 0))
        style = self._sheet.paragraph(number)
        layout = layout_over(style.layout, [])
        layout.style, layout.outline = number, None
        for code, operand in pairs:
            if code in (Sprm.HUGE_1, Sprm.HUGE_2):
                layout = layout_over(layout, sprms(self._long_properties(u32(operand, 0)), old=old))
        return style, layout_over(layout, (*pairs, *self.text.pieces[index].properties))

    def _long_properties(self, at: int) -> bytes:
        """Paragraph properties that lie in the Data stream."""
        data = self.streams.data
        size = min(u16(data, at), self._long_room)
        self._long_room -= size
        return data[at + 2 : at + 2 + size]

    def _run(self, properties: bytes, index: int, paragraph: Range) -> Run:
        extra = self.text.pieces[index].properties
        key = (properties, paragraph.layout.style, index if extra else -1)
        run = self._run_cache.get(key)
        if run is None:
            styled = paragraph.style.run
            pairs = (*sprms(properties, old=self.streams.fib.old), *extra)
            run = self._run_cache[key] = run_over(styled, pairs, styled, self._sheet.character)
        return run

    def _decoded(self, characters: str, run: Run, width: int) -> str:
        if self.streams.fib.old and width == 1 and not characters.isascii():
            return decode(characters, self.fonts.code_page(run.font))
        return joined(characters) if any("\ud800" <= character <= "\udfff" for character in characters) else characters

    def _sections(self) -> Iterator[Section]:
        streams = self.streams
        for _, end, item in plc(streams.fib.bytes_of(Part.SECTIONS, streams.table), _SECTION_BYTES):
            at = u32(item, 2)
            stated = dict(sprms(streams.word[at + 2 : at + 2 + u16(streams.word, at)], old=streams.fib.old))
            kind = stated.get(Sprm.SECTION_BREAK, bytes((_DEFAULT_BREAK,)))
            title = stated.get(Sprm.TITLE_PAGE, b"\0")
            headers = stated.get(Sprm.OLD_HEADERS, b"\0")
            yield Section(end, kind[0] in _NEW_PAGE, bool(title[0]), headers[0])


def _stories(stated: dict[str, tuple[int, int]], length: int) -> dict[str, tuple[int, int]]:
    """The ranges of the stories within the text; a file without lengths has the main story alone."""
    if not any(end for _, end in stated.values()):
        return {name: (0, length) if name == "main" else (length, length) for name in stated}
    return {name: (min(start, length), min(end, length)) for name, (start, end) in stated.items()}
