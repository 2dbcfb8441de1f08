"""Core types of the meaning side: what the NLP stage finds and the assembly stage turns into objects.

Every value keeps the offsets of the text it was read from (`Document.text[start:end]`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The parts of an address; None where the text does not say. Country is ISO 3166 alpha-3."""

    text: str
    city: str | None = None
    state: str | None = None
    country: str | None = None
    postcode: str | None = None
    road: str | None = None
    house_number: str | None = None
    unit: str | None = None
    po_box: str | None = None
    suburb: str | None = None
    lat: float | None = None  # degrees, from the city table, never guessed
    lng: float | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One value: where it stands, as printed, and how it was read.

    Labels of the whole document: name first_name last_name email phone date_birth driving_license gender
    location url summary skill language certification course task interest.
    Labels inside an entry: title company school location date_start date_end description skill
    certification course task.
    """

    label: str
    start: int
    end: int
    text: str  # as printed, "" for the link of an icon
    value: str  # normalised: E.164 phone, "2019" / "2019-03" / "2019-03-14" / "present" date, lower-case skill ...
    score: float = 1.0  # 0..1
    kind: str | None = None  # skill: "hard" or "soft"; url: "linkedin" "github" "twitter" "facebook" "from_resume"
    level: str | None = None  # level of a skill or language, score of a certification
    place: Place | None = None  # location only


@dataclass(frozen=True, slots=True)
class Section:
    """A run of lines under one heading. `kind` is a section name of the locales; first..last are indexes into Document.lines."""

    kind: str
    first: int  # index of the first line of the body
    last: int  # index after the last line of the body
    heading: int | None = None  # index of the heading line, None for the part above the first heading


@dataclass(frozen=True, slots=True)
class Entry:
    """One job or degree: `kind` is "experience" or "education"; offsets cover all its lines."""

    kind: str
    start: int
    end: int
    fields: tuple[Entity, ...]

    def first(self, label: str) -> Entity | None:
        """The first field with this label, None if the entry has none."""
        return next((entity for entity in self.fields if entity.label == label), None)

    def every(self, label: str) -> tuple[Entity, ...]:
        """All fields with this label, in order."""
        return tuple(entity for entity in self.fields if entity.label == label)


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that the NLP stage says about one document."""

    language: str  # ISO 639-1 of the text
    entities: tuple[Entity, ...] = ()
    entries: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()

    def every(self, label: str) -> tuple[Entity, ...]:
        """All document-level entities with this label, in order."""
        return tuple(entity for entity in self.entities if entity.label == label)
