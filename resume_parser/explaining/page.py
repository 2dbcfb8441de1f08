"""One self-contained HTML page: the resume with every found value boxed, beside the tables of the stages and the Profile."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from resume_parser.document import Box, Line, Page
from resume_parser.explaining.marks import GROUPS, Mark, entry_marks, line_marks, section_marks, value_marks
from resume_parser.explaining.pictures import image_picture, pdf_pictures
from resume_parser.explaining.tables import MILLISECONDS, Row, Table, stage_tables
from resume_parser.result import Result

PADDING = 1.0  # points between a word and the border of its box
PICTURED = ("pdf", "png", "jpg", "bmp")  # formats whose pages can be shown
TAB_ORDER = ("Values", "Entries", "Entities", "Sections", "Lines", "Run")  # what was found comes first


def explain_html(result: Result, data: bytes) -> str:
    """The page for one result and the bytes it was read from.

    A format with page geometry shows the page images with boxes, any other its text with highlighted spans.
    """
    values = value_marks(result)
    pictured = result.document.format in PICTURED
    left = "".join(_picture_pages(result, data, values)) if pictured else _text_page(result, values)
    return _frame(result, left, _tabs(result))


def _asset(name: str) -> str:
    """A file that lies beside this module."""
    return files("resume_parser.explaining").joinpath(name).read_text(encoding="utf-8")


def _frame(result: Result, left: str, right: str) -> str:
    """The whole page around its two halves."""
    title = escape(result.profile.info.full_name or result.parsing.file_name or "Resume")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}: what was read</title><style>{_asset('style.css')}</style></head><body>"
        f"<header><h1>{title}</h1>{_chips(result)}{_legend(result)}</header>"
        f'<div class="halves"><div class="pages" tabindex="0">{left}</div><div class="panel">{right}</div></div>'
        f"<script>{_asset('script.js')}</script></body></html>\n"
    )


def _chips(result: Result) -> str:
    """The facts of the run in one row."""
    document = result.document
    milliseconds = sum(result.timings.values()) * MILLISECONDS
    chips = (
        document.format.upper(),
        f"{len(document.pages)} of {document.total_pages} pages" if document.total_pages != 1 else "1 page",
        f"language {result.annotations.language}",
        f"{len(result.evidence_map)} values",
        f"{milliseconds:.0f} ms",
        *(f"⚠ {notice.code}" for notice in result.warnings),
    )
    return '<p class="chips">' + "".join(f"<span>{escape(chip)}</span>" for chip in chips) + "</p>"


def _legend(result: Result) -> str:
    """A switch for each group of values that was found."""
    count = dict.fromkeys(GROUPS, 0)
    for mark in value_marks(result):
        count[mark.group] += 1
    switches = (
        f'<label class="g-{group}"><input type="checkbox" checked value="{group}"><i></i>{group} <b>{number}</b></label>'
        for group, number in count.items()
        if number
    )
    labels = '<label class="switch"><input type="checkbox" id="labels"><i></i>labels</label>'
    return f'<p class="legend">{"".join(switches)}{labels}</p>'


def _picture_pages(result: Result, data: bytes, values: Sequence[Mark]) -> Iterator[str]:
    """Each page as an image under its boxes."""
    outlines = (*section_marks(result), *entry_marks(result), *line_marks(result.document))
    pages = result.document.pages
    first = pages[0].width or 1.0, pages[0].height or 1.0
    pictures = pdf_pictures(data, len(pages)) if result.document.format == "pdf" else image_picture(data, first)
    for page, picture in zip(pages, pictures, strict=False):
        boxes = "".join((*_boxes(page, outlines, "outline"), *_boxes(page, values, "value")))
        yield f'<figure class="page"><img src="{picture}" alt="Page {page.number}">{boxes}<figcaption>{page.number}</figcaption></figure>'


def _boxes(page: Page, marks: Sequence[Mark], kind: str) -> Iterator[str]:
    """The boxes of the marks on a page; large ones first, so that small ones stay within reach."""
    if not page.width or not page.height:
        return
    rows = [(mark, region.box, index == 0) for mark in marks for index, region in enumerate(mark.regions) if region.page == page.number]
    for mark, box, first in sorted(rows, key=lambda row: -row[1].width * row[1].height):
        label = f"<b>{escape(_short(mark.path))}</b>" if first and kind == "value" else ""
        group = f" g-{mark.group}" if mark.group else ""
        tip = f' title="{escape(mark.path)}"' if kind == "value" else ""
        yield f'<div class="{kind}{group}" data-m="{mark.key}"{tip} style="{_place(box, page.width, page.height)}">{label}</div>'


def _place(box: Box, width: float, height: float) -> str:
    """The box in percent of its page."""
    left, top = (box.x0 - PADDING) / width, (box.top - PADDING) / height
    wide, high = (box.width + 2 * PADDING) / width, (box.height + 2 * PADDING) / height
    return f"left:{left:.2%};top:{top:.2%};width:{wide:.2%};height:{high:.2%}"


def _short(path: str) -> str:
    """The last telling part of a path: experiences[0].title -> title, skills[3].name -> skills."""
    head, _, last = path.rpartition(".")
    return head.rpartition(".")[2].partition("[")[0] if last in ("name", "url") else last


def _text_page(result: Result, values: Sequence[Mark]) -> str:
    """The text with every value highlighted, one element per line."""
    document = result.document
    outlines = (*section_marks(result), *entry_marks(result))
    parts = []
    previous = 0
    for index, line in enumerate(document.lines):
        around = " ".join((f"l{index}", *(mark.key for mark in outlines if mark.start < line.end and line.start < mark.end)))
        gap = " gap" if document.text.count("\n", previous, line.start) > 1 else ""
        style = f" h{min(line.level, 3)}" if line.level else ""
        parts.append(f'<p class="outline{gap}{style}" data-m="{around}">{"".join(_pieces(document.text, line, values))}</p>')
        previous = line.end
    return f'<article class="page text">{"".join(parts)}</article>'


def _pieces(text: str, line: Line, values: Sequence[Mark]) -> Iterator[str]:
    """The pieces of a line between the borders of its values; a piece takes the colour of its shortest value."""
    inside = [mark for mark in values if mark.start < line.end and line.start < mark.end]
    borders = {line.start, line.end, *(mark.start for mark in inside), *(mark.end for mark in inside)}
    cuts = sorted(border for border in borders if line.start <= border <= line.end)
    for start, end in pairwise(cuts):
        piece = escape(text[start:end])
        over = sorted((mark for mark in inside if mark.start <= start and end <= mark.end), key=lambda mark: mark.end - mark.start)
        if not over:
            yield piece
            continue
        keys = " ".join(mark.key for mark in over)
        paths = escape(", ".join(mark.path for mark in over))
        yield f'<mark class="value g-{over[0].group}" data-m="{keys}" title="{paths}">{piece}</mark>'


def _tabs(result: Result) -> str:
    """The tables of the stages and the Profile, one tab each."""
    tables = {table.name: table for table in stage_tables(result)}
    panes = [(name, str(len(tables[name].rows)), _table(tables[name])) for name in TAB_ORDER]
    profile = json.dumps(result.profile.model_dump(mode="json"), ensure_ascii=False, indent=2)
    panes.insert(1, ("Profile", "", f"<pre>{escape(profile)}</pre>"))
    buttons = "".join(f'<button type="button" data-tab="{name}">{name} <b>{count}</b></button>' for name, count, _ in panes)
    bodies = "".join(f'<section id="tab-{name}" class="tab">{body}</section>' for name, _, body in panes)
    return f'<nav class="tabs">{buttons}</nav>{bodies}'


def _table(table: Table) -> str:
    """One table of a stage."""
    head = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
    rows = "".join(map(_row, table.rows))
    note = f'<p class="stage">after: {escape(table.stage)}</p>'
    return f'{note}<table class="t-{table.name}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(row: Row) -> str:
    """One row; a coloured dot where it has a group."""
    group = f' class="g-{row.group}"' if row.group else ""
    mark = f' data-m="{row.mark}"' if row.mark else ""
    return f"<tr{group}{mark}>" + "".join(f"<td>{escape(cell)}</td>" for cell in row.cells) + "</tr>"
