"""Reading order of files without page geometry: parts, text boxes and tables in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from resume_parser.document import Block, Line
from resume_parser.layout.headings import section_named
from resume_parser.layout.normalise import clean_words, join_spaced_letters, mark_bullet
from resume_parser.layout.text import line_text

LABEL_LENGTH = 40  # characters of the longest label or date cell
LABEL_LINES = 2  # a label cell has no more lines
_PAGE_NUMBER = re.compile(r"^\W*(?:[^\W\d_]{1,8}\.?\s*)?\d{0,2}\W*(?:[^\W\d_]{0,5}\W*\d{0,2})?\W*$")
Cell = list[Block]


def ordered_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page in reading order: page header, body with boxes and tables, page footer; clean lines."""
    cleaned = [block for block in map(_clean_block, blocks) if block.lines]
    heads = [block for block in cleaned if block.part == "header"]
    feet = [block for block in cleaned if block.part == "footer"]
    body = [block for block in cleaned if block.part not in ("header", "footer")]
    return [*heads, *_body(body), *feet]


def without_repeats(pages: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """The blocks of each page less page numbers and repeated text in headers and footers."""
    seen: set[str] = set()
    kept: list[list[Block]] = []
    for blocks in pages:
        page = []
        for block in blocks:
            if block.part not in ("header", "footer"):
                page.append(block)
                continue
            lines = tuple(line for line in block.lines if _is_new(line_text(line), seen))
            if lines:
                page.append(replace(block, lines=lines))
        kept.append(page)
    return kept


def _is_new(text: str, seen: set[str]) -> bool:
    """The text of a header or footer line was not met before and is no page number."""
    new = text not in seen and (any(c.isdigit() for c in text) is False or _PAGE_NUMBER.match(text) is None)
    seen.add(text)
    return new


def _clean_block(block: Block) -> Block:
    """The block with clean words and marked bullets."""
    lines = []
    for line in block.lines:
        words, bullet = mark_bullet(join_spaced_letters(clean_words(line.words)))
        if words:
            lines.append(
                replace(line, words=tuple(words), bullet=line.bullet or bullet, column=block.cell.column if block.cell else line.column)
            )
    return replace(block, lines=tuple(lines))


def _body(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the rows of each table in reading order."""
    for table, group in groupby(blocks, key=lambda block: block.cell.table if block.cell else None):
        if table is None:
            yield from group
            continue
        for _, row in groupby(group, key=lambda block: block.cell.row if block.cell else 0):
            yield from _row(_cells(list(row)))


def _cells(blocks: Sequence[Block]) -> list[Cell]:
    """The blocks of a table row grouped to cells."""
    return [list(group) for _, group in groupby(blocks, key=lambda block: block.cell.column if block.cell else 0)]


def _lines(cell: Cell) -> list[Line]:
    """All lines of a cell."""
    return [line for block in cell for line in block.lines]


def _row(cells: list[Cell]) -> list[Block]:
    """The blocks of one table row: one line if every cell has one, else cell after cell with a label before its content."""
    if len(cells) > 1 and all(len(_lines(cell)) == 1 for cell in cells):
        return [replace(cells[0][0], lines=(beside([_lines(cell)[0] for cell in cells]),))]
    if len(cells) > 1 and _is_label(cells[0]):
        return _with_label(cells[0], cells[1:])
    return [block for cell in cells for block in cell]


def _with_label(label: Cell, cells: Sequence[Cell]) -> list[Block]:
    """The blocks of a row whose first cell is a label or date, none of them a column.

    The label stands before the first line of the next cell, or before the cells of one line next to it.
    """
    row = [[replace(block, lines=tuple(replace(line, column=0) for line in block.lines)) for block in cell] for cell in cells]
    short = len(list(takewhile(_is_short, row)))
    heads = [run_on(_lines(label)), *(_lines(cell)[0] for cell in row[: short or 1])]
    first = row[0][0]
    below = [block for cell in row[short:] for block in cell] if short else [block for cell in row for block in cell][1:]
    return [replace(first, lines=(beside(heads), *first.lines[1:])), *below]


def _is_short(cell: Cell) -> bool:
    """The cell is one line and no heading."""
    lines = _lines(cell)
    return len(lines) == 1 and not lines[0].level and section_named(line_text(lines[0])) is None


def _is_label(cell: Cell) -> bool:
    """The cell is a short label or date beside its content."""
    lines = _lines(cell)
    text = " ".join(line_text(line) for line in lines)
    return len(lines) <= LABEL_LINES and len(text) <= LABEL_LENGTH and not lines[0].level and section_named(text) is None


def run_on(lines: Sequence[Line]) -> Line:
    """The lines as one line."""
    return replace(lines[0], words=tuple(word for line in lines for word in (replace(line.words[0], gap=" "), *line.words[1:])))


def beside(lines: Sequence[Line]) -> Line:
    """The lines of neighbouring cells as one line with wide gaps."""
    words = [replace(word, gap="\t") if index == 0 else word for line in lines for index, word in enumerate(line.words)]
    return replace(lines[0], words=tuple(words), level=max(line.level for line in lines))
