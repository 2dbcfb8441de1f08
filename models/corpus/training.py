"""From the samples of the corpus to trained CRF weights: what the train scripts of the taggers share."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from models.corpus.samples import Mark, Sample
from resume_parser.nlp.crf import open_weights
from resume_parser.nlp.pipeline import load_pipeline
from resume_parser.nlp.reading import Reading
from resume_parser.options import Options

HELD_EVERY = 8  # one design in so many is left out of the training that is scored

Chain = tuple[list[list[str]], list[str]]  # the features of the items of one chain, and their labels


@dataclass(frozen=True, slots=True)
class Training:
    """How a CRF is trained: regularisation, fewest occurrences of a feature, rounds of L-BFGS."""

    c1: float = 0.15
    c2: float = 0.01
    fewest: int = 4
    rounds: int = 120


def read_until(sample: Sample, last: str) -> Reading:
    """What the pipeline knows of a sample after the component `last`."""
    nlp = load_pipeline()
    doc = nlp.make_doc(sample.document.text)
    doc._.reading = Reading(sample.document, Options())
    for name, component in nlp.pipeline:
        doc = component(doc)
        if name == last:
            break
    reading: Reading = doc._.reading
    return reading


def label_at(marks: Sequence[Mark], start: int, end: int) -> str | None:
    """The label that covers most of a range, None where less than half of it is marked."""
    covered: Counter[str] = Counter()
    for mark in marks:
        shared = min(end, mark.end) - max(start, mark.start)
        if shared > 0:
            covered[mark.label] += shared
    label, most = covered.most_common(1)[0] if covered else (None, 0)
    return label if 2 * most >= end - start else None


def train(chains: Iterator[Chain], path: Path, training: Training) -> None:
    """Trains a CRF on the chains and writes its weights."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, labels in chains:
        trainer.append(features, labels)
    trainer.set_params(
        {
            "c1": training.c1,
            "c2": training.c2,
            "max_iterations": training.rounds,
            "feature.minfreq": training.fewest,
            "feature.possible_transitions": False,
        }
    )
    trainer.train(str(path))


def scores(path: Path, chains: Sequence[Chain]) -> dict[str, float]:
    """F1 of every label that the weights give on the chains, and "all": the share of items labelled right."""
    tagger = open_weights(path)
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for features, labels in chains:
        for found, label in zip(tagger.tag(features), labels, strict=True):
            given[found] += 1
            true[label] += 1
            right[label] += found == label
    table = {label: round(2 * right[label] / (given[label] + true[label]), 3) for label in sorted(true)}
    return {**table, "all": round(sum(right.values()) / max(1, sum(true.values())), 3)}


def write_card(path: Path, *, about: str, rebuild: str, table: dict[str, float]) -> None:
    """Writes card.toml beside the weights: what they are, how to build them anew, size, checksum, scores on unseen designs."""
    weights = path.read_bytes()
    rows = [
        f'about = "{about}"',
        f'rebuild = "{rebuild}"',
        'licence = "MIT"',
        f"size = {len(weights)}",
        f'sha256 = "{hashlib.sha256(weights).hexdigest()}"',
        "",
        "[scores]  # F1 per label on samples of designs that are not in training",
        *(f'"{label}" = {score}' for label, score in table.items()),
    ]
    (path.parent / "card.toml").write_text("\n".join(rows) + "\n", encoding="utf-8")


def build(made: Sequence[tuple[str, Sequence[Chain]]], weights: Path, *, about: str, rebuild: str) -> None:
    """Writes the weights trained on all chains, and their card with the scores on designs left out; `made` has a design with its chains."""
    held = set(sorted({design for design, _ in made})[::HELD_EVERY])
    train((chain for design, chains in made if design not in held for chain in chains), weights, Training())
    table = scores(weights, [chain for design, chains in made if design in held for chain in chains])
    train((chain for _, chains in made for chain in chains), weights, Training())
    write_card(weights, about=about, rebuild=rebuild, table=table)
