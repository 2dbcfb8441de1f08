"""From the header segments of all entries of a section to title, organisation and place.

The entries of one section follow one pattern, so the evidence of every entry counts for all: the votes of the
words are summed per slot (line and place in the line) and per look (bold, italic, size), and each entry is then
read with its own votes plus those of the section.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from resume_parser.nlp.cues import Cues
from resume_parser.nlp.opinions import COMPANY, DEGREE, SCHOOL, TITLE, Opinion
from resume_parser.nlp.segments import Segment, part_of, split_at_comma

SLOT_VOTE, STYLE_VOTE = 0.8, 0.5  # weight of the section's votes beside the entry's own
TITLE_FIRST = 0.05  # more resumes print the title before the employer than after it
BESIDE_PLACE = 0.15  # the organisation, more often than the title, stands in the line of the place
PLACE_COVER = 0.85  # share of a segment that a place must cover to be one
CONNECTOR_SPLIT = 0.3  # votes that a title and an organisation need to be cut apart at a comma
FEWEST_CUTS = 2  # entries that must be cut by their words before others follow
NAMES = 2  # a header has a title and an organisation; with more segments the commas belong to the names
CLEAR, SILENT = 0.6, 0.1  # cue scores that speak for a title; that say nothing
NONE_COST = 0.9  # a reading that leaves title or organisation empty pays this
MAX_CANDIDATES = 6  # segments of a header that can be title or organisation

Score = Callable[[Segment], float]


@dataclass(frozen=True, slots=True)
class Header:
    """The segments of one entry with the places already taken out."""

    segments: tuple[Segment, ...]
    places: tuple[Segment, ...]
    notes: tuple[Segment, ...] = ()  # contract types, durations: neither title nor organisation
    title: Segment | None = None  # stated by a label
    organisation: Segment | None = None
    dated: int = 0  # lines with segments before the date


@dataclass(frozen=True, slots=True)
class Choice:
    """What the segments of one entry are; None where the header does not say."""

    title: Segment | None
    organisation: Segment | None
    place: Segment | None
    rest: tuple[Segment, ...]
    score: float


@dataclass(slots=True)
class Votes:
    """Summed (title - organisation) evidence of a section per slot and per look."""

    slots: dict[tuple[int, int], list[float]] = field(default_factory=lambda: defaultdict(list))
    styles: dict[object, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, segment: Segment, lean: float) -> None:
        """Count one segment."""
        self.slots[segment.slot].append(lean)
        self.styles[look(segment)].append(lean)

    def lean(self, segment: Segment) -> float:
        """What the section says of a segment: above 0 title, below 0 organisation."""
        slot, style = self.slots.get(segment.slot), self.styles.get(look(segment))
        total = SLOT_VOTE * sum(slot) / len(slot) if slot else 0.0
        return total + (STYLE_VOTE * sum(style) / len(style) if style and len(self.styles) > 1 else 0.0)


def look(segment: Segment) -> object:
    """The part of the style that tells titles from organisations; capitals and colours included."""
    size, bold, italic, _, color = segment.style
    return (size, bold, italic, segment.text.isupper(), color)


@dataclass(frozen=True, slots=True)
class Judge:
    """The two questions asked of every segment of a section: is it the title, is it the organisation?"""

    title: Score
    organisation: Score

    def lean(self, segment: Segment) -> float:
        """Title evidence minus organisation evidence."""
        return self.title(segment) - self.organisation(segment)


def job_judge(cues: Cues, opinion: Opinion) -> Judge:
    """Judges job headers: title against employer."""
    return Judge(
        lambda segment: cues.title(segment.text) + opinion.vote(segment, TITLE),
        lambda segment: cues.organisation(segment.text) - max(0.0, 0.7 * cues.title(segment.text)) + opinion.vote(segment, COMPANY),
    )


def study_judge(cues: Cues, opinion: Opinion) -> Judge:
    """Judges education headers: degree against school."""
    return Judge(
        lambda segment: cues.degree(segment.text) - 0.3 * max(0.0, cues.school(segment.text) - 0.5) + opinion.vote(segment, DEGREE),
        lambda segment: cues.school(segment.text) - 0.4 * cues.degree(segment.text) + opinion.vote(segment, SCHOOL),
    )


def split_commas(text: str, headers: Sequence[Header], judge: Judge) -> list[Header]:
    """Headers that print title and organisation in one segment, cut at the comma that parts them best.

    Where the words decide for most entries of the section, the others are cut at the same comma (first or last).
    """
    cut = [split_one(text, header, judge) for header in headers]
    done = [after for before, after in zip(headers, cut, strict=True) if after is not before]
    if len(done) * 2 < len(headers) or len(done) < FEWEST_CUTS:
        return cut
    last = sum("," in header.segments[0].text for header in done) * 2 > len(done)
    return [split_alike(text, after, last=last) if after is before else after for before, after in zip(headers, cut, strict=True)]


def split_alike(text: str, header: Header, *, last: bool) -> Header:
    """A header of one segment cut at its first or its last comma."""
    if len(header.segments) != 1:
        return header
    cuts = list(split_at_comma(text, header.segments[0]))
    return replace(header, segments=cuts[-1 if last else 0]) if cuts else header


def split_one(text: str, header: Header, judge: Judge) -> Header:
    """One header with its only segment cut in two where the words speak for it."""
    first_line = [segment for segment in header.segments if segment.line == 0]
    if len(header.segments) > NAMES or not first_line:
        return header
    parts = list(header.segments)
    for at, segment in enumerate(parts):
        cuts = [(abs(judge.lean(left) - judge.lean(right)), left, right) for left, right in split_at_comma(text, segment)]
        good = [cut for cut in cuts if opposite(cut[1], cut[2], judge) or (len(parts) == 1 and one_sided(cut[1], cut[2], judge))]
        if good:
            _, left, right = max(good, key=lambda cut: cut[0])
            return replace(header, segments=(*parts[:at], left, right, *parts[at + 1 :]))
    return header


def opposite(left: Segment, right: Segment, judge: Judge) -> bool:
    """One side speaks for the title and the other for the organisation."""
    sides = (judge.lean(left), judge.lean(right))
    return max(sides) >= CONNECTOR_SPLIT and min(sides) <= -CONNECTOR_SPLIT


def one_sided(left: Segment, right: Segment, judge: Judge) -> bool:
    """One side clearly speaks for the title, the other does not."""
    sides = sorted((judge.title(left), judge.title(right)))
    return sides[1] >= CLEAR and sides[0] <= SILENT


def count_votes(headers: Sequence[Header], judge: Judge) -> Votes:
    """The evidence of all entries of a section."""
    votes = Votes()
    for header in headers:
        for segment in header.segments:
            votes.add(segment, max(-1.0, min(1.0, judge.lean(segment))))
    return votes


def choose(header: Header, judge: Judge, votes: Votes) -> Choice:
    """The best reading of one header: which segment is the title, which the organisation."""
    candidates = list(header.segments[:MAX_CANDIDATES])
    place_lines = {place.line for place in header.places}
    scored = [(judge_title(segment, judge, votes), judge_org(segment, judge, votes, place_lines)) for segment in candidates]
    best: tuple[float, int | None, int | None] = (float("-inf"), None, None)
    for title, organisation in pairs(len(candidates)):
        if (title is not None and header.title) or (organisation is not None and header.organisation):
            continue
        total = (scored[title][0] if title is not None else -NONE_COST) + (
            scored[organisation][1] if organisation is not None else -NONE_COST
        )
        if title is not None and organisation is not None:
            total += TITLE_FIRST * (1 if title < organisation else -1) - 0.04 * max(title, organisation)
        best = max(best, (total, title, organisation), key=lambda option: option[0])
    total, title, organisation = best
    taken = {title, organisation}
    rest = tuple(segment for at, segment in enumerate(header.segments) if at not in taken)
    return Choice(
        title=header.title or (candidates[title] if title is not None else None),
        organisation=header.organisation or (candidates[organisation] if organisation is not None else None),
        place=header.places[0] if header.places else None,
        rest=rest,
        score=total,
    )


def pairs(count: int) -> list[tuple[int | None, int | None]]:
    """All ways to name a title and an organisation among `count` segments."""
    some: list[int | None] = [None, *range(count)]
    return [(None, None), *((a, b) for a, b in permutations(some, 2))]


def judge_title(segment: Segment, judge: Judge, votes: Votes) -> float:
    """Evidence that the segment is the title."""
    return judge.title(segment) + votes.lean(segment)


def judge_org(segment: Segment, judge: Judge, votes: Votes, place_lines: set[int]) -> float:
    """Evidence that the segment is the organisation."""
    return judge.organisation(segment) - votes.lean(segment) + BESIDE_PLACE * (segment.line in place_lines)


def without_place(text: str, segment: Segment, place: tuple[int, int]) -> Segment | None:
    """What is left of a segment before the place at its end; None if too little is left to be a name."""
    end = place[0]
    while end > segment.start and text[end - 1] in " ,(;:-–|\n\t":
        end -= 1
    left = part_of(text, segment, segment.start, end)
    return left if sum(ch.isalnum() for ch in left.text) > 1 else None
