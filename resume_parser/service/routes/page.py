"""The web page: drop a file and see its pages with every value boxed, beside the Profile."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from importlib.resources import files
from typing import Literal

from anyio import to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

from resume_parser.errors import ResumeParserError
from resume_parser.service.explained import explain_file
from resume_parser.service.form import MAX_FIELD_BYTES, first_file
from resume_parser.service.refusals import RefusedError
from resume_parser.service.routes.access import Running, Writer
from resume_parser.service.routes.documents import FILE_FORM, errors

ASSETS = {"page.css": "text/css", "page.js": "text/javascript"}
MAX_FILES, MAX_FIELDS = 1, 10  # of one form

router = APIRouter(tags=["Page"])


def _read(package: str, name: str) -> bytes:
    return files(package).joinpath(name).read_bytes()


def _policy() -> str:
    """What the page and the explain view inside it may do: run our two scripts and show pictures that come with them."""
    script = b64encode(hashlib.sha256(_read("resume_parser.explaining", "script.js")).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{script}'; style-src 'self' 'unsafe-inline'; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


@router.get("/", include_in_schema=False)
def get_page() -> Response:
    """The page."""
    return Response(
        _read("resume_parser.service", "page/index.html"), media_type="text/html", headers={"Content-Security-Policy": _policy()}
    )


@router.get("/page/{name}", include_in_schema=False)
def get_asset(name: Literal["page.css", "page.js"]) -> Response:
    """A file of the page."""
    return Response(_read("resume_parser.service", f"page/{name}"), media_type=ASSETS[name])


@router.post(
    "/v1/profile/explaining",
    summary="See what was read where",
    response_class=Response,
    responses={200: {"content": {"text/html": {}}, "description": "a page that needs no other file"}, **errors(400, 401, 413, 429, 503)},
    openapi_extra={"requestBody": FILE_FORM},
)
async def explain_profile(request: Request, service: Running, _key: Writer) -> Response:
    """The pages of a file with every value boxed, beside the Profile; nothing is stored."""
    async with request.form(max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_FIELD_BYTES) as form:
        data = await first_file(form).read()
    try:
        page = await to_thread.run_sync(explain_file, service.settings, data, limiter=request.app.state.parsers)
    except ResumeParserError as error:
        raise RefusedError(400, str(error)) from error
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": f"sandbox allow-scripts; {_policy()}"})
