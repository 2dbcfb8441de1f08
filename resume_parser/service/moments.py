"""The moments of the answers: UTC, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The current moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def utc(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone counts as UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def written(moment: datetime) -> str:
    """`YYYY-MM-DDTHH:MM:SS+0000`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S+0000")
