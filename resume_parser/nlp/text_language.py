"""The language of a text: a test of its scripts, then a vote of small words ("the", "und", "pour").

Words of headings and technology say little about a resume: English ones stand in texts of every language.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from resume_parser.locales import Locale, all_locales
from resume_parser.resources import stopwords

DEFAULT = "en"  # the language of a text that says nothing
WORD = re.compile(r"[^\W\d_]+")
OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
SCRIPT_SHARE = 0.2  # of the letters; resumes in other scripts still print technology and names in Latin letters
DENSE = 3.0  # a Chinese, Japanese or Korean character says as much as this many Latin letters
WORD_CAP = 12  # occurrences of one word that count: one bullet verb must not decide
SCRIPTS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]"), DENSE),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"), DENSE),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), DENSE),
    ("ru", re.compile(r"[\u0400-\u04ff]"), 1.0),
    ("ar", re.compile(r"[\u0600-\u06ff]"), 1.0),
    ("he", re.compile(r"[\u0590-\u05ff]"), 1.0),
    ("el", re.compile(r"[\u0370-\u03ff]"), 1.0),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 1.0),
    ("hi", re.compile(r"[\u0900-\u097f]"), 1.0),
    ("ka", re.compile(r"[\u10a0-\u10ff]"), 1.0),
    ("hy", re.compile(r"[\u0530-\u058f]"), 1.0),
)
LETTERS: tuple[tuple[str, str, re.Pattern[str]], ...] = (  # script language -> other language that only these letters show
    ("ru", "uk", re.compile(r"[іїєґ]")),
    ("ar", "fa", re.compile(r"[پچژگ]")),
)
LIGHT, LONG = 0.4, 4  # weight of a word of headings beside a small word; letters of such a word
KANA_SHARE = 0.1  # of the dense characters: Japanese mixes kana with Chinese characters


def identify(text: str) -> str:
    """The ISO 639-1 code of the main language of a text; English where it says nothing."""
    return script_language(text) or word_language(text) or DEFAULT


def script_language(text: str) -> str | None:
    """The language that the script of a text shows; None for Latin letters."""
    others = OTHER_SCRIPT.findall(text)
    if not others:
        return None
    run = "".join(others)
    counts = {language: len(pattern.findall(run)) * weight for language, pattern, weight in SCRIPTS}
    if counts["ja"] >= KANA_SHARE * (counts["ja"] + counts["zh"]) > 0:
        counts["ja"] += counts.pop("zh")
    best = max(counts, key=lambda language: counts[language])
    latin = sum(len(word) for word in WORD.findall(text)) - len(others)
    if counts[best] < SCRIPT_SHARE * (latin + counts[best]):
        return None
    return next((other for base, other, letters in LETTERS if base == best and letters.search(run)), best)


def word_language(text: str) -> str | None:
    """The language whose small words stand most often in a text; None where none does."""
    table = votes()
    counts = Counter(WORD.findall(text.casefold()))
    scores: dict[str, float] = defaultdict(float)
    for word, count in counts.items():
        for language, weight in table.get(word, ()):
            scores[language] += weight * min(count, WORD_CAP)
    return max(scores, key=lambda language: scores[language]) if scores else None


@lru_cache(maxsize=1)
def votes() -> dict[str, tuple[tuple[str, float], ...]]:
    """Small word -> the languages that it speaks for and how much: a word of many languages says little."""
    speakers: dict[str, set[str]] = defaultdict(set)
    for locale in all_locales():
        for word in locale.stopwords:
            speakers[word.casefold()].add(locale.language)
    for language, words in stopwords().items():
        for word in words:
            speakers[word.casefold()].add(language)
    table = {word: tuple((language, 1 / len(languages)) for language in sorted(languages)) for word, languages in speakers.items()}
    return {**resume_votes(), **table}


def resume_votes() -> dict[str, tuple[tuple[str, float], ...]]:
    """Words of headings, labels and months that only one locale has: a light vote, for resumes of hardly a sentence."""
    words = {locale.language: own_words(locale) for locale in all_locales()}
    return {
        word: ((language, LIGHT),) for language, own in words.items() for word in own if sum(word in other for other in words.values()) == 1
    }


def own_words(locale: Locale) -> frozenset[str]:
    """The longer words of the headings, labels and months of a locale."""
    lists = (*locale.headings.values(), *locale.labels.values(), *locale.dates.months)
    return frozenset(word for phrases in lists for phrase in phrases for word in phrase.casefold().split() if len(word) >= LONG)
