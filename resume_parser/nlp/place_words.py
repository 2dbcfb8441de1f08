"""The names and codes of countries and their regions, from the locales and the lexicons, as lookups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.resources import country_codes, regions

from resume_parser.locales import all_locales, fold

AREA = re.compile(r"^(?:greater|metropolitan)\s+|\s+(?:(?:metropolitan|metro|bay)\s+)*(?:area|region)$|,?\s+d\.?\s?[cf]\.?$", re.IGNORECASE)
CODE = re.compile(r"^[A-Z]{2}$")


def squeezed(text: str) -> str:
    """A name folded, without full stops."""
    return fold(text).replace(".", "").strip()


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lookups over all locales."""

    countries: dict[str, str]  # folded name -> alpha-3
    codes: dict[str, str]  # alpha-2 -> alpha-3
    state_names: dict[str, list[str]]  # folded name -> countries
    state_codes: dict[str, list[str]]  # code -> countries
    remote: frozenset[str]
    common: frozenset[str]  # folded words that are cities too

    def country(self, text: str) -> str | None:
        """The country of this name."""
        return self.countries.get(squeezed(text))

    def country_of_code(self, text: str) -> str | None:
        """The country of this alpha-2 code, printed in capitals."""
        return self.codes.get(text)

    def states_of(self, text: str) -> list[tuple[str, str]]:
        """(country, state as printed) for every state that the text can mean."""
        countries = self.state_codes.get(text.replace(".", ""), []) + self.state_names.get(squeezed(text), [])
        return [(country, text) for country in dict.fromkeys(countries)]

    def state(self, text: str, country: str) -> str | None:
        """The text if it names a state of the country."""
        return next((state for owner, state in self.states_of(text) if owner == country), None)

    def without_area(self, name: str) -> str:
        """The city in "Greater London" or "San Francisco Bay Area"."""
        return AREA.sub("", name).strip()


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The lookups, made on the first call."""
    every = all_locales()
    names: dict[str, list[str]] = {}
    codes: dict[str, list[str]] = {}
    for country, states in regions().items():
        for code, spellings in states.items():
            codes.setdefault(code, []).append(country)
            for spelling in spellings:
                names.setdefault(squeezed(spelling), []).append(country)
    return PlaceWords(
        countries={squeezed(name): code for locale in every for name, code in locale.countries.items()},
        codes=country_codes(),
        state_names=names,
        state_codes=codes,
        remote=frozenset(fold(word) for locale in every for word in locale.remote),
        common=frozenset(fold(word) for locale in every for word in (*locale.stopwords, *locale.titles)),
    )
