"""From any picture to the sheet that the engine reads: grey, 200 dpi, dark print on a light ground, level lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.extractors.ocr.ground import WHITE, on_white

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS_PER_INCH = 72.0
DPI = 200  # what the engine reads best for its time; 300 costs a fifth more and finds no more words
SAME_DPI = 0.1  # of DPI: a picture this close is not resized
MOST_ENLARGED = 4.0  # times; smaller print has no detail to read
MOST_PIXELS = 25_000_000  # of a sheet
NOISE = 12  # median step from one pixel to its neighbour, 0-255: paper and JPEG stay below 4
NOISE_PART = 600  # pixels of the side of the middle part that is looked at for noise
SKEW_LIMIT, SKEW_COARSE, SKEW_FINE = 5.0, 0.5, 0.1  # degrees: the largest angle looked for and the two steps
SKEW_WIDTH = 600  # pixels of the picture in which the angle is looked for
SKEW_INK = 60  # shades darker than the paper that count as ink there
SKEW_GAIN = 1.05  # times the sharpness of the level lines that the turned ones need
LEAST_SKEW = 0.1  # degrees; less moves no word off its line
SIXTEEN_BITS = 257.0  # 65535 / 255


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture made ready for the engine."""

    image: Image  # mode L
    dpi: float


def make_sheet(picture: Image, dpi: float) -> Sheet:
    """The sheet of a picture with so many pixels per inch."""
    grey, dpi = at_reading_size(on_white(flattened(picture)), dpi)
    return Sheet(leveled(without_noise(grey)), dpi)


def flattened(picture: Image) -> Image:
    """The picture in mode L or RGB, on white where it is transparent."""
    from PIL import Image

    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        return _eight_bits(picture)
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        colors = picture.convert("RGBA")
        ground = Image.new("RGB", picture.size, (WHITE, WHITE, WHITE))
        ground.paste(colors, (0, 0), colors.getchannel("A"))
        return ground
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def _eight_bits(picture: Image) -> Image:
    """A picture of more than 256 shades in 256."""
    import numpy
    from PIL import Image

    shades = numpy.nan_to_num(numpy.asarray(picture, dtype=numpy.float64))
    top = float(shades.max(initial=0.0))
    factor = SIXTEEN_BITS if top > WHITE else 1.0 if top > 1.0 else 1.0 / WHITE
    return Image.fromarray(numpy.clip(shades / factor, 0, WHITE).astype(numpy.uint8))


def at_reading_size(grey: Image, dpi: float) -> tuple[Image, float]:
    """The picture at the resolution that the engine reads best, and that resolution."""
    from PIL import Image

    factor = 1.0 if abs(DPI / dpi - 1.0) <= SAME_DPI else min(DPI / dpi, MOST_ENLARGED)
    factor = min(factor, (MOST_PIXELS / (grey.width * grey.height)) ** 0.5)
    if factor == 1.0:
        return grey, dpi
    size = max(1, round(grey.width * factor)), max(1, round(grey.height * factor))
    return grey.resize(size, Image.Resampling.LANCZOS), dpi * factor


def without_noise(grey: Image) -> Image:
    """The picture with speckles gone, unchanged if it has none."""
    import numpy
    from PIL import ImageFilter

    left, top = max(0, (grey.width - NOISE_PART) // 2), max(0, (grey.height - NOISE_PART) // 2)
    part = numpy.asarray(grey.crop((left, top, min(grey.width, left + NOISE_PART), min(grey.height, top + NOISE_PART))), dtype=numpy.int16)
    steps = numpy.abs(numpy.diff(part, axis=1))
    if not steps.size or float(numpy.median(steps)) < NOISE:
        return grey
    return grey.filter(ImageFilter.MedianFilter(3))


def leveled(grey: Image) -> Image:
    """The picture turned by the small angle at which its lines are level."""
    from PIL import Image

    angle = skew(grey)
    if abs(angle) < LEAST_SKEW:
        return grey
    return grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=WHITE)


def skew(grey: Image) -> float:
    """Degrees by which the picture must be turned against the clock for its lines to be level: where the rows of ink are sharpest."""
    import numpy

    small = grey.reduce(max(1, round(grey.width / SKEW_WIDTH)))
    shades = numpy.asarray(small, dtype=numpy.int16)
    y, x = numpy.nonzero(shades < numpy.median(shades) - SKEW_INK)
    if not len(x):
        return 0.0

    def sharpness(angle: float) -> float:
        """How much of the ink lies in few rows when the picture is turned."""
        rows = y + (x - small.width / 2) * -numpy.tan(numpy.radians(angle))
        counts = numpy.bincount((rows - rows.min()).astype(numpy.int64))
        return float((numpy.diff(counts) ** 2).sum())

    steps = round(SKEW_LIMIT / SKEW_COARSE)
    best = max((step * SKEW_COARSE for step in range(-steps, steps + 1)), key=sharpness)
    fine = round(SKEW_COARSE / SKEW_FINE)
    best = max((best + step * SKEW_FINE for step in range(-fine, fine + 1)), key=sharpness)
    return best if sharpness(best) > SKEW_GAIN * sharpness(0.0) else 0.0


def turned(sheet: Sheet, degrees: int) -> Sheet:
    """The sheet turned against the clock by a multiple of 90 degrees."""
    from PIL import Image

    turn = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}[degrees]
    return Sheet(sheet.image.transpose(turn), sheet.dpi)
