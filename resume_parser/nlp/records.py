"""From sections to finished entries: title, organisation, place, dates, description and the parts inside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from resume_parser.entities import Entity, Entry
from resume_parser.nlp import fields
from resume_parser.nlp.cues import TITLE_SURE, Cues
from resume_parser.nlp.dates import DateRange
from resume_parser.nlp.entries import Draft, drafts
from resume_parser.nlp.field_tagger import tag_section
from resume_parser.nlp.fields import Choice, Header, Judge
from resume_parser.nlp.headers import align_places, find_header
from resume_parser.nlp.opinions import Opinion
from resume_parser.nlp.paragraphs import Edges, found_no_room, is_label, right_edges
from resume_parser.nlp.places import find_places
from resume_parser.nlp.reading import LineView, Reading
from resume_parser.nlp.segments import COMMA, PART_SHIFT, Segment

ORGANISATION = {"experience": "company", "education": "school"}
DASH = re.compile(r"\s+[-–—·]\s+")
FIELD_LINES = 2  # lines between a degree and its field of study
TEXT_WORDS = 4  # a header line that is no field and has this many words is description
LEAD_UNHEADED = 2  # header lines that may stand before the first date of a resume without headings
SHORT_LINE = 12  # words
DEGREE_SURE = 0.9  # cue score of a degree at the start of a line, or of a school word
FIELD_WORDS = 10  # longest field of study
TASK_WORDS = 25  # longer bullets are paragraphs, not tasks


@dataclass(frozen=True, slots=True)
class Read:
    """A draft with its header read."""

    draft: Draft
    header: Header
    choice: Choice


def read_section(reading: Reading, lines: Sequence[LineView], kind: str, cues: Cues) -> list[Entry]:
    """The finished entries of one section."""
    cut = drafts(lines, cues, kind)
    opinion = Opinion(tuple(item for entry in tag_section(reading.text, cut, kind, cues) for item in entry))
    judge = fields.job_judge(cues, opinion) if kind == "experience" else fields.study_judge(cues, opinion)
    headers = align_places(reading.text, [find_header(reading, draft, cues, opinion) for draft in cut])
    # Employers have commas of their own ("Acme, Inc"): there only the words of the locales cut at one.
    headers = fields.split_commas(reading.text, headers, fields.job_judge(cues, Opinion(())) if kind == "experience" else judge)
    votes = fields.count_votes(headers, judge)
    reads = [Read(draft, header, fields.choose(header, judge, votes)) for draft, header in zip(cut, headers, strict=True)]
    if kind == "experience":
        reads = inherit(drop_banners(reads), judge)
    entries = [finish(reading, read, kind, cues) for read in reads]
    return [entry for entry in entries if entry.first("title") or entry.first(ORGANISATION[kind])]


def read_unheaded(reading: Reading, cues: Cues, *, with_education: bool) -> list[Entry]:
    """The entries of a resume without a heading for its jobs, from the parts above the headings and under unknown ones."""
    made = []
    for section in reading.of_kind("header", "misc", "summary"):
        lines = [line for line in reading.body(section) if not is_contact(reading, line)]
        ranged = [line for line in lines if any(not found.single for found in line.dates)]
        if not ranged:
            continue
        if section.kind == "misc" and not any(cues.title(line.text) >= TITLE_SURE for line in lines if line.words <= SHORT_LINE):
            continue
        first = max(0, lines.index(ranged[0]) - LEAD_UNHEADED) if section.kind == "header" else 0
        for kind, part in by_kind(lines[first:], cues):
            if kind == "experience" or with_education:
                made += read_section(reading, part, kind, cues)
    return [entry for entry in made if (entry.first("date_start") or entry.first("date_end")) and is_proved(entry, cues)]


def is_contact(reading: Reading, line: LineView) -> bool:
    """The line holds the name or the contact data of the candidate."""
    own = (entity for entity in reading.entities if entity.label in ("name", "email", "phone"))
    return any(line.start <= entity.start < line.end for entity in own)


def is_proved(entry: Entry, cues: Cues) -> bool:
    """Words of the locales speak for the entry: without a heading, a date and some name are not enough."""
    title, organisation = entry.first("title"), entry.first(ORGANISATION[entry.kind])
    judge = cues.title if entry.kind == "experience" else cues.degree
    if title is None or not title.value[:1].isalpha():
        return False
    return judge(title.value) >= TITLE_SURE or bool(organisation and cues.organisation(organisation.value) >= TITLE_SURE)


def by_kind(lines: Sequence[LineView], cues: Cues) -> list[tuple[str, list[LineView]]]:
    """The lines cut into runs of jobs and of studies, by the words of the header of each entry."""
    runs: list[tuple[str, list[LineView]]] = []
    for draft in drafts(lines, cues, "experience"):
        text = " ".join(line.text for line in draft.header)
        studies = any(cues.degree(line.text) >= DEGREE_SURE or cues.school(line.text) >= DEGREE_SURE for line in draft.header)
        kind = "education" if studies and cues.title(text) <= 0 else "experience"
        if runs and runs[-1][0] == kind:
            runs[-1][1].extend(draft.lines)
        else:
            runs.append((kind, list(draft.lines)))
    return runs


def drop_banners(reads: Sequence[Read]) -> list[Read]:
    """The reads without those that only name an employer above several posts; its name goes to the posts."""
    kept: list[Read] = []
    banner: Segment | None = None
    for at, read in enumerate(reads):
        following = reads[at + 1] if at + 1 < len(reads) else None
        if is_banner(read, following):
            banner = read.choice.organisation
            continue
        if banner and read.choice.organisation is None:
            read = replace(read, choice=replace(read.choice, organisation=banner))  # noqa: PLW2901 - the same read, completed
        elif read.choice.organisation is not None:
            banner = None
        kept.append(read)
    return kept


def is_banner(read: Read, following: Read | None) -> bool:
    """Only an employer, no title and no text, and the next entry has a title but no employer."""
    if following is None or read.draft.body or read.choice.title or not read.choice.organisation:
        return False
    return following.choice.organisation is None and following.choice.title is not None


def inherit(reads: Sequence[Read], judge: Judge) -> list[Read]:
    """Further posts under one employer get the employer that stands above the first of them."""
    made: list[Read] = []
    for read in reads:
        before = made[-1] if made else None
        if before and shares_employer(read, before, judge):
            read = replace(read, choice=replace(read.choice, organisation=before.choice.organisation))  # noqa: PLW2901 - completed
        made.append(read)
    return made


def shares_employer(read: Read, before: Read, judge: Judge) -> bool:
    """The entry has only a title, where the one before printed its employer in a line above the title."""
    organisation, title = before.choice.organisation, before.choice.title
    if read.choice.organisation or not read.choice.title or not organisation or not title:
        return False
    above = organisation.start < title.start
    return above and judge.title(read.choice.title) > 0


def finish(reading: Reading, read: Read, kind: str, cues: Cues) -> Entry:
    """The entry of a read draft."""
    draft, choice = read.draft, read.choice
    found: list[Entity] = []
    title = widen_degree(reading, choice, cues) if kind == "education" else absorb(reading, choice, choice.title)
    organisation = absorb(reading, choice, choice.organisation)
    for label, segment in (("title", title), (ORGANISATION[kind], organisation)):
        if segment:
            found.append(reading.entity(label, segment.start, segment.end, value=segment.text, score=confidence(choice)))
    if choice.place:
        found.append(place_entity(reading, choice.place))
    if draft.date:
        found += date_entities(draft.date, study=kind == "education")
    description = description_lines(draft, choice, title)
    if description:
        found.append(description_entity(reading, description))
    found += (
        [task_entity(reading, line) for line in description if line.bullet and line.words <= TASK_WORDS] if kind == "experience" else []
    )
    found += [skill for line in description for skill in line_skills(reading, line)]
    lines = draft.lines
    return Entry(kind, lines[0].start, lines[-1].end, tuple(found))


def confidence(choice: Choice) -> float:
    """Score of title and organisation, 0..1, from the votes behind the choice."""
    return max(0.3, min(0.98, 0.5 + 0.15 * choice.score))


def widen_degree(reading: Reading, choice: Choice, cues: Cues) -> Segment | None:
    """The degree together with the field of study that stands beside it, before or after."""
    title = choice.title
    if title is None:
        return None
    bare = cues.is_bare_degree(title.text)
    beside = [segment for segment in choice.rest if is_field(segment, title) and (bare or between_is_free(reading, title, segment))]
    if not beside:
        return title
    other = min(beside, key=lambda segment: (abs(segment.line - title.line), segment.start < title.start, segment.start))
    first, last = sorted((title, other), key=lambda segment: segment.start)
    printed = reading.text[first.end : last.start]
    joint = ", " if first.line == last.line and printed.strip() else " "
    text = f"{title.text}{joint}{other.text}"
    if between_is_free(reading, first, last):
        return Segment(first.start, last.end, text, title.line, title.place, title.style)
    return Segment(title.start, title.end, text, title.line, title.place, title.style)


def absorb(reading: Reading, choice: Choice, segment: Segment | None) -> Segment | None:
    """A title or organisation with the part that a dash joins to it ("Store Manager – Retail"), once both are known."""
    if segment is None or choice.title is None or choice.organisation is None:
        return segment
    before = next((other for other in choice.rest if joins_before(reading, other, segment)), None)
    if before and segment is choice.organisation:
        text = " ".join(reading.text[before.start : segment.end].split())
        return Segment(before.start, segment.end, text, segment.line, segment.place, segment.style)
    for other in choice.rest:
        between = reading.text[segment.end : other.start]
        joined = DASH.fullmatch(between) or (COMMA.fullmatch(between) and other.place - segment.place == PART_SHIFT)
        if other.line == segment.line and joined and other.style == segment.style:
            text = " ".join(reading.text[segment.start : other.end].split())
            return Segment(segment.start, other.end, text, segment.line, segment.place, segment.style)
    return segment


def joins_before(reading: Reading, other: Segment, segment: Segment) -> bool:
    """The other segment stands before this one in its line and look, with a dash between."""
    alike = other.line == segment.line and other.style == segment.style and other.end <= segment.start
    return alike and bool(DASH.fullmatch(reading.text[other.end : segment.start]))


def is_field(segment: Segment, title: Segment) -> bool:
    """The segment can be the field of study of the degree."""
    return abs(segment.line - title.line) <= FIELD_LINES and not re.search(r"\d", segment.text) and len(segment.text.split()) <= FIELD_WORDS


def between_is_free(reading: Reading, first: Segment, last: Segment) -> bool:
    """Nothing but separators stands between two segments."""
    first, last = sorted((first, last), key=lambda segment: segment.start)
    return not any(ch.isalnum() for ch in reading.text[first.end : last.start])


def place_entity(reading: Reading, segment: Segment) -> Entity:
    """The place of an entry with its parts."""
    found = find_places(reading.text[segment.start : segment.end])
    place = replace(found[0].place, text=segment.text) if found else None
    return reading.entity("location", segment.start, segment.end, score=0.8, place=place)


def date_entities(found: DateRange, *, study: bool) -> list[Entity]:
    """The two ends of a date range; the lone date of a study is its end, that of a job its start."""
    if found.single and study and found.date_start:
        found = replace(found, date_start=None, date_end=found.date_start)
    ends = (("date_start", found.date_start), ("date_end", found.date_end))
    return [Entity(label, point.start, point.end, point.text, point.value, 0.95) for label, point in ends if point]


def description_lines(draft: Draft, choice: Choice, title: Segment | None) -> list[LineView]:
    """The lines of the description: the body, and header lines that carry no field."""
    used = [segment for segment in (title, choice.organisation, choice.place) if segment]
    spare = [line for line in draft.header if not line.dates and not any(line.start <= segment.start < line.end for segment in used)]
    last = max((segment.end for segment in used), default=0)
    text = [line for line in spare if line.start > last and line.words >= TEXT_WORDS]
    return [line for line in (*text, *draft.body) if not is_label(line)]


def description_entity(reading: Reading, lines: Sequence[LineView]) -> Entity:
    """The description as one value: one line per bullet or paragraph, wrapped lines joined."""
    parts: list[str] = []
    edges = right_edges(lines)
    for at, line in enumerate(lines):
        text = " ".join(line.text.lstrip("• ").split())
        if at and not line.bullet and not line.block_start and goes_on(lines[at - 1], line, edges):
            parts[-1] = f"{parts[-1]} {text}"
        else:
            parts.append(text)
    value = "\n".join(part for part in parts if part)
    return reading.entity("description", lines[0].start, lines[-1].end, value=value, score=0.85)


def goes_on(before: LineView, line: LineView, edges: Edges) -> bool:
    """The line continues the paragraph or bullet of the line before."""
    if line.text[:1].islower():
        return True
    return before.style == line.style and (before.x1 is None or before.page != line.page or found_no_room(before, line, edges))


def line_skills(reading: Reading, line: LineView) -> list[Entity]:
    """The skills of the lexicon that a line of the description names."""
    first = bisect_left(reading.skills, (line.start, line.start))
    inside = takewhile(lambda span: span[1] <= line.end, reading.skills[first:])
    return [reading.entity("skill", start, end, kind="hard", score=0.8) for start, end in inside]


def task_entity(reading: Reading, line: LineView) -> Entity:
    """One bullet of a job as a task."""
    start = line.pieces[1].start if len(line.pieces) > 1 else line.start
    return reading.entity("task", start, line.end, score=0.7)
