"""Word files (.docx and its macro and template kin) -> Document: no boxes, pages from the breaks that Word saved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from resume_parser.document import Block, Document, Notice, Page
from resume_parser.extractors.docx_blocks import blocks
from resume_parser.extractors.docx_package import Package, R, Story, W, open_package
from resume_parser.extractors.docx_styles import StyleSheet, toggle
from resume_parser.extractors.docx_walk import Scope, StoryWalk, sections
from resume_parser.options import Options

if TYPE_CHECKING:
    from lxml.etree import _Element

MIN_PAGE_CHARACTERS = 300  # mean per page without spaces; a full page of a resume has 1,500 to 3,000
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def extract(data: bytes, options: Options) -> Document:
    """The pages of a Word file; Page.width and every box are None, since the format has no page geometry."""
    package = open_package(data)
    sheet = StyleSheet(package.styles, package.numbering)
    walk = StoryWalk(sheet, package.main.links, ground=_has_ground(package))
    body = list(blocks(walk.read(package.main.root, Scope())))
    running = list(_running_blocks(package, sheet, walk))
    total = max(walk.page, _believed(package.declared_pages, body))
    if walk.page == 1 and total > options.max_pages:
        body = _share(body, options.max_pages / total)
    pages = tuple(_page(number, body, running) for number in range(1, min(walk.page, options.max_pages) + 1))
    return Document("docx", pages, total, _notices(total, options))


def _believed(declared: int, body: list[Block]) -> int:
    """The page count that the file states about itself, 0 where its text could not fill so many pages: such counts go stale."""
    return declared if sum(map(_length, body)) >= declared * MIN_PAGE_CHARACTERS else 0


def _share(body: list[Block], share: float) -> list[Block]:
    """The leading blocks that hold this share of the text: the cut where the file counts its pages but does not mark them."""
    room = share * sum(map(_length, body))
    return [block for block, used in zip(body, accumulate(map(_length, body)), strict=True) if used <= room]


def _length(block: Block) -> int:
    return sum(len(word.text) for line in block.lines for word in line.words)


def _page(number: int, body: list[Block], running: list[Block]) -> Page:
    """One page: the headers that begin on it, its text, the footers that begin on it."""
    own = [block for block in running if block.lines[0].page == number]
    headers = [block for block in own if block.part == "header"]
    footers = [block for block in own if block.part == "footer"]
    text = [block for block in body if block.lines[0].page == number]
    return Page(number, None, None, (*headers, *text, *footers))


def _running_blocks(package: Package, sheet: StyleSheet, walk: StoryWalk) -> Iterator[Block]:
    """The blocks of the headers and footers in use, each distinct text once, on the first page of its section."""
    seen: set[tuple[str, str]] = set()
    tables = walk.tables
    for part, page, story in _references(package, walk.section_pages):
        reader = StoryWalk(sheet, story.links, page=page, tables=tables, ground=True)
        found = list(blocks(reader.read(story.root, Scope(part))))
        tables = reader.tables
        text = " ".join(word.text for block in found for line in block.lines for word in line.words)
        if (part, text) not in seen:
            seen.add((part, text))
            yield from found


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


def _notices(total: int, options: Options) -> tuple[Notice, ...]:
    if total <= options.max_pages:
        return ()
    return (Notice("page_limit", f"The file has {total} pages; only the first {options.max_pages} were read.", page=options.max_pages),)
