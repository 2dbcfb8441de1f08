"""Trains the taggers without one design or one language and scores them on it:  python -m benchmarks.leave_out [--quick].

About twenty minutes on an idle core at full size. The figures are for small training sets: what counts is the distance between the
taggers that never saw the design and those that did.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.files import LEAVE_OUT, machine, number, obj, ran_on, write_json
from benchmarks.switches import drawn, taggers, trained
from benchmarks.tables import markdown
from resume_parser.evaluation.facts import Json
from resume_parser.evaluation.scores import Scored, add_up, core

SHOWN = (
    "exp.title", "exp.company", "exp.location", "exp.date_start", "exp.date_end",
    "edu.title", "edu.school", "edu.location", "edu.date_start", "edu.date_end",
)  # fmt: skip
TRAIN_SEED, TEST_SEED = 21, 22
Object = Mapping[str, Json]
NOTE = """\
Soft F1 of the fields of jobs and studies, on generated resumes of a design (skeleton of the page, family of the entries) or of a language
that the taggers were trained without; in brackets by how much taggers do better that saw it, trained on as many resumes and scored on the
same ones. The words of the language stay in the locales and lexicons.
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done: samples to train on and to score, and of each kind the folds at most."""

    train: int
    test: int
    folds: int


FULL, QUICK = Size(300, 40, 100), Size(24, 4, 1)


@dataclass(frozen=True, slots=True)
class Fold:
    """What is left out: a kind ("skeleton" "family" "language") and a name; what the others are trained on, and what is scored."""

    kind: str
    name: str
    kept: tuple[tuple[str, ...], tuple[str, ...]]  # designs, languages
    held: tuple[tuple[str, ...], tuple[str, ...]]


def main() -> None:
    """Runs all folds, writes the results, prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="one fold of each kind on a few samples; writes nothing")
    arguments.add_argument("--train", type=int, default=FULL.train)
    arguments.add_argument("--test", type=int, default=FULL.test)
    arguments.add_argument("--folds", type=int, default=FULL.folds, help="the first ones of each kind")
    parsed = arguments.parse_args()
    size = QUICK if parsed.quick else Size(parsed.train, parsed.test, parsed.folds)
    data = results(size)
    print("\n".join(table(data)))
    if not parsed.quick:
        write_json(LEAVE_OUT, {"machine": machine(), **data})


def results(size: Size) -> dict[str, Json]:
    """The figures of every fold: without it in training, and with it."""
    from models.corpus.samples import FAMILIES, LANGUAGES

    rows: list[Json] = []
    with TemporaryDirectory() as everything:
        trained(Path(everything), size.train, TRAIN_SEED, FAMILIES, LANGUAGES)
        for fold in with_bar(chosen(folds(FAMILIES, LANGUAGES), size.folds)):
            with TemporaryDirectory() as folder:
                trained(Path(folder), size.train, TRAIN_SEED, *fold.kept)
                without = figures(scored(Path(folder), size.test, fold))
            seen = figures(scored(Path(everything), size.test, fold))
            rows.append({"kind": fold.kind, "name": fold.name, "without": without, "with": seen})
    return {"train": size.train, "test": size.test, "rows": rows}


def folds(designs: tuple[str, ...], languages: tuple[str, ...]) -> Iterator[Fold]:
    """Every skeleton, every family, every language once."""
    for at, kind in enumerate(("skeleton", "family")):
        for name in sorted({design.split(".")[at] for design in designs}):
            held = tuple(design for design in designs if design.split(".")[at] == name)
            kept = tuple(design for design in designs if design not in held)
            yield Fold(kind, name, (kept, languages), (held, languages))
    for language in languages:
        yield Fold("language", language, (designs, tuple(one for one in languages if one != language)), (designs, (language,)))


def chosen(found: Iterable[Fold], most: int) -> list[Fold]:
    """Of each kind the first ones."""
    kept: list[Fold] = []
    for fold in found:
        if sum(other.kind == fold.kind for other in kept) < most:
            kept.append(fold)
    return kept


def with_bar(found: Sequence[Fold]) -> Iterable[Fold]:
    """The same folds with a progress bar on standard error where that is a terminal."""
    from tqdm import tqdm

    bar: Iterable[Fold] = tqdm(found, unit="fold", file=sys.stderr, disable=None)
    return bar


def scored(folder: Path, count: int, fold: Fold) -> list[Scored]:
    """The scores of the taggers in a folder on the samples of what is left out."""
    from models.corpus.judging import judged

    with taggers(folder):
        return [judged(sample) for sample in drawn(count, TEST_SEED, *fold.held)]


def figures(scores: Iterable[Scored]) -> dict[str, Json]:
    """Core and soft F1 of the shown fields."""
    fields = add_up(scores)
    return {"core": round(core(fields), 4), **{name: round(fields[name].soft.f1, 4) for name in SHOWN if name in fields}}


def leave_out_part(data: Object) -> Iterator[str]:
    """The part of the README."""
    size = f"{number(data['train']):.0f} resumes to train on, {number(data['test']):.0f} to score per row."
    yield f"## Unseen designs and languages\n\n{size} {ran_on(data)}\n\n{NOTE}"
    yield from table(data)
    yield ""


def table(data: Object) -> Iterator[str]:
    """A row per fold."""
    found = data["rows"]
    rows = [obj(row) for row in found] if isinstance(found, list) else []
    yield from markdown(["left out", "core", *SHOWN], ([f"{row['kind']} `{row['name']}`", *cells(row)] for row in rows))


def cells(row: Object) -> Iterator[str]:
    """The figures of a fold: without it, and by how much more with it."""
    without, seen = obj(row["without"]), obj(row["with"])
    for name in ("core", *SHOWN):
        value = number(without.get(name))
        yield f"{value:.2f} ({number(seen.get(name)) - value:+.2f})" if name in without else "-"


if __name__ == "__main__":
    main()
