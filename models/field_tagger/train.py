"""Trains the field tagger: python -m models.field_tagger.train [COUNT]. About two minutes on one core."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from models.corpus.samples import Sample, samples
from models.corpus.training import Chain, build, label_at, read_until
from resume_parser.nlp.cues import load_cues
from resume_parser.nlp.entries import drafts
from resume_parser.nlp.field_tagger import section_atoms, section_features

WEIGHTS = Path(__file__).parent / "weights.crfsuite"
COUNT, SEED = 4000, 11
LABELS = {"title", "company", "location", "degree", "subject", "school", "grade", "contract", "about"}


def chains(sample: Sample) -> Iterator[Chain]:
    """The chains of one sample: one per section of jobs or studies."""
    cues = load_cues()
    reading = read_until(sample, "person")
    for section in reading.of_kind("experience", "education"):
        cut = drafts(reading.body(section), cues, section.kind)
        atoms = section_atoms(reading.text, cut)
        features = section_features(atoms, cut, section.kind, cues)
        labels = [label_at(sample.marks, atom.start, atom.end) or "other" for header in atoms for atom in header]
        if features:
            yield features, [label if label in LABELS else "other" for label in labels]


def main(count: int) -> None:
    """Trains on `count` samples, scores designs held out, then trains on all designs."""
    build(
        [(sample.design, list(chains(sample))) for sample in samples(count, SEED)],
        WEIGHTS,
        about="Fields of the header lines of jobs and studies: CRF on resumes made by models/corpus",
        rebuild="python -m models.field_tagger.train",
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
