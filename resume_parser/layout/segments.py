"""From the extractor's lines to segments: runs of words on one baseline without a wide gap between them.

Segments are the pieces that the column analysis moves about; they remember where in the content stream they stood.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from resume_parser.document import Box, Line, Word, bounding_box
from resume_parser.layout.normalise import BULLET, clean_words, join_spaced_letters, mark_bullet

RANGE = re.compile(r"(?:19|20)\d\d\D.*(?:19|20)\d\d")  # two years: a whole range
WIDE_GAP_EM = 1.05  # a word space is 0.25-0.35 em, a justified one seldom above 0.8
STRETCHED_GAP_EM = 2.3  # the same where every space of the line is wide: justified or fixed-width text
STRETCHED_SPACE_EM = 0.45  # smallest space of a line that counts as stretched
EDGE_GAP_EM = 0.5  # a gap this wide is a gutter where other lines begin at its right end
EDGE_GAP_RATIO = 1.6  # and it must be wider than the other gaps of its line by this factor
EDGE_LINES = 3  # lines that begin there
LATE_JOIN_EM = 0.37  # words far apart in the stream join only over a word space
BULLET_REACH_EM = 4.0  # how far a list bullet stands from its text
JUMP_BACK_EM = 0.6  # words that start this far left of the end of the word before begin a new run
SAME_ROW = 0.5  # share of the smaller height that must overlap
GLUED_EM = 0.12  # a smaller gap is no space, where the extractor did not say
CLOSING = ",.;:!?)"  # marks that follow a word without a space
DATE_LETTERS = 32  # longer texts with a year are sentences, not dates

_YEAR = re.compile(r"(?:19|20)\d\d|\b\d{1,2}[/.]\d{2}\b|(?:^|\s)['’]\d\d\b")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words on one baseline; `order` is the place of its first word in the content stream."""

    words: tuple[Word, ...]
    box: Box
    size: float
    order: int
    last: int  # place of its last word in the stream
    text: str
    level: int = 0
    bullet: bool = False
    heading: bool = False  # looks like the headings that the locales know, whatever its words

    @property
    def middle(self) -> float:
        """Height of its middle line on the page, in points from the top."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def read(self) -> bool:
        """It was read from a picture: an OCR engine takes any two blocks beside each other for columns."""
        return self.words[0].confidence < 1.0

    @property
    def date(self) -> bool:
        """It looks like a date or a date range and nothing more."""
        return len(self.text) <= DATE_LETTERS and _YEAR.search(self.text) is not None


def segments_of(lines: Sequence[Line]) -> list[Segment]:
    """The segments of a page in stream order; words without a box are left out."""
    runs: list[Segment] = []
    count = 0
    for line in lines:
        words = clean_words([word for word in line.words if word.box is not None])
        for run in _runs(words):
            runs.append(make_segment(run, count, level=line.level, bullet=line.bullet))
            count += len(run)
    return _cut_at_edges([_finish(segment) for segment in _joined(runs)])


def _cut_at_edges(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, cut at gaps too narrow to show a gutter by themselves where a column of other segments begins."""
    edges = Counter(round(segment.box.x0) for segment in segments)
    cut: list[Segment] = []
    for segment in segments:
        at = _edge_in(segment, edges)
        if at:
            head, tail = segment.words[:at], segment.words[at:]
            cut.append(make_segment(head, segment.order, level=segment.level, bullet=segment.bullet))
            cut.append(make_segment(tail, segment.order + at, level=segment.level))
        else:
            cut.append(segment)
    return cut


def _edge_in(segment: Segment, edges: Counter[int]) -> int:
    """Index of the word of the segment that begins a column, 0 if none does."""
    gaps = [_gap(left, right) for left, right in itertools.pairwise(segment.words)]
    if not gaps or max(gaps) < EDGE_GAP_EM:
        return 0
    limit = max(EDGE_GAP_EM, EDGE_GAP_RATIO * median(gaps) if len(gaps) > 1 else 0.0)
    for index, gap in enumerate(gaps[int(segment.bullet) :], start=1 + int(segment.bullet)):
        box = segment.words[index].box
        if gap >= limit and box is not None and sum(edges[round(box.x0) + step] for step in (-1, 0, 1)) >= EDGE_LINES:
            return index
    return 0


def make_segment(words: Sequence[Word], order: int, *, level: int = 0, bullet: bool = False) -> Segment:
    """A segment of these words, which all have a box."""
    boxes = [word.box for word in words if word.box is not None]
    box = bounding_box(boxes)
    size = max([word.size for word in words]) or box.height
    return Segment(tuple(words), box, size, order, order + len(words) - 1, " ".join(word.text for word in words), level, bullet)


def same_row(first: Box, second: Box) -> bool:
    """Two boxes stand side by side on one baseline, whatever their sizes."""
    bottom = first.bottom if first.bottom < second.bottom else second.bottom
    top = first.top if first.top > second.top else second.top
    if bottom <= top:
        return False
    return bottom - top >= SAME_ROW * min(first.bottom - first.top, second.bottom - second.top)


def _gap(left: Word, right: Word) -> float:
    """White space from one word to the next in em of the smaller one."""
    if left.box is None or right.box is None:
        return 0.0
    return (right.box.x0 - left.box.x1) / (min(left.size, right.size) or right.box.height or 1.0)


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    """The words of one extracted line, cut at wide gaps, jumps back and changes of the baseline."""
    if not words:
        return []
    gaps = [_gap(left, right) for left, right in itertools.pairwise(words)]
    limit = wide_limit(gaps)
    runs = [[words[0]]]
    for gap, left, right in zip(gaps, words, words[1:], strict=False):
        reach = BULLET_REACH_EM if len(runs[-1]) == 1 and mark_bullet([left, right])[1] else limit
        apart = gap > reach or gap < -JUMP_BACK_EM
        if apart or left.box is None or right.box is None or not same_row(left.box, right.box):
            runs.append([right])
        else:
            runs[-1].append(right)
    return runs


def wide_limit(gaps: Sequence[float]) -> float:
    """The gap in em from which a line counts as cut, given all its gaps."""
    positive = [gap for gap in gaps if gap > 0]
    stretched = len(positive) >= 4 and min(positive) > STRETCHED_SPACE_EM  # noqa: PLR2004 - four spaces show a rhythm
    return STRETCHED_GAP_EM if stretched and median(positive) < WIDE_GAP_EM else WIDE_GAP_EM


def _joined(runs: Sequence[Segment]) -> list[Segment]:
    """The runs with those that continue each other on one baseline made one, whatever their order in the stream."""
    ordered = sorted(range(len(runs)), key=lambda index: runs[index].box.top)
    follower: dict[int, int] = {}
    dropped: set[int] = set()
    for place, index in enumerate(ordered):
        bottom = runs[index].box.bottom
        for other in ordered[place + 1 :]:
            if runs[other].box.top >= bottom:
                break
            if same_row(runs[index].box, runs[other].box):
                _link(runs, index, other, follower, dropped)
    return _chains(runs, follower, dropped)


def _link(runs: Sequence[Segment], first: int, second: int, follower: dict[int, int], dropped: set[int]) -> None:
    """Note that one of two runs on a row continues the other, or repeats it (text printed twice to look bold)."""
    if runs[first].text == runs[second].text and abs(runs[first].box.x0 - runs[second].box.x0) < 0.2 * runs[first].size:
        dropped.add(max(first, second))
        return
    left, right = (first, second) if runs[first].box.x0 <= runs[second].box.x0 else (second, first)
    if not _continues(runs[left], runs[right]):
        return
    known = follower.get(left)
    if known is None or runs[right].box.x0 < runs[known].box.x0:
        follower[left] = right


def _continues(left: Segment, right: Segment) -> bool:
    """The right run reads on from the left one without a wide gap."""
    gap = (right.box.x0 - left.box.x1) / (min(left.size, right.size) or 1.0)
    if gap < -JUMP_BACK_EM:
        return False
    if len(left.words) == 1 and mark_bullet([left.words[0], right.words[0]])[1]:
        return gap <= BULLET_REACH_EM
    near = right.order == left.last + 1
    if right.date and not near:
        return False  # a date that the stream draws later is a field of its own
    return gap <= (WIDE_GAP_EM if near else LATE_JOIN_EM)


def _chains(runs: Sequence[Segment], follower: dict[int, int], dropped: set[int]) -> list[Segment]:
    """One segment per chain of runs, in stream order of the chains."""
    taken: set[int] = set()
    heads = set(range(len(runs))) - set(follower.values())
    result = []
    for index in sorted(heads):
        chain: list[Word] = []
        at: int | None = index
        first = runs[index]
        if index not in follower and index not in dropped:
            result.append(first)
            continue
        order = first.order
        last = first.last
        while at is not None and at not in taken:
            taken.add(at)
            if at not in dropped:
                chain.extend(_after(chain, runs[at].words))
                order, last = min(order, runs[at].order), max(last, runs[at].last)
            at = follower.get(at)
        if chain:
            made = make_segment(chain, order, level=first.level, bullet=first.bullet)
            result.append(replace(made, last=last) if made.last != last else made)
    return sorted(result, key=lambda segment: segment.order)


def _after(chain: Sequence[Word], words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a run with the gap before the first one as its place in the chain says."""
    if not chain:
        return words
    gap = " " if _gap(chain[-1], words[0]) > GLUED_EM else ""
    return words if words[0].gap == gap else (replace(words[0], gap=gap), *words[1:])


def _finish(segment: Segment) -> Segment:
    """The segment with letter-spaced words joined, its bullet marked and the gaps between its words set."""
    words = join_spaced_letters(segment.words)
    words, bullet = mark_bullet(words)
    bullet = bullet or (segment.bullet and words[0].text == BULLET)
    if any([word.gap != " " or word.text[0] in CLOSING for word in words[1:]]):  # noqa: C419 - a list is faster in this hot place
        words = [words[0], *(_with_gap(left, right) for left, right in itertools.pairwise(words))]
    if bullet == segment.bullet and len(words) == len(segment.words) and all(map(operator.is_, words, segment.words)):
        return segment
    text = " ".join(word.text for word in words)
    return replace(segment, words=tuple(words), text=text, bullet=bullet)


def _with_gap(left: Word, right: Word) -> Word:
    """The right word with the gap that its place says: wide gaps inside a segment are plain spaces."""
    gap = _gap(left, right)
    if right.gap == " " and gap < GLUED_EM and right.text[0] in CLOSING:
        return replace(right, gap="")  # a comma in another style than the word before it
    if right.gap == "" and gap > 2 * GLUED_EM:
        return replace(right, gap=" ")
    if right.gap == "\t" and gap <= WIDE_GAP_EM and left.text != BULLET:
        return right  # the extractor saw a border or an icon between them
    return replace(right, gap=" ") if right.gap == "\t" else right
