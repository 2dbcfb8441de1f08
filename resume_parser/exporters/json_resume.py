"""Profile -> JSON Resume 1.0.0 (https://jsonresume.org/schema).

A title of a degree becomes `studyType`, the tasks of a job its `highlights`. The country stays in the address
text: JSON Resume asks for two letters where the Profile has three.
"""

from __future__ import annotations

from resume_parser.exporters.shape import Exported, plain_day
from resume_parser.schema.common import Url, UrlType
from resume_parser.schema.profile import Education, Experience, Info, Profile

_NETWORKS: dict[UrlType, str] = {"linkedin": "LinkedIn", "github": "GitHub", "twitter": "Twitter", "facebook": "Facebook"}


class Address(Exported):
    """Where the candidate lives."""

    address: str | None
    postal_code: str | None
    city: str | None
    region: str | None


class Network(Exported):
    """An account of the candidate on a network."""

    network: str
    username: str
    url: str


class Basics(Exported):
    """Who the candidate is."""

    name: str | None
    image: str | None
    email: str | None
    phone: str | None
    url: str | None
    summary: str | None
    location: Address | None
    profiles: list[Network]


class Work(Exported):
    """One job."""

    name: str | None
    location: str | None
    position: str | None
    start_date: str | None
    end_date: str | None
    summary: str | None
    highlights: list[str]


class Study(Exported):
    """One degree."""

    institution: str | None
    study_type: str | None
    start_date: str | None
    end_date: str | None
    courses: list[str]


class Levelled(Exported):
    """A skill and its level."""

    name: str
    level: str | None


class Spoken(Exported):
    """A language and how well it is spoken."""

    language: str
    fluency: str | None


class Named(Exported):
    """A certificate or an interest."""

    name: str


class Meta(Exported):
    """The version of the standard."""

    version: str = "v1.0.0"


class JsonResume(Exported):
    """A whole JSON Resume."""

    basics: Basics
    work: list[Work]
    education: list[Study]
    certificates: list[Named]
    skills: list[Levelled]
    languages: list[Spoken]
    interests: list[Named]
    meta: Meta


def to_json_resume(profile: Profile) -> JsonResume:
    """The Profile as a JSON Resume."""
    return JsonResume(
        basics=_basics(profile.info),
        work=[_work(experience) for experience in profile.experiences],
        education=[_study(education) for education in profile.educations],
        certificates=[Named(name=row.name) for row in profile.certifications],
        skills=[Levelled(name=row.name, level=row.value) for row in profile.skills],
        languages=[Spoken(language=row.name, fluency=row.value) for row in profile.languages],
        interests=[Named(name=row.name) for row in profile.interests],
        meta=Meta(),
    )


def _basics(info: Info) -> Basics:
    """The head of the resume; its `url` is the first link that belongs to no network."""
    return Basics(
        name=info.full_name,
        image=info.picture,
        email=info.email,
        phone=info.phone,
        url=next((url.url for url in info.urls if url.type == "from_resume"), None),
        summary=info.summary,
        location=_address(info),
        profiles=[_network(url) for url in info.urls if url.type in _NETWORKS],
    )


def _address(info: Info) -> Address | None:
    """The address, None where no place is known."""
    fields = info.location.fields
    if info.location.text is None:
        return None
    return Address(address=info.location.text, postal_code=fields.postcode, city=fields.city, region=fields.state)


def _network(url: Url) -> Network:
    """The account behind a link; its name is the last part of the path."""
    return Network(network=_NETWORKS[url.type], username=url.url.rstrip("/").rsplit("/", 1)[-1], url=url.url)


def _work(experience: Experience) -> Work:
    """One job."""
    return Work(
        name=experience.company,
        location=experience.location.text,
        position=experience.title,
        start_date=plain_day(experience.date_start),
        end_date=plain_day(experience.date_end),
        summary=experience.description,
        highlights=[task.name for task in experience.tasks],
    )


def _study(education: Education) -> Study:
    """One degree."""
    return Study(
        institution=education.school,
        study_type=education.title,
        start_date=plain_day(education.date_start),
        end_date=plain_day(education.date_end),
        courses=[course.name for course in education.courses],
    )
