"""Personal facts that a resume states with a label: birth date, driving licence, gender. Nothing is inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.entities import Entity
from resume_parser.locales import all_locales
from resume_parser.nlp.date_words import any_of
from resume_parser.nlp.dates import read_birth_date

AFTER_LABEL = 48  # characters after a birth label in which its date stands
TOP = 400  # characters of the text in which a form of address belongs to the candidate
CATEGORY = r"(?:AM|A[12]?|B[1E]?|C1?E?|D1?E?|[LMT])"
CATEGORIES = rf"{CATEGORY}(?:(?:\s?[,/+&]\s?|\s(?:[a-z]{{1,3}})\s){CATEGORY})*(?![\w'’-])"
LINKS = r"[^\S\n]*[:(–-]?[^\S\n]*(?:[^\W\d_]{3,10}\.?[^\S\n]+){0,2}?"


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """Patterns over all locales."""

    birth: re.Pattern[str]
    licence: re.Pattern[str]  # group "after" or "before": the categories
    gender: re.Pattern[str]  # group "male" or "female", after a label
    address: re.Pattern[str]  # the same, before a name at the start of a line
