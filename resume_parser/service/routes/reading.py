"""What is known of one profile: Parsing, Profile, attachments; and archiving it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel
from sqlalchemy import select
from starlette.responses import Response

from resume_parser import formats
from resume_parser.service.answers import (
    ArchiveAnswer,
    ArchivedKey,
    AttachmentsAnswer,
    ParsingAnswer,
    ProfileAnswer,
    respond,
)
from resume_parser.service.context import Service
from resume_parser.service.moments import now
from resume_parser.service.profiles import find_profile
from resume_parser.service.refusals import RefusedError, not_found
from resume_parser.service.routes.access import Reader, Running, Writer
from resume_parser.service.routes.documents import errors
from resume_parser.service.routes.parameters import RequiredText, Text
from resume_parser.service.storage.tables import Upload
from resume_parser.service.stored import PICTURE_EXTENSIONS, read_parsing, read_profile

ATTACHMENT = re.compile(r"(original|resume|picture)(\.[a-z]+)")
KEPT_AS = {"original": "original", "resume": "original", "picture": "picture"}  # the resume is read as it was sent
MIME_TYPES = {extension: row.mime_types[0] for row in formats.FORMATS for extension in row.extensions}
MIME_TYPES |= {extension: mime_type for mime_type, extension in PICTURE_EXTENSIONS.items()}

router = APIRouter(prefix="/v1", tags=["Profile"], responses=errors(400, 401, 429, 503))


class Named(BaseModel):
    """Which profile is asked for: by its key or by the caller's reference."""

    source_key: RequiredText
    key: Text = None
    reference: Text = None


Which = Annotated[Named, Query()]


@router.get("/profile/parsing", response_model=ParsingAnswer, summary="The Parsing of a profile")
def get_parsing(service: Running, _key: Reader, named: Which) -> Response:
    """The Parsing; refused until the profile is parsed."""
    with service.database.read() as session:
        parsing = read_parsing(find_profile(session, named.source_key, named.key, named.reference))
    if parsing is None:
        raise not_found("profile")
    return respond(ParsingAnswer(data=parsing), 200)


@router.get("/profile/indexing", response_model=ProfileAnswer, summary="A Profile")
def get_profile(service: Running, _key: Reader, named: Which) -> Response:
    """The Profile; refused until it is parsed."""
    return respond(ProfileAnswer(data=_profile(service, named).data), 200)


@router.get("/profile/indexing/attachments", response_model=AttachmentsAnswer, summary="The files of a profile")
def get_attachments(service: Running, _key: Reader, named: Which) -> Response:
    """The rows of the files, each with the link to its bytes."""
    return respond(AttachmentsAnswer(data=_profile(service, named).data.attachments), 200)


def _profile(service: Service, named: Named) -> ProfileAnswer:
    with service.database.read() as session:
        profile = read_profile(find_profile(session, named.source_key, named.key, named.reference))
    if profile is None:
        raise not_found("profile")
    return ProfileAnswer(data=profile)


class Archiving(BaseModel):
    """Which profile to archive (1) or to bring back (0)."""

    source_key: RequiredText
    key: Text = None
    reference: Text = None
    is_archive: Literal[0, 1] = 1


@router.patch("/profile/indexing/archive", response_model=ArchiveAnswer, summary="Archive a profile or bring it back")
def archive_profile(service: Running, _key: Writer, archiving: Archiving) -> Response:
    """Archived profiles are kept and are not found by searches."""
    with service.database.write() as session:
        row = find_profile(session, archiving.source_key, archiving.key, archiving.reference)
        row.archived_at = (row.archived_at or now()) if archiving.is_archive else None
        row.updated_at = now()
        key = row.key
    return respond(ArchiveAnswer(message=f"Profile {'archived' if archiving.is_archive else 'restored'}", data=ArchivedKey(key=key)), 200)


@router.get(
    "/attachments/{token}/{name}",
    summary="The bytes of an attachment",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}, "description": "the file"}, **errors(404)},
)
def get_file(service: Running, token: str, name: str) -> Response:
    """A file by the link in its profile; whoever has the link may read it, since it cannot be guessed."""
    found = ATTACHMENT.fullmatch(name)
    with service.database.read() as session:
        is_known = found is not None and session.scalar(select(Upload.id).where(Upload.token == token)) is not None
    data = service.files.get(token, KEPT_AS[found[1]]) if found and is_known else None
    if found is None or data is None:
        raise RefusedError(404, "Not Found")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(data, media_type=MIME_TYPES.get(found[2], "application/octet-stream"), headers=headers)
