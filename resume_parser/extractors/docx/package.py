"""The parts of a Word package: the main story, its headers and footers, styles and numbering.

python-docx opens the package; where it refuses one (a relationship to a missing part, a damaged picture, the strict
dialect), the parts are read from the zip one by one and only the main story must be sound.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from resume_parser.errors import CorruptFileError
from resume_parser.extractors.xml import parse_xml

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STORIES = ("header", "footer")
# ISO strict files differ in the namespaces alone.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_REFUSALS = (
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    OSError,
    RuntimeError,
    EOFError,
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
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
    except _REFUSALS:
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
    return _parse(part.blob) if element is None else element


def _story(part: Part) -> Story:
    links = {key: rel.target_ref for key, rel in part.rels.items() if rel.is_external}
    return Story(str(part.partname), _root(part), links)


def _by_zip(data: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        top = _relationships(archive, "")
        main = next((target for kind, target, _ in top.values() if kind == "officeDocument"), "word/document.xml")
        rels = _relationships(archive, main)
        root = _optional(archive, main)
        if root is None:
            raise CorruptFileError("The Word file is damaged: its text cannot be read. Save it again in Word.", stage="extraction")

        def part(kind: str) -> _Element | None:
            return next((_optional(archive, target) for found, target, _ in rels.values() if found == kind), None)

        app = next((target for kind, target, _ in top.values() if kind == "extended-properties"), "docProps/app.xml")
        return Package(
            main=Story(main, root, _external(rels)),
            stories=dict(_zip_stories(archive, rels)),
            styles=part("styles"),
            numbering=part("numbering"),
            settings=part("settings"),
            declared_pages=_declared_pages(_optional(archive, app)),
        )


_Relationships = dict[str, tuple[str, str, bool]]  # id -> (last word of the type, target, external)


def _relationships(archive: zipfile.ZipFile, part: str) -> _Relationships:
    """The relationships of a part ("" = of the package), targets as member names; none where the part has no list."""
    folder, _, name = part.rpartition("/")
    root = _optional(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    if root is None:
        return {}
    found: _Relationships = {}
    for rel in root.iter(_RELATIONSHIP):
        target, external = rel.get("Target", ""), rel.get("TargetMode") == "External"
        place = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[rel.get("Id", "")] = (rel.get("Type", "").rpartition("/")[2], place, external)
    return found


def _external(rels: _Relationships) -> dict[str, str]:
    return {key: target for key, (_, target, external) in rels.items() if external}


def _zip_stories(archive: zipfile.ZipFile, rels: _Relationships) -> list[tuple[str, Story]]:
    stories = []
    for key, (kind, target, _) in rels.items():
        root = _optional(archive, target) if kind in _STORIES else None
        if root is not None:
            stories.append((key, Story(target, root, _external(_relationships(archive, target)))))
    return stories


def _optional(archive: zipfile.ZipFile, member: str) -> _Element | None:
    """The XML of a member, None where it is missing or damaged."""
    try:
        return _parse(archive.read(member))
    except _REFUSALS:
        return None


def _parse(xml: bytes) -> _Element:
    for strict, transitional in _STRICT:
        xml = xml.replace(strict, transitional)
    return parse_xml(xml)


def _declared_pages(app: _Element | None) -> int:
    text = "" if app is None else app.findtext("{*}Pages") or ""
    return int(text) if text.strip().isdigit() else 0
