"""The font table: names of fonts, and the code pages that the fonts of Word 6 and 95 imply."""

from __future__ import annotations

from dataclasses import dataclass

from resume_parser.extractors.doc.binary import u16
from resume_parser.extractors.doc.fib import Fib, Part

_CODE_PAGES = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_NAME_AT, _OLD_NAME_AT, _CHARSET_AT = 40, 6, 4


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of the file by number."""

    names: tuple[str, ...]
    code_pages: tuple[str, ...]
    default: str  # code page where the font is not listed or has none of its own

    def name(self, number: int) -> str:
        """The name of a font, "" where it is not listed."""
        return self.names[number] if 0 <= number < len(self.names) else ""

    def code_page(self, number: int) -> str:
        """The code page of the text in a font of Word 6 or 95."""
        return self.code_pages[number] if 0 <= number < len(self.code_pages) else self.default


def read_fonts(fib: Fib, table: bytes) -> Fonts:
    """The fonts that the file lists."""
    raw = fib.bytes_of(Part.FONTS, table)
    default = "mac_roman" if fib.mac else "cp1252"
    names, code_pages = [], []
    at = 2 if fib.old else 4
    while at < len(raw) and raw[at]:
        font = raw[at : at + 1 + raw[at]]
        if fib.old:
            name = font[_OLD_NAME_AT:].partition(b"\0")[0].decode("cp1252", "replace")
        else:
            name = font[_NAME_AT:].decode("utf-16-le", "replace").partition("\0")[0]
        names.append(name)
        charset = u16(font, _CHARSET_AT) & 0xFF
        code_pages.append(_CODE_PAGES.get(charset, default) if charset else default)
        at += len(font)
    return Fonts(tuple(names), tuple(code_pages), default)


def decode(characters: str, code_page: str) -> str:
    """The text of bytes that stand as one character each."""
    return characters.encode("latin-1", "replace").decode(code_page, "replace")
