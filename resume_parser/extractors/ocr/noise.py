"""What is no text: ink of rules, icons and photographs that the engine took for characters; and bullets that it misread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resume_parser.extractors.ocr.runs import Run, grouped
from resume_parser.extractors.ocr.table import Token

BULLET = "•"
LEAST_CONFIDENCE = 0.3  # of a word of few letters
SURE = 0.6  # confidence of a word that shows its line to be text
SURE_LONG = 0.3  # confidence of a long word, which no noise gives
LONG = 7  # letters
ADDRESS = re.compile(r"\w@\w|://|www\.|\w\.(?:com|org|net|io|dev|me|eu|de|fr|es|it|pt|br|mx|ch|at|uk)(?:/|$)", re.IGNORECASE)
ONE_SLASH = re.compile(r"^(https?:)/(?=\w)")
LETTER_L = re.compile(r"(?<![^\W_])l(?=[A-Z]\b)|(?<=\b[A-Z])l(?=/[A-Z]{2}\b)")  # "lA" "lT" "Cl/CD"
SURE_SIGN = 0.75  # confidence of a word of few letters before the text of a line; icons stay below
FEW_LETTERS = 2
BULLET_CHARACTERS = 2  # what the engine takes a bullet for at most
BULLET_HEIGHT = (0.12, 0.55)  # em
BULLET_WIDTH = 0.8  # em
BULLET_MIDDLE = (0.15, 0.45)  # em above the baseline
BULLET_FOOT = 0.06  # em above the baseline: letters stand on it
CAPITAL_HEIGHT = 0.85  # em; a bar is higher than a capital I
RULES = "_=~|—"  # what rules and underlines beside a word are taken for
ICONS = frozenset("@©®&°«»¢£€$%#§=~^<>?!;:,|_Q")  # lone signs that icons are taken for
SPOTS = frozenset("°¢«»·¤©®")  # what a bullet between two words is taken for
DASHES = frozenset("-–—_=~.")


def readable(tokens: Sequence[Token]) -> list[Token]:
    """The words without those that only noise gives."""
    kept = [token for line in grouped(tokens) if any(map(is_sure, line)) for token in line if not is_noise(token)]
    return [replace(token, text=spelled(token.text.strip(RULES))) if letters(token) > 1 else token for token in kept]


def spelled(text: str) -> str:
    """The word with the signs right that the engine confuses: the second "/" after "https:", small "l" for "I" beside capitals."""
    text = ONE_SLASH.sub(r"\1//", text)
    return LETTER_L.sub("I", text)


def is_sure(token: Token) -> bool:
    """The word shows its line to be text."""
    least = SURE_LONG if letters(token) >= LONG or is_address(token.text) else SURE
    return token.confidence >= least and letters(token) > 0


def is_address(text: str) -> bool:
    """The word is an e-mail or web address; the engine reads them well and trusts them little."""
    return ADDRESS.search(text) is not None


def is_noise(token: Token) -> bool:
    """The word is read without confidence and has no letters to speak of."""
    return letters(token) <= FEW_LETTERS and token.confidence < LEAST_CONFIDENCE


def letters(token: Token) -> int:
    """How many letters and digits a word has."""
    return sum(map(str.isalnum, token.text))


def cleaned(run: Run) -> Run:
    """The run with its bullets as "•" and without icons before its text; without words if it is nothing but signs."""
    tokens = [as_bullet(token, run, first=not at) for at, token in enumerate(run.tokens)]
    tokens = [as_letter(token, run, tokens[at + 1 : at + 2]) for at, token in enumerate(tokens)]
    start = 0
    while start < len(tokens) and is_icon(tokens[start]):
        start += 1
    tokens = tokens[start:]
    if len(tokens) > 1 and tokens[0].text == BULLET and set(tokens[1].text) <= DASHES:
        del tokens[1]
    return replace(run, tokens=tuple(tokens))


def as_bullet(token: Token, run: Run, *, first: bool) -> Token:
    """The word as a bullet if its ink is a spot half way up the small letters."""
    if len(token.text) > BULLET_CHARACTERS or not (first or not letters(token)):
        return token
    if token.text in SPOTS and not first:
        return replace(token, text=BULLET)
    height, width = token.height / run.em, token.width / run.em
    middle = (run.baseline - (token.top + token.bottom) / 2) / run.em
    spot = BULLET_HEIGHT[0] <= height <= BULLET_HEIGHT[1] and width <= BULLET_WIDTH and BULLET_MIDDLE[0] <= middle <= BULLET_MIDDLE[1]
    return replace(token, text=BULLET) if spot and run.baseline - token.bottom >= BULLET_FOOT * run.em else token


def as_letter(token: Token, run: Run, following: Sequence[Token]) -> Token:
    """A bar before a word in small letters that is no higher than a capital is the letter I."""
    bar = token.text == "|" and token.height <= CAPITAL_HEIGHT * run.em
    return replace(token, text="I") if bar and following and following[0].text[0].islower() else token


def is_icon(token: Token) -> bool:
    """A sign at the start of a run that no text begins with, or that the engine is not sure of."""
    if token.text == BULLET or letters(token) > FEW_LETTERS:
        return False
    return token.confidence < SURE_SIGN or token.text in ICONS
