"""Builds first_names.txt from the name lists of Faker (MIT): the first names of many languages, folded, one per line.

pip install faker && python models/lexicons/build_names.py
"""

from __future__ import annotations

import importlib
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).parent
LOCALES = (
    "en_US",
    "en_GB",
    "en_IN",
    "en_IE",
    "en_NZ",
    "fr_FR",
    "fr_CH",
    "fr_BE",
    "fr_CA",
    "de_DE",
    "de_AT",
    "de_CH",
    "es_ES",
    "es_MX",
    "es_CO",
    "es_AR",
    "es_CL",
    "it_IT",
    "pt_BR",
    "pt_PT",
    "nl_NL",
    "nl_BE",
    "pl_PL",
    "sv_SE",
    "da_DK",
    "no_NO",
    "fi_FI",
    "cs_CZ",
    "sk_SK",
    "hu_HU",
    "ro_RO",
    "hr_HR",
    "sl_SI",
    "tr_TR",
    "id_ID",
    "vi_VN",
    "fil_PH",
)
LISTS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary", "first_names_unisex")


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(ch for ch in plain if not unicodedata.combining(ch))


def main() -> None:
    names: set[str] = set()
    for locale in LOCALES:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            continue
        for attribute in LISTS:
            found = getattr(provider, attribute, ())
            for name in found if isinstance(found, tuple | list | dict) else ():
                names |= {part for part in fold(name).replace("-", " ").split() if len(part) > 1 and part.isalpha()}
    (FOLDER / "first_names.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(len(names), "names")


if __name__ == "__main__":
    main()
