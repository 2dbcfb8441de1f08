"""What a file is and who reads it: one row per format, detection by content, and the one call into the extractors.

The extractors are named by module path and imported when their first file comes, so that this module stays below them.
"""

from __future__ import annotations

import codecs
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from resume_parser.document import Document, Notice
from resume_parser.errors import (
    CorruptFileError,
    EmptyFileError,
    EncryptedFileError,
    ExtractionError,
    LimitExceededError,
    MissingDependencyError,
    ResumeParserError,
    UnsupportedFormatError,
)
from resume_parser.options import Options

PDF_HEADER_WITHIN = 1024  # bytes: readers accept junk before the header up to here
MIMETYPE_BYTES = 256  # the mimetype member of an OpenDocument file is below 100 bytes
MANIFEST_BYTES = 4096  # the manifest of an OpenDocument file begins with the entry of the file as a whole
CONTENT_TYPES_BYTES = 1_000_000  # [Content_Types].xml of real files is below 50 kB; the read is bounded against bombs
RATIO_FROM_BYTES = 1_000_000  # a small member may be packed as tightly as it likes
TEXT_HEAD_BYTES = 4096  # web pages and Word XML say what they are within these
BMP_HEADER_SIZES = (12, 40, 52, 56, 64, 108, 124)  # bytes, of the information header after the 14 bytes of the file header
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_ENTRY_BYTES = 128  # directory entries are aligned to their size, and each begins with its name
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

# Directory entries of a compound file that tell who wrote it.
_OLE_NAMES = ("WordDocument", "PowerPoint Document", "PP40", "EncryptedPackage", "Workbook")

# Packages whose errors mean that the file is damaged; an error from anywhere else is our own failure.
_DAMAGE_REPORTERS = ("lxml", "zipfile", "zlib", "struct", "docx", "pptx", "pypdfium2", "PIL", "odf", "olefile")


class Extractor(Protocol):
    """A module of the package `extractors`."""

    def extract(self, data: bytes, options: Options) -> Document:
        """The pages of the file."""


class Content:
    """The bytes of a file, and what several rows ask of them, read once."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def archive(self) -> zipfile.ZipFile | None:
        """The zip container, its central directory read and nothing unpacked; None for another file, raises BadZipFile for damage."""
        if not self.data.startswith(ZIP_MAGICS):
            return None
        try:
            return zipfile.ZipFile(io.BytesIO(self.data))
        except (NotImplementedError, ValueError, OSError, OverflowError, struct.error) as error:  # what a damaged directory also leads to
            raise zipfile.BadZipFile from error

    @cached_property
    def ole_kind(self) -> str:
        """The first telling entry name in the directory of a compound file (later ones are embedded objects), "" for none."""
        if not self.data.startswith(OLE_MAGIC):
            return ""
        lowered = self.data.lower()
        places = {_entry_position(lowered, f"{name}\0".lower().encode("utf-16-le")): name for name in _OLE_NAMES}
        places.pop(-1, None)
        return places[min(places)] if places else ""

    @cached_property
    def opendocument_kind(self) -> bytes:
        """What follows "opendocument." in the media type of the file, b"" for none; the manifest says it where the mimetype does not."""
        if self.archive is None:
            return b""
        stated = _member(self.archive, "mimetype", MIMETYPE_BYTES)
        if b"opendocument." not in stated:
            stated = _member(self.archive, "META-INF/manifest.xml", MANIFEST_BYTES)
        return stated.partition(b"opendocument.")[2]

    @cached_property
    def head(self) -> str:
        """The first characters of a text file in lower case, without byte order mark and white space."""
        head = self.data[:TEXT_HEAD_BYTES]
        wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return (head.decode("utf-16", "replace") if wide else head.decode("latin-1")).lstrip("\ufeff\xef\xbb\xbf \t\r\n").lower()

    def is_office(self, folder: str, main_type: bytes) -> bool:
        """True if the zip holds the folder of an Office application or names its main content type."""
        if self.archive is None:
            return False
        names = [name.replace("\\", "/").lower() for name in self.archive.namelist()]
        if any(name.startswith(folder) for name in names):
            return True
        return main_type in _member(self.archive, "[Content_Types].xml", CONTENT_TYPES_BYTES)


@dataclass(frozen=True, slots=True)
class Format:
    """One supported format; `extractor` is a module path, None while this version cannot read the format.

    `only_named`: the extensions under which the content counts as this format, () = any name. Word saves web pages and
    XML under its own names; under other names such content is no resume.
    """

    name: str
    extensions: tuple[str, ...]
    mime_types: tuple[str, ...]
    matches: Callable[[Content], bool]
    extractor: str | None
    only_named: tuple[str, ...] = ()

    def fits(self, content: Content, file_name: str | None) -> bool:
        """True if the content is of this format and its name allows it."""
        return (not self.only_named or _suffix(file_name) in self.only_named) and self.matches(content)


def _is_pdf(content: Content) -> bool:
    return b"%PDF-" in content.data[:PDF_HEADER_WITHIN]


def _is_rtf(content: Content) -> bool:
    return content.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def _is_png(content: Content) -> bool:
    return content.data.startswith(b"\x89PNG\r\n\x1a\n")


def _is_jpeg(content: Content) -> bool:
    return content.data.startswith(b"\xff\xd8\xff")


def _is_bmp(content: Content) -> bool:
    return content.data.startswith(b"BM") and int.from_bytes(content.data[14:18], "little") in BMP_HEADER_SIZES


def _is_ppt(content: Content) -> bool:
    return content.ole_kind in ("PowerPoint Document", "PP40")  # the latter is PowerPoint 95: its reader says what to do


def _is_doc(content: Content) -> bool:
    return content.ole_kind == "WordDocument"


def _entry_position(data: bytes, name: bytes) -> int:
    """Where a directory entry with this name begins, -1 if there is none."""
    place = data.find(name)
    while place != -1 and place % OLE_ENTRY_BYTES:
        place = data.find(name, place + 1)
    return place


def _is_docx(content: Content) -> bool:
    return content.is_office("word/", b"wordprocessingml")


def _is_pptx(content: Content) -> bool:
    return content.is_office("ppt/", b"presentationml")


def _is_odt(content: Content) -> bool:
    return content.opendocument_kind.startswith(b"text")


def _is_odp(content: Content) -> bool:
    return content.opendocument_kind.startswith(b"presentation")


def _is_wordml(content: Content) -> bool:
    return "<w:worddocument" in content.head


def _is_mhtml(content: Content) -> bool:
    head = content.head
    return "mime-version:" in head and ("multipart/related" in head or "text/html" in head)


def _is_html(content: Content) -> bool:
    head = content.head
    return head.startswith("<") and any(mark in head for mark in ("<html", "<!doctype html", "<body"))


_OFFICE_XML = "application/vnd.openxmlformats-officedocument."
_EXTRACTORS = "resume_parser.extractors."
OLE_NAMES = (".doc", ".ppt")
WORD_NAMES = (".doc", ".docx", ".rtf", ".dot")

FORMATS: tuple[Format, ...] = (
    Format("pdf", (".pdf",), ("application/pdf",), _is_pdf, _EXTRACTORS + "pdf"),
    Format("docx", (".docx",), (_OFFICE_XML + "wordprocessingml.document",), _is_docx, _EXTRACTORS + "docx"),
    Format("pptx", (".pptx",), (_OFFICE_XML + "presentationml.presentation",), _is_pptx, _EXTRACTORS + "pptx"),
    Format("odt", (".odt",), ("application/vnd.oasis.opendocument.text",), _is_odt, _EXTRACTORS + "odt"),
    Format("odp", (".odp",), ("application/vnd.oasis.opendocument.presentation",), _is_odp, _EXTRACTORS + "odp"),
    Format("ppt", (".ppt",), ("application/vnd.ms-powerpoint",), _is_ppt, _EXTRACTORS + "ppt"),
    Format("doc", (".doc",), ("application/msword",), _is_doc, _EXTRACTORS + "doc"),
    Format("rtf", (".rtf",), ("application/rtf", "text/rtf"), _is_rtf, _EXTRACTORS + "rtf"),
    Format("png", (".png",), ("image/png",), _is_png, _EXTRACTORS + "image"),
    Format("jpg", (".jpg", ".jpeg"), ("image/jpeg",), _is_jpeg, _EXTRACTORS + "image"),
    Format("bmp", (".bmp",), ("image/bmp", "image/x-ms-bmp"), _is_bmp, _EXTRACTORS + "image"),
    Format("wordml", (), ("application/xml", "text/xml"), _is_wordml, _EXTRACTORS + "wordml", WORD_NAMES),
    Format("mhtml", (), ("multipart/related",), _is_mhtml, _EXTRACTORS + "web.mhtml", WORD_NAMES),
    Format("html", (), ("text/html",), _is_html, _EXTRACTORS + "web.html", WORD_NAMES),
)


def detect(data: bytes, file_name: str | None = None) -> Format:
    """The format of the content; the name only words the error. Raises InputError where no row fits."""
    return _detect(Content(data), file_name)


def _detect(content: Content, file_name: str | None) -> Format:
    data = content.data
    if not data:
        raise EmptyFileError("The file is empty (0 bytes). Send it again.", file_name=file_name)
    try:
        found = next((row for row in FORMATS if row.fits(content, file_name)), None)
    except zipfile.BadZipFile as error:
        raise _damaged_zip(data, file_name) from error
    if found is not None:
        return found
    if content.ole_kind == "EncryptedPackage":
        raise EncryptedFileError("The file is protected with a password. Remove the password and send it again.", file_name=file_name)
    if data.startswith(OLE_MAGIC) and not content.ole_kind and _suffix(file_name) in OLE_NAMES:
        raise CorruptFileError("The file is cut off or damaged: its directory cannot be found. Send it again.", file_name=file_name)
    raise _unsupported(data, file_name)


def extract(data: bytes, file_name: str | None, options: Options, content_type: str | None = None) -> Document:
    """The Document of a file: its pages of words before layout. Raises ResumeParserError and nothing else.

    The content decides what the file is; a name or a declared MIME type that says otherwise gives a notice.
    """
    if len(data) > options.max_file_bytes:
        raise LimitExceededError(
            f"The file has {len(data)} bytes, above the limit of {options.max_file_bytes}. "
            "Send a smaller file or raise Options.max_file_bytes.",
            file_name=file_name,
        )
    content = Content(data)
    row = _detect(content, file_name)
    if row.extractor is None:
        raise UnsupportedFormatError(
            f"The file is a {row.name.upper()} file, which this version cannot read. Send it as one of {readable()}.", file_name=file_name
        )
    _check_archive(content, options, file_name)
    document = _run(row.extractor, data, options, file_name)
    _check_text(document, options, file_name)
    return replace(document, notices=(*document.notices, *_mismatches(row, file_name, content_type)))


def readable() -> str:
    """The extensions that this version can read, as a phrase for a message."""
    return ", ".join(extension for row in FORMATS if row.extractor for extension in row.extensions)


def _run(extractor: str, data: bytes, options: Options, file_name: str | None) -> Document:
    """The one place where errors of other packages become ours; their messages may quote the file and are not passed on."""
    try:
        return cast(Extractor, import_module(extractor)).extract(data, options)
    except ResumeParserError as error:
        error.file_name = error.file_name or file_name
        raise
    except ModuleNotFoundError as error:
        raise MissingDependencyError(
            f"Reading this format needs the package {error.name}. Run: pip install 'resume-parser-engine[ocr]'",
            stage="extraction",
            file_name=file_name,
        ) from error
    except MemoryError as error:
        raise LimitExceededError(
            "Reading the file needs more memory than there is. Send a smaller file.", stage="extraction", file_name=file_name
        ) from error
    except Exception as error:  # the one wrapper: no exception of another package may reach the caller
        kind = type(error)
        if kind.__module__.partition(".")[0] in _DAMAGE_REPORTERS:
            raise CorruptFileError(
                f"The file is damaged ({kind.__name__}). Save it again in its own program.", stage="extraction", file_name=file_name
            ) from error
        raise ExtractionError(
            f"Reading the file failed ({kind.__name__}). Please report it; saving the file as PDF may help.",
            stage="extraction",
            file_name=file_name,
        ) from error


def _member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """At most `limit` bytes of a member, none if it is missing or cannot be unpacked."""
    try:
        with archive.open(name) as stream:
            return stream.read(limit)
    except (KeyError, ValueError, RuntimeError, NotImplementedError, OSError, EOFError, struct.error, zlib.error):
        return b""


def _check_archive(content: Content, options: Options, file_name: str | None) -> None:
    """Refuses a zip bomb by what its central directory declares."""
    try:
        members = content.archive.infolist() if content.archive else []
    except zipfile.BadZipFile:  # no zip, but another format behind bytes that begin like one
        return
    unpacked = sum(member.file_size for member in members)
    if unpacked > options.max_unpacked_bytes:
        raise LimitExceededError(
            f"The file unpacks to {unpacked} bytes, above the limit of {options.max_unpacked_bytes}. Send a smaller file.",
            file_name=file_name,
        )
    for member in members:
        if member.file_size > RATIO_FROM_BYTES and member.file_size > options.max_unpacked_ratio * max(member.compress_size, 1):
            raise LimitExceededError(
                f"A part of the file unpacks to more than {options.max_unpacked_ratio:g} times its size. "
                "Save the file again in its own program.",
                file_name=file_name,
            )


def _check_text(document: Document, options: Options, file_name: str | None) -> None:
    """Refuses more text than the later stages should meet."""
    characters = sum(len(word.text) + 1 for line in document.all_lines() for word in line.words)
    if characters > options.max_characters:
        raise LimitExceededError(
            f"The file has {characters} characters of text, above the limit of {options.max_characters}. Send the resume alone.",
            stage="extraction",
            file_name=file_name,
        )


def _mismatches(row: Format, file_name: str | None, content_type: str | None) -> Iterator[Notice]:
    """A notice for a name and one for a declared type that promise another format than the content is."""
    suffix, declared = _suffix(file_name), (content_type or "").partition(";")[0].strip().lower()
    read = f"the content is {row.name.upper()}; it was read as {row.name.upper()}."
    if any(suffix in other.extensions for other in FORMATS if other is not row):
        yield Notice("format_mismatch", f"The name ends in {suffix} but {read}")
    if any(declared in other.mime_types for other in FORMATS if other is not row):
        yield Notice("format_mismatch", f"The declared type is {declared} but {read}")


def _suffix(file_name: str | None) -> str:
    """The lower-case extension of the name with its dot, "" where there is none."""
    return PurePath(file_name).suffix.lower() if file_name else ""


def _damaged_zip(data: bytes, file_name: str | None) -> ResumeParserError:
    """The error for a zip without a readable directory."""
    claims = any(_suffix(file_name) in row.extensions for row in FORMATS)
    if claims or b"[Content_Types].xml" in data or b"mimetype" in data[:64]:
        return CorruptFileError("The file is cut off or damaged: its zip directory cannot be read. Send it again.", file_name=file_name)
    return _unsupported(data, file_name)


def _unsupported(data: bytes, file_name: str | None) -> UnsupportedFormatError:
    """The error for content of no known format; it lists what this version reads, not what it only recognises."""
    suffix = _suffix(file_name)
    claim = f"The name ends in {suffix} but the content is not of that format" if suffix else "The content is of no known format"
    nature = ", it is plain text" if b"\0" not in data[:PDF_HEADER_WITHIN] and not data.startswith(ZIP_MAGICS) else ""
    return UnsupportedFormatError(
        f"{claim}{nature}. Supported are {readable()}. Open the file in its program and save it as PDF or DOCX.", file_name=file_name
    )
