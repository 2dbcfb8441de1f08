"""A short resume built by hand: three lines, one section, one job."""

from dataclasses import replace
from datetime import date

import pytest

from resume_parser.assembly import SourceFile, assemble
from resume_parser.document import Block, Box, Document, Line, Notice, Page, Word
from resume_parser.entities import Annotations, Entity, Entry, Section
from resume_parser.layout.text import line_text
from resume_parser.options import Options
from resume_parser.result import Result

WIDTH, HEIGHT = 200.0, 100.0  # points
TEXTS = ("Ann <Lee>", "Work history", "Clerk Blue Hall 2019 filing")


def line(text: str, top: float, start: int) -> Line:
    """A line of words 10 points high, each character 5 points wide."""
    words, at = [], 10.0
    for part in text.split():
        words.append(Word(part, Box(at, top, at + 5 * len(part), top + 10), size=10.0, bold=text == "Work history"))
        at += 5 * (len(part) + 1)
    return Line(tuple(words), 1, Box(10, top, at - 5, top + 10), start=start, end=start + len(text))


def make_document() -> Document:
    lines = []
    start = 0
    for index, text in enumerate(TEXTS):
        lines.append(line(text, 10.0 + 20 * index, start))
        start = lines[-1].end + (2 if index == 0 else 1)
    text = "\n".join((TEXTS[0] + "\n", *TEXTS[1:]))
    assert all(text[one.start : one.end] == line_text(one) for one in lines)
    page = Page(1, WIDTH, HEIGHT, (Block(tuple(lines)),))
    return Document("pdf", (page,), 1, text=text, lines=tuple(lines))


def entity(document: Document, label: str, text: str, value: str = "") -> Entity:
    start = document.text.index(text)
    return Entity(label, start, start + len(text), text, value or text, 0.9)


def make_result(document: Document) -> Result:
    def found(label: str, text: str, value: str = "") -> Entity:
        return entity(document, label, text, value)

    job = (
        found("title", "Clerk"),
        found("company", "Blue Hall"),
        found("date_start", "2019"),
        found("description", "Blue Hall 2019 filing"),
    )
    entry = Entry("experience", job[0].start, len(document.text), job)
    sections = (Section("experience", 2, 3, heading=1),)
    entities = (found("name", "Ann <Lee>"), found("skill", "filing"))
    annotations = Annotations("en", entities, (entry,), sections)
    source = SourceFile.of(b"bytes", extension=document.format, file_name="resume.pdf")
    made = assemble(document, annotations, source, Options(reference_date=date(2026, 1, 15)))
    notices = (Notice("page_limit", "Only the first 10 pages were read.", 3),)
    timings = {"extraction": 0.004, "layout": 0.002}
    return Result(made.parsing, made.profile, document, annotations, made.evidence, notices, timings)


@pytest.fixture
def result() -> Result:
    return make_result(make_document())


@pytest.fixture
def text_result() -> Result:
    """The same resume from a format without page geometry."""
    document = make_document()
    lines = tuple(replace(one, box=None, words=tuple(replace(word, box=None) for word in one.words)) for one in document.lines)
    page = Page(1, None, None, (Block(lines),))
    return make_result(replace(document, format="docx", pages=(page,), lines=lines))
