"""Word files (.docx and its macro and template kin) -> Document: no boxes, pages from the breaks that Word saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from resume_parser.document import Block, Document
from resume_parser.extractors.docx.package import Package, Story, W, open_package
from resume_parser.extractors.docx.styles import StyleSheet, toggle
from resume_parser.extractors.docx.walk import StoryWalk, sections
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.pages import PageCounts, flow_document
from resume_parser.extractors.flow.paragraphs import Scope
from resume_parser.extractors.ooxml import R
from resume_parser.extractors.portrait import find_portrait
from resume_parser.options import Options

if TYPE_CHECKING:
    from lxml.etree import _Element

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def extract(data: bytes, options: Options) -> Document:
    """The pages of a Word file; Page.width and every box are None, since the format has no page geometry."""
    return package_document("docx", open_package(data), options)


def package_document(name: str, package: Package, options: Options) -> Document:
    """The pages of the parts of a Word file; `name` is the format that the document states."""
    sheet = StyleSheet(package.styles, package.numbering)
    walk = StoryWalk(sheet, package.main, ground=_has_ground(package))
    body = list(blocks(walk.read(Scope())))
    running = list(_running_blocks(package, sheet, walk))
    counts, picture = PageCounts(walk.page, package.declared_pages), find_portrait(walk.pictures, options.max_pixels)
    return flow_document(name, body, running, counts, options, picture=picture)


def _running_blocks(package: Package, sheet: StyleSheet, walk: StoryWalk) -> Iterator[Block]:
    """The blocks of the headers and footers in use, on the first page of their section."""
    tables = walk.tables
    for part, page, story in _references(package, walk.section_pages):
        reader = StoryWalk(sheet, story, page=page, tables=tables, ground=True)
        yield from blocks(reader.read(Scope(part)))
        tables = reader.tables
        walk.pictures += reader.pictures


def _references(package: Package, section_pages: list[int]) -> Iterator[tuple[str, int, Story]]:
    """(part, first page, story) of every header and footer that Word shows."""
    even = package.settings is not None and toggle(package.settings, "evenAndOddHeaders")
    for section, page in zip(sections(package.main.root), section_pages, strict=False):
        shown = {"default", "first" if toggle(section, "titlePg") else "", "even" if even else ""}
        for part in ("header", "footer"):
            for reference in section.iterchildren(f"{W}{part}Reference"):
                story = package.stories.get(reference.get(R + "id", ""))
                if story is not None and reference.get(W + "type", "default") in shown:
                    yield part, page, story


def _has_ground(package: Package) -> bool:
    """True if a shape or a colour lies behind the text of any page: white text may then be readable."""
    roots = (package.main.root, *(story.root for story in package.stories.values()))
    return any(_paints(root) for root in roots)


def _paints(root: _Element) -> bool:
    if root.find(W + "background") is not None:
        return True
    if any(anchor.get("behindDoc") in ("1", "true") for anchor in root.iter(_WP + "anchor")):
        return True
    return any("z-index:-" in (shape.get("style") or "") for shape in root.iter("{urn:schemas-microsoft-com:vml}*"))
