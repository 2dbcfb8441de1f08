"""Reads what is scored out of a gold object or a Profile: both have the same shape, so one reader serves both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from resume_parser.evaluation.alike import PRESENT, Value

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Fields: TypeAlias = Mapping[str, Value | None]

INFO_KEYS = (
    "full_name", "first_name", "last_name", "email", "phone", "location", "date_birth", "driving_license", "gender", "summary",
)  # fmt: skip
LIST_KEYS = ("skills", "languages", "certifications", "courses", "interests")
ENTRY_LISTS = {"exp": ("experiences", "company"), "edu": ("educations", "school")}
ENTRY_KEYS = ("title", "location", "date_start", "date_end", "description")


@dataclass(frozen=True, slots=True)
class Facts:
    """The scored values of one resume. A field that is not there is not scored, a value of None says that there is none."""

    values: Fields = field(default_factory=dict)
    lists: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    entries: Mapping[str, tuple[Fields, ...]] = field(default_factory=dict)


NOTHING = Facts()
NO_SCORES: Mapping[str, float] = {}


def read_facts(data: Json, today: str = "", scores: Mapping[str, float] = NO_SCORES) -> Facts:
    """The scored values of a gold object or of a Profile as JSON.

    `today` (YYYY-MM-DD) is the reference date of the run: an end date on that day means "present". `scores` has how sure the
    parser is of the value at a path of the Profile, 0..1, for example `experiences[0].company`.
    """
    top = _object(data)
    info = _object(top.get("info"))
    values = {key: _sure(_value(info[key]), scores.get(f"info.{key}")) for key in INFO_KEYS if key in info}
    if "text_language" in top:
        values["text_language"] = _value(top["text_language"])
    lists = {key: tuple(_rows(top[key], key, "name", scores)) for key in LIST_KEYS if key in top}
    if "urls" in info:
        lists["urls"] = tuple(_rows(info["urls"], "info.urls", "url", scores))
    entries = {kind: tuple(_entries(top[key], (key, org), today, scores)) for kind, (key, org) in ENTRY_LISTS.items() if key in top}
    return Facts(values, lists, entries)


def _sure(value: Value | None, score: float | None) -> Value | None:
    """The value with its score."""
    return value if value is None or score is None else replace(value, score=score)


def _object(data: Json) -> dict[str, Json]:
    """The object, an empty one for anything else."""
    return data if isinstance(data, dict) else {}


def _value(data: Json) -> Value | None:
    """The value of a text, number or location; None for null, an empty text or a location that says nothing."""
    if isinstance(data, dict):
        return _place(data)
    text = "" if data is None or isinstance(data, list) else str(data).strip()
    return Value(text, city=text.partition(",")[0].strip()) if text else None


def _place(data: dict[str, Json]) -> Value | None:
    """The place of a location object, with the city of a gold object (`city`) or of a Profile (`fields.city`)."""
    city = _text(data.get("city") or _object(data.get("fields")).get("city"))
    text = _text(data.get("text")) or city
    return Value(text, city=city or text.partition(",")[0].strip()) if text else None


def _text(data: Json) -> str:
    """The text, "" for anything else."""
    return data.strip() if isinstance(data, str) else ""


def _rows(data: Json, path: str, key: str, scores: Mapping[str, float]) -> Iterator[Value]:
    """The value of each row of a list of texts or of objects that hold it under `key`."""
    for index, row in enumerate(data if isinstance(data, list) else []):
        text = _text(row.get(key) if isinstance(row, dict) else row)
        if text:
            yield Value(text, score=scores.get(f"{path}[{index}].{key}"))


def _entries(data: Json, names: tuple[str, str], today: str, scores: Mapping[str, float]) -> Iterator[Fields]:
    """The scored values of each job or degree; `names` are those of the list and of the organisation in it."""
    path, org = names
    for index, row in enumerate(data if isinstance(data, list) else []):
        entry = _object(row)
        fields = {key: _sure(_value(entry[key]), scores.get(f"{path}[{index}].{key}")) for key in (*ENTRY_KEYS, org) if key in entry}
        end = fields.get("date_end")
        if end and today and end.text.startswith(today):
            fields["date_end"] = Value(PRESENT, score=end.score)
        yield fields
