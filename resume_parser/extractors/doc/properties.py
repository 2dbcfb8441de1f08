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
        elif code in _RUN:
            _RUN[code](run, operand)
    return run


def layout_over(lower: Layout, properties: Iterable[tuple[int, bytes]]) -> Layout:
    """The properties over those of the style."""
    layout = copy(lower)
    for code, operand in properties:
        if code in _LAYOUT:
            _LAYOUT[code](layout, operand)
    return layout


def _toggled(operand: bytes, styled: bool) -> bool:
    value = u16(operand, 0) & 0xFF
    return styled if value == _SAME else not styled if value == _OPPOSITE else bool(value)


def _set_size(run: Run, operand: bytes) -> None:
    run.size = u16(operand, 0) / HALF_POINTS or run.size


def _set_ico(run: Run, operand: bytes) -> None:
    index = u16(operand, 0)
    run.color = _PALETTE[index] if index < len(_PALETTE) else 0


def _set_color(run: Run, operand: bytes) -> None:
    run.color = 0 if operand[3] == _AUTO else int.from_bytes(operand[:3], "big")


def _set_highlight(run: Run, operand: bytes) -> None:
    run.shaded = u16(operand, 0) not in (_AUTO_INDEX, _WHITE_INDEX)


def _set_font(run: Run, operand: bytes) -> None:
    run.font = u16(operand, 0)


def _set_special(run: Run, operand: bytes) -> None:
    run.special = bool(operand[0])


def _set_symbol(run: Run, operand: bytes) -> None:
    run.symbol = (u16(operand, 0), u16(operand, 2))


def _set_picture(run: Run, operand: bytes) -> None:
    run.picture, run.special = u32(operand, 0), True


def _set_run_shade(run: Run, operand: bytes) -> None:
    run.shaded = _paints(operand)


def _set_run_shade_80(run: Run, operand: bytes) -> None:
    run.shaded = _paints_80(u16(operand, 0))


_RUN: dict[int, Callable[[Run, bytes], None]] = {
    Sprm.SIZE: _set_size,
    Sprm.ICO: _set_ico,
    Sprm.COLOR: _set_color,
    Sprm.HIGHLIGHT: _set_highlight,
    Sprm.FONT: _set_font,
    Sprm.SPECIAL: _set_special,
    Sprm.SYMBOL: _set_symbol,
    Sprm.PICTURE: _set_picture,
    Sprm.RUN_SHADE: _set_run_shade,
    Sprm.RUN_SHADE_80: _set_run_shade_80,
}


def _set_before(layout: Layout, operand: bytes) -> None:
    layout.before = u16(operand, 0) / TWENTIETHS


def _set_after(layout: Layout, operand: bytes) -> None:
    layout.after = u16(operand, 0) / TWENTIETHS


def _set_contextual(layout: Layout, operand: bytes) -> None:
    layout.contextual = bool(operand[0])


def _set_outline(layout: Layout, operand: bytes) -> None:
    layout.outline = min(operand[0], BODY_OUTLINE)


def _set_list(layout: Layout, operand: bytes) -> None:
    layout.list_use = u16(operand, 0)


def _set_list_level(layout: Layout, operand: bytes) -> None:
    layout.list_level = operand[0]


def _set_old_list(layout: Layout, operand: bytes) -> None:
    layout.old_list = bool(operand[0])


def _set_page_break(layout: Layout, operand: bytes) -> None:
    layout.page_break = bool(operand[0])


def _set_in_table(layout: Layout, operand: bytes) -> None:
    layout.in_table = bool(operand[0])


def _set_nesting(layout: Layout, operand: bytes) -> None:
    layout.nesting = u32(operand, 0)


def _set_row_end(layout: Layout, operand: bytes) -> None:
    layout.row_end = bool(operand[0])


def _set_cell_end(layout: Layout, operand: bytes) -> None:
    layout.cell_end = bool(operand[0])


def _set_shade(layout: Layout, operand: bytes) -> None:
    layout.shaded = _paints(operand)


def _set_shade_80(layout: Layout, operand: bytes) -> None:
    layout.shaded = _paints_80(u16(operand, 0))


def _set_row(layout: Layout, operand: bytes) -> None:
    count = min(operand[0] if operand else 0, MOST_CELLS)
    layout.edges = tuple(i16(operand, 1 + 2 * index) for index in range(count + 1))


def _set_cell_shades(layout: Layout, operand: bytes) -> None:
    layout.shades = tuple(_paints(operand[at : at + _SHADE_BYTES]) for at in range(0, len(operand), _SHADE_BYTES))


def _set_cell_shades_80(layout: Layout, operand: bytes) -> None:
    layout.shades = layout.shades or tuple(_paints_80(u16(operand, at)) for at in range(0, len(operand), 2))


_LAYOUT: dict[int, Callable[[Layout, bytes], None]] = {
    Sprm.BEFORE: _set_before,
    Sprm.AFTER: _set_after,
    Sprm.CONTEXTUAL: _set_contextual,
    Sprm.OUTLINE: _set_outline,
    Sprm.LIST: _set_list,
    Sprm.LIST_LEVEL: _set_list_level,
    Sprm.OLD_LIST: _set_old_list,
    Sprm.PAGE_BREAK: _set_page_break,
    Sprm.IN_TABLE: _set_in_table,
    Sprm.DEPTH: _set_nesting,
    Sprm.ROW_END: _set_row_end,
    Sprm.INNER_ROW_END: _set_row_end,
    Sprm.INNER_CELL: _set_cell_end,
    Sprm.SHADE: _set_shade,
    Sprm.SHADE_80: _set_shade_80,
    Sprm.ROW: _set_row,
    Sprm.CELL_SHADES: _set_cell_shades,
    Sprm.CELL_SHADES_80: _set_cell_shades_80,
}


def _paints(shade: bytes) -> bool:
    """A shading of ten bytes paints a colour other than white."""
    if len(shade) < _SHADE_BYTES:
        return False
    ground = shade[4:8]
    return (ground[3] != _AUTO and ground[:3] != b"\xff\xff\xff") or u16(shade, 8) not in _NO_PATTERN


def _paints_80(shade: int) -> bool:
    """A shading of two bytes paints a colour other than white."""
    ground, pattern = shade >> 5 & 0x1F, shade >> 10
    return ground not in (_AUTO_INDEX, _WHITE_INDEX, 0x1F) or pattern not in _NO_PATTERN
