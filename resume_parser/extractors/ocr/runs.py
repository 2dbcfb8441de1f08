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

CAPITAL, DOTTED, TEE, SMALL = 0.72, 0.7, 0.65, 0.52  # em above the baseline: capitals and "b", "i" and accents, "t", "x"
LOW_FIGURE = 0.6  # em above the baseline of figures with mixed heights, as many serif fonts have
BELOW, COMMA = 0.21, 0.13  # em below the baseline: "g" and brackets, ","
TALL = frozenset("bdfhklßABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]{}/|!?&%$#@'\"’‘“”")
MEDIUM = frozenset("ijàáâãäåèéêëìíîïñòóôõöùúûüšž")
DEEP = frozenset("gjpqyçQ()[]{}|@$/")
COMMAS = frozenset(",;")
SLANTED = frozenset("fJ")  # reach below the baseline in some fonts and in italics
UNSURE = frozenset("Q()[]{}|/@$")  # do or do not in as many fonts
UNSURE_SIZE = 0.12  # share by which the size of a word of such characters is off
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
    em = middle([(size, len(token.text)) for token in tokens if is_sure_shape(token.text) and (size := em_of(token))]) or usual
    pieces = [[tokens[0]]]
    for left, right in pairwise(tokens):
        if right.left - left.right > WIDE_GAP * em or is_other_print(left, right):
            pieces.append([right])
        else:
            pieces[-1].append(right)
    return [make_run(piece, em) for piece in pieces]


def make_run(tokens: Sequence[Token], em: float) -> Run:
    """The run of these words; `em` is the size of the print around it, which tells that of figures and signs."""
    telling = [token for token in tokens if em_of(token) and is_sure_shape(token.text)]
    telling = [token for token in telling if not set(token.text) & SLANTED] or telling
    flat = [(token.bottom, len(token.text)) for token in telling if not below(token.text)]
    if flat:
        baseline = middle(flat)
        rises = [((baseline - token.top) / above(token.text), len(token.text)) for token in telling]
        return Run(tuple(tokens), max(middle(rises), 1.0), baseline)
    if not telling:
        return make_unsure_run(tokens, em)
    em = middle([(size, len(token.text)) for token in telling if (size := em_of(token))])
    feet = [(token.bottom - below(token.text) * em, len(token.text)) for token in telling]
    return Run(tuple(tokens), max(em, 1.0), middle(feet))


def make_unsure_run(tokens: Sequence[Token], em: float) -> Run:
    """The run of words whose characters are as high as their font has them: the likeliest height is that of the print around it."""
    guesses = [(guess, len(token.text)) for token in tokens if (guess := guessed(token, em))]
    size = middle([(found, weight) for (found, _), weight in guesses]) or em
    feet = [(token.bottom - fall * size, len(token.text)) for token in tokens if (guess := guessed(token, em)) for fall in guess[1:]]
    return Run(tuple(tokens), max(size, 1.0), middle(feet) or max(token.bottom for token in tokens))


def guessed(token: Token, em: float) -> tuple[float, float] | None:
    """The size of an unsure word and em of its ink below the baseline, None if it has no letter or figure."""
    if not em_of(token):
        return None
    shapes = [(CAPITAL, 0.0), (CAPITAL, BELOW) if set(token.text) & UNSURE else (LOW_FIGURE, 0.0)]
    size, fall = min(((token.height / (rise + fall), fall) for rise, fall in shapes), key=lambda guess: abs(guess[0] - em))
    return (em if abs(size - em) <= UNSURE_SIZE * em else size), fall


def is_sure_shape(text: str) -> bool:
    """The height of the letters is alike in all fonts: figures may be lower than capitals, "/" reaches below the baseline or not."""
    return not set(text) & UNSURE and any(map(str.isalpha, text))


def is_other_print(left: Token, right: Token) -> bool:
    """Two neighbours have letters of clearly different sizes."""
    if left.text.isupper() and right.text.isupper():  # small capitals
        return False
    sizes = [em_of(token) for token in (left, right) if len(token.text) >= TELLING_LETTERS and is_sure_shape(token.text)]
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
    return CAPITAL if letters & TALL else DOTTED if letters & MEDIUM else TEE if "t" in letters else SMALL


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
