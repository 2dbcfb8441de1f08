"""From the raw score of a value to the probability that it is right: a rising line per field, fitted by models/calibration/train.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from resume_parser.resources import calibration

EVERY = "all"  # the knots of fields that have none of their own
_LISTS = {"experiences": "exp", "educations": "edu"}
_STEP = re.compile(r"(\w+)(?:\[\d+\])?")

Knots = Sequence[tuple[float, float]]


def field_of(path: str) -> str:
    """The field of a path of the Profile: `info.email` -> "email", `experiences[0].title` -> "exp.title", `skills[3].name` -> "skills"."""
    names: list[str] = _STEP.findall(path)
    if names[0] == "info":
        return names[1]
    return f"{_LISTS[names[0]]}.{names[1]}" if names[0] in _LISTS else names[0]


def probability(path: str, raw: float) -> float:
    """The probability that the value at a path is right, 0..1, by its raw score."""
    knots = calibration()
    return height(knots.get(_field(path), knots[EVERY]), raw)


@lru_cache(maxsize=1024)
def _field(path: str) -> str:
    """The same as `field_of`, remembered: the paths of all files are alike."""
    return field_of(path)


def height(knots: Knots, raw: float) -> float:
    """The height of the line through the knots, level beyond its ends."""
    if raw <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in pairwise(knots):
        if raw <= x1:
            return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)
    return knots[-1][1]
