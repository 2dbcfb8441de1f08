"""The second reader of PDF pages, for those in which pdfium finds no meaning: pdfplumber maps some fonts by other means."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from resume_parser.document import Box, Word
from resume_parser.extractors.pdf.fonts import DAMAGE, MOST_BYTES
from resume_parser.extractors.pdf.words import BOLD, ITALIC, clean

if TYPE_CHECKING:
    from pdfplumber.page import Page

UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
KNOWN_SHARE = 0.9  # of the characters that must have a meaning for the page to count as read
X_TOLERANCE_RATIO = 0.15  # of the font size; the library's default of 3 points glues the words of tight fonts
MOST_CHARACTERS = 20_000  # of a page; pdfplumber takes 10 seconds for more


def page_words(data: bytes, index: int, characters: int) -> list[Word]:
    """The words of a page of so many characters, [] where this reader fails too or the page is too long for it."""
    if characters > MOST_CHARACTERS or len(data) > MOST_BYTES:
        return []
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings quote the file
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as pdf:
            page = pdf.pages[0]
            known = sum(not UNKNOWN_GLYPH.match(char["text"]) for char in page.chars)
            return read(page) if known >= KNOWN_SHARE * len(page.chars) else []
    except (MalformedPDFException, PdfminerException, PSException, *DAMAGE):
        return []


def read(page: Page) -> list[Word]:
    """The words of an open page in stream order."""
    found = page.extract_words(x_tolerance_ratio=X_TOLERANCE_RATIO, use_text_flow=True, extra_attrs=["fontname", "size"])
    left, top = float(page.cropbox[0]), float(page.cropbox[1])
    words = []
    for item in found:
        shown = clean(UNKNOWN_GLYPH.sub("", str(item["text"])))
        if not shown:
            continue
        name = str(item["fontname"]).partition("+")[2] or str(item["fontname"])
        bold = bool(BOLD.search(name) or BOLD.search(name.lower()))
        box = Box(float(item["x0"]) - left, float(item["top"]) - top, float(item["x1"]) - left, float(item["bottom"]) - top)
        words.append(Word(shown, box, round(float(item["size"]), 2), bold, bool(ITALIC.search(name))))
    return words
