"""What a worker does: parses claimed uploads, and sweeps up what the queues have lost.

An upload is claimed with a lease that its worker renews. A worker that is killed renews no more, and the sweep gives the
upload to another one; what the first one may still write is refused by the number of its attempt.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic
from typing import cast

from sqlalchemy import CursorResult, and_, or_, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from resume_parser.batch import Outcome
from resume_parser.errors import CorruptFileError, InputError, LimitExceededError, ResumeParserError
from resume_parser.service.context import Service
from resume_parser.service.engine import parse_file
from resume_parser.service.logs import logger
from resume_parser.service.moments import now
from resume_parser.service.outcomes import save_failed, save_indexed, save_parsed
from resume_parser.service.storage.tables import PARSED, PENDING, QUEUED, RUNNING, Event, Upload
from resume_parser.service.stored import keep_picture

MAX_ATTEMPTS = 4  # after which a file that ends its workers is given up
RENEWALS = 3  # per lease
STUCK_AFTER = 2.0  # times the time limit for reading a file: so long may reading and understanding it take together
STUCK_STATUS = 70  # exit status of a worker that ended itself
SWEEP_ROWS = 500  # per sweep and kind


def parse_upload(service: Service, upload_id: int) -> None:
    """Parses one upload and writes its outcome; does nothing where it is parsed already or another worker has it.

    A failure of disk or database leaves the claim to run out, so that the file is tried again later.
    """
    upload = _claim(service, upload_id)
    if upload is None:
        return
    try:
        with _lease(service, upload):
            outcome = _outcome(service, upload)
            _finish(service, upload, outcome)
    except (OSError, OperationalError) as error:
        logger.warning("upload_postponed", upload_id=upload_id, error=type(error).__name__)


def _claim(service: Service, upload_id: int) -> Upload | None:
    """The upload if it is to be parsed and no living worker has it."""
    free = or_(Upload.state == QUEUED, and_(Upload.state == RUNNING, Upload.lease_until < now()))
    values = {"state": RUNNING, "attempts": Upload.attempts + 1, "lease_until": _lease_end(service)}
    with service.database.write() as session:
        claimed = session.execute(update(Upload).where(Upload.id == upload_id, free).values(values))
        return session.get(Upload, upload_id) if cast("CursorResult[tuple[()]]", claimed).rowcount else None


def _lease_end(service: Service) -> object:
    return now() + timedelta(seconds=service.settings.lease_seconds)


@contextmanager
def _lease(service: Service, upload: Upload) -> Iterator[None]:
    """Renews the lease of an upload while it is parsed; ends this process where that takes far too long."""
    over = threading.Event()
    stuck_at = monotonic() + STUCK_AFTER * service.settings.parse_seconds
    mine = update(Upload).where(Upload.id == upload.id, Upload.state == RUNNING, Upload.attempts == upload.attempts)

    def renew() -> None:
        while not over.wait(service.settings.lease_seconds / RENEWALS):
            try:
                if monotonic() > stuck_at:
                    _give_up(service, upload)
                with service.database.write() as session:
                    session.execute(mine.values(lease_until=_lease_end(service)))
            except OperationalError as error:
                logger.warning("lease_not_renewed", upload_id=upload.id, error=type(error).__name__)

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _give_up(service: Service, upload: Upload) -> None:
    """Writes that the file takes too long and ends the process: a thread that computes cannot be stopped otherwise."""
    limit = STUCK_AFTER * service.settings.parse_seconds
    _finish(service, upload, LimitExceededError(f"Parsing the file took longer than {limit:g} seconds. Send a shorter one."))
    os._exit(STUCK_STATUS)


def _outcome(service: Service, upload: Upload) -> Outcome:
    """The parsed file, or why it cannot be parsed."""
    if upload.attempts > MAX_ATTEMPTS:
        return CorruptFileError(f"Reading the file ended {MAX_ATTEMPTS} workers: it is damaged or hostile.")
    data = service.files.get(upload.token, "original")
    if data is None:
        return InputError("The uploaded file is no longer there. Send it again.")
    return parse_file(service.settings, data, upload.file_name)


def _finish(service: Service, mine: Upload, outcome: Outcome) -> None:
    """Writes the outcome, unless another worker has taken the upload over; then deletes files that nothing needs any more."""
    if not isinstance(outcome, ResumeParserError):
        keep_picture(service.files, mine.token, outcome)
    query = select(Upload).where(Upload.id == mine.id, Upload.state == RUNNING, Upload.attempts == mine.attempts)
    with service.database.write() as session:
        upload = session.scalar(query.with_for_update(of=Upload))
        if upload is None:
            return
        event, unneeded = _write(session, upload, outcome, service.settings.public_url)
    logger.info("upload_finished", upload_id=mine.id, attempt=mine.attempts, outcome=getattr(outcome, "code", "parsed"))
    if event is not None:
        service.events.send(event.id)
    if unneeded is not None:
        service.files.delete(unneeded)


def _write(session: Session, upload: Upload, outcome: Outcome, public_url: str) -> tuple[Event | None, str | None]:
    """Writes the outcome; returns the event to send and the token of files to delete, None for none."""
    if isinstance(outcome, ResumeParserError):
        return save_failed(session, upload, str(outcome)), upload.token
    saved = save_parsed(session, upload, outcome, public_url)
    if saved.event is None:
        save_indexed(session, upload, saved.objects.profile)
    return saved.event, saved.replaced


def sweep(service: Service) -> None:
    """Gives the queues what they have lost: uploads of killed workers, events that are due, profiles not indexed."""
    moment = now()
    expired = and_(Upload.state == RUNNING, Upload.lease_until < moment)
    lost = or_(expired, Upload.state == QUEUED) if service.uploads.is_empty else expired
    overdue = moment - timedelta(seconds=service.settings.lease_seconds)
    due = or_(
        and_(Event.state == PENDING, Event.next_at <= moment),
        Event.upload_id.in_(select(Upload.id).where(Upload.state == PARSED, Upload.finished_at < overdue)),
    )
    with service.database.read() as session:
        upload_ids = session.scalars(select(Upload.id).where(lost).order_by(Upload.id).limit(SWEEP_ROWS)).all()
        event_ids = session.scalars(select(Event.id).where(due).order_by(Event.id).limit(SWEEP_ROWS)).all()
    for upload_id in upload_ids:
        service.uploads.send(upload_id)
    if service.events.is_empty:
        for event_id in event_ids:
            service.events.send(event_id)
