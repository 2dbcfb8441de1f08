"""The paragraph: what every extractor of running text makes of its file before blocks and pages."""

from __future__ import annotations

from dataclasses import dataclass

from resume_parser.document import Cell, Line

TINY_SIZE = 2.0  # points: nobody reads text below
WHITE_CHANNEL = 0xFA  # red, green and blue at or above this are white on paper


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a paragraph stands: part of the page, table cell, painted ground."""

    part: str = "body"
    cell: Cell | None = None
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed; no lines = an empty paragraph, which separates blocks."""

    lines: tuple[Line, ...]
    scope: Scope = Scope()
    style: str = ""
    level: int = 0  # heading level that the file states, 0 = none
    before: float = 0.0  # points above
    after: float = 0.0  # points below
    contextual: bool = False  # no space to a neighbour of the same style
    boxes: tuple[Paragraph, ...] = ()  # of the text boxes that are anchored in it
    depth: int = 0  # of its level in an outline, 0 = the first; slides state it


def why_hidden(size: float, color: int, *, vanish: bool, shaded: bool) -> str:
    """Why a reader cannot see a run (a value of `Word.hidden`), "" if it can be seen; white text shows on shaded ground."""
    if vanish:
        return "vanish"
    if size < TINY_SIZE:
        return "tiny"
    return "white" if is_white(color) and not shaded else ""


def is_white(color: int) -> bool:
    """The colour cannot be told from paper."""
    return all((color >> shift) & 0xFF >= WHITE_CHANNEL for shift in (16, 8, 0))
