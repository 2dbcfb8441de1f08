"""Word 2003 XML -> Document: its elements become those of the later Word format, which the docx walk reads."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from resume_parser.document import Document
from resume_parser.errors import CorruptFileError
from resume_parser.extractors.docx.package import Package, Story, W
from resume_parser.extractors.docx.story import package_document
from resume_parser.extractors.ooxml import R
from resume_parser.extractors.xml import parse_xml
from resume_parser.options import Options

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_SMART_TAG = "{urn:schemas-microsoft-com:office:smarttags}"
_WRAPPER = W + "sdtContent"
_RENAMED = {
    **dict.fromkeys((_HINT + "sect", _HINT + "sub-section", _HINT + "pBdrGroup", _OLD + "cfChunk", _AML + "content"), _WRAPPER),
    _OLD + "listPr": W + "numPr",
    _OLD + "ilfo": W + "numId",
    _OLD + "hlink": W + "hyperlink",
}
_CHANGES = {"Word.Insertion": W + "ins", "Word.Deletion": W + "del"}
_BREAKS = {"next-page": "nextPage", "odd-page": "oddPage", "even-page": "evenPage", "next-column": "nextColumn"}
_STORIES = {W + "hdr": "header", W + "ftr": "footer"}
_KINDS = {"odd": "default"}


def extract(data: bytes, options: Options) -> Document:
    """The pages of a Word 2003 XML file; Page.width and every box are None, since the format has no page geometry."""
    root = parse_xml(data)
    pages = root.findtext("{*}DocumentProperties/{*}Pages") or ""
    for element in root.iter(etree.Element):
        _rename(element)
    body = root.find(W + "body")
    if body is None:
        raise CorruptFileError("The Word file is damaged: its text is missing. Save it again in Word.", stage="extraction")
    pictures = {name: partial(_decoded, element) for element in root.iter(W + "binData") if (name := element.get(W + "name"))}
    package = Package(
        main=Story(root, _links(root), pictures),
        stories=_stories(root, pictures),
        styles=root.find(W + "styles"),
        numbering=None,
        settings=root.find(W + "docPr"),
        declared_pages=int(pages) if pages.isascii() and pages.isdigit() else 0,
    )
    return package_document("wordml", package, options)


def _rename(element: _Element) -> None:
    """Gives an element and its attributes the names of the later format."""
    tag = str(element.tag)
    if tag == _AML + "annotation":
        element.tag = _CHANGES.get(element.get(_OLD + "type", ""), tag)
    elif tag.startswith(_SMART_TAG):
        element.tag = W + "smartTag"
    else:
        element.tag = _RENAMED.get(tag) or tag.replace(_OLD, W)
    for key, value in element.items():
        name, text = str(key), str(value)
        if name.startswith(_OLD):
            element.set(name.replace(_OLD, W), _BREAKS.get(text, text) if tag == _OLD + "type" else text)


def _links(root: _Element) -> dict[str, str]:
    """The targets of the links by the numbers that this gives them."""
    links = {}
    for number, element in enumerate(root.iter(W + "hyperlink")):
        target = element.get(W + "dest")
        if target:
            element.set(R + "id", f"link{number}")
            links[f"link{number}"] = target
    return links


def _decoded(element: _Element) -> bytes:
    """The picture file that an element spells, b"" where it is damaged."""
    try:
        return base64.b64decode(element.text or "")
    except ValueError:
        return b""


def _stories(root: _Element, pictures: Mapping[str, Callable[[], bytes]]) -> dict[str, Story]:
    """The headers and footers, which stand inside the section that shows them; a reference takes their place."""
    found: dict[str, Story] = {}
    for section in list(root.iter(W + "sectPr")):
        for story in [child for child in section if child.tag in _STORIES]:
            key, kind = f"story{len(found)}", story.get(W + "type", "odd")
            reference = etree.Element(f"{W}{_STORIES[str(story.tag)]}Reference")
            reference.set(R + "id", key)
            reference.set(W + "type", _KINDS.get(kind, kind))
            section.replace(story, reference)
            found[key] = Story(story, _links(story), pictures)
    return found
