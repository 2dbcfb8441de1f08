"""What the OpenAPI document says beyond the signatures: errors and the form of an upload."""

from __future__ import annotations

from pydantic import JsonValue

from resume_parser.schema.response import QUEUED_MESSAGE, ErrorResponse, QueuedResponse

MEANINGS = {
    400: "A parameter or the file cannot be used; the message says why.",
    401: "The API key is missing, invalid or not allowed to do this.",
    404: "There is no such file.",
    413: "The request is too large.",
    429: "Too many requests.",
    503: "The service cannot store anything for the moment.",
}
EXAMPLES = {
    400: "Invalid source fields",
    401: "Unauthorized. Invalid secret key: askr_0123456789abcdef0123456789abcdef for permission: write",
    404: "Not Found",
    413: "The request is larger than 52000000 bytes. Send a smaller file.",
    429: "Too many requests. The limit is 600 per 1 minute. Try again later.",
    503: "The file could not be stored. Try again later.",
}
_TEXT: JsonValue = {"type": "string"}
_FLAG: JsonValue = {"type": "string", "enum": ["0", "1", "True", "False"], "default": "0"}


def errors(*codes: int) -> dict[int | str, dict[str, object]]:
    """The answers to requests that fail."""
    return {code: {"model": ErrorResponse, "description": MEANINGS[code], "content": _example(code, EXAMPLES[code])} for code in codes}


def _example(code: int, message: str, **others: JsonValue) -> dict[str, object]:
    return {"application/json": {"example": {"code": code, "message": message, **others}}}


QUEUED: dict[int | str, dict[str, object]] = {
    202: {"model": QueuedResponse, "description": "The file is queued.", "content": _example(202, QUEUED_MESSAGE, data=[])}
}


_FILE: JsonValue = {"type": "string", "format": "binary", "description": "the resume; its content says what it is"}
FILE_FORM: JsonValue = {
    "required": True,
    "content": {"multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": {"file": _FILE}}}},
}


def _rows(name: str, example: str) -> JsonValue:
    return {"type": "string", "description": f"{name} of the profile: a JSON list of objects, given back unchanged", "example": example}


EXAMPLE_FORM: JsonValue = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["source_key", "file"],
                "properties": {
                    "source_key": {"type": "string", "description": "where to store the profile"},
                    "file": _FILE,
                    "sync_parsing": _FLAG,
                    "sync_parsing_indexing": _FLAG,
                    "webhook_parsing_sending": _FLAG,
                    "content_type": _TEXT,
                    "profile_content_type": _TEXT,
                    "key": {"type": "string", "description": "of a profile whose content the file replaces"},
                    "reference": {"type": "string", "description": "the caller's own id, unique in a source"},
                    "profile_reference": _TEXT,
                    "created_at": {"type": "string", "example": "2026-01-15T12:30:00+0000"},
                    "labels": _rows("labels", '[{"job_key": "5c2d", "stage": "new", "rating": 3}]'),
                    "tags": _rows("tags", '[{"name": "active", "value": true}]'),
                    "metadatas": _rows("metadatas", '[{"name": "origin", "value": "fair"}]'),
                },
            }
        }
    },
}
