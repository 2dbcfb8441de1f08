"""Single-file web pages (MHTML) under a Word name -> Document: the main page, its headers and footers, its pictures."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from resume_parser.document import Document
from resume_parser.errors import CorruptFileError
from resume_parser.extractors.web.html import decoded, web_document
from resume_parser.options import Options

_RUNNING = ("mso-element:header", "mso-element:footer")


def extract(data: bytes, options: Options) -> Document:
    """The pages of the file; raises CorruptFileError where no part of it is a web page."""
    try:
        parts = [part for part in message_from_bytes(data).walk() if not part.is_multipart()]
    except RecursionError as error:
        raise _no_page() from error
    pages = [decoded(_content(part), part.get_content_charset() or "") for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        raise _no_page()
    running = [page for page in pages[1:] if any(mark in page for mark in _RUNNING)]
    return web_document("mhtml", [pages[0], *running], _pictures(parts), options)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _pictures(parts: list[Message]) -> dict[str, bytes]:
    """The pictures by every address that the page may use: whole, without its folder, by content id."""
    found: dict[str, bytes] = {}
    for part in parts:
        if part.get_content_maintype() == "image":
            content, place = _content(part), str(part.get("Content-Location", ""))
            for address in (place, "/".join(place.split("/")[-2:]), place.rpartition("/")[2]):
                found.setdefault(address, content)
            found["cid:" + str(part.get("Content-ID", "")).strip("<>")] = content
    return found


def _no_page() -> CorruptFileError:
    return CorruptFileError("The file holds no web page that can be read. Save the resume again as PDF or DOCX.", stage="extraction")
