"""Levels beside the items of lists: "advanced", "C1", "4/5", "80 %", "3 years"."""

from __future__ import annotations

import re
from functools import lru_cache

from resume_parser.locales import all_locales, fold
from resume_parser.resources import skills

LEVEL_SYMBOLS = re.compile(r"[●○■□★☆◆◇⬤◯▮▯█░•·∙\s]{3,}$")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]\s*$")
YEARS = re.compile(r"^\(?[<>~]?\s*\d+\+?\s*[^\W\d_]{2,7}\.?\)?$", re.I)  # "5 years", "11+ anos"
PERCENT = re.compile(r"\s*[:\-–]?\s*(\d{1,3}\s*%|\d(?:[.,]\d)?\s*/\s*\d{1,2})$")
CEFR = re.compile(r"\b[ABC][12][+-]?\b(?:\s*[/–-]\s*[ABC][12])?", re.I)
TRIM = " \t\n.,;:•·|-–—*✓✔►▸▪◦●○■□★☆"


@lru_cache(maxsize=1)
def level_words() -> tuple[str, ...]:
    """Level words of all locales, folded, longest first."""
    words = {fold(word) for locale in all_locales() for word in (*locale.language_levels, *locale.skill_levels)}
    return tuple(sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def level_pattern() -> re.Pattern[str]:
    """Matches a level word as a whole word of folded text."""
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, level_words())) + r")(?!\w)")


def is_level(text: str) -> bool:
    """The text is nothing but a level: "fluent", "C1", "4/5", "80 %", "3 years"."""
    folded = fold(text).strip(TRIM)
    if not folded:
        return False
    if CEFR.fullmatch(text.strip(TRIM)) or YEARS.match(folded) or PERCENT.fullmatch(text.strip()):
        return True
    rest = level_pattern().sub("", folded)
    if rest.strip(TRIM) in skills():  # "Advanced Excel" is a skill
        return False
    return rest != folded and sum(ch.isalpha() for ch in rest) <= 0.4 * len(folded)


def split_level(name: str) -> tuple[str, str | None]:
    """A name and the level printed with it: "Python (advanced)", "SQL - expert", "Excel 80 %"."""
    name = LEVEL_SYMBOLS.sub("", name).strip()
    bracket = BRACKETS.search(name)
    if bracket and is_level(bracket[1]):
        return name[: bracket.start()].strip(TRIM), bracket[1].strip()
    percent = PERCENT.search(name)
    if percent and percent.start() > 1:
        return name[: percent.start()].strip(TRIM), percent[1].strip()
    for separator in (":", " - ", " – ", " — "):
        left, found, right = name.rpartition(separator)
        if found and left.strip() and is_level(right):
            return left.strip(TRIM), right.strip()
    return name, None
