"""Builds the Parsing object from a selection."""

from __future__ import annotations

from resume_parser.assembly import dates, items
from resume_parser.assembly.durations import years_covered
from resume_parser.assembly.keys import entry_uid, profile_key
from resume_parser.assembly.places import parsing_location
from resume_parser.assembly.selection import EntrySelection, Selection
from resume_parser.assembly.source import SourceFile
from resume_parser.document import Document
from resume_parser.entities import Annotations, Entity
from resume_parser.options import Options
from resume_parser.schema.parsing import Parsing, ParsingEducation, ParsingExperience, Person


def build_parsing(document: Document, annotations: Annotations, selection: Selection, source: SourceFile, options: Options) -> Parsing:
    """The Parsing object of one file."""
    lists = selection.lists
    experiences, educations = selection.experiences, selection.educations
    return Parsing(
        key=profile_key(source.data_sha1),
        content_uid=source.data_sha1,
        file_name=source.file_name,
        file_size=source.size,
        persons=persons(annotations, selection),
        emails=[entity.value.strip() for entity in lists["emails"]],
        phones=[entity.value.strip() for entity in lists["phones"]],
        date_birth=dates.parsing_birth(selection.singles.get("date_birth")),
        location=parsing_location(selection.singles.get("location")),
        images=None,
        picture=None,
        urls=items.urls(lists),
        gender=items.gender(selection.value("gender")),
        driving_license=selection.value("driving_license"),
        summary=selection.value("summary"),
        text=document.text,
        text_language=annotations.language,
        educations=[_education(entry, entry_uid(source.data_sha1, "education", index)) for index, entry in enumerate(educations)],
        educations_duration=years_covered((entry.start, entry.end) for entry in educations),
        experiences=[
            _experience(entry, entry_uid(source.data_sha1, "experience", index)) for index, entry in enumerate(selection.experiences)
        ],
        experiences_duration=years_covered((entry.start, entry.end) for entry in experiences),
        skills=items.skills(lists),
        courses=items.named_values(lists, "courses"),
        certifications=items.named_values(lists, "certifications"),
        tasks=items.named_values(lists, "tasks"),
        languages=items.named_values(lists, "languages"),
        interests=items.named_values(lists, "interests"),
        total_pages=document.total_pages,
        processed_pages=min(document.total_pages, options.max_pages),
    )


def persons(annotations: Annotations, selection: Selection) -> list[Person]:
    """One row for each different name; the first has the chosen first and last name, the others the parts printed inside them."""
    chosen = Person(full_name=full_name(selection), first_name=selection.value("first_name"), last_name=selection.value("last_name"))
    others = [_other_person(annotations, name) for name in selection.lists["persons"][1:]]
    return [chosen, *others] if chosen.full_name else []


def full_name(selection: Selection) -> str | None:
    """The name as found, or its parts joined, None when neither is known."""
    parts = (selection.value("first_name"), selection.value("last_name"))
    return selection.value("name") or " ".join(part for part in parts if part) or None


def _other_person(annotations: Annotations, name: Entity) -> Person:
    """The row of a further name."""
    return Person(
        full_name=name.value.strip(), first_name=_part(annotations, "first_name", name), last_name=_part(annotations, "last_name", name)
    )


def _part(annotations: Annotations, label: str, name: Entity) -> str | None:
    """The value of the part that stands inside the name, None if there is none."""
    inside = (part.value.strip() for part in annotations.every(label) if name.start <= part.start and part.end <= name.end)
    return next(inside, None)


def _experience(entry: EntrySelection, uid: str) -> ParsingExperience:
    """One job row."""
    return ParsingExperience(
        company=entry.value("company"),
        logo=None,
        title=entry.value("title"),
        description=entry.value("description"),
        location=parsing_location(entry.singles.get("location")),
        date_start=dates.parsing_date(entry.start, entry.singles.get("date_start")),
        date_end=dates.parsing_date(entry.end, entry.singles.get("date_end")),
        skills=items.skills(entry.lists),
        certifications=items.named_values(entry.lists, "certifications"),
        courses=items.named_values(entry.lists, "courses"),
        tasks=items.named_values(entry.lists, "tasks"),
        content_uid=uid,
    )


def _education(entry: EntrySelection, uid: str) -> ParsingEducation:
    """One degree row."""
    return ParsingEducation(
        school=entry.value("school"),
        logo=None,
        title=entry.value("title"),
        description=entry.value("description"),
        location=parsing_location(entry.singles.get("location")),
        date_start=dates.parsing_date(entry.start, entry.singles.get("date_start")),
        date_end=dates.parsing_date(entry.end, entry.singles.get("date_end")),
        skills=items.skills(entry.lists),
        certifications=items.named_values(entry.lists, "certifications"),
        courses=items.named_values(entry.lists, "courses"),
        tasks=items.named_values(entry.lists, "tasks"),
        content_uid=uid,
    )
