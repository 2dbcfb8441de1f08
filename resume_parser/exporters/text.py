"""Profile -> plain text for people: one block for the person, one for each job and degree, one line for each list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resume_parser.schema.common import NamedValue, Skill
from resume_parser.schema.profile import Education, Experience, Info, Profile

_MONTH_LENGTH = len("2019-03")


def to_text(profile: Profile) -> str:
    """The Profile as lines of text; what was not found is left out."""
    lists = [
        _row("Skills", profile.skills),
        _row("Languages", profile.languages),
        _row("Certifications", profile.certifications),
        _row("Interests", profile.interests),
    ]
    blocks = [
        _person(profile.info),
        profile.info.summary,
        *_titled("Experience", [_entry(row, row.company) for row in profile.experiences]),
        *_titled("Education", [_entry(row, row.school) for row in profile.educations]),
        _lines(lists),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _person(info: Info) -> str:
    """Name and contacts."""
    contacts = [info.email, info.phone, info.location.text, *(url.url for url in info.urls)]
    return _lines([info.full_name, " | ".join(part for part in contacts if part)])


def _titled(title: str, blocks: list[str]) -> list[str]:
    """The blocks under their title, nothing where there are none."""
    return [title.upper(), *blocks] if blocks else []


def _entry(row: Experience | Education, organization: str | None) -> str:
    """One job or degree: months, title, organisation and place on the first line, then the description."""
    months = " - ".join(moment[:_MONTH_LENGTH] if moment else "?" for moment in (row.date_start, row.date_end))
    dated = months if row.date_start or row.date_end else None
    what = ", ".join(part for part in (row.title, organization, row.location.text) if part)
    return _lines(["  ".join(part for part in (dated, what) if part), row.description])


def _row(title: str, items: Sequence[Skill | NamedValue]) -> str:
    """All items of a list on one line with their levels, empty for none."""
    names = [f"{item.name} ({item.value})" if item.value else item.name for item in items]
    return f"{title}: {', '.join(names)}" if names else ""


def _lines(lines: Iterable[str | None]) -> str:
    """The lines that say something."""
    return "\n".join(line for line in lines if line)
