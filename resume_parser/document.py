"""Core types of the page side: what the extractors fill and the layout stage finishes.

Every type is a frozen dataclass. Lengths are points (1/72 inch), measured from the top left corner of
the page; a box is None where a format has no page geometry. Offsets point into `Document.text`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the top left of its page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Horizontal extent in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Vertical extent in points."""
        return self.bottom - self.top

    def distance(self, other: Box) -> float:
        """Points between the nearest edges of two boxes, 0.0 where they touch."""
        across = max(self.x0 - other.x1, other.x0 - self.x1, 0.0)
        down = max(self.top - other.bottom, other.top - self.bottom, 0.0)
        return math.hypot(across, down)


def bounding_box(boxes: Sequence[Box]) -> Box:
    """The smallest box around at least one box."""
    if len(boxes) == 1:
        return boxes[0]
    return Box(min([b.x0 for b in boxes]), min([b.top for b in boxes]), max([b.x1 for b in boxes]), max([b.bottom for b in boxes]))


@dataclass(frozen=True, slots=True)
class Word:
    """One run of characters without white space, as printed."""

    text: str
    box: Box | None = None
    size: float = 0.0  # font size in points, 0.0 where the format does not say
    bold: bool = False
    italic: bool = False
    color: int = 0  # fill colour 0xRRGGBB
    link: str | None = None  # target of the hyperlink that covers the word
    confidence: float = 1.0  # of the characters, 0-1: below 1 only for words read by OCR
    gap: str = " "  # what stands before the word in its line: "" nothing, " " a space, "\t" a tab, a cell border or a wide gap
    hidden: str = ""  # why a reader cannot see it: "white" "tiny" "off_page" "invisible" "vanish"; "" = visible


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words; a whole paragraph where the format has no line breaks of its own."""

    words: tuple[Word, ...]
    page: int  # 1-based
    box: Box | None = None  # on slides, where words have none, the box of the shape around the line
    level: int = 0  # heading level that the file itself states (1-9), 0 = none
    bullet: bool = False  # the line starts a list item; its first word is then "•"
    column: int = 0  # 0-based column on its page, set by the layout stage
    start: int = -1  # offset of the first character in Document.text, -1 before layout
    end: int = -1  # offset after the last character in Document.text


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table: number of the table in the document, row and column (0-based)."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a paragraph group, a table cell, a text box."""

    lines: tuple[Line, ...]
    part: str = "body"  # "body" "header" "footer" "box"
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A hyperlink by its place; on a page those that cover no word: icons, logos, shapes without text."""

    box: Box
    target: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page, slide or image."""

    number: int  # 1-based
    width: float | None
    height: float | None
    blocks: tuple[Block, ...]
    needs_ocr: bool = False  # no usable text layer
    areas: tuple[LinkArea, ...] = ()  # hyperlinks without words


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: what was found or left out, never the text of the resume."""

    code: str  # for example "hidden_text" "page_limit" "needs_ocr" "nothing_found"
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """The photograph of the candidate as it lies in the file."""

    data: bytes  # a whole picture file
    mime_type: str  # "image/jpeg" "image/png" ...
    page: int  # 1-based
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A resume file as pages of words; after the layout stage also its final text."""

    format: str  # "pdf" "docx" ...
    pages: tuple[Page, ...]
    total_pages: int  # true number of pages in the file, also those not read
    notices: tuple[Notice, ...] = ()
    picture: Picture | None = None
    attached: tuple[bytes, ...] = ()  # XML files that the file carries; Europass attaches the content of the resume
    text: str = ""  # final after layout: "\n" between lines, "\n\n" between blocks, two spaces for a wide gap
    lines: tuple[Line, ...] = field(default=())  # every visible line in reading order, with offsets; set by layout

    def all_lines(self) -> Iterator[Line]:
        """Every line of every page in the order of the pages and blocks."""
        for page in self.pages:
            for block in page.blocks:
                yield from block.lines
