"""Scores the parser on the fixtures and writes results/accuracy.json:  python -m benchmarks.accuracy [--split test|dev]."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from benchmarks.files import ACCURACY, FIXTURES, SPLIT, machine, write_json
from resume_parser.evaluating import evaluate_folder
from resume_parser.evaluation.facts import Json
from resume_parser.evaluation.report import summary_object
from resume_parser.evaluation.scores import core
from resume_parser.evaluation.summary import EVERY, Summary

NAME_WIDTH = 18


def main() -> None:
    """Prints the table; writes the results of the test split."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--split", default=SPLIT, choices=("test", "dev"))
    split = arguments.parse_args().split
    summary = evaluate_folder(FIXTURES, split=split)
    print("\n".join(table(summary)))
    if split == SPLIT:
        write_json(ACCURACY, results(summary))


def results(summary: Summary) -> dict[str, Json]:
    """The figures of a run and its machine; of each file its core alone."""
    data = summary_object(summary)
    cases: list[Json] = [
        {"name": row.case.name, "format": row.case.format, "design": row.case.design, "core": round(row.core, 4), "error": row.error}
        for row in summary.rows
    ]
    return {"machine": machine(), "split": SPLIT, **data, "cases": cases}


def table(summary: Summary) -> Iterator[str]:
    """Soft F1 per field, format and language; a dash where no value is asked for."""
    groups = [(kind, language) for kind in (EVERY, *summary.formats) for language in (EVERY, *summary.languages)]
    groups = [group for group in groups if summary.chosen(*group)]
    sums = [summary.fields(*group) for group in groups]
    yield f"{'':{NAME_WIDTH}}" + "".join(f"{kind or 'all':>7}" for kind, _ in groups)
    yield f"{'soft F1':{NAME_WIDTH}}" + "".join(f"{language or 'all':>7}" for _, language in groups)
    for name in summary.fields():
        cells = (fields[name].soft if name in fields else None for fields in sums)
        yield f"{name:{NAME_WIDTH}}" + "".join(f"{count.f1:7.3f}" if count and count.asked else f"{'-':>7}" for count in cells)
    yield f"{'core':{NAME_WIDTH}}" + "".join(f"{core(fields):7.3f}" for fields in sums)
    yield f"{'files':{NAME_WIDTH}}" + "".join(f"{len(summary.chosen(*group)):7d}" for group in groups)


if __name__ == "__main__":
    main()
