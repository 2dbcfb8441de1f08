"""The warning of a file that has more pages than are read."""

from __future__ import annotations

from resume_parser.document import Notice
from resume_parser.options import Options


def page_limit_notices(total: int, options: Options, unit: str = "pages") -> tuple[Notice, ...]:
    """The notice of a file with so many pages (or slides: the unit), none where all of them are read."""
    if total <= options.max_pages:
        return ()
    return (Notice("page_limit", f"The file has {total} {unit}; only the first {options.max_pages} were read.", page=options.max_pages),)
