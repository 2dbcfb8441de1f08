"""Shapes on slides, and the Document that they make.

A slide states where its shapes stand but not where the words in them stand: every line gets the box of its shape, no word has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resume_parser.document import Block, Box, Document, LinkArea, Page, Picture
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.paragraphs import Paragraph
from resume_parser.extractors.limits import page_limit_notices
from resume_parser.extractors.slides.outline import outline
from resume_parser.options import Options


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape with text: a text box, a placeholder, a whole table (its paragraphs then carry their cells)."""

    box: Box | None  # None where neither the shape nor its layout says where it stands
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """The shapes of one slide in the order of the file."""

    width: float  # points
    height: float
    shapes: tuple[Shape, ...]
    areas: tuple[LinkArea, ...] = ()  # pictures and shapes without text that are links


def slide_document(name: str, slides: Sequence[Slide], total: int, options: Options, *, picture: Picture | None = None) -> Document:
    """The Document of the slides that were read, of a file with `total` slides."""
    pages = tuple(_page(number, slide) for number, slide in enumerate(slides, 1))
    return Document(name, pages, total, page_limit_notices(total, options, "slides"), picture=picture)


def _page(number: int, slide: Slide) -> Page:
    blocks = tuple(block for shape in slide.shapes for block in _blocks(shape, number))
    return Page(number, slide.width, slide.height, blocks, areas=slide.areas)


def _blocks(shape: Shape, number: int) -> Iterator[Block]:
    for block in blocks(list(outline(shape.paragraphs))):
        yield replace(block, lines=tuple(replace(line, page=number, box=shape.box) for line in block.lines))
