"""What assembly must know beyond the text: the file itself and the caller's own rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import JsonValue


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The uploaded file: name, SHA-1 of its bytes (40 hex), size in bytes, extension with its dot."""

    file_name: str
    data_sha1: str
    size: int
    extension: str

    @classmethod
    def of(cls, data: bytes, *, extension: str, file_name: str | None = None) -> SourceFile:
        """The description of `data`; a file without a name is called `resume` plus the extension."""
        dotted = "." + extension.lstrip(".").lower()
        digest = sha1(data, usedforsecurity=False).hexdigest()
        # a file name may hold bytes that are no text and could not be written as JSON
        name = (file_name or f"resume{dotted}").encode("utf-8", "replace").decode()
        return cls(file_name=name, data_sha1=digest, size=len(data), extension=dotted)


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller sends along with a file; it is given back unchanged in the Profile."""

    reference: str | None = None
    created_at: datetime | None = None  # None = the reference date of the parse
    labels: tuple[JsonValue, ...] = ()
    tags: tuple[JsonValue, ...] = ()
    metadatas: tuple[JsonValue, ...] = ()
