"""Finds stored profiles: one by key or reference, many by filters, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from resume_parser.service.refusals import invalid, not_found
from resume_parser.service.storage.search import fold, with_keywords
from resume_parser.service.storage.tables import Profile, ProfileTag, Source


@dataclass(frozen=True, slots=True)
class Filters:
    """What the profiles of a list must have; None and () leave a filter out."""

    source_keys: tuple[str, ...]
    key: str | None = None
    reference: str | None = None
    name: str | None = None  # part of the full name
    created_from: datetime | None = None
    created_to: datetime | None = None
    keywords: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()  # name and JSON of the value
    is_search: bool = False  # indexed profiles alone, without archived ones


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list, in which order."""

    page: int
    limit: int
    order_by: str
    sort_by: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some profiles of a list, and how many the list has."""

    profiles: Sequence[Profile]
    total: int


def find_profile(session: Session, source_key: str, key: str | None, reference: str | None) -> Profile:
    """The parsed profile with this key or reference; raises RefusedError where there is none yet."""
    source = session.scalar(select(Source).where(Source.key == source_key))
    if source is None:
        raise not_found("source")
    if not key and not reference:
        raise invalid("key or reference is missing.")
    query = select(Profile).where(Profile.source_id == source.id, Profile.profile.is_not(None))
    query = query.where(Profile.key == key) if key else query
    query = query.where(Profile.reference == reference) if reference else query
    profile = session.scalar(query)
    if profile is None:
        raise not_found("profile")
    return profile


def list_profiles(session: Session, filters: Filters, paging: Paging) -> Page:
    """A page of parsed profiles; raises RefusedError for an unknown source."""
    query = _filtered(session, filters)
    total = session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    column = Profile.updated_at if paging.sort_by == "updated_at" else Profile.created_at
    order = (column.asc(), Profile.id.asc()) if paging.order_by == "asc" else (column.desc(), Profile.id.desc())
    rows = session.scalars(query.order_by(*order).offset((paging.page - 1) * paging.limit).limit(paging.limit))
    return Page(rows.all(), total)


def _filtered(session: Session, filters: Filters) -> Select[Profile]:
    source_ids = session.scalars(select(Source.id).where(Source.key.in_(filters.source_keys))).all()
    if len(source_ids) < len(set(filters.source_keys)):
        raise not_found("source")
    query = select(Profile).where(Profile.source_id.in_(source_ids), Profile.profile.is_not(None))
    if filters.is_search:
        query = query.where(Profile.indexed_at.is_not(None), Profile.archived_at.is_(None))
    for column, value in ((Profile.key, filters.key), (Profile.reference, filters.reference)):
        query = query.where(column == value) if value else query
    if filters.name:
        query = query.where(Profile.full_name.contains(fold(filters.name), autoescape=True))
    query = query.where(Profile.created_at >= filters.created_from) if filters.created_from else query
    query = query.where(Profile.created_at <= filters.created_to) if filters.created_to else query
    for name, value in filters.tags:
        query = query.where(Profile.id.in_(select(ProfileTag.profile_id).where(ProfileTag.name == name, ProfileTag.value == value)))
    return with_keywords(session, query, filters.keywords)
