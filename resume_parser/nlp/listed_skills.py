"""Skills of a list: names with their levels, told from sentences, group heads and soft skills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from resume_parser.locales import JOINERS, all_locales, fold
from resume_parser.nlp.cues import TOKEN, load_cues
from resume_parser.nlp.items import ITEM_SEPARATOR, PAIR, Item, clean_items, rows
from resume_parser.nlp.paragraphs import is_paragraph, paragraphs
from resume_parser.nlp.reading import LineView
from resume_parser.resources import skills

AND_WORDS = re.compile(rf"\s+(?:{'|'.join(sorted(JOINERS))}|&)\s+", re.IGNORECASE)
SLASH = " / "  # between more than two names; "JavaScript / TypeScript" is one skill to many
ASIDE = re.compile(r"\([^)]*\)|\s/\s")  # what does not count as words of a name
NUMBERING = re.compile(r"^\d{1,2}[.)]\s+")
SMALL_WORDS_SHARE = 0.15  # share of function words from which lines are sentences
MAX_SKILL_WORDS = 7  # longer items are sentences


@lru_cache(maxsize=1)
def soft_skills() -> frozenset[str]:
    """Soft skills of all locales, folded."""
    return frozenset(fold(word) for locale in all_locales() for word in locale.soft_skills)


def skill_items(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The skills of a skills section."""
    found = []
    for item in clean_items(text, rows(without_prose(lines)), ITEM_SEPARATOR):
        named = bare(item)
        if named and len(ASIDE.sub("", named.name).replace(SLASH, " ").split()) <= MAX_SKILL_WORDS:
            found += split_known(named) or split_and(named)
    return found


def bare(item: Item) -> Item | None:
    """The item without a number or an "and" before its name; None if no letter is left."""
    name = NUMBERING.sub("", item.name)
    first, _, rest = name.partition(" ")
    name = rest if rest and fold(first) in JOINERS else name
    return Item(item.start, item.end, name, item.level) if any(ch.isalpha() for ch in name) else None


def split_known(item: Item) -> list[Item]:
    """The skills of a name that is nothing but skills of the lexicon side by side ("HTML CSS JavaScript"); [] for any other."""
    words = item.name.split()
    names: list[str] = []
    while words and item.name.lower() not in skills():
        size = next((size for size in range(len(words), 0, -1) if " ".join(words[:size]).lower() in skills()), 0)
        if not size:
            return []
        names.append(" ".join(words[:size]))
        words = words[size:]
    return [Item(item.start, item.end, name, item.level) for name in names] if len(names) > 1 else []


def without_prose(lines: Sequence[LineView]) -> list[LineView]:
    """The lines without those of running text: sentences over several lines with hardly a comma."""
    kept: list[LineView] = []
    for run in paragraphs(lines):
        part = [lines[at] for at in run]
        commas = sum(line.text.count(",") for line in part)
        wrapped = len(run) > 1 and part[0].x1 is not None  # without geometry every line is a paragraph of its own
        if not wrapped or commas >= len(run) or not is_paragraph(lines, run) or not reads_as_text(part):
            kept += part
    return kept


def reads_as_text(lines: Sequence[LineView]) -> bool:
    """Small words make up a good part of the lines, as in sentences and not in lists."""
    words = [word for line in lines for word in TOKEN.findall(line.folded)]
    return sum(word in load_cues().stopwords for word in words) >= SMALL_WORDS_SHARE * len(words)


def split_and(item: Item) -> list[Item]:
    """ "HTML and CSS" as two items, "Word / Excel / Outlook" as three; longer phrases stay whole."""
    if item.name.count(SLASH) > 1 and "(" not in item.name:
        return [Item(item.start, item.end, part.strip(), item.level) for part in item.name.split(SLASH) if part.strip()]
    parts = AND_WORDS.split(item.name)
    single = len(parts) == PAIR and all(len(part.split()) == 1 and part[:1].isupper() for part in parts)
    if single and item.level is None and any(part.lower() in skills() for part in parts):
        return [Item(item.start, item.end, part) for part in parts]
    return [item]
