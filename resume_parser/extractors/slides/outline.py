"""The text of one shape as an outline: which of its paragraphs are headers although they have the bullet that its master gives to all.

Whether a bullet was inherited is not asked: programs write inherited ones down for every paragraph when they convert a deck.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resume_parser.extractors.flow.paragraphs import Paragraph


def outline(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a shape; headers have no bullet, and an empty paragraph parts them from the items before."""
    headers = {id(header) for header in _headers([paragraph for paragraph in paragraphs if paragraph.lines])}
    after_item = False
    for paragraph in paragraphs:
        if id(paragraph) not in headers:
            yield paragraph
            after_item = True
            continue
        if after_item:
            yield Paragraph((), paragraph.scope)
        yield _without_bullet(paragraph)
        after_item = False


def _headers(shown: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the first level where items stand below them, else those in bold; none where some have no bullet, set by hand."""
    first = [paragraph for paragraph in shown if not paragraph.depth]
    if not all(map(_listed, first)) or any(paragraph.scope.cell for paragraph in shown):
        return []
    if any(paragraph.depth and _listed(paragraph) for paragraph in shown):
        return first
    bold = [paragraph for paragraph in first if _bold(paragraph)]
    return bold if len(bold) < len(first) else []


def _listed(paragraph: Paragraph) -> bool:
    return paragraph.lines[0].bullet


def _bold(paragraph: Paragraph) -> bool:
    """Every word behind the bullet is bold."""
    first, *more = paragraph.lines
    return all(word.bold for word in (*first.words[1:], *(word for line in more for word in line.words)))


def _without_bullet(paragraph: Paragraph) -> Paragraph:
    first, *more = paragraph.lines
    return replace(paragraph, lines=(replace(first, words=first.words[1:], bullet=False), *more))
