"""Personal facts that a resume states with a label: birth date, driving licence, gender. Nothing is inferred."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.entities import Entity
from resume_parser.locales import all_locales, fold
from resume_parser.nlp.date_points import is_day_first
from resume_parser.nlp.date_words import any_of
from resume_parser.nlp.dates import read_birth_date

AFTER_LABEL = 48  # characters after a birth label in which its date stands
TOP = 400  # characters of the text in which a form of address belongs to the candidate
CATEGORY = r"(?-i:AM|A[12]?|B[1E]?|C1?E?|D1E?|D|[LMT])"  # without DE: a word of French and Spanish
CATEGORIES = rf"{CATEGORY}(?:(?:\s?[,/+&]\s?|\s[a-z]{{1,3}}\s){CATEGORY})*(?![\w'’-])"
BETWEEN = r"[^\S\n]*[:(–-]?[^\S\n]*(?:[^\W\d_]{3,10}\.?[^\S\n]+){0,2}?"  # "Klasse", "catégorie"
STATED = 0.95  # score of a labelled value
UNSPECIFIED = 0.7  # score of a licence without its categories


LICENCE_WORDS = re.compile(r"[^\S\n]*(?::[^\S\n]*|\n+)((?:[^\W\d_]+[,.]?[^\S\n]?){1,5})(?=\n|$)")  # "Driving licence: full, clean"


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """Patterns over all locales."""

    birth: re.Pattern[str]
    licence: re.Pattern[str]  # "after", "before" or "short" hold the categories
    gender: re.Pattern[str]  # a label and the word after it
    address: re.Pattern[str]  # a form of address before a name
    genders: dict[str, str]  # folded word -> "male" or "female"


def label_pattern(name: str) -> str:
    """A pattern for any label of a kind in any language."""
    return any_of(word for locale in all_locales() for word in locale.labels.get(name, ()))


@lru_cache(maxsize=1)
def personal_words() -> PersonalWords:
    """The patterns, made on the first call."""
    every = all_locales()
    alone, cut = licence_labels()
    honorifics = {fold(word).rstrip(".") for locale in every for word in locale.names.honorifics}
    genders = {fold(word).rstrip("."): value for locale in every for word, value in locale.gender.items()}
    address = any_of(word for word in genders if word in honorifics)
    return PersonalWords(
        birth=re.compile(rf"(?<!\w){label_pattern('birth_date')}(?!\w)", re.IGNORECASE),
        licence=re.compile(
            rf"(?<!\w)(?:(?:(?P<before>{CATEGORIES})\s)?(?P<label>{any_of(alone)})(?!\w)(?:{BETWEEN}(?P<after>{CATEGORIES}))?"
            rf"|(?:{any_of(cut)})\s(?P<short>{CATEGORIES}))",
            re.IGNORECASE,
        ),
        gender=re.compile(rf"(?<!\w){label_pattern('gender')}\s*[:–-]?\s*(?P<word>[^\W\d_]+)", re.IGNORECASE),
        address=re.compile(rf"^[^\S\n]*(?P<word>{address})\.?[^\S\n]+(?-i:[^\W\d_])", re.IGNORECASE | re.MULTILINE),
        genders=genders,
    )


def licence_labels() -> tuple[set[str], set[str]]:
    """(labels that state a licence alone, "permis de conduire"; those that need a category after them, "permis")."""
    alone: set[str] = set()
    cut: set[str] = set()
    for label in (label for locale in all_locales() for label in locale.driving):
        found = re.search(rf"\s{CATEGORY}(?!\w)", label.upper())
        (cut if found else alone).add(label[: found.start()] if found else label)
    return alone, {label for label in cut if any(other.startswith(label) for other in alone)}


@lru_cache(maxsize=1)
def phone_labels() -> tuple[str, ...]:
    """The words that announce a phone number in any language."""
    return tuple(dict.fromkeys(word for locale in all_locales() for name in ("phone", "mobile") for word in locale.labels.get(name, ())))


def birth_date(text: str, language: str) -> Entity | None:
    """The day of birth that stands after a birth label, None where no day is stated."""
    for label in personal_words().birth.finditer(text):
        after = text[label.end() : label.end() + AFTER_LABEL]
        found = read_birth_date(after, language, day_first=is_day_first(text, language))
        if found:
            start, end = label.end() + found.start, label.end() + found.end
            return Entity("date_birth", start, end, text[start:end], found.value, STATED)
    return None


def driving_license(text: str) -> Entity | None:
    """The categories of the driving licence ("B", "A, B"), as printed if none are named; None where no licence is stated."""
    found = [licence_of(text, match) for match in personal_words().licence.finditer(text)]
    return max(found, key=lambda entity: (entity.score, len(entity.value)), default=None)


def licence_of(text: str, match: re.Match[str]) -> Entity:
    """The licence that one mention states: its categories, else the words after the label, else the label."""
    group = next((name for name in ("after", "before", "short") if match[name]), None)
    if group:
        start, end = match.span(group)
        return Entity("driving_license", start, end, text[start:end], ", ".join(re.findall(CATEGORY, match[group])), STATED)
    words = LICENCE_WORDS.match(text, match.end("label")) if starts_line(text, match.start("label")) else None
    start, end = words.span(1) if words else match.span("label")
    return Entity("driving_license", start, end, text[start:end], " ".join(text[start:end].split()), UNSPECIFIED)


def starts_line(text: str, at: int) -> bool:
    """Nothing stands before the offset in its line."""
    return not text[:at].rpartition("\n")[2].strip(" •")


def gender(text: str) -> Entity | None:
    """ "male" or "female" where a label or a form of address before the name states it, else None."""
    words = personal_words()
    for match in (*words.gender.finditer(text), *words.address.finditer(text, 0, TOP)):
        value = words.genders.get(fold(match["word"]).rstrip("."))
        if value:
            return Entity("gender", match.start("word"), match.end("word"), match["word"], value, STATED)
    return None
