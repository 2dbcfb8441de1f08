"""The XML of the first Europass: SkillsPassport, versions 3.0 to 3.4 (http://europass.cedefop.europa.eu)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resume_parser.structured.markup import PRESENT, child, children, commonest, iso, plain, text, texts
from resume_parser.structured.record import Post, Record

if TYPE_CHECKING:
    from lxml.etree import _Element

GENDERS = {"M": "male", "F": "female"}
SKILLS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")  # parts of the level of a language


def read_passport(root: _Element) -> Record:
    """The values of a SkillsPassport; empty ones where it does not say."""
    learner = child(root, "LearnerInfo")
    person = child(learner, "Identification")
    return Record(
        first_name=text(person, "PersonName", "FirstName"),
        last_name=text(person, "PersonName", "Surname"),
        emails=texts(person, "ContactInfo", "Email", "Contact"),
        links=texts(person, "ContactInfo", "WebsiteList", "Website", "Contact"),
        birth_date=date_of(child(person, "Demographics", "Birthdate")),
        gender=GENDERS.get(text(person, "Demographics", "Gender", "Code"), ""),
        licences=texts(learner, "Skills", "Driving", "Description", "Licence"),
        languages=tuple(languages(learner)),
        posts=(
            *(job(node) for node in children(learner, "WorkExperienceList", "WorkExperience")),
            *(study(node) for node in children(learner, "EducationList", "Education")),
        ),
    )


def job(node: _Element) -> Post:
    """One WorkExperience."""
    start, end = period(child(node, "Period"))
    employer = child(node, "Employer")
    city = text(employer, "ContactInfo", "Address", "Contact", "Municipality")
    return Post("experience", text(node, "Position", "Label"), text(employer, "Name"), city, start, end, plain(node, "Activities"))


def study(node: _Element) -> Post:
    """One Education."""
    start, end = period(child(node, "Period"))
    school = child(node, "Organisation")
    city = text(school, "ContactInfo", "Address", "Contact", "Municipality")
    return Post("education", text(node, "Title"), text(school, "Name"), city, start, end, plain(node, "Activities"))


def period(node: _Element | None) -> tuple[str, str]:
    """Start and end of a Period."""
    current = text(node, "Current") == "true"
    return date_of(child(node, "From")), PRESENT if current else date_of(child(node, "To"))


def date_of(node: _Element | None) -> str:
    """A date of attributes: year="2019" month="--03" day="---14"."""
    if node is None:
        return ""
    return iso("-".join(part.strip("-") for name in ("year", "month", "day") if (part := node.get(name))))


def languages(learner: _Element | None) -> list[tuple[str, str]]:
    """Name and commonest level of each foreign language, after the mother tongues."""
    linguistic = child(learner, "Skills", "Linguistic")
    made = [(name, "") for name in texts(linguistic, "MotherTongueList", "MotherTongue", "Description", "Label")]
    for node in children(linguistic, "ForeignLanguageList", "ForeignLanguage"):
        level = commonest([shown for skill in SKILLS if (shown := text(node, "ProficiencyLevel", skill))])
        made.append((text(node, "Description", "Label"), level))
    return made
