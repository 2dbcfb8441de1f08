"""What is no text: ink of rules, icons and photographs that the engine took for characters; and bullets that it misread."""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.extractors.ocr.ink import Ink
from resume_parser.extractors.ocr.runs import Run, grouped
from resume_parser.extractors.ocr.table import Token

BULLET = "•"
LEAST_CONFIDENCE = 0.3  # of a word of few letters
SURE = 0.6  # confidence of a word that shows its line to be text
FEW_LETTERS = 2
WORD_LETTERS = 3  # of a word that shows its line to be text
RULES = frozenset("|_~=—-–[]{}()/\\!.,:;'`\"‘’“”")  # what rules and borders are taken for


def readable(tokens: Sequence[Token]) -> list[Token]:
    """The words without those that only noise gives."""
    return [token for line in grouped(tokens) if any(map(is_sure, line)) for token in line if not is_noise(token)]


def is_sure(token: Token) -> bool:
    """The word shows its line to be text."""
    return token.confidence >= SURE and any(map(str.isalnum, token.text))


def is_noise(token: Token) -> bool:
    """The word is read without confidence and has no letters to speak of."""
    letters = sum(map(str.isalnum, token.text))
    return letters <= FEW_LETTERS and token.confidence < LEAST_CONFIDENCE


def cleaned(run: Run, ink: Ink) -> Run:
    """The run with its bullet as "•" and without icons before its text."""
    return run
