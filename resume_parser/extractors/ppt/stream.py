"""The streams of a PowerPoint file and where its current records lie: every save appends what changed and a directory of it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.errors import CorruptFileError, EncryptedFileError, UnsupportedFormatError
from resume_parser.extractors.ole import open_ole
from resume_parser.extractors.ppt.records import CRYPT_SESSION, DOCUMENT, PERSIST_DIRECTORY, USER_EDIT
from resume_parser.extractors.records import Record, record_at, records

if TYPE_CHECKING:
    from olefile import OleFileIO

_FOLDERS = ("PP97_DUALSTORAGE/", "")  # a file for PowerPoint 95 and 97 keeps the newer text in a folder of its own
_MAIN, _USER, _PICTURES, _OLD = "PowerPoint Document", "Current User", "Pictures", "PP40"
_ENCRYPTED_TOKEN = 0xF3D1C4DF
_TOKEN_OFFSET, _EDIT_OFFSET = 12, 16  # bytes in the stream "Current User", its record header included
_OLD_USER_BYTES = 28  # PowerPoint 95 writes a shorter stream "Current User"
_PREVIOUS_EDIT, _DIRECTORY, _DOCUMENT_ID, _CRYPT_ID = 8, 12, 16, 28  # offsets in a UserEditAtom
_ID_BITS, _ID_MASK = 20, 0xFFFFF
_DAMAGE = (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError, MemoryError, struct.error)
_MOST_EDITS = 10_000  # saves of one file; more is a loop


@dataclass(frozen=True, slots=True)
class Presentation:
    """The document record and the places of all that it names."""

    stream: bytes
    pictures: bytes
    document: Record
    places: dict[int, int]  # persist id -> offset in the stream

    def record(self, identifier: int) -> Record | None:
        """The current record with a persist id, None where the file has none."""
        return record_at(self.stream, self.places.get(identifier, -1))


def open_presentation(data: bytes) -> Presentation:
    """The streams of the file; raises InputError where it is encrypted, older than PowerPoint 97 or damaged beyond reading."""
    stream, user, pictures = _streams(data)
    if _number(user, _TOKEN_OFFSET) == _ENCRYPTED_TOKEN:
        raise _encrypted()
    edits = list(_edits(stream, _number(user, _EDIT_OFFSET))) or _stray_edits(stream)
    places: dict[int, int] = {}
    for edit in edits:
        for identifier, offset in _directory(stream, edit.integer(_DIRECTORY)):
            places.setdefault(identifier, offset)
    _refuse_encrypted(stream, edits, places)
    return Presentation(stream, pictures, _document(stream, edits, places, user), places)


def _streams(data: bytes) -> tuple[bytes, bytes, bytes]:
    """The main stream, the stream that names the last edit, and the pictures."""
    try:
        with open_ole(data) as container:
            folder = next((folder for folder in _FOLDERS if container.exists(folder + _MAIN)), None)
            if folder is None:
                raise _older() if container.exists(_OLD) else _damaged()
            main = container.openstream(folder + _MAIN).read()
            return main, _optional(container, folder + _USER), _optional(container, folder + _PICTURES) or _optional(container, _PICTURES)
    except _DAMAGE as error:
        raise _damaged() from error


def _optional(container: OleFileIO, name: str) -> bytes:
    try:
        return bytes(container.openstream(name).read()) if container.exists(name) else b""
    except _DAMAGE:
        return b""


def _number(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "little")


def _edits(stream: bytes, offset: int) -> Iterator[Record]:
    """The saves from the last to the first."""
    for _ in range(_MOST_EDITS):
        edit = record_at(stream, offset) if offset else None
        if edit is None or edit.kind != USER_EDIT:
            return
        yield edit
        if not edit.integer(_PREVIOUS_EDIT) < offset:  # an older save lies before a newer one
            return
        offset = edit.integer(_PREVIOUS_EDIT)


def _stray_edits(stream: bytes) -> list[Record]:
    """The saves found by reading the stream from its start, the last first: for a file that does not name its last save."""
    return [record for record in records(stream, 0, len(stream)) if record.kind == USER_EDIT][::-1]


def _directory(stream: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """(persist id, offset) of the records that one save wrote."""
    record = record_at(stream, offset)
    if record is None or record.kind != PERSIST_DIRECTORY:
        return
    content = record.content
    numbers = iter(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))
    for head in numbers:
        for index in range(head >> _ID_BITS):
            place = next(numbers, None)
            if place is None:
                return
            yield (head & _ID_MASK) + index, place


def _refuse_encrypted(stream: bytes, edits: list[Record], places: dict[int, int]) -> None:
    for edit in edits[:1]:
        record = record_at(stream, places.get(edit.integer(_CRYPT_ID), -1))
        if record is not None and record.kind == CRYPT_SESSION:
            raise _encrypted()


def _document(stream: bytes, edits: list[Record], places: dict[int, int], user: bytes) -> Record:
    """The document record: the one that the last save names, else the last one in the stream."""
    for edit in edits:
        record = record_at(stream, places.get(edit.integer(_DOCUMENT_ID), -1))
        if record is not None and record.kind == DOCUMENT:
            return record
    found = [record for record in records(stream, 0, len(stream)) if record.kind == DOCUMENT]
    if found:
        return found[-1]
    raise _older() if 0 < len(user) < _OLD_USER_BYTES else _damaged()


def _encrypted() -> EncryptedFileError:
    return EncryptedFileError("The presentation is protected with a password. Remove the password and send it again.", stage="extraction")


def _older() -> UnsupportedFormatError:
    return UnsupportedFormatError(
        "The presentation was written by PowerPoint 95 or older, which cannot be read. Save it as PPTX or PDF.", stage="extraction"
    )


def _damaged() -> CorruptFileError:
    return CorruptFileError("The presentation is damaged: its slides cannot be found. Save it again in PowerPoint.", stage="extraction")
