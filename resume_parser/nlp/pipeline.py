"""The NLP stage: one spaCy pipeline over Document.text; each component adds its part to the Reading of the Doc.

lexicon -> lines -> contacts -> dates -> labels -> roles -> sections -> person -> entries -> lists
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from resume_parser.document import Document
from resume_parser.entities import Annotations, Entity, Section
from resume_parser.locales import LANGUAGES, all_locales, fold
from resume_parser.nlp import contacts, gate, lexicon, lists, person, records, sections
from resume_parser.nlp.cues import load_cues
from resume_parser.nlp.dates import DateRange, find_dates
from resume_parser.nlp.line_tagger import tag_lines
from resume_parser.nlp.paragraphs import follows, right_edges
from resume_parser.nlp.rating import rate
from resume_parser.nlp.reading import LineView, Reading, numbered, views
from resume_parser.nlp.text_language import identify
from resume_parser.options import Options
from resume_parser.resources import closing_lines, credit_lines

if TYPE_CHECKING:
    from spacy.vocab import Vocab

TOKEN = re.compile(r"\w+(?:[+#]+|(?:[.'’-]\w+)*)|[^\w\s]|\s+")
CONTACT_KINDS = {"own": ("header", "contact", "personal"), "others": ("references",)}
CREDIT_LINES = 2  # lines at the foot of a page in which a template may be credited
Step = Callable[[Reading], None]


class Tokenizer:
    """Splits text into words, marks and white space; cheaper than the rules of a written language, and enough for lexicons."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a text; its tokens joined give the text back."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in TOKEN.finditer(text):
            if match[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(match[0])
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


def read_lines(reading: Reading) -> None:
    """Adds the line views and the language of the text."""
    reading.language = identify(reading.text)
    reading.lines = numbered(without_closing(views(reading.document)))


def without_closing(lines: Sequence[LineView]) -> list[LineView]:
    """The lines without credits of templates, consent clauses and declarations, each to the end of its paragraph."""
    edges = right_edges(lines)
    kept: list[LineView] = []
    inside = False
    for at, line in enumerate(lines):
        goes_on = inside and follows(line, lines[at - 1], edges)
        inside = goes_on or (not line.bullet and line.folded.startswith(closings())) or is_credit(lines, at)
        if not inside:
            kept.append(line)
    return kept


@lru_cache(maxsize=1)
def closings() -> tuple[str, ...]:
    """How such clauses and declarations begin in any language, folded."""
    return tuple({*closing_lines(), *(fold(words) for locale in all_locales() for words in locale.consent)})


def is_credit(lines: Sequence[LineView], at: int) -> bool:
    """The line names the maker of a template at the foot of a page."""
    below = at + CREDIT_LINES
    at_foot = below >= len(lines) or lines[below].page != lines[at].page
    return at_foot and not lines[at].bullet and lines[at].folded.startswith(credit_lines())


def read_contacts(reading: Reading) -> None:
    """Adds e-mails, links and phones."""
    reading.entities += contacts.find_contacts(reading.document, reading.language, reading.options)


def read_dates(reading: Reading) -> None:
    """Adds its date ranges to each line."""
    found = join_stacked(reading.text, find_dates(reading.text, languages_of(reading)))
    starts = [line.start for line in reading.lines]
    own: dict[int, list[int]] = {}
    tails: dict[int, int] = {}
    for number, date in enumerate(found):
        at = bisect_right(starts, date.start) - 1
        own.setdefault(at, []).append(number)
        if at + 1 < len(starts) and date.end > starts[at + 1]:
            tails[at + 1] = date.end
    reading.lines = tuple(
        replace(line, dates=tuple(found[number] for number in own.get(at, ())), tail=tails.get(at, 0)) if at in own or at in tails else line
        for at, line in enumerate(reading.lines)
    )


def join_stacked(text: str, found: Sequence[DateRange]) -> list[DateRange]:
    """The dates with a start printed above its end ("2010" over "2013") read as one range."""
    made: list[DateRange] = []
    for date in found:
        before = made[-1] if made else None
        if before and stacked(text, before, date):
            made[-1] = replace(before, end=date.end, text=text[before.start : date.end], date_end=date.date_start, single=False)
        else:
            made.append(date)
    return made


def stacked(text: str, above: DateRange, below: DateRange) -> bool:
    """Two lone dates, each alone on its line, the later directly under the earlier."""
    if not (above.single and below.single and above.date_start and below.date_start):
        return False
    if text[above.end : below.start].strip(" ") != "\n" or above.date_start.value >= below.date_start.value:
        return False
    alone_above = text[: above.start].rpartition("\n")[2].strip() == ""
    return alone_above and text[below.end :].partition("\n")[0].strip() == ""


def languages_of(reading: Reading) -> tuple[str, ...]:
    """The language of the text, then English, whose words turn up everywhere, then the others."""
    return tuple(dict.fromkeys((reading.language, "en", *LANGUAGES)))


def split_labels(reading: Reading) -> None:
    """Cuts headings off the content that stands beside them."""
    reading.lines = numbered(sections.split_labels(reading.lines))


def read_roles(reading: Reading) -> None:
    """Adds to each line what the line tagger says of it."""
    roles = tag_lines(reading, load_cues())
    reading.lines = tuple(replace(line, roles=odds) for line, odds in zip(reading.lines, roles, strict=True))


def read_sections(reading: Reading) -> None:
    """Adds headings and sections."""
    reading.headings = sections.find_headings(reading.lines)
    reading.sections = sections.cut_sections(reading.lines, reading.headings)
    reading.entities = own_contacts(reading)


def own_contacts(reading: Reading) -> list[Entity]:
    """The contact data of the candidate: those beside the name first, those of referees left out."""
    ranges = {kind: [section_range(reading, section) for section in reading.of_kind(*kinds)] for kind, kinds in CONTACT_KINDS.items()}
    kept = [entity for entity in reading.entities if not inside(entity, ranges["others"])]
    return sorted(kept, key=lambda entity: not inside(entity, ranges["own"]))


def section_range(reading: Reading, section: Section) -> tuple[int, int]:
    """First and last offset of a section."""
    lines = reading.body(section)
    return (lines[0].start, lines[-1].end) if lines else (0, 0)


def inside(entity: Entity, ranges: Sequence[tuple[int, int]]) -> bool:
    """The entity stands in one of the ranges."""
    return any(start <= entity.start < end for start, end in ranges)


def read_person(reading: Reading) -> None:
    """Adds name, place and summary."""
    reading.entities += person.find_name(reading, load_cues())
    location, summary = person.find_location(reading), person.find_summary(reading)
    reading.entities += [entity for entity in (location, summary) if entity]


def read_entries(reading: Reading) -> None:
    """Adds jobs and degrees."""
    cues = load_cues()
    for section in reading.of_kind("experience", "education"):
        reading.entries += records.read_section(reading, reading.body(section), section.kind, cues)
    if not reading.of_kind("experience"):
        reading.entries += records.read_unheaded(reading, cues, with_education=not reading.of_kind("education"))


STEPS: tuple[tuple[str, Step], ...] = (
    ("lines", read_lines),
    ("contacts", read_contacts),
    ("dates", read_dates),
    ("labels", split_labels),
    ("roles", read_roles),
    ("sections", read_sections),
    ("person", read_person),
    ("entries", read_entries),
    ("lists", lists.read_lists),
    ("rating", rate),
    ("gate", gate.close_gate),
)


def read_lexicon(doc: Doc) -> Doc:
    """Adds the skills of the lexicon that stand in the text."""
    doc._.reading.skills = lexicon.find_skills(load_pipeline(), doc)
    return doc


def component(step: Step) -> Callable[[Doc], Doc]:
    """A spaCy component that runs one step on the Reading of the Doc."""

    def run(doc: Doc) -> Doc:
        step(doc._.reading)
        return doc

    return run


@lru_cache(maxsize=1)
def load_pipeline() -> Language:
    """The pipeline, built once per process."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    if not Doc.has_extension("reading"):
        Doc.set_extension("reading", default=None)
    Language.component("resume_lexicon", func=read_lexicon)
    nlp.add_pipe("resume_lexicon", name="lexicon")
    for name, step in STEPS:
        Language.component(f"resume_{name}", func=component(step))
        nlp.add_pipe(f"resume_{name}", name=name)
    return nlp


def annotate(document: Document, options: Options) -> Annotations:
    """All that can be read from a laid-out document; empty Annotations for a document without text."""
    if not document.lines:
        return Annotations("en")
    nlp = load_pipeline()
    doc = nlp.make_doc(document.text)
    doc._.reading = Reading(document, options)
    reading: Reading = nlp(doc)._.reading
    return Annotations(reading.language, tuple(reading.entities), tuple(reading.entries), printed_sections(reading))


def printed_sections(reading: Reading) -> tuple[Section, ...]:
    """The sections by the lines of the document, of which one can hold a heading and its content."""
    starts = [line.start for line in reading.document.lines]
    places = [*(bisect_right(starts, line.start) - 1 for line in reading.lines), len(starts)]
    return tuple(
        replace(
            section,
            first=places[section.first],
            last=places[section.last - 1] + 1 if section.last > section.first else places[section.first],
            heading=None if section.heading is None else places[section.heading],
        )
        for section in reading.sections
    )
