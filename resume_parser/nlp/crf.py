"""The odds of the labels of a chain by a trained CRF: the only place of the engine that talks to python-crfsuite."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from resume_parser.resources import models_folder

if TYPE_CHECKING:
    from pycrfsuite import Tagger

_LOCK = Lock()  # a tagger holds the chain that it was given last: two threads must not take turns with it


def open_weights(path: Path) -> Tagger:
    """A tagger with the weights of a file."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def open_model(name: str) -> Tagger:
    """The tagger that ships in a folder of the models."""
    return open_weights(models_folder() / name / "weights.crfsuite")


def odds(tagger: Tagger, chain: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """The odds of every label for each item of a chain, 0..1; an item is the list of its features."""
    if not chain:
        return []
    with _LOCK:
        tagger.set(chain)
        labels = tagger.labels()
        return [{label: tagger.marginal(label, at) for label in labels} for at in range(len(chain))]
