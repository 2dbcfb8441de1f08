"""A small typesetter: flows of paragraphs to words at their places on pages, in the order in which a PDF draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.corpus.designs.metrics import heights
from models.corpus.designs.metrics import width as text_width
from models.corpus.designs.runs import Flow, Para, Row, Run, Style
from models.corpus.designs.tagged import FURNITURE, Tagged, Values
from models.corpus.designs.tokens import Token, tokens
from resume_parser.document import Block, Box, Document, Page
from resume_parser.extractors.pdf.pages import lines_of

TAB = 36.0  # points between two tab stops
TAB_GAP = 1.3  # em that a tab leaves at least
RIGHT_GAP = 1.2  # em between a text and what stands at the right edge of its line
KEEP = 3.2  # lines that must fit under a heading on its page
LEAST = 0.35  # share of the width that text keeps beside what stands at the right; else that goes below
BASELINE = 0.8  # share of the height of a line above its baseline


@dataclass(frozen=True, slots=True)
class Paper:
    """The page and its margins in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Pen:
    """Where the next line begins: its page (0-based) and its top."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the words of a line stand."""

    x: float
    base: float  # of the baseline
    page: int
    role: str
    stretch: float = 0.0  # points by which its spaces are wider


@dataclass(frozen=True, slots=True)
class Shape:
    """How a font differs from the standard one of its family: widths, and the height of its boxes above and below the baseline."""

    width: float = 1.0
    above: float = 0.0  # em, 0.0 for those of the standard font
    below: float = 0.0


STANDARD = Shape()


@dataclass(slots=True)
class Sheet:
    """The words placed so far."""

    paper: Paper
    leading: float  # times the size from line to line
    shape: Shape = STANDARD
    backwards: bool = False  # what stands at the right is drawn before what stands at the left
    values: Values = field(default_factory=Values)
    pages: list[list[Tagged]] = field(default_factory=lambda: [[]])
    shades: list[tuple[int, Box, int]] = field(default_factory=list)  # page, place, colour: drawn behind the words, for pictures only

    def set_flow(self, flow: Flow, x: float, room: float, pen: Pen) -> Pen:
        """Sets a flow in a column `room` points wide; gives the place below it."""
        for item in flow:
            pen = self.set_row(item, x, room, pen) if isinstance(item, Row) else self.set_para(item, x, room, pen)
        return pen

    def set_row(self, row: Row, x: float, room: float, pen: Pen) -> Pen:
        """Sets cells side by side."""
        start = self.fitting(Pen(pen.page, pen.y + row.before), 2 * self.leading * 10.0)
        inner = room - row.gutter * (len(row.cells) - 1)
        places = []
        for cell, share in zip(row.cells, row.widths, strict=True):
            places.append((cell, x, inner * share))
            x += inner * share + row.gutter
        ends = [self.set_flow(cell, left, width, start) for cell, left, width in (places[::-1] if self.backwards else places)]
        return max(ends, key=lambda end: (end.page, end.y))

    def set_para(self, para: Para, x: float, room: float, pen: Pen) -> Pen:
        """Sets one paragraph."""
        inner = room - para.indent - (para.hang if para.bullet else 0.0)
        words = fitted(self.words(para.runs), inner)
        right = fitted(self.words(para.right), room)
        if not words:
            return pen
        size = max(token.style.size for token in (*words, *right))
        step = size * self.leading
        pen = Pen(pen.page, pen.y + para.before)
        pen = self.fitting(pen, step * (KEEP if para.role.startswith("heading:") else 1.0))
        taken = line_width(right) + RIGHT_GAP * size if right else 0.0
        beside = inner - taken >= LEAST * inner
        lines = broken(words, inner - taken if beside else inner, inner)
        for at, line in enumerate(lines):
            pen = self.fitting(pen, step)
            base = pen.y + step * BASELINE
            beside_it = right if beside and not at else []
            aside = Spot(x + room - line_width(beside_it), base, pen.page, para.role)
            if self.backwards:
                self.put(beside_it, aside)
            if para.bullet and not at:
                self.put([bullet(para)], Spot(x + para.indent, base, pen.page, para.role))
            last = at == len(lines) - 1 or lines[at + 1][0].gap == "\n"
            start, stretch = aligned(line, x + room - (inner if para.hanging or not at else room - para.indent), inner, para, last)
            self.put(line, Spot(start, base, pen.page, para.role, stretch))
            if not self.backwards:
                self.put(beside_it, aside)
            pen = Pen(pen.page, pen.y + step)
        return pen if beside else self.set_para(Para(para.right, para.role, indent=para.indent), x, room, pen)

    def words(self, runs: Sequence[Run]) -> list[Token]:
        """The words of the runs in the shape of the font."""
        made = tokens(runs, self.values)
        if self.shape.width != 1.0:
            for token in made:
                token.width *= self.shape.width
                token.space *= self.shape.width
        return made

    def heights(self, style: Style) -> tuple[float, float]:
        """Points above and below the baseline of the boxes of words."""
        if not self.shape.above:
            return heights(style)
        return self.shape.above * style.size, self.shape.below * style.size

    def put(self, line: Sequence[Token], spot: Spot) -> None:
        """Places the words of a line."""
        x = spot.x
        for at, token in enumerate(line):
            x += jump(token, x) + spot.stretch if at else 0.0
            above, below = self.heights(token.style)
            style = token.style
            word = Tagged(
                token.text,
                Box(x, spot.base - above, x + token.width, spot.base + below),
                style.size,
                style.bold,
                style.italic,
                style.color,
                token.link,
                shares=tuple(token.shares),
                role=token.role or spot.role,
                length=len(token.text),
                font=style.family,
            )
            self.page(spot.page).append(word)
            x += token.width

    def page(self, number: int) -> list[Tagged]:
        """The words of a page."""
        while len(self.pages) <= number:
            self.pages.append([])
        return self.pages[number]

    def fitting(self, pen: Pen, height: float) -> Pen:
        """The place, or the top of the next page where less than `height` points are left."""
        if pen.y + height <= self.paper.height - self.paper.bottom or pen.y <= self.paper.top:
            return pen
        return Pen(pen.page + 1, self.paper.top)

    def furniture(self, run: Run, page: int, y: float, align: str) -> None:
        """Prints a running head or a page number at a height of a page."""
        words = self.words([run])
        room = self.paper.width - self.paper.left - self.paper.right - line_width(words)
        x = self.paper.left + {"left": 0.0, "center": room / 2, "right": room}[align]
        self.put(words, Spot(x, y, page, FURNITURE))

    def document(self, name: str = "pdf") -> Document:
        """The document as an extractor gives it, before the layout stage."""
        pages = []
        for number, words in enumerate(self.pages, 1):
            lines = lines_of(list(words), number)
            pages.append(Page(number, self.paper.width, self.paper.height, (Block(lines),) if lines else ()))
        return Document(name, tuple(pages), len(pages))


def fitted(words: list[Token], room: float) -> list[Token]:
    """The words in smaller print if one of them is wider than the column."""
    widest = max((line_width(unit) for unit in units(words)), default=0.0)
    if widest <= room:
        return words
    scale = room / widest
    for token in words:
        token.style = token.style.but(size=round(token.style.size * scale, 2))
        token.width *= scale
        token.space *= scale
    return words


def bullet(para: Para) -> Token:
    """The bullet of a list item."""
    style = para.glyph or (para.runs[0].style.but(bold=False, italic=False, caps=False) if para.runs else Style())
    return Token(para.bullet, style, "", 0.0, text_width(para.bullet, style), None, None)


def jump(token: Token, x: float) -> float:
    """White space before a word that follows another."""
    if token.gap != "\t":
        return token.space
    least = x + TAB_GAP * token.style.size
    return (least // TAB + 1) * TAB - x


def line_width(line: Sequence[Token]) -> float:
    """The width of words in one line, tabs counted as their largest."""
    return sum(token.width + (jump(token, 0.0) if at else 0.0) for at, token in enumerate(line))


def broken(words: Sequence[Token], first: float, room: float) -> list[list[Token]]:
    """The words as lines, the first one `first` points wide."""
    lines: list[list[Token]] = []
    used = 0.0
    for unit in units(words):
        space = jump(unit[0], used) if lines else 0.0
        limit = first if len(lines) == 1 else room
        if not lines or unit[0].gap == "\n" or used + space + line_width(unit) > limit:
            lines.append(list(unit))
            used = line_width(unit)
        else:
            lines[-1] += unit
            used += space + line_width(unit)
    return lines


def units(words: Sequence[Token]) -> list[list[Token]]:
    """The words that no line end parts, together."""
    made: list[list[Token]] = []
    for token in words:
        if made and token.stuck:
            made[-1].append(token)
        else:
            made.append([token])
    return made


def aligned(line: Sequence[Token], x: float, room: float, para: Para, last: bool) -> tuple[float, float]:
    """Where the line begins, and how much wider its spaces are."""
    free = room - line_width(line)
    if free <= 0 or para.align == "left":
        return x, 0.0
    if para.align == "justify":
        return x, 0.0 if last or len(line) < 2 else free / (len(line) - 1)  # noqa: PLR2004 - one word has no space
    return x + (free / 2 if para.align == "center" else free), 0.0
