"""Measures of reading order: which units of an invented page, and which entries of a fixture, stand together in the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from resume_parser.document import Document
from tests.layout.invented import Unit

PLACES = 6  # of one piece that are tried: a text seldom repeats a title more often


def torn_units(document: Document, units: Sequence[Unit]) -> list[Unit]:
    """The units with something else between their words, with a field that is not running text, or under another heading."""
    words = [word.text.strip(",|").lower() for line in document.lines for word in line.words]
    counts = Counter(words)
    at = {word: index for index, word in enumerate(words) if counts[word] == 1}
    heads = {heading: place for heading in {unit.heading for unit in units} if (place := heading_at(words, heading)) >= 0}
    fields = [[[at[word] for word in each.replace(",", " ").lower().split() if word in at] for each in unit.fields] for unit in units]
    owner = {place: index for index, unit in enumerate(fields) for each in unit for place in each}
    taken = {place + step for heading, place in heads.items() for step in range(len(heading.split()))}
    return [
        unit for index, unit in enumerate(units) if not stands(index, fields[index], owner, taken) or not headed(unit, fields[index], heads)
    ]


def heading_at(words: Sequence[str], heading: str) -> int:
    """Index of the first word of a heading, -1 for none."""
    parts = heading.lower().split()
    found = (index for index in range(len(words)) if words[index : index + len(parts)] == parts)
    return next(found, -1) if parts else -1


def stands(index: int, fields: Sequence[Sequence[int]], owner: dict[int, int], taken: set[int]) -> bool:
    """The words of the unit stand together, those of each field in one run and in order."""
    places = sorted(place for each in fields for place in each)
    if not places or any(owner.get(place, index) != index or place in taken for place in range(places[0], places[-1] + 1)):
        return False
    for each in filter(None, fields):
        inside = (place for place in range(each[0], each[-1] + 1) if owner.get(place) == index)
        if list(each) != sorted(each) or not set(inside) <= set(each):
            return False
    return True


def headed(unit: Unit, fields: Sequence[Sequence[int]], heads: dict[str, int]) -> bool:
    """The last heading before the unit is its own."""
    if not unit.heading:
        return True
    first = min(place for each in fields for place in each)
    before = [heading for heading, place in heads.items() if place <= first]
    return bool(before) and max(before, key=lambda heading: heads[heading]) == unit.heading


def torn_entries(text: str, entries: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The entries (title, employer, first words of the text) that have a piece of another entry between their own in the text."""
    flat = folded(text)
    counts = Counter(piece for entry in entries for piece in entry)
    entries = [[piece for piece in entry if counts[piece] == 1] for entry in entries]  # an employer may head several posts
    places = [
        [[(m.start(), m.end()) for m in re.finditer(re.escape(folded(piece)), flat)] for piece in entry if piece] for entry in entries
    ]
    return [entry for index, entry in enumerate(entries) if not is_whole(index, entries, places)]


def folded(text: str) -> str:
    """The text in lower case with single spaces, without bullets."""
    return " ".join(text.replace("•", " ").casefold().split())


def is_whole(index: int, entries: Sequence[Sequence[str]], places: Sequence[Sequence[Sequence[tuple[int, int]]]]) -> bool:
    """Some places of the pieces of the entry have no other piece between them; pieces that are not in the text do not count."""
    own = folded(" ".join(entries[index]))
    others = [
        start
        for number, entry in enumerate(entries)
        for piece, found in zip(filter(None, entry), places[number], strict=True)
        if number != index and folded(piece) not in own and not any(folded(mine) in folded(piece) for mine in entries[index] if mine)
        for start, _ in found
    ]
    found = [each[:PLACES] for each in places[index] if each]
    spans = ((min(a for a, _ in each), max(b for _, b in each)) for each in itertools.product(*found) if each)
    return len(found) < 2 or any(not any(start <= other < end for other in others) for start, end in spans)
