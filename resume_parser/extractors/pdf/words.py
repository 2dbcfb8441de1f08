"""The words of one PDF page: pdfium's characters joined, with true size, style, colour and link.

One call gives the text of the page; a word then costs the boxes of its first and last character. Style is
read once per text object of the content stream, since it cannot change inside one.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import hypot
from typing import TYPE_CHECKING

from resume_parser.document import Box, Word
from resume_parser.extractors.pdf.fonts import FontMaps
from resume_parser.extractors.pdf.ligatures import SUSPECT, ligature

if TYPE_CHECKING:
    import pypdfium2

WORD = re.compile(r"[^\s\u00a0\u2002-\u200a\u3000]+")
BOLD = re.compile(r"bold|black|heavy|semib|demi|-bd|\.b\b|cmbx|sfbx|medi(?:um)?-?b|(?:^|[a-z])B(?:d|I|T)?$")
ITALIC = re.compile(r"italic|oblique|slanted|kursiv|cmti|sfti|cmsl|(?:^|[a-z-])It$", re.IGNORECASE)
UPRIGHT = re.compile(r"regular|light|thin|book|roman|italic|oblique|medium", re.IGNORECASE)
ICONS = re.compile(r"awesome|icon|glyphicons|material|marvosym|academicons", re.IGNORECASE)  # fonts of pictures: no text at all
BULLETS = re.compile(r"wingdings|webdings|dingbats|^(?:open)?symbol", re.IGNORECASE)  # fonts of signs: a lone one is a bullet
CONTROL = re.compile("[\x01\x03-\x08\x0b\x0c\x0e-\x1f]")  # the bare code of a character that pdfium cannot map
MEANINGLESS = re.compile("[\x01\x03-\x08\x0e-\x1b\ufffd\ue000-\uf8ff]{2,}")  # a lone one is an icon, more are text of a font without a map
NOISE = re.compile("[\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u2060\ufeff\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\ud800-\udfff]")
BROKEN = re.compile("(?<=\\w)[\x02\ufffe](?=\\w)")  # pdfium joins the halves of a word that is broken at the end of a line
PRIVATE = re.compile("[\ue000-\uf8ff]$")
PRIVATE_BULLETS = re.compile("[\uf0b7\uf0a7]")  # the bullets of Symbol and Wingdings, also where another font stands in for them
COMPATIBILITY = re.compile("[\ufb00-\ufb4f\uff01-\uff5e\U0001d400-\U0001d7ff]+")  # ligatures, full-width and mathematical letters
LINE_END_HYPHEN = re.compile("[\x02\ufffe\u00ad]")
FORCE_BOLD, ITALIC_FLAG = 1 << 18, 1 << 6  # bits of the font descriptor's Flags, PDF 32000-1 table 123
HEAVY = 700  # font weight from which a face without a style in its name counts as bold
NAME_BYTES = 160  # longest font name read
MOST_CHARACTERS = 1_500_000  # read of one page; Options.max_characters refuses such pages, this bounds the time until then
HEIGHTS = (0.9, 1.6)  # in em; a box outside of them is not that of a line
ASCENT, DESCENT = 0.75, 0.25  # em above and below the baseline of a usual font, for boxes made from the baseline
SLANT = 0.05  # slope of a text line up to which it counts as level
FLAT = 0.2  # em; a mark less high than this inside or after a word is a hyphen
SIGNS = 3  # different characters that make a run of unknown ones text, not a row of icons
LETTERS = 200  # occurrences of a letter among which one in a given font is looked for
SAMPLE = 80  # characters of a page that are asked whether their font has a map

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
    shallow: bool  # the font states no usable height, so that boxes follow the ink of each word
    upright: bool  # the text runs along the x axis of the page's own coordinates


@dataclass(frozen=True, slots=True)
class Face:
    """What the name and the flags of a font say."""

    bold: bool
    italic: bool
    signs: str
    shallow: bool


def mapper(page: pypdfium2.PdfPage) -> Mapper:
    """A function from PDF coordinates (left, bottom, right, top) to a box from the top left of the page as shown."""
    left, bottom, right, top = page.get_bbox()  # the crop box within the media box, inherited ones too
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
    characters: int  # of pdfium's text, spaces included
    garbage: int  # characters without a meaning, in runs


def page_text(page: pypdfium2.PdfPage, fonts: FontMaps) -> PageText:
    """The text of a page."""
    textpage = page.get_textpage()
    try:
        reader = Reader(textpage, mapper(page), fonts)
        text = reader.text()
        return PageText(list(reader.words(text)), len(text), reader.garbage(text))
    finally:
        textpage.close()


class Reader:
    """Reads one text page; keeps the buffers that pdfium fills."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, box: Mapper, fonts: FontMaps) -> None:
        import pypdfium2.raw as pdfium

        self.pdfium = pdfium
        self.raw = textpage.raw
        self.box = box
        self.fonts = fonts
        self.looks: dict[int, Look] = {}
        self.faces: dict[int, Face] = {}
        self.rect, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.channels = [ctypes.c_uint() for _ in range(4)]
        self.origin = ctypes.c_double(), ctypes.c_double()

    def text(self) -> str:
        """The characters of the page, one per pdfium character."""
        count = min(self.pdfium.FPDFText_CountChars(self.raw), MOST_CHARACTERS)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.pdfium.FPDFText_GetText(self.raw, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written != count + 1 or len(text) != count:
            text = "".join([chr(self.pdfium.FPDFText_GetUnicode(self.raw, at) or 0xFFFD) for at in range(count)])
        text = CONTROL.sub(self.mapped, text) if CONTROL.search(text) else text
        return self.with_ligatures(text) if SUSPECT.search(text) else text

    def with_ligatures(self, text: str) -> str:
        """The text with the ligatures in the place of bare glyph numbers, as far as their widths show them."""
        lost: dict[tuple[str, int], list[int]] = {}
        for found in SUSPECT.finditer(text):
            at = found.start()
            if self.pdfium.FPDFText_HasUnicodeMapError(self.raw, at) == 1 and not self.look(at).signs:
                lost.setdefault((self.font(at)[0], self.pdfium.FPDFText_GetUnicode(self.raw, at)), []).append(at)
        characters = list(text)
        for (name, _), places in lost.items():
            f, i = (self.width_in(name, letter, text) for letter in "fi")
            shown = ligature(self.width(places[0]), f, i, [text[at + 1] for at in places]) if f and i else None
            for at in places if shown else ():
                characters[at] = shown or text[at]
        return "".join(characters)

    def width_in(self, font: str, letter: str, text: str) -> float:
        """The width in em of a letter in a font, 0.0 where it is not among the first such letters of the page."""
        found = islice(re.finditer(letter, text), LETTERS)
        return next((self.width(match.start()) for match in found if self.font(match.start())[0] == font), 0.0)

    def width(self, at: int) -> float:
        """The advance width of a character in em."""
        edges, size = self.edges(at, at), self.size(at)
        return (edges[2] - edges[0]) / size if edges and size else 0.0

    def mapped(self, found: re.Match[str]) -> str:
        """The character that a bare code stands for, by the encoding of its font or as a flat mark; U+FFFD if neither says."""
        at = found.start()
        name, _ = self.font(at)
        if ICONS.search(name):
            return "\ufffd"
        return self.fonts.character(name, ord(found[0])) or ("-" if self.is_hyphen(at, found.string) else "\ufffd")

    def is_hyphen(self, at: int, text: str) -> bool:
        """The ink of a character that follows a letter is a flat mark."""
        if not text[at - 1 : at].isalpha():
            return False
        edges = self.ink(at)
        return edges is not None and 0 < edges[3] - edges[1] < FLAT * self.size(at)

    def garbage(self, text: str) -> int:
        """How many characters mean nothing: runs of unknown ones, or all if the fonts of most have no map."""
        sample = [at for at in range(0, len(text), len(text) // SAMPLE + 1) if not text[at].isspace()]
        lost = sum(self.pdfium.FPDFText_HasUnicodeMapError(self.raw, at) == 1 for at in sample)
        if 2 * lost > len(sample):
            return len(text)
        return sum(len(run) for run in MEANINGLESS.findall(text) if len(set(run)) >= SIGNS)

    def words(self, text: str) -> Iterator[Word]:
        """Every word of the page's text that has a visible character."""
        may_break = BROKEN.search(text) is not None
        for match in WORD.finditer(text):
            first, end = match.span()
            ends = self.broken_ends(match) if may_break else ()
            for after in (*ends, end):
                word = self.word(text[first:after], first, after - 1)
                if word is not None:
                    yield word
                first = after

    def broken_ends(self, match: re.Match[str]) -> list[int]:
        """Where the lines end inside a word: after its line-end hyphens."""
        hyphens = [match.start() + hyphen.start() for hyphen in BROKEN.finditer(match[0])]
        return [at + 1 for at in hyphens if self.breaks_line(at)]

    def breaks_line(self, hyphen: int) -> bool:
        """The characters on both sides of a hyphen stand on different lines."""
        before, after = self.span(hyphen - 1, hyphen - 1), self.span(hyphen + 1, hyphen + 1)
        return bool(before and after and after.top >= (before.top + before.bottom) / 2)

    def word(self, printed: str, first: int, last: int) -> Word | None:
        """The word between two characters; None for icons and other characters without a meaning."""
        shown = clean(printed)
        if not shown and not PRIVATE.match(printed):
            return None
        look = self.look(first)
        if look.signs and len(shown) <= 1:  # longer words are what the file says its icons stand for
            shown = "" if look.signs == "icons" else "•"
        box = self.line_box(first, last, look) if shown else None
        if box is None:
            return None
        return Word(shown, box, look.size, look.bold, look.italic, look.color, hidden="invisible" if look.invisible else "")

    def line_box(self, first: int, last: int, look: Look) -> Box | None:
        """The box from the first to the last character, as high as the line; None if pdfium knows none."""
        edges = self.edges(first, last)
        if edges is None:
            return None
        left, bottom, right, top = edges
        fits = not look.shallow and HEIGHTS[0] * look.size <= top - bottom <= HEIGHTS[1] * look.size
        if look.upright and look.size and not fits:
            x, y = self.origin
            if self.pdfium.FPDFText_GetCharOrigin(self.raw, first, x, y):  # writes to x and y
                bottom, top = y.value - DESCENT * look.size, y.value + ASCENT * look.size
        return self.box(left, bottom, right, top)

    def span(self, first: int, last: int) -> Box | None:
        """The box from the first to the last character, as high as the font says; None if pdfium knows none."""
        edges = self.edges(first, last)
        return self.box(*edges) if edges else None

    def edges(self, first: int, last: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of the characters in PDF coordinates."""
        rect, read = self.rect, self.pdfium.FPDFText_GetLooseCharBox
        if not read(self.raw, first, rect):
            return None
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if first == last or not read(self.raw, last, rect):
            return left, bottom, right, top
        return min(left, rect.left), min(bottom, rect.bottom), max(right, rect.right), max(top, rect.top)

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
        size = self.size(at)
        upright = abs(self.matrix.b) <= SLANT * abs(self.matrix.a)
        return Look(size, face.bold, face.italic, self.color(at), invisible, face.signs, face.shallow, upright)

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
            self.faces[key] = Face(bold, bool(ITALIC.search(name) or flags & ITALIC_FLAG), signs, font is None or self.is_shallow(font))
        return self.faces[key]

    def is_shallow(self, font: object) -> bool:
        """The font states a height that no line has."""
        above, below = ctypes.c_float(), ctypes.c_float()
        known = self.pdfium.FPDFFont_GetAscent(font, 1.0, above) and self.pdfium.FPDFFont_GetDescent(font, 1.0, below)
        return not known or not HEIGHTS[0] <= above.value - below.value <= HEIGHTS[1]

    def ink(self, at: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of the ink of a character in PDF coordinates."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not self.pdfium.FPDFText_GetCharBox(self.raw, at, left, right, bottom, top):
            return None
        return left.value, bottom.value, right.value, top.value

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
    known = PRIVATE_BULLETS.sub("•", LINE_END_HYPHEN.sub("-", printed))
    shown = COMPATIBILITY.sub(spelled_out, NOISE.sub("", known))
    return unicodedata.normalize("NFC", shown).strip()


def spelled_out(found: re.Match[str]) -> str:
    """Letters in the place of their compatibility forms."""
    return unicodedata.normalize("NFKC", found[0])
