"""What a placeholder inherits: the shapes of its layout and its master that stand for the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.extractors.drawingml import A
from resume_parser.extractors.pptx.package import P, Part

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLES = ("title", "ctrTitle")
_STYLE_OF = {"title": "titleStyle", "ctrTitle": "titleStyle"}  # of p:txStyles; the body style for the rest
_LIKE_BODY = ("obj", "subTitle", "body", "")  # share the body placeholder of the master


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a p:ph says."""

    kind: str  # "title" "body" "dt" "ftr" "sldNum" ..., "" = content of any kind
    index: str


def placeholder_of(shape: _Element) -> Placeholder | None:
    """The placeholder that a shape fills, None for a shape of its own."""
    own = next(shape.iterchildren(), None)  # p:nvSpPr, p:nvPicPr or p:nvGraphicFramePr
    found = None if own is None else own.find(f"{P}nvPr/{P}ph")
    return None if found is None else Placeholder(found.get("type", ""), found.get("idx", "0"))


def inherited(placeholder: Placeholder, layout: Part | None, master: Part | None) -> list[_Element]:
    """The shapes that the placeholder inherits from, nearest first."""
    found = []
    kind = placeholder.kind
    if layout is not None:
        shape = _by_index(layout, placeholder)
        if shape is not None:
            found.append(shape)
            kind = kind or getattr(placeholder_of(shape), "kind", "")
    shape = None if master is None else _by_kind(master, kind)
    return found if shape is None else [*found, shape]


def text_styles(placeholder: Placeholder, master: Part | None) -> _Element | None:
    """The list style of the master for a kind of text, None where it has none."""
    return None if master is None else master.root.find(f"{P}txStyles/{P}{_STYLE_OF.get(placeholder.kind, 'bodyStyle')}")


def list_style(shape: _Element) -> _Element | None:
    """The a:lstStyle of a shape, None where it has none."""
    return shape.find(f"{P}txBody/{A}lstStyle")


def _shapes(part: Part) -> Iterator[tuple[_Element, Placeholder]]:
    for shape in part.root.iter(P + "sp"):
        placeholder = placeholder_of(shape)
        if placeholder is not None:
            yield shape, placeholder


def _by_index(layout: Part, wanted: Placeholder) -> _Element | None:
    """The placeholder of the layout with the same index, titles by their kind."""
    for shape, placeholder in _shapes(layout):
        title = wanted.kind in TITLES and placeholder.kind in TITLES
        if title or (placeholder.index == wanted.index and placeholder.kind not in TITLES and wanted.kind not in TITLES):
            return shape
    return None


def _by_kind(master: Part, kind: str) -> _Element | None:
    alike = TITLES if kind in TITLES else _LIKE_BODY if kind in _LIKE_BODY else (kind,)
    return next((shape for shape, placeholder in _shapes(master) if placeholder.kind in alike), None)
