"""What each part of the header lines of a section is, as odds: a CRF over the atoms of all its entries.

Trained by models/field_tagger/train.py. The chain runs over the entries of a section in order, so that a field says
something about its neighbours and an entry about the next one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from resume_parser.nlp import crf
from resume_parser.nlp.atoms import Atom, header_atoms
from resume_parser.nlp.cues import Cues
from resume_parser.nlp.entries import Draft
from resume_parser.nlp.field_features import header_features

if TYPE_CHECKING:
    from pycrfsuite import Tagger

FLOOR = 1e-3  # smallest odds: no single reading is beyond the votes of the others


@dataclass(frozen=True, slots=True)
class Tagged:
    """An atom with the probability of each label."""

    atom: Atom
    odds: Mapping[str, float]


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """The trained model, loaded once per process."""
    return crf.open_model("field_tagger")


def section_atoms(text: str, drafts: Sequence[Draft]) -> list[list[Atom]]:
    """The atoms of each entry of a section."""
    return [header_atoms(text, draft.header) for draft in drafts]


def section_features(atoms: Sequence[Sequence[Atom]], drafts: Sequence[Draft], kind: str, cues: Cues) -> list[list[str]]:
    """The features of all atoms of a section, entry after entry."""
    made: list[list[str]] = []
    for header, draft in zip(atoms, drafts, strict=True):
        first = draft.header[0]
        body = first.style[0] / first.size if first.size else 0.0
        if header:
            made += header_features(header, kind, cues, dated=draft.date is not None, body=body)
    return made


def tag_section(text: str, drafts: Sequence[Draft], kind: str, cues: Cues) -> list[list[Tagged]]:
    """The atoms of each entry of a section with their odds."""
    atoms = section_atoms(text, drafts)
    found = iter(crf.odds(load_tagger(), section_features(atoms, drafts, kind, cues)))
    return [[Tagged(atom, {label: max(FLOOR, share) for label, share in next(found).items()}) for atom in header] for header in atoms]
