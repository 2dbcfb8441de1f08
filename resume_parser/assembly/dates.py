"""Turns normalised date values into days and into the date shapes of the two objects.

A value is "2019", "2019-03", "2019-03-14" or "present". Anything else, an impossible day included, is None.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from resume_parser.entities import Entity
from resume_parser.schema.parsing import ParsingDate

PRESENT = "present"
_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FULL_LENGTH = len("2019-03-14")
NO_DATE = ParsingDate(iso8601=None, text=None, timestamp=None)


def start_day(value: str, reference: date) -> date | None:
    """The first day that the value can mean: a year is its 1 January, a month its first day, "present" the reference date."""
    return _day(value, reference, month=1, day=1)


def end_day(value: str, reference: date) -> date | None:
    """The last day of a year, but the first day of a month (the contract counts so); "present" is the reference date."""
    return _day(value, reference, month=12, day=31)


def _day(value: str, reference: date, *, month: int, day: int) -> date | None:
    """The day of the value; `month` and `day` complete a lone year."""
    if value == PRESENT:
        return reference
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    numbers = [int(part) for part in match.groups() if part]
    complete = {1: (*numbers, month, day), 2: (*numbers, 1), 3: (*numbers,)}[len(numbers)]
    try:
        return date(*complete)
    except ValueError:
        return None


def birth_day(value: str) -> date | None:
    """The day of birth; None when the value is not a full date, since a day must not be made up."""
    return start_day(value, date.min) if len(value) == _FULL_LENGTH else None


def day_text(day: date | None) -> str | None:
    """`YYYY-MM-DDT00:00:00`, None for None."""
    return f"{day.isoformat()}T00:00:00" if day else None


def moment_text(day: date | None) -> str | None:
    """`YYYY-MM-DDT00:00:00+0000`, None for None."""
    return f"{day.isoformat()}T00:00:00+0000" if day else None


def parsing_date(day: date | None, entity: Entity | None) -> ParsingDate | None:
    """The date object of an entry with its printed text; None when there is no day."""
    if day is None or entity is None:
        return None
    return ParsingDate(iso8601=day_text(day), text=entity.text, timestamp=_epoch_seconds(day))


def parsing_birth(entity: Entity | None) -> ParsingDate:
    """The birth date object; the printed text stays where the day is not complete, all members are None without one."""
    if entity is None:
        return NO_DATE
    return parsing_date(birth_day(entity.value), entity) or ParsingDate(iso8601=None, text=entity.text, timestamp=None)


def _epoch_seconds(day: date) -> int:
    """Seconds from 1970-01-01 to midnight UTC of the day; negative before."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
