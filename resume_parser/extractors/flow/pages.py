"""From the blocks of a running text to the pages of a Document: page numbers, page limit, headers and footers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from resume_parser.document import Block, Document, Page, Picture
from resume_parser.extractors.limits import page_limit_notices
from resume_parser.options import Options

MIN_PAGE_CHARACTERS = 300  # mean per page without spaces; a full page of a resume has 1,500 to 3,000


@dataclass(frozen=True, slots=True)
class PageCounts:
    """How many pages a running text has."""

    marked: int  # by its page breaks, also those after the last text
    declared: int = 0  # by what the file states about itself, 0 = nothing


def flow_document(
    name: str, body: Sequence[Block], running: Iterable[Block], counts: PageCounts, options: Options, *, picture: Picture | None = None
) -> Document:
    """The Document of a running text; Page.width and every box are None, since such formats have no page geometry.

    `body` and `running` (the headers and footers, each on the page where it begins) carry the page numbers of their lines.
    """
    total = max(counts.marked, _believed(counts.declared, body))
    if counts.marked == 1 and total > options.max_pages:
        body = _share(body, options.max_pages / total)
    distinct = _distinct(running)
    pages = tuple(_page(number, body, distinct) for number in range(1, min(counts.marked, options.max_pages) + 1))
    return Document(name, pages, total, page_limit_notices(total, options), picture)


def _believed(declared: int, body: Sequence[Block]) -> int:
    """The page count that the file states about itself, 0 where its text could not fill so many pages: such counts go stale."""
    return declared if sum(map(_length, body)) >= declared * MIN_PAGE_CHARACTERS else 0


def _share(body: Sequence[Block], share: float) -> list[Block]:
    """The leading blocks that hold this share of the text: the cut where the file counts its pages but does not mark them."""
    room = share * sum(map(_length, body))
    return [block for block, used in zip(body, accumulate(map(_length, body)), strict=True) if used <= room]


def _length(block: Block) -> int:
    return sum(len(word.text) for line in block.lines for word in line.words)


def _distinct(running: Iterable[Block]) -> list[Block]:
    """The headers and footers, each text of a part once."""
    kept: dict[tuple[str, str], Block] = {}
    for block in running:
        text = " ".join(word.text for line in block.lines for word in line.words)
        kept.setdefault((block.part, text), block)
    return list(kept.values())


def _page(number: int, body: Sequence[Block], running: Sequence[Block]) -> Page:
    """One page: the headers that begin on it, its text, the footers that begin on it."""
    own = [block for block in running if block.lines[0].page == number]
    headers = [block for block in own if block.part == "header"]
    footers = [block for block in own if block.part == "footer"]
    text = [block for block in body if block.lines[0].page == number]
    return Page(number, None, None, (*headers, *text, *footers))
