"""How far the scores of the values can be taken as probabilities: expected calibration error, by groups of fields."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from resume_parser.evaluation.scores import FIELDS, LISTS, Outcome

BINS = 10  # of equal width over 0..1


@dataclass(frozen=True, slots=True)
class Bin:
    """The values whose scores lie in one range: how many, their mean score, the share of them that is right."""

    count: int
    score: float
    right: float


@dataclass(frozen=True, slots=True)
class Certainty:
    """The bins of some values in rising order, empty ones left out.

    `ranking` is the probability that a right value has a higher score than a wrong one (area under the ROC curve, 0.5 for scores
    that say nothing): without it a constant would do. None where all values are right, or all wrong.
    """

    bins: tuple[Bin, ...]
    ranking: float | None = None

    @property
    def count(self) -> int:
        """Number of values."""
        return sum(row.count for row in self.bins)

    @property
    def right(self) -> float:
        """Share of the values that is right, 0 for no value."""
        return sum(row.count * row.right for row in self.bins) / max(1, self.count)

    @property
    def score(self) -> float:
        """Mean score, 0 for no value."""
        return sum(row.count * row.score for row in self.bins) / max(1, self.count)

    @property
    def error(self) -> float:
        """Expected calibration error (Naeini et al. 2015): mean distance of score and share right over the bins, by their counts."""
        return sum(row.count * abs(row.score - row.right) for row in self.bins) / max(1, self.count)


def certainty(outcomes: Iterable[Outcome]) -> Certainty:
    """The bins and the ranking of the outcomes."""
    found = list(outcomes)
    rows: list[list[Outcome]] = [[] for _ in range(BINS)]
    for outcome in found:
        rows[min(BINS - 1, int(outcome.score * BINS))].append(outcome)
    return Certainty(tuple(_bin(row) for row in rows if row), _ranking(found))


def _ranking(outcomes: Sequence[Outcome]) -> float | None:
    """Share of the pairs of a right and a wrong value in which the right one has the higher score; equal scores count half."""
    right = sorted(one.score for one in outcomes if one.right)
    wrong = [one.score for one in outcomes if not one.right]
    if not right or not wrong:
        return None
    below = sum(bisect_left(right, score) + bisect_right(right, score) for score in wrong) / 2
    return 1 - below / (len(right) * len(wrong))


def _bin(row: Sequence[Outcome]) -> Bin:
    """The figures of the outcomes of one bin."""
    return Bin(len(row), sum(one.score for one in row) / len(row), sum(one.right for one in row) / len(row))


def group_of(field: str) -> str:
    """The group of a field: "jobs", "degrees", "lists" or "person"."""
    groups = {"exp": "jobs", "edu": "degrees"}
    return groups.get(field.partition(".")[0], "lists" if field in LISTS else "person")


def by_field(outcomes: Sequence[Outcome]) -> Mapping[str, Certainty]:
    """The certainty of each field that has a value, in the order of the reports."""
    return {name: certainty(rows) for name in FIELDS if (rows := [one for one in outcomes if one.field == name])}


def by_group(outcomes: Sequence[Outcome]) -> Mapping[str, Certainty]:
    """The certainty of each group of fields that has a value."""
    groups = ("person", "jobs", "degrees", "lists")
    return {name: certainty(rows) for name in groups if (rows := [one for one in outcomes if group_of(one.field) == name])}
