"""Who the resume is about: the name, the address and the summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from resume_parser.entities import Entity, Place
from resume_parser.locales import all_locales, fold
from resume_parser.nlp.cues import TITLE_SURE, Cues, load_cues
from resume_parser.nlp.fields import CLEAR
from resume_parser.nlp.names import clean_name, name_score, split_name, title_case
from resume_parser.nlp.paragraphs import is_prose
from resume_parser.nlp.places import PlaceSpan, find_places
from resume_parser.nlp.reading import LARGER, LineView, Reading
from resume_parser.nlp.segments import line_segments
from resume_parser.resources import lines

HEADER_LINES = 14  # lines above the first heading that can carry the name
NAME_MIN = 0.9  # a line below this score is not taken for a name: better empty than wrong
ADDRESS_WORDS = 6  # most words of the second line of an address
RANK_COST = 0.01  # per line from the top
PLACE_MIN = 0.5  # a place below this score is none
NAME_LINES = 4  # most lines of a name
LARGE = 1.2  # size over the body of the print of names
ALIKE = 0.15  # difference of sizes over the body below which two lines look alike
INITIALS = 3  # letters; shorter parts of a name are in every address
FEWEST_WORDS = 3  # of a summary under its heading
NAME_WORDS = 6  # most words of a name
PERSONAL = frozenset({"email", "phone", "date_birth", "driving_license", "gender", "nationality"})
SUMMARY_WORDS = 8  # shortest paragraph above the first heading that counts as a summary
CITY_BEFORE = re.compile(r"(?:^|[|•·]\s*|\s{2,}|,\s*)([^\W\d_][\w.’' -]{2,30}),\s*$")


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A range that may be the name, with its score."""

    start: int
    end: int
    text: str
    score: float


def name_lines(reading: Reading) -> list[LineView]:
    """Lines of the first page that can carry the name: those above the headings and any in large print."""
    first = [line for line in reading.lines if line.page == reading.lines[0].page]
    sizes = [line.size for line in first]
    large = max(sizes, default=1.0) * 0.9
    early = [line for line in first if line.index < HEADER_LINES]
    return [*early, *(line for line in first if line.index >= HEADER_LINES and line.size >= max(1.25, large))]


def find_name(reading: Reading, cues: Cues) -> list[Entity]:
    """The full, first and last name of the candidate; [] where no line looks like one."""
    candidates = [candidate for line in name_lines(reading) for candidate in line_candidates(reading, line, cues)]
    if not candidates:
        return []
    best = max(candidates, key=lambda candidate: candidate.score)
    return name_entities(reading, best) if best.score >= NAME_MIN else []


def line_candidates(reading: Reading, line: LineView, cues: Cues) -> Iterable[NameCandidate]:
    """The name candidates of one line, also together with the next line where a name is set on two."""
    if line.index in reading.headings:
        return
    spans = [(segment.start, segment.end) for segment in line_segments(reading.text, line, 0)]
    whole = [(line.start, line.end)] if len(spans) > 1 and line.words <= NAME_WORDS and not line.wide else []
    for first, last in (*spans, *whole):
        start, text = without_captions(first, reading.text[first:last])
        text = text.split(",")[0] if text.count(",") == 1 and len(text.split(",")[0].split()) > 1 else text
        yield NameCandidate(start, start + len(text), text, candidate_score(reading, line, text, cues))
    pair = joined_name(reading, line)
    if pair:
        text = " ".join(reading.text[pair[0] : pair[1]].split())
        yield NameCandidate(*pair, text, candidate_score(reading, line, text, cues) + 0.25)


def without_captions(start: int, text: str) -> tuple[int, str]:
    """The offset and the text without "Curriculum vitae" or "Name:" around it."""
    words = list(re.finditer(r"\S+", text))
    first, last = 0, len(words)
    while first < last - 1 and is_caption(words[first][0], opened=first > 0):
        first += 1
    while last > first + 1 and is_caption(words[last - 1][0], opened=False):
        last -= 1
    if not words:
        return start, text
    return start + words[first].start(), text[words[first].start() : words[last - 1].end()]


def is_caption(word: str, *, opened: bool) -> bool:
    """The word is the title of the document, a label of the name or, after one, a mark or a word such as "of"."""
    bare = fold(word).strip(" :-–|,.")
    return bare in captions() or (opened and (not bare or bare in load_cues().stopwords))


@lru_cache(maxsize=1)
def captions() -> frozenset[str]:
    """Folded words that name the document or announce the name."""
    labels = (word for locale in all_locales() for label in locale.labels.get("name", ()) for word in fold(label).split())
    return lines("document_titles.txt") | frozenset(word for word in labels if word not in load_cues().stopwords)


def joined_name(reading: Reading, line: LineView) -> tuple[int, int] | None:
    """The range of a name set on several lines of the same large print; None where the line stands alone."""
    run = [line]
    for after in reading.lines[line.index + 1 : line.index + NAME_LINES]:
        alike = after.page == line.page and abs(after.size - line.size) < ALIKE and after.lead[1:] == line.lead[1:]
        if not alike or after.index in reading.headings or sum(other.words for other in run) + after.words > NAME_WORDS:
            break
        run.append(after)
    return (line.start, run[-1].end) if line.size >= LARGE and len(run) > 1 else None


def candidate_score(reading: Reading, line: LineView, text: str, cues: Cues) -> float:
    """How sure the text is the name: its words, its print, its position and the e-mail addresses."""
    look = name_score(text)
    if look <= 0:
        return 0.0
    top = max(other.size for other in reading.lines)
    score = look
    score += 0.6 if line.size >= top * 0.95 and top > LARGER else 0.3 if line.size >= LARGE else 0.0
    score += max(0.0, 0.5 - 0.05 * line.index)
    score += 0.2 if line.bold or line.level else 0.0
    score += 0.9 * mail_match(reading, text)
    bare = clean_name(text)  # "Dipl.-Ing. (FH)" names a school
    score -= 0.7 if cues.title(bare) >= CLEAR else 0.0
    score -= 0.6 if cues.organisation(bare) >= CLEAR or cues.school(bare) > CLEAR else 0.0
    score -= 0.5 if line.bullet else 0.0
    return score


def mail_match(reading: Reading, text: str) -> float:
    """Share of the words of a name that an e-mail address or profile link of the resume repeats."""
    addresses = [fold(entity.value.partition("@")[0]) for entity in reading.entities if entity.label == "email"]
    addresses += [fold(entity.value) for entity in reading.entities if entity.label == "url" and entity.kind in ("linkedin", "github")]
    words = [word for word in re.findall(r"[^\W\d_]+", fold(text)) if len(word) >= INITIALS]
    if not words or not addresses:
        return 0.0
    return max(sum(word in address for word in words) / len(words) for address in addresses)


def name_entities(reading: Reading, name: NameCandidate) -> list[Entity]:
    """The entities of a name: full, first, last."""
    first, last = split_name(name.text, reading.language)
    full = " ".join(name.text.split())
    full = title_case(full) if full.isupper() else full
    score = min(1.0, 0.4 + 0.3 * name.score)
    made = [reading.entity("name", name.start, name.end, value=full, score=score)]
    for label, part in (("first_name", first), ("last_name", last)):
        if part:
            at = fold(reading.text[name.start : name.end]).find(fold(part))
            start = name.start + at if at >= 0 else name.start
            made.append(reading.entity(label, start, start + len(part) if at >= 0 else name.end, value=part, score=score))
    return made


def find_location(reading: Reading) -> Entity | None:
    """Where the candidate lives: the best place of the header, the contact or the personal section."""
    best: Entity | None = None
    for rank, line in enumerate(contact_lines(reading)):
        for start, text in address_texts(reading, line):
            for found in joined_places(text, find_places(text)):
                score = found.score + richness(found.place) - RANK_COST * rank - (0.5 if line.dates else 0.0)
                if best is None or score > best.score:
                    best = reading.entity("location", start + found.start, start + found.end, score=score, place=found.place)
    if best is None or best.score <= PLACE_MIN:
        return None
    return replace(best, score=min(1.0, best.score / 1.8))


def richness(place: Place) -> float:
    """The more parts an address has, the likelier it is the candidate's own."""
    return 0.3 * bool(place.postcode) + 0.2 * bool(place.road) + 0.2 * bool(place.country) + 0.3 * bool(place.city)


def joined_places(text: str, found: Sequence[PlaceSpan]) -> list[PlaceSpan]:
    """The places with neighbours between commas put together, and with the unknown city before a region."""
    made: list[PlaceSpan] = []
    for span in found:
        before = made[-1] if made else None
        if before and text[before.end : span.start].strip() == "," and not span.place.city:
            place = replace(
                span.place, text=text[before.start : span.end], city=before.place.city, lat=before.place.lat, lng=before.place.lng
            )
            made[-1] = PlaceSpan(before.start, span.end, place, max(before.score, span.score))
        else:
            made.append(with_unknown_city(text, span))
    return made


def with_unknown_city(text: str, span: PlaceSpan) -> PlaceSpan:
    """A region or country with the words before its comma as the city; the span unchanged if nothing fits."""
    match = CITY_BEFORE.search(text[: span.start])
    if span.place.city or not match or span.score < PLACE_MIN:
        return span
    place = replace(span.place, text=text[match.start(1) : span.end], city=match[1])
    return PlaceSpan(match.start(1), span.end, place, span.score)


def address_texts(reading: Reading, line: LineView) -> Iterator[tuple[int, str]]:
    """The texts in which an address can stand, with their offset: the parts of the line between contact data, the line with the next."""
    for start, end in free_parts(reading, line):
        yield start, reading.text[start:end]
    after = reading.lines[line.index + 1] if line.index + 1 < len(reading.lines) else None
    if load_cues().title(line.text) >= TITLE_SURE:  # a job title over a street
        return
    if after and after.words <= ADDRESS_WORDS and after.style[:3] == line.style[:3] and "@" not in after.text and after.page == line.page:
        start = list(free_parts(reading, line))[-1][0]  # an e-mail or phone before the break is no road
        both = reading.text[start : after.end]
        yield start, both.replace("\n", " ")
        yield start, both.replace("\n", ",")


def free_parts(reading: Reading, line: LineView) -> Iterator[tuple[int, int]]:
    """The ranges of a line that are no e-mail, phone or link."""
    at = line.start
    taken = sorted((entity.start, entity.end) for entity in reading.entities if entity.label in ("email", "phone", "url"))
    for start, end in taken:
        if end <= line.start or start >= line.end:
            continue
        yield at, max(at, start)
        at = max(at, end)
    yield at, line.end


def contact_lines(reading: Reading) -> list[LineView]:
    """The lines where an address can stand, the likeliest first."""
    sections = reading.of_kind("header", "contact", "personal")
    lines = [line for section in sections for line in reading.body(section) if not is_prose(line) or "@" in line.text]
    return lines or list(reading.lines[:HEADER_LINES])


def find_summary(reading: Reading) -> Entity | None:
    """The text of the profile section, else the paragraph above the first heading.

    Of several profile sections above the jobs the longest counts: an objective may stand beside a profile.
    """
    sections = [section for section in reading.of_kind("summary") if count_words(reading.body(section)) >= FEWEST_WORDS]
    main = min((section.first for section in reading.of_kind("experience", "education")), default=0)
    above = [section for section in sections if section.first < main]
    if sections:
        longest = max(above, key=lambda section: count_words(reading.body(section)), default=sections[0])
        return summary_entity(reading, reading.body(longest))
    personal = [entity.start for entity in reading.entities if entity.label in PERSONAL]
    for section in reading.of_kind("header", "contact", "personal"):
        lines = paragraph(reading.body(section), personal)
        if any(map(is_prose, lines)):  # an address may be long, too
            return summary_entity(reading, lines)
    return None


def count_words(lines: Sequence[LineView]) -> int:
    """How many words some lines have."""
    return sum(line.words for line in lines)


def paragraph(lines: Sequence[LineView], personal: Sequence[int]) -> list[LineView]:
    """The longest run of text lines of one look among these lines; [] if none is long enough.

    A line with contact or personal data (offsets) belongs to no run.
    """
    runs: list[list[LineView]] = [[]]
    for line in lines:
        if "@" in line.text or any(line.start <= start < line.end for start in personal):
            runs.append([])
        elif runs[-1] and not line.block_start and line.style[0] == runs[-1][-1].style[0] and line.index == runs[-1][-1].index + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    texts = [run for run in runs if reads_as_summary(run)]
    return max(texts, key=lambda run: sum(line.words for line in run), default=[])


def reads_as_summary(run: Sequence[LineView]) -> bool:
    """The run is long enough for a text, and no line of it but the last is a date with a label."""
    longest = max((line.words for line in run), default=0)
    dated = any(line.dates and not is_prose(line) for line in run[:-1] or run)
    return sum(line.words for line in run) >= SUMMARY_WORDS and longest >= SUMMARY_WORDS - 2 and not dated


def summary_entity(reading: Reading, lines: Sequence[LineView]) -> Entity:
    """The summary as one value: wrapped lines joined, paragraphs kept."""
    start, end = lines[0].start, lines[-1].end
    return reading.entity("summary", start, end, value=" ".join(reading.text[start:end].split()), score=0.9)
