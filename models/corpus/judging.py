"""Parses samples of the corpus with the engine and scores what it found."""

from __future__ import annotations

from datetime import date

from models.corpus.gold import gold
from models.corpus.samples import Sample
from resume_parser.api import annotate
from resume_parser.assembly import Assembled, SourceFile, assemble
from resume_parser.document import Document
from resume_parser.evaluation.facts import Facts, Json, read_facts
from resume_parser.evaluation.scores import Scored, score
from resume_parser.options import Options

OPTIONS = Options(reference_date=date(2026, 1, 15))  # the day of the evaluation of the fixtures
SOURCE = SourceFile.of(b"", extension="pdf")


def judged(sample: Sample, options: Options = OPTIONS) -> Scored:
    """The score of a sample against its gold; the outcomes have the raw scores, before calibration."""
    return compared(sample.document, gold(sample), options)


def compared(document: Document, facts: Facts, options: Options = OPTIONS) -> Scored:
    """The score of a laid-out document against gold facts."""
    made = assemble(document, annotate(document, options), SOURCE, options)
    return score(facts, read_facts(profile_json(made), str(options.reference_date), made.evidence.raw_scores()))


def profile_json(made: Assembled) -> Json:
    """The Profile as JSON."""
    data: Json = made.profile.model_dump(mode="json")
    return data
