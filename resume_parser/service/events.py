"""Events: what a source is told about an upload, as the row of the outbox from which it is sent."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel
from sqlalchemy.orm import Session

from resume_parser.schema.profile import Source as SourceObject
from resume_parser.service.moments import now, written
from resume_parser.service.storage.tables import PENDING, Event, Profile, Source, Upload
from resume_parser.service.stored import source_object

Outcome = Literal["success", "error", "update"]

SUCCEEDED: tuple[Outcome, str] = ("success", "Profile parsed successfully.")
UPDATED: tuple[Outcome, str] = ("update", "Profile parsed again successfully.")
NAMES: dict[str, dict[Outcome, str]] = {  # family of the source -> outcome -> name; the older family has no name for an update
    "parsing": {"success": "profile.parsing.success", "error": "profile.parsing.error", "update": "profile.parsing.update"},
    "parse": {"success": "profile.parse.success", "error": "profile.parse.error", "update": "profile.parse.success"},
}


class EventProfile(BaseModel):
    """Which profile an event is about: enough to fetch it. The text of a resume never travels in a webhook."""

    id: int | None
    key: str | None
    reference: str | None
    source_key: str
    source: SourceObject
    created_at: str | None
    updated_at: str | None


class EventPayload(BaseModel):
    """The body of a webhook."""

    type: str
    origin: Literal["api"]
    message: str
    profile: EventProfile


def add_event(session: Session, upload: Upload, outcome: Outcome, message: str) -> Event | None:
    """The event of an upload, written to the outbox; None where its source is not to be told."""
    if not upload.is_notified:
        return None
    about = _about(upload.source, upload.profile)
    return _add(session, upload.source, _payload(upload.source, about, outcome, message), upload.id)


def add_refusal(session: Session, source: Source, reference: str | None, message: str) -> Event | None:
    """The event of a synchronous upload that could not be parsed, of which no profile came; None without a webhook."""
    if source.webhook_url is None:
        return None
    about = _about(source, None).model_copy(update={"reference": reference})
    return _add(session, source, _payload(source, about, "error", message), None)


def _add(session: Session, source: Source, payload: str, upload_id: int | None) -> Event:
    moment = now()
    event = Event(source=source, upload_id=upload_id, payload=payload, state=PENDING, next_at=moment, created_at=moment)
    session.add(event)
    return event


def _about(source: Source, profile: Profile | None) -> EventProfile:
    return EventProfile(
        id=profile.id if profile else None,
        key=profile.key if profile else None,
        reference=profile.reference if profile else None,
        source_key=source.key,
        source=source_object(source),
        created_at=written(profile.created_at) if profile else None,
        updated_at=written(profile.updated_at) if profile else None,
    )


def _payload(source: Source, about: EventProfile, outcome: Outcome, message: str) -> str:
    """The JSON of an event in ASCII."""
    payload = EventPayload(type=NAMES[source.event_family][outcome], origin="api", message=message, profile=about)
    return payload.model_dump_json(ensure_ascii=True)
