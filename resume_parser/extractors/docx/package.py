"""The parts of a Word package: the main story, its headers and footers, styles and numbering.

python-docx opens the package; where it refuses one (a relationship to a missing part, a damaged picture, the strict
dialect), the parts are read from the zip one by one and only the main story must be sound.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.errors import CorruptFileError
from resume_parser.extractors.ooxml import REFUSALS, STRICT_OFFICE, Relation, parse_part, relations

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = ("header", "footer")
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    STRICT_OFFICE,
)


@dataclass(frozen=True, slots=True)
class Story:
    """One part with text: its XML and the targets of its external relationships."""

    name: str
    root: _Element
    links: Mapping[str, str]  # relationship id -> URL


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
    links = {key: rel.target_ref for key, rel in part.rels.items() if rel.is_external}
    return Story(str(part.partname), _root(part), links)


def _by_zip(data: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:

        def read(member: str) -> _Element | None:
            return _optional(archive, member)

        top = relations("", read)
        main = next((one.target for one in top.values() if one.kind == "officeDocument"), "word/document.xml")
        rels = relations(main, read)
        root = read(main)
        if root is None:
            raise CorruptFileError("The Word file is damaged: its text cannot be read. Save it again in Word.", stage="extraction")

        def part(kind: str) -> _Element | None:
            return next((read(one.target) for one in rels.values() if one.kind == kind), None)

        app = next((one.target for one in top.values() if one.kind == "extended-properties"), "docProps/app.xml")
        return Package(
            main=Story(main, root, _external(rels)),
            stories=dict(_zip_stories(rels, read)),
            styles=part("styles"),
            numbering=part("numbering"),
            settings=part("settings"),
            declared_pages=_declared_pages(read(app)),
        )


def _external(rels: Mapping[str, Relation]) -> dict[str, str]:
    return {key: one.target for key, one in rels.items() if one.external}


def _zip_stories(rels: Mapping[str, Relation], read: Callable[[str], _Element | None]) -> Iterator[tuple[str, Story]]:
    for key, one in rels.items():
        root = read(one.target) if one.kind in _STORIES else None
        if root is not None:
            yield key, Story(one.target, root, _external(relations(one.target, read)))


def _optional(archive: zipfile.ZipFile, member: str) -> _Element | None:
    """The XML of a member, None where it is missing or damaged."""
    try:
        return parse_part(archive.read(member), _STRICT)
    except REFUSALS:
        return None


def _declared_pages(app: _Element | None) -> int:
    text = "" if app is None else app.findtext("{*}Pages") or ""
    return int(text) if text.strip().isdigit() else 0
