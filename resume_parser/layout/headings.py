"""Which short texts name a section, by the words of the locales."""

from __future__ import annotations

from functools import lru_cache

from resume_parser.locales import heading_kind

HEADING_WORDS = 5  # headings of sections are short
NUMBER_DIGITS = 2  # of a numbered heading; a label with a date or a phone number beside it has more


@lru_cache(maxsize=4096)
def section_named(text: str) -> str | None:
    """The kind of section that the text names, None if it reads like no heading."""
    if text.count(" ") >= HEADING_WORDS or sum(map(str.isdigit, text)) > NUMBER_DIGITS:
        return None
    kind: str | None = heading_kind(text.strip(" :•|"))
    return kind
