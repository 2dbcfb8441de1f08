"""The XML of the new Europass: a Candidate of HR-XML 3 (http://www.europass.eu/1.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resume_parser.structured.markup import PRESENT, child, children, commonest, iso, plain, text, texts
from resume_parser.structured.record import Post, Record

if TYPE_CHECKING:
    from lxml.etree import _Element

FREE_TEXT = "FREE_TEXT"  # a name as written; otherwise a code stands there, which the page does not print
GENDERS = frozenset({"male", "female"})


def read_candidate(root: _Element) -> Record:
    """The values of a Candidate; empty ones where it does not say."""
    person, profile = child(root, "CandidatePerson"), child(root, "CandidateProfile")
    gender = text(person, "GenderCode").lower()
    return Record(
        first_name=text(person, "PersonName", "GivenName"),
        last_name=text(person, "PersonName", "FamilyName"),
        emails=addresses(person, "Email"),
        links=(*addresses(person, "Web"), *addresses(person, "Social Media")),
        birth_date=iso(text(person, "BirthDate")),
        gender=gender if gender in GENDERS else "",
        licences=texts(profile, "Licenses", "License", "LicenseTypeCode"),
        summary=plain(profile, "ExecutiveSummary"),
        skills=(
            *texts(profile, "Skills", "PersonCompetency", "CompetencyName"),
            *texts(profile, "Skills", "SkillsGroup", "PersonCompetency", "CompetencyName"),
        ),
        languages=tuple(languages(profile)),
        posts=(
            *(post for node in children(profile, "EmploymentHistory", "EmployerHistory") for post in jobs(node)),
            *(study(node) for node in children(profile, "EducationHistory", "EducationOrganizationAttendance")),
        ),
    )


def addresses(person: _Element | None, channel: str) -> tuple[str, ...]:
    """The addresses of one channel: "Email", "Web", "Social Media"."""
    found = [node for node in children(person, "Communication") if text(node, "ChannelCode") == channel]
    return tuple(shown for node in found if (shown := text(node, "URI")))


def jobs(node: _Element) -> list[Post]:
    """The positions under one employer."""
    employer = text(node, "OrganizationName")
    town = text(node, "OrganizationContact", "Communication", "Address", "CityName")
    made = []
    for position in children(node, "PositionHistory"):
        time = child(position, "EmploymentPeriod")
        start, end = period(time, ongoing=text(time, "CurrentIndicator"))
        city = text(position, "City") or town
        made.append(Post("experience", text(position, "PositionTitle"), employer, city, start, end, plain(position, "Description")))
    return made


def study(node: _Element) -> Post:
    """One time at a school."""
    time, degree = child(node, "AttendancePeriod"), child(node, "EducationDegree")
    start, end = period(time, ongoing=text(time, "Ongoing"))
    title = text(degree, "DegreeName") or text(node, "ProgramName")
    city = text(node, "OrganizationContact", "Communication", "Address", "CityName")
    return Post("education", title, text(node, "OrganizationName"), city, start, end, plain(degree, "OccupationalSkillsCovered"))


def period(node: _Element | None, *, ongoing: str) -> tuple[str, str]:
    """Start and end of a period of time."""
    start, end = (iso(text(node, name, "FormattedDateTime")) for name in ("StartDate", "EndDate"))
    return start, PRESENT if ongoing == "true" else end


def languages(profile: _Element | None) -> list[tuple[str, str]]:
    """Name and commonest level of the languages that the XML names by word; it has codes for most, which no page prints."""
    made = []
    for node in children(profile, "PersonQualifications", "PersonCompetency"):
        name = child(node, "CompetencyID")
        if text(node, "TaxonomyID") == "language" and name is not None and name.get("schemeName") == FREE_TEXT:
            made.append((text(name), commonest(texts(node, "CompetencyDimension", "Score", "ScoreText"))))
    return made
