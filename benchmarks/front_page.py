"""The figures on the first page of the project's README, taken from the results: written by python -m benchmarks.readme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from benchmarks.files import HERE, number, obj, ran_on
from resume_parser.evaluation.facts import Json

README = HERE.parent / "README.md"
START, END = "<!-- figures: written by python -m benchmarks.readme -->", "<!-- end of figures -->"
FIELDS = {
    "name": "full_name",
    "e-mail": "email",
    "phone": "phone",
    "title": "exp.title",
    "employer": "exp.company",
    "dates": "exp.date_start",
    "whole job": "exp.all_right",
    "degree": "edu.title",
    "school": "edu.school",
    "skills": "skills",
    "languages": "languages",
}

Object = Mapping[str, Json]


def write_front_page(accuracy: Object, speed: Object) -> None:
    """Puts the figures between the two marks of the README."""
    README.write_text(with_figures(README.read_text(encoding="utf-8"), accuracy, speed), encoding="utf-8")


def with_figures(page: str, accuracy: Object, speed: Object) -> str:
    """The page with the figures of these results between its marks."""
    block = "\n".join((START, *rows(accuracy, speed), END))
    return re.sub(f"{re.escape(START)}.*{re.escape(END)}", lambda _: block, page, flags=re.DOTALL)


def rows(accuracy: Object, speed: Object) -> Iterator[str]:
    """A table with a row per format: core, F1 per field, milliseconds."""
    yield ""
    yield f"| | **core** | {' | '.join(FIELDS)} | CPU ms |"
    yield f"|---{'|--:' * (len(FIELDS) + 2)}|"
    for kind in obj(accuracy.get("format")):
        cells = (core(accuracy, kind), *(f1(accuracy, kind, name) for name in FIELDS.values()), milliseconds(speed, kind))
        yield f"| {kind} | {' | '.join(cells)} |"
    yield ""
    yield f"{number(accuracy['files']):.0f} files; core = mean of twelve fields; CPU time of a warm parse, and as a multiple of pdfium's"
    yield f"plain text extraction. {ran_on(accuracy)}"
    yield ""


def f1(accuracy: Object, kind: str, name: str) -> str:
    """Soft F1 of a field in one format."""
    soft = obj(obj(obj(obj(obj(accuracy["format"])[kind])["fields"])[name])["soft"])
    return f"{number(soft['f1']):.2f}" if number(soft.get("asked")) else "-"


def core(accuracy: Object, kind: str) -> str:
    """The soft core of one format."""
    return f"**{number(obj(obj(obj(accuracy['format'])[kind])['core'])['soft']):.2f}**"


def milliseconds(speed: Object, kind: str) -> str:
    """Time of the whole parse and its ratio to plain text extraction."""
    whole = obj(obj(obj(obj(speed.get("formats")).get(kind)).get("stages")).get("whole"))
    return f"{number(whole['ms']):.0f} ({number(whole['ratio']):.0f}x)" if whole else "-"
