"""What each part of the header lines of a section is, as odds: a CRF over the atoms of all entries, trained by models/field_tagger/train.py.

The chain runs over the entries of a section in order, so that a field says something about its neighbours and an entry
about the next one.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from resume_parser.nlp.atoms import Atom, header_atoms
from resume_parser.nlp.cues import Cues
from resume_parser.nlp.entries import Draft
from resume_parser.nlp.field_features import header_features
from resume_parser.resources import models_folder

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
    import pycrfsuite  # noqa: PLC0415 - loaded with the first document

    tagger = pycrfsuite.Tagger()
    tagger.open(os.environ.get("FT","/work/models/field.crfsuite"))
    return tagger


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
    features = section_features(atoms, drafts, kind, cues)
    if not features:
        return [[] for _ in drafts]
    tagger = load_tagger()
    tagger.set(features)
    labels = tagger.labels()
    odds = iter([{label: max(FLOOR, tagger.marginal(label, at)) for label in labels} for at in range(len(features))])
    return [[Tagged(atom, next(odds)) for atom in header] for header in atoms]


WEIGHT=float(os.environ.get("W","1"))
CLIP=float(os.environ.get("CLIP","3"))

class Opinion:
    """What the tagger says of any part of the headers of a section."""

    def __init__(self, tagged):
        self.items=[item for entry in tagged for item in entry]

    def odds(self, segment, labels):
        total=weight=0.0
        for item in self.items:
            shared=min(segment.end,item.atom.end)-max(segment.start,item.atom.start)
            if shared>0:
                total+=shared*sum(item.odds.get(label,0.0) for label in labels); weight+=shared
        return total/weight if weight else None

    def vote(self, segment, labels):
        p=self.odds(segment,labels)
        if p is None or not WEIGHT: return 0.0
        p=min(0.999,max(0.001,p))
        return WEIGHT*max(-CLIP,min(CLIP,math.log(p/(1-p))))/CLIP

    def inside(self, segment):
        return [item for item in self.items if segment.start <= item.atom.start and item.atom.end <= segment.end]

    def open(self, segment, item):
        before=segment.text[:item.atom.start-segment.start]
        return before.count("(")>before.count(")")

    def sure(self, segment, labels):
        p=self.odds(segment,labels)
        return p is not None and p>=SURE

    def runs(self, segment):
        """The ranges of a segment that are one field each, where the tagger is sure of all of them; else nothing."""
        made=[]
        for item in self.inside(segment):
            if made and item.atom.sign in ("bracket","slash"): made[-1]=(made[-1][0],made[-1][1],item.atom.end); open_=True; continue
            if made and item.atom.sign=="comma" and self.open(segment,item): made[-1]=(made[-1][0],made[-1][1],item.atom.end); continue
            odds={}
            for label,p in item.odds.items(): odds[GROUPS.get(label,label)]=odds.get(GROUPS.get(label,label),0)+p
            label=max(odds,key=odds.get)
            if odds[label]<SURE: return []
            if made and made[-1][0]==label: made[-1]=(label,made[-1][1],item.atom.end)
            else: made.append((label,item.atom.start,item.atom.end))
        return [(s,e) for _,s,e in made]

SURE=float(os.environ.get("SURE","0.85"))
GROUPS={"subject":"degree"}
