"""Word files from before 2007 -> Document: no boxes, pages from the breaks that the author set."""

from __future__ import annotations

from collections.abc import Iterator

from resume_parser.document import Block, Document
from resume_parser.extractors.doc.drawings import Drawings
from resume_parser.extractors.doc.headers import header_ranges
from resume_parser.extractors.doc.source import Source
from resume_parser.extractors.doc.streams import open_streams
from resume_parser.extractors.doc.walk import Walk
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.pages import PageCounts, flow_document
from resume_parser.extractors.flow.paragraphs import Scope
from resume_parser.extractors.portrait import find_portrait
from resume_parser.options import Options


def extract(data: bytes, options: Options) -> Document:
    """The pages of a Word file; Page.width and every box are None, since the format has no page geometry."""
    streams = open_streams(data)
    source = Source(streams)
    drawings = Drawings(source)
    walk = Walk(source, drawings.boxes, ground=drawings.ground)
    paragraphs = walk.read(*source.stories["main"], Scope())
    for start, end in drawings.loose_boxes:
        paragraphs += walk.read_box(start, end, "box")
    body = list(blocks(paragraphs))
    running = list(_running_blocks(source, drawings, walk))
    picture = find_portrait(drawings.candidates(walk.pictures, walk.anchors), options.max_pixels)
    return flow_document("doc", body, running, PageCounts(walk.page, streams.declared_pages), options, picture=picture)


def _running_blocks(source: Source, drawings: Drawings, walk: Walk) -> Iterator[Block]:
    """The blocks of the headers and footers in use, on the first page of their section."""
    tables = walk.tables
    for part, section, start, end in header_ranges(source):
        page = walk.section_pages[min(section, len(walk.section_pages) - 1)]
        reader = Walk(source, drawings.header_boxes, page=page, tables=tables, ground=True)
        yield from blocks(reader.read(start, end, Scope(part)))
        tables = reader.tables
