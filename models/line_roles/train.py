"""Trains the line tagger: python -m models.line_roles.train [COUNT]. A few minutes on one core."""

from __future__ import annotations

import sys
from pathlib import Path

from models.corpus.samples import Sample, samples
from models.corpus.training import Chain, build, label_at, read_until
from resume_parser.nlp.cues import load_cues
from resume_parser.nlp.line_features import document_features

WEIGHTS = Path(__file__).parent / "weights.crfsuite"
COUNT, SEED = 2500, 12
INNER = ("description", "item", "label")  # roles that need the name of the section they stand in


def roles(sample: Sample, spans: list[tuple[int, int]]) -> list[str]:
    """The role of every line; what stands inside a section carries its kind."""
    section = "header"
    made = []
    for start, end in spans:
        role = label_at(sample.roles, start, end) or "other"
        if role.startswith("heading:"):
            section = role.partition(":")[2]
        made.append(f"{role}:{section}" if role in INNER else role)
    return made


def chain(sample: Sample) -> Chain:
    """The chain of one sample: all its lines."""
    reading = read_until(sample, "labels")
    return document_features(reading, load_cues()), roles(sample, [(line.start, line.end) for line in reading.lines])


def main(count: int) -> None:
    """Trains on `count` samples, scores designs held out, then trains on all designs."""
    build(
        [(sample.design, [chain(sample)]) for sample in samples(count, SEED)],
        WEIGHTS,
        about="Roles of the lines of a resume: CRF on resumes made by models/corpus",
        rebuild="python -m models.line_roles.train",
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
