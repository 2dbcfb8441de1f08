"""The scores of many files together: sums per format and language, and the files with the most mistakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from resume_parser.evaluation.confusions import Confusion
from resume_parser.evaluation.scores import FieldScore, Scored, add_up, core

Fields = Mapping[str, FieldScore]
EVERY = ""  # stands for every format or every language


@dataclass(frozen=True, slots=True)
class Case:
    """One fixture file and what its `case.toml` says of it."""

    name: str  # "<language>/<case>"
    language: str
    format: str  # "pdf" "docx"
    split: str = ""  # "dev" "test"
    design: str = ""


@dataclass(frozen=True, slots=True)
class CaseScore:
    """The score of one fixture file; `error` is the code of the error that ended its parse, "" for none."""

    case: Case
    scored: Scored
    error: str = ""
    confusions: tuple[Confusion, ...] = ()

    @property
    def core(self) -> float:
        """Mean F1 of the core fields, soft."""
        return core(self.scored.fields)


@dataclass(frozen=True, slots=True)
class Summary:
    """The scores of a run; `today` is its reference date (YYYY-MM-DD)."""

    rows: tuple[CaseScore, ...]
    today: str

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats of the run, in order of the alphabet, PDF first."""
        return tuple(sorted({row.case.format for row in self.rows}, key=lambda name: (name != "pdf", name)))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the run, in order of the alphabet."""
        return tuple(sorted({row.case.language for row in self.rows}))

    def chosen(self, kind: str = EVERY, language: str = EVERY) -> tuple[CaseScore, ...]:
        """The files of one format and language."""
        return tuple(row for row in self.rows if kind in (EVERY, row.case.format) and language in (EVERY, row.case.language))

    def fields(self, kind: str = EVERY, language: str = EVERY) -> Fields:
        """The summed counts of the files of one format and language, by field."""
        return add_up(row.scored for row in self.chosen(kind, language))

    def confusions(self) -> dict[Confusion, list[str]]:
        """What was read as what, the most frequent first, each with a name ("<language>/<case> <format>") per value."""
        found: dict[Confusion, list[str]] = defaultdict(list)
        for row in self.rows:
            for confusion in row.confusions:
                found[confusion].append(f"{row.case.name} {row.case.format}")
        return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))

    def failed(self) -> tuple[CaseScore, ...]:
        """The files whose parse ended in an error."""
        return tuple(row for row in self.rows if row.error)

    def worst(self, limit: int) -> tuple[CaseScore, ...]:
        """The files with a mistake, lowest core first, at most `limit`."""
        wrong = [row for row in self.rows if row.scored.mistakes or row.error]
        return tuple(sorted(wrong, key=lambda row: (row.core, -len(row.scored.mistakes), row.case.name, row.case.format))[:limit])
