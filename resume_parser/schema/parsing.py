"""The Parsing object: everything that was read, dates and places with their printed text (29 keys)."""

from __future__ import annotations

from pydantic import Field

from resume_parser.schema.common import ContentUid, Day, Gender, Key, LocationFields, Model, NamedValue, Skill, Url, Years


class Person(Model):
    """One printed name of the candidate; a part is None where it cannot be told."""

    full_name: str | None
    first_name: str | None
    last_name: str | None


class ParsingDate(Model):
    """A date: ISO 8601 day, text as printed, UTC epoch seconds; all None where there is none."""

    iso8601: Day | None
    text: str | None
    timestamp: int | None


class ParsingLocation(Model):
    """A place: text as printed, WGS 84 degrees where the city is known, parts of the address."""

    text: str | None
    lat: float | None
    lng: float | None
    geojson: LocationFields


class ParsingEducation(Model):
    """One degree or course of study."""

    school: str | None
    logo: str | None
    title: str | None
    description: str | None
    location: ParsingLocation
    date_start: ParsingDate | None
    date_end: ParsingDate | None
    skills: list[Skill]
    certifications: list[NamedValue]
    courses: list[NamedValue]
    tasks: list[NamedValue]
    content_uid: ContentUid


class ParsingExperience(Model):
    """One job."""

    company: str | None
    logo: str | None
    title: str | None
    description: str | None
    location: ParsingLocation
    date_start: ParsingDate | None
    date_end: ParsingDate | None
    skills: list[Skill]
    certifications: list[NamedValue]
    courses: list[NamedValue]
    tasks: list[NamedValue]
    content_uid: ContentUid


class Parsing(Model):
    """All that was read from one file."""

    key: Key
    content_uid: Key
    file_name: str
    file_size: int = Field(ge=0, description="bytes")
    persons: list[Person]
    emails: list[str]
    phones: list[str]
    date_birth: ParsingDate
    location: ParsingLocation
    images: None
    picture: str | None
    urls: list[Url]
    gender: Gender | None
    driving_license: str | None
    summary: str | None
    text: str
    text_language: str
    educations: list[ParsingEducation]
    educations_duration: Years
    experiences: list[ParsingExperience]
    experiences_duration: Years
    skills: list[Skill]
    courses: list[NamedValue]
    certifications: list[NamedValue]
    tasks: list[NamedValue]
    languages: list[NamedValue]
    interests: list[NamedValue]
    total_pages: int = Field(ge=0)
    processed_pages: int = Field(ge=0, le=10)
