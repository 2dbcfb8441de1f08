"""The objects that a PDF page draws, also those in forms: a bounded walk over images and paths."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

NESTING = 3  # levels of forms inside forms that are searched
MOST_OBJECTS = 20_000  # of a page that are looked at


Bounds = tuple[float, float, float, float]  # left, bottom, right, top in PDF coordinates


def images(page: pypdfium2.PdfPage) -> Iterator[tuple[pypdfium2.PdfImage, Bounds]]:
    """The images of a page with their bounds, without those that pdfium cannot locate."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    for raw in _of_kind(page, pdfium.FPDF_PAGEOBJ_IMAGE):
        image = pypdfium2.PdfImage(raw, page=page, pdf=page.pdf)
        try:
            bounds = image.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        yield image, bounds


def paths(page: pypdfium2.PdfPage) -> Iterator[object]:
    """The lines and filled shapes of a page, as pdfium's own objects."""
    import pypdfium2.raw as pdfium

    return _of_kind(page, pdfium.FPDF_PAGEOBJ_PATH)


def _of_kind(page: pypdfium2.PdfPage, kind: int) -> Iterator[object]:
    import pypdfium2.raw as pdfium

    return (item for item in islice(_objects(page), MOST_OBJECTS) if item and pdfium.FPDFPageObj_GetType(item) == kind)


def _objects(page: pypdfium2.PdfPage) -> Iterator[object]:
    """Every object of a page, a form before those in it."""
    import pypdfium2.raw as pdfium

    def inside(form: object, level: int) -> Iterator[object]:
        for at in range(pdfium.FPDFFormObj_CountObjects(form)):
            yield from one(pdfium.FPDFFormObj_GetObject(form, at), level)

    def one(item: object, level: int) -> Iterator[object]:
        yield item
        if level < NESTING and item and pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
            yield from inside(item, level + 1)

    for at in range(pdfium.FPDFPage_CountObjects(page.raw)):
        yield from one(pdfium.FPDFPage_GetObject(page.raw, at), 1)
