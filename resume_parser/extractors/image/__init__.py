"""Image files (PNG, JPEG, BMP) -> Document: words read by OCR, with their boxes."""

from resume_parser.extractors.image.picture import extract

__all__ = ["extract"]
