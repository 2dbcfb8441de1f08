"""Word files since 2007 (.docx) -> Document: paragraphs without page geometry."""

from resume_parser.extractors.docx.story import extract

__all__ = ["extract"]
