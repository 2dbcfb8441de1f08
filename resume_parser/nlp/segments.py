"""The parts of the header lines of an entry: what stands between separators, wide gaps and changes of look."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume_parser.nlp.entries import Draft
from resume_parser.nlp.reading import LineView, Style

SEPARATOR = re.compile(
    r"\s{2,}|\s+[|•·∙▪◦‣»›>@⋄∣❖]\s+|\s+(?:-{1,3}|[–—−―])\s+|\s*[|¦│]\s*|\s*—\s*|(?<=[^\W\d])[–](?=\s)|(?<=\s)[–-](?=[^\W\d])|;\s+|\t"
)
EDGE = " \t\n,;:|•·–—-−/()[]@*»›>~"
LIGHT_EDGE = " \t\n,;:|•·–—-−/@*»›>~"
LINK = re.compile(r"\(?(?:https?://|www\.)\S+")
PART_SHIFT = 10  # added to the place of the second part of a segment that is cut at a comma
COMMA = re.compile(r"\s*,\s+")


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a header line, without the dates."""

    start: int
    end: int
    text: str
    line: int  # position of its line in the header
    place: int  # position in its line
    style: Style

    @property
    def slot(self) -> tuple[int, int]:
        """Where it stands in the header, the same in all entries that follow one pattern."""
        return (self.line, self.place)


def free_ranges(text: str, line: LineView) -> Iterator[tuple[int, int]]:
    """The parts of a line that no date and no web address covers, as offsets."""
    links = [match.span() for match in LINK.finditer(text, line.start, line.end)]
    at = max(line.start, line.tail)
    for start, end in sorted([*((found.start, found.end) for found in line.dates), *links]):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < line.end:
        yield at, line.end


def style_breaks(line: LineView) -> set[int]:
    """Offsets where the look of the line changes between words: bold to regular, upright to italic, another size."""
    breaks = set()
    for before, after in zip(line.pieces, line.pieces[1:], strict=False):
        if not any(ch.isalnum() for ch in before.word.text + after.word.text):
            continue
        if before.style[:3] != after.style[:3] and after.word.gap:
            breaks.add(after.start)
    return breaks


def cut(text: str, start: int, end: int, breaks: set[int]) -> Iterator[tuple[int, int]]:
    """The parts of a range between separators and style breaks, trimmed of punctuation."""
    borders = [start]
    for match in SEPARATOR.finditer(text, start, end):
        borders += [match.start(), match.end()]
    borders += [at for at in breaks if start < at < end] + [end]
    borders.sort()
    for left, right in itertools.pairwise(borders):
        trimmed = trim(text, left, right)
        if trimmed:
            yield trimmed


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range without punctuation and blanks at its ends; None if nothing is left. Brackets stay when they pair up."""
    edge = EDGE
    inner = text[start:end].strip(LIGHT_EDGE)
    if inner.count("(") == inner.count(")") and inner.count("(") and not (inner.startswith("(") and inner.endswith(")")):
        edge = LIGHT_EDGE
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return (start, end) if any(ch.isalnum() for ch in text[start:end]) else None


def line_segments(text: str, line: LineView, position: int) -> list[Segment]:
    """The segments of one header line."""
    breaks = style_breaks(line)
    ranges = [part for start, end in free_ranges(text, line) for part in cut(text, start, end, breaks)]
    made = []
    for place, (start, end) in enumerate(ranges):
        piece = next((piece for piece in line.pieces if piece.end > start), line.pieces[0])
        made.append(Segment(start, end, " ".join(text[start:end].split()), position, place, piece.style))
    return made


def header_segments(text: str, draft: Draft) -> list[Segment]:
    """All segments of the header of an entry; a line that is only a date does not count as a line."""
    made: list[Segment] = []
    position = 0
    for line in draft.header:
        found = line_segments(text, line, position)
        made += found
        position += bool(found)
    return made


def split_at_comma(text: str, segment: Segment) -> Iterator[tuple[Segment, Segment]]:
    """The ways to cut a segment in two at a comma."""
    for match in COMMA.finditer(text, segment.start, segment.end):
        yield part_of(text, segment, segment.start, match.start()), part_of(text, segment, match.end(), segment.end)


def part_of(text: str, segment: Segment, start: int, end: int) -> Segment:
    """A part of a segment with the same style and slot; later parts come after all others of the line."""
    shift = 0 if start == segment.start else PART_SHIFT
    return Segment(start, end, " ".join(text[start:end].split()), segment.line, segment.place + shift, segment.style)
