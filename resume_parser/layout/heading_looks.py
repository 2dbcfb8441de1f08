"""How the headings of a document look, learned from those whose words the locales know, so that the others are found too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.layout.headings import HEADING_WORDS, section_named
from resume_parser.layout.segments import Segment

KINDS = 2  # of sections that headings of one look name; one may be chance
SHARE = 0.5  # of all short texts of that look that are known headings: else job titles look the same
LARGER = 1.12  # times the usual size
SIZE_STEPS = 4  # per point: sizes that differ less are the same
_NOT_IN_HEADING = re.compile(r"[@,:;()|\d]")  # in labels, lists and addresses
Look = tuple[int, bool, bool, int]


def is_heading(segment: Segment) -> bool:
    """The segment reads like the heading of a section."""
    return segment.heading or section_of(segment) is not None


def section_of(segment: Segment) -> str | None:
    """The kind of section that the segment names, None if it reads like no heading."""
    return None if segment.bullet else section_named(segment.text)


def with_headings(pages: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """The segments of all pages, those marked as headings that look like most known ones."""
    known: Counter[Look] = Counter()
    every: Counter[Look] = Counter()
    kinds: dict[Look, set[str]] = defaultdict(set)
    for segment in (segment for page in pages for segment in page if _is_short(segment)):
        look = _look(segment)
        every[look] += 1
        if kind := section_named(segment.text):
            known[look] += 1
            kinds[look].add(kind)
    usual = _usual_size(pages)
    shown = [look for look, found in kinds.items() if len(found) >= KINDS and known[look] >= SHARE * every[look]]
    looks = {look for look in shown if _is_loud(look, usual)}
    if not looks:
        return [list(page) for page in pages]
    return [[replace(s, heading=True) if _is_short(s) and _look(s) in looks else s for s in page] for page in pages]


def _usual_size(pages: Sequence[Sequence[Segment]]) -> float:
    """The size that most words have."""
    sizes: Counter[float] = Counter()
    for segment in (segment for page in pages for segment in page):
        sizes[segment.size] += len(segment.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_loud(look: Look, usual: float) -> bool:
    """The look stands out from running text."""
    size, bold, capitals, _ = look
    return bold or capitals or size >= LARGER * usual * SIZE_STEPS


def _is_short(segment: Segment) -> bool:
    """The segment may be a heading: a few words without digits or an address."""
    return len(segment.words) <= HEADING_WORDS and not segment.bullet and _NOT_IN_HEADING.search(segment.text) is None


def _look(segment: Segment) -> Look:
    """Size, weight, capitals and colour of the segment."""
    first = segment.words[0]
    return round(segment.size * SIZE_STEPS), first.bold, segment.text.isupper(), first.color
