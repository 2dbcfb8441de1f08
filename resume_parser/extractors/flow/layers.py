"""Layers of properties: what a run, a style and its parents say, one over the other."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Layer = TypeVar("Layer", bound=DataclassInstance)
else:
    Layer = TypeVar("Layer")


def over(upper: Layer, lower: Layer) -> Layer:
    """The upper layer, and the lower one for each property that the upper does not state (None)."""
    missing = {field.name: getattr(lower, field.name) for field in fields(upper) if getattr(upper, field.name) is None}
    return replace(upper, **missing) if missing else upper
