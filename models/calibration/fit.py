"""A rising line from raw scores to shares of right values: isotonic regression by pool adjacent violators (Ayer et al. 1955)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resume_parser.assembly.calibration import Knots, height

KNOTS = 8  # of a line at most
PRIOR = 30.0  # outcomes that the line of all fields counts for beside those of one field: few values say little


@dataclass(frozen=True, slots=True)
class Trial:
    """A value: its raw score, whether it is right, and what it counts for."""

    score: float
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Pool:
    """Trials put together: their mean score, the share that is right, their weight."""

    score: float
    right: float
    weight: float

    def with_(self, other: Pool) -> Pool:
        """Both as one."""
        weight = self.weight + other.weight
        score, right = ((self.weight * a + other.weight * b) / weight for a, b in ((self.score, other.score), (self.right, other.right)))
        return Pool(score, right, weight)


def fitted(trials: Sequence[Trial], every: Knots | None = None) -> Knots:
    """The knots of the line of one field; `every` are those of all fields, None where the trials are of all fields."""
    pools = cut(trials)
    if every:
        pools = [shrunk(pool, height(every, pool.score), PRIOR / len(pools)) for pool in pools]
    knots = [(round(pool.score, 4), round(pool.right, 4)) for pool in rising(pools)]
    return tuple(dict(knots).items())


def shrunk(pool: Pool, right: float, weight: float) -> Pool:
    """The pool with as many trials more of which a share is right, at the same score."""
    return pool.with_(Pool(pool.score, right, weight))


def cut(trials: Sequence[Trial]) -> list[Pool]:
    """The trials in rising order of their scores, in pools of about the same weight; equal scores stay together."""
    least = sum(trial.weight for trial in trials) / KNOTS
    pools: list[Pool] = []
    last = None
    for trial in sorted(trials, key=lambda trial: trial.score):
        pool = Pool(trial.score, float(trial.right), trial.weight)
        if pools and (trial.score == last or pools[-1].weight < least):
            pools[-1] = pools[-1].with_(pool)
        else:
            pools.append(pool)
        last = trial.score
    return pools


def rising(pools: Iterable[Pool]) -> list[Pool]:
    """The pools with those merged whose share does not rise with the score."""
    made: list[Pool] = []
    for pool in pools:
        made.append(pool)
        while len(made) > 1 and made[-2].right > made[-1].right:
            made[-2:] = [made[-2].with_(made[-1])]
    return made
