"""PDF files -> Document: words with their boxes."""

from resume_parser.extractors.pdf.pages import extract

__all__ = ["extract"]
