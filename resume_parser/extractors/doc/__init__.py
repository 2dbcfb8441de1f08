"""Word files from before 2007 (.doc: Word 6, 95, 97 to 2003) -> Document: paragraphs without page geometry."""

from resume_parser.extractors.doc.story import extract

__all__ = ["extract"]
