"""The table after each stage: lines, sections, entries, entities, values, and how the run went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume_parser.document import Line
from resume_parser.entities import Entity
from resume_parser.evaluation.facts import Json
from resume_parser.explaining.marks import group_of
from resume_parser.layout.text import line_text
from resume_parser.result import Result

MILLISECONDS = 1000  # per second
CELL_WIDTH = 60  # characters of a cell in the terminal; longer ones are cut
_STEP = re.compile(r"[^.\[\]]+")  # one step of a path: experiences[0].title -> experiences 0 title


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `mark` is the key of the mark that it belongs to, "" for none."""

    cells: tuple[str, ...]
    mark: str = ""
    group: str = ""  # the colour of the row, "" for none


@dataclass(frozen=True, slots=True)
class Table:
    """What one stage did; `name` is a short word, `stage` says which stage it was."""

    name: str
    stage: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def stage_tables(result: Result) -> tuple[Table, ...]:
    """A table for each stage, from the file to the Profile."""
    return (
        Table("Lines", "extraction and layout", ("#", "page", "column", "size", "style", "text"), tuple(_line_rows(result))),
        Table("Sections", "nlp", ("section", "lines", "heading"), tuple(_section_rows(result))),
        Table("Entries", "nlp", ("entry", "field", "value", "printed", "score"), tuple(_entry_rows(result))),
        Table("Entities", "nlp", ("label", "value", "printed", "score"), tuple(_entity_rows(result))),
        Table("Values", "assembly", ("path", "value", "printed", "page", "score"), tuple(_value_rows(result))),
        Table("Run", "all stages", ("what", "how"), tuple(_run_rows(result))),
    )


def explain_text(result: Result) -> str:
    """The tables of all stages as text."""
    return "\n\n".join("\n".join(_text_rows(table)) for table in stage_tables(result)) + "\n"


def _text_rows(table: Table) -> Iterator[str]:
    """One table as lines of text."""
    yield f"{table.name.upper()} ({table.stage}): {len(table.rows)}"
    grid = [tuple(_cut(cell) for cell in cells) for cells in (table.columns, *(row.cells for row in table.rows))]
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    for cells in grid:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cut(text: str) -> str:
    """The text in one line of at most CELL_WIDTH characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= CELL_WIDTH else flat[: CELL_WIDTH - 1] + "…"


def _line_rows(result: Result) -> Iterator[Row]:
    """The lines in reading order."""
    for index, line in enumerate(result.document.lines):
        size = max((word.size for word in line.words), default=0.0)
        cells = (str(index), str(line.page), str(line.column), f"{size:.1f}" if size else "", _style(line), line_text(line))
        yield Row(cells, f"l{index}")


def _style(line: Line) -> str:
    """How the line looks: heading level, bold, italic, bullet."""
    words = [word for word in line.words if word.text != "•"]
    marks = (
        (f"h{line.level}", line.level > 0),
        ("bold", bool(words) and all(word.bold for word in words)),
        ("italic", bool(words) and all(word.italic for word in words)),
        ("bullet", line.bullet),
    )
    return " ".join(name for name, there in marks if there)


def _section_rows(result: Result) -> Iterator[Row]:
    """The sections."""
    lines = result.document.lines
    for index, section in enumerate(result.annotations.sections):
        heading = "" if section.heading is None else line_text(lines[section.heading])
        yield Row((section.kind, f"{section.first}-{section.last - 1}", heading), f"s{index}")


def _entry_rows(result: Result) -> Iterator[Row]:
    """The fields of each job and degree."""
    for index, entry in enumerate(result.annotations.entries):
        for position, entity in enumerate(entry.fields):
            name = f"{entry.kind} {index}" if position == 0 else ""
            yield Row((name, *_entity_cells(entity)), f"e{index}")


def _entity_rows(result: Result) -> Iterator[Row]:
    """The values of the whole document, also those that the Profile leaves out."""
    for entity in result.annotations.entities:
        yield Row(_entity_cells(entity))


def _entity_cells(entity: Entity) -> tuple[str, str, str, str]:
    """Label, value, printed text and score."""
    extra = " ".join(part for part in (entity.kind, entity.level) if part)
    return entity.label, f"{entity.value} ({extra})" if extra else entity.value, entity.text, f"{entity.score:.2f}"


def _value_rows(result: Result) -> Iterator[Row]:
    """The values of the Profile with where they were read."""
    profile: Json = result.profile.model_dump(mode="json")
    for index, (path, evidence) in enumerate(result.evidence_map.items()):
        page = "" if evidence.page is None else str(evidence.page)
        yield Row((path, value_at(profile, path), evidence.text, page, f"{evidence.score:.2f}"), f"v{index}", group_of(path))


def value_at(data: Json, path: str) -> str:
    """The text of the value at a path, the `text` of an object there; "" where there is none."""
    for step in _STEP.findall(path):
        if isinstance(data, list):
            data = data[int(step)] if step.isdigit() and int(step) < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    if isinstance(data, dict):
        data = data.get("text")
    return "" if data is None else str(data)


def _run_rows(result: Result) -> Iterator[Row]:
    """Pages, language, time of each stage, warnings."""
    document = result.document
    yield Row(("format", document.format))
    yield Row(("pages", f"{len(document.pages)} of {document.total_pages}"))
    yield Row(("language", result.annotations.language))
    for stage, seconds in result.timings.items():
        yield Row((stage, f"{seconds * MILLISECONDS:.1f} ms"))
    for notice in result.warnings:
        where = f" (page {notice.page})" if notice.page else ""
        yield Row((notice.code, notice.message + where))
