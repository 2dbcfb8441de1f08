"""PDF files to words, with pdfium; pages that it cannot map go to pdfplumber.

Words come in the order of the content stream; the layout stage regroups them by geometry. pdfium is not
thread-safe, so one lock guards every call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING

from resume_parser.document import Block, Document, Line, Notice, Page, Word
from resume_parser.errors import CorruptFileError, EmptyFileError, EncryptedFileError, LimitExceededError
from resume_parser.extractors import pdf_plumber
from resume_parser.extractors.pdf_hidden import mark_hidden
from resume_parser.extractors.pdf_words import link_areas, page_text, with_links
from resume_parser.options import Options

if TYPE_CHECKING:
    import pypdfium2

FEW_CHARACTERS = 25  # a page with an image and less text than this is a scan
IMAGE_SHARE = 0.5  # of the page that an image must cover for the page to be a scan
GARBAGE_SHARE = 0.1  # of the characters without a Unicode meaning above which the text layer is useless
NO_PAGES = re.compile(rb"/Count\s+0\b")
_LOCK = Lock()


def extract(data: bytes, options: Options) -> Document:
    """The first pages of a PDF as words in stream order; raises InputError for files that cannot be opened."""
    with _LOCK:
        pdf = open_pdf(data)
        try:
            total = len(pdf)
            if not total:
                raise EmptyFileError("The PDF has no pages. Export it again.", stage="extraction")
            pages = tuple(read_pages(pdf, data, min(total, options.max_pages), options))
        finally:
            pdf.close()
    return Document("pdf", pages, total, notices=tuple(notices(pages, total)))


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """The open file; typed errors for damage and passwords."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    if not data:
        raise EmptyFileError("The file is empty. Send a file with content.", stage="extraction")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if NO_PAGES.search(data):  # pdfium leaves the code of the file before where there is nothing to load
            raise EmptyFileError("The PDF has no pages. Export it again.", stage="extraction") from error
        locked = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        if locked and b"/Encrypt" in data:
            raise EncryptedFileError("The PDF needs a password. Remove the protection and send it again.", stage="extraction") from error
        raise CorruptFileError("The PDF is damaged or not a PDF. Export it again.", stage="extraction") from error


def read_pages(pdf: pypdfium2.PdfDocument, data: bytes, count: int, options: Options) -> Iterator[Page]:
    """The first `count` pages; raises LimitExceededError above the character limit."""
    characters = 0
    for index in range(count):
        page = read_page(pdf, data, index)
        characters += sum(len(word.text) for block in page.blocks for line in block.lines for word in line.words)
        if characters > options.max_characters:
            raise LimitExceededError(
                f"The text is longer than {options.max_characters:,} characters. Raise Options.max_characters.", stage="extraction"
            )
        yield page


def read_page(pdf: pypdfium2.PdfDocument, data: bytes, index: int) -> Page:
    """One page; a page that pdfium cannot load is blank."""
    import pypdfium2

    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, None, None, ())
    try:
        width, height = page.get_size()
        text = page_text(page)
        words = (pdf_plumber.page_words(data, index) if text.unmapped else []) or text.words
        words = mark_hidden(page, words, width, height)
        scan = is_scan(page, words, text.garbage, width * height)
        lines = lines_of(with_links(words, link_areas(pdf, page)), index + 1)
        return Page(index + 1, width, height, (Block(lines),) if lines else (), needs_ocr=scan)
    finally:
        page.close()


def is_scan(page: pypdfium2.PdfPage, words: list[Word], garbage: int, area: float) -> bool:
    """The page has no usable text: next to none over a large image, or text whose characters have no meaning."""
    count = sum(len(word.text) for word in words)
    if garbage > GARBAGE_SHARE * (count + garbage):
        return True
    if count >= FEW_CHARACTERS:
        return False
    return any(image_share(item, area) > IMAGE_SHARE for item in images(page))


def images(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfObject]:
    """The images of a page."""
    import pypdfium2.raw as pdfium

    yield from page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)


def image_share(item: pypdfium2.PdfObject, area: float) -> float:
    """Share of the page that an image covers."""
    left, bottom, right, top = item.get_bounds()
    return abs((right - left) * (top - bottom)) / area if area else 0.0


def lines_of(words: list[Word], page: int) -> tuple[Line, ...]:
    """Runs of words on one baseline in stream order."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and same_run(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(Line(tuple(run), page) for run in runs)


def same_run(before: Word, word: Word) -> bool:
    """The word goes on to the right on the baseline of the one before."""
    if before.box is None or word.box is None:
        return False
    overlap = min(before.box.bottom, word.box.bottom) - max(before.box.top, word.box.top)
    return overlap > 0.5 * min(before.box.height, word.box.height) and word.box.x0 >= before.box.x1 - 0.5 * word.size


def notices(pages: tuple[Page, ...], total: int) -> Iterator[Notice]:
    """Warnings: pages without text, pages not read."""
    for page in pages:
        if page.needs_ocr:
            yield Notice("needs_ocr", "The page has no usable text layer; it needs OCR.", page.number)
    if total > len(pages):
        yield Notice("page_limit", f"The file has {total} pages; the first {len(pages)} were read.")
