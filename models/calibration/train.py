"""Fits the calibration of the scores:  python -m models.calibration.train [COUNT].

Fitted on the dev split of the fixtures and on COUNT samples of the corpus, which count alike for each field. The corpus is harder than
usual files, and the taggers were trained on its designs; the dev fixtures are easier than files nobody has tuned on: neither alone says
how often a value is right in a file of a stranger. Run it after every change of a reader or a tagger. A few minutes on one core.
"""

from __future__ import annotations

import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from models.calibration.fit import Trial, fitted
from models.corpus.judging import judged
from models.corpus.samples import samples
from resume_parser.assembly.calibration import EVERY, Knots
from resume_parser.evaluating import judge_folder
from resume_parser.evaluation.certainty import certainty
from resume_parser.evaluation.scores import FIELDS, Outcome

FOLDER = Path(__file__).parent
FIXTURES = FOLDER.parent.parent / "fixtures"
COUNT, SEED = 500, 13  # the taggers have the seeds before
FEWEST = 5  # values below which a field has no line of its own

By = Mapping[str, Sequence[Outcome]]  # field -> its outcomes


def main(count: int) -> None:
    """Fits on the dev split and `count` samples and writes the weights with their card."""
    fixtures = [outcome for judgement in judge_folder(FIXTURES, split="dev") for outcome in judgement.raw()]
    corpus = [outcome for sample in samples(count, SEED) for outcome in judged(sample).outcomes]
    lines = knots(fixtures, corpus)
    write_weights(lines)
    write_card(fixtures, corpus)


def knots(fixtures: Sequence[Outcome], corpus: Sequence[Outcome]) -> dict[str, Knots]:
    """The line of all fields, and of each field with enough values one of its own."""
    sides = by_field(fixtures), by_field(corpus)
    trials = {field: list(weighed(sides, field)) for field in FIELDS}
    every = fitted([trial for rows in trials.values() for trial in rows])
    own = {field: fitted(rows, every) for field, rows in trials.items() if len(rows) >= FEWEST}
    return {EVERY: every, **own}


def by_field(outcomes: Sequence[Outcome]) -> By:
    """The outcomes of each field."""
    rows: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        rows[outcome.field].append(outcome)
    return rows


def weighed(sides: Sequence[By], field: str) -> Iterator[Trial]:
    """The trials of a field: both sides weigh half of their number, whatever the number of each."""
    counts = [len(side.get(field, ())) for side in sides]
    halves = sum(counts) / max(1, sum(count > 0 for count in counts))
    for side, count in zip(sides, counts, strict=True):
        yield from (Trial(one.score, one.right, halves / count) for one in side.get(field, ()))


def write_weights(lines: Mapping[str, Knots]) -> None:
    """The knots as TOML."""
    rows = ["# field -> knots: raw score, probability that the value is right; written by train.py", "", "[knots]"]
    rows += [f'"{field}" = [{", ".join(f"[{raw}, {right}]" for raw, right in line)}]' for field, line in lines.items()]
    (FOLDER / "weights.toml").write_text("\n".join(rows) + "\n", encoding="utf-8")


def write_card(fixtures: Sequence[Outcome], corpus: Sequence[Outcome]) -> None:
    """What the weights are and what they were fitted on."""
    data = (FOLDER / "weights.toml").read_bytes()
    rows = [
        "# written by train.py",
        'about = "Probability that a value is right, by its raw score: one rising line per field"',
        'origin = "fitted for this project on its own fixtures and on resumes made by models/corpus, which count alike"',
        'note = "The corpus is harder than usual files; on these the scores are rather too low than too high."',
        'licence = "MIT"',
        'rebuild = "python -m models.calibration.train"',
        f"bytes = {len(data)}",
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"',
    ]
    for name, outcomes in (("fixtures_dev", fixtures), ("corpus", corpus)):
        found = certainty(outcomes)
        rows += ["", f"[{name}]", f"values = {found.count}", f"right = {found.right:.4f}", f"raw_score = {found.score:.4f}"]
    (FOLDER / "card.toml").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
