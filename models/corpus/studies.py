"""Degrees and schools."""

from __future__ import annotations

import re

from models.corpus.author import Author, english
from models.corpus.careers import LONE_DATE, Manner, month
from models.corpus.content import Span, Study
from models.corpus.employers import located

FOREIGN = 0.07  # degrees from another country, printed in English
JOINED = 0.3  # degrees printed with their subject as one phrase
GRADED, NOTED, PLACED, DATELESS = 0.15, 0.15, 0.45, 0.04
SLOPPY = 0.12  # degrees with dots and blanks of their own: "B. Sc.", "B.Sc", "BSc"
DOT = re.compile(r"(?<=[A-Z])\.(?=[A-Z])|(?<=[A-Z][a-z])\.(?=[A-Z])")  # inside "M.Sc." and "B.A."
SCHOOL_AGE = 18  # years at the end of school
MONTHS = {"secondary": (36, 96), "vocational": (12, 42), "bachelor": (30, 50), "master": (18, 36), "phd": (36, 66), "course": (1, 14)}
IN_TERMS = 0.85  # studies that start in autumn and end in summer
TERMS = ((9, 6), (9, 6), (9, 7), (10, 9), (10, 7), (9, 5), (8, 6), (2, 12))  # months of start and end
TO_WORK = {"secondary": 1, "vocational": 3, "bachelor": 3, "master": 3, "phd": 2, "course": 1}  # months until the first job


def levels(author: Author) -> list[str]:
    """The levels of schooling that a resume tells of, in the order of a life; empty for none."""
    if author.chance(0.04):
        return []
    higher = ["vocational"]
    if author.chance(author.trade.academic):
        higher = author.pick((["bachelor"], ["bachelor", "master"], ["bachelor", "master"], ["master"], ["vocational", "bachelor"]))
        higher = [*higher, "phd"] if author.chance(0.25 if author.trade.key == "research" else 0.03) else higher
    elif author.chance(0.15):
        higher = []
    found = ["secondary", *higher] if author.chance(0.4) or not higher else list(higher)
    return [*found, "course"] if author.chance(0.1) else found


def studies(author: Author, way: Manner, birth: int) -> tuple[tuple[Study, ...], int]:
    """The studies, newest first, and the month in which working life begins; `birth` is a count of months."""
    end = birth + 12 * SCHOOL_AGE + author.rng.randint(0, 9)
    found, years_only = [], way.years_only or author.chance(0.3)
    for level in levels(author):
        low, high = MONTHS[level]
        length = author.rng.randint(low, high)
        start = end - length if level == "secondary" else end + author.rng.randint(0, 5)
        start, end = _terms(author, start, start + length) if level != "course" else (start, start + length)
        author.years = (start // 12, end // 12)
        if start < author.now:
            found.append(study(author, level, _span(author, (start, end), years_only=years_only)))
            last = level
    author.years = None
    return tuple(reversed(found)), end + (TO_WORK[last] if found else 0)


def _terms(author: Author, start: int, end: int) -> tuple[int, int]:
    """The nearest start and end of a school year, for most; the others keep theirs."""
    if not author.chance(IN_TERMS):
        return start, end
    first, last = author.pick(TERMS)
    years = max(1, round((end - start) / 12))
    begin = start // 12 * 12 + first - 1
    return begin, begin + 12 * years + last - first


def _span(author: Author, period: tuple[int, int], *, years_only: bool) -> Span | None:
    if author.chance(DATELESS):
        return None
    start, end = (month(count, years_only=years_only) for count in period)
    if period[1] > author.now:
        return Span(start, None, ongoing=True)
    return Span(end) if author.chance(0.25 if years_only else LONE_DATE) or start == end else Span(start, end)


def study(author: Author, level: str, dates: Span | None) -> Study:
    """A degree of a level with its school."""
    writer = english(author) if author.chance(FOREIGN) else author
    subject = writer.fill("{subject}") if level != "secondary" or author.chance(0.2) else None
    joined = subject is not None and author.chance(JOINED)
    bare = subject is not None and not joined and author.chance(0.03)
    degree = writer.fill(writer.pick(writer.words.of(f"{level}_with_subject" if joined else level)), subject=subject or "")
    degree = spelled(author, degree) if author.chance(SLOPPY) else degree
    return Study(
        degree=None if bare else degree,
        subject=None if joined or (author.chance(0.12) and not bare) else subject,
        school=writer.line(f"{level}_schools"),
        location=located(writer, writer.place(), "place_forms") if author.chance(PLACED) else None,
        dates=dates,
        grade=writer.line("grades") if author.chance(GRADED) else None,
        notes=tuple(writer.fill(note) for note in author.some(writer.words.of("study_notes"), 1, 3)) if author.chance(NOTED) else (),
    )


def spelled(author: Author, degree: str) -> str:
    """The degree with other dots and blanks: "M. Sc. Physics", "B.A", "B.Sc. Physics."."""
    kind = author.rng.randrange(4)
    if kind == 0:
        return DOT.sub(". ", degree)
    if kind == 1:
        return DOT.sub("", degree).removesuffix(".")
    return degree.removesuffix(".") if kind == 2 else f"{degree.removesuffix('.')}."  # noqa: PLR2004 -- the third way
