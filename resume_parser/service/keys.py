"""API keys: issued once, kept as SHA-256 (they hold 128 random bits, so that no slow hash is needed), checked in constant time."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from resume_parser.service.storage.tables import ApiKey

PREFIXES = {"read": "askr_", "write": "askw_", "all": "ask_"}
KEY_BYTES = 16  # the 32 hex digits of the contract
API_KEY = re.compile(r"ask[rw]?_[0-9a-f]{32}")
RECORD_KEY = re.compile(r"[0-9a-f]{40}")
RECORD_BYTES = 20  # the 40 hex digits of the contract


def issue_key(session: Session, name: str, permission: str) -> str:
    """A new API key with this name; it cannot be read again later."""
    key = PREFIXES[permission] + secrets.token_hex(KEY_BYTES)
    keep_key(session, name, key)
    return key


def keep_key(session: Session, name: str, key: str) -> None:
    """Makes a key valid under this name, with the permission that its prefix names."""
    permission = next(permission for permission, prefix in PREFIXES.items() if key.startswith(prefix))
    session.add(ApiKey(name=name, digest=digest(key), permission=permission, created_at=datetime.now(UTC)))
    session.flush()


def find_key(session: Session, key: str, permission: str) -> ApiKey | None:
    """The row of a valid key that allows `permission` ("read" or "write"), None for any other."""
    wanted = digest(key)
    row = session.scalar(select(ApiKey).where(ApiKey.digest == wanted))
    if row is None or not hmac.compare_digest(row.digest, wanted) or row.revoked_at is not None:
        return None
    return row if row.permission in (permission, "all") else None


def digest(key: str) -> str:
    """The form in which a key is kept."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


def record_key() -> str:
    """A new random key of a source, profile or upload: 40 hex digits."""
    return secrets.token_hex(RECORD_BYTES)
