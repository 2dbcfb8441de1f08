"""One image file as a document of one page: checked by its header before it is decoded, upright, at a resolution that is plausible."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from resume_parser.document import Block, Document, Notice, Page
from resume_parser.errors import CorruptFileError, LimitExceededError
from resume_parser.extractors.ocr import DPI, POINTS_PER_INCH, PictureReader
from resume_parser.options import Options

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

READERS = ("PNG", "JPEG", "BMP")
FORMATS = {"PNG": "png", "JPEG": "jpg", "MPO": "jpg", "BMP": "bmp"}  # MPO: the JPEG of a camera with a second picture behind it
PAGE_WIDTH, PAGE_LENGTH = 8.4, 11.35  # inches: between A4 and Letter
WIDTHS = (6.0, 12.5)  # inches of the width of a page, from A5 to A4 on its side, within which the file's resolution is believed
SCREEN_DPI = 96.0  # of a part of a screen
RESOLUTIONS = (60.0, 1200.0)  # dots per inch
MOST_ROWS = 0.5  # share of the rows of a picture that must be there
DAMAGE = (OSError, SyntaxError, ValueError, IndexError, KeyError, TypeError, EOFError, struct.error, zlib.error)  # what Pillow raises


def extract(data: bytes, options: Options) -> Document:
    """The text of an image; raises MissingDependencyError without an OCR engine, InputError for damaged or huge images."""
    reader = PictureReader(options) if options.ocr != "off" else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        name, picture, dpi = open_picture(data, options)
        if reader is None:
            size = picture.width * POINTS_PER_INCH / dpi, picture.height * POINTS_PER_INCH / dpi
            notice = Notice("needs_ocr", "The file is an image and OCR is off. Use Options(ocr='auto') to read it.", 1)
            return Document(name, (Page(1, *size, (), needs_ocr=True),), 1, (notice,))
        reading = reader.read(picture, dpi, 1)
    blocks = (Block(reading.lines),) if reading.lines else ()
    return Document(name, (Page(1, reading.width, reading.height, blocks),), 1, reading.notices)


def open_picture(data: bytes, options: Options) -> tuple[str, Image, float]:
    """Format, first frame and dots per inch of an image, turned as its camera held it; typed errors for damage and size."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=READERS) as opened:
            if opened.width * opened.height > options.max_pixels:
                raise too_large(options)
            dpi = resolution(opened.size, opened.info.get("dpi"))
            width = opened.width
            opened.draft(None, (round(width * DPI / dpi), round(opened.height * DPI / dpi)))  # a JPEG decodes smaller at no cost
            picture = loaded(opened)
            return FORMATS[opened.format or ""], ImageOps.exif_transpose(picture), dpi * picture.width / width
    except Image.DecompressionBombError as error:
        raise too_large(options) from error
    except (UnidentifiedImageError, *DAMAGE) as error:
        raise CorruptFileError("The image is damaged. Save or scan it again.", stage="extraction") from error


def too_large(options: Options) -> LimitExceededError:
    """The error for an image above the limit."""
    return LimitExceededError(
        f"The image has more than {options.max_pixels:,} pixels. Send a smaller one or raise Options.max_pixels.", stage="extraction"
    )


def loaded(opened: ImageFile) -> Image:
    """The decoded picture; of a file that is cut off the rows that are there, if they are most of it."""
    try:
        opened.load()
        return opened
    except OSError:
        opened.tile = []  # nothing more to decode: what was decoded stays
        opened.load()
    box = opened.convert("L").getbbox()  # what was not decoded is black
    if box is None or box[3] < MOST_ROWS * opened.height:
        raise OSError("most rows are missing")
    return opened.crop((0, 0, opened.width, box[3]))


def resolution(size: tuple[int, int], stated: object) -> float:
    """Dots per inch: what the file states if the picture then has the size of a page, else as if it were a page."""
    width, height = size
    if isinstance(stated, tuple) and isinstance(stated[0], int | float) and RESOLUTIONS[0] <= stated[0] <= RESOLUTIONS[1]:
        dpi = float(stated[0])
        if WIDTHS[0] <= width / dpi <= WIDTHS[1]:
            return dpi
    inches = PAGE_WIDTH if height >= width else PAGE_LENGTH
    return min(max(width / inches, SCREEN_DPI), RESOLUTIONS[1])
