"""A summary as one self-contained HTML page: bars per field, tables per format and language, the worst files."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from resume_parser.evaluation.scores import CORE, FieldScore, core
from resume_parser.evaluation.summary import EVERY, CaseScore, Summary

WORST = 20  # files listed: more are not read
LONG = 160  # characters of a value after which it is cut


def summary_html(summary: Summary) -> str:
    """The whole page."""
    body = "".join((_cards(summary), _bars(summary), _matrix(summary), _confusions(summary), _worst(summary)))
    style = files("resume_parser.evaluation").joinpath("page.css").read_text(encoding="utf-8")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Resume parser: accuracy</title><style>{style}</style></head><body><main><h1>Accuracy</h1>"
        f"<p class=note>Figures are F1. Soft: names at least 85 % alike, dates to the month, texts by their words. "
        f"A wrong value counts as a false and a missed one. Reference date {escape(summary.today)}.</p>{body}</main></body></html>\n"
    )


def _cards(summary: Summary) -> str:
    """The headline figures."""
    fields = summary.fields()
    whole = fields.get("exp.all_right", FieldScore())
    cards = (
        ("Core, soft", f"{core(fields):.3f}"),
        ("Core, exact", f"{core(fields, soft=False):.3f}"),
        ("Whole job right", f"{whole.soft.f1:.3f}"),
        ("Files", str(len(summary.rows))),
        ("Failed", str(len(summary.failed()))),
    )
    return "<section class=cards>" + "".join(f"<div><b>{value}</b><span>{name}</span></div>" for name, value in cards) + "</section>"


def _bars(summary: Summary) -> str:
    """One bar per field: soft F1 light, exact F1 dark."""
    rows = "".join(_bar(name, counts) for name, counts in summary.fields().items())
    legend = '<p class=legend><i class="soft"></i>soft <i class="exact"></i>exact <em>bold = core field</em></p>'
    head = "<thead><tr><th>Field<th><th>F1<th>Exact<th>Precision<th>Recall<th>Values</tr></thead>"
    return f"<section><h2>Fields</h2>{legend}<div class=wide><table class=bars>{head}<tbody>{rows}</tbody></table></div></section>"


def _bar(name: str, counts: FieldScore) -> str:
    """One field."""
    soft, exact = counts.soft, counts.exact
    mark = " class=core" if name in CORE else ""
    bar = f'<div class=bar><i class=soft style="width:{soft.f1:.1%}"></i><i class=exact style="width:{exact.f1:.1%}"></i></div>'
    figures = "".join(f"<td>{value:.3f}" for value in (soft.f1, exact.f1, soft.precision, soft.recall))
    return f"<tr{mark}><th>{escape(name)}<td class=track>{bar}{figures}<td>{soft.asked}</tr>"


def _matrix(summary: Summary) -> str:
    """The soft F1 of every field in every format and language."""
    groups = [(kind, language) for kind in (EVERY, *summary.formats) for language in (EVERY, *summary.languages)]
    groups = [group for group in groups if summary.chosen(*group)]
    sums = [summary.fields(*group) for group in groups]
    head = "".join(f"<th>{escape(kind or 'all')}<br>{escape(language or 'all')}" for kind, language in groups)
    rows = [_heat_row("core", [core(fields) for fields in sums])]
    for name in summary.fields():
        rows.append(_heat_row(name, [_asked_f1(fields.get(name)) for fields in sums]))
    table = f"<table class=heat><thead><tr><th>Field{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return f"<section><h2>Formats and languages</h2><div class=wide>{table}</div></section>"


def _asked_f1(counts: FieldScore | None) -> float | None:
    """The soft F1, None where no value is asked for."""
    return counts.soft.f1 if counts and counts.soft.asked else None


def _heat_row(name: str, values: list[float | None]) -> str:
    """One field of the table; the lower the value, the stronger the colour."""
    cells = ("<td class=none>–" if value is None else f'<td style="--v:{value:.3f}">{value:.2f}' for value in values)
    return f"<tr><th>{escape(name)}{''.join(cells)}</tr>"


def _confusions(summary: Summary) -> str:
    """What was read as what, and in which files."""
    rows = "".join(
        f"<tr><th>{escape(is_)}<td>{escape(read_as)}<td>{len(names)}<td>{escape(_cut(', '.join(dict.fromkeys(names))))}</tr>"
        for (is_, read_as), names in summary.confusions().items()
    )
    table = f"<table class=wrong><thead><tr><th>Is<th>Read as<th>Values<th>Files</tr></thead><tbody>{rows}</tbody></table>"
    return f"<section><h2>Confusions</h2>{table if rows else '<p>None.</p>'}</section>"


def _worst(summary: Summary) -> str:
    """The files to look at first, each with what is wrong."""
    items = "".join(_worst_file(row) for row in summary.worst(WORST))
    return f"<section><h2>Lowest scores</h2>{items or '<p>No file has a mistake.</p>'}</section>"


def _worst_file(row: CaseScore) -> str:
    """One file."""
    case = row.case
    about = " · ".join(part for part in (case.format, case.split, case.design) if part)
    state = f"<em class=bad>{escape(row.error)}</em>" if row.error else f"{len(row.scored.mistakes)} mistakes"
    rows = "".join(_mistake_rows(row))
    return (
        f"<details><summary><b>{row.core:.3f}</b> {escape(case.name)} <span>{escape(about)} · {state}</span></summary>"
        f"<table class=wrong><thead><tr><th>Field<th>Gold<th>Found</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _mistake_rows(row: CaseScore) -> Iterator[str]:
    """The mistakes of one file."""
    for one in row.scored.mistakes:
        yield f"<tr><th>{escape(one.field)}<td>{_value(one.gold)}<td>{_value(one.found)}</tr>"


def _value(text: str) -> str:
    """A value, cut where it is long."""
    return escape(_cut(text)) if text else "<i>nothing</i>"


def _cut(text: str) -> str:
    """The text, cut where it is long."""
    return text if len(text) <= LONG else text[: LONG - 1] + "…"
