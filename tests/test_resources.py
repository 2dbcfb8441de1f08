"""The lexicons: found in a checkout and in a wheel, as their card says, quick to search."""

from __future__ import annotations

import shutil
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from resume_parser import resources
from resume_parser.errors import MissingDependencyError

LEXICONS = Path(__file__).parent.parent / "models" / "lexicons"
MAX_BYTES = 15_000_000  # all models and lexicons together
MAX_LEXICON_BYTES = 5_000_000


def test_the_largest_city_of_a_name_is_found() -> None:
    city = resources.find_city("Paris")
    assert city is not None
    assert (city.country, round(city.lat), round(city.lng)) == ("FRA", 49, 2)


def test_country_and_state_choose_among_cities_of_one_name() -> None:
    texas = resources.find_city("Paris", country="USA", state="TX")
    assert texas is not None
    assert (texas.country, texas.state) == ("USA", "TX")


def test_a_city_is_found_under_its_name_in_another_language() -> None:
    city = resources.find_city("Munich")
    assert city is not None
    assert city.country == "DEU"


def test_an_unknown_city_is_none() -> None:
    assert resources.find_city("Nowhereville-on-Sea") is None


def test_a_city_counts_for_more_under_its_own_name() -> None:
    city = resources.find_city("Zaragoza")  # also a district of the larger Tijuana
    assert city is not None
    assert city.country == "ESP"


@pytest.mark.parametrize(
    ("printed", "name", "country"),
    [
        ("St-Étienne", "Saint-Étienne", "FRA"),
        ("SAINT ETIENNE", "Saint-Étienne", "FRA"),
        ("Goeppingen", "Goeppingen", "DEU"),
        ("Frankfurt a.M.", "Frankfurt a.M.", "DEU"),
        ("Lodz", "Łódź", "POL"),
        ("Łódź", "Łódź", "POL"),
        ("Køge", "Køge", "DNK"),
        ("Genf", "Genf", "CHE"),
        ("Séville", "Séville", "ESP"),
        ("springfield", "Springfield", "USA"),
        ("Pachuca", "Pachuca", "MEX"),
        ("NYC", "NYC", "USA"),
    ],
)
def test_a_city_is_found_as_people_write_it(printed: str, name: str, country: str) -> None:
    city = resources.find_city(printed)
    assert city is not None
    assert (city.name, city.country) == (name, country)


@pytest.mark.parametrize("name", ["", "  ", "-", "Zzzzzz", "Aaaaaa", "Springfie"])
def test_no_part_of_a_row_is_taken_for_a_city(name: str) -> None:
    assert resources.find_city(name) is None


def test_a_city_outside_the_country_asked_for_is_none() -> None:
    assert resources.find_city("Paris", country="DEU") is None


def test_the_city_table_is_sorted_as_the_look_up_expects() -> None:
    rows = resources.city_table().split(b"\n")
    assert (rows[0], rows[-1]) == (b"", b"")
    keys = [row.split(b"\t", 1)[0] + b"\t" for row in rows[1:-1]]
    assert keys == sorted(keys)
    assert len(keys) > 80_000


def test_the_first_and_the_last_row_of_the_city_table_are_found() -> None:
    rows = resources.city_table().decode().strip("\n").split("\n")
    for row in (rows[0], rows[-1]):
        assert next(resources.cities(row.split("\t", 1)[0])).population > 0


def test_the_lexicons_hold_the_words_of_many_trades() -> None:
    assert {"python", "tig welding", "haccp", "wound care", "comptabilité générale", "lohnbuchhaltung"} <= resources.skills()
    assert {"cissp", "caces", "ersthelfer", "ccna", "ielts", "carnet de carretillero"} <= resources.certifications()
    assert {"marie", "jurgen", "lukasz", "ainhoa", "mohamed", "priya", "may"} <= resources.first_names()
    assert len(resources.skills()) >= 1_500
    assert len(resources.certifications()) >= 200
    assert len(resources.first_names()) >= 8_000


@pytest.mark.parametrize("words", [resources.skills(), resources.certifications(), resources.first_names()])
def test_the_words_of_a_lexicon_are_in_small_letters_and_clean(words: frozenset[str]) -> None:
    assert [word for word in words if word != word.lower() or word != " ".join(word.split()) or len(word.strip()) == 0] == []


def test_first_names_are_no_small_words() -> None:
    assert resources.first_names().isdisjoint({"the", "and", "der", "und", "une", "des", "con", "los", "over", "pero"})


def test_every_lexicon_is_as_its_card_says() -> None:
    cards = tomllib.loads((LEXICONS / "card.toml").read_text(encoding="utf-8"))
    files = {path.name for path in LEXICONS.iterdir() if path.suffix in (".gz", ".toml", ".txt")} - {"card.toml"}
    assert set(cards) == files
    for name, card in cards.items():
        assert sha256((LEXICONS / name).read_bytes()).hexdigest() == card["sha256"], f"{name} changed: run build_card.py"


def test_all_lexicons_together_are_small() -> None:
    shipped = [card.parent for card in LEXICONS.parent.glob("*/card.toml")]
    assert sum(path.stat().st_size for folder in shipped for path in folder.rglob("*") if path.is_file()) < MAX_BYTES
    assert sum(path.stat().st_size for path in LEXICONS.iterdir()) < MAX_LEXICON_BYTES


def test_the_models_are_found_in_an_installed_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(LEXICONS, tmp_path / "_models" / "lexicons")
    monkeypatch.setattr(resources, "FOLDERS", (tmp_path / "_models", tmp_path / "models"))
    assert resources.models_folder() == tmp_path / "_models"
    assert b"python" in resources.lexicon("skills.txt")


def test_the_models_are_found_in_a_checkout() -> None:
    assert resources.models_folder() == LEXICONS.parent


def test_the_wheel_ships_the_models_where_they_are_looked_for() -> None:
    project = tomllib.loads((LEXICONS.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    models = sorted(card.parent.name for card in LEXICONS.parent.glob("*/card.toml"))
    assert shipped == {f"models/{name}": f"{resources.PACKAGE.name}/{resources.FOLDERS[0].name}/{name}" for name in models}


def test_an_incomplete_installation_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "FOLDERS", (tmp_path / "_models",))
    with pytest.raises(MissingDependencyError, match="pip install"):
        resources.models_folder()
