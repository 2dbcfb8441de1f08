"""Spoken languages of a resume and how well the candidate speaks them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from resume_parser.locales import all_locales, fold
from resume_parser.nlp.items import Item
from resume_parser.nlp.levels import CEFR, is_level, level_pattern
from resume_parser.nlp.reading import LineView

LEVEL_WORDS = 8  # most words of a level as printed
NEAR = 40  # characters after a language in which its level stands
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@lru_cache(maxsize=1)
def language_names() -> dict[str, str]:
    """Folded name of a spoken language in any locale -> ISO 639-1 code."""
    return {fold(name): code for locale in all_locales() for name, code in locale.spoken_languages.items()}


@lru_cache(maxsize=1)
def language_labels() -> frozenset[str]:
    """Folded words before a list of spoken languages."""
    every = all_locales()
    return frozenset(fold(word) for locale in every for word in (*locale.labels.get("languages", ()), *locale.headings["languages"]))


def language_items(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The spoken languages of some lines with their levels, in order."""
    made: list[Item] = []
    hits = [hit for line in lines for hit in language_hits(text, line)]
    limit = lines[-1].end if lines else 0
    for at, (start, end) in enumerate(hits):
        stop = hits[at + 1][0] if at + 1 < len(hits) else limit
        made.append(Item(start, end, text[start:end], level_after(text[end:stop])))
    return made


def language_hits(text: str, line: LineView) -> Iterator[tuple[int, int]]:
    """Ranges of the language names in a line."""
    names = language_names()
    words = [(match.start(), match.end()) for match in WORD.finditer(text, line.start, line.end)]
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            if at + size <= len(words) and fold(text[words[at][0] : words[at + size - 1][1]]) in names:
                yield words[at][0], words[at + size - 1][1]
                at += size - 1
                break
        at += 1


def level_after(printed: str) -> str | None:
    """The level in the text between one language and the next, as printed; None if there is none."""
    part = re.split(r"\n|[;|•·]|\s/\s|\s/$|\s{2,}", printed.strip(" \n\t:;,.-–—|[]•·"))[0]
    part = paired(part.strip(" :;,.-–—[]"))
    if not part or len(part.split()) > LEVEL_WORDS:
        return cefr_or_word(printed)
    return part if is_level(part) or CEFR.search(part) or level_pattern().search(fold(part)) else cefr_or_word(printed)


def paired(text: str) -> str:
    """The text without the brackets around it and without single ones at its ends."""
    if text.startswith("(") and (text.endswith(")") or ")" not in text):
        text = text[1:].removesuffix(")")
    return text.removesuffix(")").strip() if text.count(")") > text.count("(") else text.strip()


def cefr_or_word(printed: str) -> str | None:
    """A CEFR level or the first level word anywhere in the text."""
    found = CEFR.search(printed)
    if found:
        return found[0]
    flat = " ".join(printed.split())
    word = level_pattern().search(fold(flat))
    return word[0] if word and word.start() < NEAR else None
