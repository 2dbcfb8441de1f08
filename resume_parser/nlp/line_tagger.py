"""What each line of a document is for, as odds: a CRF over all lines, trained by models/line_roles/train.py.

Roles name the part of a resume a line belongs to and what it does there: "heading:skills", "job", "description:job",
"item:skills", "contact" ...
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from resume_parser.nlp import crf
from resume_parser.nlp.cues import Cues
from resume_parser.nlp.line_features import document_features
from resume_parser.nlp.reading import Reading

if TYPE_CHECKING:
    from pycrfsuite import Tagger

LEAST = 0.02  # odds of a role below this are left out


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """The trained model, loaded once per process."""
    return crf.open_model("line_roles")


def tag_lines(reading: Reading, cues: Cues) -> tuple[Mapping[str, float], ...]:
    """The odds of the roles of every line of a document, unlikely roles left out."""
    found = crf.odds(load_tagger(), document_features(reading, cues))
    return tuple({role: share for role, share in roles.items() if share >= LEAST} for roles in found)
