"""From strips of rows to blocks of lines: rows become lines, white space and headings cut blocks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from resume_parser.document import Block, Box, Line, Word
from resume_parser.layout.headings import section_named
from resume_parser.layout.reading_order import Strip
from resume_parser.layout.rows import Row
from resume_parser.layout.segments import EDGE_GAP_EM, make_segment

BLOCK_GAP_EM = 0.4  # white space above the usual one that starts a block
LOOSE_LINE_EM = 1.5  # white space above this never counts as usual
LABEL_END = ":"  # set in a cell of its own, it still belongs to the label before it
SIZE_STEP = 1.15  # ratio of sizes that starts a block


def strip_lines(strip: Strip) -> list[Line]:
    """The lines of a strip, without offsets."""
    return [_line(row, strip) for row in strip.rows if row]


def _line(row: Row, strip: Strip) -> Line:
    """One row as a line; wide gaps between its segments become tabs."""
    words: list[Word] = []
    for index, segment in enumerate(row):
        first = segment.words[0]
        if index:
            gap = segment.box.x0 - row[index - 1].box.x1
            wide = gap > EDGE_GAP_EM * min(segment.size, row[index - 1].size) or gap < -1.0
            first = replace(first, gap="\t" if wide and segment.text != LABEL_END else " ")
        words += [first, *segment.words[1:]]
    box = row[0].box if len(row) == 1 else make_segment(words, 0).box
    level = max(segment.level for segment in row)
    return Line(tuple(words), strip.page, box, level=level, bullet=row[0].bullet, column=strip.column)


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The lines of one strip grouped to blocks."""
    if not lines:
        return []
    sizes = [_size(line) for line in lines]
    gaps = [_gap(above, line) / min(pair) for above, line, pair in zip(lines, lines[1:], itertools.pairwise(sizes), strict=False)]
    close = [gap for gap in gaps if -LOOSE_LINE_EM < gap < LOOSE_LINE_EM]
    usual = median(close) if close else LOOSE_LINE_EM / 2
    groups = [[lines[0]]]
    for index, line in enumerate(lines[1:]):
        small, large = sorted(sizes[index : index + 2])
        apart = gaps[index] > usual + BLOCK_GAP_EM or gaps[index] < -LOOSE_LINE_EM or large > SIZE_STEP * small
        if apart or _starts_block(groups[-1][-1], line):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Block(tuple(group)) for group in groups]


def _gap(above: Line, line: Line) -> float:
    """The white space between two lines in points."""
    return _box(line).top - _box(above).bottom


def _box(line: Line) -> Box:
    """The box of a line; lines of pages without geometry never come here."""
    return line.box or Box(0.0, 0.0, 0.0, 0.0)


def _size(line: Line) -> float:
    """The size of the largest word of the line."""
    return max([word.size for word in line.words]) or _box(line).height or 1.0


def _starts_block(above: Line, line: Line) -> bool:
    """A new page, a heading of the file or a known heading that is set apart starts a block."""
    if above.page != line.page or line.level or above.level:
        return True
    if line.bullet or not _stands_out(line) or _stands_out(above):
        return False
    return section_named(" ".join(word.text for word in line.words)) is not None


def _stands_out(line: Line) -> bool:
    """The line starts bold or in capitals."""
    return line.words[0].bold or line.words[0].text.isupper()
