"""The header of an entry taken apart: what a label states, names, places, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from resume_parser.locales import LANGUAGES, all_locales, fold, load
from resume_parser.nlp import fields
from resume_parser.nlp.cues import TITLE_SURE, Cues, load_cues
from resume_parser.nlp.date_words import any_of
from resume_parser.nlp.entries import Draft, stands_alone
from resume_parser.nlp.fields import Header
from resume_parser.nlp.opinions import NOTE, PLACE, Opinion
from resume_parser.nlp.phones import region_of
from resume_parser.nlp.places import find_places
from resume_parser.nlp.reading import Reading
from resume_parser.nlp.segments import Segment, header_segments, trim
from resume_parser.nlp.sentences import told_job
from resume_parser.resources import country_codes, find_city

PLACE_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿąćęłńśźż][^\W\d_]*(?:[ '’.-]+[^\W\d_]+){0,3}")  # a capital, up to four words, no digits
WORD = re.compile(r"\S+")
BRACKETED = re.compile(r"(.+\S)\s*\(([^()]+)\)")
ARTICLE = re.compile(r"\s+[a-z]{2,3}\s+(?=[^\W\d_a-zß-öø-ÿ])")  # "bei der", "bij de"
LABEL_WORDS = 3  # most words of a label before a colon
NAME_AND_TOWN = 2  # segments of a post under an employer above
NAMES_AND_TOWN = 3  # segments of a header whose last can be a lone town: title and organisation stand before it
CUE_ODDS = 0.2  # cue score from which a town is rather a name
PLACE_SURE = 0.5  # score from which a place is taken out of a header


def find_header(reading: Reading, draft: Draft, cues: Cues, opinion: Opinion) -> Header:
    """The segments of a header: names, places and notes apart, and what a label states."""
    names, places, notes = [], [], []
    segments = header_segments(reading.text, draft)
    stated = by_labels(reading.text, segments) or by_sentence(reading, segments, draft)
    free = [segment for segment in segments if not overlaps(segment, stated.values()) and not is_entry_label(reading.text, segment)]
    for segment in [part for whole in free for part in at_connector(reading.text, whole, cues)]:
        segment = without_joiners(reading.text, without_grade(reading.text, segment))  # noqa: PLW2901 - the same segment, shorter
        label, segment = take_label(reading.text, segment, cues)  # noqa: PLW2901 - the same segment without its label
        if label and label not in stated:
            stated[label] = segment
        elif opinion.sure(segment, NOTE):
            notes.append(segment)
        elif opinion.sure(segment, PLACE) and PLACE_NAME.match(segment.text):
            places.append(segment)
        elif not note_pattern().fullmatch(segment.text) and fold(segment.text).rstrip(":") not in label_words():
            name, place = take_place(reading, segment)
            names += [name] if name else []
            places += [place] if place else []
        else:
            notes.append(segment)
    town = next((at for at, name in enumerate(names) if is_town(reading, names, at, name)), None) if not places else None
    if town is not None:
        places.append(names.pop(town))
    if "location" in stated:
        places.insert(0, stated["location"])
    dated = sum(line.start < draft.date.start for line in draft.header if not stands_alone(line)) if draft.date else 0
    return Header(tuple(names), tuple(places), tuple(notes), stated.get("title"), stated.get("organisation"), dated)


def overlaps(segment: Segment, others: Iterable[Segment]) -> bool:
    """The segment shares a character with one of the others."""
    return any(segment.start < other.end and other.start < segment.end for other in others)


def by_labels(text: str, segments: Sequence[Segment]) -> dict[str, Segment]:
    """Field -> the segment after its label, where the label has a look of its own ("*Empresa:* Acme")."""
    pairs = [(label, value) for label, value in pairwise(segments) if is_entry_label(text, label) and label.line == value.line]
    return {entry_labels()[fold(label.text)]: value for label, value in pairs}


def by_sentence(reading: Reading, segments: Sequence[Segment], draft: Draft) -> dict[str, Segment]:
    """Title and organisation, and the place after them, where the entry is told in a sentence."""
    told = told_job(draft.header[0]) if draft.header else None
    if told is None or not segments:
        return {}
    title, (start, end) = told
    end = min([end, *(segment.end for segment in segments if segment.start == start)])  # a change of look ends the name
    stated = {"title": title, "organisation": (start, end)}
    after = max(title[1], end)
    after += reading.text.startswith(".", after)
    rest = next((trim(reading.text, max(after, segment.start), segment.end) for segment in segments if segment.end > after), None)
    place = take_place(reading, cut_segment(reading.text, segments[0], rest, 1))[1] if rest else None
    found = {name: cut_segment(reading.text, segments[0], span, 0) for name, span in stated.items()}
    return {**found, "location": place} if place else found


def is_entry_label(text: str, segment: Segment) -> bool:
    """The segment is a label with its colon."""
    return fold(segment.text) in entry_labels() and text[segment.end : segment.end + 2].lstrip().startswith(":")


def without_grade(text: str, segment: Segment) -> Segment:
    """The segment without the grade that stands after a comma at its end ("DHBW, GPA: 2.1")."""
    grade = grade_pattern().search(text, segment.start, segment.end)
    kept = trim(text, segment.start, grade.start()) if grade else None
    return cut_segment(text, segment, kept, 0) if kept else segment


def without_joiners(text: str, segment: Segment) -> Segment:
    """The segment without the small words that join it to what stands before and after ("from Acme in")."""
    words = [match.span() for match in WORD.finditer(text, segment.start, segment.end)]
    while len(words) > 1 and text[slice(*words[-1])] in joiners():
        words.pop()
    while len(words) > 1 and text[slice(*words[0])] in joiners():
        words.pop(0)
    start, end = words[0][0], words[-1][1]
    return segment if (start, end) == (segment.start, segment.end) else cut_segment(text, segment, (start, end), 0)


@lru_cache(maxsize=1)
def joiners() -> frozenset[str]:
    """Small words before an employer, a school or a date: "at", "from", "in"; as printed inside a sentence, in small letters."""
    every = all_locales()
    return frozenset(word for locale in every for word in (*locale.employer_words, *locale.dates.froms, *locale.dates.since))


def at_connector(text: str, segment: Segment, cues: Cues) -> list[Segment]:
    """A segment cut at the word between a title and an employer ("Engineer at Acme", "Engineer (Acme)"), without one at its start."""
    bracket = BRACKETED.fullmatch(segment.text)
    if bracket and cues.title(bracket[1]) >= TITLE_SURE > cues.title(bracket[2]) and cues.organisation(bracket[2]) >= TITLE_SURE:
        at = text.rindex("(", segment.start, segment.end)
        parts = [trim(text, segment.start, at), trim(text, at, segment.end)]
        return [cut_segment(text, segment, part, shift) for shift, part in enumerate(parts) if part]
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text[segment.start : segment.end])]
    for at, (start, end) in enumerate(words[:-1]):
        if fold(segment_word := text[segment.start + start : segment.start + end]) not in connectors() or segment_word[0].isupper():
            continue
        article = ARTICLE.match(text, segment.start + end)
        left, right = (
            trim(text, segment.start, segment.start + start),
            trim(text, article.end() if article else segment.start + end, segment.end),
        )
        if right and not at:
            return [cut_segment(text, segment, right, 0)]
        if left and right and text[right[0]].isupper() and parts_fit(text[left[0] : left[1]], text[right[0] : right[1]], cues):
            return [cut_segment(text, segment, left, 0), cut_segment(text, segment, right, 1)]
    return [segment]


def parts_fit(left: str, right: str, cues: Cues) -> bool:
    """A title before a connector, or a degree before it and a school after it."""
    return cues.title(left) >= TITLE_SURE or (cues.degree(left) >= TITLE_SURE and cues.school(right) >= TITLE_SURE)


def cut_segment(text: str, segment: Segment, part: tuple[int, int], shift: int) -> Segment:
    """A part of a segment with the same line and look."""
    return Segment(*part, " ".join(text[part[0] : part[1]].split()), segment.line, segment.place + shift, segment.style)


@lru_cache(maxsize=1)
def connectors() -> frozenset[str]:
    """Words between a title and an employer, folded."""
    return frozenset(fold(word) for locale in all_locales() for word in locale.connectors)


def take_label(text: str, segment: Segment, cues: Cues) -> tuple[str | None, Segment]:
    """The field that a label in front of the segment names ("Position: ..."), and the segment without the label."""
    colon = text.find(":", segment.start, segment.end)
    if colon < 0:
        return None, segment
    label, rest = fold(text[segment.start : colon].strip(" -–")), trim(text, colon + 1, segment.end)
    field = entry_labels().get(label)
    if (
        field is None
        and rest
        and len(label.split()) <= LABEL_WORDS
        and cues.title(text[rest[0] : rest[1]]) >= TITLE_SURE > cues.title(label)
    ):
        field = "title"
    if field is None or rest is None:
        return None, segment
    return field, cut_segment(text, segment, rest, 0)


@lru_cache(maxsize=1)
def note_pattern() -> re.Pattern[str]:
    """Matches a segment that is a kind of contract, a duration ("3 years 2 months") or a grade with its label."""
    every = all_locales()
    units = any_of(word for locale in every for word in locale.time_units)
    contract = any_of(word for locale in every for word in locale.employment)
    return re.compile(rf"\(?\s*(?:\d+\+?\s*{units}\b[\s,.]*(?:\d+\s*\w+)?|{contract}|{grade_labels()}\b.{{0,30}})\s*\)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def grade_pattern() -> re.Pattern[str]:
    """Matches the grade at the end of a segment: "(110/110)", ", GPA: 3.8"."""
    return re.compile(rf"\(\s*\d{{1,3}}(?:[.,]\d+)?\s*/\s*\d{{1,3}}[^)]*\)$|[,;(]\s*{grade_labels()}\b.{{0,30}}$", re.IGNORECASE)


def grade_labels() -> str:
    """A pattern for the labels of grades in any language."""
    return any_of(word for locale in all_locales() for word in locale.labels.get("grade", ()))


@lru_cache(maxsize=1)
def label_words() -> frozenset[str]:
    """Folded labels that say nothing without their value: "Date", "Location"."""
    return frozenset(
        fold(word) for locale in all_locales() for label in ("period", "location", "website") for word in locale.labels.get(label, ())
    )


@lru_cache(maxsize=1)
def entry_labels() -> dict[str, str]:
    """Folded label -> what stands after it in the header of an entry."""
    fields = {"title": "title", "degree": "title", "company": "organisation", "school": "organisation", "location": "location"}
    return {fold(word): field for locale in all_locales() for label, field in fields.items() for word in locale.labels.get(label, ())}


def take_place(reading: Reading, segment: Segment) -> tuple[Segment | None, Segment | None]:
    """(name part, place part) of a segment: all place, a place at its end after a comma or bracket, or no place."""
    found = [span for span in find_places(reading.text[segment.start : segment.end]) if span.score >= PLACE_SURE]
    if not found:
        return town_at_end(reading, segment)
    last = found[-1]
    if last.place.road and load_cues().school(segment.text) > CUE_ODDS:  # "Technikum nr 2, Gdynia" is no street
        return town_at_end(reading, segment)
    start, end = segment.start + last.start, segment.start + last.end
    place = Segment(start, end, " ".join(reading.text[start:end].split()), segment.line, segment.place, segment.style)
    if last.end - found[0].start >= fields.PLACE_COVER * (segment.end - segment.start):
        whole = Segment(segment.start, segment.end, segment.text, segment.line, segment.place, segment.style)
        return None, whole
    before = reading.text[segment.start : start].rstrip()
    if before.endswith("(") and end >= segment.end - 1:
        return segment, place  # "Acme (Lyon, France)" is printed as one name
    if end >= segment.end - 1 and before.endswith((",", ";", ":")):
        return fields.without_place(reading.text, segment, (start, end)), place
    return segment, None


def align_places(text: str, headers: Sequence[Header]) -> list[Header]:
    """The headers with a place read where most entries of the section print theirs, also if no table knows it.

    The lines are counted from the first of the entry, or from its date where more places agree then: an employer stands above the
    first of its posts alone.
    """
    by_first = Counter(header.places[0].slot for header in headers if header.places)
    by_date = Counter(from_date(header, header.places[0]) for header in headers if header.places)
    if not by_first:
        return list(headers)
    slot_of = from_date if by_date.most_common(1)[0][1] > by_first.most_common(1)[0][1] else from_first
    slot, count = (by_date if slot_of is from_date else by_first).most_common(1)[0]
    if 2 * count < len(headers):
        return list(headers)
    places = [[slot_of(header, name) == slot for name in header.segments] for header in headers]
    tail = sum(any(found) for header, found in zip(headers, places, strict=True) if header.places) * 2 > count
    return [
        header if header.places or True not in found else with_place(text, header, found.index(True), tail=tail)
        for header, found in zip(headers, places, strict=True)
    ]


def from_first(_: Header, segment: Segment) -> tuple[int, int]:
    """Line and place of a segment, counted from the first line of the header."""
    return segment.slot


def from_date(header: Header, segment: Segment) -> tuple[int, int]:
    """Line and place of a segment, counted from the line of the date."""
    return (segment.line - header.dated, segment.place)


def with_place(text: str, header: Header, at: int, *, tail: bool) -> Header:
    """The header with one of its segments, or what stands after its last comma, as its place."""
    lone = len(header.segments) < NAMES_AND_TOWN and header.segments[at].line < header.dated
    if not tail and (lone or len(header.segments) < NAME_AND_TOWN):
        return header
    segment = header.segments[at]
    comma = text.rfind(",", segment.start, segment.end) if tail else segment.start - 1
    part = trim(text, comma + 1, segment.end)
    name = trim(text, segment.start, comma) if tail and comma > 0 else None
    if not part or (tail and not name) or not PLACE_NAME.fullmatch(text[part[0] : part[1]]):
        return header
    kept = (cut_segment(text, segment, name, 0),) if name else ()
    return replace(
        header, segments=(*header.segments[:at], *kept, *header.segments[at + 1 :]), places=(cut_segment(text, segment, part, 0),)
    )


def is_town(reading: Reading, names: Sequence[Segment], at: int, name: Segment) -> bool:
    """A lone town of the candidate's country beside a name in the same line, or after a title and an organisation."""
    beside = at > 0 and names[at - 1].line == name.line
    return (beside or NAMES_AND_TOWN <= at + 1 == len(names)) and is_home_city(reading, name.text)


def town_at_end(reading: Reading, segment: Segment) -> tuple[Segment | None, Segment | None]:
    """(name, town) of a segment with a smaller town of the candidate's country after its last comma; else the segment alone."""
    comma = reading.text.rfind(",", segment.start, segment.end)
    part = trim(reading.text, comma + 1, segment.end) if comma > 0 else None
    name = trim(reading.text, segment.start, comma) if part else None
    if not part or not name or not is_home_city(reading, reading.text[part[0] : part[1]]):
        return segment, None
    return cut_segment(reading.text, segment, name, 0), cut_segment(reading.text, segment, part, 0)


def is_home_city(reading: Reading, text: str) -> bool:
    """The text is a city of the country where the candidate lives, or of one that speaks the language of the resume."""
    if not text[:1].isupper() or any(ch.isdigit() for ch in text) or max(load_cues().title(text), load_cues().school(text)) > CUE_ODDS:
        return False
    return any(find_city(text, country=country) for country in home_countries(reading))


def home_countries(reading: Reading) -> list[str]:
    """Where the candidate can have worked, by the own address and the language (ISO 3166 alpha-3)."""
    own = [entity.place.country for entity in reading.entities if entity.label == "location" and entity.place and entity.place.country]
    codes = country_codes()
    called = [region_of(entity.value) for entity in reading.entities if entity.label == "phone"]
    own += [codes[region] for region in called if region and region in codes]
    spoken = load(reading.language).regions if reading.language in LANGUAGES else ()
    return list(dict.fromkeys([*own, *(codes[region] for region in spoken if region in codes)]))
