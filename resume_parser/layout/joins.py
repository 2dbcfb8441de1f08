"""Lines of a strip as finished lines: words cut at the line end joined, lone bullets joined to their text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from resume_parser.document import Line, Word
from resume_parser.layout.normalise import BULLET, SOFT_HYPHEN
from resume_parser.locales import JOINERS

HYPHENS = "-\u2010" + SOFT_HYPHEN
ENDS_JUSTIFIED = 8  # a compound breaks at its hyphen about once in ten uses: more line-end hyphens mean hyphenation
ENDS_RAGGED = 3  # the same for ragged text, which is seldom hyphenated
FEW_ENDS = 3  # fewer line-end hyphens in ragged text are compounds
FEW_LINES = 3  # long lines of a column below which its right edge shows nothing
LONG_LINE = 6  # words of a line that reaches the right edge
FLUSH = 2.0  # points by which flush lines differ; hanging punctuation is wider
FLUSH_SHARE = 0.35  # of the long lines: last lines of paragraphs are short in justified text too
_COMPOUND = re.compile(r"^[^\W\d_]{2,}-[^\W\d_]{2,}")
_EDGES = re.compile(r"^\W+|[^\w+#]+$")


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """What the document itself says about its hyphens."""

    words: Counter[str]  # every word, lower case, without punctuation around it
    breaks_words: bool  # the program that set it cuts words at the line end

    def joined(self, head: str, tail: str) -> str:
        """The word that stands cut as `head` (with its hyphen) at a line end and `tail` on the next line."""
        stem = head[:-1]
        whole, compound = _key(stem + tail), _key(f"{stem}-{tail}")
        if len(stem) == 1 or not tail[0].islower() or (self.words[compound] and not self.words[whole]):
            return f"{stem}-{tail}"
        if self.words[whole] or head[-1] == SOFT_HYPHEN or self.breaks_words:
            return stem + tail
        return f"{stem}-{tail}"


def _key(text: str) -> str:
    """The word as it is counted."""
    return _EDGES.sub("", text).lower()


def hyphenation_of(lines: Iterable[Line]) -> Hyphenation:
    """The hyphenation habits of a document."""
    known = list(lines)
    ends = sum(_is_cut(line.words[-1].text) + len(_cuts_inside(line)) for line in known)
    if not ends:
        return Hyphenation(Counter(), breaks_words=False)
    texts = [word.text for line in known for word in line.words]
    inside = sum(_COMPOUND.match(text) is not None for text in texts if "-" in text)
    justified = _is_justified(known)
    breaks_words = ends * (ENDS_JUSTIFIED if justified else ENDS_RAGGED) > inside and (justified or ends >= FEW_ENDS)
    return Hyphenation(Counter(map(_key, texts)), breaks_words)


def _is_justified(lines: Sequence[Line]) -> bool:
    """The long lines of each column end at one right edge, as programs set them that cut words."""
    edges: dict[tuple[int, int], list[float]] = defaultdict(list)
    for line in lines:
        if line.box is not None and len(line.words) >= LONG_LINE:
            edges[line.page, line.column].append(line.box.x1)
    ends = [max(column) - x1 <= FLUSH for column in edges.values() if len(column) >= FEW_LINES for x1 in column]
    return sum(ends) > FLUSH_SHARE * len(ends)


def _is_cut(text: str) -> bool:
    """The word ends with a hyphen after a letter."""
    return len(text) > 1 and text[-1] in HYPHENS and text[-2].isalpha()


def join_lines(lines: Sequence[Line], hyphenation: Hyphenation) -> list[Line]:
    """The lines of one strip with words that were cut at a line end whole again, and no bullet alone on its line."""
    joined: list[Line] = []
    for line in _with_bullets(lines):
        if joined and _continues(joined[-1], line):
            first, second = _join(joined[-1], line, hyphenation)
            joined[-1] = first
            if second is not None:
                joined.append(second)
        else:
            joined.append(line)
    return [_without_soft_hyphen(_whole_words(line, hyphenation)) for line in joined]


def _cuts_inside(line: Line) -> list[int]:
    """Indexes of the words of the line that are the rest of the word before them, on the next line of a table cell."""
    glued = [index for index, word in enumerate(line.words) if not word.gap and index]
    return [index for index in glued if _goes_below(line.words[index - 1], line.words[index])]


def _goes_below(head: Word, tail: Word) -> bool:
    """The first word is cut at its end and the second stands below it."""
    if head.box is None or tail.box is None:
        return False
    return tail.box.top > (head.box.top + head.box.bottom) / 2 and _is_cut(head.text) and tail.text[0].isalpha()


def _whole_words(line: Line, hyphenation: Hyphenation) -> Line:
    """The line with the words whole that were cut at a line end inside a table cell."""
    cuts = _cuts_inside(line)
    if not cuts:
        return line
    words: list[Word] = []
    for index, word in enumerate(line.words):
        if index in cuts:
            head = words.pop()
            word = replace(head, text=hyphenation.joined(head.text, word.text), link=head.link or word.link)  # noqa: PLW2901 - the whole word
        words.append(word)
    return replace(line, words=tuple(words))


def _continues(line: Line, following: Line) -> bool:
    """The last word of the line goes on in the next line."""
    head, tail = line.words[-1].text, following.words[0].text
    return _is_cut(head) and tail[0].isalpha() and tail not in JOINERS and not following.bullet


def _join(line: Line, following: Line, hyphenation: Hyphenation) -> tuple[Line, Line | None]:
    """Both lines with the cut word whole in the first; None for a second line that has no other word."""
    head, tail = line.words[-1], following.words[0]
    whole = replace(head, text=hyphenation.joined(head.text, tail.text), link=head.link or tail.link)
    rest = following.words[1:]
    first = replace(line, words=(*line.words[:-1], whole))
    return first, replace(following, words=rest) if rest else None


def _without_soft_hyphen(line: Line) -> Line:
    """The line with a hyphen printed at its end where nothing followed."""
    if not any(SOFT_HYPHEN in word.text for word in line.words):
        return line
    return replace(line, words=tuple(replace(word, text=word.text.replace(SOFT_HYPHEN, "-")) for word in line.words))


def _with_bullets(lines: Sequence[Line]) -> list[Line]:
    """The lines with each bullet that stands alone put before the next line."""
    result: list[Line] = []
    bullet: Word | None = None
    for line in lines:
        if len(line.words) == 1 and line.words[0].text == BULLET:
            bullet = line.words[0]
            continue
        if bullet is not None and not line.bullet:
            line = replace(line, words=(bullet, replace(line.words[0], gap=" "), *line.words[1:]), bullet=True)  # noqa: PLW2901 - the same line
        result.append(line)
        bullet = None
    return result
