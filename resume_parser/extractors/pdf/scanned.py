"""PDF pages without a usable text layer: drawn by pdfium, read by OCR.

Only drawing holds the lock of pdfium; while the engine reads a page, other threads can open their files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resume_parser.document import Block, LinkArea, Notice, Page
from resume_parser.extractors.ocr import DPI, MOST_PIXELS, POINTS_PER_INCH, PictureReader, engine_or_error, find_engine
from resume_parser.extractors.pdf.links import link_areas, with_links
from resume_parser.options import Options

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as a picture, and the links on it."""

    picture: Image
    dpi: float
    links: list[LinkArea]


def read_scans(
    pdf: pypdfium2.PdfDocument, pages: Sequence[Page], options: Options, lock: AbstractContextManager[object]
) -> tuple[tuple[Page, ...], tuple[Notice, ...]]:
    """The pages, those that need OCR read by it, and a notice for each that could not be.

    Raises MissingDependencyError where no page has text and there is no engine.
    """
    scans = [page for page in pages if page.needs_ocr]
    if not scans or options.ocr == "off":
        return tuple(pages), tuple(unread(scans, "OCR is off. Use Options(ocr='auto') to read it."))
    if find_engine() is None and any(page.blocks for page in pages if not page.needs_ocr):
        return tuple(pages), tuple(unread(scans, "Run: apt-get install tesseract-ocr."))
    engine_or_error()
    return _read(pdf, pages, PictureReader(options), lock)


def unread(pages: Sequence[Page], remedy: str) -> Iterator[Notice]:
    """A notice for each page that was not read."""
    for page in pages:
        yield Notice("needs_ocr", f"The page has no usable text layer; it needs OCR. {remedy}", page.number)


def _read(
    pdf: pypdfium2.PdfDocument, pages: Sequence[Page], reader: PictureReader, lock: AbstractContextManager[object]
) -> tuple[tuple[Page, ...], tuple[Notice, ...]]:
    """The pages with the words of the engine."""
    found: list[Page] = []
    notices: list[Notice] = []
    for page in pages:
        if not page.needs_ocr:
            found.append(page)
            continue
        with lock:
            drawing = draw(pdf, page.number - 1)
        if drawing is None:
            found.append(page)
            notices += unread([page], "It cannot be drawn.")
            continue
        reading = reader.read(drawing.picture, drawing.dpi, page.number)
        lines = tuple(replace(line, words=tuple(with_links(list(line.words), drawing.links))) for line in reading.lines)
        notices += reading.notices
        found.append(Page(page.number, reading.width, reading.height, (Block(lines),) if lines else (), needs_ocr=True))
    return tuple(found), tuple(notices)


def draw(pdf: pypdfium2.PdfDocument, index: int, dpi: float = DPI) -> Drawing | None:
    """The page at a resolution, by default that which the engine reads best, less for huge pages; None if pdfium cannot draw it."""
    import pypdfium2

    try:
        page = pdf[index]
        try:
            width, height = page.get_size()
            scale = min(dpi / POINTS_PER_INCH, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale)
            picture = bitmap.to_pil().copy()  # the bitmap's memory ends with the page
            bitmap.close()
            return Drawing(picture, scale * POINTS_PER_INCH, link_areas(pdf, page))
        finally:
            page.close()
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        return None
