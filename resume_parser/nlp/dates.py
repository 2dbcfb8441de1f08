"""Dates and date ranges of a text, with offsets: "Jan 2018 - Mar 2020", "seit 03/2020", "2015/16", "Fall 2014".

nlp/date_points.py reads the single dates; here neighbours that a dash or a word such as "to" connects become ranges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.nlp.date_points import MONTHS, Point, iso, month_of, read_points
from resume_parser.nlp.date_words import date_words, is_foreign_present

CONTEXT = 32  # characters before a date in which a word such as "since" or the month of "May - Aug 2019" can stand
PRESENT = "present"
LAST_WORD = re.compile(r"([^\W\d_]{2,14})(?=[^\S\n]*(?:[\n),;]|$))")
LONGEST_JOIN = 20  # characters between the two ends of a range


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One date as printed: its value is "2019", "2019-03", "2019-03-14" or "present"."""

    value: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of dates, or a lone date; `start` and `end` are the offsets of all of it, words such as "since" included.

    A lone date is `single` and stands in `date_start`; after a word such as "until" it is a range without a start.
    `date_end` None with `single` False is an open range ("2019 -"). `flawed` = the end lies before the start.
    """

    start: int
    end: int
    text: str
    date_start: DatePoint | None
    date_end: DatePoint | None
    single: bool = False
    flawed: bool = False


def find_dates(text: str, languages: Sequence[str]) -> tuple[DateRange, ...]:
    """All dates and ranges of a text in order; the first language says how "03/04/2019" is read."""
    points = read_points(text, languages)
    found: list[DateRange] = []
    at = last = 0
    while at < len(points):
        after = points[at + 1] if at + 1 < len(points) else None
        made = read_range(text, last, points[at], after, languages)
        if made:
            found.append(made)
            last = made.end
        at += 2 if made and after and made.end >= after.end else 1
    return tuple(found)


def read_range(text: str, floor: int, first: Point, after: Point | None, languages: Sequence[str]) -> DateRange | None:
    """The range that starts with a point, or its lone date; None for a weak point that nothing supports."""
    if after and connected(text, first, after):
        return make_range(text, floor, (first.start, after.end), start_of(text, first), end_of(text, after))
    present = present_after(text, first.end, languages)
    if present:
        return make_range(text, floor, (first.start, present.end), start_of(text, first), present)
    if first.weak:
        return None
    if first.last_year and first.form == "year":
        return make_range(text, floor, (first.start, first.end), start_of(text, first), end_of(text, first))
    return shared_year(text, floor, first, languages) or one_sided(text, floor, first)


def connected(text: str, first: Point, after: Point) -> bool:
    """A dash or a word such as "to" stands between two dates; a slash between two years."""
    gap = text[first.end : after.start]
    if len(gap) > LONGEST_JOIN:
        return False
    words = date_words()
    if words.between.fullmatch(gap):
        return bool(words.opener.search(text, max(0, first.start - CONTEXT), first.start))
    years = first.form == after.form == "year"
    return bool(words.join.fullmatch(gap)) or (years and gap.strip() == "/")


def start_of(text: str, point: Point) -> DatePoint:
    """A point as the start of a range."""
    return DatePoint(point.value, point.start, point.end, text[point.start : point.end])


def end_of(text: str, point: Point) -> DatePoint:
    """A point as the end of a range."""
    return DatePoint(point.last_value, point.start, point.end, text[point.start : point.end])


def present_after(text: str, at: int, languages: Sequence[str]) -> DatePoint | None:
    """The "present" that ends a range, after a dash or where nothing else follows in the line."""
    words = date_words()
    found = words.present_after.match(text, at)
    if found:
        start, end = found.span("now")
        return DatePoint(PRESENT, start, end, text[start:end])
    join = words.join.match(text, at)
    word = LAST_WORD.match(text, join.end()) if join else None
    if word and is_foreign_present(word[1], tuple(languages)):
        return DatePoint(PRESENT, word.start(1), word.end(1), word[1])
    return None


def make_range(text: str, floor: int, span: tuple[int, int], start: DatePoint | None, end: DatePoint | None) -> DateRange:
    """A range with the words in front of it, such as "from"; `floor` is the end of the date before."""
    first, last = span
    opener = date_words().opener.search(text, max(floor, first - CONTEXT), first)
    first = opener.start(1) if opener else first
    flawed = bool(start and end and end.value != PRESENT and earlier(end.value, start.value))
    return DateRange(first, last, text[first:last], start, end, flawed=flawed)


def earlier(one: str, two: str) -> bool:
    """The first ISO value lies before the second, as far as both say."""
    shared = min(len(one), len(two))
    return one[:shared] < two[:shared]


def shared_year(text: str, floor: int, point: Point, languages: Sequence[str]) -> DateRange | None:
    """The range of "May - Aug 2019", "03 - 05/2019" or "01.03. - 30.06.2019": the year stands only once."""
    if point.month is None or point.last_month:
        return None
    found = date_words().shared.search(text, max(floor, point.start - CONTEXT), point.start)
    if not found:
        return None
    month, day = month_of(found["word"], languages) if found["word"] else None, found["day"]
    if found["last"] and point.form == "numeric":
        month, day = int(found["last"]), None
    elif found["last"] and point.form == "full":
        month, day = int(found["last"]), found["first"]
    if not month or month > MONTHS:
        return None
    year = point.year - 1 if month > point.month else point.year
    at = found.start("shown")
    start = DatePoint(iso(year, month, int(day) if day and point.day else None), at, found.end("shown"), found["shown"])
    return make_range(text, floor, (at, point.end), start, end_of(text, point))


def one_sided(text: str, floor: int, point: Point) -> DateRange:
    """A date after "since" or "until", one before an open dash, or a lone date."""
    words, first = date_words(), max(floor, point.start - CONTEXT)
    since = words.since.search(text, first, point.start)
    if since:
        now = DatePoint(PRESENT, since.start(1), since.end(1), since[1])
        return DateRange(since.start(1), point.end, text[since.start(1) : point.end], start_of(text, point), now)
    until = words.until.search(text, first, point.start)
    if until:
        return DateRange(until.start(1), point.end, text[until.start(1) : point.end], None, end_of(text, point))
    dash = words.open_dash.match(text, point.end)
    if dash:
        return make_range(text, floor, (point.start, dash.end(1)), start_of(text, point), None)
    return DateRange(point.start, point.end, text[point.start : point.end], start_of(text, point), None, single=True)


def read_birth_date(text: str, language: str, *, day_first: bool | None = None) -> DatePoint | None:
    """The first date of the text that names a day, as after a birth label; None where there is none."""
    for point in read_points(text, (language,), day_first=day_first):
        if point.day and not point.weak:
            return start_of(text, point)
    return None
