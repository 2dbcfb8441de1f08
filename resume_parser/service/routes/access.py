"""Who may call what: the two headers of the contract, checked before a body is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, cast

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader

from resume_parser.service.context import Service
from resume_parser.service.keys import API_KEY, find_key
from resume_parser.service.refusals import RefusedError, unauthorized
from resume_parser.service.storage.tables import ApiKey

PERMISSIONS = ("read", "write")
_key_header = APIKeyHeader(name="X-API-KEY", auto_error=False, scheme_name="key")
_mail_header = APIKeyHeader(name="X-USER-EMAIL", auto_error=False, scheme_name="mail")


def service_of(request: Request) -> Service:
    """The running service."""
    return cast(Service, request.app.state.service)


Running = Annotated[Service, Depends(service_of)]


def allow(*permissions: str) -> Callable[[Service, str | None, str | None], ApiKey]:
    """A dependency: the API key of the request, which has one of the permissions; raises RefusedError."""

    def check(
        service: Running,
        key: Annotated[str | None, Security(_key_header)] = None,
        mail: Annotated[str | None, Security(_mail_header)] = None,
    ) -> ApiKey:
        row = _find(service, key, permissions) if key and API_KEY.fullmatch(key) else None
        if row is None:
            raise unauthorized(key or "", permissions[0])
        if not mail or not mail.strip():
            raise RefusedError(401, "Unauthorized. The header X-USER-EMAIL is missing.")
        service.limits.check(row.digest)
        return row

    return check


def _find(service: Service, key: str, permissions: tuple[str, ...]) -> ApiKey | None:
    with service.database.read() as session:
        return next((row for permission in permissions if (row := find_key(session, key, permission))), None)


Reader = Annotated[ApiKey, Depends(allow("read"))]
Writer = Annotated[ApiKey, Depends(allow("write"))]
Anyone = Annotated[ApiKey, Depends(allow(*PERMISSIONS))]
