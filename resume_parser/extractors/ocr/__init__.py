"""Pictures of text -> lines of words: what image files and scanned PDF pages share."""

from resume_parser.extractors.ocr.engine import engine_or_error, find_engine
from resume_parser.extractors.ocr.reader import PictureReader, Reading
from resume_parser.extractors.ocr.sheet import DPI, MOST_PIXELS, POINTS_PER_INCH

__all__ = ["DPI", "MOST_PIXELS", "POINTS_PER_INCH", "PictureReader", "Reading", "engine_or_error", "find_engine"]
