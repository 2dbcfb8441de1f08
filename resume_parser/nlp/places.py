"""Places of a line: cities, states, countries and street addresses as structured values with offsets.

A line is cut at separators into segments and those at commas into parts. From each end backwards the parts are read
as country, state, postcode and city; what stands before a city with a postcode can be its street. A bare word counts
only if it is a large city and nothing else: "Nice", "Reading" and "Orange" are words first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from resume_parser.entities import Place
from resume_parser.locales import fold
from resume_parser.nlp.place_words import State, place_words
from resume_parser.nlp.streets import POSTCODE, WITH_CONTEXT, YEAR, Part, postcode_before, read_road, with_road
from resume_parser.resources import City, find_city, first_names

CACHE = 2048  # short lines kept: those of a few resumes
LONGEST_LINE = 160  # characters; longer lines are prose
SEGMENT = re.compile(r"(?:(?!\s{2}|\s[-–—]\s|:\s|\s@\s)[^|•·⋄;\n\t])+")
PART = re.compile(r"(?:\b[CcRr]/|[^,()\[\]/])+")  # "C/ Mayor" is a street of Spain
DASHED = re.compile(r"\s[-–—]\s(?=\d{5}(?:-\d{3})?\s|\d{4}-\d{3}\s|[A-Z]{2}(?![\w-]))")  # "Main Street 5 - 10115 Berlin", "São Paulo - SP"
DEPARTMENT = re.compile(r"^(?:\d{2,3}|2[AB])$")
ABBREVIATION = re.compile(r"\.\w\.$")
DISTRICT = re.compile(r"\s+\d{1,2}\s?(?:e|er|ème|eme|è)?$", re.IGNORECASE)
CITY_STATES = frozenset({"SGP", "LUX", "MCO", "HKG", "MAC", "GIB"})  # countries that are their own capital
LONGEST_CODE = 3  # letters of the code of a state
WORDS_OF_CITY = 4  # most words of a city name
SHORTEST_ALONE = 4  # letters of a city that counts without context
WELL_KNOWN = 200_000  # people; a smaller city alone in a segment is more often a name or a word
FAMOUS = 700_000  # people; from here on a city also wins over the first name that it is
POSTAL, REMOTE, COUNTRY, LONE, AFTER_TEXT, SMALL, UNKNOWN = 0.9, 0.65, 0.6, 0.7, 0.55, 0.35, 0.45  # scores


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place with its offsets; the score says how sure it is a place."""

    start: int
    end: int
    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Region:
    """What the parts at the end of an address say before its city is known; codes can mean a state or a country."""

    first: int  # index of the first part that it covers
    country: str | None = None
    state: State | None = None
    postcode: str | None = None


def find_places(text: str) -> tuple[PlaceSpan, ...]:
    """The places of one line in order, with scores; from 0.5 on they are likely places."""
    return places_of(text) if len(text) <= LONGEST_LINE else ()


@lru_cache(maxsize=CACHE)
def places_of(text: str) -> tuple[PlaceSpan, ...]:
    """The places of a short line; remembered, since the readers of contacts, roles, headers and entries all ask for the same lines."""
    plain = DASHED.sub(" , ", text)  # of the same length
    found = [span for match in SEGMENT.finditer(plain) for span in segment_places(plain, match.start(), match.end())]
    return tuple(found if plain == text else [replace(span, place=replace(span.place, text=text[span.start : span.end])) for span in found])


def parts_of(text: str, start: int, end: int) -> list[Part]:
    """The parts of a segment, trimmed; empty ones left out, a country or state without a comma before it on its own."""
    made: list[Part] = []
    for match in PART.finditer(text, start, end):
        shown = match[0].strip(" \u00a0'’-–")
        shown = shown if ABBREVIATION.search(shown) else shown.strip(".")
        if shown:
            first = match.start() + match[0].index(shown)
            made += split_tail(Part(first, first + len(shown), shown))
    return made


def split_tail(part: Part) -> list[Part]:
    """The part cut before a country or state that follows a known city: "Paris France", "Austin TX 78701"."""
    words = place_words()
    if words.country(part.text) or words.states_of(part.text):
        return [part]
    for start in word_starts(part.text)[1:]:
        head, tail = part.text[:start].rstrip(), part.text[start:]
        code = POSTCODE.search(tail)
        states = words.states_of(tail[: code.start()].strip() if code else tail)
        country = words.country(tail)
        owners = [Region(0, state.country, state) for state in states] + ([Region(0, country)] if country else [])
        if any(known_city(head, owner) for owner in owners):
            return [Part(part.start, part.start + len(head), head), Part(part.start + start, part.end, tail)]
    return [part]


def segment_places(text: str, start: int, end: int) -> list[PlaceSpan]:
    """The places of one segment, from left to right."""
    parts = parts_of(text, start, end)
    found: list[PlaceSpan] = []
    last = len(parts)
    while last > 0:
        if fold(parts[last - 1].text) in place_words().remote:
            found = with_remote(text, parts, last - 1, found)
            last -= 1
            continue
        read = read_parts(text, parts[:last], alone=len(parts) == 1)
        found = [read[1], *found] if read else found
        last = read[0] if read else last - 1
    return found


def with_remote(text: str, parts: Sequence[Part], at: int, found: list[PlaceSpan]) -> list[PlaceSpan]:
    """The places after a "Remote" with it: one place together with the country or city that follows, else its own."""
    start = parts[at].start
    after = found[0] if found and at + 1 < len(parts) and found[0].start == parts[at + 1].start else None
    if not after:
        return [PlaceSpan(start, parts[at].end, Place(parts[at].text), REMOTE), *found]
    end = closed(text, start, after.end)
    return [PlaceSpan(start, end, replace(after.place, text=text[start:end]), max(after.score, REMOTE)), *found[1:]]


def closed(text: str, start: int, end: int) -> int:
    """The end of a range with the bracket that closes one opened inside it."""
    shown = text[start:end]
    return end + 1 if shown.count("(") > shown.count(")") and text[end : end + 1] == ")" else end


def read_parts(text: str, parts: Sequence[Part], *, alone: bool) -> tuple[int, PlaceSpan] | None:
    """The place that ends with the last part and the index of its first part, None where that part is no place."""
    options = [found for region in regions(parts) if (found := with_city(text, parts, region, alone=alone))]
    if not options:
        return None
    return max(options, key=lambda option: (option[1].score, bool(option[1].place.city), option[1].end - option[1].start))


def regions(parts: Sequence[Part]) -> Iterator[Region]:
    """The readings of the last parts as country, state and postcode; the one that reads nothing comes last."""
    words, last = place_words(), len(parts) - 1
    text = parts[last].text
    country = words.country(text) or (coded_country(parts) if last else None)
    if country:
        yield from country_regions(parts, country)
    for state in words.states_of(text):
        if not elsewhere(parts, state.country):
            yield Region(last, state.country, state)
    match = POSTCODE.search(text)
    if match and match.end() == len(text):
        before = text[: match.start()].strip()
        for state in words.states_of(before):
            yield Region(last, state.country, state, match["code"])
        if not before and last:
            yield Region(last, postcode=match["code"])
    if last and DEPARTMENT.match(text):
        yield Region(last, "FRA")
    yield Region(last + 1)


def coded_country(parts: Sequence[Part]) -> str | None:
    """The country of the code that ends an address; None where its city lies elsewhere."""
    country = place_words().country_of_code(parts[-1].text)
    return country if country and not elsewhere(parts, country) else None


def elsewhere(parts: Sequence[Part], country: str) -> bool:
    """The last part is a code, and before it stands a city of another country: "Torino (TO)" is no place in Tonga."""
    if len(parts) == 1 or len(parts[-1].text) > LONGEST_CODE:
        return False
    name = POSTCODE.sub("", parts[-2].text).strip()
    return known_city(name, Region(0)) is not None and known_city(name, Region(0, country)) is None


def country_regions(parts: Sequence[Part], country: str) -> Iterator[Region]:
    """The readings of an address that ends with a country: with a state before it, known or not, or without."""
    last = len(parts) - 1
    state = place_words().state(parts[last - 1].text, country) if last else None
    if state:
        yield Region(last - 1, country, state)
    elif last > 1 and is_larger(parts[last - 2].text, parts[last - 1].text, country):
        yield Region(last - 1, country, State(country, "", parts[last - 1].text))
    yield Region(last, country)


def is_larger(city: str, state: str, country: str) -> bool:
    """The first text is a city of the country, and the second, if it is one too, is smaller: "Pachuca, Hidalgo, MX"."""
    first, second = (known_city(text, Region(0, country)) for text in (city, state))
    return bool(first and looks_like_city(state) and (not second or second.population < first.population))


def with_city(text: str, parts: Sequence[Part], region: Region, *, alone: bool) -> tuple[int, PlaceSpan] | None:
    """The place of a region and the city before it, or the region alone; None where there is neither."""
    at = min(region.first, len(parts)) - 1
    found = city_of(parts[at].text, region, alone=alone, first=not at) if at >= 0 else None
    if found and not (found.score == UNKNOWN and not found.postcode and names_region(parts, region)):
        first, start, place, score = street(parts, at, found)
        end = closed(text, start, parts[-1].end)
        return first, PlaceSpan(start, end, replace(place, text=text[start:end]), score)
    if region.first >= len(parts) or not names_region(parts, region):
        return None
    start, end = parts[region.first].start, parts[-1].end
    place = Place(text[start:end], state=region.state.text if region.state else None, country=region.country, postcode=region.postcode)
    return region.first, PlaceSpan(start, end, place, COUNTRY if region.first == 0 else AFTER_TEXT)


def names_region(parts: Sequence[Part], region: Region) -> bool:
    """The parts of a region spell out its country or state: a code alone ("CA", "IN") is a word too often."""
    country = place_words().country(parts[-1].text)
    return bool(country and country == region.country) or bool(region.state and len(region.state.text) > LONGEST_CODE)


@dataclass(frozen=True, slots=True)
class CityPart:
    """A city inside a part: where it starts there, what stands before it, and how sure it is."""

    start: int
    before: str
    name: str
    postcode: str | None
    city: City | None
    region: Region
    score: float


def city_of(text: str, region: Region, *, alone: bool, first: bool) -> CityPart | None:
    """The city that a part prints, with its postcode; None where it prints none.

    A town that the table lacks counts beside a postcode, or as the `first` part before a state or country ("Hinterwald, DE").
    """
    match = next((m for m in POSTCODE.finditer(text) if not (YEAR.match(m["code"]) and not region.country)), None)
    if match and not region.postcode:
        return postal_city(text, match, region)
    name = DISTRICT.sub("", text)
    context = bool(region.country or region.postcode)
    if not context and is_only_country(name):
        return None
    for start in word_starts(name) if context else [0]:
        city = known_city(name[start:], region)
        if city and (context or stands_alone(name, city, alone=alone)):
            score = WITH_CONTEXT if context else lone_score(name, city, alone=alone)
            return CityPart(start, text[:start].strip(), name[start:], region.postcode, city, region, score)
    if looks_like_city(name) and (region.postcode or (region.country and first)):
        return CityPart(0, "", name, region.postcode, None, region, UNKNOWN)
    return None


def is_only_country(name: str) -> bool:
    """The name of a country and not of a city: "Mexico", not "Singapore"."""
    country = place_words().country(name)
    return bool(country) and country not in CITY_STATES


def postal_city(text: str, match: re.Match[str], region: Region) -> CityPart | None:
    """The city beside a postcode: after it ("69003 Lyon") or before it ("London SW1A 1AA")."""
    before, after = text[: match.start()].strip(), DISTRICT.sub("", text[match.end() :].strip())
    name, prefix = (after, before) if after else ("", before)
    start = match.start()
    if not after:
        start = next((at for at in word_starts(before) if known_city(before[at:], region)), -1)
        if start < 0:
            return None
        name, prefix = before[start:], before[:start].strip()
    country = place_words().country_of_code(match["prefix"] or "") or region.country
    region = replace(region, country=country)
    city = known_city(name, region)
    if not city and not looks_like_city(name):
        return None
    return CityPart(start, prefix, name, match["code"], city, region, POSTAL if city else UNKNOWN)


def word_starts(text: str) -> list[int]:
    """Where the last words of a text start, the longest run first."""
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    return starts[-WORDS_OF_CITY:]


def known_city(name: str, region: Region) -> City | None:
    """The city of the table with this name in the region; the printed name starts with a capital."""
    if not name[:1].isupper():
        return None
    plain = place_words().without_area(name)
    return find_city(plain, country=region.country, state=region.state.code if region.state else None) if plain else None


def looks_like_city(name: str) -> bool:
    """One to four words with capitals and no digits, as the name of a town that the table lacks."""
    words = name.split()
    return 0 < len(words) <= WORDS_OF_CITY and words[0][0].isupper() and words[-1][0].isupper() and not any(ch.isdigit() for ch in name)


def stands_alone(name: str, city: City, *, alone: bool) -> bool:
    """A city without any context is large enough to be meant."""
    return lone_score(name, city, alone=alone) > 0


def lone_score(name: str, city: City, *, alone: bool) -> float:
    """How sure a bare word is a city: by its size, less for first names and after other text."""
    key = fold(name)
    if key in place_words().common or len(key) < SHORTEST_ALONE:
        return 0.0
    floor = FAMOUS if key in first_names() else WELL_KNOWN
    if city.population >= floor:
        return LONE if alone else AFTER_TEXT
    return SMALL if alone and floor == WELL_KNOWN else 0.0


def street(parts: Sequence[Part], at: int, found: CityPart) -> tuple[int, int, Place, float]:
    """(first part, offset, place, score) of a city together with the postcode and street before it."""
    place, start = city_place(found), parts[at].start + found.start
    numbered = read_road(found.before)
    if numbered and found.postcode:
        road, number = numbered
        return at, parts[at].start, replace(place, road=road, house_number=number), WITH_CONTEXT
    if found.before:
        return at, start, place, found.score
    at, postcode = postcode_before(parts, at)
    if postcode:
        start, place = parts[at].start, replace(place, postcode=found.postcode or postcode)
    return with_road(parts, at, place) or (at, start, place, found.score)


def city_place(found: CityPart) -> Place:
    """The place of a city; coordinates and country from the table where it knows the city."""
    city, region = found.city, found.region
    return Place(
        "",
        city=found.name,
        state=region.state.text if region.state else None,
        country=region.country or (city.country if city else None),
        postcode=found.postcode,
        lat=city.lat if city else None,
        lng=city.lng if city else None,
    )
