"""The texts of slides: characters with their runs, links and field marks, and the paragraphs that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from resume_parser.extractors.flow.layers import over
from resume_parser.extractors.flow.lines import LineBuilder, Look
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope, why_hidden
from resume_parser.extractors.ppt.records import (
    FIELD_MARKS,
    INTERACTION,
    INTERACTION_ATOM,
    INTERACTION_RANGE,
    TEXT_BYTES,
    TEXT_CHARS,
    TEXT_HEADER,
    TEXT_STYLE,
)
from resume_parser.extractors.ppt.styles import DEFAULT_SIZE, TITLES, CharacterRun, Properties, Styles, points, runs, style_of
from resume_parser.extractors.records import Record

_PARAGRAPH_END, _LINE_END = "\r", "\v"
_LINK_ID = 4  # offset in an InteractiveInfoAtom
_TITLE_LEVEL = 1
_PAGE = 1  # the slide number is set where the shapes make pages


@dataclass(frozen=True, slots=True)
class Text:
    """One text as the file holds it."""

    kind: int
    characters: str = ""
    style: Record | None = None
    marks: frozenset[int] = frozenset()  # positions of characters that stand for a field
    links: tuple[tuple[int, int, str], ...] = ()  # start, end, URL


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the texts of a slide inherit."""

    styles: Styles
    scheme: Sequence[int]
    links: Mapping[int, str] = field(default_factory=dict)  # id of a hyperlink -> URL


def texts(atoms: Iterable[Record], links: Mapping[int, str]) -> list[Text]:
    """The texts among the records that follow each other; each begins with its header."""
    found: list[Text] = []
    link = ""
    for atom in atoms:
        if atom.kind == TEXT_HEADER:
            found.append(Text(atom.integer()))
        elif atom.kind == INTERACTION:
            link = link_of(atom, links) or ""
        elif found:
            found[-1] = _with(found[-1], atom, link)
    return found


def _with(text: Text, atom: Record, link: str) -> Text:
    """The text with what one more record says of it."""
    if atom.kind == TEXT_CHARS:
        return replace(text, characters=atom.content.decode("utf-16-le", "replace"))
    if atom.kind == TEXT_BYTES:
        return replace(text, characters=atom.content.decode("latin-1"))
    if atom.kind == TEXT_STYLE:
        return replace(text, style=atom)
    if atom.kind in FIELD_MARKS:
        return replace(text, marks=text.marks | {atom.integer()})
    if atom.kind == INTERACTION_RANGE and link:
        return replace(text, links=(*text.links, (atom.integer(), atom.integer(4), link)))
    return text


def link_of(interaction: Record, links: Mapping[int, str]) -> str | None:
    """The URL that a click leads to, None for a place in the file."""
    atom = interaction.first(INTERACTION_ATOM)
    return None if atom is None else links.get(atom.integer(_LINK_ID))


def paragraphs(text: Text, around: Surroundings, scope: Scope, link: str | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a text; `link` = the target of its whole shape."""
    reader = _Reader(text, around, link)
    start = 0
    for characters in text.characters.rstrip(_PARAGRAPH_END).split(_PARAGRAPH_END):
        yield reader.paragraph(start, start + len(characters), scope)
        start += len(characters) + 1


class _Reader:
    """Cuts one text into paragraphs and runs."""

    def __init__(self, text: Text, around: Surroundings, link: str | None) -> None:
        self._text, self._around, self._link = text, around, link
        self._level = _TITLE_LEVEL if text.kind in TITLES else 0
        self._paragraphs, characters = runs(text.style, len(text.characters))
        self._looks = list(_placed(characters))

    def paragraph(self, start: int, end: int, scope: Scope) -> Paragraph:
        """The paragraph between two positions."""
        level, own = self._at(start)
        style = over(own, style_of(self._around.styles, self._text.kind, level))
        builder = LineBuilder()
        for first, last, properties in self._pieces(start, end):
            self._add(builder, first, last, over(properties, style))
        size = style.size or DEFAULT_SIZE
        lines = builder.finish(self._level, bool(style.bullet) and not self._level)
        before, after = points(style.before, size), points(style.after, size)
        return Paragraph(lines, scope, "", self._level if lines else 0, before, after, depth=level)

    def _at(self, position: int) -> tuple[int, Properties]:
        """Indent level and properties of the paragraph at a position."""
        at = 0
        for run in self._paragraphs:
            at += run.length
            if position < at:
                return run.level, run.properties
        return 0, Properties()

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Properties]]:
        """The parts of a range that look alike, cut at the ends of links too."""
        cuts = {start, end}
        cuts |= {place for first, last, _ in self._looks for place in (first, last) if start < place < end}
        cuts |= {place for first, last, _ in self._text.links for place in (first, last) if start < place < end}
        ordered = sorted(cuts)
        at = 0
        for first, last in pairwise(ordered):
            while at < len(self._looks) and self._looks[at][1] <= first:
                at += 1
            yield first, last, self._looks[at][2] if at < len(self._looks) else Properties()

    def _add(self, builder: LineBuilder, start: int, end: int, properties: Properties) -> None:
        link = next((url for first, last, url in self._text.links if first <= start < last), self._link)
        look = _look(properties, self._around.scheme, link)
        characters = "".join(
            character for place, character in enumerate(self._text.characters[start:end], start) if place not in self._text.marks
        )
        for index, piece in enumerate(characters.split(_LINE_END)):
            if index:
                builder.end_line()
            if piece:
                builder.add(piece.replace("\0", ""), look, _PAGE)


def _placed(found: Sequence[CharacterRun]) -> Iterator[tuple[int, int, Properties]]:
    at = 0
    for run in found:
        yield at, at + run.length, run.properties
        at += run.length


def _look(properties: Properties, scheme: Sequence[int], link: str | None) -> Look:
    """The look of characters; a slide does not say simply what lies behind them, so white text counts as readable."""
    size = properties.size or DEFAULT_SIZE
    stated = properties.color or 0
    color = stated if stated >= 0 else scheme[-1 - stated] if -1 - stated < len(scheme) else 0
    hidden = why_hidden(size, color, vanish=False, shaded=True)
    return Look(size, bool(properties.bold), bool(properties.italic), color, link, hidden)
