"""Profile -> a modest part of the HR Open Standards candidate (recruiting 4.x JSON): person, employment, education, qualifications."""

from __future__ import annotations

from resume_parser.exporters.shape import Exported, plain_day
from resume_parser.schema.profile import Education, Experience, Info, Profile


class Name(Exported):
    """A name of a person."""

    formatted_name: str | None
    given: str | None
    family: str | None


class Address(Exported):
    """Where the candidate lives."""

    formatted_address: str
    line: str | None
    city: str | None
    postal_code: str | None


class Phone(Exported):
    """A telephone number."""

    formatted_number: str


class Email(Exported):
    """A mail address."""

    address: str


class Web(Exported):
    """A link."""

    url: str
    name: str


class Communication(Exported):
    """How to reach the candidate."""

    address: list[Address]
    phone: list[Phone]
    email: list[Email]
    web: list[Web]


class Person(Exported):
    """The candidate."""

    name: Name
    birth_date: str | None
    gender: str | None
    communication: Communication


class Organization(Exported):
    """An employer or a school."""

    name: str


class Position(Exported):
    """What the candidate did at an employer."""

    title: str | None
    start: str | None
    end: str | None
    descriptions: list[str]


class Employment(Exported):
    """One employer."""

    organization: Organization | None
    start: str | None
    end: str | None
    position_histories: list[Position]


class Named(Exported):
    """A degree, certification or licence."""

    name: str


class Attendance(Exported):
    """One school."""

    institution: Organization | None
    start: str | None
    end: str | None
    education_degrees: list[Named]
    descriptions: list[str]


class Competency(Exported):
    """A skill."""

    competency_name: str


class CandidateProfile(Exported):
    """What the candidate did and can do."""

    language_code: str
    executive_summary: str | None
    employment: list[Employment]
    education: list[Attendance]
    licenses: list[Named]
    certifications: list[Named]
    qualifications: list[Competency]


class Candidate(Exported):
    """A whole HR Open candidate."""

    person: Person
    profiles: list[CandidateProfile]


def to_hr_open(profile: Profile) -> Candidate:
    """The Profile as an HR Open candidate with one candidate profile."""
    return Candidate(person=_person(profile.info), profiles=[_candidate_profile(profile)])


def _person(info: Info) -> Person:
    """The candidate and how to reach them."""
    return Person(
        name=Name(formatted_name=info.full_name, given=info.first_name, family=info.last_name),
        birth_date=plain_day(info.date_birth),
        gender=info.gender.capitalize() if info.gender else None,
        communication=Communication(
            address=_addresses(info),
            phone=[Phone(formatted_number=info.phone)] if info.phone else [],
            email=[Email(address=info.email)] if info.email else [],
            web=[Web(url=url.url, name=url.type) for url in info.urls],
        ),
    )


def _addresses(info: Info) -> list[Address]:
    """The address in a list, which is empty where no place is known."""
    text, fields = info.location.text, info.location.fields
    if text is None:
        return []
    line = " ".join(part for part in (fields.house_number, fields.road) if part) or None
    return [Address(formatted_address=text, line=line, city=fields.city, postal_code=fields.postcode)]


def _candidate_profile(profile: Profile) -> CandidateProfile:
    """What the candidate did and can do."""
    licence = profile.info.driving_license
    return CandidateProfile(
        language_code=profile.text_language,
        executive_summary=profile.info.summary,
        employment=[_employment(experience) for experience in profile.experiences],
        education=[_attendance(education) for education in profile.educations],
        licenses=[Named(name=licence)] if licence else [],
        certifications=[Named(name=row.name) for row in profile.certifications],
        qualifications=[Competency(competency_name=row.name) for row in profile.skills],
    )


def _employment(experience: Experience) -> Employment:
    """One employer with the one position held there."""
    start, end = plain_day(experience.date_start), plain_day(experience.date_end)
    position = Position(title=experience.title, start=start, end=end, descriptions=_texts(experience.description))
    return Employment(organization=_organization(experience.company), start=start, end=end, position_histories=[position])


def _attendance(education: Education) -> Attendance:
    """One school with the one degree taken there."""
    return Attendance(
        institution=_organization(education.school),
        start=plain_day(education.date_start),
        end=plain_day(education.date_end),
        education_degrees=[Named(name=education.title)] if education.title else [],
        descriptions=_texts(education.description),
    )


def _organization(name: str | None) -> Organization | None:
    """The employer or school, None without a name."""
    return Organization(name=name) if name else None


def _texts(text: str | None) -> list[str]:
    """The text in a list, which is empty without one."""
    return [text] if text else []
