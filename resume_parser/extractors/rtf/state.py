"""What holds inside a group: the look of its characters, its paragraph properties, and where its text goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resume_parser.extractors.flow.fields import Field
    from resume_parser.extractors.rtf.story import Story

DEFAULT_SIZE = 12.0  # points, after \plain
HALF_POINTS = 2.0  # \fs counts half points
TWENTIETHS = 20.0  # \sb and \sa count twentieths of a point
BODY_OUTLINE = 9  # \outlinelevel of body text; 0-8 are headings
DEEPEST_TABLE = 20  # tables in tables

TEXT, CODE, MARK, MUTE = "text", "code", "mark", "mute"  # where text goes: the story, a field code, a list mark, nowhere


@dataclass(slots=True)
class State:
    """The properties in force; a group begins with a copy of those around it."""

    story: Story
    sink: str = TEXT
    replacements: int = 1  # characters that follow a \uN for old readers
    opened_field: Field | None = None
    link: str | None = None
    # characters
    font: int = -1  # -1 = the default font
    size: float = DEFAULT_SIZE
    bold: bool = False
    italic: bool = False
    color: int = 0  # index into the colour table
    ground: int = 0  # index of the colour behind the characters, 0 = none
    caps: bool = False
    vanish: bool = False
    deleted: bool = False
    # paragraph
    style: int = 0
    outline: int | None = None
    number: int | None = None  # list that the paragraph is in, 0 = none, None = not stated
    before: float = 0.0  # points above
    after: float = 0.0  # points below
    contextual: bool = False
    page_break: bool = False
    paint: int = 0  # index of the colour behind the paragraph, 0 = none
    table: bool = False
    nesting: int = 0

    def copy(self) -> State:
        """The same properties for an inner group."""
        return State(
            self.story,
            self.sink,
            self.replacements,
            self.opened_field,
            self.link,
            self.font,
            self.size,
            self.bold,
            self.italic,
            self.color,
            self.ground,
            self.caps,
            self.vanish,
            self.deleted,
            self.style,
            self.outline,
            self.number,
            self.before,
            self.after,
            self.contextual,
            self.page_break,
            self.paint,
            self.table,
            self.nesting,
        )

    def plain(self) -> None:
        """Character properties as they are where nothing is said."""
        self.font, self.size, self.color, self.ground = -1, DEFAULT_SIZE, 0, 0
        self.bold = self.italic = self.caps = self.vanish = self.deleted = False

    def default_paragraph(self) -> None:
        """Paragraph properties as they are where nothing is said."""
        self.style, self.outline, self.number, self.paint, self.nesting = 0, None, None, 0, 0
        self.before = self.after = 0.0
        self.contextual = self.page_break = self.table = False

    def take(self, other: State) -> None:
        """The character and paragraph properties of a style, except whether it stands in a table."""
        self.font, self.size, self.color, self.ground = other.font, other.size, other.color, other.ground
        self.bold, self.italic, self.caps, self.vanish = other.bold, other.italic, other.caps, other.vanish
        self.outline, self.number, self.paint = other.outline, other.number, other.paint
        self.before, self.after = other.before, other.after
        self.contextual, self.page_break = other.contextual, other.page_break

    @property
    def depth(self) -> int:
        """How many tables the paragraph stands in."""
        return min(self.nesting, DEEPEST_TABLE) or int(self.table)


def _toggle(name: str) -> Callable[[State, int | None], None]:
    """A property that \\word turns on and \\word0 off."""

    def turn(state: State, value: int | None) -> None:
        setattr(state, name, value != 0)

    return turn


def _count(name: str, default: int) -> Callable[[State, int | None], None]:
    """A property that takes the number of the word."""

    def put(state: State, value: int | None) -> None:
        setattr(state, name, default if value is None else value)

    return put


def _length(name: str, unit: float, default: float) -> Callable[[State, int | None], None]:
    """A property in points; a negative number is no length."""

    def put(state: State, value: int | None) -> None:
        setattr(state, name, default if value is None or value < 0 else value / unit)

    return put


def _plain(state: State, value: int | None) -> None:
    state.plain()


def _default_paragraph(state: State, value: int | None) -> None:
    state.default_paragraph()


PROPERTIES: Mapping[str, Callable[[State, int | None], None]] = {
    "plain": _plain,
    "pard": _default_paragraph,
    "uc": _count("replacements", 1),
    "f": _count("font", -1),
    "fs": _length("size", HALF_POINTS, DEFAULT_SIZE),
    "b": _toggle("bold"),
    "i": _toggle("italic"),
    "cf": _count("color", 0),
    "cb": _count("ground", 0),
    "highlight": _count("ground", 0),
    "chcbpat": _count("ground", 0),
    "caps": _toggle("caps"),
    "v": _toggle("vanish"),
    "deleted": _toggle("deleted"),
    "mvf": _toggle("deleted"),
    "outlinelevel": _count("outline", BODY_OUTLINE),
    "ls": _count("number", 0),
    "sb": _length("before", TWENTIETHS, 0.0),
    "sa": _length("after", TWENTIETHS, 0.0),
    "contextualspace": _toggle("contextual"),
    "pagebb": _toggle("page_break"),
    "cbpat": _count("paint", 0),
    "intbl": _toggle("table"),
    "itap": _count("nesting", 0),
}
