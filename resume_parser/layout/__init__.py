"""The layout stage: reading order, clean text, final offsets."""

from resume_parser.layout.arrange import arrange

__all__ = ["arrange"]
