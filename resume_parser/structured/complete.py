"""The annotations of a document with the values of the XML that its file carries, where both agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from resume_parser.document import Document, Notice
from resume_parser.entities import Annotations, Entity, Entry
from resume_parser.extractors.xml import parse_xml
from resume_parser.nlp.dates import DateRange, find_dates
from resume_parser.nlp.places import find_places
from resume_parser.structured.candidate import read_candidate
from resume_parser.structured.markup import name_of
from resume_parser.structured.passport import read_passport
from resume_parser.structured.record import Post, Record
from resume_parser.structured.trace import Trace, key_of

if TYPE_CHECKING:
    from lxml.etree import _Element

READERS = {"SkillsPassport": read_passport, "Candidate": read_candidate}  # root element -> reader
AGREEMENT = 0.7  # share of the titles and employers of the XML that must stand on the page
ON_PAGE, ELSEWHERE = 0.99, 0.8  # scores of values that stand on the page, and in the XML alone
NOWHERE = (0, 0)  # the range of a value that the page does not print
BROKEN = Notice("attachment_broken", "The attached Europass XML cannot be read. The pages were read instead.")
DIFFERS = Notice("attachment_differs", "The attached Europass XML tells of something else than the pages. It was not used.")
ORGANISATION = {"experience": "company", "education": "school"}

Span = tuple[int, int]


def complete(document: Document, annotations: Annotations) -> tuple[Annotations, tuple[Notice, ...]]:
    """The annotations with the values of the attached XML, and why one was not used; unchanged where there is none."""
    for data in document.attached:
        record = read_record(data)
        if record is None:
            continue
        if not record.full_name:
            return annotations, (BROKEN,)
        trace = Trace.of(document.text)
        if not agrees(record, trace):
            return annotations, (DIFFERS,)
        return Page(document, annotations, trace).with_record(record), ()
    return annotations, ()


def read_record(data: bytes) -> Record | None:
    """The values of an XML, none of them where it is damaged; None for XML of another kind."""
    from lxml import etree

    try:
        root: _Element = parse_xml(data)
    except etree.XMLSyntaxError:
        return Record() if any(name.encode() in data for name in READERS) else None
    reader = READERS.get(name_of(root))
    return reader(root) if reader else None


def agrees(record: Record, trace: Trace) -> bool:
    """The name stands on the page, and so do most titles and employers."""
    names = [name for post in record.posts for name in (post.title, post.organisation) if name]
    found = sum(trace.find(name) is not None for name in names)
    return all(trace.find(name) for name in (record.first_name, record.last_name) if name) and found >= AGREEMENT * len(names)


@dataclass(frozen=True, slots=True)
class Page:
    """A document as read, and where its letters stand."""

    document: Document
    annotations: Annotations
    trace: Trace

    def with_record(self, record: Record) -> Annotations:
        """The annotations with the values of a record before those that were read, or in their place."""
        stated = list(self.entities(record))
        posts = list(self.entries(record))
        labels = {entity.label for entity in stated} - {"email", "url", "skill", "language"}  # of these the pages may have more
        kinds = {entry.kind for entry in posts}
        kept = [entity for entity in self.annotations.entities if entity.label not in labels]
        others = [entry for entry in self.annotations.entries if entry.kind not in kinds]
        return replace(self.annotations, entities=(*stated, *kept), entries=(*posts, *others))

    def entities(self, record: Record) -> Iterator[Entity]:
        """The values of the record about the person."""
        singles = {
            "name": record.full_name,
            "first_name": record.first_name,
            "last_name": record.last_name,
            "summary": " ".join(record.summary.split()),
            "driving_license": ", ".join(record.licences),
        }
        yield from (self.entity(label, value) for label, value in singles.items() if value)
        yield from (self.entity("email", value) for value in record.emails)
        yield from (self.entity("skill", value, kind="hard") for value in record.skills)
        yield from self.facts(record)
        yield from (self.language(name, level) for name, level in record.languages)

    def facts(self, record: Record) -> Iterator[Entity]:
        """Birth date and gender, at the place where they were read."""
        for label, value in (("date_birth", record.birth_date), ("gender", record.gender)):
            read = next((entity for entity in self.annotations.every(label) if entity.value == value), None)
            if value:
                yield read or Entity(label, *NOWHERE, value, value, ELSEWHERE)

    def language(self, name: str, level: str) -> Entity:
        """A spoken language; the level that the page prints where the XML has none."""
        read = next((entity for entity in self.annotations.every("language") if key_of(entity.text) == key_of(name)), None)
        made = read or self.entity("language", name)
        return replace(made, level=level or made.level, score=ON_PAGE if read else made.score)

    def entity(self, label: str, value: str, after: int = 0, kind: str | None = None) -> Entity:
        """A value where the page prints it, from an offset on where it stands there more than once."""
        return self.at(self.trace.find(value, after), label, value, kind)

    def at(self, span: tuple[int, int] | None, label: str, value: str, kind: str | None = None) -> Entity:
        """A value on a range of the page, None where the page does not print it."""
        printed = " ".join(self.document.text[slice(*span)].split()) if span else value
        return Entity(label, *(span or NOWHERE), printed, value, ON_PAGE if span else ELSEWHERE, kind)

    def entries(self, record: Record) -> Iterator[Entry]:
        """The jobs and degrees of the record, each found after the one before."""
        dates = find_dates(self.document.text, (self.annotations.language,)) if record.posts else ()
        after, kind = 0, ""
        for post in record.posts:
            after = after if post.kind == kind else 0
            entry = self.entry(post, dates, after)
            after, kind = max(after, entry.start + 1), post.kind
            yield entry

    def entry(self, post: Post, dates: Sequence[DateRange], after: int) -> Entry:
        """One job or degree."""
        title, organisation = self.closest(post.title, post.organisation, after)
        names = ((title, "title", post.title), (organisation, ORGANISATION[post.kind], post.organisation))
        found = [self.at(span, label, value) for span, label, value in names if value]
        start = min((entity.start for entity in found if entity.end), default=after)
        found += self.days(post, dates, start)
        found += self.city(post.city, start) if post.city else []
        found += [self.at(self.trace.nearest(post.description, start), "description", post.description)] if post.description else []
        ends = [entity.end for entity in found]
        return Entry(post.kind, start, max([start, *ends]), tuple(found))

    def closest(self, title: str, organisation: str, after: int) -> tuple[Span | None, Span | None]:
        """Where a title and an employer stand closest to each other, from an offset on; a summary may name either, too."""
        titles, organisations = ([span for span in self.trace.every(name) if span[0] >= after] for name in (title, organisation))
        if not titles or not organisations:
            return self.trace.find(title, after), self.trace.find(organisation, after)
        return min(product(titles, organisations), key=lambda pair: abs(pair[0][0] - pair[1][0]))

    def days(self, post: Post, dates: Sequence[DateRange], start: int) -> list[Entity]:
        """Start and end as the range nearest to the entry prints them; as the XML says where no range fits."""
        fitting = [found for found in dates if fits(found, post)]
        nearest = min(fitting, key=lambda found: abs(found.start - start), default=None)
        points = (nearest.date_start, nearest.date_end) if nearest else (None, None)
        made = []
        for label, value, point in zip(("date_start", "date_end"), (post.start, post.end), points, strict=True):
            if point:
                made.append(Entity(label, point.start, point.end, point.text, point.value, ON_PAGE))
            elif value:
                made.append(Entity(label, *NOWHERE, value, value, ELSEWHERE))
        return made

    def city(self, name: str, near: int) -> list[Entity]:
        """The place that the page prints with the city, the city alone where it prints none."""
        made = self.at(self.trace.nearest(name, near), "location", name)
        text = self.document.text
        first, last = text.rfind("\n", 0, made.start) + 1, text.find("\n", made.end)
        line = text[first : last if last >= 0 else len(text)] if made.end else name
        around = [span for span in find_places(line) if not made.end or span.start <= made.start - first < span.end]
        if not around:
            return [made]
        place = replace(around[0].place, text=around[0].place.text or name)
        return [replace(made, place=place, text=place.text, value=place.text)]


def fits(found: DateRange, post: Post) -> bool:
    """A printed range says what the post says, be it less exactly."""
    pairs = ((found.date_start, post.start), (found.date_end, post.end))
    return all(same(point.value if point else "", value) for point, value in pairs)


def same(printed: str, value: str) -> bool:
    """Two dates that do not contradict each other, one of them perhaps less exact; both or none are there."""
    return bool(printed) == bool(value) and (printed.startswith(value) or value.startswith(printed))
