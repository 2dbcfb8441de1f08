"""Which words of a PDF page a reader cannot see: render mode 3, tiny print, off the page, white on white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resume_parser.document import Box, Word
from resume_parser.extractors.pdf.scan import IMAGE_SHARE, image_share

if TYPE_CHECKING:
    import pypdfium2

TINY = 2.0  # points; smaller print cannot be read
NEAR_WHITE = 0xF0  # each colour channel at least this bright
SAME_SHADE = 24  # difference of brightness, 0-255, below which print and ground look alike
OCR_LAYER = 0.9  # share of invisible words from which they are the text layer of a scan, if there is an image to read
SCALE = 0.5  # pixels per point of the page image that shows the ground of white words
MARGIN = 1  # pixels around a word whose shade is its ground
MOST_PIXELS = 4_000_000
ROUNDING = 0.01  # pixels; pdfium rounds what is cut off up to whole pixels


def mark_hidden(page: pypdfium2.PdfPage, words: list[Word], width: float, height: float) -> list[Word]:
    """The words, with the reason on each that cannot be seen."""
    invisible = sum(bool(word.hidden) for word in words)
    if invisible and invisible >= OCR_LAYER * len(words) and image_share(page, width * height) > IMAGE_SHARE:
        words = [replace(word, hidden="") for word in words]
    white = [at for at, word in enumerate(words) if is_near_white(word.color) and not word.hidden]
    lost = set(unseen(page, [words[at] for at in white], white, (width, height))) if white else set()
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


def unseen(page: pypdfium2.PdfPage, words: Sequence[Word], places: Sequence[int], size: tuple[float, float]) -> list[int]:
    """The places of the words whose print has the shade of the ground behind it, by a small image of their part of the page."""
    boxes = {at: word.box for word, at in zip(words, places, strict=True) if word.box and not is_off_page(word.box, *size)}
    if not boxes:
        return []
    image = image_around(page, list(boxes.values()), size)
    return [at for at, box in boxes.items() if image.is_flat(box)]


@dataclass(frozen=True, slots=True)
class GreyImage:
    """The pixels of a part of a page, one byte each."""

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float  # pixels per point
    left: int  # pixels cut off at the left of the page
    top: int  # pixels cut off above

    def is_flat(self, box: Box) -> bool:
        """The image shows nothing but one bright shade where the box stands."""
        x0 = max(0, int(box.x0 * self.scale) - self.left - MARGIN)
        x1 = min(self.width, int(box.x1 * self.scale) - self.left + MARGIN)
        y0, y1 = max(0, int(box.top * self.scale) - self.top), min(self.height, int(box.bottom * self.scale) - self.top + 1)
        shades = b"".join([self.pixels[y * self.stride + x0 : y * self.stride + x1] for y in range(y0, y1)])
        return bool(shades) and min(shades) >= NEAR_WHITE - SAME_SHADE


def image_around(page: pypdfium2.PdfPage, boxes: Sequence[Box], size: tuple[float, float]) -> GreyImage:
    """The smallest part of the page that shows all boxes; the less is drawn, the faster."""
    width, height = size
    scale = min(SCALE, (MOST_PIXELS / (width * height)) ** 0.5)
    left = max(0, int(min(box.x0 for box in boxes) * scale) - 2 * MARGIN)
    top = max(0, int(min(box.top for box in boxes) * scale) - 2 * MARGIN)
    right = max(0, int((width - max(box.x1 for box in boxes)) * scale) - 2 * MARGIN)
    bottom = max(0, int((height - max(box.bottom for box in boxes)) * scale) - 2 * MARGIN)
    crop = tuple(max(0.0, (cut - ROUNDING) / scale) for cut in (left, bottom, right, top))
    bitmap = page.render(scale=scale, grayscale=True, crop=crop)
    try:
        return GreyImage(bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height, scale, left, top)
    finally:
        bitmap.close()
