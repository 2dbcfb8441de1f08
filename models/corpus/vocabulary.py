"""The word files of the corpus: lists of a language, and the trades of a working life with their words.

A list is written as one text: an entry a line, or several on a line between " ; ". An entry is a template (see author.py).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "sv")

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Trade:
    """What people of a trade print: `lists` holds titles, areas, sentences, tools, employers, subjects ..."""

    key: str
    share: float  # how often a resume is of this trade, against the others
    academic: float  # share of its people with a university degree
    office: bool  # whether titles carry "Senior", "Head of"
    lists: Lists

    def of(self, name: str) -> tuple[str, ...]:
        """The entries of a list; empty where the trade has none."""
        return self.lists.get(name, ())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language: its lists and its trades by key."""

    language: str
    lists: Lists
    trades: Mapping[str, Trade]

    def of(self, name: str) -> tuple[str, ...]:
        """The entries of a list; a KeyError names a list that the language lacks."""
        return self.lists[name]


def entries(text: str) -> tuple[str, ...]:
    """The entries of a list in a word file."""
    return tuple(entry.strip() for line in text.splitlines() for entry in line.split(" ; ") if entry.strip())


def _table(name: str) -> dict[str, object]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _lists(table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {key: entries(value) for key, value in table.items() if isinstance(value, str)}


@cache
def shared() -> tuple[Lists, dict[str, dict[str, object]]]:
    """What all languages have in common: lists (syllables of brands, names from afar), and facts of the trades."""
    table = _table("shared")
    trades = table["trades"]
    assert isinstance(trades, dict)
    return _lists(table), trades


@cache
def words(language: str) -> Words:
    """The words of a language, trades with what all languages share."""
    lists, facts = shared()
    local = _table(f"{language}.trades")
    trades = {key: _trade(key, facts[key], table) for key, table in local.items() if isinstance(table, dict)}
    return Words(language, {**lists, **_lists(_table(language))}, trades)


def _trade(key: str, facts: Mapping[str, object], table: Mapping[str, object]) -> Trade:
    common, own = _lists(facts), _lists(table)
    lists = {name: tuple(dict.fromkeys((*own.get(name, ()), *common.get(name, ())))) for name in {*common, *own}}
    lists["software"] = common.get("tools", ())
    share, academic = facts["share"], facts["academic"]
    assert isinstance(share, int | float)
    assert isinstance(academic, int | float)
    return Trade(key, share, academic, bool(facts["office"]), lists)
