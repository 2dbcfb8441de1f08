"""The objects of a parse in the shape in which the service keeps and answers them: with their keys, source, dates and links."""

from __future__ import annotations

from dataclasses import dataclass

from resume_parser.document import Picture
from resume_parser.result import Result
from resume_parser.schema.parsing import Parsing
from resume_parser.schema.profile import Profile
from resume_parser.schema.profile import Source as SourceObject
from resume_parser.service.form import CallerRows
from resume_parser.service.moments import written
from resume_parser.service.storage import tables
from resume_parser.service.storage.files import FileStore

SOURCE_TYPE, SOURCE_SUBTYPE, SOURCE_ENVIRONMENT = "api", "resume-parser", "production"
PICTURE_EXTENSIONS = {"image/jpeg": ".jpg", "image/png": ".png", "image/bmp": ".bmp", "image/gif": ".gif", "image/tiff": ".tiff"}


@dataclass(frozen=True, slots=True)
class StoredObjects:
    """The two objects as they are answered."""

    parsing: Parsing
    profile: Profile


def source_object(source: tables.Source) -> SourceObject:
    """The source as it stands in a Profile."""
    return SourceObject(key=source.key, name=source.name, type=SOURCE_TYPE, subtype=SOURCE_SUBTYPE, environment=SOURCE_ENVIRONMENT)


def stored_objects(result: Result, row: tables.Profile, token: str, rows: CallerRows, public_url: str) -> StoredObjects:
    """The objects of a parse for the profile in `row`, their files under `token`."""
    link = f"{public_url.rstrip('/')}/v1/attachments/{token}"
    picture = f"{link}/picture{picture_extension(result.picture)}" if result.picture else None
    updated, created = written(row.updated_at), written(row.created_at)
    attachments = [
        one.model_copy(update={"public_url": f"{link}/{one.type}{one.extension}", "updated_at": updated, "created_at": updated})
        for one in result.profile.attachments
    ]
    parsing = result.parsing.model_copy(update={"key": row.key, "picture": picture})
    profile = result.profile.model_copy(
        update={
            "id": row.id,
            "key": row.key,
            "reference": row.reference,
            "source_key": row.source.key,
            "source": source_object(row.source),
            "created_at": created,
            "updated_at": updated,
            "info": result.profile.info.model_copy(update={"picture": picture}),
            "attachments": attachments,
            "labels": rows.labels,
            "tags": rows.tags,
            "metadatas": rows.metadatas,
        }
    )
    return StoredObjects(parsing, profile)


def read_parsing(row: tables.Profile) -> Parsing | None:
    """The Parsing of a profile, None until it is parsed."""
    return Parsing.model_validate_json(row.parsing) if row.parsing else None


def read_profile(row: tables.Profile) -> Profile | None:
    """The Profile as it is today, None until it is parsed."""
    if row.profile is None:
        return None
    archived = written(row.archived_at) if row.archived_at else None
    changes = {"reference": row.reference, "updated_at": written(row.updated_at), "archive": archived, "archived_at": archived}
    return Profile.model_validate_json(row.profile).model_copy(update=changes)


def picture_extension(picture: Picture) -> str:
    """The extension of a photograph by its type."""
    return PICTURE_EXTENSIONS.get(picture.mime_type, ".jpg")


def keep_picture(files: FileStore, token: str, result: Result) -> None:
    """Keeps the photograph of the candidate beside the file that it was found in."""
    if result.picture:
        files.put(token, "picture", result.picture.data)
