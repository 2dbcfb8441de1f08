"""What an API key opens: itself and the sources."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy import func, select
from starlette.responses import Response

from resume_parser.service.answers import Access, AccessAnswer, Meta, SourceAnswer, SourcesAnswer, respond
from resume_parser.service.refusals import not_found
from resume_parser.service.routes.access import Anyone, Reader, Running
from resume_parser.service.routes.documents import errors
from resume_parser.service.routes.parameters import Limit, Order, PageNumber, RequiredText, Text
from resume_parser.service.storage.tables import Source
from resume_parser.service.stored import source_object

router = APIRouter(prefix="/v1", tags=["Account"], responses=errors(400, 401, 429, 503))


@router.get("/auth", response_model=AccessAnswer, summary="Try an API key")
def get_access(service: Running, key: Anyone) -> Response:
    """What the key of the request may do."""
    team = service.settings.team_name
    access = Access.model_validate({"team_name": team, "team_subdomain": team, "api_key_permission": key.permission})
    return respond(AccessAnswer(data=access), 200)


@router.get("/source", response_model=SourceAnswer, summary="One source")
def get_source(service: Running, _key: Reader, key: RequiredText) -> Response:
    """The source with this key."""
    with service.database.read() as session:
        source = session.scalar(select(Source).where(Source.key == key))
    if source is None:
        raise not_found("source")
    return respond(SourceAnswer(data=source_object(source)), 200)


@router.get("/sources", response_model=SourcesAnswer, summary="List the sources")
def list_sources(
    service: Running, _key: Reader, *, name: Text = None, page: PageNumber = 1, limit: Limit = 30, order_by: Order = "desc"
) -> Response:
    """The sources whose name has `name` in it, by their date."""
    query = select(Source).where(Source.name.contains(name or "", autoescape=True))
    order = (Source.created_at.asc(), Source.id.asc()) if order_by == "asc" else (Source.created_at.desc(), Source.id.desc())
    with service.database.read() as session:
        total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
        rows = session.scalars(query.order_by(*order).offset((page - 1) * limit).limit(limit)).all()
    meta = Meta.of(page, limit, len(rows), total)
    return respond(SourcesAnswer(meta=meta, data=[source_object(row) for row in rows]), 200)
