"""Field codes of Word: where a link leads."""

from __future__ import annotations

import re

_LINK_FIELD = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))')


def field_link(code: str) -> str | None:
    """The URL of a HYPERLINK field; None for another field or a place in the file."""
    found = _LINK_FIELD.match(code)
    return None if found is None else found[1] or found[2]
