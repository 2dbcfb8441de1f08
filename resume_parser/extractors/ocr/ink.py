"""The ink of a word: where it lies and how thick its strokes are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resume_parser.extractors.ocr.table import Token

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_CONTRAST = 40  # shades between the paper and the ink of a word


class Ink:
    """The shades of a sheet."""

    def __init__(self, image: Image) -> None:
        import numpy

        self.shades = numpy.asarray(image)

    def box(self, token: Token) -> tuple[float, float, float, float] | None:
        """Left, top, right and bottom of the ink inside the box of a word; None if there is none."""
        import numpy

        part = self.shades[int(token.top) : int(token.bottom), int(token.left) : int(token.right)]
        if not part.size or int(part.max()) - int(part.min()) < LEAST_CONTRAST:
            return None
        dark = part < (int(part.max()) + int(part.min())) / 2
        rows, columns = numpy.flatnonzero(dark.any(axis=1)), numpy.flatnonzero(dark.any(axis=0))
        left, top = int(token.left), int(token.top)
        return left + float(columns[0]), top + float(rows[0]), left + float(columns[-1]) + 1, top + float(rows[-1]) + 1

    def thickness(self, token: Token) -> float:
        """The mean length in pixels of the level cuts through the strokes of a word, 0.0 where its ink is too pale to tell."""
        import numpy

        part = self.shades[int(token.top) : int(token.bottom), int(token.left) : int(token.right)].astype(numpy.float32)
        if not part.size or float(part.max() - part.min()) < LEAST_CONTRAST:
            return 0.0
        paper, black = float(numpy.percentile(part, 90)), float(numpy.percentile(part, 3))
        depth = numpy.clip((paper - part) / max(1.0, paper - black), 0.0, 1.0)
        inside = depth > 0.5  # noqa: PLR2004 - half way between paper and ink
        cuts = int((inside[:, 1:] & ~inside[:, :-1]).sum() + inside[:, 0].sum())
        return float(depth.sum()) / cuts if cuts else 0.0
