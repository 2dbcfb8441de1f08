"""Runs cut to words: what stands between white space, glued over runs where none stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.corpus.designs.metrics import width
from models.corpus.designs.runs import Run, Style
from models.corpus.designs.tagged import Share, Values

CHUNKS = re.compile(r"\t|\n|[^\S\t\n]+|\S+")
LETTER_GAP, WORD_GAP = 0.3, 0.85  # em between the letters and the words of letter-spaced text
SPACE, WIDE = " ", "   "  # three spaces and more align columns in running text


@dataclass(slots=True)
class Token:
    """One word before it has a place."""

    text: str
    style: Style
    gap: str  # before it: "" " " "   " "\t" "\n"
    space: float  # points before it
    width: float
    link: str | None
    role: str | None
    shares: list[Share] = field(default_factory=list)
    stuck: bool = False  # no line ends before it: a further letter of a letter-spaced word


def tokens(runs: Sequence[Run], values: Values) -> list[Token]:
    """The words of the runs."""
    made: list[Token] = []
    gap, space = "", 0.0
    for run in runs:
        style = run.style
        text = run.text.upper() if style.caps and "ß" not in run.text else run.text
        value = values.number(run) if run.label else -1
        for chunk in CHUNKS.findall(text):
            if chunk.isspace():
                gap, space = wider(gap, chunk), max(space, len(chunk) * width(SPACE, style))
            elif style.spaced:
                made += spaced_letters(chunk, run, gap, value)
                gap, space = "", 0.0
            elif made and not gap:
                glue(made[-1], chunk, run, value)
            else:
                made.append(token(chunk, run, gap, space, value))
                gap, space = "", 0.0
            if chunk.strip():
                gap, space = "", 0.0
    return made


def wider(gap: str, chunk: str) -> str:
    """The stronger of two kinds of white space."""
    order = ("", SPACE, WIDE, "\t", "\n")
    kind = chunk if chunk in "\t\n" else WIDE if len(chunk) >= len(WIDE) else SPACE
    return max(gap, kind, key=order.index)


def token(chunk: str, run: Run, gap: str, space: float, value: int) -> Token:
    """A new word."""
    shares = [Share(0, len(chunk), value)] if value >= 0 else []
    return Token(chunk, run.style, gap, space, width(chunk, run.style), run.link, run.role, shares)


def glue(before: Token, chunk: str, run: Run, value: int) -> None:
    """Adds text to a word without a space; it keeps the look of its start."""
    if value >= 0:
        before.shares.append(Share(len(before.text), len(before.text) + len(chunk), value))
    before.text += chunk
    before.width += width(chunk, run.style)
    before.link = before.link or run.link


def spaced_letters(chunk: str, run: Run, gap: str, value: int) -> Iterator[Token]:
    """The letters of a word as words of their own, as a PDF gives letter-spaced text."""
    for at, letter in enumerate(chunk):
        wide = WORD_GAP if not at else LETTER_GAP
        kind = WIDE if gap and not at else SPACE
        shares = [Share(0, 1, value)] if value >= 0 else []
        yield Token(letter, run.style, kind, wide * run.style.size, width(letter, run.style), run.link, run.role, shares, stuck=at > 0)
