"""Skills named in running text: spaCy's PhraseMatcher over the lexicon of hard skills."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from resume_parser.resources import skills

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

SHORTEST = 2  # characters; "C" and "R" are letters first


@lru_cache(maxsize=1)
def skill_matcher(nlp: Language) -> PhraseMatcher:
    """The matcher of the lexicon, built once."""
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("skill", [nlp.make_doc(name) for name in sorted(skills()) if len(name) >= SHORTEST])
    return matcher


def find_skills(nlp: Language, doc: Doc) -> tuple[tuple[int, int], ...]:
    """The ranges of the skills in the text, the longest of overlapping ones; a plain word counts only with a capital."""
    from spacy.util import filter_spans

    spans = filter_spans([doc[start:end] for _, start, end in skill_matcher(nlp)(doc)])
    return tuple((span.start_char, span.end_char) for span in spans if len(span) > 1 or not span.text.islower() or not span.text.isalpha())
