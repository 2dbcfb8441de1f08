"""Years covered by a list of dated entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

DAYS_PER_YEAR = 365  # the contract divides by 365, leap years included

Period = tuple[date | None, date | None]  # start and end of an entry, None where unknown


def years_covered(periods: Iterable[Period]) -> float:
    """Days of the union of the periods / 365; periods that lack an end or run backwards do not count, 0.0 when none is left."""
    known = sorted((start, end) for start, end in periods if start and end and start <= end)
    days = 0
    covered_to = date.min
    for start, end in known:
        if end > covered_to:
            days += (end - max(start, covered_to)).days
            covered_to = end
    return days / DAYS_PER_YEAR
