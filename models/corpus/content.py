"""What a resume of the corpus says, before a design prints it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Month:
    """A point in time: a year, and a month (1 to 12) or None where the resume gives years only."""

    year: int
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Start and end of a job or study; an `end` of None with `ongoing` is printed as "present", without it as a lone date."""

    start: Month
    end: Month | None = None
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A job, an internship, a project or voluntary work; `sentences` is its description, one statement each."""

    title: str
    company: str | None
    location: str | None
    dates: Span | None
    sentences: tuple[str, ...] = ()
    contract: str | None = None  # "Freelance", "CDI", "Praktikum"
    about: str | None = None  # a line about the employer: "Family bakery, 12 staff"
    tools: tuple[str, ...] = ()  # printed after a label: "Technologies: Python, SQL"


@dataclass(frozen=True, slots=True)
class Study:
    """A degree or training."""

    degree: str | None
    subject: str | None
    school: str
    location: str | None
    dates: Span | None
    grade: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills under a label ("Databases"), None for a plain list; a level per skill or None."""

    label: str | None
    names: tuple[str, ...]
    levels: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A certification, course, award or publication, with its issuer and date where they are printed."""

    name: str
    issuer: str | None = None
    dates: Span | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """The candidate: contact data as printed."""

    first_name: str
    last_name: str
    headline: str | None
    email: str | None
    phone: str | None
    address: str | None  # street; None where only the city is printed
    city: str | None  # "75011 Paris", "Leeds, UK"
    links: tuple[str, ...] = ()
    personal: tuple[tuple[str, str], ...] = ()  # label and value: ("Geburtsdatum", "12.03.1991")


@dataclass(frozen=True, slots=True)
class Resume:
    """Everything a resume says. `language` is an ISO 639-1 code."""

    language: str
    person: Person
    summary: str | None = None
    jobs: tuple[Job, ...] = ()
    studies: tuple[Study, ...] = ()
    projects: tuple[Job, ...] = ()
    volunteering: tuple[Job, ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    soft_skills: tuple[str, ...] = ()
    spoken: tuple[tuple[str, str | None], ...] = ()  # language and level
    certifications: tuple[Named, ...] = ()
    courses: tuple[Named, ...] = ()
    awards: tuple[Named, ...] = ()
    publications: tuple[Named, ...] = ()
    interests: tuple[str, ...] = ()
    references: tuple[str, ...] = ()  # lines about referees
