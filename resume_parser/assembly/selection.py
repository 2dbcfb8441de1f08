"""Chooses which entities become values: the first of each single field, the lists without repeats, the entries by kind.

Both objects and the evidence are built from one selection, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from resume_parser.assembly.dates import end_day, start_day
from resume_parser.entities import Annotations, Entity, Entry

SINGLES = ("name", "first_name", "last_name", "email", "phone", "date_birth", "driving_license", "gender", "location", "summary")
NAMED = {  # label -> list of the objects whose rows have a lower-case name
    "skill": "skills",
    "language": "languages",
    "certification": "certifications",
    "course": "courses",
    "task": "tasks",
    "interest": "interests",
}
PRINTED = {"name": "persons", "email": "emails", "phone": "phones", "url": "urls"}  # rows whose value stays as read
ENTRY_SINGLES = ("title", "company", "school", "description", "location", "date_start", "date_end")
ENTRY_NAMED = {"skill": "skills", "certification": "certifications", "course": "courses", "task": "tasks"}

EntityLists = Mapping[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class EntrySelection:
    """One job or degree: its single values by label, its lists by list name, its days."""

    singles: Mapping[str, Entity]
    lists: EntityLists
    start: date | None
    end: date | None

    def value(self, label: str) -> str | None:
        """The value of a single field, None if the entry has none."""
        return value_of(self.singles.get(label))


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen entities of one document: single values by label, lists by list name, entries in document order."""

    singles: Mapping[str, Entity]
    lists: EntityLists
    experiences: tuple[EntrySelection, ...]
    educations: tuple[EntrySelection, ...]

    def value(self, label: str) -> str | None:
        """The value of a single field, None if the document has none."""
        return value_of(self.singles.get(label))


def select(annotations: Annotations, reference: date) -> Selection:
    """The chosen entities; `reference` is the day that "present" stands for."""
    lists = _lists(annotations.entities, PRINTED, str.strip) | _lists(annotations.entities, NAMED, item_name)
    entries = [(entry.kind, _entry(entry, reference)) for entry in annotations.entries]
    return Selection(
        singles=_firsts(annotations.entities, SINGLES),
        lists=lists,
        experiences=tuple(entry for kind, entry in entries if kind == "experience"),
        educations=tuple(entry for kind, entry in entries if kind == "education"),
    )


def item_name(value: str) -> str:
    """The name of a skill, language ...: lower-case, white space and line breaks as one space."""
    return " ".join(value.split()).lower()


def value_of(entity: Entity | None) -> str | None:
    """The value of the entity; None when there is no entity or its value is blank."""
    return (entity.value.strip() or None) if entity else None


def _entry(entry: Entry, reference: date) -> EntrySelection:
    """The chosen fields of one entry."""
    singles = _firsts(entry.fields, ENTRY_SINGLES)
    start, end = singles.get("date_start"), singles.get("date_end")
    return EntrySelection(
        singles=singles,
        lists=_lists(entry.fields, ENTRY_NAMED, item_name),
        start=start_day(start.value, reference) if start else None,
        end=end_day(end.value, reference) if end else None,
    )


def _firsts(entities: Iterable[Entity], labels: tuple[str, ...]) -> dict[str, Entity]:
    """The first entity with a value for each of the labels."""
    firsts: dict[str, Entity] = {}
    for entity in entities:
        if entity.label in labels and entity.label not in firsts and entity.value.strip():
            firsts[entity.label] = entity
    return firsts


def _lists(entities: Iterable[Entity], names: Mapping[str, str], identity: Callable[[str], str]) -> dict[str, tuple[Entity, ...]]:
    """The entities of each list in order; of those with the same identity only the first, of those without one none."""
    rows: dict[str, dict[str, Entity]] = {name: {} for name in names.values()}
    for entity in entities:
        name = names.get(entity.label)
        same = identity(entity.value) if name else ""
        if name and same:
            rows[name].setdefault(same, entity)
    return {name: tuple(found.values()) for name, found in rows.items()}
