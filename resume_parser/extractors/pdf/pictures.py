"""The photograph of the candidate on the first page of a PDF."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from resume_parser.document import Picture
from resume_parser.extractors.pdf.objects import images
from resume_parser.extractors.pdf.words import mapper
from resume_parser.extractors.portrait import Candidate, find_portrait
from resume_parser.options import Options

if TYPE_CHECKING:
    import pypdfium2

IMAGE = re.compile(rb"/Subtype\s*/Image\b")  # in the dictionary of each image, which no PDF packs
JPEG = ["DCTDecode"]  # the filters of an image that lies in the file as a whole JPEG


def portrait(page: pypdfium2.PdfPage, data: bytes, options: Options) -> Picture | None:
    """The photograph of the candidate on the open first page of a file, None if it shows none."""
    return find_portrait(list(candidates(page)), options.max_pixels) if IMAGE.search(data) else None


def candidates(page: pypdfium2.PdfPage) -> Iterator[Candidate]:
    """The images of a page with their size as shown."""
    to_box = mapper(page)
    for image, bounds in images(page):
        box = to_box(*bounds)
        yield Candidate(1, box.width, box.height, lambda image=image: picture_file(image), box)  # type: ignore[misc] # bound now


def picture_file(image: pypdfium2.PdfImage) -> bytes:
    """The image as a picture file: its JPEG as it lies in the PDF, anything else as PNG; b"" if pdfium cannot read it."""
    import pypdfium2

    try:
        if image.get_filters() == JPEG:
            return raw_data(image)
        bitmap = image.get_bitmap()
        buffer = io.BytesIO()
        bitmap.to_pil().save(buffer, "PNG")
        return buffer.getvalue()
    except (pypdfium2.PdfiumError, ValueError, OSError, MemoryError):
        return b""


def raw_data(image: pypdfium2.PdfImage) -> bytes:
    """The bytes of the image's stream as they lie in the file."""
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFImageObj_GetImageDataRaw(image.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(image.raw, buffer, length)
    return buffer.raw
