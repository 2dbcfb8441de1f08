"""The second reader of PDF pages: pdfplumber maps the glyphs of fonts for which pdfium finds no Unicode value."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from resume_parser.document import Box, Word
from resume_parser.extractors.pdf_words import BOLD, ITALIC, clean

if TYPE_CHECKING:
    from pdfplumber.page import Page

UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
X_TOLERANCE_RATIO = 0.15  # of the font size; the library's default of 3 points glues the words of tight fonts
MOST_CHARACTERS = 20_000  # of a page; pdfplumber takes 10 seconds for more


def page_words(data: bytes, index: int) -> list[Word]:
    """The words of one page, [] where this reader fails too or the page is too long for it."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as pdf:
        page = pdf.pages[0]
        if len(page.chars) > MOST_CHARACTERS:
            return []
        return read(page)


def read(page: Page) -> list[Word]:
    """The words of an open page in stream order."""
    found = page.extract_words(x_tolerance_ratio=X_TOLERANCE_RATIO, use_text_flow=True, extra_attrs=["fontname", "size"])
    words = []
    for item in found:
        shown = clean(UNKNOWN_GLYPH.sub("", str(item["text"])))
        if not shown:
            continue
        name = str(item["fontname"]).partition("+")[2] or str(item["fontname"])
        bold = bool(BOLD.search(name) or BOLD.search(name.lower()))
        box = Box(float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]))
        words.append(Word(shown, box, round(float(item["size"]), 2), bold, bool(ITALIC.search(name))))
    return words
