"""A random source with the throws that designs need."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


class Dice(Random):
    """Random with shares and weights."""

    def chance(self, share: float) -> bool:
        """True in this share of the throws."""
        return self.random() < share

    def of(self, *pairs: tuple[Thing, float]) -> Thing:
        """One of the things, by their weights."""
        return self.choices([thing for thing, _ in pairs], [weight for _, weight in pairs])[0]

    def points(self, least: float, most: float) -> float:
        """A length in half points."""
        return round(2 * self.uniform(least, most)) / 2

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """The things in a random order."""
        return self.sample(list(things), len(things))
