"""Builds laid-out documents by hand: one tuple per line, blank lines between blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from resume_parser.document import Block, Document, Line, Page, Word
from resume_parser.entities import Annotations, Entry
from resume_parser.layout.text import line_text
from resume_parser.nlp.pipeline import annotate
from resume_parser.options import Options

OPTIONS = Options(reference_date=date(2026, 1, 15))


def words_of(text: str, *, size: float, bold: bool, italic: bool) -> tuple[Word, ...]:
    """The words of a line; two spaces or a tab in the text are a wide gap; **bold** words may stand inside."""
    made = []
    for part, chunk in enumerate(text.replace("\t", "  ").split("  ")):
        for at, word in enumerate(chunk.split()):
            gap = "\t" if part and not at else " "
            strong = word.startswith("*")
            made.append(Word(word.strip("*"), size=size, bold=bold or strong, italic=italic, gap=gap))
    return tuple(made)


def line_of(text: str) -> Line:
    """A line; leading marks set its look: "# " heading (14 pt bold), "= " bold, "/ " italic, "- " bullet."""
    size, bold, italic, bullet = 10.0, False, False, False
    mark, _, rest = text.partition(" ")
    if mark in ("#", "##", "=", "/"):
        text = rest
        size = {"#": 14.0, "##": 22.0}.get(mark, 10.0)
        bold, italic = mark != "/", mark == "/"
    elif mark == "-":
        text, bullet = "• " + rest, True
    return Line(words_of(text, size=size, bold=bold, italic=italic), page=1, bullet=bullet)


def document_of(text: str) -> Document:
    """The document of a sketch: one line per line, blank lines between blocks."""
    lines, parts, at = [], [], 0
    for row in text.strip("\n").split("\n"):
        if not row.strip():
            if parts and parts[-1] != "\n":
                parts.append("\n")
                at += 1
            continue
        line = line_of(row.strip(" "))
        shown = line_text(line)
        lines.append(replace(line, start=at, end=at + len(shown)))
        parts.append(shown + "\n")
        at += len(shown) + 1
    page = Page(1, None, None, (Block(tuple(lines)),))
    return Document("docx", (page,), 1, text="".join(parts).rstrip("\n"), lines=tuple(lines))


def read(text: str) -> Annotations:
    """What the NLP stage reads from a sketch."""
    return annotate(document_of(text), OPTIONS)


def jobs(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """(title, company, start, end) of every job of a sketch."""
    return [facts(entry, "company") for entry in read(text).entries if entry.kind == "experience"]


def studies(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """(degree, school, start, end) of every study of a sketch."""
    return [facts(entry, "school") for entry in read(text).entries if entry.kind == "education"]


def facts(entry: Entry, organisation: str) -> tuple[str | None, str | None, str | None, str | None]:
    """The four facts of one entry."""
    title, name, start, end = (entry.first(label) for label in ("title", organisation, "date_start", "date_end"))
    return (title and title.value, name and name.value, start and start.value, end and end.value)


def kinds(text: str) -> list[str]:
    """The kinds of the sections of a sketch in order, without the part above the first heading."""
    return [section.kind for section in read(text).sections if section.kind != "header"]


def values(text: str, label: str) -> list[str]:
    """The values of all entities of a sketch with this label, in order."""
    return [entity.value for entity in read(text).every(label)]


def levels(text: str, label: str) -> list[tuple[str, str | None]]:
    """(value, level) of all entities of a sketch with this label, in order."""
    return [(entity.value, entity.level) for entity in read(text).every(label)]


def places(text: str) -> list[str | None]:
    """The printed place of every entry of a sketch, None where an entry has none."""
    return [found and found.text for found in (entry.first("location") for entry in read(text).entries)]
