"""Reads the pictures of one file: makes the sheet, chooses the language, turns a page that lies on its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.document import Line, Notice
from resume_parser.extractors.ocr.engine import OcrTimeout, Task, engine_or_error
from resume_parser.extractors.ocr.languages import first_language, language_of
from resume_parser.extractors.ocr.lines import lines_of
from resume_parser.extractors.ocr.noise import is_address
from resume_parser.extractors.ocr.sheet import POINTS_PER_INCH, Sheet, make_sheet, turned
from resume_parser.extractors.ocr.table import Token, tokens_of
from resume_parser.options import Options

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_SIDE = 24  # pixels; a smaller picture holds no line of text
SURE = 0.7  # confidence of a word that was read
SURE_LETTERS = 3  # of a word that counts: shorter ones come out of any pattern
SAME_PLACE = 0.8  # share of the width and height of a word that another reading of it covers
LONG_LETTERS = 4  # of a word that is wider than high when it is level
POOR = 0.45  # share of the characters in sure words below which the page may lie on its side
PATTERN = 12  # words that a page turned by 90 or 180 degrees still gives


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a picture; lengths in points."""

    lines: tuple[Line, ...]
    width: float
    height: float
    notices: tuple[Notice, ...] = ()


class PictureReader:
    """Reads pictures of one file after another; a page begins with the language and the sizes of the page before."""

    def __init__(self, options: Options) -> None:
        """Looks for the engine; raises MissingDependencyError, and OptionsError for languages that are not installed."""
        self.engine = engine_or_error()
        self.engine.check(options.ocr_languages)
        self.fixed = bool(options.ocr_languages)
        self.languages: Sequence[str] = options.ocr_languages or (first_language(self.engine.languages),)
        self.seconds = options.max_ocr_seconds
        self.sizes: list[float] = []  # points, of the print of the pages read

    def read(self, picture: Image, dpi: float, page: int) -> Reading:
        """The lines of a picture with so many pixels per inch; none, and a notice, where the engine takes too long."""
        size = picture.width * POINTS_PER_INCH / dpi, picture.height * POINTS_PER_INCH / dpi
        if min(picture.size) < LEAST_SIDE:
            return Reading((), *size)
        sheet = make_sheet(picture, dpi)
        try:
            sheet, tokens = self.upright(sheet, self.tokens(sheet))
            tokens = self.in_own_language(sheet, tokens)
        except OcrTimeout:
            message = f"Reading the picture took more than {self.seconds:g} seconds and was given up. Raise Options.max_ocr_seconds."
            return Reading((), *size, (Notice("ocr_timeout", message, page),))
        scale = POINTS_PER_INCH / sheet.dpi
        return Reading(lines_of(tokens, sheet, page, self.sizes), sheet.image.width * scale, sheet.image.height * scale)

    def tokens(self, sheet: Sheet) -> list[Token]:
        """The words of a sheet in the languages of the moment."""
        return tokens_of(self.engine.table(sheet.image, Task(self.languages, round(sheet.dpi), self.seconds)))

    def upright(self, sheet: Sheet, tokens: list[Token]) -> tuple[Sheet, list[Token]]:
        """The sheet and its words, turned if next to nothing was read and a turned sheet reads better."""
        if len(tokens) < PATTERN or sure_share(tokens) >= POOR:
            return sheet, tokens
        best, most = (sheet, tokens), sure_share(tokens)
        for degrees in (90, 270) if is_sideways(tokens) else (180,):
            other = turned(sheet, degrees)
            found = self.tokens(other)
            if (share := sure_share(found)) > most:
                best, most = (other, found), share
            if most >= POOR:
                break
        return best

    def in_own_language(self, sheet: Sheet, tokens: list[Token]) -> list[Token]:
        """The words, read again in the language that their small words belong to."""
        language = None if self.fixed else language_of((token.text for token in tokens), self.engine.languages)
        if language is None or language in self.languages:
            return tokens
        self.languages = (language,)
        return with_addresses(self.tokens(sheet), tokens)


def with_addresses(tokens: Sequence[Token], first: Sequence[Token]) -> list[Token]:
    """The words with the e-mail and web addresses of the first reading: the models of most languages know no "@"."""
    known = [token for token in first if is_address(token.text)]
    return [next((other for other in known if is_same(other, token)), token) for token in tokens]


def is_same(first: Token, second: Token) -> bool:
    """Two words stand in one place and are of about one length."""
    beside = min(first.right, second.right) - max(first.left, second.left)
    above = min(first.bottom, second.bottom) - max(first.top, second.top)
    return beside >= SAME_PLACE * max(first.width, second.width) and above >= SAME_PLACE * min(first.height, second.height)


def sure_share(tokens: Sequence[Token]) -> float:
    """Share of the characters that stand in level words read with confidence; the engine also reads words that run up the page."""
    if is_sideways(tokens):
        return 0.0
    total = sum(len(token.text) for token in tokens)
    sure = sum(len(t.text) for t in tokens if t.confidence >= SURE and sum(map(str.isalpha, t.text)) >= SURE_LETTERS)
    return sure / total if total else 0.0


def is_sideways(tokens: Sequence[Token]) -> bool:
    """Most long words are higher than wide: they run up or down the page."""
    long = [token for token in tokens if len(token.text) >= LONG_LETTERS]
    return 2 * sum(token.height > token.width for token in long) > len(long)
