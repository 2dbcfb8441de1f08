"""Which language an image is read in: English first, and the language of the words found where it is another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from resume_parser.locales import LANGUAGES, fold, function_words

MODELS = {  # language -> tesseract's name
    "en": "eng",
    "fr": "fra",
    "de": "deu",
    "es": "spa",
    "pt": "por",
    "it": "ita",
    "nl": "nld",
    "pl": "pol",
    "sv": "swe",
    "da": "dan",
}
FIRST = "eng"
LEAST_VOTES = 4  # small words of a language that must be there
LEAD = 1.3  # times the votes of English that another language needs


def first_language(installed: frozenset[str]) -> str:
    """The language of the first reading."""
    return FIRST if FIRST in installed else min(installed)


def language_of(words: Iterable[str], installed: frozenset[str]) -> str | None:
    """The installed model of the language that the small words belong to, None if they are English or tell nothing."""
    texts = [fold(word.strip(".,;:()")) for word in words]
    votes = Counter({language: sum(text in function_words(language) for text in texts) for language in LANGUAGES})
    best, count = votes.most_common(1)[0]
    if best == "en" or count < LEAST_VOTES or count < LEAD * votes["en"]:
        return None
    model = MODELS.get(best)
    return model if model in installed else None
