"""From the lines of an experience or education section to its entries: where each starts, what is header, what is description.

Most resumes print one date range per entry, and the same lines in the same order around it. So the dated lines
are the anchors, the first entry of the section tells how many lines stand before the date, and the other entries
vote on it; entries without a date are found by the look of their first line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume_parser.locales import heading_kind
from resume_parser.nlp.cues import Cues
from resume_parser.nlp.dates import DateRange
from resume_parser.nlp.reading import LARGER, LineView, Style

PROSE_WORDS = 14  # a line with more words is text, not a header
PROSE_SENTENCE_WORDS = 3  # a line that ends like a sentence and has this many words is text
ABBREVIATION = 5  # characters; a shorter last word with a dot may be one ("Inc.", "Ltd.", "Eng.")
ANCHOR_WORDS = 16  # a dated line with more words is a sentence that mentions a date
MAX_LEAD = 4  # most header lines before the date
MAX_HEADER = 6  # most header lines of one entry
INDENT = 2.0  # points; a line further right than its bullet continues the bullet
LABEL_WORDS = 3  # most words of a label inside an entry
CLOSING = 2  # characters; brackets and blanks may stand after a date at the end of a line
DEGREE_LIKELY = 0.5  # cue score
BULLET_HEADER = 10  # most words of a bullet under a lone date that names the job
FIRST_VOTE = 2.5  # weight of the first entry of a section when the entries vote on their form
LINKING_LETTERS = 3  # a line that ends with a lower-case word this short ("of", "del", "und") goes on
SPACE = 0.25  # width of a space in heights of a line
WRAPPED_WORDS = 4  # fewest words on a wrapped line
LINK = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*")


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


def is_prose(line: LineView) -> bool:
    """The line is running text: long, or it ends like a sentence."""
    dated = sum(len(found.text.split()) for found in line.dates)
    words = line.words - dated
    if words > PROSE_WORDS and not line.wide:
        return True
    ends = line.text.rstrip().endswith((".", ";", "!")) and len(line.pieces[-1].word.text) > ABBREVIATION
    return words >= PROSE_SENTENCE_WORDS and ends and not line.bold


Edges = dict[tuple[int, int], float]  # (page, column) -> right edge of its text in points


def right_edges(lines: Sequence[LineView]) -> Edges:
    """Where the text of each column ends on the right; empty where the format has no geometry."""
    edges: Edges = {}
    for line in lines:
        if line.x1 is not None:
            edges[line.page, line.column] = max(edges.get((line.page, line.column), 0.0), line.x1)
    return edges


def follows(line: LineView, before: LineView, edges: Edges) -> bool:
    """The line stands directly under the one before, in the same look, and the one before was full: it is its continuation."""
    if before.x1 is not None and line.page == before.page and not found_no_room(before, line, edges):
        return False
    return continues(line, before) and line.style[:3] == before.style[:3] and not line.bullet and not line.wide and not before.wide


def continues(line: LineView, before: LineView) -> bool:
    """No free space stands between; over a page break, a sentence goes on in lower case."""
    if line.page == before.page:
        return not line.block_start
    first = next((ch for ch in line.text if ch.isalnum()), "A")
    return first.islower() and not before.text.rstrip().endswith((".", "!", "?"))


def paragraphs(lines: Sequence[LineView]) -> list[list[int]]:
    """Positions of the lines grouped into runs of lines that follow each other in one look."""
    runs: list[list[int]] = []
    edges = right_edges(lines)
    for at, line in enumerate(lines):
        if runs and follows(line, lines[at - 1], edges) and not (line.dates or lines[at - 1].dates):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def is_paragraph(lines: Sequence[LineView], run: Sequence[int]) -> bool:
    """The run is a bullet or a text set on several lines."""
    first = lines[run[0]]
    if first.bullet or any(is_prose(lines[at]) for at in run):
        return True
    words = [lines[at].words for at in run]
    return len(run) > 1 and sum(words) >= PROSE_WORDS and min(words[:-1]) >= WRAPPED_WORDS and wraps(lines, run)


def wraps(lines: Sequence[LineView], run: Sequence[int]) -> bool:
    """Some line of the run goes on in lower case on the next: it was wrapped, not ended."""
    return any(next((ch for ch in lines[at].text if ch.isalnum()), "A").islower() for at in run[1:])


def marks_text(lines: Sequence[LineView]) -> list[bool]:
    """For each line: is it description (bullet, prose, wrapped text, label) rather than header?"""
    flags = [is_label(line) for line in lines]
    for run in paragraphs(lines):
        if is_paragraph(lines, run):
            for at in text_part(lines, run):
                flags[at] = True
    return flags


def text_part(lines: Sequence[LineView], run: Sequence[int]) -> Sequence[int]:
    """The lines of a text run; for a bullet those that are indented under it, where the page shows it."""
    first = lines[run[0]]
    if not first.bullet or first.x0 is None:
        return run
    inside = [run[0]]
    for at in run[1:]:
        x0 = lines[at].x0
        if x0 is not None and x0 <= first.x0 + INDENT and not is_prose(lines[at]):
            break
        inside.append(at)
    return inside


def is_label(line: LineView) -> bool:
    """The line only announces what follows ("Courses", "Highlights:")."""
    return line.text.rstrip().endswith(":") or (line.words <= LABEL_WORDS and heading_kind(line.text.strip(" :•")) is not None)


def is_link(line: LineView) -> bool:
    """The line is nothing but a web address."""
    return bool(LINK.fullmatch(line.text.strip(" :•()").lower()))


def is_anchor(line: LineView, text: bool) -> bool:
    """The line carries the date of an entry."""
    if not line.dates or (line.words > ANCHOR_WORDS and not ends_with_date(line)):
        return False
    if text and not line.wide:
        return False
    found = line.dates[0]
    if not found.single:
        return True
    rest = line.text.strip(" ()[]•")
    at_edge = rest.startswith(found.text) or rest.endswith(found.text) or line.wide
    return at_edge and not line.bullet


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
    wide = any(lines[at].wide for at in ranged)
    alone = any(stands_alone(lines[at]) for at in ranged)
    return [at for at in found if at in ranged or (wide and lines[at].wide) or (alone and stands_alone(lines[at]))]


def stands_alone(line: LineView) -> bool:
    """The line is nothing but its date."""
    rest = line.text
    for found in line.dates:
        rest = rest.replace(found.text, "")
    return not any(ch.isalnum() for ch in rest)


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
    score += 1.0 if line.style == first.style else 0.0
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
    header: set[Style] = set()
    for place, at in enumerate(anchors):
        limit = lead_limit(at, anchors[place - 1] if place else -1, text)
        own = min(lead, limit)
        if place == 0 and limit <= MAX_LEAD:
            own = limit
        elif limit < MAX_LEAD and text[at - limit - 1]:
            own = longer_lead(lines, at, own, limit, header)
        starts.append(at - own)
        header |= {line.style for line in lines[at - own : at + 1]}
    return starts


def longer_lead(lines: Sequence[LineView], at: int, own: int, limit: int, header: set[Style]) -> int:
    """The lead of an entry with more lines before its date than is usual: those after the description that look like header."""
    while own < limit:
        line = lines[at - own - 1]
        if not (line.wide or line.bold or (line.style in header and line.size > 1)):
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
    while at < stop and at - start < MAX_HEADER and not text[at] and belongs_to_header(lines, at, entry, text, loose=named[at]):
        at += 1
    return at


def belongs_to_header(lines: Sequence[LineView], at: int, entry: range, text: Sequence[bool], *, loose: bool) -> bool:
    """A short line after the date is header while it stands close or looks like the header lines before it."""
    line, before = lines[at], lines[at - 1]
    if line.words > PROSE_WORDS - 4:
        return False
    if line.block_start and at - entry.start > 1 and not loose and not (line.bold or line.size > LARGER or line.italic):
        return False
    following = lines[at + 1] if at + 1 < entry.stop else None
    if following is not None and continues_prose(line, following, text[at + 1]):
        return False
    return not (line.style == before.style and before.text.rstrip().endswith("."))


def continues_prose(line: LineView, following: LineView, following_is_text: bool) -> bool:
    """The line is the first of a paragraph: the next one goes on in the same look and lower case."""
    first = next((ch for ch in following.text if ch.isalpha()), "")
    return first.islower() and not following.bullet and line.style == following.style and not following.block_start


def drafts(lines: Sequence[LineView], cues: Cues, kind: str) -> list[Draft]:
    """The entries of one section."""
    lines = [line for line in lines if not is_link(line)]
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


def unwrap(header: Sequence[LineView], section: Sequence[LineView]) -> list[LineView]:
    """The header with names that are set on two lines put back together."""
    made: list[LineView] = []
    edges = right_edges(section)
    for line in header:
        if made and not made[-1].dates and not line.dates and is_wrapped(made[-1], line, edges):
            made[-1] = merge(made[-1], line)
        else:
            made.append(line)
    return made


def is_wrapped(before: LineView, line: LineView, edges: Edges) -> bool:
    """The line goes on with the name of the line before: by its words, or since the first word found no room there."""
    if line.style[:3] != before.style[:3] or line.block_start or line.bullet or line.wide or before.wide or before.page != line.page:
        return False
    first, last = line.pieces[0].word.text, before.pieces[-1].word.text
    if first[:1].islower() or last[-1:] in "&-/" or (last.islower() and len(last) <= LINKING_LETTERS):
        return True
    return found_no_room(before, line, edges) and before.words > 1


def found_no_room(before: LineView, line: LineView, edges: Edges) -> bool:
    """The first word of the line would not have fitted on the line before; False where the page has no geometry."""
    box = line.pieces[0].word.box
    if box is None or before.x1 is None:
        return False
    return before.x1 + SPACE * (box.bottom - box.top) + box.width > edges.get((before.page, before.column), 0.0)


def merge(before: LineView, line: LineView) -> LineView:
    """Two lines as one."""
    pieces = before.pieces + line.pieces
    return replace(
        before, end=line.end, text=f"{before.text} {line.text}", folded=f"{before.folded} {line.folded}", pieces=pieces, x1=line.x1
    )
