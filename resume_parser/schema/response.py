"""The bodies that the endpoint answers with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from resume_parser.schema.common import Model
from resume_parser.schema.parsing import Parsing
from resume_parser.schema.profile import Profile

QUEUED_MESSAGE = "Your profile as been sent successfully to the Parsing Queue."  # the spelling is part of the contract


class ParsedData(Model):
    """The two objects of a parsed file."""

    parsing: Parsing
    profile: Profile


class ParsedResponse(Model):
    """Answer to a synchronous upload."""

    code: Literal[201]
    message: str
    data: ParsedData


class QueuedResponse(Model):
    """Answer to an asynchronous upload; `data` is an empty list."""

    code: Literal[202]
    message: str
    data: Annotated[list[None], Field(max_length=0)]


class ErrorResponse(Model):
    """Answer to a request that failed; it has no `data`."""

    code: Annotated[int, Field(ge=400, le=599)]
    message: str


def parsed_response(parsing: Parsing, profile: Profile, seconds: float) -> ParsedResponse:
    """The 201 body; `seconds` is the measured time of the parse."""
    message = f"Profile parsed successfully. Profile extraction finished : {seconds} seconds."
    return ParsedResponse(code=201, message=message, data=ParsedData(parsing=parsing, profile=profile))


def queued_response() -> QueuedResponse:
    """The 202 body."""
    return QueuedResponse(code=202, message=QUEUED_MESSAGE, data=[])
