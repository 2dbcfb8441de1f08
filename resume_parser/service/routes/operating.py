"""For those who run the service: is it up, can it work, what does it do."""

from __future__ import annotations

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import func, select
from starlette.responses import Response

from resume_parser.service.answers import HealthAnswer, respond
from resume_parser.service.context import Service
from resume_parser.service.metrics import EVENTS, UPLOADS
from resume_parser.service.routes.access import Running
from resume_parser.service.routes.documents import errors
from resume_parser.service.storage.tables import PARSED, PENDING, QUEUED, RUNNING, Event, Upload

router = APIRouter(tags=["Operation"])


@router.get("/health", response_model=HealthAnswer, summary="Is the process up?")
async def get_health() -> Response:
    """Always the same answer: a process that gives none is to be started anew."""
    return respond(HealthAnswer(message="up"), 200)


@router.get("/ready", response_model=HealthAnswer, responses=errors(503), summary="Can it store uploads?")
def get_ready(service: Running) -> Response:
    """Refused while the database cannot be reached."""
    with service.database.read() as session:
        session.scalar(select(1))
    return respond(HealthAnswer(message="ready"), 200)


@router.get(
    "/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}, **errors(503)}, summary="Prometheus metrics"
)
def get_metrics(service: Running) -> Response:
    """The counters of this process, and how much work waits in all."""
    _count_waiting(service)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def _count_waiting(service: Service) -> None:
    with service.database.read() as session:
        for state in (QUEUED, RUNNING, PARSED):
            UPLOADS.labels(state).set(session.scalar(select(func.count()).where(Upload.state == state)) or 0)
        EVENTS.set(session.scalar(select(func.count()).where(Event.state == PENDING)) or 0)
