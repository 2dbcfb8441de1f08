"""What files lose: style in plain text, characters and print in a scan."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from models.corpus.designs.dice import Dice
from resume_parser.document import Block, Box, Document, Line, Page, Word

ALIKE = {
    "l": "I1", "I": "l|", "1": "lI", "0": "O", "O": "0", "S": "5", "5": "S", "B": "8", "8": "B", "e": "c", "c": "e", "n": "u",
    "u": "n", "h": "b", "t": "f", "f": "t", "i": "l", ".": ",", ",": ".", "–": "-", "—": "-", "•": "e°*", "g": "q", "Z": "2",
}  # fmt: skip
ASCENT, DESCENT = 0.75, 0.25  # em of the box of a line that OCR reads, as the extractor of pictures gives it
FAINT = 0.008  # most of the look-alike characters read wrong on a bad page, as a share


def plain_text(document: Document) -> Document:
    """The document without sizes, weights and colours."""
    pages = []
    for page in document.pages:
        blocks = [replace(block, lines=tuple(map(_plain_line, block.lines))) for block in page.blocks]
        pages.append(replace(page, blocks=tuple(blocks)))
    return replace(document, pages=tuple(pages))


def _plain_line(line: Line) -> Line:
    return replace(line, words=tuple(replace(word, size=0.0, bold=False, italic=False, color=0, link=None) for word in line.words))


def scanned(document: Document, dice: Dice) -> Document:
    """The document as OCR reads it: wrong characters, lost accents, rough sizes, no slant, no colour, no link."""
    rate = dice.random() ** 2 * FAINT
    accents = dice.chance(0.3)
    bold = dice.of(("kept", 6), ("rough", 3), ("lost", 3))
    pages = []
    for page in document.pages:
        lines = [_scanned_line(line, dice, rate, accents, bold) for block in page.blocks for line in block.lines]
        pages.append(Page(page.number, page.width, page.height, (Block(tuple(lines)),) if lines else ()))
    return replace(document, format="png", pages=tuple(pages))


def _scanned_line(line: Line, dice: Dice, rate: float, accents: bool, bold: str) -> Line:
    """One line as OCR reads it: its words share a size and a baseline."""
    scale = dice.uniform(0.97, 1.03)
    words = []
    for word in line.words:
        text = "".join(misread(letter, dice, rate, accents) for letter in word.text)
        weight = word.bold and bold != "lost"
        if bold == "rough" and dice.chance(0.08):
            weight = not weight
        words.append(_rough(word, text, weight, scale, dice))
    return replace(line, words=tuple(words))


def _rough(word: Word, text: str, bold: bool, scale: float, dice: Dice) -> Word:
    """The word with rough edges."""
    size = round(word.size * scale, 2)
    box = word.box
    if box is not None:
        base = box.bottom - DESCENT * word.size
        box = Box(box.x0 + dice.uniform(0, 0.4), base - ASCENT * size, box.x1 - dice.uniform(0, 0.4), base + DESCENT * size)
    confidence = round(dice.uniform(0.6, 0.99), 3)
    return replace(word, text=text, box=box, size=size, bold=bold, italic=False, color=0, link=None, confidence=confidence)


def misread(letter: str, dice: Dice, rate: float, accents: bool) -> str:
    """The letter as it is read: one character, so that offsets stay."""
    if accents and not letter.isascii() and letter.isalpha() and dice.chance(0.3):
        return unicodedata.normalize("NFD", letter)[0]
    if letter in ALIKE and dice.chance(rate):
        return dice.choice(ALIKE[letter])
    return letter
