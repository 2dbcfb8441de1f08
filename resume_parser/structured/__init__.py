"""Short cuts: what a file says about its own content in a form for machines, checked against its pages.

A Europass PDF carries the XML that it was printed from. nlp reads the pages as those of any file; here the values of the XML
take the place of what was read, each traced to the page, where both tell of the same person.
"""

from resume_parser.structured.complete import complete

__all__ = ["complete"]
