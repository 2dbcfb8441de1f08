"""Sends the events of the outbox: one attempt at a time, each later than the one before, until one succeeds or all are used up."""

from __future__ import annotations

from datetime import timedelta
from random import uniform
from typing import cast

import httpx
from sqlalchemy import CursorResult, select, update

from resume_parser.service.context import Service
from resume_parser.service.logs import logger
from resume_parser.service.metrics import DELIVERIES
from resume_parser.service.moments import now
from resume_parser.service.outcomes import save_indexed
from resume_parser.service.storage.tables import DELIVERED, GIVEN_UP, PARSED, PENDING, Event, Upload
from resume_parser.service.webhooks.signing import SIGNATURE_HEADER, signature
from resume_parser.service.webhooks.targets import TargetError, find_target, post

MAX_ATTEMPTS = 14  # with the default backoff of 10 seconds, doubled: the last one a day after the first
JITTER = 0.2  # share of the wait: many events for one target do not come back all at once
CLAIM_SECONDS = 30.0  # beyond the time limit of a delivery, after which an attempt counts as lost
SUCCESS = range(200, 300)


def deliver(service: Service, event_id: int) -> None:
    """Makes one attempt if one is due; after the first, whatever came of it, the profile is indexed."""
    event = _claim(service, event_id)
    if event is not None:
        _record(service, event, _attempt(service, event))
    _index(service, event_id)


def _claim(service: Service, event_id: int) -> Event | None:
    """The event if an attempt is due and no one else makes it."""
    busy_until = now() + timedelta(seconds=service.settings.webhook_seconds + CLAIM_SECONDS)
    due = update(Event).where(Event.id == event_id, Event.state == PENDING, Event.next_at <= now())
    with service.database.write() as session:
        claimed = cast("CursorResult[tuple[()]]", session.execute(due.values(next_at=busy_until, attempts=Event.attempts + 1)))
        return session.get(Event, event_id) if claimed.rowcount else None


def _attempt(service: Service, event: Event) -> str:
    """What came of sending the event: "" for a success, else the reason of the failure."""
    source, settings = event.source, service.settings
    if source.webhook_url is None:
        return "no webhook"
    headers = {SIGNATURE_HEADER: signature(event.payload, source.webhook_secret), "Idempotency-Key": f"event-{event.id}"}
    try:
        target = find_target(source.webhook_url, allow_private=settings.allow_private_webhooks)
        status = post(target, event.payload, headers, settings.webhook_seconds)
    except (TargetError, httpx.HTTPError, httpx.InvalidURL) as error:
        return str(error) if isinstance(error, TargetError) else type(error).__name__
    return "" if status in SUCCESS else f"status {status}"


def _record(service: Service, event: Event, failure: str) -> None:
    """Writes what came of an attempt and when the next one is due."""
    DELIVERIES.labels("failed" if failure else "delivered").inc()
    logger.info("webhook", event_id=event.id, attempt=event.attempts, outcome=failure or "delivered")
    with service.database.write() as session:
        row = session.get_one(Event, event.id)
        if not failure:
            row.state, row.delivered_at = DELIVERED, now()
        elif event.attempts >= MAX_ATTEMPTS:
            row.state = GIVEN_UP
        else:
            wait = service.settings.webhook_backoff_seconds * 2 ** (event.attempts - 1)
            row.next_at = now() + timedelta(seconds=wait * uniform(1 - JITTER, 1 + JITTER))


def _index(service: Service, event_id: int) -> None:
    """Indexes the profile that the event told of, if that has not happened yet."""
    query = select(Upload).join(Event, Event.upload_id == Upload.id).where(Event.id == event_id, Upload.state == PARSED)
    with service.database.write() as session:
        upload = session.scalar(query.with_for_update(of=Upload))
        if upload is not None:
            save_indexed(session, upload)
