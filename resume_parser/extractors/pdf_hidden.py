"""Which words of a PDF page a reader cannot see: render mode 3, tiny print, off the page, white on white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from resume_parser.document import Box, Word

if TYPE_CHECKING:
    import pypdfium2

TINY = 2.0  # points; smaller print cannot be read
NEAR_WHITE = 0xF0  # each colour channel at least this bright
SAME_SHADE = 24  # difference of brightness, 0-255, below which print and ground look alike
OCR_LAYER = 0.9  # share of invisible words from which they are the text layer of a scan, not a trick
SCALE = 0.5  # pixels per point of the page image that shows the ground of white words
MARGIN = 1  # pixels around a word whose shade is its ground
MOST_PIXELS = 4_000_000


def mark_hidden(page: pypdfium2.PdfPage, words: list[Word], width: float, height: float) -> list[Word]:
    """The words, with the reason on each that cannot be seen."""
    invisible = sum(bool(word.hidden) for word in words)
    if invisible and invisible >= OCR_LAYER * len(words):
        words = [replace(word, hidden="") for word in words]
    white = [at for at, word in enumerate(words) if is_near_white(word.color) and not word.hidden]
    lost = set(unseen(page, [words[at] for at in white], white, width * height)) if white else set()
    return [reason(word, at in lost, width, height) for at, word in enumerate(words)]


def reason(word: Word, white: bool, width: float, height: float) -> Word:
    """The word with its reason; the same word if it can be seen."""
    if word.hidden:
        return word
    if white:
        return replace(word, hidden="white")
    if word.size and word.size < TINY and word.box and word.box.height < TINY:
        return replace(word, hidden="tiny")
    if word.box and is_off_page(word.box, width, height):
        return replace(word, hidden="off_page")
    return word


def is_off_page(box: Box, width: float, height: float) -> bool:
    """The middle of the box lies outside the page."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return not (0 <= x <= width and 0 <= y <= height)


def is_near_white(color: int) -> bool:
    """All three channels are bright."""
    return min(color >> 16, color >> 8 & 0xFF, color & 0xFF) >= NEAR_WHITE


def unseen(page: pypdfium2.PdfPage, words: Sequence[Word], places: Sequence[int], area: float) -> list[int]:
    """The places of the words whose print has the shade of the ground behind it, by a small image of the page."""
    scale = min(SCALE, (MOST_PIXELS / area) ** 0.5) if area > 0 else SCALE
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        pixels, stride = bytes(bitmap.buffer), bitmap.stride
        size = (bitmap.width, bitmap.height)
        return [at for word, at in zip(words, places, strict=True) if word.box and is_flat(pixels, stride, size, word.box, scale)]
    finally:
        bitmap.close()


def is_flat(pixels: bytes, stride: int, size: tuple[int, int], box: Box, scale: float) -> bool:
    """The image shows nothing but one bright shade where the word stands."""
    x0, x1 = max(0, int(box.x0 * scale) - MARGIN), min(size[0], int(box.x1 * scale) + MARGIN)
    y0, y1 = max(0, int(box.top * scale)), min(size[1], int(box.bottom * scale) + 1)
    rows = [pixels[y * stride + x0 : y * stride + x1] for y in range(y0, y1)]
    shades = b"".join(rows)
    return bool(shades) and min(shades) >= NEAR_WHITE - SAME_SHADE
