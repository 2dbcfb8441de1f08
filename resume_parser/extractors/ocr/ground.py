"""From coloured grounds to white: bands, cards and sidebars of any colour, with dark or light print on them, become dark print on paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import bool_, uint8
    from numpy.typing import NDArray
    from PIL.Image import Image

CELL = 8  # pixels of the side of a cell, which has one ground
FLAT = 40  # shades between the lightest and the darkest part of a cell without print; grain stays below
OPEN = 3  # cells of the side of the smallest piece of ground: wider than the strokes of any letter
AROUND = 9  # cells of the side of the square whose median shade tells to which of two grounds a cell with print belongs
LIGHT = 200  # shade of the darkest colour of a ground, 0-255, from which it is paper
COLOURED_SHARE = 0.004  # of the page: a smaller coloured part is a rule or an icon
WHITE = 255


def on_white(picture: Image) -> Image:
    """The picture in grey, with the print on coloured grounds dark on white."""
    import numpy
    from PIL import Image

    grey = darkest_channel(picture)
    size = picture.width // CELL * CELL, picture.height // CELL * CELL
    if min(size) < OPEN * CELL:
        return grey
    whole, part = picture.crop((0, 0, *size)), grey.crop((0, 0, *size))
    flat = flat_cells([part] if picture.mode == "L" else [part, whole.convert("L")])
    coloured = flat & (numpy.asarray(part.reduce(CELL)) < LIGHT)
    if coloured.sum() < COLOURED_SHARE * coloured.size:
        return grey
    grounds = grounds_of(whole, flat)
    mask = Image.fromarray((WHITE * (grounds.min(axis=2) < LIGHT)).astype(numpy.uint8))
    grey.paste(contrast(whole, grounds), (0, 0), enlarged(mask))
    return grey


def darkest_channel(picture: Image) -> Image:
    """Grey by the darkest of the three colours, in which coloured print is as dark as black one."""
    from PIL import ImageChops

    return picture.copy() if picture.mode == "L" else reduce(ImageChops.darker, picture.split())


def flat_cells(views: Sequence[Image]) -> NDArray[bool_]:
    """Which cells belong to a piece of one shade in all grey views of a picture; their sides are multiples of a cell."""
    import numpy
    from PIL import Image, ImageFilter

    spread = numpy.max([spread_of(view) for view in views], axis=0)
    even = Image.fromarray((WHITE * (spread <= FLAT)).astype(numpy.uint8))
    return numpy.asarray(even.filter(ImageFilter.MinFilter(OPEN)).filter(ImageFilter.MaxFilter(OPEN))) > 0


def spread_of(view: Image) -> NDArray[uint8]:
    """The shades between the lightest and the darkest part of each cell."""
    import numpy

    half = numpy.asarray(view.reduce(2))
    parts = half.reshape(half.shape[0] // (CELL // 2), CELL // 2, -1, CELL // 2)
    spread: NDArray[uint8] = parts.max(axis=(1, 3)) - parts.min(axis=(1, 3))
    return spread


def grounds_of(picture: Image, flat: NDArray[bool_]) -> NDArray[uint8]:
    """The ground of each cell: that of the next flat cell at its left or right, whichever is more like what lies around the cell."""
    import numpy
    from PIL import ImageFilter

    cells = picture.reduce(CELL)
    shades = numpy.asarray(cells).reshape(*flat.shape, -1)
    around = numpy.asarray(cells.filter(ImageFilter.MedianFilter(AROUND))).reshape(shades.shape)
    rows, places = numpy.arange(flat.shape[0])[:, None], numpy.arange(flat.shape[1])
    left = numpy.maximum.accumulate(numpy.where(flat, places, -1), axis=1)
    right = numpy.minimum.accumulate(numpy.where(flat, places, len(places))[:, ::-1], axis=1)[:, ::-1]
    left, right = numpy.where(left < 0, right, left), numpy.where(right == len(places), left, right)
    sides = [shades[rows, numpy.clip(side, 0, len(places) - 1)] for side in (left, right)]
    apart = [numpy.abs(side.astype(numpy.int16) - around).max(axis=2, keepdims=True) for side in sides]
    grounds: NDArray[uint8] = numpy.where(apart[0] <= apart[1], *sides)
    return grounds


def contrast(picture: Image, grounds: NDArray[uint8]) -> Image:
    """How far each pixel is from the ground of its cell, as dark as it can be on that ground."""
    import numpy
    from PIL import Image, ImageChops

    difference = ImageChops.difference(picture, enlarged(Image.fromarray(grounds.squeeze())))
    ink = difference if difference.mode == "L" else reduce(ImageChops.lighter, difference.split())
    room = Image.fromarray(numpy.maximum(grounds, WHITE - grounds).max(axis=2))
    depth = numpy.asarray(ink, dtype=numpy.uint16) * WHITE // numpy.asarray(enlarged(room), dtype=numpy.uint16)
    return Image.fromarray((WHITE - numpy.minimum(depth, WHITE)).astype(numpy.uint8))


def enlarged(cells: Image) -> Image:
    """An image of cells in the size of the picture."""
    from PIL import Image

    return cells.resize((cells.width * CELL, cells.height * CELL), Image.Resampling.NEAREST)
