"""Pictures of the pages of a PDF file or an image, as the reader sees them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 110  # sharp at the width of a screen column, about 100 kB a page
POINTS_PER_INCH = 72
JPEG_QUALITY = 82


def pdf_pictures(data: bytes, count: int) -> Iterator[str]:
    """The first `count` pages as data URLs, in order, "" for one that cannot be drawn."""
    from resume_parser.extractors.pdf import page_pictures

    for picture in page_pictures(data, count, DPI):
        yield "" if picture is None else data_url(picture)


def image_picture(data: bytes, size: tuple[float, float]) -> Iterator[str]:
    """The one picture of an image file as a data URL, turned as its camera held it; `size` is that of its page in points."""
    from PIL import Image as Images
    from PIL import ImageOps

    with Images.open(BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened)
        picture.thumbnail((max(1, round(size[0] * DPI / POINTS_PER_INCH)), max(1, round(size[1] * DPI / POINTS_PER_INCH))))
        yield data_url(picture)


def data_url(picture: Image) -> str:
    """A picture as a data URL."""
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=JPEG_QUALITY)
    return "data:image/jpeg;base64," + b64encode(buffer.getvalue()).decode("ascii")
