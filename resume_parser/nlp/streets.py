"""Streets, flats, quarters and post office boxes in the parts of an address before its city."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume_parser.entities import Place
from resume_parser.nlp.place_words import place_words, squeezed
from resume_parser.resources import address_words, find_city

POSTCODE = re.compile(
    r"(?<![\w.])(?:(?P<prefix>[A-Z]{1,3})-)?"
    r"(?P<code>\d{5}-\d{3,4}|\d{2}-\d{3}(?= |$)|\d{4}-\d{3}|\d{3} ?\d{3}|\d{2} \d{3}|\d{3} \d{2}|\d{5}|[1-9]\d{3} ?[A-Z]{2}(?= |$)"
    r"|[1-9]\d{3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![\w.])"
)
YEAR = re.compile(r"^(?:19|20)\d\d$")
NUMBER_FIRST = re.compile(
    r"^(?P<number>\d{1,5}(?:\s?[-/]\s?\d{1,5})?\s?(?:[a-zA-Z]|bis|ter)?)(?:\s+|$)(?P<road>[^\d\s].{2,})?$", re.IGNORECASE
)
UNIT = r"(?:\s?[-–]\s?(?:\d{1,4}|[IVX]{1,4}|[A-Za-z])|\s(?:bus|bte|box|m\.?|lok\.?|lgh)\s?\d{1,4}[a-z]?)"  # "212-II", "8 bus 3", "7 m. 3"
NUMBER_LAST = re.compile(rf"^(?P<road>[^\d\s][^\d]{{2,40}}?)\s+(?P<number>\d{{1,4}}(?:\s?(?:[a-zA-Z]|bis|ter))?{UNIT}?)$")
SHORTEST_CODE = 4  # digits of a postcode; before the name of a city they are one, and no house number
WITH_CONTEXT = 0.95  # score of a place whose parts support each other


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two commas."""

    start: int
    end: int
    text: str


def postcode_before(parts: Sequence[Part], at: int) -> tuple[int, str | None]:
    """(first part, postcode) of "1030, Wien" and "1030, Wien, Wien": a postcode alone in a part before the city."""
    before = at - 1 if at > 1 and parts[at - 1].text == parts[at].text else at
    if before and POSTCODE.fullmatch(parts[before - 1].text):
        return before - 1, parts[before - 1].text
    return at, None


def with_road(parts: Sequence[Part], at: int, place: Place) -> tuple[int, int, Place, float] | None:
    """The same with the street in the parts before, and the flat or quarter beside it; None where they hold no street."""
    for size, skip in ((1, 0), (1, 1), (2, 0), (2, 1), (1, 2)):
        first = at - size - skip
        if first < 0 or POSTCODE.fullmatch(parts[first].text):
            continue
        street, aside = parts[first : first + size], parts[first + size : at]
        numbered = read_road(", ".join(part.text for part in street))
        if not numbered or names_unit(street[0].text) or (first and size == 1 and not skip and is_unit(parts[first - 1], numbered)):
            continue
        return found_road(parts, first, replace(place, road=numbered[0], house_number=numbered[1]), aside)
    return with_box(parts, at, place)


def found_road(parts: Sequence[Part], first: int, place: Place, aside: Sequence[Part]) -> tuple[int, int, Place, float]:
    """A place with its street, the flat before it and what stands between street and city: a flat or a quarter."""
    unit = next((part.text for part in aside if names_unit(part.text) or any(ch.isdigit() for ch in part.text)), None)
    quarter = next((part.text for part in aside if part.text != unit), None)
    if first and unit is None and names_unit(parts[first - 1].text):
        first, unit = first - 1, parts[first - 1].text
    return first, parts[first].start, replace(place, unit=unit, suburb=quarter), WITH_CONTEXT


def is_unit(before: Part, numbered: tuple[str, str]) -> bool:
    """One short word and a number ("Apt 35") after a street is a flat, not a street."""
    return " " not in numbered[0] and read_road(before.text) is not None


def with_box(parts: Sequence[Part], at: int, place: Place) -> tuple[int, int, Place, float] | None:
    """The same with the post office box in the part before; None where there is none."""
    name, _, number = parts[at - 1].text.rpartition(" ") if at else ("", "", "")
    if squeezed(name) not in address_words()["po_boxes"] or not number.isdigit():
        return None
    return at - 1, parts[at - 1].start, replace(place, po_box=number), WITH_CONTEXT


def names_unit(text: str) -> bool:
    """The text names a flat: "Flat 3", "apto 42", "2.º Esq"; or a post office box, which is no street either."""
    words = squeezed(text).split()
    known = address_words()
    return bool(words) and (words[0] in known["units"] or words[-1] in known["units"] or " ".join(words[:-1]) in known["po_boxes"])


def read_road(line: str) -> tuple[str, str] | None:
    """(road, house number) of "12 rue des Lilas", "12, rue des Lilas", "Hauptstr. 5a" or "Calle Mayor, 12"; None without a number."""
    words = line.replace(",", " ").split()
    line = " ".join(word for word in words if squeezed(word) not in address_words()["numbers"])
    match = NUMBER_FIRST.match(line) or NUMBER_LAST.match(line)
    if (
        not match
        or not match["road"]
        or YEAR.match(match["number"].strip())
        or (match.re is NUMBER_FIRST and len(match["number"]) >= SHORTEST_CODE and is_city(match["road"]))
    ):
        return None
    return match["road"].strip(), match["number"].strip()


def is_city(name: str) -> bool:
    """The table has a city of this name, which starts with a capital."""
    plain = place_words().without_area(name)
    return name[:1].isupper() and bool(plain) and find_city(plain) is not None
