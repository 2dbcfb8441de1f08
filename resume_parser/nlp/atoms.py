"""The smallest parts of the header lines of an entry, each with the sign that sets it apart: what the field tagger labels.

Segments (nlp/segments.py) follow what usually parts two fields; atoms are cut wherever two fields can meet, at commas,
brackets and the words between a title and an employer too. The tagger joins again what belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.locales import all_locales
from resume_parser.nlp.dates import DateRange
from resume_parser.nlp.reading import LineView, Piece
from resume_parser.nlp.segments import free_ranges, style_breaks, trim


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a header line; `sign` names what parts it from the one before: line date style bar dash comma bracket ..."""

    start: int
    end: int
    text: str
    line: int  # position of its line among the header lines
    place: int  # position in its line
    sign: str
    piece: Piece  # its first word, for its look
    dates_before: int  # dates that stand before it in its line
    dates_after: int


@lru_cache(maxsize=1)
def borders() -> re.Pattern[str]:
    """Matches what stands between two atoms of a line; the name of its group is the sign."""
    words = "|".join(sorted({re.escape(word) for locale in all_locales() for word in locale.connectors if word.isalpha()}))
    return re.compile(
        r"(?P<bar>\s*[|•·∙▪◦‣»›>⋄∣❖¦│\t]\s*|\s{2,}|;\s+)"
        r"|(?P<dash>\s+(?:-{1,3}|[–—−―])\s+|\s*—\s*|(?<=[^\W\d])[–](?=\s)|(?<=\s)[–-](?=[^\W\d]))"
        r"|(?P<comma>\s*,\s+)|(?P<bracket>\s*[(\[]|[)\]]\s*)|(?P<colon>:\s+)|(?P<slash>\s+/\s+)"
        rf"|(?P<connector>\s+(?:@|{words})\s+)"
    )


def cuts(text: str, line: LineView) -> Iterator[tuple[int, int, str]]:
    """Start, end and sign of the atoms of a line."""
    breaks = style_breaks(line)
    sign = "line"
    for number, (first, last) in enumerate(free_ranges(text, line)):
        marks = [(match.start(), match.end(), match.lastgroup or "") for match in borders().finditer(text, first, last)]
        marks += [(at, at, "style") for at in breaks if first < at < last and not any(left <= at <= right for left, right, _ in marks)]
        at, sign = first, "date" if number else sign
        for left, right, name in [*sorted(marks), (last, last, "")]:
            found = trim(text, at, left)
            if found:
                yield *found, sign
                sign = name
            elif sign not in ("line", "date"):
                sign = name
            at = right


def line_atoms(text: str, line: LineView, position: int) -> list[Atom]:
    """The atoms of one header line."""
    made = []
    for place, (start, end, sign) in enumerate(cuts(text, line)):
        piece = next((piece for piece in line.pieces if piece.end > start), line.pieces[0])
        before = dates_before(line.dates, start)
        printed = " ".join(text[start:end].split())
        made.append(Atom(start, end, printed, position, place, sign, piece, before, len(line.dates) - before))
    return made


def dates_before(dates: Sequence[DateRange], offset: int) -> int:
    """How many of the dates start before an offset."""
    return sum(date.start < offset for date in dates)


def header_atoms(text: str, header: Sequence[LineView]) -> list[Atom]:
    """All atoms of the header of an entry, in order; a line of nothing but its date has none and is not counted."""
    made: list[Atom] = []
    position = 0
    for line in header:
        found = line_atoms(text, line, position)
        made += found
        position += bool(found)
    return made
