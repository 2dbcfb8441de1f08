"""The words that a design prints around values: headings and labels, from the locales and from words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from models.corpus.designs.dice import Dice
from resume_parser.locales import LANGUAGES, load

USUAL = 6  # the first headings of a locale are the usual ones
SURE = {"personal": 16, "contact": 12, "misc": 12}  # kinds whose later headings are labels of single values
JOINTS = (" / ", " | ", " – ")  # between the two languages of a heading


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Mapping[str, list[str]]]:
    """Language -> kind of words -> words."""
    found: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def outside() -> Mapping[str, Mapping[str, list[str]]]:
    """Language -> section kind -> headings that no locale knows."""
    return {language: table["outside"] for language, table in tables().items()}  # type: ignore[misc] # the one nested table


class Words:
    """The words of one document in one language."""

    def __init__(self, language: str, dice: Dice) -> None:
        self.language = language
        self.dice = dice
        self.table = tables()[language]
        self.locale = load(language)
        self.second = dice.choice([other for other in LANGUAGES if other != language]) if dice.chance(0.02) else None

    def one(self, kind: str) -> str:
        """A word of a kind of words.toml."""
        return self.dice.choice(self.table[kind])

    def label(self, kind: str) -> str:
        """What stands before a value, as the locale has it, with a capital."""
        words = self.locale.labels[kind]
        return capital(self.dice.choice(words[:USUAL]))

    def heading(self, kind: str, case: str, longest: int = 0) -> str:
        """A heading of a section kind; with `longest` one of at most so many characters, if there is one."""
        short = [phrase for phrase in self.locale.headings[kind][: SURE.get(kind)] if len(phrase) <= longest]
        if short:
            return cased(self.dice.choice(short[:USUAL] if self.dice.chance(0.5) else short), case)
        strange = outside()[self.language].get(kind)
        if strange and self.dice.chance(0.06):
            return cased(self.dice.choice(strange), case)
        text = self.known(self.language, kind)
        if self.dice.chance(0.012):
            text = mistyped(text, self.dice)
        if self.second:
            text += self.dice.choice(JOINTS) + self.known(self.second, kind)
        return cased(text, case)

    def known(self, language: str, kind: str) -> str:
        """A heading that the locale knows."""
        phrases = load(language).headings[kind][: SURE.get(kind)]
        return self.dice.choice(phrases[:USUAL] if self.dice.chance(0.55) else phrases)


def mistyped(text: str, dice: Dice) -> str:
    """The text with two letters in the wrong order, or one lost."""
    at = dice.randrange(1, max(2, len(text) - 2))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :] if dice.chance(0.6) else text[:at] + text[at + 1 :]


def cased(text: str, case: str) -> str:
    """The text in capitals, with capitals at its words or its start, or as it is."""
    if case == "upper":
        return text if "ß" in text else text.upper()
    if case == "title":
        return " ".join(capital(word) if len(word) > 3 or not at else word for at, word in enumerate(text.split(" ")))  # noqa: PLR2004 - letters of a small word
    return capital(text) if case == "first" else text


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
