"""What files lose: style in plain text, characters and print in a scan; labels stay in place."""

from __future__ import annotations

from models.corpus.designs.dice import Dice
from models.corpus.designs.noise import ALIKE, misread, plain_text, scanned
from models.corpus.designs.runs import Para, Run, Style
from models.corpus.designs.tagged import value_marks
from models.corpus.designs.typeset import Paper, Pen, Sheet
from resume_parser.layout import arrange

BOLD = Style(14, bold=True, italic=True, color=0xFF0000)


def sheet() -> Sheet:
    """One line with two values."""
    made = Sheet(Paper(400, 400, 20, 20, 20, 20), 1.2)
    made.set_flow(
        (Para((Run("Élodie Müller", BOLD, "name"), Run(", ", BOLD), Run("Köln", BOLD, "location")), "name"),), 20, 360, Pen(0, 20)
    )
    return made


def test_a_misread_letter_is_one_letter() -> None:
    dice = Dice("1")
    assert all(len(misread(letter, dice, 1.0, accents=True)) == 1 for letter in (*ALIKE, "é", "ß", "x"))


def test_a_scan_keeps_the_places_of_the_values() -> None:
    made = sheet()
    document = arrange(scanned(made.document(), Dice("2")))
    marks = value_marks(document, made.values.labels)
    assert [(mark.label, mark.end - mark.start) for mark in marks] == [("name", 13), ("location", 4)]
    assert document.format == "png"
    assert all(word.confidence < 1 and not word.italic and not word.color for line in document.lines for word in line.words)


def test_plain_text_has_no_print() -> None:
    words = [word for line in plain_text(sheet().document()).all_lines() for word in line.words]
    assert {(word.size, word.bold, word.italic, word.color) for word in words} == {(0.0, False, False, 0)}
