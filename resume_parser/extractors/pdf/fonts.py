"""Characters that pdfium cannot map: what the encodings of the fonts call them.

TeX prints ligatures with codes below 32 and often gives their fonts no Unicode table; pdfium then hands out the
bare code. The glyph names in the encoding of the font still say which ligature or sign it is. They are read from
the font dictionaries alone, which costs a tenth of reading the page a second time.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from resume_parser.extractors.pdf.ligatures import LIGATURES

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

SIMPLE_FONTS = frozenset({"Type1", "MMType1", "TrueType"})  # one byte a character, with an encoding of glyph names
MOST_BYTES = 5_000_000  # of a file whose fonts are read; the reader is slow and resumes with such fonts are small
MOST_FONTS = 60  # of a file
DAMAGE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError, struct.error, zlib.error)

Glyphs = dict[int, str]  # what stands for each code of a font


class FontMaps:
    """The encodings of the simple fonts of a file, read when a page first asks."""

    def __init__(self, data: bytes, pages: int) -> None:
        self.data = data
        self.pages = pages
        self.fonts: dict[str, Glyphs] | None = None

    def character(self, font: str, code: int) -> str | None:
        """The one character that a font, by its name without subset tag, prints for a code; None if no encoding says so."""
        if self.fonts is None:
            self.fonts = read_fonts(self.data, self.pages) if len(self.data) <= MOST_BYTES else {}
        name = self.fonts.get(font, {}).get(code, "")
        shown = LIGATURES.get(name, name)
        return shown if len(shown) == 1 and shown.isprintable() else None


def read_fonts(data: bytes, pages: int) -> dict[str, Glyphs]:
    """The encodings by font name; what was read until a damage."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    found: dict[str, Glyphs] = {}
    seen: set[str] = set()
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        for page in islice(PDFPage.create_pages(document), pages):
            for name, glyphs in page_fonts(page, seen):
                merge(found.setdefault(name, {}), glyphs)
    except (PSException, *DAMAGE):
        return found
    return found


def page_fonts(page: PDFPage, seen: set[str]) -> Iterator[tuple[str, Glyphs]]:
    """Name without subset tag and encoding of each simple font of a page that was not seen before in that encoding."""
    from pdfminer.pdffont import PDFSimpleFont
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdftypes import dict_value, resolve1
    from pdfminer.psparser import literal_name

    manager = PDFResourceManager(caching=False)
    for reference in (resolve1(page.resources.get("Font")) or {}).values():
        spec = dict_value(reference)
        name = literal_name(resolve1(spec.get("BaseFont")))
        encoded = f"{name} {spec.get('Encoding')}"  # one font file may stand in a page under several encodings
        if encoded in seen or len(seen) >= MOST_FONTS or literal_name(spec.get("Subtype")) not in SIMPLE_FONTS:
            continue
        seen.add(encoded)
        font = manager.get_font(None, spec)
        if isinstance(font, PDFSimpleFont):
            yield name.partition("+")[2] or name, dict(font.cid2unicode)


def merge(known: Glyphs, more: Glyphs) -> None:
    """Adds the codes of another subset of a font; a code that stands for two things stands for nothing."""
    for code, name in more.items():
        known[code] = name if known.setdefault(code, name) == name else ""
