"""The lists of a resume: skills, languages, certificates, courses and interests of their sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from resume_parser.entities import Entity, Section
from resume_parser.locales import all_locales, fold
from resume_parser.nlp.certificates import certification_items, known_certificates
from resume_parser.nlp.interests import interest_items
from resume_parser.nlp.items import Item, plain_items
from resume_parser.nlp.listed_skills import skill_items, soft_skills
from resume_parser.nlp.reading import LineView, Reading
from resume_parser.nlp.spoken import language_items, language_labels, language_names
from resume_parser.resources import certifications, skills

LABELLED = ("header", "contact", "personal", "summary", "misc")  # sections in which a label can announce a list
TRAINING = ("education", "courses", "awards")  # sections in which a certificate can stand, too
FEWEST_SKILLS, KNOWN_SHARE = 2, 0.3  # number and share of the items that the lexicon must know in an unknown section of skills


def read_lists(reading: Reading) -> None:
    """Adds skills, languages, certifications, courses and interests of their sections."""
    text = reading.text
    spoken = lines_of(reading, "languages") or labelled(reading.lines, language_labels())[:1]
    for section in skill_sections(reading):
        found = skill_items(text, reading.body(section))
        languages = [item for item in found if not spoken and fold(item.name) in language_names()]  # "English" among the skills
        reading.entities += [item_entity(reading, "language", item) for item in languages]
        add_skills(reading, [item for item in found if item not in languages], soft=section.kind == "soft_skills")
    if not any(entity.label == "skill" for entity in reading.entities):
        add_skills(reading, skill_items(text, labelled(lines_of(reading, *LABELLED), labels_of("skills"))), soft=False)
    reading.entities += [item_entity(reading, "language", item) for item in language_items(text, spoken)]
    for section in reading.of_kind("certifications"):
        found = certification_items(text, reading.body(section))
        reading.entities += [item_entity(reading, "certification", item) for item in found]
    reading.entities += [item_entity(reading, "certification", item) for item in known_certificates(text, lines_of(reading, *TRAINING))]
    for section in reading.of_kind("courses"):
        found = plain_items(text, reading.body(section), commas=True)
        reading.entities += [item_entity(reading, "course", item) for item in found if item.name.lower() not in certifications()]
    liked = [interest_items(text, reading.body(section)) for section in reading.of_kind("interests")]
    if not liked:
        liked = [plain_items(text, labelled(lines_of(reading, *LABELLED), labels_of("interests")), commas=True)]
    reading.entities += [item_entity(reading, "interest", item) for items in liked for item in items]


def add_skills(reading: Reading, found: Sequence[Item], *, soft: bool) -> None:
    """Adds skills; those of a section of soft skills and those that the locales call soft are soft."""
    for item in found:
        kind = "soft" if soft or fold(item.name) in soft_skills() else "hard"
        reading.entities.append(item_entity(reading, "skill", item, kind))


def lines_of(reading: Reading, *kinds: str) -> list[LineView]:
    """All lines of the sections of these kinds."""
    return [line for section in reading.of_kind(*kinds) for line in reading.body(section)]


@lru_cache(maxsize=4)
def labels_of(kind: str) -> frozenset[str]:
    """Folded words of all languages that announce a list of a kind as a label or a heading."""
    every = all_locales()
    return frozenset(fold(word) for locale in every for word in (*locale.labels.get(kind, ()), *locale.headings[kind]))


def labelled(lines: Sequence[LineView], labels: frozenset[str]) -> list[LineView]:
    """The lines with one of the labels before a colon ("Languages known: English, Hindi"), or what stands beside a label alone."""
    made = []
    for at, line in enumerate(lines):
        label, colon, rest = line.text.partition(":")
        if colon and fold(label).strip(" •-–") in labels:
            made.append(line if rest.strip() or at + 1 == len(lines) else lines[at + 1])
    return made


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
