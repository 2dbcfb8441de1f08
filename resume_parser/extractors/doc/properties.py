"""How text looks: character and paragraph properties, and what each modifier does to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass

from resume_parser.extractors.doc.binary import i16, u16, u32
from resume_parser.extractors.doc.sprms import Sprm

DEFAULT_SIZE = 10.0  # points, where no style says
HALF_POINTS = 2.0
TWENTIETHS = 20.0  # lengths count twentieths of a point
BODY_OUTLINE = 9  # outline level of body text; 0-8 are headings
MOST_DEPTH = 16  # tables in tables; Word cannot show more in a page
MOST_CELLS = 64  # of a row: the limit of Word
NO_LIST = (0, 0xF801)
_SAME, _OPPOSITE = 0x80, 0x81  # values of a toggle that refer to the style
_AUTO = 0xFF
_SHADE_BYTES = 10  # foreground, ground, pattern
_WHITE_INDEX, _AUTO_INDEX = 8, 0
_NO_PATTERN = (0, 63, 0xFFFF)
_PALETTE = (
    *(0x000000, 0x000000, 0x0000FF, 0x00FFFF, 0x00FF00, 0xFF00FF, 0xFF0000, 0xFFFF00, 0xFFFFFF),
    *(0x000080, 0x008080, 0x008000, 0x800080, 0x800000, 0x808000, 0x808080, 0xC0C0C0),
)
_TOGGLES = {Sprm.BOLD: "bold", Sprm.ITALIC: "italic", Sprm.CAPS: "caps", Sprm.VANISH: "vanish", Sprm.DELETED: "deleted"}


@dataclass(slots=True)
class Run:
    """Character properties."""

    size: float = DEFAULT_SIZE
    bold: bool = False
    italic: bool = False
    color: int = 0
    caps: bool = False
    vanish: bool = False
    deleted: bool = False
    shaded: bool = False
    special: bool = False  # its characters stand for pictures, symbols, notes
    font: int = 0
    symbol: tuple[int, int] | None = None  # (font, code)
    picture: int | None = None  # offset in the Data stream


@dataclass(slots=True)
class Layout:
    """Paragraph properties."""

    style: int = 0
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    outline: int | None = None
    list_use: int = 0  # number of the list, a value of NO_LIST = none
    list_level: int = 0
    old_list: bool = False
    page_break: bool = False
    shaded: bool = False
    in_table: bool = False
    nesting: int = 0
    row_end: bool = False
    cell_end: bool = False
    edges: tuple[int, ...] = ()  # of the cells of a row, in twentieths of a point
    shades: tuple[bool, ...] = ()  # which cells of a row are painted

    @property
    def depth(self) -> int:
        """How many tables are around the paragraph."""
        return min(max(self.nesting, 1), MOST_DEPTH) if self.in_table else 0


def run_over(lower: Run, properties: Iterable[tuple[int, bytes]], styled: Run, named: Callable[[int, Run], Run]) -> Run:
    """The properties over those of the lower layer; `styled` is what a toggle may refer to, `named` applies a character style."""
    run = copy(lower)
    for code, operand in properties:
        toggle = _TOGGLES.get(code)  # type: ignore[call-overload]
        if toggle is not None:
            setattr(run, toggle, _toggled(operand, getattr(styled, toggle)))
        elif code == Sprm.RUN_STYLE:
            run = named(u16(operand, 0), run)
        elif code == Sprm.PLAIN:
            run = copy(styled)
        elif code == Sprm.SIZE:
            run.size = u16(operand, 0) / HALF_POINTS or run.size
        elif code == Sprm.PICTURE:
            run.picture, run.special = u32(operand, 0), True
        elif code in _RUN:
            name, read = _RUN[code]
            setattr(run, name, read(operand))
    return run


def layout_over(lower: Layout, properties: Iterable[tuple[int, bytes]]) -> Layout:
    """The properties over those of the style."""
    layout = copy(lower)
    for code, operand in properties:
        if code == Sprm.CELL_SHADES_80:
            layout.shades = layout.shades or _shades_80(operand)
        elif code in _LAYOUT:
            name, read = _LAYOUT[code]
            setattr(layout, name, read(operand))
    return layout


def _toggled(operand: bytes, styled: bool) -> bool:
    value = u16(operand, 0) & 0xFF
    return styled if value == _SAME else not styled if value == _OPPOSITE else bool(value)


def _number(operand: bytes) -> int:
    return u16(operand, 0)


def _flag(operand: bytes) -> bool:
    return bool(operand[0])


def _byte(operand: bytes) -> int:
    return operand[0]


def _points(operand: bytes) -> float:
    return u16(operand, 0) / TWENTIETHS


def _palette_color(operand: bytes) -> int:
    index = u16(operand, 0)
    return _PALETTE[index] if index < len(_PALETTE) else 0


def _rgb(operand: bytes) -> int:
    return 0 if operand[3] == _AUTO else int.from_bytes(operand[:3], "big")


def _highlights(operand: bytes) -> bool:
    return u16(operand, 0) not in (_AUTO_INDEX, _WHITE_INDEX)


def _symbol(operand: bytes) -> tuple[int, int]:
    return u16(operand, 0), u16(operand, 2)


def _outline(operand: bytes) -> int:
    return min(operand[0], BODY_OUTLINE)


def _nesting(operand: bytes) -> int:
    return u32(operand, 0)


def _edges(operand: bytes) -> tuple[int, ...]:
    count = min(operand[0] if operand else 0, MOST_CELLS)
    return tuple(i16(operand, 1 + 2 * index) for index in range(count + 1))


def _shades(operand: bytes) -> tuple[bool, ...]:
    return tuple(_paints(operand[at : at + _SHADE_BYTES]) for at in range(0, len(operand), _SHADE_BYTES))


def _paints(shade: bytes) -> bool:
    """A shading of ten bytes paints a colour other than white."""
    if len(shade) < _SHADE_BYTES:
        return False
    ground = shade[4:8]
    return (ground[3] != _AUTO and ground[:3] != b"\xff\xff\xff") or u16(shade, 8) not in _NO_PATTERN


def _paints_80(operand: bytes) -> bool:
    """A shading of two bytes paints a colour other than white."""
    shade = u16(operand, 0)
    ground, pattern = shade >> 5 & 0x1F, shade >> 10
    return ground not in (_AUTO_INDEX, _WHITE_INDEX, 0x1F) or pattern not in _NO_PATTERN


def _shades_80(operand: bytes) -> tuple[bool, ...]:
    return tuple(_paints_80(operand[at:]) for at in range(0, len(operand), 2))


# modifier -> (property, what reads its value)
_RUN: dict[int, tuple[str, Callable[[bytes], object]]] = {
    Sprm.ICO: ("color", _palette_color),
    Sprm.COLOR: ("color", _rgb),
    Sprm.HIGHLIGHT: ("shaded", _highlights),
    Sprm.FONT: ("font", _number),
    Sprm.SPECIAL: ("special", _flag),
    Sprm.SYMBOL: ("symbol", _symbol),
    Sprm.RUN_SHADE: ("shaded", _paints),
    Sprm.RUN_SHADE_80: ("shaded", _paints_80),
}
_LAYOUT: dict[int, tuple[str, Callable[[bytes], object]]] = {
    Sprm.BEFORE: ("before", _points),
    Sprm.AFTER: ("after", _points),
    Sprm.CONTEXTUAL: ("contextual", _flag),
    Sprm.OUTLINE: ("outline", _outline),
    Sprm.LIST: ("list_use", _number),
    Sprm.LIST_LEVEL: ("list_level", _byte),
    Sprm.OLD_LIST: ("old_list", _flag),
    Sprm.PAGE_BREAK: ("page_break", _flag),
    Sprm.IN_TABLE: ("in_table", _flag),
    Sprm.DEPTH: ("nesting", _nesting),
    Sprm.ROW_END: ("row_end", _flag),
    Sprm.INNER_ROW_END: ("row_end", _flag),
    Sprm.INNER_CELL: ("cell_end", _flag),
    Sprm.SHADE: ("shaded", _paints),
    Sprm.SHADE_80: ("shaded", _paints_80),
    Sprm.ROW: ("edges", _edges),
    Sprm.CELL_SHADES: ("shades", _shades),
}
