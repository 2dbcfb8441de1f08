"""The lines of one document as the NLP components see them: text, style and place, relative to the body of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from resume_parser.document import Document, Line, Word
from resume_parser.entities import Entity, Entry, Place, Section
from resume_parser.layout.text import word_spans
from resume_parser.locales import fold
from resume_parser.nlp.dates import DateRange
from resume_parser.options import Options

ALL_BOLD = 0.8  # share of bold characters from which boldness says nothing
MOST = 0.5  # share of the characters of a part of a line
MOSTLY = 0.75  # share of the characters of a line that must be bold (italic) for the line to count as bold (italic)
SIZE_STEP = 0.5  # points; sizes that differ by less look the same to a reader
LARGER = 1.04  # size over the body from which print looks larger

RUNNING_ROLES = ("description", "item", "label", "summary", "reference")  # roles of lines that are no header of an entry

Style = tuple[float, bool, bool, bool, int]  # size in points, bold, italic, all capitals, colour


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with its offsets in Document.text."""

    word: Word
    start: int
    end: int

    @property
    def style(self) -> Style:
        """Look of the word."""
        text = self.word.text
        return (rounded(self.word.size), self.word.bold, self.word.italic, text.isupper() and len(text) > 1, self.word.color)


@dataclass(frozen=True, slots=True)
class LineView:
    """One line, or the part of one line that stands beside its label."""

    index: int  # position in Reading.lines
    start: int
    end: int
    text: str
    folded: str
    page: int
    column: int
    bullet: bool
    level: int
    size: float  # font size over the body size; 1.0 where unknown
    style: Style
    bold: bool
    italic: bool
    upper: bool
    block_start: bool  # a blank line or the start of the text stands before
    gap: float | None  # free space above in lines of its size; None at the top of a page or column and where the format has no geometry
    x0: float | None
    x1: float | None
    pieces: tuple[Piece, ...]
    dates: tuple[DateRange, ...] = ()  # the ranges that start in this line
    roles: Mapping[str, float] = field(default_factory=dict)  # role -> odds, by the line tagger; unlikely ones left out
    tail: int = 0  # offset where a range that starts in the line before ends in this one, 0 = none

    @property
    def words(self) -> int:
        """Number of printed words, the bullet not counted."""
        return len(self.pieces) - self.bullet

    @property
    def lead(self) -> tuple[float, bool, bool]:
        """Size, bold and italic of the first word: what sets the start of an entry apart, whatever follows in its line."""
        first = next((piece.word for piece in self.pieces if piece.word.text != "•"), self.pieces[0].word)
        return (rounded(first.size), first.bold, first.italic)

    @property
    def undated(self) -> str:
        """The text without its dates."""
        rest = self.text
        for found in self.dates:
            rest = rest.replace(found.text, "")
        return rest

    @property
    def starts_lower(self) -> bool:
        """The first letter or digit is a small letter: the line goes on with a sentence."""
        return next((ch for ch in self.text if ch.isalnum()), "A").islower()

    @property
    def running(self) -> float | None:
        """Odds that the line is running text rather than part of a header, None where no tagger has seen it."""
        return sum(odds for role, odds in self.roles.items() if role.startswith(RUNNING_ROLES)) if self.roles else None

    @property
    def wide(self) -> bool:
        """The line has a gap wider than words need."""
        return any(piece.word.gap == "\t" for piece in self.pieces[1:])


@dataclass(slots=True)
class Reading:
    """What the components of the pipeline know so far about one document; each component adds its part."""

    document: Document
    options: Options
    language: str = "en"
    lines: tuple[LineView, ...] = ()
    headings: dict[int, str] = field(default_factory=dict)  # line index -> section kind
    sections: tuple[Section, ...] = ()
    entities: list[Entity] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    skills: tuple[tuple[int, int], ...] = ()  # ranges of the skills of the lexicon

    @property
    def text(self) -> str:
        """The final text of the document."""
        return self.document.text

    def body(self, section: Section) -> tuple[LineView, ...]:
        """The lines of a section without its heading."""
        return self.lines[section.first : section.last]

    def of_kind(self, *kinds: str) -> list[Section]:
        """The sections of these kinds in order."""
        return [section for section in self.sections if section.kind in kinds]

    def entity(self, label: str, start: int, end: int, **extra: str | float | Place | None) -> Entity:
        """An entity on a range of the text; its value is the printed text unless given."""
        printed = " ".join(self.text[start:end].split())
        made = Entity(label, start, end, printed, printed)
        return replace(made, **extra) if extra else made  # type: ignore[arg-type]


def rounded(size: float) -> float:
    """Font size in steps that a reader can tell apart."""
    return round(size / SIZE_STEP) * SIZE_STEP


def is_bold(lines: Sequence[Line]) -> bool:
    """Nearly all of the text is bold: boldness then sets nothing apart."""
    count = sum(len(word.text) for line in lines for word in line.words)
    return sum(len(word.text) for line in lines for word in line.words if word.bold) > ALL_BOLD * count


def body_size(lines: Sequence[Line]) -> float:
    """The font size of most characters, in points; 0.0 where the format does not say."""
    weights: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            weights[rounded(word.size)] += len(word.text)
    weights.pop(0.0, None)
    return weights.most_common(1)[0][0] if weights else 0.0


def share(pieces: Sequence[Piece], trait: str) -> float:
    """Share of the characters whose word has the trait ("bold" or "italic")."""
    total = sum(len(piece.word.text) for piece in pieces)
    return sum(len(piece.word.text) for piece in pieces if getattr(piece.word, trait)) / total if total else 0.0


def view(text: str, line: Line, before: Line | None, base: float, *, all_bold: bool) -> LineView:
    """The view of one line; `before` is the line above it in reading order, `base` the body size."""
    pieces = line_pieces(line)
    start, end = pieces[0].start, pieces[-1].end
    shown = text[start:end]
    solid = [piece for piece in pieces if any(ch.isalnum() for ch in piece.word.text)] or list(pieces)
    size = rounded(median(piece.word.size for piece in solid))
    bold, italic = share(solid, "bold") >= MOSTLY and not all_bold, share(solid, "italic") >= MOSTLY
    upper = shown.upper() == shown and sum(ch.isalpha() for ch in shown) > 1
    color = Counter(piece.word.color for piece in solid).most_common(1)[0][0]
    boxes = [piece.word.box for piece in pieces if piece.word.box]
    return LineView(
        index=-1,
        start=start,
        end=end,
        text=shown,
        folded=fold(shown),
        page=line.page,
        column=line.column,
        bullet=line.bullet and pieces[0].word.text == "•",
        level=line.level,
        size=size / base if base and size else 1.0,
        style=(size, bold, italic, upper, color),
        bold=bold,
        italic=italic,
        upper=upper,
        block_start=before is None or text[max(0, start - 2) : start] == "\n\n",
        gap=gap_above(line, before),
        x0=boxes[0].x0 if boxes else None,
        x1=boxes[-1].x1 if boxes else None,
        pieces=pieces,
    )


def gap_above(line: Line, before: Line | None) -> float | None:
    """Free space between a line and the one above it, in heights of the line; None where there is none above.

    On slides the box of a line is that of its shape and tells nothing about the space between lines.
    """
    if before is None or line.box is None or before.box is None or line.words[0].box is None:
        return None
    if line.page != before.page or line.column != before.column:
        return None
    return (line.box.top - before.box.bottom) / line.box.height if line.box.height > 0 and line.box.top > before.box.top else None


def line_pieces(line: Line) -> tuple[Piece, ...]:
    """The words of a line with their offsets."""
    return tuple(Piece(word, line.start + start, line.start + end) for word, (start, end) in zip(line.words, word_spans(line), strict=True))


def views(document: Document) -> list[LineView]:
    """One view per line of the document, not yet numbered."""
    base = body_size(document.lines)
    lines = [line for line in document.lines if line.words]
    all_bold = is_bold(lines)
    return [view(document.text, line, before, base, all_bold=all_bold) for line, before in zip(lines, [None, *lines], strict=False)]


def numbered(lines: Sequence[LineView]) -> tuple[LineView, ...]:
    """The same views with their index set."""
    return tuple(replace(line, index=index) for index, line in enumerate(lines))


def part(line: LineView, first: int, last: int, *, block_start: bool) -> LineView:
    """The view of some words of a line."""
    pieces = line.pieces[first:last]
    text = line.text[pieces[0].start - line.start : pieces[-1].end - line.start]
    inside = tuple(found for found in line.dates if pieces[0].start <= found.start < pieces[-1].end)
    style = dominant(pieces, line.style)
    return replace(
        line,
        start=pieces[0].start,
        end=pieces[-1].end,
        text=text,
        folded=fold(text),
        pieces=pieces,
        block_start=block_start,
        style=style,
        bold=style[1],
        italic=style[2],
        upper=style[3],
        dates=inside,
        bullet=line.bullet and first == 0,
        x0=pieces[0].word.box.x0 if pieces[0].word.box else None,
    )


def dominant(pieces: Sequence[Piece], base: Style) -> Style:
    """The look of most words of a part of a line."""
    text = " ".join(piece.word.text for piece in pieces)
    size = Counter(piece.style[0] for piece in pieces).most_common(1)[0][0]
    upper = text.upper() == text and sum(ch.isalpha() for ch in text) > 1
    return (size, share(pieces, "bold") > MOST, share(pieces, "italic") > MOST, upper, pieces[0].word.color or base[4])
