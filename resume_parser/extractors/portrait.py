"""Which picture of a file shows the candidate: by its place, its shape and its colours; nobody is recognised."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.document import Box, Picture

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_SIDE = 36.0  # points (half an inch): smaller pictures are icons
MOST_SIDE = 300.0  # points: larger ones are backgrounds
LEAST_ASPECT, MOST_ASPECT = 0.55, 1.35  # width / height; portraits are upright or square, banners are wide
LEAST_CROPPED, MOST_CROPPED = 0.5, 1.8  # the same of a file whose shown size is that of a portrait: the page cuts off the rest
LEAST_PIXELS = 48  # of a side
LEAST_COLOURS = 120  # of the 1,024 points of a thumbnail, at 32 steps a channel: drawings and logos have fewer
THUMBNAIL = 32  # pixels
STEP_BITS = 3  # low bits of a channel that do not count as another colour
MOST_CANDIDATES = 8  # pictures that are opened; icons and rules are left out before
MIME_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "BMP": "image/bmp", "GIF": "image/gif", "TIFF": "image/tiff", "WEBP": "image/webp"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A picture of the file, not opened yet."""

    page: int  # 1-based
    width: float  # points as shown, 0.0 where the file does not say
    height: float
    load: Callable[[], bytes]  # the bytes of the picture file; b"" where it cannot be read
    box: Box | None = None


def find_portrait(candidates: Iterable[Candidate], max_pixels: int) -> Picture | None:
    """The picture of the candidate, None if no picture on the first page looks like a portrait."""
    shown = [item for item in candidates if item.page == 1 and _has_portrait_shape(item)]
    found = (_portrait(item, max_pixels) for item in shown[:MOST_CANDIDATES])
    return next((picture for picture in found if picture is not None), None)


def _has_portrait_shape(item: Candidate) -> bool:
    """The picture has the size and shape of a portrait, or the file does not tell its size."""
    if not item.width or not item.height:
        return True
    sides = min(item.width, item.height) >= LEAST_SIDE and max(item.width, item.height) <= MOST_SIDE
    return sides and LEAST_ASPECT <= item.width / item.height <= MOST_ASPECT


def _portrait(item: Candidate, max_pixels: int) -> Picture | None:
    """The picture, None if it cannot be opened or shows no photograph."""
    from PIL import Image, UnidentifiedImageError

    data = item.load()
    try:
        with Image.open(io.BytesIO(data)) as image:
            mime_type = MIME_TYPES.get(image.format or "")
            if mime_type is None or not _is_sound(item, image.size, max_pixels) or not _is_photograph(image):
                return None
            return Picture(data, mime_type, item.page, item.box)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return None


def _is_sound(item: Candidate, size: tuple[int, int], max_pixels: int) -> bool:
    """The pixels of the file are enough, not too many, and in a shape that a portrait can be cut from."""
    width, height = size
    least, most = (LEAST_CROPPED, MOST_CROPPED) if item.width and item.height else (LEAST_ASPECT, MOST_ASPECT)
    return min(size) >= LEAST_PIXELS and width * height <= max_pixels and least <= width / height <= most


def _is_photograph(image: Image) -> bool:
    """A thumbnail of the picture has the many shades of a photograph."""
    image.draft("RGB", (THUMBNAIL * 2, THUMBNAIL * 2))
    small = image.convert("RGB").resize((THUMBNAIL, THUMBNAIL))
    data = small.tobytes()
    shades = zip(data[0::3], data[1::3], data[2::3], strict=True)
    return len({(red >> STEP_BITS, green >> STEP_BITS, blue >> STEP_BITS) for red, green, blue in shades}) >= LEAST_COLOURS
