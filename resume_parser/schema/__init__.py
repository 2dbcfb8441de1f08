"""What leaves the engine: the Parsing, Profile and response objects (pydantic models, loaded when first named)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import JsonValue

    from resume_parser.schema.parsing import Parsing
    from resume_parser.schema.profile import Profile
    from resume_parser.schema.response import ErrorResponse, ParsedResponse, QueuedResponse

__all__ = ["ErrorResponse", "ParsedResponse", "Parsing", "Profile", "QueuedResponse", "json_schema"]

_RESPONSES = ("ParsedResponse", "QueuedResponse", "ErrorResponse")
_MODULES = {"Parsing": "parsing", "Profile": "profile", **dict.fromkeys(_RESPONSES, "response")}


def __getattr__(name: str) -> object:
    """The model with this name, importing its module first."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def json_schema() -> dict[str, JsonValue]:
    """The JSON Schema (draft 2020-12) of every exported model, by model name."""
    from resume_parser.schema.parsing import Parsing
    from resume_parser.schema.profile import Profile
    from resume_parser.schema.response import ErrorResponse, ParsedResponse, QueuedResponse

    models = (Parsing, Profile, ParsedResponse, QueuedResponse, ErrorResponse)
    return {model.__name__: model.model_json_schema() for model in models}
