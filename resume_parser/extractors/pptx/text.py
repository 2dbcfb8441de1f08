"""The paragraphs of a text body: runs, breaks and fields with their look and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.extractors.drawingml import A
from resume_parser.extractors.flow.lines import LineBuilder, Look
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope, why_hidden
from resume_parser.extractors.ooxml import MC, R
from resume_parser.extractors.pptx.package import Part
from resume_parser.extractors.pptx.styles import ListStyles, ParagraphStyle, caps_of, color_of, depth_of, size_of, toggle

if TYPE_CHECKING:
    from lxml.etree import _Element

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BREAKS = re.compile(r"_x000[BDbd]_|[\v\n\r]+")  # characters inside a run that end its line
_PAGE = 1  # the slide number is set where the shapes make pages


@dataclass(frozen=True, slots=True)
class TextBody:
    """What is known of a text body before its paragraphs are read."""

    part: Part
    styles: ListStyles
    scope: Scope
    level: int = 0  # of a title
    link: str | None = None  # of the whole shape


def paragraphs(element: _Element | None, body: TextBody) -> Iterator[Paragraph]:
    """The paragraphs of an a:txBody; none where the shape has no text."""
    for paragraph in () if element is None else element.iterchildren(A + "p"):
        yield _paragraph(paragraph, body)


def _paragraph(element: _Element, body: TextBody) -> Paragraph:
    properties = element.find(A + "pPr")
    style = body.styles.paragraph(properties)
    builder = LineBuilder()
    for child in element.iterchildren():
        _read(child, body, style, builder)
    lines = builder.finish(body.level, style.bullet and not body.level)
    return Paragraph(lines, body.scope, "", body.level if lines else 0, style.before, style.after, depth=depth_of(properties))


def _read(child: _Element, body: TextBody, style: ParagraphStyle, builder: LineBuilder) -> None:
    """One child of a paragraph; a field with the number of the slide is no text of the resume."""
    if child.tag == A + "br":
        builder.end_line()
    elif child.tag == A + "r" or (child.tag == A + "fld" and child.get("type") != "slidenum"):
        run = child.find(A + "rPr")
        text = child.findtext(A + "t") or ""
        caps = style.caps if run is None else caps_of(run)
        _add(builder, text.upper() if (style.caps if caps is None else caps) else text, _look(run, body, style))
    elif child.tag in (MC + "AlternateContent", "{http://schemas.microsoft.com/office/drawing/2010/main}m"):
        _add(builder, "".join(found.text or "" for found in child.iter(_MATH_TEXT)), _look(None, body, style))


def _add(builder: LineBuilder, text: str, look: Look) -> None:
    for index, piece in enumerate(_BREAKS.split(text)):
        if index:
            builder.end_line()
        if piece:
            builder.add(piece, look, _PAGE)


def _look(run: _Element | None, body: TextBody, style: ParagraphStyle) -> Look:
    if run is None:
        return Look(style.size, style.bold, style.italic, style.color, body.link, _hidden(style.size, style.color, body))
    size, bold, italic, color = size_of(run), toggle(run, "b"), toggle(run, "i"), color_of(run, body.styles.theme)
    points = style.size if size is None else size * body.styles.scale
    paint = style.color if color is None else color
    click = run.find(A + "hlinkClick")
    return Look(
        points,
        style.bold if bold is None else bold,
        style.italic if italic is None else italic,
        paint,
        body.link if click is None else body.part.link(click.get(R + "id")),
        _hidden(points, paint, body),
    )


def _hidden(size: float, color: int, body: TextBody) -> str:
    return why_hidden(size, color, vanish=False, shaded=body.scope.shaded)
