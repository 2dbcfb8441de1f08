"""The Profile object: the candidate as an indexable record (27 keys, 12 of them inside `info`)."""

from __future__ import annotations

from pydantic import Field, JsonValue

from resume_parser.schema.common import Day, Gender, Key, LocationFields, Model, Moment, NamedValue, Skill, Url, Years


class Source(Model):
    """Where the profile was uploaded."""

    key: Key
    name: str
    type: str
    subtype: str
    environment: str


class Consent(Model):
    """What one party allows to be done with the profile."""

    parsing: bool
    revealing: bool
    embedding: bool
    searching: bool
    scoring: bool
    reasoning: bool


class ConsentAlgorithmic(Model):
    """The consents of the candidate and of the party that holds the data."""

    owner: Consent
    controller: Consent


class Location(Model):
    """A place: text as printed, WGS 84 degrees where the city is known, parts of the address."""

    text: str | None
    lat: float | None
    lng: float | None
    gmaps: None
    fields: LocationFields


class Info(Model):
    """Who the candidate is and how to reach them; None where the file does not say."""

    full_name: str | None
    first_name: str | None
    last_name: str | None
    email: str | None
    phone: str | None
    date_birth: Moment | None
    driving_license: str | None
    location: Location
    urls: list[Url]
    picture: str | None
    gender: Gender | None
    summary: str | None


class Experience(Model):
    """One job."""

    key: Key
    company: str | None
    logo: str | None
    title: str | None
    description: str | None
    location: Location
    date_start: Day | None
    date_end: Day | None
    skills: list[Skill]
    certifications: list[NamedValue]
    courses: list[NamedValue]
    tasks: list[NamedValue]
    languages: list[NamedValue]
    interests: list[NamedValue]


class Education(Model):
    """One degree or course of study."""

    key: Key
    school: str | None
    logo: str | None
    title: str | None
    description: str | None
    location: Location
    date_start: Day | None
    date_end: Day | None
    skills: list[Skill]
    certifications: list[NamedValue]
    courses: list[NamedValue]
    tasks: list[NamedValue]
    languages: list[NamedValue]
    interests: list[NamedValue]


class Attachment(Model):
    """A file of the profile: `original` as uploaded, `resume` as read; alt is the SHA-1 of its bytes."""

    type: str
    alt: Key
    file_size: int = Field(ge=0, description="bytes")
    file_name: str
    original_file_name: str
    extension: str
    public_url: str
    updated_at: Moment
    created_at: Moment


class Profile(Model):
    """One candidate. `labels`, `tags` and `metadatas` are the caller's own rows, given back unchanged."""

    id: int | None
    key: Key
    reference: str | None
    source_key: Key
    source: Source
    consent_algorithmic: ConsentAlgorithmic
    archive: Moment | None
    archived_at: Moment | None
    updated_at: Moment
    created_at: Moment
    info: Info
    text_language: str
    text: str
    experiences_duration: Years
    educations_duration: Years
    experiences: list[Experience]
    educations: list[Education]
    attachments: list[Attachment]
    skills: list[Skill]
    languages: list[NamedValue]
    certifications: list[NamedValue]
    courses: list[NamedValue]
    tasks: list[NamedValue]
    interests: list[NamedValue]
    labels: list[JsonValue]
    tags: list[JsonValue]
    metadatas: list[JsonValue]
