"""The pictures of a file: the store in the document lists them, a stream of their own holds their bytes."""

from __future__ import annotations

from dataclasses import dataclass

from resume_parser.extractors.ppt.records import DRAWING_GROUP, PICTURE_ENTRY, PICTURE_STORE, PICTURE_STORE_GROUP, PICTURES
from resume_parser.extractors.records import Record, record_at

_OFFSET = 28  # of the place in the stream, within an entry
_DIGEST_BYTES, _TAG_BYTES = 16, 1  # before the bytes of a picture: one or two digests and a tag


@dataclass(frozen=True, slots=True)
class PictureStore:
    """Where each picture lies, in the order of their numbers."""

    stream: bytes
    offsets: tuple[int, ...]

    def load(self, number: int) -> bytes:
        """The picture file with a number (1-based), b"" where it is none that can be shown."""
        offset = self.offsets[number - 1] if 0 < number <= len(self.offsets) else -1
        record = record_at(self.stream, offset)
        if record is None or record.kind not in PICTURES:
            return b""
        return record.content[_DIGEST_BYTES * (1 + record.instance % 2) + _TAG_BYTES :]


def picture_store(document: Record, stream: bytes) -> PictureStore:
    """The store of the document."""
    level = [document]
    for kind in (DRAWING_GROUP, PICTURE_STORE_GROUP, PICTURE_STORE, PICTURE_ENTRY):
        level = [child for record in level for child in record.all(kind)]
    return PictureStore(stream, tuple(entry.integer(_OFFSET) for entry in level))
