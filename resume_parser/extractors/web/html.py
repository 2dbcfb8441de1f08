"""HTML under a Word name -> Document: paragraphs without page geometry, pages from the breaks that Word wrote."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from resume_parser.document import Block, Document
from resume_parser.errors import CorruptFileError
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.pages import PageCounts, flow_document
from resume_parser.extractors.portrait import Candidate, find_portrait
from resume_parser.extractors.web.css import StyleRules, declarations, points
from resume_parser.extractors.web.walk import ROOT_SIZE, Walk
from resume_parser.options import Options

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 4096  # bytes: the head of real pages
_WINDOWS = "cp1252"
_PAGES = re.compile(r"<o:Pages>(\d{1,5})</o:Pages>")
_PAGES_WITHIN = 20_000  # characters: Word states its page count in the head
_INLINE_IMAGE = re.compile(r"^data:image/[\w.+-]+;base64,")
_RUNNING = ("header", "footer")


def extract(data: bytes, options: Options) -> Document:
    """The pages of an HTML file; Page.width and every box are None, since the format has no page geometry."""
    return web_document("html", [decoded(data, "")], {}, options)


def web_document(name: str, pages: Iterable[str], files: Mapping[str, bytes], options: Options) -> Document:
    """The Document of one or more web pages; `files` are the pictures beside them by their address."""
    texts = list(pages)
    roots = [_parse(text) for text in texts]
    walk = Walk(StyleRules.of(sheet.text or "" for root in roots for sheet in root.iter("style")))
    paragraphs = [paragraph for root in roots for paragraph in walk.read(root)]
    body = list(blocks([paragraph for paragraph in paragraphs if paragraph.scope.part not in _RUNNING]))
    running = [_on_first_page(block) for block in blocks([item for item in paragraphs if item.scope.part in _RUNNING])]
    stated = _PAGES.search(texts[0][:_PAGES_WITHIN])
    picture = find_portrait((_candidate(page, image, files) for page, image in walk.images), options.max_pixels)
    return flow_document(name, body, running, PageCounts(walk.page, int(stated[1]) if stated else 0), options, picture=picture)


def decoded(data: bytes, stated: str) -> str:
    """The text of a page by its byte order mark, the stated charset, its meta element, or what fits."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    meta = _CHARSET.search(data[:_CHARSET_WITHIN])
    for encoding in (stated, meta[1].decode("ascii", "replace") if meta else "", "utf-8"):
        try:
            return data.decode(encoding) if encoding else data.decode("utf-8")
        except (LookupError, ValueError):  # ValueError: a name with a zero in it, or bytes that do not fit
            continue
    return data.decode(_WINDOWS, "replace")


def _parse(text: str) -> _Element:
    """The root of a page; raises CorruptFileError where there is none."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    if root is None:
        raise CorruptFileError("The web page has no content. Save the resume again as PDF or DOCX.", stage="extraction")
    return root


def _on_first_page(block: Block) -> Block:
    """A header or footer, which Word shows on every page."""
    return replace(block, lines=tuple(replace(line, page=1) for line in block.lines))


def _candidate(page: int, image: _Element, files: Mapping[str, bytes]) -> Candidate:
    css = declarations(image.get("style") or "")
    sides = [points(css.get(name) or image.get(name), ROOT_SIZE) or 0.0 for name in ("width", "height")]
    return Candidate(page, sides[0], sides[1], _loader(image.get("src") or "", files))


def _loader(address: str, files: Mapping[str, bytes]) -> Callable[[], bytes]:
    """What loads a picture; nothing is fetched from outside the file."""

    def load() -> bytes:
        inline = _INLINE_IMAGE.match(address)
        if inline is None:
            return files.get(address, b"")
        try:
            return base64.b64decode(address[inline.end() :])
        except (binascii.Error, ValueError):
            return b""

    return load
