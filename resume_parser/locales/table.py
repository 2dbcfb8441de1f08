"""Writes words.json, the words of all languages in one table, out of the TOML files. Run it after any change of a locale.

python -m resume_parser.locales.table
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from resume_parser.locales import DOUBTFUL_JOINERS, HEADINGS, LANGUAGES, TABLE, heading_key

FOLDER = Path(__file__).parent


def table_text() -> str:
    """The text of words.json: a line per language and one for the headings."""
    tables: dict[str, object] = {language: source(language) for language in LANGUAGES}
    rows = {**tables, HEADINGS: kinds_of_headings()}
    lines = (f"{json.dumps(key)}:{json.dumps(row, ensure_ascii=False, separators=(',', ':'))}" for key, row in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def source(language: str) -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    """The TOML file of a language as a table."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def kinds_of_headings() -> dict[str, str]:
    """Heading key -> kind over all languages; the first language wins where two disagree."""
    found: dict[str, str] = {}
    for kind, phrase in headings_of_all():
        found.setdefault(heading_key(phrase), kind)
    return found


def headings_of_all() -> Iterator[tuple[str, str]]:
    """(kind, heading) of all languages."""
    for language in LANGUAGES:
        for kind, phrases in source(language)["headings"].items():
            for phrase in phrases:
                yield kind, phrase
                if f" {DOUBTFUL_JOINERS.get(language)} " in phrase:  # as it stands with "&"
                    yield kind, phrase.replace(f" {DOUBTFUL_JOINERS[language]} ", " ")


if __name__ == "__main__":
    (FOLDER / TABLE).write_text(table_text(), encoding="utf-8")
