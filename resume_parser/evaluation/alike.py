"""When two values count as the same: one rule per kind of field, each in an exact and a soft form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

SOFT_RATIO = 0.85  # token-sort ratio from which two names are the same in the soft form
SOFT_BAG = 0.8  # bag-of-words F1 from which two texts are the same in the soft form
EXACT_BAG = 0.98  # the same in the exact form: a lost bullet or hyphen is not an error of the parser
SOFT_PLACE = 0.5  # share of the words of a place that must be of the gold place in the soft form
SOFT_LICENSE = 0.5  # bag-of-words F1 for a driving licence that names no category
PHONE_TAIL = 8  # digits at the end that tell two phone numbers apart without their country code
MIN_PHONE = 7  # digits below which the end of a number proves nothing
MONTH = len("2019-03")
PRESENT = "present"

_TOKEN = re.compile(r"[^\W_]+[+#]*")  # "+" and "#" keep c, c++ and c# apart
_CATEGORY = re.compile(r"(?<!\w)(?:AM|[A-G]1?\+?E?|[LMT])(?!\w)")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b")
_URL_EDGES = re.compile(r"^(?:https?:)?(?://)?(?:www\.)?|/+$")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field; `city` only where the value is a place, `score` (0..1) only where the parser says how sure it is."""

    text: str
    city: str = ""
    score: float | None = field(default=None, compare=False)


def tokens(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_INVISIBLE)
    return _TOKEN.findall("".join(character for character in folded if not unicodedata.combining(character)))


def folded(text: str) -> str:
    """The text without case, accents and punctuation, words joined by one space."""
    return " ".join(tokens(text))


def common_length(first: str, second: str) -> int:
    """Length of the longest common subsequence (bit-parallel: one addition per character)."""
    places: dict[str, int] = {}
    for index, character in enumerate(first):
        places[character] = places.get(character, 0) | 1 << index
    full = (1 << len(first)) - 1
    row = full
    for character in second:
        hit = row & places.get(character, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(first) - row.bit_count()


def sorted_ratio(first: str, second: str) -> float:
    """How alike two texts are whatever the order of their words, 0..1: 2 * common characters / all characters."""
    one, two = (" ".join(sorted(tokens(text))) for text in (first, second))
    if not one or not two:
        return 0.0
    return 2 * common_length(one, two) / (len(one) + len(two))


def bag_f1(first: str, second: str) -> float:
    """F1 of the words of two texts, order left out, 0..1."""
    one, two = tokens(first), tokens(second)
    if not one or not two:
        return 0.0
    return 2 * (Counter(one) & Counter(two)).total() / (len(one) + len(two))


def same_name(found: Value, gold: Value, soft: bool) -> bool:
    """Equal words; soft: at least SOFT_RATIO alike."""
    one, two = folded(found.text), folded(gold.text)
    return bool(one) and (one == two or (soft and sorted_ratio(one, two) >= SOFT_RATIO))


def same_text(found: Value, gold: Value, soft: bool) -> bool:
    """The same words, order left out."""
    return bag_f1(found.text, gold.text) >= (SOFT_BAG if soft else EXACT_BAG)


def same_email(found: Value, gold: Value, soft: bool) -> bool:
    """Equal without case, in both forms."""
    return found.text.strip().casefold() == gold.text.strip().casefold()


def same_url(found: Value, gold: Value, soft: bool) -> bool:
    """Equal without scheme, "www." and the last slash, in both forms."""
    return url_key(found.text) == url_key(gold.text)


def url_key(url: str) -> str:
    """What tells two links apart."""
    return _URL_EDGES.sub("", url.strip().casefold())


def same_phone(found: Value, gold: Value, soft: bool) -> bool:
    """Equal digits; soft: equal at the end, so with or without a country code."""
    one, two = (re.sub(r"\D", "", value.text).lstrip("0") for value in (found, gold))
    if one == two:
        return bool(one)
    return soft and min(len(one), len(two)) >= MIN_PHONE and one[-PHONE_TAIL:] == two[-PHONE_TAIL:]


def same_place(found: Value, gold: Value, soft: bool) -> bool:
    """The city is there and nothing else that the gold place has not; soft: half of the words may be other ones."""
    words, known = tokens(found.text), set(tokens(gold.text))
    city = folded(gold.city or gold.text)
    if not words or f" {city} " not in f" {' '.join(words)} ":
        return False
    return sum(word in known for word in words) >= (SOFT_PLACE if soft else 1) * len(words)


def same_date(found: Value, gold: Value, soft: bool) -> bool:
    """Equal as far as the gold date goes; soft: as far as its month."""
    length = min(len(gold.text), MONTH) if soft and gold.text != PRESENT else len(gold.text)
    return bool(gold.text) and found.text[:length] == gold.text[:length]


def same_day(found: Value, gold: Value, soft: bool) -> bool:
    """Equal as far as the gold date goes, in both forms."""
    return bool(gold.text) and found.text.startswith(gold.text)


def same_license(found: Value, gold: Value, soft: bool) -> bool:
    """Equal words; soft: the same categories, or half of the words where there are none."""
    if folded(found.text) == folded(gold.text):
        return True
    categories = set(_CATEGORY.findall(gold.text))
    if not soft:
        return False
    return categories == set(_CATEGORY.findall(found.text)) if categories else bag_f1(found.text, gold.text) >= SOFT_LICENSE


def same_code(found: Value, gold: Value, soft: bool) -> bool:
    """Equal without case, in both forms: for words of a closed list."""
    return found.text.casefold() == gold.text.casefold()
