"""Settings of a parser; every stage reads them, none changes them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date

CONTRACT_PAGES = 10  # the contract reads the first 10 pages of a file


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of a parser.

    `reference_date` is the day that "present" stands for (None = the day of the call);
    `default_region` an ISO 3166 alpha-2 country for phone numbers without a country code (None = read it from the text);
    the limits guard against hostile files and are checked before the work is done.
    """

    reference_date: date | None = None
    default_region: str | None = None
    ocr: str = "auto"  # "auto" "off"
    ocr_languages: tuple[str, ...] = ()  # names of tesseract's models, the main one first; () = by the words of the page
    max_ocr_seconds: float = 30.0  # for one reading of one page
    max_pages: int = CONTRACT_PAGES
    max_file_bytes: int = 50_000_000
    max_unpacked_bytes: int = 200_000_000  # of a zip container, from its directory
    max_unpacked_ratio: float = 200.0  # unpacked / packed, for members above 1 MB
    max_characters: int = 1_000_000  # of extracted text
    max_seconds: float = 60.0  # wall time of the extraction; needs `isolate`
    max_memory_bytes: int = 2_000_000_000  # address space of the extraction; needs `isolate`
    isolate: bool = False  # extract in a worker process: costs about 5 ms a file, contains crashes of C libraries
    max_pixels: int = 100_000_000  # of an image file; pages are rendered far below

    def __post_init__(self) -> None:
        """Refuse settings that no stage can honour."""
        from resume_parser.errors import OptionsError

        if self.ocr not in ("auto", "off"):
            raise OptionsError(f"ocr={self.ocr!r} is not known. Use 'auto' or 'off'.")
        if self.isolate and os.name != "posix":
            raise OptionsError("isolate=True needs Linux or macOS. Use isolate=False here.")
        if self.max_seconds <= 0:
            raise OptionsError(f"max_seconds={self.max_seconds} is out of range. Use a number above 0.")
        if not 1 <= self.max_pages <= CONTRACT_PAGES:
            raise OptionsError(f"max_pages={self.max_pages} is out of range. Use 1 to {CONTRACT_PAGES}.")
