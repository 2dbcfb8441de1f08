"""PowerPoint files since 2007 (.pptx) -> Document: shapes with their place, words without."""

from resume_parser.extractors.pptx.deck import extract

__all__ = ["extract"]
