"""OpenDocument presentations (.odp) -> Document: the shapes of every slide with their place."""

from resume_parser.extractors.odp.slides import extract

__all__ = ["extract"]
