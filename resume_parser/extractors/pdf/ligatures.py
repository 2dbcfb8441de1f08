"""Ligatures that no table of the file names: which letters a glyph stands for, by its width and by what follows it.

Some programs (Qt, old TeX drivers) print ligatures without telling what they mean; pdfium then hands out the bare glyph number
as a character, which may be a control code, a digit or a bracket.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LIGATURES = {"ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02", "ffi": "\ufb03", "ffl": "\ufb04"}  # one character each, so that offsets stay
SUSPECT = re.compile(r"(?<=[^\W\d_])[^\w\s,;:.'’/-](?=[^\W\d_])|(?<=[^\W\d_])\d(?=[^\W\d_])|(?<!\S)[^\w\s](?=[^\W\d_])")
SLACK = 0.08  # em by which the width of a ligature differs from that of its letters; the widths of fi and ff differ by more


def ligature(width: float, f: float, i: float, followers: Sequence[str]) -> str | None:
    """The ligature of this width (em) in a font with these widths of "f" and "i"; None where no ligature is as wide.

    `followers` are the letters after each place where the glyph stands. "fi" and "fl" are equally wide in many fonts, but no word
    has a consonant after "fl", and "fi" stands before one nearly everywhere.
    """
    sums = {"fi": f + i, "ff": 2 * f, "ffi": 2 * f + i}
    name = min(sums, key=lambda letters: abs(sums[letters] - width))
    if abs(sums[name] - width) > SLACK:
        return None
    if name != "ff" and all(letter in "aeiouyáâãéêíóúüö" for letter in followers) and any(letter in "iouy" for letter in followers):
        name = name[:-1] + "l"
    return LIGATURES[name]
