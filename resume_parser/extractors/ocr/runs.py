"""From the engine's words to runs of one print: em and baseline from the shapes of the letters.

The engine gives the box of the ink of each word, high for "Apply" and low for "are". Which letters a word has tells
how much of the height of its font the ink takes; all words of a run share one size and one baseline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resume_parser.extractors.ocr.table import Token

CAPITAL, MIDDLE, SMALL = 0.72, 0.67, 0.52  # em above the baseline: capitals and "b", "i" and accents, "x"
BELOW, COMMA = 0.21, 0.13  # em below the baseline: "g" and brackets, ","
TALL = frozenset("bdfhklßABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]{}/|!?&%$#@'\"’‘“”")
MEDIUM = frozenset("ijtàáâãäåèéêëìíîïñòóôõöùúûüšž")
DEEP = frozenset("gjpqyçQ()[]{}|@$/")
COMMAS = frozenset(",;")
WIDE_GAP = 1.05  # em between two words of one line that belong to different runs
OTHER_SIZE = 1.3  # ratio of the sizes of neighbours that are not of one run
TELLING_LETTERS = 3  # of a word whose size may end a run: shorter ones tell it badly
SAME_SIZE = 0.09  # share: sizes this close are one; the ink of a run tells its size to some 4 %
SAME_BASELINE = 0.1  # em: baselines this close are one
SIZE_STEP = 0.5  # points


@dataclass(frozen=True, slots=True)
class Run:
    """Words beside each other in one print."""

    tokens: tuple[Token, ...]
    em: float  # pixels
    baseline: float  # pixels from the top


def grouped(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words by the engine's lines, each from left to right."""
    lines: dict[tuple[int, int, int], list[Token]] = {}
    for token in tokens:
        lines.setdefault(token.line, []).append(token)
    return [sorted(line, key=lambda token: token.left) for line in lines.values()]


def runs_of(tokens: Sequence[Token], usual: float) -> list[Run]:
    """The words of one line as runs, cut at wide gaps and where the size of the print changes; `usual` is the em of the page."""
    em = middle([(size, len(token.text)) for token in tokens if (size := em_of(token))]) or usual
    pieces = [[tokens[0]]]
    for left, right in pairwise(tokens):
        if right.left - left.right > WIDE_GAP * em or is_other_print(left, right):
            pieces.append([right])
        else:
            pieces[-1].append(right)
    return [make_run(piece, em) for piece in pieces]


def make_run(tokens: Sequence[Token], em: float) -> Run:
    """The run of these words; `em` is its size where no word tells it."""
    telling = [token for token in tokens if em_of(token)]
    flat = [(token.bottom, len(token.text)) for token in telling if not below(token.text)]
    if flat:
        baseline = middle(flat)
        rises = [((baseline - token.top) / above(token.text), len(token.text)) for token in telling]
        return Run(tuple(tokens), max(middle(rises), 1.0), baseline)
    em = middle([(size, len(token.text)) for token in telling if (size := em_of(token))]) or em
    feet = [(token.bottom - below(token.text) * em, len(token.text)) for token in telling]
    return Run(tuple(tokens), max(em, 1.0), middle(feet) or max(token.bottom for token in tokens))


def is_other_print(left: Token, right: Token) -> bool:
    """Two neighbours have letters of clearly different sizes."""
    if left.text.isupper() and right.text.isupper():  # small capitals
        return False
    sizes = [em_of(token) for token in (left, right) if len(token.text) >= TELLING_LETTERS]
    known = [size for size in sizes if size]
    return len(known) == len((left, right)) and max(known) > OTHER_SIZE * min(known)


def settled(runs: Sequence[Run], points: float, known: list[float]) -> list[Run]:
    """The runs with sizes that differ only by the roughness of the ink made one; `points` is the length of a pixel.

    Sizes in points that are known from the pages before take what is near them, then the most frequent ones, which are added.
    """
    sizes: dict[int, float] = {}
    for size in known:
        sizes.update({at: size for at, run in enumerate(runs) if at not in sizes and is_near(run.em * points, size)})
    while len(sizes) < len(runs):
        rest = [run for at, run in enumerate(runs) if at not in sizes]
        size = most_frequent(rest, points)
        sizes.update({at: size for at, run in enumerate(runs) if at not in sizes and is_near(run.em * points, size)})
        known.append(size)
    return [replace(run, em=sizes[at] / points) for at, run in enumerate(runs)]


def aligned(runs: Sequence[Run]) -> list[Run]:
    """The runs with baselines that differ only by the roughness of the ink made one, so that the cells of a row stand on one line."""
    order = sorted(range(len(runs)), key=lambda at: runs[at].baseline)
    groups: list[list[int]] = []
    for at in order:
        first = runs[groups[-1][0]] if groups else None
        if first is not None and runs[at].baseline - first.baseline <= SAME_BASELINE * min(first.em, runs[at].em):
            groups[-1].append(at)
        else:
            groups.append([at])
    feet = {at: middle([(runs[other].baseline, len(runs[other].tokens)) for other in group]) for group in groups for at in group}
    return [replace(run, baseline=feet[at]) for at, run in enumerate(runs)]


def is_near(size: float, known: float) -> bool:
    """A size is another one but for the roughness of the ink."""
    return abs(size - known) <= max(SAME_SIZE * known, SIZE_STEP)


def most_frequent(runs: Sequence[Run], points: float) -> float:
    """The size in points that most of the text of the runs has."""
    bins: Counter[int] = Counter()
    for run in runs:
        bins[round(run.em * points / SIZE_STEP)] += sum(len(token.text) for token in run.tokens)
    best = max(bins, key=lambda place: (bins[place - 1] + bins[place] + bins[place + 1], bins[place]))
    return max(best, 1) * SIZE_STEP


def em_of(token: Token) -> float | None:
    """The size of the font of a word by its ink, None if its characters do not tell."""
    if not any(map(str.isalnum, token.text)):
        return None
    return token.height / (above(token.text) + below(token.text))


def above(text: str) -> float:
    """Em that the ink of a text rises above the baseline."""
    letters = set(text)
    return CAPITAL if letters & TALL else MIDDLE if letters & MEDIUM else SMALL


def below(text: str) -> float:
    """Em that the ink of a text reaches below the baseline."""
    letters = set(text)
    return BELOW if letters & DEEP else COMMA if letters & COMMAS else 0.0


def middle(values: Sequence[tuple[float, int]]) -> float:
    """The weighted median, 0.0 of nothing."""
    half = sum(weight for _, weight in values) / 2
    for value, weight in sorted(values):
        half -= weight
        if half <= 0:
            return value
    return 0.0
