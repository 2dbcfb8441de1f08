"""The pictures of an RTF file as candidates for the portrait: sizes are read at once, bytes only on demand."""

from __future__ import annotations

import re

from resume_parser.extractors.portrait import Candidate
from resume_parser.extractors.rtf.source import Source
from resume_parser.extractors.rtf.state import TWENTIETHS

_HEAD_CHARACTERS = 4_000  # of a picture group: its sizes stand before the data
_KINDS = ("\\jpegblip", "\\pngblip")
_SIZE = re.compile(r"\\(picwgoal|pichgoal|picscalex|picscaley)(\d{1,7})")
_BINARY = re.compile(r"\\bin(\d{1,10}) ?")
_WORD = re.compile(r"\\[a-zA-Z]+-?\d* ?|\}")


def picture(source: Source, start: int, end: int, page: int) -> Candidate | None:
    """The picture between two places of the source, None for a kind that no photograph comes in."""
    head = source.text[start : min(end, start + _HEAD_CHARACTERS)]
    if not any(kind in head for kind in _KINDS):
        return None
    sizes = {name: int(digits) for name, digits in _SIZE.findall(head)}
    width, height = (_points(sizes, f"pic{side}goal", f"picscale{axis}") for side, axis in (("w", "x"), ("h", "y")))
    return Candidate(page, width, height, lambda: _data(source, start, end))


def _points(sizes: dict[str, int], goal: str, scale: str) -> float:
    return sizes.get(goal, 0) / TWENTIETHS * (sizes.get(scale, 0) or 100) / 100


def _data(source: Source, start: int, end: int) -> bytes:
    """The bytes of the picture file, b"" where they cannot be read; hexadecimal ones stand behind the last word or group."""
    binary = _BINARY.search(source.text, start, end)
    try:
        if binary is not None:
            return source.text[binary.end() : binary.end() + int(binary[1])].encode("latin-1")
        words = _WORD.match(source.text, max(source.text.rfind("\\", start, end), source.text.rfind("}", start, end), start))
        return bytes.fromhex(source.text[words.end() if words else start : end])
    except ValueError:
        return b""
