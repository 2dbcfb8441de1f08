"""Shows what every stage saw and found: as tables for the terminal, or as a page with every value boxed where it stands."""

from resume_parser.explaining.page import explain_html
from resume_parser.explaining.tables import explain_text

__all__ = ["explain_html", "explain_text"]
