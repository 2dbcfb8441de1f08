"""Builds first_names.txt from the name lists of Faker (MIT) and first_names_by_hand.txt: folded first names, one per line.

pip install -e . faker && python models/lexicons/build_names.py
"""

from __future__ import annotations

import importlib
from pathlib import Path

from resume_parser.locales import LANGUAGES, fold, function_words

FOLDER = Path(__file__).parent
LOCALES = (  # Latin letters only; the lists "en" and "is_IS" hold too many everyday words
    "en_US en_GB en_IN en_IE en_NZ en_KE en_NG en_PK ga_IE fr_FR fr_CH fr_BE fr_CA fr_QC fr_DZ de_DE de_AT de_CH de_LI de_LU "
    "es_ES es_CA es_MX es_CO es_AR es_CL it_IT pt_BR pt_PT nl_NL nl_BE pl_PL sv_SE da_DK no_NO fi_FI et_EE lt_LT lv_LV cs_CZ "
    "sk_SK hu_HU ro_RO hr_HR sl_SI tr_TR id_ID vi_VN fil_PH ha_NG ig_NG yo_NG zu_ZA tw_GH sw"
)
LISTS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary", "first_names_unisex")
FEWEST_LETTERS = 2  # single letters are initials


def by_hand() -> list[str]:
    """The names of the list by hand."""
    rows = (FOLDER / "first_names_by_hand.txt").read_text(encoding="utf-8").splitlines()
    return [name for row in rows if not row.startswith("#") for name in row.split()]


def of_faker() -> list[str]:
    """The names of Faker as it prints them."""
    names: list[str] = []
    for locale in LOCALES.split():
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:  # some languages share the names of their neighbours
            continue
        for attribute in LISTS:
            found = getattr(provider, attribute, ())
            names += list(found) if isinstance(found, tuple | list | dict) else []
    return names


def parts_of(names: list[str]) -> set[str]:
    """The single names of all names, folded; also with a dot on the Turkish letter that has none."""
    parts = {part for name in names for part in fold(name).replace("-", " ").split()}
    parts |= {part.replace("ı", "i") for part in parts}
    return {part for part in parts if len(part) >= FEWEST_LETTERS and part.isalpha()}


def main() -> None:
    small_words = {word for language in LANGUAGES for word in function_words(language)}
    names = sorted((parts_of(of_faker()) - small_words) | parts_of(by_hand()))
    (FOLDER / "first_names.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    print(len(names), "names")


if __name__ == "__main__":
    main()
