"""The words of one PDF page: pdfium's characters joined, with true size, style, colour and link.

One call gives the text of the page; a word then costs the boxes of its first and last character. Style is
read once per text object of the content stream, since it cannot change inside one.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import TYPE_CHECKING

from resume_parser.document import Box, Word

if TYPE_CHECKING:
    import pypdfium2

WORD = re.compile(r"[^\s\u00a0\u2002-\u200a\u3000]+")
BOLD = re.compile(r"bold|black|heavy|semib|demi|-bd|\.b\b|cmbx|sfbx|medi(?:um)?-?b|(?:^|[a-z])B(?:d|I|T)?$")
ITALIC = re.compile(r"italic|oblique|slanted|kursiv|cmti|sfti|cmsl|(?:^|[a-z-])It$", re.IGNORECASE)
UPRIGHT = re.compile(r"regular|light|thin|book|roman|italic|oblique|medium", re.IGNORECASE)
ICONS = re.compile(r"awesome|icon|glyphicons|material|marvosym|academicons", re.IGNORECASE)  # fonts of pictures: no text at all
BULLETS = re.compile(r"wingdings|webdings|zapfdingbats|^symbol", re.IGNORECASE)  # fonts of signs: a lone one is a bullet
UNMAPPED = re.compile(r"[^\W\d_][\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f][^\W\d_]")
NOISE = re.compile("[\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u2060\ufeff\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\ud800-\udfff]")
BROKEN = re.compile("(?<=\\w)[\x02\ufffe](?=\\w)")  # pdfium joins the halves of a word that is broken at the end of a line
PRIVATE = re.compile("[\ue000-\uf8ff]$")
LINE_END_HYPHEN = re.compile("[\x02\ufffe\u00ad]")
FORCE_BOLD, ITALIC_FLAG = 1 << 18, 1 << 6  # bits of the font descriptor's Flags, PDF 32000-1 table 123
HEAVY = 700  # font weight from which a face without a style in its name counts as bold
NAME_BYTES = 160  # longest font name read
MOST_CHARACTERS = 400_000  # of one page; more is no resume
TILT = 0.2  # |sin| of the angle of a text line above which a page's words do not lie on its baselines

Mapper = Callable[[float, float, float, float], Box]


@dataclass(frozen=True, slots=True)
class Look:
    """What all characters of one text object share."""

    size: float
    bold: bool
    italic: bool
    color: int
    invisible: bool
    signs: str  # "icons" or "bullets" for fonts that hold no letters, else ""


@dataclass(frozen=True, slots=True)
class Face:
    """What the name and the flags of a font say."""

    bold: bool
    italic: bool
    signs: str


def mapper(page: pypdfium2.PdfPage) -> Mapper:
    """A function from PDF coordinates (left, bottom, right, top) to a box from the top left of the page as shown."""
    left, bottom, right, top = page.get_cropbox()
    rotation = page.get_rotation()
    if rotation == 90:  # noqa: PLR2004 - degrees
        return lambda x0, y0, x1, y1: Box(y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if rotation == 180:  # noqa: PLR2004
        return lambda x0, y0, x1, y1: Box(right - x1, y0 - bottom, right - x0, y1 - bottom)
    if rotation == 270:  # noqa: PLR2004
        return lambda x0, y0, x1, y1: Box(top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y0, x1, y1: Box(x0 - left, top - y1, x1 - left, top - y0)


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in stream order, and how well pdfium could read its characters."""

    words: list[Word]
    garbage: int  # words whose characters have no meaning
    unmapped: bool  # letters of a font without a Unicode map stand inside words


def page_text(page: pypdfium2.PdfPage) -> PageText:
    """The text of a page."""
    textpage = page.get_textpage()
    try:
        reader = Reader(textpage, mapper(page))
        words = list(reader.words())
        return PageText(words, reader.garbage, reader.unmapped)
    finally:
        textpage.close()


class Reader:
    """Reads one text page; keeps the buffers that pdfium fills."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, box: Mapper) -> None:
        import pypdfium2.raw as pdfium

        self.pdfium = pdfium
        self.raw = textpage.raw
        self.box = box
        self.looks: dict[int, Look] = {}
        self.faces: dict[int, Face] = {}
        self.rect, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.channels = [ctypes.c_uint() for _ in range(4)]
        self.garbage = 0
        self.unmapped = False

    def text(self) -> str:
        """The characters of the page, one per pdfium character."""
        count = min(self.pdfium.FPDFText_CountChars(self.raw), MOST_CHARACTERS)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.pdfium.FPDFText_GetText(self.raw, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written == count + 1 and len(text) == count:
            return text
        return "".join(chr(self.pdfium.FPDFText_GetUnicode(self.raw, at) or 0xFFFD) for at in range(count))

    def words(self) -> Iterator[Word]:
        """Every word that has a visible character."""
        text = self.text()
        self.unmapped = bool(UNMAPPED.search(text))
        for match in WORD.finditer(text):
            start = match.start()
            for hyphen in BROKEN.finditer(match[0]):
                at = match.start() + hyphen.start()
                if self.breaks_line(at):
                    yield from self.word(text[start : at + 1], start, at)
                    start = at + 1
            yield from self.word(text[start : match.end()], start, match.end() - 1)

    def breaks_line(self, hyphen: int) -> bool:
        """The characters on both sides of a hyphen stand on different lines."""
        before, after = self.span(hyphen - 1, hyphen - 1), self.span(hyphen + 1, hyphen + 1)
        return bool(before and after and after.top >= (before.top + before.bottom) / 2)

    def word(self, printed: str, first: int, last: int) -> Iterator[Word]:
        """The word between two characters; nothing for icons and other characters without a meaning."""
        shown = clean(printed)
        if not shown and PRIVATE.match(printed) and self.look(first).signs == "bullets":
            shown = "•"
        if not shown:
            self.garbage += "\ufffd" in printed
            return
        box = self.span(first, last)
        if box is None:
            return
        look = self.look(first)
        if look.signs and len(shown) == 1:  # longer words are what the file says its icons stand for
            if look.signs == "icons":
                return
            shown = "•"
        hidden = "invisible" if look.invisible else ""
        yield Word(shown, box, look.size, look.bold, look.italic, look.color, hidden=hidden)

    def span(self, first: int, last: int) -> Box | None:
        """The box from the first to the last character, as high as the font; None if pdfium knows none."""
        rect, read = self.rect, self.pdfium.FPDFText_GetLooseCharBox
        if not read(self.raw, first, rect):
            return None
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if first != last and read(self.raw, last, rect):
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        return self.box(left, bottom, right, top)

    def look(self, at: int) -> Look:
        """The look of the text object that a character belongs to."""
        handle = self.pdfium.FPDFText_GetTextObject(self.raw, at)
        key = ctypes.addressof(handle.contents) if handle else 0
        if not key or key not in self.looks:
            self.looks[key] = self.read_look(at, handle)
        return self.looks[key]

    def read_look(self, at: int, handle: object) -> Look:
        """Size, style, colour and visibility at a character."""
        face = self.face(at, handle)
        mode = self.pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        invisible = mode == self.pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        return Look(self.size(at), face.bold, face.italic, self.color(at), invisible, face.signs)

    def face(self, at: int, handle: object) -> Face:
        """The font at a character, read once per font."""
        font = self.pdfium.FPDFTextObj_GetFont(handle) if handle else None
        key = ctypes.addressof(font.contents) if font else 0
        if not key or key not in self.faces:
            name, flags = self.font(at)
            weight = self.pdfium.FPDFText_GetFontWeight(self.raw, at)
            heavy = flags & FORCE_BOLD or (weight >= HEAVY and not UPRIGHT.search(name))
            bold = bool(BOLD.search(name) or BOLD.search(name.lower()) or heavy)
            signs = "icons" if ICONS.search(name) else "bullets" if BULLETS.search(name) else ""
            self.faces[key] = Face(bold, bool(ITALIC.search(name) or flags & ITALIC_FLAG), signs)
        return self.faces[key]

    def font(self, at: int) -> tuple[str, int]:
        """Name and descriptor flags of the font, without the subset tag."""
        buffer = ctypes.create_string_buffer(NAME_BYTES)
        flags = ctypes.c_int()
        length = self.pdfium.FPDFText_GetFontInfo(self.raw, at, buffer, NAME_BYTES, flags)
        name = buffer.raw[: max(0, length - 1)].decode("latin-1")
        return name.partition("+")[2] or name, flags.value

    def size(self, at: int) -> float:
        """Font size as printed: the raw size under the text matrix, in points."""
        raw, matrix = self.pdfium.FPDFText_GetFontSize(self.raw, at), self.matrix
        if not self.pdfium.FPDFText_GetMatrix(self.raw, at, matrix):
            return round(float(raw), 2)
        return round(float(raw * hypot(matrix.c, matrix.d)), 2)

    def color(self, at: int) -> int:
        """Fill colour 0xRRGGBB."""
        red, green, blue, _ = self.channels
        if not self.pdfium.FPDFText_GetFillColor(self.raw, at, *self.channels):
            return 0
        return red.value << 16 | green.value << 8 | blue.value


def clean(printed: str) -> str:
    """The word as a reader sees it: line-end hyphens as "-", ligatures spelled out, icons and zero-width characters gone."""
    if printed.isascii() and printed.isprintable():
        return printed
    return unicodedata.normalize("NFKC", NOISE.sub("", LINE_END_HYPHEN.sub("-", printed))).strip()


@dataclass(frozen=True, slots=True)
class LinkArea:
    """The rectangle of a hyperlink and its target."""

    box: Box
    target: str


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


def target_at(word: Word, areas: list[LinkArea]) -> str | None:
    """The target of the first area that covers the middle of the word."""
    if word.box is None:
        return None
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return next((area.target for area in areas if area.box.x0 <= x <= area.box.x1 and area.box.top <= y <= area.box.bottom), None)
