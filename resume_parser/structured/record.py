"""What an attached XML says: plain values, before they are traced to the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """One job or degree: `kind` is "experience" or "education"; "" where the XML does not say, dates as "2019-03" or "present"."""

    kind: str
    title: str
    organisation: str
    city: str
    start: str
    end: str
    description: str


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one XML; "" and () where it does not say."""

    first_name: str = ""
    last_name: str = ""
    emails: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    birth_date: str = ""  # "1990-08-09"
    gender: str = ""  # "male" "female"
    licences: tuple[str, ...] = ()  # categories
    summary: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()  # name, level
    posts: tuple[Post, ...] = ()

    @property
    def full_name(self) -> str:
        """First and last name with a space between them."""
        return f"{self.first_name} {self.last_name}".strip()
