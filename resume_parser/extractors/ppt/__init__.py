"""PowerPoint 97-2003 files (.ppt) -> Document, read from the binary records that [MS-PPT] describes."""

from resume_parser.extractors.ppt.deck import extract

__all__ = ["extract"]
