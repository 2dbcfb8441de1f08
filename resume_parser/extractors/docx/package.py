"""The parts of a Word package: the main story, its headers and footers, styles and numbering.

python-docx opens the package; where it refuses one (a relationship to a missing part, a damaged picture, the strict
dialect), the parts are read from the zip one by one and only the main story must be sound.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from resume_parser.errors import CorruptFileError
from resume_parser.extractors.ooxml import REFUSALS, STRICT, parse_part, relations

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES, _PICTURE = ("header", "footer"), "image"  # kinds of relationships
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    *STRICT,
)


@dataclass(frozen=True, slots=True)
class Story:
    """One part with text: its XML and what its relationships lead to."""

    root: _Element
    links: Mapping[str, str]  # relationship id -> URL
    pictures: Mapping[str, Callable[[], bytes]]  # relationship id -> what loads the picture file


@dataclass(frozen=True, slots=True)
class Package:
    """What the walk needs of the file; None where the part is missing or damaged."""

    main: Story
    stories: Mapping[str, Story]  # relationship id of the main part -> header or footer
    styles: _Element | None
    numbering: _Element | None
    settings: _Element | None
    declared_pages: int  # of docProps/app.xml, 0 where it does not say


def open_package(data: bytes) -> Package:
    """The parts of the file; raises CorruptFileError where it has no readable main story."""
    try:
        return _by_library(data)
    except REFUSALS:
        return _by_zip(data)


def _by_library(data: bytes) -> Package:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.package import OpcPackage

    package = OpcPackage.open(io.BytesIO(data))
    main = package.part_related_by(RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    related = {key: rel.target_part for key, rel in main.rels.items() if not rel.is_external}
    kinds = {key: rel.reltype.rpartition("/")[2] for key, rel in main.rels.items()}

    def part(kind: str) -> _Element | None:
        return next((_root(related[key]) for key in related if kinds[key] == kind), None)

    app = next((rel.target_part for rel in package.rels.values() if rel.reltype.endswith("/extended-properties")), None)
    return Package(
        main=_story(main),
        stories={key: _story(related[key]) for key in related if kinds[key] in _STORIES},
        styles=part("styles"),
        numbering=part("numbering"),
        settings=part("settings"),
        declared_pages=_declared_pages(_root(app) if app is not None else None),
    )


def _root(part: Part) -> _Element:
    """The XML of a part, whether the library parsed it or not."""
    element: _Element | None = getattr(part, "element", None)
    return parse_part(part.blob, _STRICT) if element is None else element


def _story(part: Part) -> Story:
    inner = {key: rel for key, rel in part.rels.items() if not rel.is_external}
    pictures = {key: partial(_blob, rel.target_part) for key, rel in inner.items() if rel.reltype.endswith("/" + _PICTURE)}
    links = {key: rel.target_ref for key, rel in part.rels.items() if rel.is_external}
    return Story(_root(part), links, pictures)


def _blob(part: Part) -> bytes:
    return bytes(part.blob)


def _by_zip(data: bytes) -> Package:
    archive = zipfile.ZipFile(io.BytesIO(data))
    read = partial(_optional, archive)
    top = relations("", read)
    name = next((one.target for one in top.values() if one.kind == "officeDocument"), "word/document.xml")
    main = _zip_story(archive, name)
    if main is None:
        raise CorruptFileError("The Word file is damaged: its text cannot be read. Save it again in Word.", stage="extraction")
    rels = relations(name, read)
    stories = ((key, _zip_story(archive, one.target)) for key, one in rels.items() if one.kind in _STORIES)

    def part(kind: str) -> _Element | None:
        return next((read(one.target) for one in rels.values() if one.kind == kind), None)

    app = next((one.target for one in top.values() if one.kind == "extended-properties"), "docProps/app.xml")
    return Package(
        main=main,
        stories={key: story for key, story in stories if story is not None},
        styles=part("styles"),
        numbering=part("numbering"),
        settings=part("settings"),
        declared_pages=_declared_pages(read(app)),
    )


def _zip_story(archive: zipfile.ZipFile, name: str) -> Story | None:
    """A part with text, None where it is missing or damaged."""
    root = _optional(archive, name)
    if root is None:
        return None
    rels = relations(name, partial(_optional, archive))
    links = {key: one.target for key, one in rels.items() if one.external}
    pictures = {key: partial(_bytes, archive, one.target) for key, one in rels.items() if one.kind == _PICTURE and not one.external}
    return Story(root, links, pictures)


def _bytes(archive: zipfile.ZipFile, member: str) -> bytes:
    """A member, b"" where it is missing or damaged."""
    try:
        return archive.read(member)
    except REFUSALS:
        return b""


def _optional(archive: zipfile.ZipFile, member: str) -> _Element | None:
    """The XML of a member, None where it is missing or damaged."""
    try:
        return parse_part(archive.read(member), _STRICT)
    except REFUSALS:
        return None


def _declared_pages(app: _Element | None) -> int:
    text = "" if app is None else app.findtext("{*}Pages") or ""
    return int(text) if text.strip().isdigit() else 0
