"""PDF files to words, with pdfium; pages that it cannot map go to pdfplumber, pages without text to OCR.

Words come in the order of the content stream; the layout stage regroups them by geometry. pdfium is not
thread-safe, so one lock guards every call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from resume_parser.document import Block, Document, Line, Page, Picture, Word
from resume_parser.errors import CorruptFileError, EmptyFileError, EncryptedFileError, LimitExceededError
from resume_parser.extractors.limits import page_limit_notices
from resume_parser.extractors.pdf import plumber
from resume_parser.extractors.pdf.fonts import FontMaps
from resume_parser.extractors.pdf.hidden import mark_hidden
from resume_parser.extractors.pdf.links import bare_areas, link_areas, with_links
from resume_parser.extractors.pdf.pictures import portrait
from resume_parser.extractors.pdf.scan import GARBAGE_SHARE, is_picture
from resume_parser.extractors.pdf.scanned import draw, read_scans
from resume_parser.extractors.pdf.words import PageText, page_text
from resume_parser.options import Options

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

BACKSTEP_EM = 0.5  # how far a word may start left of the end of the one before; more is a new line
SAME_LINE = 0.5  # share of the lower word that must stand beside the other
NO_PAGES = re.compile(rb"/Count\s+0\b")
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Source:
    """An open file and what its pages share."""

    pdf: pypdfium2.PdfDocument
    data: bytes
    options: Options
    fonts: FontMaps


def extract(data: bytes, options: Options) -> Document:
    """The first pages of a PDF as words in stream order; raises InputError for files that cannot be opened."""
    with _LOCK:
        pdf = open_pdf(data)
    try:
        with _LOCK:
            total = len(pdf)
            if not total:
                raise EmptyFileError("The PDF has no pages. Export it again.", stage="extraction")
            source = Source(pdf, data, options, FontMaps(data, options.max_pages))
            found = list(read_pages(source, min(total, options.max_pages)))
        pages, notices = read_scans(pdf, [page for page, _ in found], options, _LOCK)
    finally:
        with _LOCK:
            pdf.close()
    return Document("pdf", pages, total, (*notices, *page_limit_notices(total, options)), found[0][1])


def page_pictures(data: bytes, count: int, dpi: float) -> Iterator[Image | None]:
    """The first `count` pages as pictures, None for one that pdfium cannot draw; raises InputError for a file that it cannot open."""
    with _LOCK:
        pdf = open_pdf(data)
    try:
        for index in range(count):
            with _LOCK:
                drawing = draw(pdf, index, dpi)
            yield None if drawing is None else drawing.picture
    finally:
        with _LOCK:
            pdf.close()


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


def read_pages(source: Source, count: int) -> Iterator[tuple[Page, Picture | None]]:
    """The first `count` pages, the first with the photograph of the candidate; raises LimitExceededError above the character limit."""
    characters, limit = 0, source.options.max_characters
    for index in range(count):
        page, picture = read_page(source, index)
        characters += sum(len(word.text) for block in page.blocks for line in block.lines for word in line.words)
        if characters > limit:
            raise LimitExceededError(f"The text is longer than {limit:,} characters. Raise Options.max_characters.", stage="extraction")
        yield page, picture


def read_page(source: Source, index: int) -> tuple[Page, Picture | None]:
    """One page and, on the first one, the photograph of the candidate; a page that pdfium cannot load is blank."""
    import pypdfium2

    try:
        page = source.pdf[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, None, None, ()), None
    try:
        width, height = page.get_size()
        words, useless = usable_words(page_text(page, source.fonts), source.data, index)
        useless = useless or is_picture(page, sum(len(word.text) for word in words), width * height)
        words = mark_hidden(page, words, width, height)
        areas = link_areas(source.pdf, page)
        lines = lines_of(with_links(words, areas), index + 1)
        picture = None if index or useless else portrait(page, source.data, source.options)
        bare = bare_areas(words, areas)
        return Page(index + 1, width, height, (Block(lines),) if lines else (), needs_ocr=useless, areas=bare), picture
    finally:
        page.close()


def usable_words(text: PageText, data: bytes, index: int) -> tuple[list[Word], bool]:
    """The words of a page, by the second reader if the first finds no meaning in them; True if both fail."""
    if text.garbage <= GARBAGE_SHARE * text.characters:
        return text.words, False
    again = plumber.page_words(data, index, text.characters)
    return (again, False) if again else (text.words, True)


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
    left, right = before.box, word.box
    if left is None or right is None or right.x0 < left.x1 - BACKSTEP_EM * word.size:
        return False
    overlap = min(left.bottom, right.bottom) - max(left.top, right.top)
    return overlap > SAME_LINE * min(left.bottom - left.top, right.bottom - right.top)
