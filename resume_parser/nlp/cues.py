"""How much a short text looks like a job title, an organisation, a degree or a school, by the words of the locales.

Scores run from -1 (surely not) to 1 (surely); 0 says nothing. They are votes: nlp/fields.py adds those of all
entries of a section before it decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.locales import all_locales, fold

TOKEN = re.compile(r"[^\W_]+[+#]*(?:\.[^\W_]+)*")
TITLE_SURE = 0.6  # score of a text that names a job or an employer
LONG_NAME_WORDS = 14  # titles, degrees and organisations with more words are sentences
FORM_AT_START = 3  # letters; "SARL Dupont" starts with its legal form, "Co Founder" and "SE Developer" with other words
SHORTEST_COMPOUND = 8  # letters; a shorter word that ends like a title is a word of its own
DOMAIN = re.compile(r"\b[a-z0-9-]+\.(?:com|io|ai|net|org|co|de|fr|es|it|pt|nl|be|pl|se|eu|app|dev)\b", re.I)
GENDER_MARK = re.compile(r"\(?\b[fhkmvwx]\s*/\s*[dfhkmvwx](?:\s*/\s*[dinvx])?\b\)?", re.I)  # (m/w/d), H/F, K/M, m/v/x


def tokens(text: str) -> list[str]:
    """Folded words of a text."""
    return TOKEN.findall(fold(text))


def phrases(words: list[str], longest: int) -> set[str]:
    """All runs of up to `longest` words."""
    return {" ".join(words[at : at + size]) for size in range(1, longest + 1) for at in range(len(words) - size + 1)}


@dataclass(frozen=True)
class Cues:
    """The word lists of all locales, folded, as one set per question."""

    titles: frozenset[str]
    title_suffixes: tuple[str, ...]
    modifiers: frozenset[str]
    legal_forms: frozenset[str]
    organisations: frozenset[str]
    schools: frozenset[str]
    school_suffixes: tuple[str, ...]
    degrees: frozenset[str]
    stopwords: frozenset[str]

    def is_title_word(self, word: str) -> bool:
        """The word is the head of job titles, alone or as the end of a compound."""
        return word in self.titles or (len(word) >= SHORTEST_COMPOUND and word.endswith(self.title_suffixes))

    def title(self, text: str) -> float:
        """How much the text looks like a job title."""
        words = tokens(GENDER_MARK.sub(" ", text))
        if not words or len(words) > LONG_NAME_WORDS:
            return -0.7
        heads = [at for at, word in enumerate(words) if self.is_title_word(word)]
        if self.has_legal_form(text):
            return -0.8
        if not heads:
            return 0.5 if words[0] in self.modifiers and len(words) > 1 else -0.1
        at_edge = heads[0] <= 1 or heads[-1] == len(words) - 1
        return 1.0 if at_edge else 0.6

    def organisation(self, text: str) -> float:
        """How much the text looks like the name of an employer."""
        words = tokens(text)
        if not words or len(words) > LONG_NAME_WORDS:
            return -0.7
        if self.has_legal_form(text):
            return 1.0
        score = 0.6 if any(word in self.organisations or word in self.schools for word in words) else 0.0
        score += 0.4 if DOMAIN.search(text) else 0.0
        first = next((ch for ch in text if ch.isalpha()), "A")
        return max(score, 0.1) if first.isupper() else score - 0.3

    def has_legal_form(self, text: str) -> bool:
        """A legal form of companies stands at the end (or start) of the text."""
        words = fold(text).replace(",", " ").split()
        first = [word for word in words[:1] if len(word) >= FORM_AT_START]
        bare = [word.strip("().").replace(".", "") for word in words]
        joined = {*bare[1:][-2:], *bare[: len(first)], "".join(bare[-2:]), "".join(bare[-3:])}  # "Sp. j.", "sp. z o.o."
        return bool(joined & self.legal_forms) and len(words) > 1

    def degree(self, text: str) -> float:
        """How much the text looks like a degree."""
        words = tokens(text)
        if not words or len(words) > LONG_NAME_WORDS + 2:
            return -0.7
        squeezed = fold(text).replace(".", "").split()
        squeezed = [word.strip("(),:;'’") for word in squeezed]
        if self.degrees & (phrases(words[:3], 3) | phrases(squeezed[:2], 2)):
            return 1.0
        return 0.7 if self.degrees & (phrases(words, 3) | set(squeezed)) else 0.0

    def is_bare_degree(self, text: str) -> bool:
        """The text names the level of a degree and no field ("Master", "B.Sc.", "Bachelor of Science")."""
        words = tokens(text)
        joined = " ".join(words)
        return joined in self.degrees or fold(text).replace(".", "").strip() in self.degrees or len(words) == 1

    def school(self, text: str) -> float:
        """How much the text looks like the name of a school."""
        words = tokens(text)
        if not words or len(words) > LONG_NAME_WORDS:
            return -0.7
        hit = any(word in self.schools or word.endswith(self.school_suffixes) for word in words)
        return 1.0 if hit else 0.1


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of all locales together: resumes mix languages, above all with English."""
    every = all_locales()
    degrees = frozenset(fold(word) for locale in every for word in locale.degrees)
    suffixes = {word.lstrip("-") for locale in every for word in locale.title_suffixes}
    return Cues(
        titles=frozenset(fold(word) for locale in every for word in locale.titles),
        title_suffixes=tuple(fold(word) for word in suffixes),
        modifiers=frozenset(fold(word) for locale in every for word in locale.title_modifiers),
        legal_forms=frozenset(fold(word).replace(".", "") for locale in every for word in locale.legal_forms),
        organisations=frozenset(fold(word) for locale in every for word in locale.company_words),
        schools=frozenset(fold(word) for locale in every for word in locale.school_words),
        school_suffixes=tuple(sorted({fold(word) for locale in every for word in locale.school_suffixes})),
        degrees=degrees | frozenset(word.replace(".", "") for word in degrees),
        stopwords=frozenset(fold(word) for locale in every for word in locale.stopwords),
    )
