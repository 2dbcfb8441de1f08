"""Real Word files of the flows that the designs make."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.shared import Pt, RGBColor

from models.corpus.designs.look import WHITE
from models.corpus.designs.running import Places, printed_runs
from models.corpus.designs.runs import Flow, Para, Run
from resume_parser.extractors.flow.paragraphs import Scope

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def word_file(flow: Flow, *, levels: bool, listed: bool) -> bytes:
    """A Word file that prints the flow; a table for each table of it."""
    file = docx.Document()
    tables: dict[int, list[list[list[Para]]]] = {}
    for para, scope in Places().of(flow, Scope()):
        if scope.cell is None:
            for table in [*tables]:
                draw_table(file, tables.pop(table), levels=levels, listed=listed)
            fill(file.add_paragraph(), para, levels=levels, listed=listed)
            continue
        for table in [number for number in tables if number != scope.cell.table]:
            draw_table(file, tables.pop(table), levels=levels, listed=listed)
        rows = tables.setdefault(scope.cell.table, [])
        while len(rows) <= scope.cell.row:
            rows.append([])
        while len(rows[scope.cell.row]) <= scope.cell.column:
            rows[scope.cell.row].append([])
        rows[scope.cell.row][scope.cell.column].append(para)
    for table in [*tables]:
        draw_table(file, tables.pop(table), levels=levels, listed=listed)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def draw_table(file: Document, rows: list[list[list[Para]]], *, levels: bool, listed: bool) -> None:
    """Adds a table with these paragraphs in its cells."""
    table = file.add_table(len(rows), max(map(len, rows)))
    for drawn, row in zip(table.rows, rows, strict=True):
        for cell, paras in zip(drawn.cells, row, strict=False):
            for at, para in enumerate(paras):
                fill(cell.add_paragraph() if at else cell.paragraphs[0], para, levels=levels, listed=listed)


def fill(paragraph: Paragraph, para: Para, *, levels: bool, listed: bool) -> None:
    """Prints a paragraph."""
    if para.level and levels:
        paragraph.style = f"Heading {para.level}"
    elif para.bullet and listed:
        paragraph.style = "List Bullet"
    paragraph.paragraph_format.space_before = Pt(para.before)
    paragraph.paragraph_format.space_after = Pt(0)
    for run in printed_runs(para, listed=listed):
        add_run(paragraph, run)


def add_run(paragraph: Paragraph, run: Run) -> None:
    """Prints a run in its style; letter-spaced text with spaces."""
    text = run.text.upper() if run.style.caps and "ß" not in run.text else run.text
    if run.style.spaced:
        text = "   ".join(" ".join(word) for word in text.split())
    made = paragraph.add_run(text)
    made.font.size = Pt(round(2 * run.style.size) / 2)
    made.font.bold = run.style.bold
    made.font.italic = run.style.italic
    made.font.color.rgb = RGBColor(*(0 if run.style.color == WHITE else run.style.color).to_bytes(3))
