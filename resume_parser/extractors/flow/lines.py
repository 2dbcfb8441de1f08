"""From runs of characters to lines of words: where words, lines and wide gaps begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from resume_parser.document import Line, Word

BULLET = "•"
WIDE_SPACES = 3  # so many spaces in a row align columns; two only end a sentence
_CHUNKS = re.compile(r"\s+|\S+")
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of characters is printed."""

    size: float
    bold: bool = False
    italic: bool = False
    color: int = 0
    link: str | None = None
    hidden: str = ""


class LineBuilder:
    """Collects the characters of one paragraph into lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[Word] = []
        self._open: list[str] = []  # characters of the word that has not ended
        self._look = Look(0.0)
        self._gap = ""
        self._page = 1

    @property
    def started(self) -> bool:
        """True if the current line has any character."""
        return bool(self._words or self._open)

    def add(self, text: str, look: Look, page: int) -> None:
        """Appends characters; a word goes on over runs unless its link or visibility changes."""
        if self.started and page != self._page:
            self.end_line()
        self._page = page
        for chunk in _CHUNKS.findall(text.translate(_ZERO_WIDTH)):
            if chunk.isspace():
                self._space(chunk)
            else:
                self._append(chunk, look)

    def tab(self) -> None:
        """A tab stands before the next word."""
        self._end_word()
        self._gap = "\t"

    def end_line(self) -> None:
        """The next word starts a new line."""
        self._end_word()
        if self._words:
            self.lines.append(Line(tuple(self._words), self._page))
        self._words, self._gap = [], ""

    def finish(self, level: int, bullet: bool) -> tuple[Line, ...]:
        """The lines of the paragraph."""
        self.end_line()
        lines = [replace(line, level=level) for line in self.lines] if level else self.lines
        if bullet and lines:
            first = lines[0]
            mark = replace(first.words[0], text=BULLET, link=None, gap=" ", bold=False, italic=False)
            rest = (replace(first.words[0], gap=" "), *first.words[1:])
            lines[0] = replace(first, words=(mark, *rest), bullet=True)
        return tuple(lines)

    def _space(self, chunk: str) -> None:
        self._end_word()
        wide = "\t" in chunk or ("\n" not in chunk and len(chunk) >= WIDE_SPACES)
        self._gap = "\t" if wide or self._gap == "\t" else " "

    def _append(self, chunk: str, look: Look) -> None:
        if self._open and (look.link, look.hidden) != (self._look.link, self._look.hidden):
            self._end_word()
        if not self._open:
            self._look = look
        self._open.append(chunk)

    def _end_word(self) -> None:
        if not self._open:
            return
        look = self._look
        gap = self._gap if self._words else " "
        self._words.append(
            Word(
                "".join(self._open),
                size=look.size,
                bold=look.bold,
                italic=look.italic,
                color=look.color,
                link=look.link,
                gap=gap,
                hidden=look.hidden,
            )
        )
        self._open, self._gap = [], ""
