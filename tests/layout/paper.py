"""Documents built by hand for the layout tests: text put at a place of the page."""

from __future__ import annotations

from resume_parser.document import Block, Box, Cell, Document, Line, Page, Word

EM = 0.5  # width of a character in em
WIDTH, HEIGHT = 600.0, 800.0


def line(text: str, x: float, y: float, *, size: float = 10.0, page: int = 1, bold: bool = False) -> Line:
    """A line that starts at x with its top at y."""
    words = []
    for token in text.split():
        end = x + len(token) * EM * size
        words.append(Word(token, Box(x, y, end, y + 1.2 * size), size, bold))
        x = end + 0.28 * size
    box = Box(words[0].box.x0, y, words[-1].box.x1, y + 1.2 * size)
    return Line(tuple(words), page, box)


def column(texts: list[str], x: float, y: float, *, step: float = 15.0, page: int = 1) -> list[Line]:
    """Lines under each other; an empty text leaves one line free."""
    return [line(text, x, y + index * step, page=page) for index, text in enumerate(texts) if text]


def pdf(*pages: list[Line]) -> Document:
    """A PDF with these lines on its pages, in stream order."""
    made = [Page(number, WIDTH, HEIGHT, tuple(Block((one,)) for one in lines)) for number, lines in enumerate(pages, start=1)]
    return Document("pdf", tuple(made), len(made))


def paragraph(text: str, *, level: int = 0) -> Line:
    """A paragraph of a format without page geometry; a tab in the text is a wide gap."""
    words = []
    for index, part in enumerate(text.split("\t")):
        words += [Word(token, gap="\t" if index and not at else " ") for at, token in enumerate(part.split())]
    return Line(tuple(words), 1, level=level)


def docx(*blocks: Block) -> Document:
    """A DOCX with these blocks."""
    return Document("docx", (Page(1, None, None, tuple(blocks)),), 1)


def cell(row: int, col: int, *texts: str, table: int = 0) -> Block:
    """A table cell with one paragraph per text."""
    return Block(tuple(paragraph(text) for text in texts), cell=Cell(table, row, col))
