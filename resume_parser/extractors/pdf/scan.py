"""What a PDF page shows besides text: images that cover it, letters drawn as curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resume_parser.extractors.pdf.objects import images, paths

if TYPE_CHECKING:
    import pypdfium2

FEW_CHARACTERS = 25  # a page with an image or curves and less text than this is a picture of text
IMAGE_SHARE = 0.5  # of the page that images must cover for the page to be a scan
MANY_CURVES = 100  # paths of a page with next to no text: letters turned into outlines, one path each
GARBAGE_SHARE = 0.1  # of the characters without a meaning above which the text layer is useless


def is_picture(page: pypdfium2.PdfPage, characters: int, area: float) -> bool:
    """The page has next to no text characters, but shows a large image or many curves."""
    return characters < FEW_CHARACTERS and (image_share(page, area) > IMAGE_SHARE or has_many_curves(page))


def image_share(page: pypdfium2.PdfPage, area: float) -> float:
    """Share of the page that its images cover, overlaps counted twice."""
    covered = sum(abs((right - left) * (top - bottom)) for _, (left, bottom, right, top) in images(page))
    return covered / area if area else 0.0


def has_many_curves(page: pypdfium2.PdfPage) -> bool:
    """The page draws more paths than boxes and rules need."""
    return any(count >= MANY_CURVES for count, _ in enumerate(paths(page), 1))
