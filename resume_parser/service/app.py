"""The web application: routes, errors as the contract words them, and what surrounds every request."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio import CapacityLimiter, to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from resume_parser.service.answers import refuse
from resume_parser.service.context import Service
from resume_parser.service.engine import warm_up
from resume_parser.service.logs import logger
from resume_parser.service.middleware import BodyLimit, SecurityHeaders, Watch
from resume_parser.service.refusals import RefusedError, invalid
from resume_parser.service.routes import account, listing, operating, page, reading, uploading
from resume_parser.service.settings import FORM_BYTES, Settings

ROUTERS = (uploading.router, reading.router, listing.router, account.router, operating.router, page.router)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application with these settings, those of the environment for None."""
    chosen = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.service = Service(chosen)
        await to_thread.run_sync(warm_up, chosen)
        app.state.parsers = CapacityLimiter(os.cpu_count() or 1)  # parses at a time: they use the CPU
        yield
        app.state.service.close()

    app = FastAPI(
        title="Resume parser",
        version=version("resume-parser-engine"),
        description="Resumes in, Parsing and Profile objects out.",
        lifespan=lifespan,
        redoc_url=None,
        docs_url=None,
    )
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(OperationalError, _unavailable)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(BodyLimit, limit=chosen.max_upload_bytes + FORM_BYTES)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Watch)
    return app


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    return refuse(error.code, error.message)


async def _invalid(_request: Request, error: Exception) -> Response:
    """Names the first wrong parameter; never repeats its value."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = next((str(part) for part in reversed(first["loc"]) if isinstance(part, str)), "request")
    refusal = invalid(f"{name}: {first['msg']}.")
    return refuse(refusal.code, refusal.message)


async def _failed(_request: Request, error: Exception) -> Response:
    """Unknown paths and methods, and bodies that are no form."""
    assert isinstance(error, HTTPException)
    response = refuse(error.status_code, error.detail)
    response.headers.update(error.headers or {})
    return response


async def _unavailable(_request: Request, error: Exception) -> Response:
    logger.error("database_unavailable", error=type(error).__name__)
    return refuse(503, "The service is not available for the moment. Try again later.")


async def _gone(_request: Request, _error: Exception) -> Response:
    return refuse(400, "The request ended before its body did.")


async def _broken(_request: Request, error: Exception) -> Response:
    logger.error("request_failed", error=type(error).__name__)
    return refuse(500, "The service failed. Please report it.")
