"""Single property modifiers: the (code, operand) pairs that style text; codes of Word 6 and 95 become those of Word 97."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from resume_parser.extractors.doc.binary import u16


class Sprm(IntEnum):
    """The codes that are read."""

    DELETED = 0x0800
    BOLD = 0x0835
    ITALIC = 0x0836
    CAPS = 0x083B
    VANISH = 0x083C
    SPECIAL = 0x0855
    PLAIN = 0x2A33
    ICO = 0x2A42
    HIGHLIGHT = 0x2A0C
    SIZE = 0x4A43
    RUN_STYLE = 0x4A30
    FONT = 0x4A4F
    RUN_SHADE_80 = 0x4866
    COLOR = 0x6870
    SYMBOL = 0x6A09
    PICTURE = 0x6A03
    RUN_SHADE = 0xCA71

    PARAGRAPH_STYLE = 0x4600
    PAGE_BREAK = 0x2407
    LIST_LEVEL = 0x260A
    LIST = 0x460B
    BEFORE = 0xA413
    AFTER = 0xA414
    CONTEXTUAL = 0x246D
    OUTLINE = 0x2640
    IN_TABLE = 0x2416
    ROW_END = 0x2417
    DEPTH = 0x6649
    INNER_CELL = 0x244B
    INNER_ROW_END = 0x244C
    SHADE_80 = 0x442D
    SHADE = 0xC64D
    HUGE_1 = 0x6645
    HUGE_2 = 0x6646
    OLD_LIST = 0x2430  # of Word 6 and 95 alone; no other property has this code

    ROW = 0xD608
    CELL_SHADES_80 = 0xD609
    CELL_SHADES = 0xD612

    SECTION_BREAK = 0x3009
    TITLE_PAGE = 0x300A
    OLD_HEADERS = 0x3001  # of Word 6 and 95: which headers the section has


_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)  # operand bytes by the top three bits of a code, -1 = the first byte tells
_LONG = 255  # a list of tabs of this length counts its own tabs

# code of Word 6 -> code of Word 97
_OLD_CODES = {
    2: Sprm.PARAGRAPH_STYLE,
    9: Sprm.PAGE_BREAK,
    13: Sprm.OLD_LIST,
    21: Sprm.BEFORE,
    22: Sprm.AFTER,
    24: Sprm.IN_TABLE,
    25: Sprm.ROW_END,
    47: Sprm.SHADE_80,
    65: Sprm.DELETED,
    74: Sprm.SYMBOL,
    80: Sprm.RUN_STYLE,
    83: Sprm.PLAIN,
    85: Sprm.BOLD,
    86: Sprm.ITALIC,
    91: Sprm.CAPS,
    92: Sprm.VANISH,
    93: Sprm.FONT,
    98: Sprm.ICO,
    99: Sprm.SIZE,
    117: Sprm.SPECIAL,
    142: Sprm.SECTION_BREAK,
    143: Sprm.TITLE_PAGE,
    153: Sprm.OLD_HEADERS,
    190: Sprm.ROW,
}
_ONE_BYTE, _TWO_BYTES = -1, -2  # the length stands in the first byte, in the first two bytes
# operand bytes of the codes of Word 6 that are not one byte long
_OLD_SIZES = {
    **dict.fromkeys((83,), 0),
    **dict.fromkeys((2, 16, 17, 18, 19, 21, 22, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 45, 46, 47, 48, 49), 2),
    **dict.fromkeys((69, 72, 80, 93, 96, 97, 107, 109, 110, 121, 122, 123, 124), 2),
    **dict.fromkeys((140, 141, 144, 145, 148, 149, 154, 155, 156, 157, 160, 161, 164, 165, 166, 167, 168, 169, 170, 171), 2),
    **dict.fromkeys((182, 183, 184, 189, 195, 197, 198), 2),
    **dict.fromkeys((73, 95, 136, 137), 3),
    **dict.fromkeys((20, 70, 192, 194, 196, 200), 4),
    **dict.fromkeys((193, 199), 5),
    187: 12,
    **dict.fromkeys((3, 12, 15, 23, 68, 74, 81, 82, 103, 105, 106, 108, 120, 133, 191), _ONE_BYTE),
    **dict.fromkeys((188, 190), _TWO_BYTES),
}


def sprms(grpprl: bytes, *, old: bool) -> Iterator[tuple[int, bytes]]:
    """The (code of Word 97, operand) pairs of a list of properties; damaged ends are left out."""
    return _old_sprms(grpprl) if old else _sprms(grpprl)


def short_sprm(prm: int) -> tuple[int, bytes] | None:
    """The property that a piece states in its two bytes, None if it is none that is read."""
    code = _OLD_CODES.get(prm >> 1 & 0x7F)
    return None if code is None else (code, bytes((prm >> 8,)))


def _sprms(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(grpprl)
    while at + 3 <= end:
        code = u16(grpprl, at)
        at += 2
        size = _SIZES[code >> 13]
        if size < 0:
            at, size = _variable(grpprl, at, code)
        if at + size > end:
            return
        yield code, grpprl[at : at + size]
        at += size


def _variable(grpprl: bytes, at: int, code: int) -> tuple[int, int]:
    """Where the operand of a code without a fixed length begins, and its length."""
    if code == Sprm.ROW:
        return at + 2, max(u16(grpprl, at) - 1, 0)
    size = grpprl[at]
    if code == _TABS and size == _LONG:
        deleted = grpprl[at + 1] if at + 1 < len(grpprl) else 0
        added_at = at + 2 + 4 * deleted
        added = grpprl[added_at] if added_at < len(grpprl) else 0
        return at + 1, 2 + 4 * deleted + 3 * added
    return at + 1, size


def _old_sprms(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(grpprl)
    while at < end:
        code = grpprl[at]
        size = _OLD_SIZES.get(code, 1)
        at += 1
        if size == _ONE_BYTE:
            size, at = int.from_bytes(grpprl[at : at + 1], "little"), at + 1
        elif size == _TWO_BYTES:
            size, at = max(u16(grpprl, at) - 1, 0), at + 2
        if at + size > end:
            return
        if code in _OLD_CODES:
            yield _OLD_CODES[code], grpprl[at : at + size]
        at += size
