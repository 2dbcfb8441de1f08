"""The text of one shape as an outline: which of its paragraphs are headers although they have the bullet that its master gives to all.

Whether a bullet was inherited is not asked: programs write inherited ones down for every paragraph when they convert a deck.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from resume_parser.document import Word
from resume_parser.extractors.flow.paragraphs import Paragraph
from resume_parser.locales import is_date

MOST_HEADERS = 3  # paragraphs of a second level over the items: a title, an employer, a place or a date


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
    """The headers among paragraphs that print text; none where some of the first level have no bullet: it was set by hand.

    They are the first level where items stand below it, else what is bold, else all where dates stand alone: then no line is an item.
    """
    first = [paragraph for paragraph in shown if not paragraph.depth]
    if not all(map(_listed, first)) or any(paragraph.scope.cell for paragraph in shown):
        return []
    if any(paragraph.depth and _listed(paragraph) for paragraph in shown):
        return [*first, *_second_headers(shown, first)]
    bold = [paragraph for paragraph in first if all(word.bold for word in _words(paragraph))]
    if 0 < len(bold) < len(first):
        return [*bold, *_second_headers(shown, bold)]
    return first if any(map(_is_date, first)) else []


def _second_headers(shown: Sequence[Paragraph], tops: Sequence[Paragraph]) -> list[Paragraph]:
    """The headers below the top ones: few over deeper items, or few up to a lone date; none unless it is so below each of them."""
    runs = [_over_items(group) or _up_to_date(group) for group in _groups(shown, tops)]
    return [header for run in runs for header in run] if all(runs) else []


def _groups(shown: Sequence[Paragraph], tops: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """What stands below each top header, where anything does."""
    ends = {id(top) for top in tops}
    for top, group in groupby(shown, key=lambda paragraph: id(paragraph) in ends):
        if not top:
            yield list(group)


def _over_items(group: Sequence[Paragraph]) -> list[Paragraph]:
    """The second level of a group where it stands over all deeper ones together."""
    second = list(takewhile(lambda paragraph: paragraph.depth == 1, group))
    below = group[len(second) :]
    return second if below and len(second) <= MOST_HEADERS and all(paragraph.depth > 1 for paragraph in below) else []


def _up_to_date(group: Sequence[Paragraph]) -> list[Paragraph]:
    """The first paragraphs of a group up to one that is only a date."""
    at = next((at for at, paragraph in enumerate(group[:MOST_HEADERS]) if _is_date(paragraph)), -1)
    return list(group[: at + 1])


def _listed(paragraph: Paragraph) -> bool:
    return paragraph.lines[0].bullet


def _is_date(paragraph: Paragraph) -> bool:
    return is_date(" ".join(word.text for word in _words(paragraph)))


def _words(paragraph: Paragraph) -> list[Word]:
    """The words behind the bullet."""
    words = [word for line in paragraph.lines for word in line.words]
    return words[1:] if _listed(paragraph) else words


def _without_bullet(paragraph: Paragraph) -> Paragraph:
    """The paragraph without its bullet; the same one where it has none."""
    first, *more = paragraph.lines
    return replace(paragraph, lines=(replace(first, words=first.words[1:], bullet=False), *more)) if first.bullet else paragraph
