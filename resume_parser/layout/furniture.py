"""Furniture: running heads, running feet and page numbers, found before the columns so that they cross none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from resume_parser.layout.segments import Segment

MARGIN = 0.1  # of the page height: where a page number may stand
OUTER = 0.25  # of the page height: running heads and feet stand no further inside
SAME_PLACE = 8.0  # points by which the place of a running head differs from page to page
SAME_INDENT = 40.0  # the same sideways: centred text moves with its page number
TITLE_SIZE = 1.3  # times the usual size: a repeated head this large is the title of the first page

_DIGITS = re.compile(r"\d+")
CONTACT = re.compile(r"@|https?:|www\.|linkedin|github|(?:\d[\s().-]*){8,}", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"^\W*(?:[^\W\d_]{1,8}\.?\s*)?(\d{1,2})\W*(?:[^\W\d_]{0,5}\W*(\d{1,2}))?\W*$")
_NUMBERED = re.compile(r"(?:^|\D)(\d{1,2})\s*(?:/|\W?[^\W\d_]{2,5})\s*(\d{1,2})\W*$")


def without_furniture(pages: Sequence[Sequence[Segment]], heights: Sequence[float], total: int) -> list[list[Segment]]:
    """The segments of each page less running heads, running feet and page numbers; contact data stay once."""
    drop = _repeated(pages, heights)
    for number, (segments, height) in enumerate(zip(pages, heights, strict=True), start=1):
        drop |= {id(s) for s in segments if _in_margin(s, height) and _is_page_number(s.text, number, total)}
    return [[segment for segment in segments if id(segment) not in drop] for segments in pages]


def _in_margin(segment: Segment, height: float) -> bool:
    """The segment stands in the upper or lower margin."""
    return segment.box.bottom < MARGIN * height or segment.box.top > (1 - MARGIN) * height


def _is_page_number(text: str, page: int, total: int) -> bool:
    """The text is the number of its page ("2", "Page 2 / 3", "Seite 2 von 3") or ends with it ("Name - 2/3")."""
    match = _PAGE_NUMBER.match(text)
    if match:
        return int(match[1]) == page and (match[2] is None or int(match[2]) in (total, 0))
    match = _NUMBERED.search(text)
    return match is not None and total > 1 and (int(match[1]), int(match[2])) == (page, total)


def _repeated(pages: Sequence[Sequence[Segment]], heights: Sequence[float]) -> set[int]:
    """The ids of segments that stand at the same place on several pages."""
    if len(pages) < 2:  # noqa: PLR2004 - nothing repeats on one page
        return set()
    places: dict[str, list[tuple[int, Segment]]] = defaultdict(list)
    for number, (segments, height) in enumerate(zip(pages, heights, strict=True)):
        for segment in _outer(segments, height):
            places[_numberless(segment.text.casefold())].append((number, segment))
    usual = _usual_size(pages)
    drop: set[int] = set()
    kept: set[int] = set()
    for found in places.values():
        for group in _same_place(found):
            if len({number for number, _ in group}) * 2 >= len(pages) and len({number for number, _ in group}) > 1:
                first = group[0][1]
                keep = CONTACT.search(first.text) is not None or first.size >= TITLE_SIZE * usual
                drop |= {id(segment) for _, segment in group}
                kept |= {id(first)} if keep else set()
    outermost = [_outermost(segments, height, drop) for segments, height in zip(pages, heights, strict=True)]
    return set().union(*outermost) - kept


def _numberless(text: str) -> str:
    """The text with "#" for its numbers; one that is glued to a letter is part of a word and no page number."""
    return _DIGITS.sub(lambda found: found[0] if text[: found.start()][-1:].isalpha() else "#", text)


def _usual_size(pages: Sequence[Sequence[Segment]]) -> float:
    """The median size of all segments."""
    sizes = sorted(segment.size for segments in pages for segment in segments)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _outer(segments: Sequence[Segment], height: float) -> list[Segment]:
    """The segments in the upper and lower part of a page."""
    return [segment for segment in segments if segment.box.bottom <= OUTER * height or segment.box.top >= (1 - OUTER) * height]


def _outermost(segments: Sequence[Segment], height: float, repeated: set[int]) -> set[int]:
    """The ids of the repeated segments that have nothing but repeated ones and page numbers between them and the page edge."""
    found: set[int] = set()
    ordered = sorted(segments, key=lambda segment: segment.middle)
    for walk in (ordered, ordered[::-1]):
        for segment in walk:
            if id(segment) in repeated:
                found.add(id(segment))
            elif not (_in_margin(segment, height) and _PAGE_NUMBER.match(segment.text)):
                break
    return found


def _same_place(found: Sequence[tuple[int, Segment]]) -> list[list[tuple[int, Segment]]]:
    """The finds grouped by their place on the page."""
    groups: list[list[tuple[int, Segment]]] = []
    for number, segment in found:
        for group in groups:
            box = group[0][1].box
            if abs(box.top - segment.box.top) <= SAME_PLACE and abs(box.x0 - segment.box.x0) <= SAME_INDENT:
                group.append((number, segment))
                break
        else:
            groups.append([(number, segment)])
    return groups
