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


def test_every_lexicon_is_as_its_card_says() -> None:
    cards = tomllib.loads((LEXICONS / "card.toml").read_text(encoding="utf-8"))
    files = {path.name for path in LEXICONS.iterdir() if path.suffix in (".gz", ".toml", ".txt")} - {"card.toml"}
    assert set(cards) == files
    for name, card in cards.items():
        assert sha256((LEXICONS / name).read_bytes()).hexdigest() == card["sha256"], f"{name} changed: run build_card.py"


def test_all_lexicons_together_are_small() -> None:
    assert sum(path.stat().st_size for path in LEXICONS.parent.rglob("*") if path.is_file()) < MAX_BYTES


def test_the_models_are_found_in_an_installed_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(LEXICONS, tmp_path / "_models" / "lexicons")
    monkeypatch.setattr(resources, "FOLDERS", (tmp_path / "_models", tmp_path / "models"))
    assert resources.models_folder() == tmp_path / "_models"
    assert b"python" in resources.lexicon("skills.txt")


def test_an_incomplete_installation_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "FOLDERS", (tmp_path / "_models",))
    with pytest.raises(MissingDependencyError, match="pip install"):
        resources.models_folder()
