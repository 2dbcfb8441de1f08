"""PDF files -> Document: words with their boxes."""

from resume_parser.extractors.pdf.pages import extract, page_pictures

__all__ = ["extract", "page_pictures"]
