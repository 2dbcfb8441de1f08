"""OpenDocument texts (.odt) -> Document: paragraphs without page geometry."""

from resume_parser.extractors.odt.story import extract

__all__ = ["extract"]
