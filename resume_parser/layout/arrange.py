"""The layout stage: from the words of an extractor to lines in reading order and the final text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resume_parser.document import Block, Document, Line, Page
from resume_parser.layout.blocks import blocks_of, strip_lines
from resume_parser.layout.frames import in_reading_order
from resume_parser.layout.furniture import without_furniture
from resume_parser.layout.hidden import hidden_notice, visible_lines
from resume_parser.layout.joins import hyphenation_of, join_lines
from resume_parser.layout.reading_order import document_strips, page_flow
from resume_parser.layout.segments import Segment, segments_of
from resume_parser.layout.tables import ordered_blocks, without_repeats
from resume_parser.layout.text import line_text

LINE_END, BLOCK_END = "\n", "\n\n"


def arrange(document: Document) -> Document:
    """The document with its final text and lines: reading order, clean words, no furniture, no hidden words.

    `text[line.start:line.end]` is the text of every line of `lines`; the blocks of the pages hold the same lines.
    """
    notices = tuple(notice for page in document.pages if (notice := hidden_notice(page)) is not None)
    blocks = _geometric(document) if _has_geometry(document) else _sequential(document)
    text, placed = _place(blocks)
    lines = tuple(line for block in placed for line in block.lines)
    pages = tuple(replace(page, blocks=_of_page(placed, page.number)) for page in document.pages)
    return replace(document, pages=pages, notices=document.notices + notices, text=text, lines=lines)


def _has_geometry(document: Document) -> bool:
    """The words of the document have boxes."""
    return any(word.box is not None for line in document.all_lines() for word in line.words)


def _geometric(document: Document) -> list[Block]:
    """The blocks of a document whose words have boxes, in reading order."""
    raw = [segments_of(visible_lines([line for block in page.blocks for line in block.lines])) for page in document.pages]
    segments = without_furniture(raw, [_height(page) for page in document.pages], document.total_pages)
    flows = [page_flow(found, page.number) for page, found in zip(document.pages, segments, strict=True)]
    strips = [strip_lines(strip) for strip in document_strips(flows, [_extent(found) for found in segments])]
    hyphenation = hyphenation_of(line for lines in strips for line in lines)
    return [block for lines in strips for block in blocks_of(join_lines(lines, hyphenation))]


def _height(page: Page) -> float:
    """The height of the page in points; the end of its text where the file does not say."""
    if page.height:
        return page.height
    return max((word.box.bottom for block in page.blocks for line in block.lines for word in line.words if word.box), default=1.0)


def _extent(segments: Sequence[Segment]) -> tuple[float, float]:
    """The left and right end of the text of a page."""
    return min((s.box.x0 for s in segments), default=0.0), max((s.box.x1 for s in segments), default=0.0)


def _sequential(document: Document) -> list[Block]:
    """The blocks of a document without geometry, in reading order."""
    ordered = in_reading_order(document.pages)
    shown = [[replace(block, lines=tuple(visible_lines(block.lines))) for block in page.blocks if block.lines] for page in ordered]
    pages = without_repeats([ordered_blocks(blocks) for blocks in shown])
    return [block for blocks in pages for block in blocks]


def _place(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The text of all blocks, and the blocks with the offsets of their lines."""
    pieces: list[str] = []
    placed: list[Block] = []
    at = 0
    for block in blocks:
        lines: list[Line] = []
        for line in block.lines:
            mark = "" if not pieces else LINE_END if lines else BLOCK_END
            text = line_text(line)
            pieces += [mark, text]
            at += len(mark)
            lines.append(replace(line, start=at, end=at + len(text)))
            at += len(text)
        placed.append(replace(block, lines=tuple(lines)))
    return "".join(pieces), placed


def _of_page(blocks: Sequence[Block], number: int) -> tuple[Block, ...]:
    """The blocks of one page."""
    return tuple(block for block in blocks if block.lines and block.lines[0].page == number)
