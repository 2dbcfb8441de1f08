"""The lists of a resume: skills, languages, certificates, courses and interests of their sections."""

from __future__ import annotations

from dataclasses import replace

from resume_parser.entities import Entity, Section
from resume_parser.locales import fold
from resume_parser.nlp.certificates import certification_items
from resume_parser.nlp.interests import interest_items
from resume_parser.nlp.items import Item, plain_items
from resume_parser.nlp.listed_skills import skill_items, soft_skills
from resume_parser.nlp.reading import LineView, Reading
from resume_parser.nlp.spoken import language_items, language_labels
from resume_parser.resources import skills

FEWEST_SKILLS, KNOWN_SHARE = 2, 0.3  # number and share of the items that the lexicon must know in an unknown section of skills


def read_lists(reading: Reading) -> None:
    """Adds skills, languages, certifications, courses and interests of their sections."""
    for section in skill_sections(reading):
        for item in skill_items(reading.text, reading.body(section)):
            kind = "soft" if section.kind == "soft_skills" or fold(item.name) in soft_skills() else "hard"
            reading.entities.append(item_entity(reading, "skill", item, kind))
    spoken = [line for section in reading.of_kind("languages") for line in reading.body(section)] or labelled_languages(reading)
    reading.entities += [item_entity(reading, "language", item) for item in language_items(reading.text, spoken)]
    for section in reading.of_kind("certifications"):
        found = certification_items(reading.text, reading.body(section))
        reading.entities += [item_entity(reading, "certification", item) for item in found]
    for section in reading.of_kind("courses"):
        found = plain_items(reading.text, reading.body(section), commas=True)
        reading.entities += [item_entity(reading, "course", item) for item in found]
    for section in reading.of_kind("interests"):
        found = interest_items(reading.text, reading.body(section))
        reading.entities += [item_entity(reading, "interest", item) for item in found]


def labelled_languages(reading: Reading) -> list[LineView]:
    """The line after a label of languages outside any section of them ("Languages known: English, Hindi")."""
    labels = language_labels()
    for line, after in zip(reading.lines, (*reading.lines[1:], None), strict=True):
        label, colon, rest = line.text.partition(":")
        if colon and fold(label).strip(" •-–") in labels:
            return [line] if rest.strip() or after is None else [after]  # a label may be cut from what stands beside it
    return []


def skill_sections(reading: Reading) -> list[Section]:
    """The sections of skills, and those under unknown headings that list skills of the lexicon."""
    return [section for section in reading.sections if section.kind in ("skills", "soft_skills") or lists_skills(reading, section)]


def lists_skills(reading: Reading, section: Section) -> bool:
    """An unknown heading over a list in which the lexicon knows many items as skills."""
    if section.kind != "misc":
        return False
    names = [item.name.lower() for item in skill_items(reading.text, reading.body(section))]
    known = sum(name in skills() for name in names)
    return known >= FEWEST_SKILLS and known >= KNOWN_SHARE * len(names)


def item_entity(reading: Reading, label: str, item: Item, kind: str | None = None) -> Entity:
    """The entity of a list item."""
    return replace(reading.entity(label, item.start, item.end), value=item.name, level=item.level, kind=kind, score=0.85)
