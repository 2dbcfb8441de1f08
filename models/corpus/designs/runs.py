"""What a design prints, before it is set: styled runs of text that carry the label of the value they print."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a run; lengths in points."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    color: int = 0  # 0xRRGGBB
    caps: bool = False  # printed in capitals
    spaced: bool = False  # printed with a space between all letters
    family: str = "Helvetica"

    def but(self, **changes: object) -> Style:
        """The style with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type] # the names of the fields


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Text in one style. A run with a label is one whole value; "\\t" is a jump to the next stop, "\\n" a line end."""

    text: str
    style: Style
    label: str | None = None
    link: str | None = None
    role: str | None = None  # of its words, where it differs from that of the paragraph: a heading before its content


@dataclass(frozen=True, slots=True, eq=False)
class Para:
    """One paragraph. `right` stands at the right edge of its first line."""

    runs: tuple[Run, ...]
    role: str
    right: tuple[Run, ...] = ()
    before: float = 0.0  # points above
    indent: float = 0.0
    bullet: str = ""
    hang: float = 0.0  # points from the bullet to the text, or by which the first line stands out
    align: str = "left"  # "left" "center" "right" "justify"
    level: int = 0  # heading level that the file states
    glyph: Style | None = None  # style of the bullet
    hanging: bool = True  # the further lines of a list item stand under its text, not under its bullet


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Cells side by side, each a flow of its own; widths are shares of the whole."""

    cells: tuple[tuple[Para | Row, ...], ...]
    widths: tuple[float, ...]
    before: float = 0.0
    gutter: float = 12.0  # points between two cells


Flow = tuple[Para | Row, ...]
