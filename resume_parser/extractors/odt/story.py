"""OpenDocument texts (.odt and templates) -> Document: no boxes, pages from the breaks that the writing program saved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from resume_parser.document import Block, Document
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.pages import PageCounts, flow_document
from resume_parser.extractors.flow.paragraphs import Scope
from resume_parser.extractors.opendocument.names import OFFICE, STYLE
from resume_parser.extractors.opendocument.package import Package, open_package
from resume_parser.extractors.opendocument.properties import paints
from resume_parser.extractors.opendocument.styles import StyleSheet
from resume_parser.extractors.opendocument.walk import ContentWalk
from resume_parser.extractors.portrait import Candidate, find_portrait
from resume_parser.options import Options

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY = f"{OFFICE}body/{OFFICE}text"
_RUNNING = (("header", ("header", "header-first", "header-left")), ("footer", ("footer", "footer-first", "footer-left")))
_DEFAULT_MASTER = "Standard"


def extract(data: bytes, options: Options) -> Document:
    """The pages of an OpenDocument text; Page.width and every box are None, since the format has no page geometry."""
    package = open_package(data)
    walk = ContentWalk(StyleSheet(package.styles, package.content), ground=_has_ground(package))
    text = package.content.find(_BODY)
    body = [] if text is None else list(blocks(walk.read(text, Scope())))
    running = list(_running_blocks(package, walk))
    candidates = (Candidate(image.page, image.width, image.height, package.picture(image.name)) for image in walk.images)
    counts, picture = PageCounts(walk.page, package.declared_pages), find_portrait(candidates, options.max_pixels)
    return flow_document("odt", body, running, counts, options, picture=picture)


def _running_blocks(package: Package, walk: ContentWalk) -> Iterator[Block]:
    """The blocks of the headers and footers in use, on the first page of their master page."""
    sheet, tables = StyleSheet(package.styles, package.styles), walk.tables
    for page, master in _masters_in_use(package, walk):
        for part, names in _RUNNING:
            for story in master.iterchildren(*(f"{{*}}{name}" for name in names)):
                if story.get(STYLE + "display") != "false":
                    reader = ContentWalk(sheet, page=page, tables=tables, ground=True)
                    yield from blocks(reader.read(story, Scope(part)))
                    tables = reader.tables
                    walk.images += reader.images


def _masters_in_use(package: Package, walk: ContentWalk) -> Iterator[tuple[int, _Element]]:
    """(first page, master page) of every master page that the text begins, and of those that follow by themselves."""
    masters = [] if package.styles is None else list(package.styles.iterfind(f"{OFFICE}master-styles/{STYLE}master-page"))
    by_name = {master.get(STYLE + "name", ""): master for master in masters}
    for (start, name), (end, _) in pairwise([*walk.masters, (walk.page + 1, "")]):
        master = by_name.get(name or _DEFAULT_MASTER, masters[0] if masters else None)
        for page in range(start, end):
            if master is None:
                break
            yield page, master
            following = by_name.get(master.get(STYLE + "next-style-name", ""))
            master = None if following is master else following


def _has_ground(package: Package) -> bool:
    """True if a shape, picture or colour lies behind the text of any page: white text may then be readable."""
    roots = [root for root in (package.content, package.styles) if root is not None]
    if any(shape.get(STYLE + "run-through") == "background" for root in roots for shape in root.iter(STYLE + "graphic-properties")):
        return True
    return any(paints(layout) for root in roots for layout in root.iter(STYLE + "page-layout-properties"))
