"""How text looks: the properties of paragraphs and characters, and the text styles of masters that they inherit."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from resume_parser.extractors.flow.layers import over
from resume_parser.extractors.ppt.records import MASTER_STYLE
from resume_parser.extractors.records import Record

DEFAULT_SIZE = 18.0  # points, where no style says
LEVELS = 5
TITLE, BODY, OTHER = 0, 1, 4  # kinds of text
TITLES = (0, 6)  # title, centred title
_INHERITS = {5: BODY, 6: TITLE, 7: BODY, 8: BODY}  # centred, half and quarter body, centred title
_FIRST_WITH_LEVELS = 5  # styles of these kinds of text number their levels
_RGB = 0xFE  # a colour that is none of the scheme
_SCHEME_COLORS = 8
_UNITS_PER_POINT = 8.0  # 576 units per inch
_PERCENT = 100.0
_BULLET_FLAGS, _WRAP_FLAGS, _FONT_FLAGS = 0xF, 0xE0000, 0xFFFF
_TAB_STOPS = 0x100000


@dataclass(frozen=True, slots=True)
class Properties:
    """What one layer says of a paragraph or its characters; None = it does not say."""

    bullet: bool | None = None
    before: float | None = None  # points, as a negative share of the text size where the file states a percentage
    after: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    color: int | None = None  # 0xRRGGBB, -1 to -8 = a colour of the scheme


@dataclass(frozen=True, slots=True)
class ParagraphRun:
    """So many characters with one indent level and one set of paragraph properties."""

    length: int
    level: int
    properties: Properties


@dataclass(frozen=True, slots=True)
class CharacterRun:
    """So many characters that look alike."""

    length: int
    properties: Properties


Styles = Mapping[tuple[int, int], Properties]  # (kind of text, indent level) -> what a master says


def style_of(styles: Styles, kind: int, level: int) -> Properties:
    """The style of a kind of text at an indent level."""
    own = styles.get((kind, level), Properties())
    base = styles.get((_INHERITS[kind], level), Properties()) if kind in _INHERITS else Properties()
    return over(over(own, base), styles.get((OTHER, level), Properties()))


class Cursor:
    """Reads properties one after another; raises struct.error at the end of the bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, form: str) -> int:
        """The next number."""
        value = struct.unpack_from(form, self._data, self._at)[0]
        self._at += struct.calcsize(form)
        return int(value)

    def skip(self, count: int) -> None:
        """Passes over bytes."""
        self._at += count

    def paragraph(self) -> Properties:
        """The next paragraph properties (TextPFException)."""
        masks = self.take("<I")
        flags = self.take("<H") if masks & _BULLET_FLAGS else 0
        self._skip(masks, ((0x80, 2), (0x10, 2), (0x40, 2), (0x20, 4), (0x800, 2), (0x1000, 2)))
        before = self.take("<h") if masks & 0x2000 else None
        after = self.take("<h") if masks & 0x4000 else None
        self._skip(masks, ((0x100, 2), (0x400, 2), (0x8000, 2)))
        if masks & _TAB_STOPS:
            self.skip(4 * self.take("<H"))
        self._skip(masks, ((0x10000, 2), (_WRAP_FLAGS, 2), (0x200000, 2)))
        return Properties(bullet=bool(flags & 1) if masks & 1 else None, before=_space(before), after=_space(after))

    def characters(self) -> Properties:
        """The next character properties (TextCFException)."""
        masks = self.take("<I")
        flags = self.take("<H") if masks & _FONT_FLAGS else 0
        self._skip(masks, ((0x10000, 2), (0x200000, 2), (0x400000, 2), (0x800000, 2)))
        size = self.take("<H") if masks & 0x20000 else 0
        color = self.take("<I") if masks & 0x40000 else None
        self._skip(masks, ((0x80000, 2),))
        return Properties(
            bold=bool(flags & 1) if masks & 1 else None,
            italic=bool(flags & 2) if masks & 2 else None,
            size=float(size) or None,
            color=_color(color),
        )

    def _skip(self, masks: int, members: Iterable[tuple[int, int]]) -> None:
        """Passes over the members (bit of the mask, bytes) that are there."""
        self.skip(sum(size for bit, size in members if masks & bit))


def _space(value: int | None) -> float | None:
    """Points of a spacing in units, minus the share of the size for one in percent."""
    if value is None:
        return None
    return -value / _UNITS_PER_POINT if value < 0 else -value / _PERCENT


def points(spacing: float | None, size: float) -> float:
    """A spacing in points for text of a size."""
    if spacing is None:
        return 0.0
    return spacing if spacing > 0 else -spacing * size


def _color(value: int | None) -> int | None:
    if value is None:
        return None
    index = value >> 24
    if index == _RGB:
        return (value & 0xFF) << 16 | value & 0xFF00 | (value >> 16) & 0xFF
    return -1 - index if index < _SCHEME_COLORS else None


def scheme_colors(atom: Record | None) -> Sequence[int]:
    """The eight colours of a scheme as 0xRRGGBB; none where the slide has no scheme."""
    content = b"" if atom is None else atom.content[: 4 * _SCHEME_COLORS]
    return [int.from_bytes(content[at : at + 3], "big") for at in range(0, len(content) - 3, 4)]


def runs(atom: Record | None, length: int) -> tuple[list[ParagraphRun], list[CharacterRun]]:
    """The runs of a text of so many characters; as many as can be read where the record is damaged."""
    paragraphs: list[ParagraphRun] = []
    characters: list[CharacterRun] = []
    if atom is None:
        return paragraphs, characters
    cursor = Cursor(atom.content)
    try:
        while sum(run.length for run in paragraphs) <= length:
            count, level = cursor.take("<I"), cursor.take("<H")
            paragraphs.append(ParagraphRun(max(count, 1), min(level, LEVELS - 1), cursor.paragraph()))
        while sum(run.length for run in characters) <= length:
            characters.append(CharacterRun(max(cursor.take("<I"), 1), cursor.characters()))
    except struct.error:
        pass
    return paragraphs, characters


def master_styles(*parents: Record | None) -> dict[tuple[int, int], Properties]:
    """The text styles that the records hold, of the nearest record where several hold one."""
    styles: dict[tuple[int, int], Properties] = {}
    for parent in parents:
        for atom in () if parent is None else parent.all(MASTER_STYLE):
            for level, properties in enumerate(_levels(atom)):
                styles.setdefault((atom.instance, level), properties)
    return styles


def _levels(atom: Record) -> list[Properties]:
    """The properties of each level of a TextMasterStyleAtom; a level says only what differs from the one above."""
    cursor = Cursor(atom.content)
    found: list[Properties] = []
    try:
        for _ in range(min(cursor.take("<H"), LEVELS)):
            cursor.skip(2 if atom.instance >= _FIRST_WITH_LEVELS else 0)
            own = over(cursor.paragraph(), cursor.characters())
            found.append(over(own, found[-1]) if found else own)
    except struct.error:
        pass
    return found
