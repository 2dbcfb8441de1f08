"""The multipart form of an upload, read and checked field by field; the first of several equal fields counts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, JsonValue, TypeAdapter
from pydantic_core import from_json
from starlette.datastructures import FormData, UploadFile

from resume_parser.service.refusals import invalid, invalid_source

ALIASES = {"profile_content_type": "content_type", "profile_reference": "reference"}
TRUE, FALSE = ("1", "True"), ("0", "False")
MAX_FIELD_BYTES = 1_000_000  # of one text field
MAX_REFERENCE = 500  # characters: databases index it
MAX_FILE_NAME = 255
YEARS = range(1900, 2201)  # of a creation date; others are slips of the keyboard
_ROWS = TypeAdapter(list[dict[str, JsonValue]])


class CallerRows(BaseModel):
    """What the caller sends along and gets back in the Profile; kept with the upload."""

    created_at: datetime | None = None
    labels: list[dict[str, JsonValue]] = []
    tags: list[dict[str, JsonValue]] = []
    metadatas: list[dict[str, JsonValue]] = []


@dataclass(frozen=True, slots=True)
class Submission:
    """One upload as it was asked for."""

    source_key: str
    data: bytes
    file_name: str
    sync_parsing: bool
    sync_parsing_indexing: bool
    webhook_parsing_sending: bool
    key: str | None  # of the profile to parse again
    reference: str | None
    rows: CallerRows


async def read_submission(form: FormData) -> Submission:
    """The upload in a form; raises RefusedError for what cannot be used."""
    fields = _fields(form)
    if not fields.get("source_key"):
        raise invalid_source()
    file = first_file(form)
    return Submission(
        source_key=fields["source_key"],
        data=await file.read(),
        file_name=_file_name(file.filename),
        sync_parsing=_flag(fields, "sync_parsing"),
        sync_parsing_indexing=_flag(fields, "sync_parsing_indexing"),
        webhook_parsing_sending=_flag(fields, "webhook_parsing_sending"),
        key=fields.get("key") or None,
        reference=_reference(fields),
        rows=CallerRows(
            created_at=moment(fields.get("created_at") or None, "created_at"),
            labels=_rows(fields, "labels"),
            tags=_rows(fields, "tags"),
            metadatas=_rows(fields, "metadatas"),
        ),
    )


def first_file(form: FormData) -> UploadFile:
    """The first part that is a file named `file`; raises RefusedError where there is none."""
    file = next((value for name, value in form.multi_items() if name == "file" and isinstance(value, UploadFile)), None)
    if file is None:
        raise invalid("file is missing. Send the resume as a part named file.")
    return file


def _fields(form: FormData) -> dict[str, str]:
    """The text fields by their proper names."""
    fields: dict[str, str] = {}
    for name, value in form.multi_items():
        if not isinstance(value, str):
            continue
        if "\0" in value:  # no database could look for it
            raise invalid_source() if name == "source_key" else invalid(f"{name} must be text without null characters.")
        fields.setdefault(ALIASES.get(name, name), value)
    return fields


def _flag(fields: dict[str, str], name: str) -> bool:
    value = fields.get(name) or FALSE[0]
    if value not in (*TRUE, *FALSE):
        raise invalid(f"{name} must be 0 or 1.")
    return value in TRUE


def _reference(fields: dict[str, str]) -> str | None:
    reference = fields.get("reference") or None
    if reference and (len(reference) > MAX_REFERENCE or not reference.isprintable()):
        raise invalid(f"reference must be at most {MAX_REFERENCE} printable characters.")
    return reference


def _rows(fields: dict[str, str], name: str) -> list[dict[str, JsonValue]]:
    """The objects of a JSON list; [] for null, an empty or an absent field."""
    text = fields.get(name)
    if not text:
        return []
    try:
        value = from_json(text, allow_inf_nan=False)
        json.dumps(value, allow_nan=False)  # 1e999 is read as infinity and could not be given back
        return [] if value is None else _ROWS.validate_python(value)
    except ValueError as error:  # that of pydantic too
        raise invalid(f"{name} must be a JSON list of objects.") from error


def moment(text: str | None, name: str) -> datetime | None:
    """The moment of an ISO 8601 text, None for None; raises RefusedError for any other text."""
    if text is None:
        return None
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise invalid(f"{name} must be a date of ISO 8601, for example 2026-01-15T12:30:00+0000.") from error
    if value.year not in YEARS:
        raise invalid(f"{name} must be a date between {YEARS[0]} and {YEARS[-1]}.")
    return value


def _file_name(name: str | None) -> str:
    """The last part of a sent file name without control characters, "resume" where there is none."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    clean = "".join(character for character in last if character.isprintable())
    return clean.encode("utf-8", "replace").decode()[-MAX_FILE_NAME:] or "resume"
