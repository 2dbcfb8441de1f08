"""The XML files that a PDF carries: Europass attaches the content of the resume to the pages that it prints."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

MOST_FILES = 8  # attachments that are looked at
MOST_BYTES = 5_000_000  # of an attachment; with the photograph inside real ones stay below 2 MB


def attached_xml(pdf: pypdfium2.PdfDocument) -> tuple[bytes, ...]:
    """The attached files that are XML by their name and not larger than the limit, in order."""
    return tuple(xml_files(pdf))


def xml_files(pdf: pypdfium2.PdfDocument) -> Iterator[bytes]:
    """Each of these files; damaged ones are left out."""
    import pypdfium2

    for index in islice(range(pdf.count_attachments()), MOST_FILES):
        try:
            attachment = pdf.get_attachment(index)
            if attachment.get_name().lower().endswith(".xml") and 0 < size_of(attachment) <= MOST_BYTES:
                yield bytes(attachment.get_data())
        except (pypdfium2.PdfiumError, UnicodeDecodeError):
            continue


def size_of(attachment: pypdfium2.PdfAttachment) -> int:
    """The unpacked size in bytes, 0 where it cannot be unpacked."""
    import pypdfium2.raw as pdfium

    size = ctypes.c_ulong()
    return size.value if pdfium.FPDFAttachment_GetFile(attachment, None, 0, size) else 0
