"""From the lines of an experience or education section to its entries: where each starts, what is header, what is description.

Most resumes print one date range per entry, and the same lines in the same order around it. So the dated lines
are the anchors, the first entry of the section tells how many lines stand before the date, and the other entries
vote on it; entries without a date are found by the look of their first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.nlp.cues import Cues
from resume_parser.nlp.dates import DateRange
from resume_parser.nlp.paragraphs import PROSE_WORDS, counts, is_link, leads_with_date, marks_text, split_sentences, unwrap
from resume_parser.nlp.places import find_places
from resume_parser.nlp.reading import LARGER, LineView
from resume_parser.nlp.sentences import told_job

ANCHOR_WORDS, NAME_WORDS = 16, 14  # a dated line with more words, and more beside its date, is a sentence that mentions a date
MAX_LEAD = 4  # most header lines before the date
MAX_HEADER = 6  # most header lines of one entry
CLOSING = 2  # characters; brackets and blanks may stand after a date at the end of a line
DEGREE_LIKELY = 0.5  # cue score
Look = tuple[float, bool, bool]  # size, bold, italic of the first word of a line

NAME_LINES = 2  # lines before the date that hold a title and an organisation
PLACE_WORDS, PLACE_COVER = 6, 0.85  # most words of a line that is a place; share of it that the place must cover
BULLET_HEADER = 10  # most words of a bullet under a lone date that names the job
FIRST_VOTE = 2.5  # weight of the first entry of a section when the entries vote on their form


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry before its fields are read."""

    header: tuple[LineView, ...]
    body: tuple[LineView, ...]
    date: DateRange | None

    @property
    def lines(self) -> tuple[LineView, ...]:
        """All lines of the entry in order."""
        return self.header + self.body


def is_anchor(line: LineView, text: bool) -> bool:
    """The line carries the date of an entry."""
    if (leads_with_date(line) and not text) or told_job(line):
        return True
    if not line.dates or (is_long(line) and not ends_with_date(line)):
        return False
    if text and not line.wide:
        return False
    found = line.dates[0]
    if not found.single:
        return True
    rest = line.text.strip(" ()[]•")
    at_edge = rest.startswith(found.text) or rest.endswith(found.text) or line.wide
    return at_edge and not line.bullet


def is_long(line: LineView) -> bool:
    """The line has more words than a header, its date and the signs between its parts not counted."""
    return line.words > ANCHOR_WORDS and sum(map(counts, line.undated.split())) > NAME_WORDS


def ends_with_date(line: LineView) -> bool:
    """The date stands at the end of the line after a wide gap: set apart from the words before it."""
    found = line.dates[-1]
    at = next((at for at, piece in enumerate(line.pieces) if piece.end > found.start), 0)
    return at > 0 and line.pieces[at].word.gap == "\t" and line.end - found.end <= CLOSING


def anchors_of(lines: Sequence[LineView], text: Sequence[bool]) -> list[int]:
    """Positions of the dated header lines; bulleted ones only where a section has no others."""
    found = [at for at, line in enumerate(lines) if is_anchor(line, text[at])]
    if found:
        ranged = [at for at in found if not lines[at].dates[0].single]
        return found if len(ranged) * 2 < len(found) or not ranged else keep_leading(lines, found, ranged)
    return [at for at, line in enumerate(lines) if line.bullet and line.dates and line.words <= ANCHOR_WORDS]


def keep_leading(lines: Sequence[LineView], found: list[int], ranged: list[int]) -> list[int]:
    """Anchors of a section that mostly prints ranges: a lone year counts only where it stands like the ranges do."""
    signs = [sign for sign in (is_wide, stands_alone, starts_with_date, closes_list) if any(sign(lines[at]) for at in ranged)]
    return [at for at in found if at in ranged or any(sign(lines[at]) for sign in signs)]


def is_wide(line: LineView) -> bool:
    """The line has a gap wider than words need."""
    return line.wide


def starts_with_date(line: LineView) -> bool:
    """A date stands first in the line."""
    return bool(line.dates) and line.dates[0].start - line.start <= CLOSING


def closes_list(line: LineView) -> bool:
    """A date is the last part of a line cut by commas ("Nurse, St Mary's Hospital, 2018")."""
    if not line.dates or line.end - line.dates[-1].end > CLOSING:
        return False
    return line.text[: line.dates[-1].start - line.start].rstrip(" (").endswith((",", "|"))


def stands_alone(line: LineView) -> bool:
    """The line is nothing but its date."""
    return not any(ch.isalnum() for ch in line.undated)


def lead_limit(anchor: int, previous: int, text: Sequence[bool]) -> int:
    """How many lines directly before the anchor can be its header."""
    count = 0
    while count < MAX_LEAD and anchor - count - 1 > previous and not text[anchor - count - 1]:
        count += 1
    return count


def start_score(lines: Sequence[LineView], at: int, text: Sequence[bool], first: LineView) -> float:
    """How much a line looks like the first line of an entry."""
    line = lines[at]
    score = 2.0 * openness(lines, at)
    score += 1.0 if at and text[at - 1] else 0.0
    score += 1.0 if line.lead == first.lead else 0.0
    score += 0.5 if line.bold or line.size > 1 else 0.0
    return score


def openness(lines: Sequence[LineView], at: int) -> float:
    """Free space above a line as a share of the widest of the section; without geometry, whether a blank line stands there."""
    line = lines[at]
    if line.gap is None:
        return 0.5 if line.x0 is not None else float(line.block_start)
    widest = max((other.gap for other in lines if other.gap is not None), default=0.0)
    return max(0.0, line.gap / widest) if widest > 0 else 0.0


def usual_lead(lines: Sequence[LineView], anchors: Sequence[int], text: Sequence[bool]) -> int:
    """The number of header lines before the date that suits most entries of the section."""
    limits = [lead_limit(at, anchors[place - 1] if place else -1, text) for place, at in enumerate(anchors)]
    first = min(limits[0], MAX_LEAD)
    votes = dict.fromkeys(range(max(limits) + 1), 0.0)
    for lead in votes:
        for limit, at in zip(limits, anchors, strict=True):
            if lead <= limit:
                votes[lead] += start_score(lines, at - lead, text, lines[anchors[0] - first])
    votes[first] = votes.get(first, 0.0) + FIRST_VOTE + 0.5 * len(anchors)
    return max(votes, key=lambda lead: (votes[lead], -lead))


def entry_starts(lines: Sequence[LineView], anchors: Sequence[int], text: Sequence[bool]) -> list[int]:
    """First line of each dated entry."""
    lead = usual_lead(lines, anchors, text)
    starts: list[int] = []
    header: set[Look] = set()
    for place, at in enumerate(anchors):
        limit = lead_limit(at, anchors[place - 1] if place else -1, text)
        own = min(lead, limit)
        if place == 0 and limit <= MAX_LEAD:
            own = limit
        elif limit < MAX_LEAD and text[at - limit - 1]:
            own = longer_lead(lines, at, own, limit, header)
        own = like_first(lines, at, own, header)
        starts.append(at - own)
        header |= {line.lead for line in lines[at - own : at]}
    return starts


def like_first(lines: Sequence[LineView], at: int, own: int, header: set[Look]) -> int:
    """The lead without the lines at its start that look like no header line so far: they end the description before."""
    while own and header and lines[at - own].lead not in header:
        own -= 1
    return own


def longer_lead(lines: Sequence[LineView], at: int, own: int, limit: int, header: set[Look]) -> int:
    """The lead of an entry with more lines before its date than is usual: those after the description that look like header."""
    while own < limit:
        line = lines[at - own - 1]
        if not (line.wide or line.bold or (line.lead in header and line.size > 1)):
            break
        own += 1
    return own


def dateless_starts(lines: Sequence[LineView], starts: Sequence[int], text: Sequence[bool]) -> list[int]:
    """First lines of entries without a date: they look like the first lines of the dated ones and nothing else does."""
    if not starts:
        return []
    models = {lines[at].style for at in starts}
    inside = [at for at in range(len(lines)) if at not in starts and not text[at] and lines[at].style in models]
    blocks = all(lines[at].block_start for at in starts[1:])
    strong = [
        at for at in inside if stands_out(lines, at, text) and (lines[at].block_start if blocks and len(starts) > 1 else text[at - 1])
    ]
    return [at for at in strong if not near_start(at, starts, text)]


def stands_out(lines: Sequence[LineView], at: int, text: Sequence[bool]) -> bool:
    """The line is set apart from the description around it by its look."""
    line = lines[at]
    body = [other.style for place, other in enumerate(lines) if text[place]]
    return line.style not in body and (line.bold or line.size > 1 or line.upper or line.level > 0)


def near_start(at: int, starts: Sequence[int], text: Sequence[bool]) -> bool:
    """The line belongs to the header of a dated entry: no description stands between."""
    before = [start for start in starts if start < at]
    after = [start for start in starts if start > at]
    joined = bool(before) and not any(text[before[-1] : at])
    leads = bool(after) and not any(text[at : after[0]]) and after[0] - at <= MAX_LEAD
    return joined or leads


def undated_starts(lines: Sequence[LineView], text: Sequence[bool], cues: Cues, kind: str) -> list[int]:
    """First lines of the entries of a section without dates."""
    heads = [at for at, flag in enumerate(text) if not flag]
    if not heads:
        return []
    first = lines[heads[0]]
    if any(text):
        alike = [at for at in heads if at == heads[0] or (lines[at].style == first.style and at and text[at - 1])]
    else:
        alike = [at for at in heads if at == heads[0] or lines[at].block_start]
        if len(alike) == 1 and kind == "education":
            alike = [at for at in heads if at == heads[0] or cues.degree(lines[at].text) > DEGREE_LIKELY]
    return alike


def header_end(lines: Sequence[LineView], text: Sequence[bool], entry: range, anchor: int | None, named: Sequence[bool]) -> int:
    """Index after the last header line of the entry; lines that name a degree or school may stand apart after the date."""
    start, stop = entry.start, entry.stop
    at = max(start, anchor if anchor is not None else start) + 1
    names = [line for line in lines[start : at - 1] if not stands_alone(line)]
    if len(names) >= NAME_LINES and at < stop and not any(named) and lines[at].lead not in {line.lead for line in names}:
        return at + (not text[at] and is_place(lines[at]))  # title and organisation stand before the date, in another look
    while at < stop and at - start < MAX_HEADER and not text[at] and belongs_to_header(lines, at, entry, loose=named[at]):
        at += 1
    return at


def is_place(line: LineView) -> bool:
    """The line is nothing but a place that the tables know."""
    return line.words <= PLACE_WORDS and any(span.end - span.start >= PLACE_COVER * len(line.text) for span in find_places(line.text))


def belongs_to_header(lines: Sequence[LineView], at: int, entry: range, *, loose: bool) -> bool:
    """A short line after the date is header while it stands close or looks like the header lines before it."""
    line, before = lines[at], lines[at - 1]
    if line.words > PROSE_WORDS - (0 if line.bold and not before.bold else 4):
        return False
    if line.block_start and at - entry.start > 1 and not loose and not (line.bold or line.size > LARGER or line.italic):
        return False
    following = lines[at + 1] if at + 1 < entry.stop else None
    if following is not None and not loose and continues_prose(line, following):
        return False
    return not (line.style == before.style and before.text.rstrip().endswith("."))


def continues_prose(line: LineView, following: LineView) -> bool:
    """The line is the first of a paragraph: the next one goes on in the same look and lower case."""
    first = next((ch for ch in following.text if ch.isalpha()), "")
    return first.islower() and not following.bullet and line.style == following.style and not following.block_start


def drafts(lines: Sequence[LineView], cues: Cues, kind: str) -> list[Draft]:
    """The entries of one section."""
    lines = split_sentences([line for line in lines if not is_link(line)])
    if not lines:
        return []
    text = marks_text(lines)
    anchors = anchors_of(lines, text)
    for at in anchors:
        text[at] = False
    starts = entry_starts(lines, anchors, text) if anchors else undated_starts(lines, text, cues, kind)
    extra = dateless_starts(lines, starts, text) if anchors else []
    named = [kind == "education" and names_study(line, cues) for line in lines]
    return build(lines, sorted({*starts, *extra}), anchors, text, named)


def names_study(line: LineView, cues: Cues) -> bool:
    """The words of a line name a degree or a school."""
    return line.words <= PROSE_WORDS and max(cues.degree(line.text), cues.school(line.text)) > DEGREE_LIKELY


def build(
    lines: Sequence[LineView], starts: Sequence[int], anchors: Sequence[int], text: Sequence[bool], named: Sequence[bool]
) -> list[Draft]:
    """The drafts that these start lines cut the section into; `named` marks lines that name a degree or a school."""
    made = []
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(lines)
        anchor = next((at for at in anchors if start <= at < stop), None)
        end = header_end(lines, text, range(start, stop), anchor, named)
        if anchor is not None and end < stop and all(stands_alone(line) for line in lines[start:end]) and lines[end].words <= BULLET_HEADER:
            end += 1
        date = lines[anchor].dates[0] if anchor is not None else None
        made.append(Draft(tuple(unwrap(lines[start:end], lines)), tuple(lines[end:stop]), date))
    return made
