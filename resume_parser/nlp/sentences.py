"""Jobs told in one sentence: "Working as a web developer for Acme Ltd, Leeds, since May 2019"."""

from __future__ import annotations

import re
from functools import lru_cache

from resume_parser.locales import Locale, all_locales, fold
from resume_parser.nlp.cues import TITLE_SURE, load_cues
from resume_parser.nlp.date_words import any_of
from resume_parser.nlp.reading import LineView

MOST_WORDS = 8  # of a title or an employer; longer ones are no names
ABBREVIATION = 4  # letters; a dot after a longer word ends the sentence
LEAD = 8  # characters that may stand before a date at the start of a sentence: a bullet, "since"
WORD = r"[^\s,;]+"

Span = tuple[int, int]


def employment(text: str) -> tuple[Span, Span] | None:
    """Where title and employer stand in a sentence that tells a job, None for any other text."""
    for pattern in patterns():
        found = pattern.match(text)
        employer = name_at(text, *found.span("employer")) if found else None
        if found and employer and text[employer[0]].isupper():
            return name_at(text, *found.span("title")), employer
    return None


def told_job(line: LineView) -> tuple[Span, Span] | None:
    """Where title and employer stand in a line that tells a job and its dates in a sentence, as offsets of the text; else None."""
    if not line.dates:
        return None
    first, last = line.dates[0].start - line.start, line.dates[0].end - line.start
    start, end = (last, len(line.text)) if first <= LEAD else (0, first)
    found = employment(line.text[start:end])
    if found is None or load_cues().title(line.text[slice(*shifted(found[0], start))]) < TITLE_SURE:
        return None
    return shifted(found[0], start + line.start), shifted(found[1], start + line.start)


def shifted(span: Span, by: int) -> Span:
    """The span, moved."""
    return span[0] + by, span[1] + by


@lru_cache(maxsize=1)
def patterns() -> tuple[re.Pattern[str], ...]:
    """The forms of such sentences in all languages: title first, then employer first."""
    return tuple(pattern for locale in all_locales() for pattern in language_patterns(locale))


def language_patterns(locale: Locale) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The two forms of one language."""
    verb, role, at = (any_of(words) for words in (locale.employed, locale.role_words, locale.employer_words))
    title = rf"(?P<title>{WORD}(?:\s+(?!{at}\s){WORD}){{0,{MOST_WORDS - 1}}})"
    start = rf"\W*(?:[^\W\d_]+(?:['’][^\W\d_]+)?\s+){{0,2}}?{verb}\s+"
    return (
        re.compile(rf"{start}{role}\s+{title},?\s+{at}\s+(?P<employer>\S.*)", re.IGNORECASE),
        re.compile(rf"{start}{at}\s+(?P<employer>\S.{{0,80}}?),?\s+{role}\s+{title}(?=\W|$)", re.IGNORECASE),
    )


def name_at(text: str, start: int, end: int) -> Span:
    """The name that a range begins with, up to a comma, a legal form, a full stop or, after a capital, the first small word."""
    last, legal, capital = start, False, text[start].isupper()
    for count, word in enumerate(re.finditer(r"\S+", text[start:end])):
        bare = word[0].rstrip(".,;")
        in_form, joins = fold(bare) in legal_forms(), count > 0 and (word[0] == "&" or word[0] in name_joiners())
        if count >= MOST_WORDS or (legal and not in_form) or (capital and bare[:1].islower() and not joins):
            break
        if not joins:
            last = start + word.start() + len(bare) + (in_form and word[0].endswith(".") and len(bare) <= ABBREVIATION)
        legal = legal or in_form
        if word[0][-1] in ",;" or (word[0][-1] == "." and len(bare) > ABBREVIATION):
            break
    return start, last


@lru_cache(maxsize=1)
def name_joiners() -> frozenset[str]:
    """Small words that stand inside names."""
    return frozenset(word for locale in all_locales() for word in locale.name_joiners)


@lru_cache(maxsize=1)
def legal_forms() -> frozenset[str]:
    """The legal forms of companies, folded and without a last dot."""
    return frozenset(fold(form).rstrip(".") for locale in all_locales() for form in locale.legal_forms)
