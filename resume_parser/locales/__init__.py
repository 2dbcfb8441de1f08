"""The words of the languages that resumes are written in: one TOML file per language, looked up in dicts.

words.json holds all of them in one table, because JSON is read twenty times as fast; locales/table.py writes it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

FOUND = sorted(path.stem for path in Path(__file__).parent.glob("*.toml"))
LANGUAGES: tuple[str, ...] = tuple(sorted(FOUND, key="en".__ne__))  # a new file is a new language; English first, where words tie
HEAD_FIRST = frozenset({"es", "fr", "it", "pl", "pt"})  # languages whose noun phrases start with the noun
NO_HEADING = "none"  # the key of heading_words for words that show other texts
MAX_HEADING_WORDS = 6  # longer texts are sentences
CACHE = 8192  # folded texts kept: the short lines of some resumes
TABLE = "words.json"  # the words of all languages
HEADINGS = "headings"  # its key for the kinds of whole headings

Words = tuple[str, ...]
Made = TypeVar("Made")

LIKE_ASCII = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
SURE_JOINERS = frozenset({"and", "und", "et", "y", "e", "u", "och", "oraz"})
DOUBTFUL_JOINERS = {"nl": "en", "pl": "i"}  # prepositions in other languages: "Licence en langues"
JOINERS = SURE_JOINERS | set(DOUBTFUL_JOINERS.values())
SEPARATORS = re.compile(r"[\W\d_]+")
NOT_IN_HEADING = re.compile(r"[\d,;.!?@]|^\W*[a-zà-ÿąćęłńśźż]")  # numbers, lists, sentences, second lines of sentences
SPACED_LETTERS = re.compile(r"(?:[^\W\d_][ \u00a0]){3,}[^\W\d_]")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WORD_GAP = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class DateLanguage:
    """The words of dates."""

    months: tuple[Words, ...]  # twelve, January first: names and abbreviations
    present: Words
    since: Words
    froms: Words
    until: Words
    to: Words
    terms: Mapping[str, tuple[int, int]]  # season or term -> first and last month


@dataclass(frozen=True, slots=True)
class NameLanguage:
    """The words around the names of people."""

    particles: Words
    honorifics: Words


@dataclass(frozen=True, slots=True)
class Locale:
    """The words of one language, in small letters with their accents."""

    language: str  # ISO 639-1
    headings: Mapping[str, Words]  # section kind -> whole headings
    heading_words: Mapping[str, Words]  # section kind -> words that make any short text such a heading
    dates: DateLanguage
    labels: Mapping[str, Words]  # what stands before a value: "phone" -> "tel", "mobile no" ...
    titles: Words  # head words of job titles
    title_suffixes: Words  # ends of compound job titles
    title_modifiers: Words  # words before a job title: "senior"
    legal_forms: Words
    company_words: Words
    school_words: Words
    school_suffixes: Words
    degrees: Words
    language_levels: Words
    skill_levels: Words
    spoken_languages: Mapping[str, str]  # name -> ISO 639-1
    soft_skills: Words
    driving: Words
    gender: Mapping[str, str]  # word or form of address -> "male" or "female"
    names: NameLanguage
    stopwords: Words
    countries: Mapping[str, str]  # name -> ISO 3166 alpha-3
    employment: Words  # kinds of contract: "full-time"
    consent: Words  # how a clause on personal data begins: "I hereby consent"
    time_units: Words  # "years", "mos"
    remote: Words
    connectors: Words  # words between a title and a company: "at"
    employed: Words  # how a sentence about a job begins: "working"
    role_words: Words  # before the job title in it: "as a"
    employer_words: Words  # before the employer in it: "with"
    name_joiners: Words  # small words inside names of titles and employers: "of"
    regions: Words  # ISO 3166 alpha-2 codes of the countries that speak the language, the largest first


@lru_cache(maxsize=CACHE)
def fold(text: str) -> str:
    """The text in small letters without accents, with plain apostrophes and "ss" for "ß": the same number of words."""
    if text.isascii():
        return text.lower().replace("`", "'")
    small = text.casefold().translate(LIKE_ASCII)
    return "".join(ch for ch in unicodedata.normalize("NFKD", small) if not unicodedata.combining(ch)).translate(LIKE_ASCII)


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    """Language -> the table of its TOML file, and HEADINGS -> the kind of each heading."""
    made: dict[str, dict[str, dict[str, object]]] = json.loads(Path(__file__).with_name(TABLE).read_text(encoding="utf-8"))
    return made


@lru_cache(maxsize=len(LANGUAGES))
def load(language: str) -> Locale:
    """The words of a language of LANGUAGES, KeyError for any other."""
    if language not in LANGUAGES:
        raise KeyError(f"no locale for {language!r}; there are {', '.join(LANGUAGES)}")
    table = tables()[language]
    nested = {"dates": build(DateLanguage, table["dates"]), "names": build(NameLanguage, table["names"])}
    return build(Locale, {**table, "language": language, **nested})


def build(made: type[Made], table: Mapping[str, object]) -> Made:
    """A dataclass from a TOML table; its lists become tuples."""
    return made(**{field.name: frozen(table[field.name]) for field in fields(made)})  # type: ignore[arg-type] # any dataclass


def frozen(value: object) -> object:
    """The value with tuples for all its lists."""
    if isinstance(value, list):
        return tuple(frozen(part) for part in value)
    if isinstance(value, dict):
        return {key: frozen(part) for key, part in value.items()}
    return value


@lru_cache(maxsize=1)
def all_locales() -> tuple[Locale, ...]:
    """The words of all languages."""
    return tuple(load(language) for language in LANGUAGES)


@lru_cache(maxsize=CACHE)
def heading_kind(text: str) -> str | None:
    """The section kind that a whole text names in any language, None if it is no known heading.

    Capitals, accents, punctuation, digits, "&" or "and" and the spaces between the letters of "S K I L L S" do not matter.
    """
    return whole_headings().get(heading_key(text)) if text else None


@lru_cache(maxsize=CACHE)
def heading_kind_by_words(text: str) -> str | None:
    """The section kind that a short text names by its head word ("Selected Consulting Experience"), None if there is none."""
    words = [] if NOT_IN_HEADING.search(text) else heading_key(text).split()
    if not 1 <= len(words) <= MAX_HEADING_WORDS or not runs(words).isdisjoint(other_heads()):
        return None
    return next((kind for language in LANGUAGES if (kind := kind_of_head(words, language)) and not is_teacher(words, language, kind)), None)


def kind_of_head(words: list[str], language: str) -> str | None:
    """The kind that the head of a noun phrase names: its first word, or in Germanic languages the last before any small word."""
    heads, small = head_words(language), function_words(language)
    if words[0] in small or len(small.intersection(words)) > len(words) // 2:
        return None
    end = next((at for at, word in enumerate(words) if word in small), len(words))
    phrases = [words[:2], words[:1]] if language in HEAD_FIRST else [words[max(0, end - 2) : end], words[end - 1 : end]]
    return next((kind for phrase in phrases if (kind := heads.get(" ".join(phrase)))), None)


def is_teacher(words: list[str], language: str, kind: str) -> bool:
    """The text names a job in education rather than the education: "Leerkracht lager onderwijs"."""
    return kind == "education" and words[0] in title_words(language) and heading_kind(words[0]) is None


def runs(words: list[str]) -> set[str]:
    """All runs of up to three words."""
    return {" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1)}


@lru_cache(maxsize=CACHE)
def heading_key(text: str) -> str:
    """How headings are compared: folded words without joiners such as "and"."""
    if SPACED_LETTERS.search(text):
        parts = WORD_GAP.split(text.strip()) if WORD_GAP.search(text.strip()) else [text]
        text = " ".join("".join(part.split()) if SPACED_LETTERS.search(part) else part for part in parts)
    return " ".join(word for word in SEPARATORS.sub(" ", fold(text)).split() if word not in SURE_JOINERS)


@lru_cache(maxsize=1)
def whole_headings() -> Mapping[str, str]:
    """Heading key -> kind over all languages, also without spaces; the first language wins where two disagree."""
    found: dict[str, str] = tables()[HEADINGS]  # type: ignore[assignment] # texts
    return {**{key.replace(" ", ""): kind for key, kind in found.items()}, **found}


@lru_cache(maxsize=len(LANGUAGES))
def head_words(language: str) -> dict[str, str]:
    """Folded head word or phrase -> kind."""
    return {heading_key(word): kind for kind, words in load(language).heading_words.items() if kind != NO_HEADING for word in words}


@lru_cache(maxsize=1)
def other_heads() -> frozenset[str]:
    """Words and phrases of all languages with which a text is no heading in spite of its head word ("User Experience")."""
    return frozenset(heading_key(phrase) for locale in all_locales() for phrase in locale.heading_words.get(NO_HEADING, ()))


@lru_cache(maxsize=len(LANGUAGES))
def function_words(language: str) -> frozenset[str]:
    """The small words of the language, folded."""
    return folded(load(language).stopwords)


def is_date(text: str) -> bool:
    """The text is a date or a range of dates with a year, in words of any language, and nothing else."""
    return YEAR.search(text) is not None and date_words().issuperset(SEPARATORS.sub(" ", fold(text)).split())


@lru_cache(maxsize=1)
def date_words() -> frozenset[str]:
    """The single words of dates in all languages, folded."""
    phrases: set[str] = set()
    for locale in all_locales():
        words = locale.dates
        phrases.update(*words.months, words.present, words.since, words.froms, words.until, words.to, words.terms)
    return frozenset(word for phrase in phrases for word in SEPARATORS.sub(" ", fold(phrase)).split())


@lru_cache(maxsize=len(LANGUAGES))
def title_words(language: str) -> frozenset[str]:
    """The head words of job titles of the language, folded."""
    return folded(load(language).titles)


@lru_cache(maxsize=1)
def present_words() -> frozenset[str]:
    """The single words for the present as the end of a date range, folded, of all languages."""
    return folded(word for locale in all_locales() for word in locale.dates.present if " " not in word)


def folded(words: Iterable[str]) -> frozenset[str]:
    """The words folded, as a set."""
    return frozenset(fold(word) for word in words)
