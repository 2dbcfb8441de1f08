"""Pictures of the pages of a PDF file, as the reader sees them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO

DPI = 110  # sharp at the width of a screen column, about 100 kB a page
POINTS_PER_INCH = 72
JPEG_QUALITY = 82


def pdf_pictures(data: bytes, count: int) -> Iterator[str]:
    """The first `count` pages as data URLs, in order."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        for index in range(min(count, len(pdf))):
            picture = pdf[index].render(scale=DPI / POINTS_PER_INCH).to_pil().convert("RGB")
            buffer = BytesIO()
            picture.save(buffer, "JPEG", quality=JPEG_QUALITY)
            yield "data:image/jpeg;base64," + b64encode(buffer.getvalue()).decode("ascii")
