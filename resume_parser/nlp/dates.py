"""Dates and date ranges of a text, with offsets: "Jan 2018 - Mar 2020", "seit 03/2020", "2015/16", "Fall 2014".

`find_dates` reads points first (nlp/date_points.py) and then joins neighbours that a dash or a word such as "to" connects.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One date as printed: its value is "2019", "2019-03", "2019-03-14" or "present"."""

    value: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of dates, or a lone date; `start` and `end` are offsets of the whole, brackets and words such as "since" included.

    A lone date is `single` and stands in `date_start` ("2014") or in `date_end` (after a word such as "until" or "expected").
    `date_end` None with `single` False is an open range ("2019 -"). `flawed` = the end lies before the start.
    """

    start: int
    end: int
    text: str
    date_start: DatePoint | None
    date_end: DatePoint | None
    single: bool = False
    flawed: bool = False
