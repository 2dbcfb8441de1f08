"""The parts of an OpenDocument package: content and styles as XML, pictures on demand.

The zip is read part by part, so that a missing manifest or a damaged picture does not cost the text: only content.xml must be sound.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from resume_parser.errors import CorruptFileError, EncryptedFileError
from resume_parser.extractors.opendocument.about import declared_pages, encrypted_parts
from resume_parser.extractors.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT = "content.xml"
_ENCRYPTED_WHOLE = "encrypted-package"  # the one part of a file that is encrypted as a whole
_UNREADABLE = (KeyError, ValueError, OSError, RuntimeError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class Package:
    """What the walk needs of the file."""

    content: _Element
    styles: _Element | None  # None where the part is missing or damaged
    declared_pages: int  # 0 where the file does not say
    archive: zipfile.ZipFile

    def picture(self, name: str) -> Callable[[], bytes]:
        """A call that gives the bytes of a picture, b"" where the package does not hold it."""
        return lambda: _member(self.archive, name.removeprefix("./"))


def open_package(data: bytes) -> Package:
    """The parts of the file; raises EncryptedFileError for a password, CorruptFileError where content.xml cannot be read."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    encrypted = encrypted_parts(_member(archive, "META-INF/manifest.xml"))
    if encrypted & {_CONTENT, _ENCRYPTED_WHOLE}:
        raise EncryptedFileError("The file is protected with a password. Remove the password and send it again.", stage="extraction")
    content = _part(archive, _CONTENT)
    if content is None:
        raise CorruptFileError("The file is damaged: its text cannot be read. Save it again in its own program.", stage="extraction")
    return Package(content, _part(archive, "styles.xml"), declared_pages(_member(archive, "meta.xml")), archive)


def _part(archive: zipfile.ZipFile, name: str) -> _Element | None:
    """The XML of a part, None where it is missing or damaged."""
    try:
        return parse_xml(_member(archive, name))
    except etree.XMLSyntaxError:
        return None


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part, b"" where it is missing or damaged."""
    try:
        return archive.read(name)
    except _UNREADABLE:
        return b""
