"""The tables in the head of an RTF file: fonts with their code pages, colours, styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resume_parser.extractors.rtf.characters import Font, charset_encoding, is_picture_font, page_encoding
from resume_parser.extractors.rtf.source import TOKEN
from resume_parser.extractors.rtf.state import BODY_OUTLINE, PROPERTIES, State
from resume_parser.extractors.rtf.story import Story

MOST_STYLE_LINKS = 50  # styles based on one another; Word allows 11
_STARRED = re.compile(r"\{\\\*[^{}]*\}")
_FONT = re.compile(r"\\f(\d{1,9})(?![a-zA-Z0-9])([^;]*)")
_CHARSET, _PAGE = re.compile(r"\\fcharset(\d{1,9})"), re.compile(r"\\cpg(\d{1,9})")
_WORD = re.compile(r"\\[a-zA-Z]+-?\d* ?|\\'..|[{}\r\n]")
_CHANNEL = re.compile(r"\\(red|green|blue)(\d{1,3})")
_HEADING = re.compile(r"heading ?([1-9])$")
_LIST = re.compile(r"list (bullet|number)\b")
_TITLE = "title"


def read_fonts(group: str, default: str) -> dict[int, Font]:
    """The fonts by number; `default` is the code page of the file."""
    return {int(found[1]): _font(found[2], default) for found in _FONT.finditer(_STARRED.sub("", group))}


def _font(entry: str, default: str) -> Font:
    charset_found, page_found = _CHARSET.search(entry), _PAGE.search(entry)
    charset = int(charset_found[1]) if charset_found else 1
    page = page_encoding(int(page_found[1])) if page_found and int(page_found[1]) else ""
    name = _WORD.sub("", entry).strip().lower()
    return Font(name, page or charset_encoding(charset, default), is_picture_font(name, charset))


def read_colors(group: str) -> list[int]:
    """The colours 0xRRGGBB by number; an empty entry is the automatic colour, black."""
    colors = []
    for entry in group.split(";")[:-1]:
        channels = {found[1]: min(int(found[2]), 0xFF) for found in _CHANNEL.finditer(entry)}
        colors.append(channels.get("red", 0) << 16 | channels.get("green", 0) << 8 | channels.get("blue", 0))
    return colors


@dataclass(slots=True)
class Style:
    """A paragraph style; Word repeats all that a style says in the styles based on it and in every paragraph."""

    name: str  # lower case
    state: State
    base: int | None

    @property
    def own_level(self) -> int | None:
        """The heading level that the style itself states, 0 = body text, None = it does not say."""
        outline = self.state.outline
        if outline is not None:
            return outline + 1 if 0 <= outline < BODY_OUTLINE else 0
        heading = _HEADING.match(self.name)
        return int(heading[1]) if heading else 1 if self.name == _TITLE else None

    @property
    def own_list(self) -> bool | None:
        """True for a built-in list style, None for another."""
        return True if _LIST.match(self.name) else None


class StyleSheet:
    """The paragraph styles of a file by number."""

    def __init__(self, styles: Mapping[int, Style]) -> None:
        self._styles = styles

    def get(self, number: int) -> Style | None:
        """The style, None where the file does not define it."""
        return self._styles.get(number)

    def name(self, number: int) -> str:
        """The lower-case name of the style."""
        style = self._styles.get(number)
        return style.name if style else ""

    def level(self, number: int) -> int:
        """The heading level of the style, 0 = none."""
        return next((level for style in self._line(number) if (level := style.own_level) is not None), 0)

    def listed(self, number: int) -> bool:
        """True if the style or one that it is based on is a built-in list style."""
        return any(style.own_list for style in self._line(number))

    def _line(self, number: int) -> Iterator[Style]:
        """The style and those that it is based on."""
        current: int | None = number
        for _ in range(MOST_STYLE_LINKS):
            style = None if current is None else self._styles.get(current)
            if style is None or current == style.base:
                return
            yield style
            current = style.base


def read_styles(entries: Iterator[str]) -> StyleSheet:
    """The style sheet from the groups in it."""
    styles = {}
    for entry in entries:
        if not entry.lstrip().startswith("\\*"):
            number, style = _style(_STARRED.sub("", entry))
            styles[number] = style
    return StyleSheet(styles)


def _style(entry: str) -> tuple[int, Style]:
    state, base, number, name = State(Story("style", int)), None, 0, ""
    for text, word, digits, _, _ in TOKEN.findall(entry):
        value = int(digits) if digits else None
        if word == "s":
            number = value or 0
        elif word == "sbasedon":
            base = value
        elif word in PROPERTIES:
            PROPERTIES[word](state, value)
        name += text
    return number, Style(name.replace("\r", "").replace("\n", "").partition(";")[0].partition(",")[0].strip().lower(), state, base)
