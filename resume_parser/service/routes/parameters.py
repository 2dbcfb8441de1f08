"""Query parameters that lists and single profiles share, as the official client sends them."""

from __future__ import annotations

from datetime import datetime, time
from typing import Annotated, Literal

from pydantic import Field, JsonValue
from pydantic_core import from_json

from resume_parser.service.form import moment
from resume_parser.service.moments import utc
from resume_parser.service.outcomes import tag_value
from resume_parser.service.refusals import invalid

MAX_LIMIT = 1000  # rows of one page
MAX_PAGE = 1_000_000
MAX_TEXT = 1000  # characters of a filter

PageNumber = Annotated[int, Field(ge=1, le=MAX_PAGE)]
Limit = Annotated[int, Field(ge=1, le=MAX_LIMIT)]
Order = Literal["asc", "desc"]
Sort = Literal["created_at", "updated_at"]
Text = Annotated[str | None, Field(max_length=MAX_TEXT, pattern=r"^[^\x00]*$")]
RequiredText = Annotated[str, Field(max_length=MAX_TEXT, pattern=r"^[^\x00]*$")]
JsonText = Annotated[str | None, Field(max_length=MAX_TEXT * 10)]
RequiredJson = Annotated[str, Field(max_length=MAX_TEXT * 10, examples=['["0123456789abcdef0123456789abcdef01234567"]'])]


def texts(value: str | None, name: str) -> tuple[str, ...]:
    """The texts of a JSON list; a text that is no JSON list is one text."""
    if not value:
        return ()
    if not value.lstrip().startswith("["):
        return (value,)
    parsed = _parsed(value, name)
    if not isinstance(parsed, list) or not all(isinstance(item, str) and "\0" not in item for item in parsed):
        raise invalid(f"{name} must be a JSON list of texts.")
    return tuple(str(item) for item in parsed)


def source_keys(value: str) -> tuple[str, ...]:
    """The keys of a JSON list, at least one."""
    keys = texts(value, "source_keys")
    if not keys or "\0" in value:
        raise invalid("source_keys must be a JSON list of source keys.")
    return keys


def tags(value: str | None, name: str) -> tuple[tuple[str, str], ...]:
    """Name and JSON value of the tags of a JSON list `[{"name": ..., "value": ...}]`."""
    parsed = _parsed(value, name) if value else []
    if not isinstance(parsed, list):
        raise invalid(f"{name} must be a JSON list of tags.")
    return tuple(_tag(item, name) for item in parsed)


def _tag(item: JsonValue, name: str) -> tuple[str, str]:
    if not isinstance(item, dict) or not isinstance(item.get("name"), str) or "\0" in str(item["name"]):
        raise invalid(f"{name} must be a JSON list of objects with a name and a value.")
    return str(item["name"]), tag_value(item.get("value"))


def _parsed(value: str, name: str) -> JsonValue:
    try:
        parsed: JsonValue = from_json(value, allow_inf_nan=False)
    except ValueError as error:
        raise invalid(f"{name} is no JSON.") from error
    return parsed


def day_start(value: str | None, name: str) -> datetime | None:
    """The moment of an ISO 8601 text in UTC; a day counts from its first second."""
    found = moment(value or None, name)
    return utc(found) if found else None


def day_end(value: str | None, name: str) -> datetime | None:
    """The moment of an ISO 8601 text in UTC; a day counts to its last second."""
    found = day_start(value, name)
    is_day = found is not None and value is not None and len(value.strip()) == len("2026-01-15")
    return found.replace(hour=time.max.hour, minute=time.max.minute, second=time.max.second) if found and is_day else found
