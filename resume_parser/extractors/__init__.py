"""Extractors: one package per format, bytes -> Document.

`flow` is shared by the formats of running text (docx, doc, odt, rtf), `slides` by those of slides (pptx, ppt, odp).
"""
