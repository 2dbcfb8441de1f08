"""Builds the Profile object from a finished Parsing: the same values in the shapes of an indexable record.

A bare parse has no store behind it, so `id` is None, the source is the fixed "local" one, and the
attachments point to where a store would keep them: `file:///<key>/original.pdf`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from resume_parser.assembly import dates
from resume_parser.assembly.keys import entry_key, source_key
from resume_parser.assembly.places import profile_location
from resume_parser.assembly.selection import EntrySelection, Selection
from resume_parser.assembly.source import Request, SourceFile
from resume_parser.schema.parsing import Parsing, ParsingEducation, ParsingExperience
from resume_parser.schema.profile import Attachment, Consent, ConsentAlgorithmic, Education, Experience, Info, Profile, Source

_NO_CONSENT = Consent(parsing=False, revealing=False, embedding=False, searching=False, scoring=False, reasoning=False)
LOCAL_SOURCE = Source(key=source_key("local"), name="local", type="local", subtype="python", environment="production")
ATTACHMENT_TYPES = ("original", "resume")  # as uploaded, as read; the same bytes here


def build_profile(parsing: Parsing, selection: Selection, source: SourceFile, request: Request, reference: date) -> Profile:
    """The Profile of a parsed file; `reference` dates its creation where the request does not."""
    now = f"{reference.isoformat()}T00:00:00+0000"
    return Profile(
        id=None,
        key=parsing.key,
        reference=request.reference,
        source_key=LOCAL_SOURCE.key,
        source=LOCAL_SOURCE,
        consent_algorithmic=ConsentAlgorithmic(owner=_NO_CONSENT, controller=_NO_CONSENT),
        archive=None,
        archived_at=None,
        updated_at=now,
        created_at=_moment(request.created_at) or now,
        info=_info(parsing, selection),
        text_language=parsing.text_language,
        text=parsing.text,
        experiences_duration=parsing.experiences_duration,
        educations_duration=parsing.educations_duration,
        experiences=_experiences(parsing, selection, source.data_sha1),
        educations=_educations(parsing, selection, source.data_sha1),
        attachments=[_attachment(kind, parsing.key, source, now) for kind in ATTACHMENT_TYPES],
        skills=parsing.skills,
        languages=parsing.languages,
        certifications=parsing.certifications,
        courses=parsing.courses,
        tasks=parsing.tasks,
        interests=parsing.interests,
        labels=list(request.labels),
        tags=list(request.tags),
        metadatas=list(request.metadatas),
    )


def _moment(moment: datetime | None) -> str | None:
    """The moment in UTC, `YYYY-MM-DDTHH:MM:SS+0000`; one without a zone counts as UTC, None for None."""
    if moment is None:
        return None
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S+0000")


def _info(parsing: Parsing, selection: Selection) -> Info:
    """Who the candidate is: the first person, mail address and phone of the Parsing."""
    person = parsing.persons[0] if parsing.persons else None
    birth = selection.singles.get("date_birth")
    return Info(
        full_name=person.full_name if person else None,
        first_name=person.first_name if person else None,
        last_name=person.last_name if person else None,
        email=next(iter(parsing.emails), None),
        phone=next(iter(parsing.phones), None),
        date_birth=dates.moment_text(dates.birth_day(birth.value)) if birth else None,
        driving_license=parsing.driving_license,
        location=profile_location(selection.singles.get("location")),
        urls=parsing.urls,
        picture=parsing.picture,
        gender=parsing.gender,
        summary=parsing.summary,
    )


def _experiences(parsing: Parsing, selection: Selection, data_sha1: str) -> list[Experience]:
    """The jobs in document order."""
    rows = zip(parsing.experiences, selection.experiences, strict=True)
    return [_experience(row, entry, entry_key(data_sha1, "experience", index)) for index, (row, entry) in enumerate(rows)]


def _educations(parsing: Parsing, selection: Selection, data_sha1: str) -> list[Education]:
    """The degrees in document order."""
    rows = zip(parsing.educations, selection.educations, strict=True)
    return [_education(row, entry, entry_key(data_sha1, "education", index)) for index, (row, entry) in enumerate(rows)]


def _experience(row: ParsingExperience, entry: EntrySelection, key: str) -> Experience:
    """One job row; languages and interests inside a job are not read."""
    return Experience(
        key=key,
        company=row.company,
        logo=row.logo,
        title=row.title,
        description=row.description,
        location=profile_location(entry.singles.get("location")),
        date_start=dates.day_text(entry.start),
        date_end=dates.day_text(entry.end),
        skills=row.skills,
        certifications=row.certifications,
        courses=row.courses,
        tasks=row.tasks,
        languages=[],
        interests=[],
    )


def _education(row: ParsingEducation, entry: EntrySelection, key: str) -> Education:
    """One degree row; languages and interests inside a degree are not read."""
    return Education(
        key=key,
        school=row.school,
        logo=row.logo,
        title=row.title,
        description=row.description,
        location=profile_location(entry.singles.get("location")),
        date_start=dates.day_text(entry.start),
        date_end=dates.day_text(entry.end),
        skills=row.skills,
        certifications=row.certifications,
        courses=row.courses,
        tasks=row.tasks,
        languages=[],
        interests=[],
    )


def _attachment(kind: str, key: str, source: SourceFile, now: str) -> Attachment:
    """The row of one file of the profile."""
    return Attachment(
        type=kind,
        alt=source.data_sha1,
        file_size=source.size,
        file_name=kind,
        original_file_name=kind,
        extension=source.extension,
        public_url=f"file:///{key}/{kind}{source.extension}",
        updated_at=now,
        created_at=now,
    )
