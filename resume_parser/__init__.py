"""Resume parsing engine: a resume file in, HrFlow Parsing and Profile objects out, offline and in milliseconds.

    from resume_parser import parse
    result = parse("cv.pdf")
    result.profile.info.full_name

The names are imported when first used, so that importing the package loads no format or NLP library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resume_parser.api import ResumeParser, parse, read_document
    from resume_parser.errors import ResumeParserError
    from resume_parser.options import Options
    from resume_parser.result import Result
    from resume_parser.schema import Parsing, Profile

__all__ = ["Options", "Parsing", "Profile", "Result", "ResumeParser", "ResumeParserError", "parse", "read_document"]
__version__ = "0.1.0"

_MODULES = {
    "Options": "options",
    "Parsing": "schema.parsing",
    "Profile": "schema.profile",
    "Result": "result",
    "ResumeParser": "api",
    "ResumeParserError": "errors",
    "parse": "api",
    "read_document": "api",
}


def __getattr__(name: str) -> object:
    """The public name, importing its module first."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*globals(), *__all__])
