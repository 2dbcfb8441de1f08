"""Widths and heights of the standard fonts of PDF, as pdfium reads them."""

from __future__ import annotations

from functools import lru_cache

from models.corpus.designs.runs import Style

FACES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
}
USUAL_WIDTH = 556  # thousandths of an em, of characters that the tables lack


def face(style: Style) -> str:
    """The name of the font of a style."""
    return FACES[style.family][style.bold + 2 * style.italic]


@lru_cache(maxsize=16)
def widths(font: str) -> dict[str, int]:
    """Character -> width in thousandths of an em."""
    from pdfminer.fontmetrics import FONT_METRICS

    return dict(FONT_METRICS[font][1])


@lru_cache(maxsize=100_000)
def units(text: str, font: str) -> int:
    """The width of a text in thousandths of an em."""
    table = widths(font)
    return sum(table.get(character, USUAL_WIDTH) for character in text)


def width(text: str, style: Style) -> float:
    """The width of a text in points."""
    return units(text, face(style)) * style.size / 1000


# em above and below the baseline, as pdfium gives the box of a line in the faces of a family
HEIGHTS = {
    "Helvetica": ((0.945, 0.224), (0.962, 0.227), (0.951, 0.224), (0.962, 0.227)),
    "Times": ((0.878, 0.249), (0.889, 0.249), (0.868, 0.249), (0.869, 0.249)),
    "Courier": ((0.803, 0.248), (0.811, 0.248), (0.803, 0.248), (0.811, 0.248)),
}


def heights(style: Style) -> tuple[float, float]:
    """Points above and below the baseline of the box of a word."""
    above, below = HEIGHTS[style.family][style.bold + 2 * style.italic]
    return above * style.size, below * style.size
