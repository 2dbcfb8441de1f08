"""Writes what became of an upload, in one transaction with the event that tells of it: parsed, indexed or failed."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue
from pydantic_core import to_json
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from resume_parser.result import Result
from resume_parser.schema.profile import Profile as ProfileObject
from resume_parser.service.events import SUCCEEDED, UPDATED, add_event
from resume_parser.service.form import CallerRows
from resume_parser.service.moments import now, utc
from resume_parser.service.storage.search import fold, forget_words, index_words
from resume_parser.service.storage.tables import DONE, FAILED, PARSED, Event, Profile, ProfileTag, Upload
from resume_parser.service.stored import StoredObjects, read_profile, stored_objects


@dataclass(frozen=True, slots=True)
class Saved:
    """The objects of a parsed upload, the event that tells of them (None where nobody is told) and the files they replace."""

    objects: StoredObjects
    event: Event | None
    replaced: str | None  # token of the files, None where they replace none


def save_parsed(session: Session, upload: Upload, result: Result, public_url: str) -> Saved:
    """Gives the profile of an upload its content; that of a later upload to the same profile is not overwritten."""
    profile = upload.profile
    assert profile is not None
    if upload.is_update:  # others may write to it too; a new profile is known to nobody else
        session.execute(select(Profile.id).where(Profile.id == profile.id).with_for_update())
        session.refresh(profile)
    rows = CallerRows.model_validate_json(upload.request)
    previous = session.get(Upload, profile.upload_id) if profile.upload_id else None
    is_newest = previous is None or previous.id <= upload.id
    if is_newest:
        profile.updated_at = now()
        profile.created_at = utc(rows.created_at) if rows.created_at else profile.created_at
    objects = stored_objects(result, profile, upload.token, rows, public_url)
    if is_newest:
        profile.upload_id = upload.id
        profile.full_name = fold(objects.profile.info.full_name or "") or None
        profile.parsing, profile.profile = objects.parsing.model_dump_json(), objects.profile.model_dump_json()
        if rows.tags or upload.is_update:
            _save_tags(session, profile.id, rows.tags)
    upload.state, upload.finished_at, upload.lease_until = PARSED, now(), None
    outcome, message = UPDATED if upload.is_update else SUCCEEDED
    event = add_event(session, upload, outcome, message)
    return Saved(objects, event, previous.token if previous and is_newest and previous.id != upload.id else None)


def _save_tags(session: Session, profile_id: int, tags: list[dict[str, JsonValue]]) -> None:
    session.execute(delete(ProfileTag).where(ProfileTag.profile_id == profile_id))
    pairs = {(str(tag["name"]), tag_value(tag.get("value"))) for tag in tags if "name" in tag}
    session.add_all(ProfileTag(profile_id=profile_id, name=name, value=value) for name, value in sorted(pairs))


def tag_value(value: JsonValue) -> str:
    """The form in which values of tags are compared: their JSON."""
    return to_json(value).decode()


def save_indexed(session: Session, upload: Upload, content: ProfileObject | None = None) -> None:
    """Ends the work on a parsed upload: a search finds its profile from now on. `content`, where at hand, saves reading it."""
    profile = upload.profile
    if profile is not None and profile.upload_id == upload.id and (content := content or read_profile(profile)):
        if profile.indexed_at:
            forget_words(session, profile.id)
        index_words(session, profile.id, words_to_index(content))
        profile.indexed_at = now()
    upload.state = DONE


def save_unindexed(session: Session, upload: Upload) -> None:
    """Ends the work on a parsed upload: a search finds its profile no more, since the words of older content are not its own."""
    if upload.profile is not None and upload.profile.indexed_at:
        forget_words(session, upload.profile.id)
        upload.profile.indexed_at = None
    upload.state = DONE


def words_to_index(profile: ProfileObject) -> str:
    """The text by which a profile is found: that of the resume and the names that were read from it."""
    return "\n".join((profile.text, profile.info.full_name or "", *(skill.name for skill in profile.skills)))


def save_failed(session: Session, upload: Upload, message: str) -> Event | None:
    """Ends the work on an upload that cannot be parsed; returns the event that tells of it.

    A profile that was to come of it goes, and its reference is free again.
    """
    upload.state, upload.error, upload.finished_at, upload.lease_until = FAILED, message, now(), None
    event = add_event(session, upload, "error", message)
    profile = upload.profile
    if profile is not None and not upload.is_update:
        upload.profile = None
        session.flush()
        session.delete(profile)
    return event
