"""Interests of a list; where each has keywords behind or below it, the keywords tell about it and are none of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resume_parser.nlp.items import CATEGORY_WORDS, COARSE_SEPARATOR, Item, after, category_end, is_category, plain_items, split_range
from resume_parser.nlp.levels import TRIM
from resume_parser.nlp.reading import LineView

KEYWORDS = re.compile(r"\s*\[[^\]]*\]?$")  # "Sports [badminton, soccer]"


def interest_items(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The interests of some lines: the heads of groups where there are groups, else every item."""
    heads = list(heads_of(text, lines))
    found = [*plain_items(text, before_first(lines, heads), commas=True), *heads] if heads else plain_items(text, lines, commas=True)
    return [named for item in found if (named := without_keywords(item))]


def heads_of(text: str, lines: Sequence[LineView]) -> Iterator[Item]:
    """The heads of groups: whole lines in a look of their own, and what stands before a colon."""
    whole = [(line, under) for at, line in enumerate(lines) if is_category(line, under := after(lines, at))]
    looks = {line.style[:3] for line, under in whole if under and under.style[:3] != line.style[:3]}
    heads = {line.index for line, _ in whole}
    for line in lines:
        alike = line.index in heads or (line.style[:3] in looks and line.words <= CATEGORY_WORDS)  # the last may have no keywords
        end = line.end if alike else category_end(line)
        for start, stop in split_range(text, line.start, end, COARSE_SEPARATOR):  # several heads may stand in a row
            yield Item(start, stop, " ".join(text[start:stop].split()))


def before_first(lines: Sequence[LineView], heads: Sequence[Item]) -> list[LineView]:
    """The lines above the first head."""
    return [line for line in lines if line.end <= heads[0].start]


def without_keywords(item: Item) -> Item | None:
    """The item without keywords in square brackets at its end, None if nothing is left."""
    name = KEYWORDS.sub("", item.name).strip(TRIM)
    return Item(item.start, item.end, name, item.level) if name else None
