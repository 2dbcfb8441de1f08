"""RTF files (.rtf, also under the name .doc) -> Document: paragraphs without page geometry.

Two layers share the work. striprtf reads the characters: `rtf_to_text` decodes every run that holds an escape (\\'xx in the
code page of its font, \\uN with the replacements that it skips, \\~ and its like), and its tables say which code page a font
charset means, which groups carry no text and which control words stand for a character. Our walk reads everything that is
more than characters, since striprtf gives one plain string: which font a run has (hence its code page), headers, footers
and text boxes (striprtf drops them), deleted and hidden text (it keeps them), paragraphs, headings, bullets, tables, pages,
links and looks.
"""

from resume_parser.extractors.rtf.reading import extract

__all__ = ["extract"]
