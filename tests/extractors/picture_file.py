"""Small pictures: text drawn with the font that Pillow brings, and what counts as a photograph."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

DPI = 200
WIDTH, HEIGHT = 1700, 900  # pixels of a sheet as wide as a page
LINES = (("Marie Keller", 30), ("Software Engineer, Acme Systems", 14), ("marie.keller@example.com", 14), ("Built the billing service", 14))


def drawn(lines: Sequence[tuple[str, float]] = LINES, *, ink: str = "black", paper: str = "white") -> Image.Image:
    """A picture with one line of text below the other, each with its size in points."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), paper)
    pen = ImageDraw.Draw(picture)
    top = 100.0
    for text, points in lines:
        pixels = points * DPI / 72
        pen.text((150, top), text, fill=ink, font=ImageFont.load_default(size=pixels))
        top += 2.2 * pixels
    return picture


def photograph(kind: str = "PNG", sides: tuple[int, int] = (90, 120)) -> bytes:
    """A picture file with as many shades as a photograph has."""
    shades = random.Random(1)
    return file_of(Image.frombytes("RGB", sides, shades.randbytes(3 * sides[0] * sides[1])), kind)


def file_of(picture: Image.Image, name: str = "PNG", **settings: object) -> bytes:
    """The picture as a file."""
    buffer = io.BytesIO()
    picture.save(buffer, name, **settings)
    return buffer.getvalue()
