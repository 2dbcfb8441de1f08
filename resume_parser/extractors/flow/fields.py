"""Fields of Word: their code, their result, where a link leads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINK_FIELD = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))')


@dataclass(slots=True)
class Field:
    """An open field: its code first, then its result."""

    code: list[str] = field(default_factory=list)
    link: str | None = None
    in_result: bool = False


def field_link(code: str) -> str | None:
    """The URL of a HYPERLINK field; None for another field or a place in the file."""
    found = _LINK_FIELD.match(code)
    return None if found is None else found[1] or found[2]
