"""Measures whether the scores are probabilities and writes results/calibration.json:  python -m benchmarks.calibration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.files import CALIBRATION, FIXTURES, SPLIT, machine, number, obj, ran_on, write_json
from benchmarks.plots import reliability_plot
from benchmarks.tables import markdown
from resume_parser.evaluating import judge_folder
from resume_parser.evaluation.certainty import Certainty, by_field, by_group, certainty
from resume_parser.evaluation.facts import Json
from resume_parser.evaluation.scores import Outcome

Object = Mapping[str, Json]
NOTE = """\
`score` of the evidence of a value is the probability that the value is right (soft rule). The error is the expected calibration error:
the mean distance between score and share of right values over ten bins of the score. *Ranking*: how often a right value has a
higher score than a wrong one (area under the ROC curve; 0.5 would be chance). *Raw*: the votes of the readers before calibration.
The lines from raw score to probability (`models/calibration`) are fitted on the dev split and on generated resumes, which count alike;
these are harder than usual files, so that the scores are rather too low than too high. Values that the gold does not speak of
(tasks, skills of a job) have the line of all fields.
"""


def main() -> None:
    """Measures the test split, writes the results, prints the table."""
    found = list(judge_folder(FIXTURES, split=SPLIT))
    raw = [outcome for one in found for outcome in one.raw()]
    data = results(raw, [outcome for one in found for outcome in one.calibrated()])
    write_json(CALIBRATION, {"machine": machine(), "split": SPLIT, **data})
    print("\n".join(rows(data)))


def results(raw: Sequence[Outcome], calibrated: Sequence[Outcome]) -> dict[str, Json]:
    """The figures of all values, of the groups and of the fields, before and after calibration."""
    pairs = (
        ("all", {"all": certainty(raw)}, {"all": certainty(calibrated)}),
        ("groups", by_group(raw), by_group(calibrated)),
        ("fields", by_field(raw), by_field(calibrated)),
    )
    return {kind: {name: figures(before[name], after[name]) for name in before} for kind, before, after in pairs}


def figures(before: Certainty, after: Certainty) -> Json:
    """The figures of one field or group."""
    bins: list[Json] = [{"values": row.count, "score": round(row.score, 4), "right": round(row.right, 4)} for row in after.bins]
    return {
        "values": after.count,
        "right": round(after.right, 4),
        "score": round(after.score, 4),
        "error": round(after.error, 4),
        "raw_error": round(before.error, 4),
        "ranking": None if after.ranking is None else round(after.ranking, 4),
        "bins": bins,
    }


def calibration_part(data: Object) -> Iterator[str]:
    """The part of the README: note, plot, table."""
    yield f"## Scores\n\n{ran_on(data)}\n\n{NOTE}"
    yield "![Share of right values by score](plots/calibration.svg)\n"
    yield from rows(data)
    yield ""


def rows(data: Object) -> Iterator[str]:
    """The table: all values, groups, fields."""
    named = {**obj(data["all"]), **obj(data["groups"]), **{f"`{name}`": row for name, row in obj(data["fields"]).items()}}
    cells = (
        [name, *(f"{number(obj(row)[key]):.3f}" for key in ("right", "score", "error", "raw_error")), ranking(obj(row))]
        for name, row in named.items()
    )
    counts = (f"{number(obj(row)['values']):.0f}" for row in named.values())
    yield from markdown(
        ["values", "right", "mean score", "error", "raw error", "ranking", "number"],
        ([*row, count] for row, count in zip(cells, counts, strict=True)),
    )


def ranking(row: Object) -> str:
    """The ranking, a dash where no value is wrong."""
    value = row.get("ranking")
    return "-" if value is None else f"{number(value):.2f}"


def calibration_plot(data: Object) -> str:
    """The reliability of all values and of each group."""
    series = {**obj(data["all"]), **obj(data["groups"])}
    return reliability_plot("Share of right values by score", {name: list(points(obj(row))) for name, row in series.items()})


def points(row: Object) -> Iterator[tuple[float, float, float]]:
    """Score, share right and number of values of each bin."""
    bins = row["bins"]
    for one in bins if isinstance(bins, list) else []:
        yield number(obj(one)["score"]), number(obj(one)["right"]), number(obj(one)["values"])


if __name__ == "__main__":
    main()
