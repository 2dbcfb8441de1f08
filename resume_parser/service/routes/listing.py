"""Lists of profiles: those that are stored, and those that a search finds."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.responses import Response

from resume_parser.schema.profile import Profile as ProfileObject
from resume_parser.service.answers import FoundProfiles, Meta, ProfileRow, SearchingAnswer, StoringAnswer, respond
from resume_parser.service.context import Service
from resume_parser.service.moments import written
from resume_parser.service.profiles import Filters, Page, Paging, list_profiles
from resume_parser.service.refusals import invalid
from resume_parser.service.routes import parameters
from resume_parser.service.routes.access import Reader, Running
from resume_parser.service.routes.documents import errors
from resume_parser.service.routes.parameters import JsonText, Limit, Order, PageNumber, RequiredJson, Sort, Text
from resume_parser.service.storage.tables import Profile
from resume_parser.service.stored import read_profile

UNSUPPORTED = ("stage", "location_lat", "location_lon", "location_dist")  # filters of the client that this service has not

router = APIRouter(prefix="/v1", tags=["Profiles"], responses=errors(400, 401, 429, 503))


class Listed(BaseModel):
    """Which profiles, which page, in which order."""

    source_keys: RequiredJson
    key: Text = None
    reference: Text = None
    name: Text = None
    created_at_min: Text = None
    created_at_max: Text = None
    page: PageNumber = 1
    limit: Limit = 30
    order_by: Order = "desc"
    sort_by: Sort = "created_at"
    stage: Text = None
    location_lat: Text = None
    location_lon: Text = None
    location_dist: Text = None

    def filters(self, *, keywords: tuple[str, ...] = (), tags: tuple[tuple[str, str], ...] = (), is_search: bool = False) -> Filters:
        """The filters; raises RefusedError for values that cannot be read and for filters that this service has not."""
        if unsupported := [name for name in UNSUPPORTED if getattr(self, name)]:
            raise invalid(f"{unsupported[0]} is not supported.")
        return Filters(
            source_keys=parameters.source_keys(self.source_keys),
            key=self.key,
            reference=self.reference,
            name=self.name,
            created_from=parameters.day_start(self.created_at_min, "created_at_min"),
            created_to=parameters.day_end(self.created_at_max, "created_at_max"),
            keywords=keywords,
            tags=tags,
            is_search=is_search,
        )

    def paging(self) -> Paging:
        """The page and the order."""
        return Paging(self.page, self.limit, self.order_by, self.sort_by)


class Searched(Listed):
    """What a search asks for."""

    text_keywords: JsonText = None
    tags_included: JsonText = None


class Stored(Listed):
    """What a list of stored profiles asks for."""

    return_profile: Literal["0", "1", "True", "False", "true", "false"] = "0"


@router.get("/profiles/searching", response_model=SearchingAnswer, summary="Search the indexed profiles")
def search_profiles(service: Running, _key: Reader, searched: Annotated[Searched, Query()]) -> Response:
    """Indexed profiles that have all words of `text_keywords` and all tags of `tags_included`; archived ones are left out."""
    keywords = parameters.texts(searched.text_keywords, "text_keywords")
    tags = parameters.tags(searched.tags_included, "tags_included")
    page = _page(service, searched.filters(keywords=keywords, tags=tags, is_search=True), searched.paging())
    found = FoundProfiles(profiles=_whole(page))
    return respond(SearchingAnswer(meta=_meta(searched, page), data=found), 200)


@router.get("/storing/profiles", response_model=StoringAnswer, summary="List the stored profiles")
def list_stored(service: Running, _key: Reader, stored: Annotated[Stored, Query()]) -> Response:
    """All parsed profiles: a row each, or whole with `return_profile`."""
    page = _page(service, stored.filters(), stored.paging())
    data = _whole(page) if stored.return_profile in ("1", "True", "true") else [_row(row) for row in page.profiles]
    return respond(StoringAnswer(meta=_meta(stored, page), data=data), 200)


def _page(service: Service, filters: Filters, paging: Paging) -> Page:
    with service.database.read() as session:
        return list_profiles(session, filters, paging)


def _meta(listed: Listed, page: Page) -> Meta:
    return Meta.of(listed.page, listed.limit, len(page.profiles), page.total)


def _whole(page: Page) -> list[ProfileObject]:
    return [profile for row in page.profiles if (profile := read_profile(row))]


def _row(row: Profile) -> ProfileRow:
    return ProfileRow(
        id=row.id,
        key=row.key,
        reference=row.reference,
        source_key=row.source.key,
        created_at=written(row.created_at),
        updated_at=written(row.updated_at),
        archived_at=written(row.archived_at) if row.archived_at else None,
    )
