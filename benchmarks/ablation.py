"""Scores the parser with parts switched off and writes results/ablation.json:  python -m benchmarks.ablation [--quick].

On the dev split of the fixtures, and on generated resumes of designs that the taggers were trained without.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.files import ABLATION, FIXTURES, machine, number, obj, ran_on, read_json, write_json
from benchmarks.leave_out import SHOWN, TEST_SEED, TRAIN_SEED, figures
from benchmarks.switches import NO_CONSISTENCY, NO_FIELD_TAGGER, NO_LINE_TAGGER, Settings, drawn, switched, taggers, trained
from benchmarks.tables import markdown
from resume_parser.api import read_document
from resume_parser.evaluating import find_fixtures
from resume_parser.evaluation.facts import Json, read_facts
from resume_parser.evaluation.scores import Scored

PARTS: Mapping[str, Settings] = {  # what each row has switched off; every row adds a part to the one above
    "rules only": {**NO_LINE_TAGGER, **NO_FIELD_TAGGER, **NO_CONSISTENCY},
    "+ line tagger": {**NO_FIELD_TAGGER, **NO_CONSISTENCY},
    "+ field tagger": NO_CONSISTENCY,
    "+ consistency of a section": {},
}
NOTE = """\
Soft F1 with parts switched off; each row adds one. *Rules*: the words of the locales, the lexicons and the look of the page. *Consistency*:
the entries of a section vote for what stands at the same place and in the same print. `fixtures`: the dev split; `unseen designs`:
generated resumes of designs that the taggers of this table were trained without.
"""
Object = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done: samples to train on and to score; the folder of the fixtures, None for none."""

    train: int
    test: int
    fixtures: Path | None


def main() -> None:
    """Measures, writes the results, prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="a few generated resumes, no fixtures; writes nothing")
    arguments.add_argument("--train", type=int, default=600)
    arguments.add_argument("--test", type=int, default=120)
    parsed = arguments.parse_args()
    size = Size(24, 4, None) if parsed.quick else Size(parsed.train, parsed.test, FIXTURES)
    data = results(size)
    print("\n".join(table(data)))
    if not parsed.quick:
        write_json(ABLATION, {"machine": machine(), **data})


def results(size: Size) -> dict[str, Json]:
    """The figures of every row on both sets."""
    sets: dict[str, Json] = {}
    if size.fixtures:
        sets["fixtures"] = known(size.fixtures)
    with TemporaryDirectory() as weights:
        sets["unseen designs"] = unseen(Path(weights), size)
    return {"train": size.train, "test": size.test, "sets": sets}


def known(folder: Path) -> Json:
    """The rows on the dev split; each file is extracted once."""
    from models.corpus.judging import OPTIONS, compared

    found = find_fixtures(folder, "dev")
    files = [(read_document(one.path, options=OPTIONS), read_facts(read_json(one.gold))) for one in found]
    return rows(lambda: [compared(document, gold) for document, gold in files])


def unseen(folder: Path, size: Size) -> Json:
    """The rows on designs that the taggers have not seen."""
    from models.corpus.judging import judged
    from models.corpus.samples import FAMILIES, LANGUAGES
    from models.corpus.training import HELD_EVERY

    held = FAMILIES[::HELD_EVERY]
    trained(folder, size.train, TRAIN_SEED, tuple(design for design in FAMILIES if design not in held), LANGUAGES)
    made = drawn(size.test, TEST_SEED, held, LANGUAGES)
    with taggers(folder):
        return rows(lambda: [judged(sample) for sample in made])


def rows(measure: Callable[[], Iterable[Scored]]) -> Json:
    """The figures of a set with the parts of each row."""
    made: dict[str, Json] = {}
    for name, settings in PARTS.items():
        with switched(settings):
            made[name] = figures(measure())
    return made


def ablation_part(data: Object) -> Iterator[str]:
    """The part of the README."""
    size = f"{number(data['train']):.0f} generated resumes to train on, {number(data['test']):.0f} to score."
    yield f"## What the parts are worth\n\n{size} {ran_on(data)}\n\n{NOTE}"
    yield from table(data)
    yield ""


def table(data: Object) -> Iterator[str]:
    """A row per set and part."""
    found = ((name, part, obj(row)) for name, parts in obj(data["sets"]).items() for part, row in obj(parts).items())
    yield from markdown(
        ["set", "parts", "core", *SHOWN],
        ([name, part, *(f"{number(row[field]):.3f}" if field in row else "-" for field in ("core", *SHOWN))] for name, part, row in found),
    )


if __name__ == "__main__":
    main()
