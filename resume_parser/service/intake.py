"""Accepts uploads: finds the source, claims key and reference, writes the rows that say what is to be done."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from resume_parser import formats
from resume_parser.errors import LimitExceededError
from resume_parser.service.form import Submission
from resume_parser.service.keys import record_key
from resume_parser.service.moments import now, utc
from resume_parser.service.refusals import invalid_source, not_found, used_reference
from resume_parser.service.storage.tables import QUEUED, Profile, Source, Upload


def find_source(session: Session, key: str) -> Source:
    """The source of an upload; raises RefusedError where there is none."""
    source = session.scalar(select(Source).where(Source.key == key))
    if source is None:
        raise invalid_source()
    return source


def is_sync(source: Source, submission: Submission) -> bool:
    """True if the answer holds the parsed objects: the source allows it and the caller asks for it, or it always does."""
    return source.sync_mode == "always" or (source.sync_mode == "on" and submission.sync_parsing)


def check_claims(session: Session, source: Source, submission: Submission) -> Profile | None:
    """The profile to parse again, None for a new one; raises RefusedError for an unknown key or a used reference."""
    profile = _by_key(session, source, submission.key) if submission.key else None
    if submission.key and profile is None:
        raise not_found("profile")
    if submission.reference:
        query = select(Profile.id).where(Profile.source_id == source.id, Profile.reference == submission.reference)
        holder = session.scalar(query)
        if holder is not None and (profile is None or holder != profile.id):
            raise used_reference(submission.reference)
    return profile


def _by_key(session: Session, source: Source, key: str) -> Profile | None:
    return session.scalar(select(Profile).where(Profile.source_id == source.id, Profile.key == key))


def check_file(submission: Submission, max_bytes: int) -> None:
    """Raises InputError for a file of which its first bytes or its size already say that it cannot be parsed."""
    if len(submission.data) > max_bytes:
        raise LimitExceededError(f"The file has {len(submission.data)} bytes, above the limit of {max_bytes}. Send a smaller file.")
    formats.detect(submission.data, submission.file_name)


def register(session: Session, source: Source, submission: Submission, token: str, *, is_sync: bool) -> Upload:
    """A new upload with its profile; raises RefusedError where another request was faster to claim the reference."""
    profile = check_claims(session, source, submission)
    is_update = profile is not None
    if profile is None:
        moment = now()
        profile = Profile(key=record_key(), source=source, reference=submission.reference, created_at=moment, updated_at=moment)
        profile.created_at = utc(submission.rows.created_at or moment)
        session.add(profile)
    elif submission.reference:
        profile.reference = submission.reference
    upload = Upload(
        token=token,
        source=source,
        profile=profile,
        file_name=submission.file_name,
        request=submission.rows.model_dump_json(),
        is_update=is_update,
        is_notified=source.webhook_url is not None and (submission.webhook_parsing_sending or not is_sync),
        state=QUEUED,
        received_at=now(),
    )
    session.add(upload)
    try:
        session.flush()
    except IntegrityError as error:
        raise used_reference(submission.reference or "") from error
    return upload
