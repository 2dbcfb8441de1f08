"""The characters of a run: striprtf decodes what is escaped; here stand the code pages, double bytes and symbol fonts."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from striprtf.striprtf import charset_map, rtf_to_text

from resume_parser.extractors.flow.symbols import symbol

DEFAULT_ENCODING = "cp1252"
SYMBOL_CHARSET = 2
DEFAULT_CHARSET = 1  # the code page of the file
MOST_REPLACEMENTS = 8  # characters that \ucN lets one \uN skip; writers use 0 to 2
_PICTURE_FONTS = ("symbol", "wingdings", "webdings")
_decode: Callable[[str, str, str], str] = rtf_to_text
# Mac charsets that striprtf names but Python has no codec for: the Windows code page of the same script.
_STAND_INS = {
    78: "cp932",
    79: "cp950",
    80: "cp949",
    82: "cp1255",
    85: "cp936",
    86: "mac_latin2",
    87: "mac_cyrillic",
    88: "cp874",
    89: "mac_latin2",
}
_CODE_PAGES = {65001: "utf-8", 10000: "mac_roman", 10001: "cp932", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2"}
_DOUBLE_BYTE = ("cp932", "cp936", "cp949", "cp950", "cp1361")
_PAIR = re.compile(r"(\\'(?:8[1-9a-f]|[9a-f][0-9a-f]))(\\'[0-9a-f]{2}|\\[\\{}]|[@-\[\]-z|~])", re.IGNORECASE)
_PAIR_932 = re.compile(r"(\\'(?:8[1-9a-f]|[9e][0-9a-f]|f[0-9a-c]))(\\'[0-9a-f]{2}|\\[\\{}]|[@-\[\]-z|~])", re.IGNORECASE)
_RAW = re.compile(r"[\x80-\xff]")
_LINE_ENDS = re.compile(r"[\r\n]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NON_BREAKING_HYPHEN = "\u2011"
_SYMBOL_CODES = frozenset((*range(0x100), *range(0xF000, 0xF100)))  # 8-bit codes, as such or in the private use area


@dataclass(frozen=True, slots=True)
class Font:
    """What a font of the file means for the characters printed in it."""

    name: str = ""  # lower case
    encoding: str = DEFAULT_ENCODING
    pictures: bool = False  # a symbol font: its codes are no letters


def charset_encoding(charset: int, default: str) -> str:
    """The Python codec of a Windows charset number."""
    if charset == DEFAULT_CHARSET:
        return default
    return _known(_STAND_INS.get(charset) or charset_map.get(charset, "")) or default


def page_encoding(page: int) -> str:
    """The Python codec of a Windows code page number, "" where there is none."""
    return _known(_CODE_PAGES.get(page, f"cp{page}"))


def is_picture_font(name: str, charset: int) -> bool:
    """True if the codes of the font print symbols and not letters."""
    return name.startswith(_PICTURE_FONTS) and charset in (SYMBOL_CHARSET, 0, DEFAULT_CHARSET)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return ""


class Characters:
    """Decodes the runs of one file."""

    def __init__(self, *, bytewise: bool) -> None:
        self._bytewise = bytewise
        self._decoded: dict[tuple[str, str, int], str] = {}
        self._high = ""  # first half of a surrogate pair whose second half stands in the next run

    def read(self, run: str, font: Font, replacements: int) -> str:
        """The characters of a run of plain text and escapes, "" for line ends of the source."""
        run = _LINE_ENDS.sub("", run)
        if self._bytewise and not run.isascii():
            run = _RAW.sub(lambda raw: f"\\'{ord(raw[0]):02x}", run)
        if "\\" in run:
            run = self._without_escapes(run, font.encoding, min(max(replacements, 0), MOST_REPLACEMENTS))
        if self._high or not run.isascii():
            run = self._joined(run).replace(_NON_BREAKING_HYPHEN, "-")
        run = _CONTROLS.sub("", run)
        return "".join(_printed(character, font.name) for character in run) if font.pictures else run

    def _without_escapes(self, run: str, encoding: str, replacements: int) -> str:
        if encoding in _DOUBLE_BYTE:
            run = (_PAIR_932 if encoding == "cp932" else _PAIR).sub(_as_bytes, run)
        return _escapes(replacements).sub(lambda found: self._unescaped(found[0], encoding, replacements), run)

    def _unescaped(self, escapes: str, encoding: str, replacements: int) -> str:
        """What striprtf makes of escapes in a row; its \\uc is 1 at the start, and it decodes bytes at the token after them."""
        key = (escapes, encoding, replacements)
        if key not in self._decoded:
            skip = "" if replacements == 1 else f"\\uc{replacements} "
            try:
                self._decoded[key] = _decode(f"{skip}{escapes}\n", encoding, "ignore")
            except (ValueError, OverflowError):  # a \uN that is no character
                self._decoded[key] = ""
        return self._decoded[key]

    def _joined(self, text: str) -> str:
        """Surrogate pairs as one character; halves without their other half are dropped."""
        text, self._high = self._high + text, ""
        if _SURROGATE.search(text) is None:
            return text
        if "\ud800" <= text[-1] < "\udc00":
            text, self._high = text[:-1], text[-1]
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


@cache
def _escapes(replacements: int) -> re.Pattern[str]:
    """Escapes in a row, each \\uN with the replacements that belong to it."""
    byte = r"\\'[0-9a-fA-F]{2}"
    return re.compile(rf"(?:\\u-?\d{{1,10}} ?(?:{byte}|[^\\]){{0,{replacements}}}|{byte}|\\[~_\-\\{{}}])+")


def _as_bytes(pair: re.Match[str]) -> str:
    """A double byte whose second half stands as a plain character, written as two bytes."""
    return pair[0] if pair[2].startswith("\\'") else f"{pair[1]}\\'{ord(pair[2][-1]):02x}"


def _printed(character: str, font: str) -> str:
    """What a symbol font prints for a code; the ASCII signs of Symbol are its letters and digits."""
    code = ord(character)
    if character.isspace() or (font == "symbol" and character.isascii()):
        return character
    if code not in _SYMBOL_CODES:
        return character
    return symbol(font, f"{code:x}")
