"""Writes README.md and the plots from the results:  python -m benchmarks.readme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.ablation import ablation_part
from benchmarks.calibration import calibration_part, calibration_plot
from benchmarks.files import ABLATION, ACCURACY, CALIBRATION, HERE, LEAVE_OUT, PLOTS, SPEED, number, obj, ran_on, read_json
from benchmarks.front_page import write_front_page
from benchmarks.leave_out import leave_out_part
from benchmarks.plots import bar_plot, stack_plot
from benchmarks.tables import markdown
from resume_parser.evaluation.facts import Json

STAGES = ("extraction", "layout", "nlp", "assembly")
CONFUSIONS = 15  # rows shown
Object = Mapping[str, Json]

HEAD = """# Benchmarks

<!-- Written by `python -m benchmarks.readme` from results/*.json: change those, not this file. -->
"""
ACCURACY_NOTE = """\
F1 over all values of the test split; tuning uses the dev split alone. *Soft*: names at least 85 % alike, dates to the month,
descriptions by their words (F1 of the words at least 0.8). *Exact*: equal but for case, accents and punctuation.
A wrong value counts twice, as a false and as a missed one. `all_right` = title, organisation, start and end of an entry are all right.
`core` = mean of name, email, phone, job title, company, its dates, degree, school, its dates, skills. The resumes are fictional and ours:
the figures keep us from falling back, they do not promise the same on every resume.
"""
SPEED_NOTE = """\
CPU milliseconds for one resume in a warm process (median of repeats, then of the files). The ratio compares them with pdfium's own plain
text extraction of the same resume in the same run, so that figures of different machines compare.
"""
COMMANDS = """\
## Commands

```
python -m benchmarks.accuracy          # scores the test split (--split dev for tuning), writes results/accuracy.json
python -m benchmarks.calibration       # measures whether scores are probabilities, writes results/calibration.json
python -m benchmarks.ablation          # the same with parts switched off, writes results/ablation.json
python -m benchmarks.leave_out         # trains without a design or language and scores on it, writes results/leave_out.json (--quick)
python -m benchmarks.speed             # times every stage, writes results/speed.json
python -m benchmarks.gate              # fails when a field falls below its floor or a fixture changes without its floor
python -m benchmarks.gate --update     # raises the floors; lowers one only with --allow-lower REASON
python -m benchmarks.readme            # writes this file and the plots
```
"""


def main() -> None:
    """Writes the README and the plots."""
    accuracy, speed = read_json(ACCURACY), read_json(SPEED)
    PLOTS.mkdir(exist_ok=True)
    parts = [HEAD]
    if accuracy:
        (PLOTS / "accuracy.svg").write_text(accuracy_plot(accuracy), encoding="utf-8")
        parts.append("\n".join(accuracy_part(accuracy)))
    parts += further_parts()
    if speed:
        (PLOTS / "speed.svg").write_text(speed_plot(speed), encoding="utf-8")
        parts.append("\n".join(speed_part(speed)))
    if accuracy and speed:
        write_front_page(accuracy, speed)
    (HERE / "README.md").write_text("\n".join((*parts, COMMANDS)), encoding="utf-8")


def further_parts() -> Iterator[str]:
    """The parts of what has been measured besides accuracy and speed."""
    if calibration := read_json(CALIBRATION):
        (PLOTS / "calibration.svg").write_text(calibration_plot(calibration), encoding="utf-8")
        yield "\n".join(calibration_part(calibration))
    if ablation := read_json(ABLATION):
        yield "\n".join(ablation_part(ablation))
    if leave_out := read_json(LEAVE_OUT):
        yield "\n".join(leave_out_part(leave_out))


def accuracy_part(data: Object) -> Iterator[str]:
    """The accuracy: note, core table, plot, field table."""
    groups = obj(data["format_language"])
    languages = list(obj(data["language"]))
    yield f"## Accuracy\n\n{number(data['files']):.0f} files, {number(data['failed']):.0f} failed. {ran_on(data)}\n\n{ACCURACY_NOTE}"
    yield "### Core F1, soft (exact)\n"
    yield from markdown(["format", "all", *languages], (core_row(data, kind, languages) for kind in groups))
    yield "\n### Soft F1 per field\n\n![Soft F1 per field](plots/accuracy.svg)\n"
    for by in ("format", "language"):
        cells = obj(data[by])
        rows = (
            [f"`{name}`", f1_text(obj(data["all"]), name), *(f1_text(obj(cell), name) for cell in cells.values()), values(data, name)]
            for name in obj(obj(data["all"])["fields"])
        )
        yield from markdown(["field", "all", *cells, "values"], rows)
        yield ""
    yield from confusion_rows(data)


def confusion_rows(data: Object) -> Iterator[str]:
    """What was read as what most often."""
    found = data.get("confusions")
    rows = [obj(row) for row in found] if isinstance(found, list) else []
    if rows:
        yield "### Confusions\n\nWhat wrong titles, organisations and places of jobs and studies are; `other text`: not in the gold.\n"
        yield from markdown(
            ["is", "read as", "values"], ([f"`{r['is']}`", f"`{r['read_as']}`", str(r["count"])] for r in rows[:CONFUSIONS])
        )
        yield ""


def core_row(data: Object, kind: str, languages: Sequence[str]) -> list[str]:
    """The core of one format: all languages, then each."""
    cells = [obj(obj(data["format"])[kind]), *(group(data, kind, language) for language in languages)]
    return [kind, *(core_text(cell) for cell in cells)]


def core_text(cell: Object) -> str:
    """The core of a group of files."""
    figures = obj(cell.get("core"))
    return f"{number(figures['soft']):.3f} ({number(figures['exact']):.3f})" if figures else "-"


def group(data: Object, kind: str, language: str) -> dict[str, Json]:
    """The figures of one format and language."""
    return obj(obj(obj(data["format_language"])[kind]).get(language))


def f1(cell: Object, name: str) -> float | None:
    """The soft F1 of a field, None where no value is asked for."""
    soft = obj(obj(obj(cell.get("fields")).get(name)).get("soft"))
    return number(soft["f1"]) if number(soft.get("asked")) else None


def f1_text(cell: Object, name: str) -> str:
    """The same as text."""
    value = f1(cell, name)
    return "-" if value is None else f"{value:.3f}"


def values(data: Object, name: str) -> str:
    """The number of gold values of a field."""
    return f"{number(obj(obj(obj(obj(data['all'])['fields'])[name])['soft'])['asked']):.0f}"


def accuracy_plot(data: Object) -> str:
    """Bars per field, one per format."""
    formats = obj(data["format"])
    rows = {name: [f1(obj(cell), name) for cell in formats.values()] for name in obj(obj(data["all"])["fields"])}
    return bar_plot(
        "Soft F1 per field and format", list(formats), {name: row for name, row in rows.items() if any(v is not None for v in row)}
    )


def speed_part(data: Object) -> Iterator[str]:
    """The speed: note, stage table, plot, start."""
    formats = obj(data["formats"])
    yield f"## Speed\n\n{ran_on(data)}\n\n{SPEED_NOTE}"
    yield from markdown(["format", "files", *STAGES, "whole parse"], (speed_row(kind, obj(row)) for kind, row in formats.items()))
    yield f"\nReference: {number(data['reference_ms']):.2f} ms.\n\n![Milliseconds per stage](plots/speed.svg)\n"
    start, first = obj(data["import"]), obj(data["first_parse"])
    loaded = start.get("loaded")
    names = ", ".join(map(str, loaded)) if isinstance(loaded, list) and loaded else "none"
    yield f"`import resume_parser`: {number(start['ms']):.0f} ms; format and NLP packages that it loads: {names}.\n"
    rows = ([kind, f"{number(obj(row)['cpu_s']):.2f} s", f"{number(obj(row)['peak_mb']):.0f} MB"] for kind, row in first.items())
    yield from markdown(["first parse in a fresh process", "CPU", "peak memory"], rows)
    yield ""


def speed_row(kind: str, row: Object) -> list[str]:
    """The stages of one format."""
    stages = [obj(obj(row["stages"])[stage]) for stage in (*STAGES, "whole")]
    return [kind, f"{number(row['files']):.0f}", *(f"{number(cell['ms']):.1f} ms ({number(cell['ratio']):.1f}x)" for cell in stages)]


def speed_plot(data: Object) -> str:
    """Stacked bars of the stages, one per format."""
    rows = {kind: [number(obj(obj(obj(row)["stages"])[stage])["ms"]) for stage in STAGES] for kind, row in obj(data["formats"]).items()}
    return stack_plot("CPU milliseconds per stage", STAGES, rows, "ms")


if __name__ == "__main__":
    main()
