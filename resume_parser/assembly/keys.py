"""Keys derived from the content: the same bytes always give the same keys."""

from __future__ import annotations

from hashlib import sha1

_UID_LENGTH = 32  # hex digits of the content_uid of an entry


def profile_key(data_sha1: str) -> str:
    """40 hex digits for the profile of a file, different from the SHA-1 of the file itself."""
    return _digest("profile", data_sha1)


def entry_key(data_sha1: str, kind: str, index: int) -> str:
    """40 hex digits for the n-th job or degree of a file."""
    return _digest("entry", data_sha1, kind, str(index))


def entry_uid(data_sha1: str, kind: str, index: int) -> str:
    """32 hex digits for the n-th job or degree of a file."""
    return _digest("content", data_sha1, kind, str(index))[:_UID_LENGTH]


def source_key(name: str) -> str:
    """40 hex digits for a named source."""
    return _digest("source", name)


def _digest(*parts: str) -> str:
    """SHA-1 of the parts; a name for content, not a protection."""
    return sha1("\n".join(parts).encode(), usedforsecurity=False).hexdigest()
