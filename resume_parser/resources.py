"""The only reader of models/: lexicons and tables, each loaded once when first asked for; and how to load much at once."""

from __future__ import annotations

import gc
import gzip
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from resume_parser.errors import MissingDependencyError

PACKAGE = Path(__file__).parent
FOLDERS = (PACKAGE / "_models", PACKAGE.parent / "models")  # in an installed wheel, in a checkout
SAINTS = {"st": "saint", "ste": "sainte"}


@contextmanager
def load_at_ease() -> Iterator[None]:
    """Nothing that the first call loads is garbage: the collector, which would look through it again and again, waits."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@dataclass(frozen=True, slots=True)
class City:
    """A row of the city table (GeoNames, CC BY 4.0): country alpha-3, state code for the US and Canada, degrees, people."""

    name: str
    country: str
    state: str
    lat: float
    lng: float
    population: int


def models_folder() -> Path:
    """Where the models lie; raises MissingDependencyError if the installation is incomplete."""
    for folder in FOLDERS:
        if (folder / "lexicons").is_dir():
            return folder
    raise MissingDependencyError("The models are missing. Install the package again: pip install --force-reinstall resume-parser-engine.")


def lexicon(name: str) -> bytes:
    """The bytes of a file of the lexicons."""
    return (models_folder() / "lexicons" / name).read_bytes()


def lines(name: str) -> frozenset[str]:
    """The lines of a lexicon without comments and blanks."""
    rows = (row.strip() for row in lexicon(name).decode("utf-8").splitlines())
    return frozenset(row for row in rows if row and not row.startswith("#"))


@lru_cache(maxsize=1)
def skills() -> frozenset[str]:
    """Hard skills, lower case."""
    return lines("skills.txt")


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names, folded."""
    return lines("first_names.txt")


@lru_cache(maxsize=1)
def stopwords() -> Mapping[str, tuple[str, ...]]:
    """ISO 639-1 code -> frequent words that tell the language, above all of languages without a locale."""
    table = tomllib.loads(lexicon("stopwords.toml").decode("utf-8"))
    return {language: tuple(words.split()) for language, words in table["words"].items()}


@lru_cache(maxsize=1)
def regions() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Country alpha-3 -> code of a state or region -> its usual spellings."""
    table = tomllib.loads(lexicon("regions.toml").decode("utf-8"))
    return {country: {code: tuple(names) for code, names in rows.items()} for country, rows in table.items() if country != "card"}


@lru_cache(maxsize=1)
def address_words() -> Mapping[str, frozenset[str]]:
    """Words inside addresses, folded without full stops: "units" of flats, "po_boxes", "numbers" before a house number."""
    return {name: frozenset(words) for name, words in tomllib.loads(lexicon("addresses.toml").decode("utf-8")).items()}


@lru_cache(maxsize=1)
def country_codes() -> Mapping[str, str]:
    """ISO 3166 alpha-2 -> alpha-3."""
    codes: dict[str, str] = tomllib.loads(lexicon("countries.toml").decode("utf-8"))["codes"]
    return codes


@lru_cache(maxsize=1)
def certifications() -> frozenset[str]:
    """Names of certificates and licences, lower case."""
    return lines("certifications.txt")


@lru_cache(maxsize=1)
def closing_lines() -> tuple[str, ...]:
    """How lines begin that tell nothing about the candidate, folded: declarations; the clauses of consent are in the locales."""
    return tuple(sorted(lines("closing_lines.txt")))


@lru_cache(maxsize=1)
def credit_lines() -> tuple[str, ...]:
    """How the credits of templates begin, folded; they stand at the foot of a page."""
    return tuple(sorted(lines("credit_lines.txt")))


@lru_cache(maxsize=1)
def letters() -> Mapping[str, tuple[str, ...]]:
    """How the lines begin with which letters open ("salutations") and close ("closings"), folded."""
    return {name: tuple(words) for name, words in tomllib.loads(lexicon("letters.toml").decode("utf-8")).items()}


@lru_cache(maxsize=1)
def calibration() -> Mapping[str, tuple[tuple[float, float], ...]]:
    """Field -> knots (raw score, probability that a value with it is right) in rising order; "all" stands for any field."""
    table = tomllib.loads((models_folder() / "calibration" / "weights.toml").read_text(encoding="utf-8"))
    return {field: tuple((raw, right) for raw, right in knots) for field, knots in table["knots"].items()}


@lru_cache(maxsize=1)
def city_table() -> bytes:
    """The city table as one text, each row between line ends: sorted by key and then by size, searched without splitting it."""
    return gzip.decompress(lexicon("cities.tsv.gz"))


def city_key(name: str) -> str:
    """How names of cities are compared: folded words without punctuation, "saint" for "st"."""
    from resume_parser.locales import fold

    words = "".join(ch if ch.isalnum() else " " for ch in fold(name)).split()
    return " ".join(SAINTS.get(word, word) for word in words)


def first_row(table: bytes, prefix: bytes) -> int:
    """The offset of the first row that does not sort before the prefix, by bisection over the bytes."""
    low, high = 0, len(table) - 1  # offsets of line ends
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2 + 1)
        after = table.find(b"\n", middle + 1, high + 1)
        if table[middle + 1 : after] < prefix:
            low = after
        else:
            high = middle
    return low + 1


def cities(key: str) -> Iterator[City]:
    """The cities with this key, the largest first."""
    table, prefix = city_table(), f"{key}\t".encode()
    at = first_row(table, prefix)
    while table.startswith(prefix, at):
        end = table.index(b"\n", at)
        _, name, country, state, lat, lng, population = table[at:end].decode("utf-8").split("\t")
        yield City(name or key.title(), country, state, float(lat), float(lng), int(population))
        at = end + 1


@lru_cache(maxsize=4096)
def find_city(name: str, country: str | None = None, state: str | None = None) -> City | None:
    """The most important city with this name, in this country (alpha-3) and state where given; None if the table has none."""
    for city in cities(city_key(name)):
        if (not country or city.country == country) and (not state or not city.state or city.state == state):
            return city
    return None
