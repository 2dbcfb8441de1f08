"""What an operator does: create and change sources, issue and revoke API keys. Every function gives the lines to print."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from resume_parser.errors import OptionsError
from resume_parser.service.keys import API_KEY, RECORD_KEY, digest, issue_key, keep_key, record_key
from resume_parser.service.storage.tables import ApiKey, Source

SECRET_BYTES = 16
SYNC_MODES = ("off", "on", "always")
EVENT_FAMILIES = ("parsing", "parse")


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What to set on a source; None leaves it as it is, on a new source at its default."""

    sync_mode: str | None = None
    webhook_url: str | None = None  # "" removes the webhook
    event_family: str | None = None
    key: str | None = None  # of a new source: one that callers know already


def set_source(session: Session, name: str, change: SourceChange) -> Source:
    """The source of this name, created or changed; raises OptionsError for a webhook or a key that cannot be used."""
    if change.webhook_url and (urlsplit(change.webhook_url).scheme not in ("http", "https") or not urlsplit(change.webhook_url).hostname):
        raise OptionsError("The webhook is no web address. Begin it with https:// or http://.", stage="admin")
    source = session.scalar(select(Source).where(Source.name == name))
    if source is None:
        source = Source(
            key=_known_key(session, change.key) if change.key else record_key(),
            name=name,
            sync_mode="on",
            webhook_secret=secrets.token_hex(SECRET_BYTES),
            event_family=EVENT_FAMILIES[0],
            created_at=datetime.now(UTC),
        )
        session.add(source)
    source.sync_mode = change.sync_mode or source.sync_mode
    source.event_family = change.event_family or source.event_family
    if change.webhook_url is not None:
        source.webhook_url = change.webhook_url or None
    session.flush()
    return source


def _known_key(session: Session, key: str) -> str:
    if not RECORD_KEY.fullmatch(key) or session.scalar(select(Source).where(Source.key == key)):
        raise OptionsError("The key of the source is not free or not 40 hexadecimal digits. Leave it out for a new one.", stage="admin")
    return key


def describe_source(source: Source) -> Iterator[str]:
    """The settings of a source."""
    yield f"source   {source.name}"
    yield f"key      {source.key}"
    yield f"sync     {source.sync_mode}"
    yield f"webhook  {source.webhook_url or 'none'}"
    yield f"secret   {source.webhook_secret}"
    yield f"events   profile.{source.event_family}.*"


def list_sources(session: Session) -> Iterator[str]:
    """One line per source."""
    for source in session.scalars(select(Source).order_by(Source.name)):
        yield f"{source.key}  sync {source.sync_mode:6}  webhook {source.webhook_url or 'none'}  {source.name}"


def add_key(session: Session, name: str, permission: str, key: str | None = None) -> str:
    """A new API key, or a given one that callers know already; raises OptionsError where name or key cannot be used."""
    if session.scalar(select(ApiKey).where(ApiKey.name == name)):
        raise OptionsError(f"There is a key named {name!r}. Choose another name.", stage="admin")
    if key is None:
        return issue_key(session, name, permission)
    if not API_KEY.fullmatch(key) or session.scalar(select(ApiKey).where(ApiKey.digest == digest(key))):
        raise OptionsError(
            "The key is in use or not ask_, askr_ or askw_ and 32 hexadecimal digits. Leave it out for a new one.", stage="admin"
        )
    keep_key(session, name, key)
    return key


def revoke_key(session: Session, name: str) -> None:
    """Makes a key invalid from now on; raises OptionsError where there is none of this name."""
    row = session.scalar(select(ApiKey).where(ApiKey.name == name))
    if row is None:
        raise OptionsError(f"There is no key named {name!r}. `resume-parser admin keys` lists them.", stage="admin")
    row.revoked_at = datetime.now(UTC)


def list_keys(session: Session) -> Iterator[str]:
    """One line per key, without the keys: they are not kept."""
    for row in session.scalars(select(ApiKey).order_by(ApiKey.name)):
        state = f"revoked {row.revoked_at:%Y-%m-%d}" if row.revoked_at else "valid"
        yield f"{row.permission:6}  {state:18}  {row.name}"
