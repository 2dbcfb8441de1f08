"""Which paragraphs belong together: blocks end at empty paragraphs, headings, wider spacing, cells and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from resume_parser.document import Block, Line
from resume_parser.extractors.flow.paragraphs import Paragraph

SPACING_CHANGE = 3.0  # points by which a space must exceed its neighbour to part two blocks; list spacing varies by 1-2


def blocks(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """The blocks of a story in document order; text boxes stand next to the block of their anchor."""
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        if run and (not paragraph.lines or _parts(run[-1], paragraph)):
            yield from _split(run)
            run = []
        if paragraph.lines:
            run.append(paragraph)
        else:
            yield from blocks(paragraph.boxes)
    yield from _split(run)


def _parts(upper: Paragraph, lower: Paragraph) -> bool:
    """True if a block ends between two neighbours whatever their spacing."""
    return bool(upper.scope != lower.scope or upper.level or lower.level)


def _split(run: list[Paragraph]) -> Iterator[Block]:
    """A run of neighbours cut where the space is wider than the space above or below it."""
    gaps = [_gap(upper, lower) for upper, lower in pairwise(run)]
    group: list[Paragraph] = []
    for index, paragraph in enumerate(run):
        group.append(paragraph)
        around = gaps[max(index - 1, 0) : index + 2]
        if index < len(gaps) and gaps[index] > min(around) + SPACING_CHANGE:
            yield from _emit(group)
            group = []
    yield from _emit(group)


def _gap(upper: Paragraph, lower: Paragraph) -> float:
    """Points between two paragraphs: Word takes the larger of the two spaces."""
    if upper.contextual and lower.contextual and upper.style == lower.style:
        return 0.0
    return max(upper.after, lower.before)


def _emit(group: list[Paragraph]) -> Iterator[Block]:
    """One block per page that the group touches and the text boxes anchored in it: after it, but not between heading and text."""
    if not group:
        return
    scope, heading = group[0].scope, bool(group[0].level)
    boxes = [block for paragraph in group for block in blocks(paragraph.boxes)]
    yield from boxes if heading else ()
    for lines in _by_page(line for paragraph in group for line in paragraph.lines):
        yield Block(lines, scope.part, scope.cell)
    yield from () if heading else boxes


def _by_page(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    same: list[Line] = []
    for line in lines:
        if same and line.page != same[-1].page:
            yield tuple(same)
            same = []
        same.append(line)
    if same:
        yield tuple(same)
