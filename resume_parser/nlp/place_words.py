"""The names and codes of countries and their regions, from the locales and the lexicons, as lookups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from resume_parser.locales import all_locales, fold
from resume_parser.resources import country_codes, lines, regions

AREA = re.compile(r"^(?:greater|metropolitan)\s+|\s+(?:(?:metropolitan|metro|bay)\s+)*(?:area|region)$|,?\s+d\.?\s?[cf]\.?$", re.IGNORECASE)


def squeezed(text: str) -> str:
    """A name folded, without full stops."""
    return fold(text).replace(".", "").strip()


@dataclass(frozen=True, slots=True)
class State:
    """A state or region: the country it belongs to (alpha-3), its code and how the text prints it."""

    country: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lookups over all locales."""

    countries: dict[str, str]  # folded name -> alpha-3
    codes: dict[str, str]  # alpha-2 -> alpha-3
    states: dict[str, list[tuple[str, str]]]  # folded name, or code in capitals -> (country, code)
    remote: frozenset[str]
    common: frozenset[str]  # folded words that are cities too

    def country(self, text: str) -> str | None:
        """The country of this name."""
        return self.countries.get(squeezed(text))

    def country_of_code(self, text: str) -> str | None:
        """The country of this alpha-2 code, printed in capitals."""
        return self.codes.get(text)

    def states_of(self, text: str) -> list[State]:
        """Every state that the text can mean."""
        found = self.states.get(text.replace(".", ""), []) if text.isupper() else []
        return [State(country, code, text) for country, code in dict.fromkeys([*found, *self.states.get(squeezed(text), [])])]

    def state(self, text: str, country: str) -> State | None:
        """The state of this country that the text names."""
        return next((state for state in self.states_of(text) if state.country == country), None)

    def without_area(self, name: str) -> str:
        """The city in "Greater London" or "San Francisco Bay Area"."""
        return AREA.sub("", name).strip()


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The lookups, made on the first call."""
    every = all_locales()
    states: dict[str, list[tuple[str, str]]] = {}
    for country, rows in regions().items():
        for code, spellings in rows.items():
            for key in (code, *(squeezed(spelling) for spelling in spellings)):
                states.setdefault(key, []).append((country, code))
    return PlaceWords(
        countries={squeezed(name): code for locale in every for name, code in locale.countries.items()},
        codes=dict(country_codes()),
        states=states,
        remote=frozenset(fold(word) for locale in every for word in locale.remote),
        common=frozenset(fold(word) for locale in every for word in (*locale.stopwords, *locale.titles, *locale.degrees))
        | lines("common_words.txt"),
    )
