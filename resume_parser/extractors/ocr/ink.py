"""The ink of a word: where it lies and how thick its strokes are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resume_parser.extractors.ocr.table import Token

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray
    from PIL.Image import Image

LEAST_CONTRAST = 40  # shades between the paper and the ink of a word
EDGE = 0.25  # share of the depth of ink from which a pixel belongs to a stroke
UNDERLINE = 0.9  # share of the width of a word that only an underline fills
UNDERLINED_LETTERS = 3  # of a word; a shorter one may be a dash
CAPITAL_ROWS = 0.25  # share of the ink of the fullest row of a word in capitals that its other rows have, but not those of accents


class Ink:
    """The shades of a sheet."""

    def __init__(self, image: Image) -> None:
        import numpy

        self.shades = numpy.asarray(image)

    def part(self, token: Token) -> NDArray[uint8]:
        """The shades inside the box of a word; empty where its ink is too pale to tell anything."""
        part = self.shades[int(token.top) : int(token.bottom), int(token.left) : int(token.right)]
        return part if part.size and int(part.max()) - int(part.min()) >= LEAST_CONTRAST else part[:0]

    def tightened(self, token: Token) -> Token:
        """The word with the box of its ink without underline and, for capitals, without their accents; as it is where its ink is pale."""
        import numpy

        part = self.part(token)
        if not part.size:
            return token
        dark = part < (int(part.max()) + int(part.min())) / 2
        counts = dark.sum(axis=1)
        if len(token.text) >= UNDERLINED_LETTERS:
            counts[counts >= UNDERLINE * part.shape[1]] = 0
        capitals = token.text.isalpha() and token.text.isupper() and len(token.text) >= UNDERLINED_LETTERS
        least = CAPITAL_ROWS * int(counts.max()) if capitals else 0
        rows, columns = numpy.flatnonzero(counts > least), numpy.flatnonzero(dark.any(axis=0))
        if not len(rows):
            return token
        left, top = int(token.left), int(token.top)
        return replace(
            token,
            left=left + int(columns[0]),
            right=left + int(columns[-1]) + 1,
            top=top + int(rows[0]),
            bottom=top + int(rows[-1]) + 1,
        )

    def thickness(self, token: Token) -> float:
        """The median length in pixels of the level cuts through the strokes of a word, 0.0 where its ink is too pale to tell."""
        import numpy

        part = self.part(token).astype(numpy.float32)
        if not part.size:
            return 0.0
        paper, black = float(numpy.percentile(part, 90)), float(numpy.percentile(part, 3))
        depth = numpy.pad(numpy.clip((paper - part) / max(1.0, paper - black), 0.0, 1.0), ((0, 0), (1, 1))).ravel()
        inside = depth > EDGE
        starts = inside & ~numpy.roll(inside, 1)
        cuts = numpy.bincount(numpy.cumsum(starts)[inside], weights=depth[inside])[1:]
        cuts = cuts[cuts >= 1.0]
        return float(numpy.median(cuts)) if len(cuts) else 0.0
