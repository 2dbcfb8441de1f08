"""The bodies of the answers that are not those of the engine, and how a body becomes a response."""

from __future__ import annotations

from math import ceil
from typing import Literal

from pydantic import BaseModel
from starlette.responses import Response

from resume_parser.schema.parsing import Parsing
from resume_parser.schema.profile import Attachment, Profile
from resume_parser.schema.profile import Source as SourceObject
from resume_parser.schema.response import ErrorResponse


class ParsingAnswer(BaseModel):
    """The Parsing of one profile."""

    code: Literal[200] = 200
    message: Literal["Profile parsing"] = "Profile parsing"
    data: Parsing


class ProfileAnswer(BaseModel):
    """One Profile."""

    code: Literal[200] = 200
    message: Literal["Profile details"] = "Profile details"
    data: Profile


class AttachmentsAnswer(BaseModel):
    """The files of one profile."""

    code: Literal[200] = 200
    message: Literal["Profile attachments"] = "Profile attachments"
    data: list[Attachment]


class ArchivedKey(BaseModel):
    """Which profile was archived."""

    key: str


class ArchiveAnswer(BaseModel):
    """Answer to archiving a profile or bringing it back."""

    code: Literal[200] = 200
    message: str
    data: ArchivedKey


class Access(BaseModel):
    """What an API key opens."""

    team_name: str
    team_subdomain: str
    api_key_permission: Literal["read", "write", "all"]


class AccessAnswer(BaseModel):
    """Answer to a valid API key."""

    code: Literal[200] = 200
    message: Literal["Auth succeeded"] = "Auth succeeded"
    data: Access


class SourceAnswer(BaseModel):
    """One source."""

    code: Literal[200] = 200
    message: Literal["Source details"] = "Source details"
    data: SourceObject


class Meta(BaseModel):
    """Which page of a list this is: `count` rows on it, `total` rows on all pages."""

    page: int
    maxPage: int  # the contract's spelling
    count: int
    total: int

    @classmethod
    def of(cls, page: int, limit: int, count: int, total: int) -> Meta:
        """The place of a page; a list without rows has one page."""
        return cls(page=page, maxPage=max(1, ceil(total / limit)), count=count, total=total)


class SourcesAnswer(BaseModel):
    """A page of sources."""

    code: Literal[200] = 200
    message: Literal["List of sources"] = "List of sources"
    meta: Meta
    data: list[SourceObject]


class FoundProfiles(BaseModel):
    """The profiles that a search found."""

    profiles: list[Profile]


class SearchingAnswer(BaseModel):
    """A page of found profiles."""

    code: Literal[200] = 200
    message: Literal["Profile searching results"] = "Profile searching results"
    meta: Meta
    data: FoundProfiles


class ProfileRow(BaseModel):
    """A stored profile in one row: its keys and dates."""

    id: int
    key: str
    reference: str | None
    source_key: str
    created_at: str
    updated_at: str
    archived_at: str | None


class StoringAnswer(BaseModel):
    """A page of stored profiles: whole where `return_profile` asks for it, else in a row each."""

    code: Literal[200] = 200
    message: Literal["List of profiles"] = "List of profiles"
    meta: Meta
    data: list[Profile] | list[ProfileRow]


class HealthAnswer(BaseModel):
    """Answer to a probe."""

    code: Literal[200] = 200
    message: str


def respond(answer: BaseModel, code: int) -> Response:
    """The response with this body; the content type is exactly `application/json`."""
    return Response(answer.model_dump_json(), status_code=code, media_type="application/json")


def refuse(code: int, message: str) -> Response:
    """The response to a request that failed."""
    return respond(ErrorResponse(code=code, message=message), code)
