"""Small .doc files for the tests: paragraphs and their properties in, the bytes of a compound file out."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from resume_parser.document import Document
from resume_parser.extractors.doc import extract
from resume_parser.options import Options

SECTOR = 512
TEXT_AT = 0x400
PLACES, OLD_PLACES = 0x9A, 0x58
STYLES, SECTIONS, HEADERS, RUNS, PARAGRAPHS, FONTS, SETTINGS, PIECES, ANCHORS, DRAWINGS, BOXES, LISTS, LIST_USES = (
    1, 6, 11, 12, 13, 15, 31, 33, 40, 50, 56, 73, 74,
)  # fmt: skip


def sprm(code: int, value: int, size: int = 0) -> bytes:
    """One property with an operand of the length that its code implies."""
    length = size or {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}[code >> 13]
    return struct.pack("<H", code) + value.to_bytes(length, "little")


BOLD, ITALIC, CAPS, VANISH, DELETED, SPECIAL = (sprm(code, 1) for code in (0x0835, 0x0836, 0x083B, 0x083C, 0x0800, 0x0855))
IN_TABLE, ROW_END = sprm(0x2416, 1), sprm(0x2416, 1) + sprm(0x2417, 1)


def row_end(*edges: int, extra: bytes = b"") -> bytes:
    """The properties of the end of a row whose cells have these borders."""
    operand = bytes((len(edges) - 1,)) + struct.pack(f"<{len(edges)}h", *edges) + bytes(20 * (len(edges) - 1))
    return ROW_END + struct.pack("<HH", 0xD608, len(operand) + 1) + operand + extra


@dataclass(frozen=True)
class Par:
    """One paragraph: (text, properties) of its runs, its own properties, its style, its mark."""

    runs: Sequence[tuple[str, bytes]]
    properties: bytes = b""
    style: int = 0
    mark: str = "\r"


def par(*runs: str | tuple[str, bytes], properties: bytes = b"", style: int = 0, mark: str = "\r") -> Par:
    return Par([(run, b"") if isinstance(run, str) else run for run in runs], properties, style, mark)


def cell(*runs: str | tuple[str, bytes], properties: bytes = b"") -> Par:
    """The last paragraph of a cell."""
    return par(*runs, properties=IN_TABLE + properties, mark="\x07")


def end(*edges: int, extra: bytes = b"") -> Par:
    """The end of a row."""
    return par(properties=row_end(*edges, extra=extra), mark="\x07")


def style(name: str, *, number: int = 0xFFE, base: int = 0xFFF, run: bytes = b"", layout: bytes = b"") -> bytes:
    """A paragraph style."""
    raw = struct.pack("<HHHHH", number, base << 4 | 1, 2, 0, 0)
    raw += struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    for part in (b"\0\0" + layout, run):
        raw += bytes(len(raw) & 1) + struct.pack("<H", len(part)) + part
    return raw


@dataclass
class DocFile:
    """A file; `tables` are further tables by their number, `lengths` the characters of the stories (main is worked out)."""

    paragraphs: Sequence[Par]
    styles: Sequence[bytes] = ()
    tables: dict[int, bytes] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()  # of the stories after the main one, which come last in the paragraphs
    wide: bool = True
    flags: int = 0
    version: int = 0xC1
    data: bytes = b""
    sections: Sequence[tuple[int, bytes]] = ()  # (end, properties)
    summary: bytes = b""

    def streams(self) -> dict[str, bytes]:
        """The streams of the compound file."""
        text = "".join(run for item in self.paragraphs for run, _ in (*item.runs, (item.mark, b"")))
        width = 2 if self.wide else 1
        raw = text.encode("utf-16-le" if self.wide else "cp1252")
        word = bytearray(TEXT_AT) + raw
        run_page = _aligned(word)
        word += _page(self._run_items(width), 1)
        paragraph_page = len(word) // SECTOR
        word += _page(self._paragraph_items(width), 13)
        tables = {RUNS: _places(len(raw), run_page), PARAGRAPHS: _places(len(raw), paragraph_page), PIECES: _pieces(text, self.wide)}
        if self.styles:
            sheet = b"".join(struct.pack("<H", len(item)) + item for item in self.styles)
            tables[STYLES] = struct.pack("<HHH", 18, len(self.styles), 10) + bytes(14) + sheet
        if self.sections:
            tables[SECTIONS] = _section_table(word, self.sections)
        return {
            "WordDocument": self._head(word, text, tables | self.tables),
            "1Table": self._table,
            "Data": self.data,
            "\x05SummaryInformation": self.summary,
        }

    def _run_items(self, width: int) -> list[tuple[int, int, bytes]]:
        items, at = [], TEXT_AT
        for item in self.paragraphs:
            for text, properties in (*item.runs, (item.mark, b"")):
                stop = at + len(text.encode("utf-16-le")) // 2 * width
                items.append((at, stop, bytes((len(properties),)) + properties if properties else b""))
                at = stop
        return items

    def _paragraph_items(self, width: int) -> list[tuple[int, int, bytes]]:
        items, at = [], TEXT_AT
        for item in self.paragraphs:
            stop = at + sum(len(text.encode("utf-16-le")) // 2 for text, _ in (*item.runs, (item.mark, b""))) * width
            body = struct.pack("<H", item.style) + item.properties
            body += bytes(len(body) & 1)
            items.append((at, stop, bytes((0, len(body) // 2)) + body))
            at = stop
        return items

    def _head(self, word: bytearray, text: str, tables: dict[int, bytes]) -> bytes:
        struct.pack_into("<HH", word, 0, 0xA5EC, self.version)
        struct.pack_into("<H", word, 10, 0x1200 | self.flags)
        units = len(text.encode("utf-16-le")) // 2
        struct.pack_into("<II", word, 0x18, TEXT_AT, TEXT_AT + units * (2 if self.wide else 1))
        struct.pack_into(f"<{1 + len(self.lengths)}I", word, 0x4C, units - sum(self.lengths), *self.lengths)
        self._table = b"\xee" * 16
        for number, raw in tables.items():
            struct.pack_into("<II", word, PLACES + 8 * number, len(self._table), len(raw))
            self._table += raw
        return bytes(word)


def doc(*paragraphs: Par, **options: object) -> bytes:
    """The bytes of a file with these paragraphs."""
    return compound(DocFile(paragraphs, **options).streams())  # type: ignore[arg-type]


def read(*paragraphs: Par, **options: object) -> Document:
    """The Document of a file with these paragraphs."""
    return extract(doc(*paragraphs, **options), Options())


def plc(bounds: Sequence[int], *items: bytes) -> bytes:
    """A list of positions with its items."""
    return struct.pack(f"<{len(bounds)}I", *bounds) + b"".join(items)


def _pieces(text: str, wide: bool) -> bytes:
    place = TEXT_AT if wide else TEXT_AT * 2 | 0x40000000
    raw = plc((0, len(text.encode("utf-16-le")) // 2), struct.pack("<HIH", 0, place, 0))
    return b"\x02" + struct.pack("<I", len(raw)) + raw


def _places(length: int, page: int) -> bytes:
    return struct.pack("<III", TEXT_AT, TEXT_AT + length, page)


def _section_table(word: bytearray, sections: Sequence[tuple[int, bytes]]) -> bytes:
    items = []
    for _, properties in sections:
        items.append(struct.pack("<HIHI", 0, len(word), 0, 0))
        word += struct.pack("<H", len(properties)) + properties
    return plc((0, *(stop for stop, _ in sections)), *items)


def _aligned(word: bytearray) -> int:
    word += bytes(-len(word) % SECTOR)
    return len(word) // SECTOR


def _page(items: list[tuple[int, int, bytes]], size: int) -> bytes:
    """A formatted page."""
    page = bytearray(SECTOR)
    page[-1] = len(items)
    low = SECTOR - 1
    struct.pack_into(f"<{len(items) + 1}I", page, 0, *(first for first, _, _ in items), items[-1][1])
    for index, (_, _, body) in enumerate(items):
        if body:
            low = (low - len(body)) & ~1
            page[low : low + len(body)] = body
            page[4 * (len(items) + 1) + size * index] = low // 2
    assert low >= 4 * (len(items) + 1) + size * len(items), "too much for one page"
    return bytes(page)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file; streams are filled up so that none is a small one."""
    names = [name for name in streams if streams[name]]
    bodies = [streams[name].ljust(4096, b"\0") for name in names]
    bodies = [body + bytes(-len(body) % SECTOR) for body in bodies]
    directory_sectors = -(-(len(names) + 1) // 4)
    fat, content, at = [0xFFFFFFFD], b"", 1 + directory_sectors
    fat += [*range(2, 1 + directory_sectors), 0xFFFFFFFE]
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    for index, (name, body) in enumerate(zip(names, bodies, strict=True)):
        count = len(body) // SECTOR
        entries.append(_entry(name, 2, at, len(body), right=index + 2 if index + 1 < len(names) else 0xFFFFFFFF))
        fat += [*range(at + 1, at + count), 0xFFFFFFFE]
        content, at = content + body, at + count
    assert len(fat) <= SECTOR // 4, "too much for one allocation table"
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + b"\xff" * 432
    return head + table + b"".join(entries).ljust(directory_sectors * SECTOR, b"\0") + content


def _entry(name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
