"""Precision, recall and F1 per field of what was found against the gold.

A gold value is a hit or missed; a wrong value is both a false one and a missed one. Jobs and degrees are paired by
the best assignment over title, organisation and dates, then scored field by field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from resume_parser.evaluation import alike
from resume_parser.evaluation.align import best_pairs
from resume_parser.evaluation.alike import Value
from resume_parser.evaluation.facts import ENTRY_LISTS, Facts, Fields

Same: TypeAlias = Callable[[Value, Value, bool], bool]

PAIR_FLOOR = 0.3  # similarity from which two entries are one: one good name, or both dates
NAME_FLOOR = 0.6  # token-sort ratio below which two names say nothing about each other
TITLE_WEIGHT, ORG_WEIGHT, START_WEIGHT, END_WEIGHT = 0.33, 0.32, 0.2, 0.15
SWAPPED = 0.8  # title and organisation read the wrong way round still pair, a little less
SAME_YEAR = 0.5  # what an equal year of a date is worth when the month is another

SCALARS: Mapping[str, Same] = {
    "full_name": alike.same_name,
    "first_name": alike.same_name,
    "last_name": alike.same_name,
    "email": alike.same_email,
    "phone": alike.same_phone,
    "location": alike.same_place,
    "date_birth": alike.same_day,
    "driving_license": alike.same_license,
    "gender": alike.same_code,
    "summary": alike.same_text,
    "text_language": alike.same_code,
}
LISTS: Mapping[str, Same] = {
    "urls": alike.same_url,
    "skills": alike.same_name,
    "languages": alike.same_name,
    "certifications": alike.same_name,
    "courses": alike.same_name,
    "interests": alike.same_name,
}
ENTRY_RULES: Mapping[str, Same] = {
    "title": alike.same_name,
    "company": alike.same_name,
    "school": alike.same_name,
    "location": alike.same_place,
    "date_start": alike.same_date,
    "date_end": alike.same_date,
    "description": alike.same_text,
}
WHOLE = ("title", "company", "school", "date_start", "date_end")  # what must be right for a whole entry to be right
ENTRY_FIELDS = ("title", "{org}", "location", "date_start", "date_end", "description", "all_right")
FIELDS = (
    *SCALARS,
    *(f"{kind}.{name.format(org=org)}" for kind, (_, org) in ENTRY_LISTS.items() for name in ENTRY_FIELDS),
    *LISTS,
)  # in the order of the reports; "all_right" = the whole entry
CORE = (
    "full_name", "email", "phone", "exp.title", "exp.company", "exp.date_start", "exp.date_end",
    "edu.title", "edu.school", "edu.date_start", "edu.date_end", "skills",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """Right, false and missed values of one field."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hits + other.hits, self.false + other.false, self.missed + other.missed)

    @property
    def asked(self) -> int:
        """Number of gold values."""
        return self.hits + self.missed

    @property
    def precision(self) -> float:
        """Share of the found values that are right, 0 for none found."""
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        """Share of the gold values that were found, 0 for none asked."""
        return self.hits / max(1, self.asked)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1."""
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)


@dataclass(frozen=True, slots=True)
class FieldScore:
    """The counts of one field under the exact and under the soft rule."""

    exact: Count = Count()
    soft: Count = Count()

    def __add__(self, other: FieldScore) -> FieldScore:
        return FieldScore(self.exact + other.exact, self.soft + other.soft)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One value that is wrong under the soft rule: what the gold says and what was found, "" for nothing."""

    field: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A found value: how sure the parser was (0..1), and whether it is right under the soft rule."""

    field: str
    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """The counts of one file by field, its mistakes, and the outcomes of the found values that have a score."""

    fields: Mapping[str, FieldScore]
    mistakes: tuple[Mistake, ...]
    outcomes: tuple[Outcome, ...] = ()


def score(gold: Facts, found: Facts) -> Scored:
    """The counts and mistakes of one file; a field that the gold does not speak of is not counted."""
    ledger = _Ledger()
    for name, same in SCALARS.items():
        if name in gold.values:
            ledger.value(name, gold.values[name], found.values.get(name), same)
    for kind, (_, org) in ENTRY_LISTS.items():
        if kind in gold.entries:
            _score_entries(ledger, kind, org, (gold.entries[kind], found.entries.get(kind, ())))
    for name, same in LISTS.items():
        if name in gold.lists:
            _score_list(ledger, name, same, (gold.lists[name], found.lists.get(name, ())))
    return Scored(ledger.fields, tuple(ledger.mistakes), tuple(ledger.outcomes))


def add_up(scores: Iterable[Scored]) -> dict[str, FieldScore]:
    """The summed counts of several files, in the order of FIELDS; fields without a count are left out."""
    total: dict[str, FieldScore] = {}
    for scored in scores:
        for name, counts in scored.fields.items():
            total[name] = total.get(name, FieldScore()) + counts
    return {name: total[name] for name in FIELDS if name in total}


def core(fields: Mapping[str, FieldScore], *, soft: bool = True) -> float:
    """Mean F1 of the CORE fields that the gold asks for, 0 for none."""
    asked = [fields[name] for name in CORE if name in fields and fields[name].soft.asked]
    return sum((counts.soft if soft else counts.exact).f1 for counts in asked) / max(1, len(asked))


@dataclass(slots=True)
class _Ledger:
    """Collects the counts of one file."""

    fields: dict[str, FieldScore] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, name: str, exact: Count, soft: Count) -> None:
        """Count."""
        self.fields[name] = self.fields.get(name, FieldScore()) + FieldScore(exact, soft)

    def value(self, name: str, gold: Value | None, found: Value | None, same: Same) -> tuple[bool, bool]:
        """Count one value against its gold; whether it is right under the exact and the soft rule (none and none is right)."""
        exact, soft = _right(gold, found, same, False), _right(gold, found, same, True)
        self.add(name, _count(gold, found, exact), _count(gold, found, soft))
        self.judge(name, found, right=soft)
        if not soft:
            self.mistakes.append(Mistake(name, gold.text if gold else "", found.text if found else ""))
        return exact, soft

    def judge(self, name: str, found: Value | None, *, right: bool) -> None:
        """Note whether a found value with a score is right."""
        if found is not None and found.score is not None:
            self.outcomes.append(Outcome(name, found.score, right))


def _right(gold: Value | None, found: Value | None, same: Same, soft: bool) -> bool:
    """Whether the value is right; where the gold has none, only none is right."""
    if gold is None or found is None:
        return gold is found
    return same(found, gold, soft) or (soft and same(found, gold, False))


def _count(gold: Value | None, found: Value | None, right: bool) -> Count:
    """The counts of one value."""
    return Count(
        hits=int(right and gold is not None), false=int(found is not None and not right), missed=int(gold is not None and not right)
    )


def _score_list(ledger: _Ledger, name: str, same: Same, rows: tuple[Sequence[Value], Sequence[Value]]) -> None:
    """Count the rows of a list, whatever their order; a row that stands twice counts once. Equal rows are paired before alike ones."""
    gold, found = (list({alike.folded(row.text): row for row in side}.values()) for side in rows)
    exact = _pair_rows(gold, found, same, False)
    missed = [row for index, row in enumerate(gold) if index not in exact]
    false = [row for index, row in enumerate(found) if index not in exact.values()]
    alike_pairs = _pair_rows(missed, false, same, True)
    hits = len(exact) + len(alike_pairs)
    ledger.add(
        name,
        Count(len(exact), len(found) - len(exact), len(gold) - len(exact)),
        Count(hits, len(found) - hits, len(gold) - hits),
    )
    ledger.mistakes += [Mistake(name, row.text, "") for index, row in enumerate(missed) if index not in alike_pairs]
    wrong = [row for index, row in enumerate(false) if index not in alike_pairs.values()]
    ledger.mistakes += [Mistake(name, "", row.text) for row in wrong]
    for row in found:
        ledger.judge(name, row, right=row not in wrong)


def _pair_rows(gold: Sequence[Value], found: Sequence[Value], same: Same, soft: bool) -> dict[int, int]:
    """The found row of each gold row that has one."""
    return best_pairs([[float(same(two, one, soft)) for two in found] for one in gold], 1.0)


def _score_entries(ledger: _Ledger, kind: str, org: str, sides: tuple[Sequence[Fields], Sequence[Fields]]) -> None:
    """Count the jobs or degrees: the paired ones field by field, the others as missed or false."""
    gold, found = sides[0], [entry for entry in sides[1] if any(entry.get(name) for name in WHOLE)]
    pairs = best_pairs([[similarity(one, two, org) for two in found] for one in gold], PAIR_FLOOR)
    for index, entry in enumerate(gold):
        _score_entry(ledger, kind, entry, found[pairs[index]] if index in pairs else None)
    scored = {name for entry in gold for name in entry} or set(ENTRY_RULES)
    for index, entry in enumerate(found):
        if index not in pairs.values():
            _score_extra(ledger, kind, {name: value for name, value in entry.items() if name in scored})


def _score_entry(ledger: _Ledger, kind: str, gold: Fields, found: Fields | None) -> None:
    """Count one gold entry; `found` is None where no entry is like it."""
    whole = [True, True]
    for name, same in ENTRY_RULES.items():
        if name in gold:
            right = ledger.value(f"{kind}.{name}", gold[name], (found or {}).get(name), same)
            if name in WHOLE:
                whole = [one and two for one, two in zip(whole, right, strict=True)]
    counts = [_whole_count(found is not None, right) for right in whole]
    ledger.add(f"{kind}.all_right", counts[0], counts[1])


def _whole_count(paired: bool, right: bool) -> Count:
    """The counts of a whole entry."""
    return Count(int(paired and right), int(paired and not right), int(not (paired and right)))


def _score_extra(ledger: _Ledger, kind: str, entry: Fields) -> None:
    """Count an entry that the gold does not have: every value of it is false."""
    for name, value in entry.items():
        if value is not None:
            ledger.value(f"{kind}.{name}", None, value, ENTRY_RULES[name])
    ledger.add(f"{kind}.all_right", Count(false=1), Count(false=1))


def similarity(gold: Fields, found: Fields, org: str) -> float:
    """How alike two entries are, 0..1."""
    straight = TITLE_WEIGHT * _name(gold.get("title"), found.get("title")) + ORG_WEIGHT * _name(gold.get(org), found.get(org))
    swapped = TITLE_WEIGHT * _name(gold.get("title"), found.get(org)) + ORG_WEIGHT * _name(gold.get(org), found.get("title"))
    start = START_WEIGHT * _date(gold.get("date_start"), found.get("date_start"))
    end = END_WEIGHT * _date(gold.get("date_end"), found.get("date_end"))
    return max(straight, SWAPPED * swapped) + start + end


def _name(gold: Value | None, found: Value | None) -> float:
    """How alike two names are; 0 below NAME_FLOOR."""
    ratio = alike.sorted_ratio(gold.text, found.text) if gold and found else 0.0
    return ratio if ratio >= NAME_FLOOR else 0.0


def _date(gold: Value | None, found: Value | None) -> float:
    """1 for the same date as far as the gold goes, SAME_YEAR for the same year, else 0."""
    if not gold or not found:
        return 0.0
    if alike.same_date(found, gold, True):
        return 1.0
    return SAME_YEAR if gold.text[:4] == found.text[:4] else 0.0
