"""A summary as a table for the terminal and as JSON; `page` has the HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator

from resume_parser.evaluation.facts import Json
from resume_parser.evaluation.scores import Count, core
from resume_parser.evaluation.summary import EVERY, CaseScore, Fields, Summary

DIGITS = 4  # decimals of the figures in JSON: one value of ten thousand
WORST = 5  # files listed in the terminal
NAME_WIDTH = 18


def summary_text(summary: Summary) -> str:
    """The table of all fields, the core per format and language, and the worst files."""
    return "\n".join((*_head(summary), "", *_field_rows(summary), "", *_group_rows(summary), *_worst_rows(summary)))


def _head(summary: Summary) -> Iterator[str]:
    """What was scored."""
    yield f"{len(summary.rows)} files, {len(summary.failed())} failed; reference date {summary.today}"


def _field_rows(summary: Summary) -> Iterator[str]:
    """One row per field: precision, recall, soft F1, exact F1, number of gold values."""
    yield f"{'field':{NAME_WIDTH}}{'P':>8}{'R':>8}{'F1':>8}{'exact':>8}{'n':>7}"
    fields = summary.fields()
    for name, counts in fields.items():
        soft = counts.soft
        yield f"{name:{NAME_WIDTH}}{soft.precision:8.3f}{soft.recall:8.3f}{soft.f1:8.3f}{counts.exact.f1:8.3f}{soft.asked:7d}"
    yield f"{'core':{NAME_WIDTH}}{'':16}{core(fields):8.3f}{core(fields, soft=False):8.3f}{len(summary.rows):7d}"


def _group_rows(summary: Summary) -> Iterator[str]:
    """The core per format and language."""
    languages = (EVERY, *summary.languages)
    yield f"{'core F1':{NAME_WIDTH}}" + "".join(f"{language or 'all':>8}" for language in languages)
    for kind in (EVERY, *summary.formats):
        cells = (core(summary.fields(kind, language)) if summary.chosen(kind, language) else None for language in languages)
        yield f"{kind or 'all':{NAME_WIDTH}}" + "".join(f"{'-':>8}" if cell is None else f"{cell:8.3f}" for cell in cells)


def _worst_rows(summary: Summary) -> Iterator[str]:
    """The files to look at first."""
    rows = summary.worst(WORST)
    if rows:
        yield ""
        yield "lowest core"
    for row in rows:
        yield f"{row.core:8.3f}  {row.case.name} {row.case.format}  {row.error or f'{len(row.scored.mistakes)} mistakes'}"


def confusions_text(summary: Summary) -> str:
    """A row for everything that was read as something else, with the number of such values."""
    rows = [f"{is_:{NAME_WIDTH}}read as {read_as:{NAME_WIDTH}}{len(names):6d}" for (is_, read_as), names in summary.confusions().items()]
    return "\n".join(("confusions", *(rows or ["none"])))


def summary_json(summary: Summary) -> str:
    """The same figures as JSON text, with every mistake of every file."""
    return json.dumps(summary_object(summary), ensure_ascii=False, indent=1) + "\n"


def summary_object(summary: Summary) -> dict[str, Json]:
    """The figures as an object: all files, then per format, per language and per format and language."""
    return {
        "reference_date": summary.today,
        "files": len(summary.rows),
        "failed": len(summary.failed()),
        "all": _group(summary),
        "format": {kind: _group(summary, kind) for kind in summary.formats},
        "language": {language: _group(summary, EVERY, language) for language in summary.languages},
        "format_language": {
            kind: {language: _group(summary, kind, language) for language in summary.languages if summary.chosen(kind, language)}
            for kind in summary.formats
        },
        "confusions": [
            {"is": is_, "read_as": read_as, "count": len(names), "files": list[Json](dict.fromkeys(names))}
            for (is_, read_as), names in summary.confusions().items()
        ],
        "cases": [_case(row) for row in summary.rows],
    }


def _group(summary: Summary, kind: str = EVERY, language: str = EVERY) -> Json:
    """The figures of a group of files."""
    fields = summary.fields(kind, language)
    return {
        "files": len(summary.chosen(kind, language)),
        "core": {"soft": round(core(fields), DIGITS), "exact": round(core(fields, soft=False), DIGITS)},
        "fields": _fields(fields),
    }


def _fields(fields: Fields) -> Json:
    """The figures of each field."""
    return {name: {"soft": _count(counts.soft), "exact": _count(counts.exact)} for name, counts in fields.items()}


def _count(count: Count) -> Json:
    """The figures of one count."""
    return {
        "precision": round(count.precision, DIGITS),
        "recall": round(count.recall, DIGITS),
        "f1": round(count.f1, DIGITS),
        "asked": count.asked,
        "false": count.false,
    }


def _case(row: CaseScore) -> Json:
    """One file: what it is, its core, what is wrong."""
    mistakes: list[Json] = [{"field": one.field, "gold": one.gold, "found": one.found} for one in row.scored.mistakes]
    return {
        "name": row.case.name,
        "language": row.case.language,
        "format": row.case.format,
        "split": row.case.split,
        "design": row.case.design,
        "core": round(row.core, DIGITS),
        "error": row.error,
        "mistakes": mistakes,
    }
