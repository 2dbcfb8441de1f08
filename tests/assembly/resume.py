"""A small fictional resume, annotated by hand, for the assembly and exporter tests."""

from datetime import date

from resume_parser.assembly import Assembled, Request, SourceFile, assemble
from resume_parser.document import Box, Document, Line, Word
from resume_parser.entities import Annotations, Entity, Entry, Place
from resume_parser.layout.text import line_text
from resume_parser.options import Options

REFERENCE = date(2023, 6, 20)
OPTIONS = Options(reference_date=REFERENCE)
SOURCE = SourceFile.of(b"%PDF-1.7 fictional", extension="pdf", file_name="nora.pdf")
PLACE = Place("Lyon, France", city="Lyon", country="FRA", lat=45.76, lng=4.84)

ROWS = (  # page, text
    (1, "Nora Exemple"),
    (1, "Lyon, France nora@example.org +33 6 12 34 56 78"),
    (1, "Data engineer Exemple SA 03/2019 - Present"),
    (1, "Built the batch"),
    (2, "pipelines in Python"),
    (2, "Université Test Master informatique 2011 - 2013"),
    (2, "Python SQL Teamwork python French native"),
    (2, "https://nora.example.org"),
)


def make_document(*, boxes: bool = True) -> Document:
    """The resume as lines of words, 10 points for each word and line."""
    lines, at = [], 0
    for number, (page, text) in enumerate(ROWS):
        words = tuple(_word(word, index, number, boxes=boxes) for index, word in enumerate(text.split(" ")))
        box = Box(0, number * 10, len(words) * 10, number * 10 + 10) if boxes else None
        line = Line(words, page=page, box=box, start=at, end=at + len(text))
        assert line_text(line) == text
        lines.append(line)
        at += len(text) + 1
    return Document("pdf", pages=(), total_pages=2, text="\n".join(text for _, text in ROWS), lines=tuple(lines))


def _word(text: str, index: int, line: int, *, boxes: bool) -> Word:
    box = Box(index * 10, line * 10, index * 10 + 10, line * 10 + 10) if boxes else None
    return Word(text, box=box)


def entity(label: str, printed: str, value: str | None = None, **more: object) -> Entity:
    """The entity of the first place where `printed` stands in the resume; -1 offsets where it does not."""
    text = "\n".join(text for _, text in ROWS)
    start = text.find(printed)
    end = start + len(printed) if start >= 0 else -1
    return Entity(label, start, end, printed, printed if value is None else value, **more)  # type: ignore[arg-type]


def make_annotations() -> Annotations:
    """What a perfect reader would find."""
    job = (
        entity("title", "Data engineer"),
        entity("company", "Exemple SA"),
        entity("location", "Lyon, France", place=PLACE),
        entity("date_start", "03/2019", "2019-03"),
        entity("date_end", "Present", "present"),
        entity("description", "Built the batch\npipelines in Python", "Built the batch pipelines in Python"),
        entity("skill", "Python", "python", kind="hard"),
        entity("task", "Built the batch"),
    )
    degree = (
        entity("school", "Université Test"),
        entity("title", "Master informatique"),
        entity("date_start", "2011"),
        entity("date_end", "2013"),
        entity("course", "informatique"),
    )
    found = (
        entity("name", "Nora Exemple"),
        entity("first_name", "Nora"),
        entity("last_name", "Exemple"),
        entity("email", "nora@example.org"),
        entity("phone", "+33 6 12 34 56 78", "+33612345678"),
        entity("location", "Lyon, France", place=PLACE),
        entity("url", "https://nora.example.org"),
        entity("skill", "Python", kind="hard"),
        entity("skill", "SQL", kind="hard"),
        entity("skill", "Teamwork", kind="soft"),
        entity("skill", "python", kind="hard"),
        entity("language", "French", level="native"),
    )
    return Annotations("en", found, (Entry("experience", 0, 0, job), Entry("education", 0, 0, degree)))


def assembled(*entities: Entity, entries: tuple[Entry, ...] = ()) -> Assembled:
    """The objects of these entities alone, on the text of the resume."""
    return assemble(make_document(), Annotations("en", entities, entries), SOURCE, OPTIONS)


def whole(*, boxes: bool = True, request: Request | None = None) -> Assembled:
    """The objects of the whole resume."""
    return assemble(make_document(boxes=boxes), make_annotations(), SOURCE, OPTIONS, request=request or Request())
