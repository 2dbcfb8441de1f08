"""The hyperlinks of a PDF page, and the words under them."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import TYPE_CHECKING

from resume_parser.document import LinkArea, Word
from resume_parser.extractors.pdf.words import mapper

if TYPE_CHECKING:
    import pypdfium2


def link_areas(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[LinkArea]:
    """The hyperlinks of a page that lead to an address."""
    import pypdfium2.raw as pdfium

    to_box = mapper(page)
    found = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        rect = pdfium.FS_RECTF()
        target = link_target(pdf, link)
        if target and pdfium.FPDFLink_GetAnnotRect(link, rect):
            found.append(LinkArea(to_box(rect.left, rect.bottom, rect.right, rect.top), target))
    return found


def link_target(pdf: pypdfium2.PdfDocument, link: object) -> str | None:
    """The address of a link, None for a jump inside the file."""
    import pypdfium2.raw as pdfium

    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return None
    length = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
    return buffer.raw[: max(0, length - 1)].decode("utf-8", "replace") or None


def with_links(words: list[Word], areas: list[LinkArea]) -> list[Word]:
    """The words with the target of the link whose area covers their middle."""
    if not areas:
        return words
    targets = [target_at(word, areas) for word in words]
    return [replace(word, link=target) if target else word for word, target in zip(words, targets, strict=True)]


def bare_areas(words: list[Word], areas: list[LinkArea]) -> tuple[LinkArea, ...]:
    """The links that touch no word."""
    return tuple(area for area in areas if all(word.box is None or area.box.distance(word.box) for word in words))


def target_at(word: Word, areas: list[LinkArea]) -> str | None:
    """The target of the first area that covers the middle of the word."""
    if word.box is None:
        return None
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return next((area.target for area in areas if area.box.x0 <= x <= area.box.x1 and area.box.top <= y <= area.box.bottom), None)
