"""How much speaks for each value, as its raw score: what its reader said, weighed by the lines it stands in, its entry and its look.

The product is no probability; assembly/calibration.py turns it into one. Only the order of the scores of one label matters here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from resume_parser.entities import Entity, Entry
from resume_parser.nlp.reading import LineView, Reading
from resume_parser.resources import certifications, skills

NO_ROLE = 0.4  # what is left of the score of a value in lines that the line tagger takes for something else
UNKNOWN_ITEM = 0.8  # of an item that the lexicon lacks
LONG_ITEM, LONG_ITEM_WORDS = 0.8, 5  # of an item with more words
YEAR_ONLY = 0.9  # of a date without its month
INCOMPLETE = 0.8  # of the values of an entry, for each of title, organisation and dates that it lacks
YEAR = len("2019")

CONTACT = ("contact", "personal", "name", "headline")
ROLES: Mapping[str, tuple[str, ...]] = {  # label -> roles of the lines that print such values
    **dict.fromkeys(("name", "first_name", "last_name"), ("name",)),
    **dict.fromkeys(("email", "phone", "url", "location"), CONTACT),
    **dict.fromkeys(("date_birth", "driving_license", "gender"), CONTACT),
    "summary": ("summary", "description:summary", "item:summary"),
}
LISTS: Mapping[str, tuple[str, ...]] = {  # label -> sections whose items they are
    "skill": ("skills", "soft_skills"), "language": ("languages",), "certification": ("certifications",),
    "course": ("courses",), "interest": ("interests",),
}  # fmt: skip
HEADERS: Mapping[str, tuple[str, ...]] = {"experience": ("job", "company"), "education": ("study",)}
HEADER_LABELS = ("title", "company", "school", "location", "date_start", "date_end")
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "experience": (("title",), ("company",), ("date_start", "date_end")),
    "education": (("title",), ("school",), ("date_start", "date_end")),
}


def rate(reading: Reading) -> None:
    """Gives every value its raw score."""
    lines = Lines(reading.lines)
    reading.entities = [rated(entity, lines, roles_of(entity.label)) for entity in reading.entities]
    reading.entries = [rated_entry(entry, lines) for entry in reading.entries]


class Lines:
    """The lines of a document by their offsets."""

    def __init__(self, lines: Sequence[LineView]) -> None:
        self.lines = sorted(lines, key=lambda line: line.start)
        self.starts = [line.start for line in self.lines]

    def under(self, entity: Entity) -> Sequence[LineView]:
        """The lines that an entity covers."""
        first = max(0, bisect_right(self.starts, entity.start) - 1)
        return self.lines[first : max(first + 1, bisect_right(self.starts, max(entity.start, entity.end - 1)))]

    def odds(self, entity: Entity, roles: Iterable[str]) -> float:
        """Odds that the lines of an entity have one of the roles, 0..1; 1 where no tagger has seen them."""
        wanted = tuple(roles)
        found = [sum(line.roles.get(role, 0.0) for role in wanted) for line in self.under(entity) if line.roles]
        return sum(found) / len(found) if found and wanted else 1.0

    def legibility(self, entity: Entity) -> float:
        """How sure OCR was of the words of an entity, 0..1; 1 for text that was not read by OCR."""
        words = [
            piece.word for line in self.under(entity) for piece in line.pieces if entity.start < piece.end and piece.start < entity.end
        ]
        sure = [word.confidence for word in words if word.confidence is not None]
        return sum(sure) / len(sure) if sure else 1.0


@lru_cache(maxsize=64)
def roles_of(label: str) -> tuple[str, ...]:
    """The roles of lines that print values of a label of the whole document; () for a label of which nothing is known."""
    sections = LISTS.get(label, ())
    return ROLES.get(label, tuple(f"{part}:{section}" for section in sections for part in ("item", "description", "label")))


def rated_entry(entry: Entry, lines: Lines) -> Entry:
    """The entry with the raw scores of its values: the fuller the entry, the surer each of them."""
    labels = {entity.label for entity in entry.fields}
    missing = sum(not labels.intersection(names) for names in NEEDED[entry.kind])
    inner = tuple(f"{part}:{entry.kind}" for part in ("description", "item", "label"))
    fields = []
    for entity in entry.fields:
        made = rated(entity, lines, HEADERS[entry.kind] if entity.label in HEADER_LABELS else inner)
        fields.append(replace(made, score=made.score * INCOMPLETE**missing))
    return replace(entry, fields=tuple(fields))


def rated(entity: Entity, lines: Lines, roles: Sequence[str]) -> Entity:
    """The entity with its raw score."""
    weight = NO_ROLE + (1 - NO_ROLE) * lines.odds(entity, roles)
    weight *= lines.legibility(entity) * form(entity)
    return replace(entity, score=min(1.0, entity.score * weight))


def form(entity: Entity) -> float:
    """What the look of a value alone says for it."""
    if entity.label in ("date_start", "date_end"):
        return YEAR_ONLY if len(entity.value) == YEAR else 1.0
    known = {"skill": skills, "certification": certifications}.get(entity.label)
    weight = UNKNOWN_ITEM if known and entity.value.strip().lower() not in known() else 1.0
    return weight * (LONG_ITEM if entity.label in LISTS and len(entity.value.split()) > LONG_ITEM_WORDS else 1.0)
