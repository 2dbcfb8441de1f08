"""Words that remember which value they print, through the layout stage, and the marks read back from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.corpus.designs.runs import Run
from resume_parser.document import Document, Line, Word
from resume_parser.layout.text import word_spans

HEADERS = ("name", "job", "study", "project", "volunteering", "company")  # a line with any word of these is such a line
HEADING = "heading:"
FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled range of Document.text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a word that belongs to a value: offsets in the word as printed, and the number of the value."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Tagged(Word):
    """A word with its labels; `dataclasses.replace`, with which the layout stage changes words, keeps them."""

    shares: tuple[Share, ...] = ()
    role: str = "other"
    length: int = 0  # of the text as printed: what the layout stage adds behind it belongs to the value that reaches its end
    font: str = "Helvetica"

    def ranges(self) -> Iterator[tuple[int, int, int]]:
        """Start, end and value of each labelled part of the text as it is now."""
        for share in self.shares:
            end = len(self.text) if share.end >= self.length else min(share.end, len(self.text))
            if share.start < end:
                yield share.start, end, share.value


class Values:
    """The labels of the values of a document by their number."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.numbers: dict[int, int] = {}
        self.runs: list[Run] = []  # kept alive, so that ids stay theirs

    def number(self, run: Run) -> int:
        """The number of the value that a labelled run prints."""
        if id(run) not in self.numbers:
            self.numbers[id(run)] = len(self.labels)
            self.labels.append(run.label or "")
            self.runs.append(run)
        return self.numbers[id(run)]


def value_marks(document: Document, labels: Sequence[str]) -> tuple[Mark, ...]:
    """The marks of all values, in the order of the text; a value that other text interrupts has several."""
    found: list[list[int]] = []
    for line in document.lines:
        for word, (start, _) in zip(line.words, word_spans(line), strict=True):
            if not isinstance(word, Tagged):
                continue
            for first, last, value in word.ranges():
                begin, end = line.start + start + first, line.start + start + last
                if found and found[-1][2] == value and not document.text[found[-1][1] : begin].strip():
                    found[-1][1] = end
                else:
                    found.append([begin, end, value])
    return tuple(Mark(start, end, labels[value]) for start, end, value in found)


def line_roles(document: Document) -> tuple[Mark, ...]:
    """The role of every line; a heading that stands in the line of its content has a mark of its own before that of the content."""
    return tuple(mark for line in document.lines for mark in _roles(line))


def _roles(line: Line) -> Iterator[Mark]:
    """The marks of one line."""
    spans = word_spans(line)
    roles = [word.role if isinstance(word, Tagged) else "other" for word in line.words]
    at = next((at for at, role in enumerate(roles) if not role.startswith(HEADING)), len(roles))
    if 0 < at < len(roles):
        yield Mark(line.start, line.start + spans[at - 1][1], roles[0])
        yield Mark(line.start + spans[at][0], line.end, _main(roles[at:], line.words[at:]))
    else:
        yield Mark(line.start, line.end, _main(roles, line.words))


def _main(roles: Sequence[str], words: Sequence[Word]) -> str:
    """The role of most characters; that of the name or an entry's header where the line holds a part of one."""
    weights: Counter[str] = Counter()
    for role, word in zip(roles, words, strict=True):
        weights[role] += len(word.text)
    headers = {role: weight for role, weight in weights.items() if role in HEADERS}
    return max(headers or weights, key=weights.__getitem__)
