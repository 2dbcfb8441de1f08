"""RTF files -> Document: no boxes, pages from the breaks that the file states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resume_parser.document import Block, Document
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.pages import PageCounts, flow_document
from resume_parser.extractors.portrait import find_portrait
from resume_parser.extractors.rtf.source import Source
from resume_parser.extractors.rtf.walk import Walk
from resume_parser.options import Options


def extract(data: bytes, options: Options) -> Document:
    """The pages of an RTF file, as far as it can be read; Page.width and every box are None: the format has no page geometry."""
    walk = Walk(Source(data), options)
    walk.read()
    counts = PageCounts(walk.printer.page, walk.declared_pages)
    body, picture = list(blocks(walk.printer.body.paragraphs)), find_portrait(walk.pictures, options.max_pixels)
    return flow_document("rtf", body, _running_blocks(walk), counts, options, picture=picture)


def _running_blocks(walk: Walk) -> Iterator[Block]:
    """The blocks of the headers and footers that are shown, on the first page of their section."""
    for story in walk.running:
        section = walk.printer.sections[story.section]
        if {"f": section.title_page, "l": walk.facing_pages}.get(story.variant, True):
            for block in blocks(story.paragraphs):
                yield replace(block, lines=tuple(replace(line, page=max(section.page, 1)) for line in block.lines))
