"""The words that dates are printed with, from the locales, compiled to tables and patterns once.

All locales count for every text: resumes mix languages. Languages without a locale are asked of dateparser, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from resume_parser.locales import JOINERS, all_locales, fold

DASH = r"(?:[-‐‑‒–—―−﹘﹣－~～〜→➔]{1,3}>?)"
DATEPARSER_NAMES = {"no": "nb"}
REFERENCE = datetime(2000, 1, 15)  # only a fixed point: no reading depends on the day of the call
FORM_OF_COMPANY = r"(?-i:AB)\b"  # "Sydkod AB, 2018" is a Swedish firm; German says "ab 2018"
YEAR_MARK = r"(?:[^\S\n]?r(?:\.|oku))?"  # after a year in Polish
LONG_BREAK = r"[^\S\n]*(?:\n[^\S\n]*)?"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Tables and patterns of all locales."""

    months: dict[str, int]  # folded name or abbreviation -> 1..12
    terms: dict[str, tuple[int, int]]  # folded season or term -> first and last month
    join: re.Pattern[str]  # all that stands between the two ends of a range
    between: re.Pattern[str]  # the "and" of "between 2015 and 2018"
    present_after: re.Pattern[str]  # from the end of a date to the end of "- present", or of a "present" that ends the line
    opener: re.Pattern[str]  # "from" and the like before a range; group 1 is the word
    since: re.Pattern[str]
    until: re.Pattern[str]
    open_dash: re.Pattern[str]  # a dash with nothing after it
    shared: re.Pattern[str]  # "May - " before "Aug 2019"

    @staticmethod
    def key(word: str) -> str:
        """How the tables spell a word."""
        return fold(word)


def spelled(phrase: str) -> str:
    """A pattern for a phrase in any spacing, with either apostrophe, with or without accents."""
    forms = dict.fromkeys((phrase.casefold(), fold(phrase)))
    plain = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.sub("['’]", "['’]", plain)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "(?:" + "|".join(spelled(phrase) for phrase in sorted(set(phrases), key=len, reverse=True)) + ")"


def before(words: str) -> re.Pattern[str]:
    """A pattern for one of the words directly before a date, an article between them or not."""
    return re.compile(rf"(?<![\w.])(?!{FORM_OF_COMPANY})({words})(?:\s+[a-z]{{2,3}}\.?)?\s*:?\s*[(]?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The tables and patterns of all locales, made on the first call."""
    every = all_locales()
    until = any_of(word for locale in every for word in locale.dates.until)
    to = any_of(word for locale in every for word in locale.dates.to if word not in JOINERS)
    since = any_of(word for locale in every for word in locale.dates.since)
    present = any_of(word for locale in every for word in locale.dates.present)
    linked = (
        rf"{YEAR_MARK}[^\S\n]*[)\],.]?(?:{LONG_BREAK}{DASH}{LONG_BREAK}(?:{to}(?!\w)\s*)?|\s+(?:{until}|{to})\s+(?:[a-z]{{2,3}}\s+)?)[(\[]?"
    )
    shown = (
        r"(?P<shown>(?:(?P<day>[0-3]?\d)[^\W\d_]{0,2}\.?\s+)?(?P<word>[^\W\d_]{3,12})\.?|(?:(?P<first>[0-3]?\d)[./])?(?P<last>[01]?\d)\.?)"
    )
    months = {fold(name).rstrip("."): number for locale in every for number, names in enumerate(locale.dates.months, 1) for name in names}
    return DateWords(
        months=months,
        terms={fold(name): span for locale in every for name, span in locale.dates.terms.items()},
        join=re.compile(linked, re.IGNORECASE),
        between=re.compile(rf"\s+{any_of(JOINERS)}\s+", re.IGNORECASE),
        present_after=re.compile(
            rf"(?:(?P<link>{linked})|[^\S\n]*[,(]?[^\S\n]*)(?P<now>{present})(?(link)(?!\w)|(?=[^\S\n]*(?:[\n),;|]|$)))", re.IGNORECASE
        ),
        opener=before(any_of(word for locale in every for word in (*locale.dates.since, *locale.dates.froms))),
        since=before(since),
        until=before(until),
        open_dash=re.compile(rf"[^\S\n]*({DASH}[^\S\n]*(?:…|\.{{2,3}}|\?)?)[^\S\n]*(?=[)\n|]|$)"),
        shared=re.compile(rf"(?<![\w./]){shown}(?:{linked})$", re.IGNORECASE),
    )


@lru_cache(maxsize=512)
def foreign_month(word: str, languages: tuple[str, ...]) -> int | None:
    """The month that a word names in a language without a locale, read by dateparser; None for any other word."""
    unknown = foreign(languages)
    if not unknown:
        return None
    found = parse_foreign(f"{word} 2000", unknown)
    return found.month if found else None


@lru_cache(maxsize=512)
def is_foreign_present(word: str, languages: tuple[str, ...]) -> bool:
    """The word means today in a language without a locale ("oggi")."""
    unknown = foreign(languages)
    if not unknown:
        return False
    import dateparser

    try:
        found = dateparser.parse(word, languages=unknown, settings={"RELATIVE_BASE": REFERENCE, "PARSERS": ["relative-time"]})
    except ValueError:  # a language that dateparser does not know
        return False
    return found is not None and found.date() == REFERENCE.date()


def foreign(languages: tuple[str, ...]) -> list[str]:
    """Those of the languages that have no locale, as dateparser names them."""
    return [DATEPARSER_NAMES.get(language, language) for language in languages if language not in known_languages()]


def parse_foreign(text: str, languages: list[str]) -> datetime | None:
    """A month and year in one of the languages, None where dateparser reads none."""
    import dateparser

    settings = {
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["month", "year"],
        "RELATIVE_BASE": REFERENCE,
    }
    try:
        found: datetime | None = dateparser.parse(text, languages=languages, settings=settings)
    except ValueError:  # a language that dateparser does not know
        return None
    return found


@lru_cache(maxsize=1)
def known_languages() -> frozenset[str]:
    """The languages whose words the locales hold."""
    return frozenset(locale.language for locale in all_locales())
