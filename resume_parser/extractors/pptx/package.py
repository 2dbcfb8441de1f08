"""The parts of a PowerPoint package: slides, layouts, masters, themes, pictures, and how they refer to each other.

python-pptx opens the package; where it refuses one (a relationship to a missing part, a damaged picture, the strict
dialect), the parts are read from the zip one by one and only the presentation and one slide must be sound.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from resume_parser.errors import CorruptFileError
from resume_parser.extractors.ooxml import REFUSALS, STRICT, Relation, parse_part, relations

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.opc.package import Part as LibraryPart

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MAIN = "ppt/presentation.xml"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"http://schemas.openxmlformats.org/presentationml/2006/main"),
    *STRICT,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part with XML."""

    root: _Element
    relations: Mapping[str, Relation]

    def link(self, key: str | None) -> str | None:
        """The URL behind a relationship id, None for a place in the file or a broken id."""
        relation = self.relations.get(key or "")
        return relation.target if relation is not None and relation.external else None

    def first(self, kind: str) -> str:
        """The name of the first related part of a kind, "" if there is none."""
        return next((one.target for one in self.relations.values() if one.kind == kind and not one.external), "")


class Package(Protocol):
    """Where the parts of a file come from."""

    @property
    def main(self) -> Part:
        """The presentation itself; raises CorruptFileError where it cannot be read."""

    def part(self, name: str) -> Part | None:
        """A part with XML, None where it is missing or damaged."""

    def data(self, name: str) -> bytes:
        """The bytes of a part, none where it is missing or damaged."""


def open_package(data: bytes) -> Package:
    """The parts of the file; raises BadZipFile where it is no zip."""
    try:
        return _LibraryPackage(data)
    except REFUSALS:
        return _ZipPackage(data)


class _LibraryPackage:
    """The parts as python-pptx opened them."""

    def __init__(self, data: bytes) -> None:
        from pptx.opc.package import OpcPackage

        package = OpcPackage.open(io.BytesIO(data))
        self._parts: dict[str, LibraryPart] = {str(part.partname).lstrip("/"): part for part in package.iter_parts()}
        self.main = _library_part(package.main_document_part)

    def part(self, name: str) -> Part | None:
        found = self._parts.get(name)
        try:
            return None if found is None else _library_part(found)
        except REFUSALS:
            return None

    def data(self, name: str) -> bytes:
        found = self._parts.get(name)
        return b"" if found is None else found.blob


def _library_part(part: LibraryPart) -> Part:
    """The XML of a part, whether the library parsed it or not."""
    element: _Element | None = getattr(part, "_element", None)
    found = {
        key: Relation(
            rel.reltype.rpartition("/")[2],
            rel.target_ref if rel.is_external else str(rel.target_part.partname).lstrip("/"),
            rel.is_external,
        )
        for key, rel in part.rels.items()
    }
    return Part(parse_part(part.blob, _STRICT) if element is None else element, found)


class _ZipPackage:
    """The parts read from the zip one by one."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))

    @cached_property
    def main(self) -> Part:
        name = next((one.target for one in relations("", self._root).values() if one.kind == "officeDocument"), _MAIN)
        found = self.part(name) or self.part(_MAIN)
        if found is None:
            raise CorruptFileError("The presentation is damaged: its list of slides cannot be read. Save it again.", stage="extraction")
        return found

    def part(self, name: str) -> Part | None:
        root = self._root(name)
        return None if root is None else Part(root, relations(name, self._root))

    def data(self, name: str) -> bytes:
        try:
            return self._archive.read(name)
        except REFUSALS:
            return b""

    def _root(self, name: str) -> _Element | None:
        try:
            return parse_part(self._archive.read(name), _STRICT)
        except REFUSALS:
            return None
