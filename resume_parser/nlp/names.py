"""Names of people: how much a line looks like one, its first and last part, its spelling in small and capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.locales import Locale, all_locales, fold, heading_kind
from resume_parser.resources import first_names, lines

LETTER_SPACED = re.compile(r"^[^\W\d_](?:[ \u00a0][^\W\d_])+$")
WORD_GAP = re.compile(r"\s{2,}|\n")
NOT_A_NAME = re.compile(r"[^\w\s.,'’‘`´()\"“”·-]|[\d_]")
NICKNAME = re.compile(r"\s*[(\"“][^)\"”]*[)\"”]\s*")
INITIAL = re.compile(r"^(?:[^\W\d_]\.?){1,2}$|^[^\W\d_]\.-?[^\W\d_]\.?$")
GENERATION = re.compile(r"^(?:jr|sr|[ivx]{2,4})\.?$", re.IGNORECASE)
POST_NOMINAL = re.compile(r"^(?:[A-Z][a-z]{0,2}\.?){1,2}[A-Z]\.?[A-Z]?[a-z]?\.?$|^[A-Z.]{2,6}$")  # "PhD" "M.D." "MBA" after a comma
LETTER_AFTER = re.compile(r"(?<![^\W\d_])([^\W\d_])")
SCOTTISH = re.compile(r"\b(Mc)([a-z])(?=[a-z]{2})")
FEWEST, MOST = 2, 5  # words of a full name
LONGEST_WORD = 20  # letters
KNOWN, KNOWN_LATER, UNKNOWN, ONE_WORD = 1.0, 0.85, 0.6, 0.35  # scores
DOUBTFUL = 0.7  # factor for "Grant Manager": a first name beside a word of titles or headings
CAPITAL_PARTICLES = frozenset({"mac", "st", "st.", "san", "santa", "saint", "le", "el", "abu", "ten", "ter"})  # "Jean Le Gall"
USUAL, LONG = 4, 0.1  # words of most names; what each further word costs
SPANISH = ("es", "pt")  # languages of people with two last names


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that names are, or are not, made of, folded."""

    particles: frozenset[str]
    honorifics: frozenset[str]
    others: frozenset[str]  # words of headings, titles and sentences


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """The word lists of all locales."""
    every = all_locales()
    return NameWords(
        particles=frozenset(fold(word) for locale in every for word in locale.names.particles),
        honorifics=frozenset(fold(word).rstrip(".") for locale in every for word in locale.names.honorifics),
        others=frozenset(fold(word) for locale in every for word in other_words(locale)) | lines("document_titles.txt"),
    )


def other_words(locale: Locale) -> Iterator[str]:
    """Single words that stand in headings, titles, names of firms and sentences rather than in names of people."""
    yield from (*locale.titles, *locale.title_modifiers, *locale.company_words, *locale.school_words, *locale.stopwords)
    for group in (*locale.heading_words.values(), *locale.headings.values(), locale.degrees, locale.soft_skills):
        yield from (word for word in group if " " not in word)


def join_letters(text: str) -> str:
    """The words of a letter-spaced name: "J A N E  D O E" is "JANE DOE"; other text unchanged but for its spaces."""
    parts = [part.strip() for part in WORD_GAP.split(text.strip()) if part.strip()]
    joined = [re.sub(r"\s", "", part) if LETTER_SPACED.match(part) and len(part) > FEWEST * 2 else " ".join(part.split()) for part in parts]
    return " ".join(joined)


def clean_name(text: str) -> str:
    """A name without titles such as "Dr.", degrees after a comma and nicknames in brackets."""
    text = NICKNAME.sub(" ", join_letters(text)).strip(" ,.;:|·-–—")
    head, *rest = [part.strip() for part in text.split(",")]
    if rest and all(not part or POST_NOMINAL.match(part) for part in rest):
        text = head
    words = text.split()
    honorifics = name_words().honorifics
    while len(words) > 1 and fold(words[0]).rstrip(".,") in honorifics:
        words = words[1:]
    while len(words) > FEWEST and fold(words[-1]).rstrip(".,") in honorifics:
        words = words[:-1]
    return " ".join(words).strip(" ,")


def title_case(name: str) -> str:
    """A name in capitals or small letters as people write it: "JOSÉ GARCÍA" is "José García"; mixed spelling stays."""
    words = name.split()
    return " ".join(recased(word, first=not at) if word.isupper() or name.islower() else word for at, word in enumerate(words))


def recased(word: str, *, first: bool) -> str:
    """One word of a name in its usual spelling; particles after the first word are small."""
    letters = sum(ch.isalpha() for ch in word)
    if letters == 1 or (INITIAL.match(word) and "." in word):
        return word.upper()
    if not letters or (GENERATION.match(word) and word.isupper()):
        return word
    if not first and fold(word) in name_words().particles - CAPITAL_PARTICLES:
        return word.lower()
    spelled = LETTER_AFTER.sub(lambda match: match[1].upper(), word.lower())
    return SCOTTISH.sub(lambda match: match[1] + match[2].upper(), spelled)


def split_name(full_name: str, language: str) -> tuple[str, str]:
    """(first name, last name) of a full name, "" for a part that it lacks."""
    name = clean_name(full_name)
    if "," in name:
        family, _, given = (part.strip() for part in name.partition(","))
        return title_case(given), title_case(family)
    words = name.split()
    if len(words) < FEWEST:
        return title_case(name), ""
    first, last = by_capitals(words) or by_words(words, language)
    return title_case(" ".join(first)), last_case(last)


def last_case(words: list[str]) -> str:
    """The last name in its usual spelling; a particle is small also at its front."""
    small = " ".join(words).islower()
    return " ".join(recased(word, first=False) if word.isupper() or small else word for word in words)


def by_capitals(words: list[str]) -> tuple[list[str], list[str]] | None:
    """The parts of "DUPONT Jean" and "Jean DUPONT", None where capitals do not tell."""
    particles = name_words().particles
    marks = [word.isupper() and len(word.strip(".")) > 1 and not GENERATION.match(word) for word in words]
    if all(marks) or not any(marks):
        return None
    first_mark, last_mark = marks.index(True), len(marks) - 1 - marks[::-1].index(True)
    start = first_mark
    while start > 0 and fold(words[start - 1]) in particles:
        start -= 1
    last = words[start : last_mark + 1]
    inner = [
        word
        for word, mark in zip(words[start : last_mark + 1], marks[start : last_mark + 1], strict=True)
        if not mark and fold(word) not in particles
    ]
    if inner or (start > 0 and last_mark < len(words) - 1 and not GENERATION.match(words[-1])):
        return None
    if start == 0:
        return words[last_mark + 1 :], last
    return words[:start], words[start:]


def by_words(words: list[str], language: str) -> tuple[list[str], list[str]]:
    """The parts by particles, known first names and the customs of the language; the last name has at least one word."""
    particles = name_words().particles
    if len(words) == FEWEST and all(word.isupper() for word in words) and not is_first_name(words[0]) and is_first_name(words[1]):
        return words[1:], words[:1]
    limit = len(words) - (2 if GENERATION.match(words[-1]) else 1)
    for at in range(1, limit + 1):
        if fold(words[at]) in particles and at < len(words) - 1:
            return words[:at], words[at:]
    at = 1
    while at < limit and (INITIAL.match(words[at]) or is_first_name(words[at])):
        at += 1
    if language not in SPANISH and at < limit and not is_first_name(words[0]):
        at = limit
    return words[:at], words[at:]


def name_score(text: str) -> float:
    """How much a short text looks like the name of a person, 0 to 1; 0 = surely not."""
    family, _, given = clean_name(text).partition(",")
    name = f"{given} {family}".strip()
    particles = name_words().particles
    words = [word for at, word in enumerate(name.split()) if fold(word) not in particles or (not at and is_first_name(word))]
    if not 1 <= len(words) <= MOST or NOT_A_NAME.search(name) or not all(is_name_word(word) for word in words):
        return 0.0
    full = [word for word in words if is_first_name(word) or not INITIAL.match(word)]
    if not full or heading_kind(name):
        return 0.0
    known = [is_first_name(word) for word in full]
    if len(words) < FEWEST:
        return ONE_WORD if known[0] else 0.0
    others = [fold(word).strip(".") in name_words().others for word in full]
    if any(others) and (not known[0] or (others[0] and any(others[1:]))):  # "Ben Carter" is a name, "Summer School" is none
        return 0.0
    score = KNOWN if known[0] else KNOWN_LATER if any(known) else UNKNOWN
    return score * (DOUBTFUL if any(others) else 1.0) - LONG * max(0, len(words) - USUAL)


def is_first_name(word: str) -> bool:
    """The word, or a part of it at a hyphen, is a known first name."""
    known = first_names()
    return any(part in known for part in (fold(word), *fold(word).split("-")))


def is_name_word(word: str) -> bool:
    """A word that starts with a capital, or with a sign and a capital; scripts without capitals pass."""
    first = next((ch for ch in word if ch.isalpha()), "")
    if not first or first.islower() or len(word) > LONGEST_WORD:
        return False
    return not word.endswith(".") or bool(INITIAL.match(word) or GENERATION.match(word))
