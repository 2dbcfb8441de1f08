"""Scores the parser on a folder of fixtures: `<language>/<case>/{resume.pdf, resume.docx, ..., gold.json, case.toml}`.

The format of a file is its first extension: `resume.scan.pdf` is a scan, a PDF of pictures, and scored apart from `resume.pdf`.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from resume_parser.errors import InputError, ResumeParserError
from resume_parser.evaluation.confusions import confusions
from resume_parser.evaluation.facts import NOTHING, Facts, Json, read_facts
from resume_parser.evaluation.page import summary_html
from resume_parser.evaluation.report import confusions_text, summary_json, summary_text
from resume_parser.evaluation.scores import Outcome, score
from resume_parser.evaluation.summary import Case, CaseScore, Summary
from resume_parser.formats import FORMATS

if TYPE_CHECKING:
    from resume_parser.api import ResumeParser
    from resume_parser.assembly import EvidenceByPath
    from resume_parser.schema.profile import Profile

__all__ = [
    "REFERENCE_DATE", "FixtureFile", "Judgement", "confusions_text", "evaluate_folder", "find_fixtures", "judge_folder", "summary_html",
    "summary_json", "summary_text",
]  # fmt: skip

REFERENCE_DATE = date(2026, 1, 15)  # fixed, so that figures of different days compare
GOLD_NAME, CASE_NAME, FILE_PATTERN = "gold.json", "case.toml", "resume.*"

# The formats that show the design of another, of which they were made.
DESIGNED_AS = {
    **dict.fromkeys(("doc", "odt", "rtf"), "docx"),
    **dict.fromkeys(("ppt", "odp"), "pptx"),
    **dict.fromkeys(("png", "jpg", "jpeg", "bmp", "scan"), "pdf"),
}

Read = Callable[[Path], "Profile"]


@dataclass(frozen=True, slots=True)
class FixtureFile:
    """One file to parse and the gold object beside it."""

    case: Case
    path: Path
    gold: Path


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in one file beside its gold: for measuring how far the scores can be trusted."""

    gold: Facts
    profile: Json
    evidence: EvidenceByPath

    def raw(self) -> tuple[Outcome, ...]:
        """The found values with the scores of their readers, and whether they are right."""
        return self._outcomes(self.evidence.raw_scores())

    def calibrated(self) -> tuple[Outcome, ...]:
        """The found values with the scores of the evidence, and whether they are right."""
        return self._outcomes({path: evidence.score for path, evidence in self.evidence.items()})

    def _outcomes(self, scores: Mapping[str, float]) -> tuple[Outcome, ...]:
        """The outcomes with scores by path."""
        return score(self.gold, read_facts(self.profile, REFERENCE_DATE.isoformat(), scores)).outcomes


def evaluate_folder(folder: Path, *, split: str | None = None, read: Read | None = None, progress: bool = True) -> Summary:
    """The scores of every fixture file below `folder`, of one split ("dev" or "test") or of both.

    A file whose parse ends in an error scores as if nothing was found. `read` replaces the parser. Raises InputError
    where there is no fixture.
    """
    found = find_fixtures(folder, split)
    if not found:
        raise InputError(f"No fixture was found. Give a folder with <language>/<case>/{GOLD_NAME} and {FILE_PATTERN}.")
    reader = read or _profile_reader()
    rows = tuple(_score_file(fixture, reader) for fixture in (_with_bar(found) if progress else found))
    return Summary(rows, REFERENCE_DATE.isoformat())


def judge_folder(folder: Path, *, split: str | None = None, progress: bool = True) -> Iterator[Judgement]:
    """What was found in every fixture file beside its gold; a file that cannot be parsed has none."""
    parser = _parser()
    found = find_fixtures(folder, split)
    for fixture in _with_bar(found) if progress else found:
        gold = read_facts(json.loads(fixture.gold.read_text(encoding="utf-8")))
        try:
            result = parser.parse(fixture.path)
        except ResumeParserError:
            continue
        yield Judgement(gold, result.profile.model_dump(mode="json"), result.evidence_map)


def find_fixtures(folder: Path, split: str | None = None) -> tuple[FixtureFile, ...]:
    """Every fixture file below `folder` that this version can read, of one split or of both, in order of the path."""
    readable = {extension for row in FORMATS if row.extractor for extension in row.extensions}
    found = (_fixture_file(path, gold) for gold in sorted(folder.rglob(GOLD_NAME)) for path in sorted(gold.parent.glob(FILE_PATTERN)))
    return tuple(fixture for fixture in found if fixture.path.suffix.lower() in readable and split in (None, fixture.case.split))


def _fixture_file(path: Path, gold: Path) -> FixtureFile:
    """One file with what `case.toml` says of it; the folders give the language where it does not say."""
    folder, kind = gold.parent, path.suffixes[0].lstrip(".").lower()
    about = folder / CASE_NAME
    facts = tomllib.loads(about.read_text(encoding="utf-8")) if about.exists() else {}
    case = Case(
        name=f"{folder.parent.name}/{folder.name}",
        language=str(facts.get("language", folder.parent.name)),
        format=kind,
        split=str(facts.get("split", "")),
        design=str(facts.get(f"design_{DESIGNED_AS.get(kind, kind)}", facts.get("design", ""))),
    )
    return FixtureFile(case, path, gold)


def _profile_reader() -> Read:
    """What reads the Profile of a file."""
    parser = _parser()
    return lambda path: parser.parse(path).profile


def _parser() -> ResumeParser:
    """The parser with the fixed reference date."""
    from resume_parser.api import ResumeParser
    from resume_parser.options import Options

    return ResumeParser(Options(reference_date=REFERENCE_DATE))


def _with_bar(found: tuple[FixtureFile, ...]) -> Iterable[FixtureFile]:
    """The same files with a progress bar on standard error where that is a terminal."""
    from tqdm import tqdm

    bar: Iterable[FixtureFile] = tqdm(found, unit="file", file=sys.stderr, disable=None)
    return bar


def _score_file(fixture: FixtureFile, read: Read) -> CaseScore:
    """The score of one file."""
    gold = read_facts(json.loads(fixture.gold.read_text(encoding="utf-8")))
    facts, error = _read_file(fixture.path, read)
    return CaseScore(fixture.case, score(gold, facts), error, confusions(gold, facts))


def _read_file(path: Path, read: Read) -> tuple[Facts, str]:
    """What the parser found and the code of its error, "" for none."""
    try:
        profile = read(path)
    except ResumeParserError as error:
        return NOTHING, error.code
    data: Json = profile.model_dump(mode="json")
    return read_facts(data, REFERENCE_DATE.isoformat()), ""
