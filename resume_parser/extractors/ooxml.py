"""What the packages of Word and PowerPoint share: relationships, the strict dialect, the errors of damaged ones."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from resume_parser.extractors.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
# what the libraries and the zip raise on damage
REFUSALS = (
    KeyError,
    IndexError,
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
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relationship id of a part stands for."""

    kind: str  # last word of the relationship type: "slide" "header" "image" "hyperlink" ...
    target: str  # name of a part without leading slash, or a URL
    external: bool


def relations(part: str, read: Callable[[str], _Element | None]) -> dict[str, Relation]:
    """The relationships of a part ("" = of the package) by id; none where `read` finds no list of them."""
    folder, _, name = part.rpartition("/")
    root = read(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {} if root is None else {rel.get("Id", ""): _relation(rel, folder) for rel in root.iter(_RELATIONSHIP)}


def _relation(rel: _Element, folder: str) -> Relation:
    target, external = rel.get("Target", ""), rel.get("TargetMode") == "External"
    place = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(rel.get("Type", "").rpartition("/")[2], place, external)


def parse_part(xml: bytes, dialect: Sequence[tuple[bytes, bytes]]) -> _Element:
    """The root of a part; files of the ISO strict `dialect` differ in the namespaces alone: (strict, usual)."""
    for strict, usual in dialect:
        xml = xml.replace(strict, usual)
    return parse_xml(xml)
