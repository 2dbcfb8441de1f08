"""The text of the file: the pieces that its piece table joins, and where each character lies in the file."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, field

from resume_parser.errors import CorruptFileError
from resume_parser.extractors.doc.binary import plc, u16, u32
from resume_parser.extractors.doc.fib import Fib, Part
from resume_parser.extractors.doc.sprms import short_sprm, sprms

_PROPERTIES, _TABLE = 1, 2  # kinds of entries of the piece table
_EIGHT_BIT = 0x40000000
_PIECE_BYTES = 8
_WINDOWS = {code: bytes((code,)).decode("cp1252", "ignore") or "\ufffd" for code in range(0x80, 0xA0)}
Properties = tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that lies in one place of the file."""

    start: int  # first character
    end: int
    offset: int  # bytes in the WordDocument stream
    width: int  # bytes per character
    properties: Properties = ()  # over those of its runs


@dataclass(slots=True)
class Text:
    """The characters of all stories, one per UTF-16 unit; those of Word 6 and 95 are bytes that still need their code page."""

    characters: str
    pieces: list[Piece]
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Prepares the search by character."""
        self._starts = [piece.start for piece in self.pieces]

    def piece_index(self, character: int) -> int:
        """The index of the piece that holds a character."""
        return max(bisect_right(self._starts, character) - 1, 0)

    def offset(self, character: int) -> int:
        """The offset of a character in the WordDocument stream."""
        piece = self.pieces[self.piece_index(character)]
        return piece.offset + (character - piece.start) * piece.width


def read_text(fib: Fib, word: bytes, table: bytes) -> Text:
    """The text of the file; where the piece table is missing, the bytes that the head of the file names."""
    pieces, room, end = [], len(word), 0
    for piece in _pieces(fib, fib.bytes_of(Part.PIECES, table)) or [_whole(fib, word)]:
        length = min(piece.end - piece.start, max(len(word) - piece.offset, 0) // piece.width, room // piece.width)
        if length > 0:  # pieces of a sound file share no bytes, so that all fit into the stream
            pieces.append(Piece(end, end + length, piece.offset, piece.width, piece.properties))
            room -= length * piece.width
            end += length
    if not pieces:
        raise CorruptFileError("The Word file is cut off: its text is missing. Send it again.", stage="extraction")
    return Text("".join(_decode(piece, word, fib) for piece in pieces), pieces)


def _pieces(fib: Fib, clx: bytes) -> list[Piece]:
    """The pieces that the piece table lists, none where it is damaged."""
    at, lists = 0, []
    while at + 3 <= len(clx) and clx[at] == _PROPERTIES:
        size = u16(clx, at + 1)
        lists.append(tuple(sprms(clx[at + 3 : at + 3 + size], old=fib.old)))
        at += 3 + size
    if at >= len(clx) or clx[at] != _TABLE:
        return []
    listed = plc(clx[at + 5 : at + 5 + u32(clx, at + 1)], _PIECE_BYTES)
    return [_piece(start, end, item, lists, fib) for start, end, item in listed]


def _piece(start: int, end: int, item: bytes, lists: list[Properties], fib: Fib) -> Piece:
    place, prm = u32(item, 2), u16(item, 6)
    if prm & 1:
        properties = lists[prm >> 1] if prm >> 1 < len(lists) else ()
    else:
        short = short_sprm(prm)
        properties = () if short is None else (short,)
    if fib.old:
        return Piece(start, end, place, 2 if fib.wide else 1, properties)
    if place & _EIGHT_BIT:
        return Piece(start, end, (place & ~_EIGHT_BIT) // 2, 1, properties)
    return Piece(start, end, place, 2, properties)


def _whole(fib: Fib, word: bytes) -> Piece:
    """All text as one piece: the whole table of Word 6 files that were never saved in parts, the best guess for damaged ones."""
    size = max(min(fib.text_end, len(word)) - fib.text_start, 0)
    wide = fib.wide or word[fib.text_start + 1 : fib.text_end : 2].count(0) * 2 > size // 2
    width = 2 if wide else 1
    return Piece(0, size // width, fib.text_start, width)


def _decode(piece: Piece, word: bytes, fib: Fib) -> str:
    raw = word[piece.offset : piece.offset + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        text = raw.decode("latin-1")
        return text if fib.old else text.translate(_WINDOWS)
    text = raw.decode("utf-16-le", "replace")
    if len(text) * 2 == len(raw):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))  # pairs of units stay two characters


def joined(text: str) -> str:
    """The text with pairs of UTF-16 units made one character, units without a partner made U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
