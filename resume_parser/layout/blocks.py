"""From strips of rows to blocks of lines: rows become lines, white space and headings cut blocks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from resume_parser.document import Block, Box, Line, Word
from resume_parser.layout.columns import is_heading
from resume_parser.layout.reading_order import Strip
from resume_parser.layout.rows import Row
from resume_parser.layout.segments import WIDE_GAP_EM, make_segment

BLOCK_GAP_EM = 0.4  # white space above the usual one that starts a block
LOOSE_LINE_EM = 1.5  # white space above this never counts as usual
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
            wide = gap > WIDE_GAP_EM * min(segment.size, row[index - 1].size) or gap < -1.0
            first = replace(first, gap="\t" if wide else " ")
        words += [first, *segment.words[1:]]
    box = row[0].box if len(row) == 1 else make_segment(words, 0).box
    level = max(segment.level for segment in row)
    return Line(tuple(words), strip.page, box, level=level, bullet=row[0].bullet, column=strip.column)


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The lines of one strip grouped to blocks."""
    if not lines:
        return []
    usual = _usual_gap(lines)
    groups = [[lines[0]]]
    for above, line in itertools.pairwise(lines):
        if _starts_block(above, line, usual):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Block(tuple(group)) for group in groups]


def _usual_gap(lines: Sequence[Line]) -> float:
    """The white space between two lines of running text, in em."""
    gaps = [gap for above, line in itertools.pairwise(lines) if -LOOSE_LINE_EM < (gap := _gap(above, line)) < LOOSE_LINE_EM]
    return median(gaps) if gaps else LOOSE_LINE_EM / 2


def _gap(above: Line, line: Line) -> float:
    """The white space between two lines in em of the smaller one."""
    upper, lower = _box(above), _box(line)
    return (lower.top - upper.bottom) / (min(_size(above), _size(line)) or 1.0)


def _box(line: Line) -> Box:
    """The box of a line; lines of pages without geometry never come here."""
    return line.box or Box(0.0, 0.0, 0.0, 0.0)


def _size(line: Line) -> float:
    """The size of the largest word of the line."""
    return max([word.size for word in line.words]) or _box(line).height


def _starts_block(above: Line, line: Line, usual: float) -> bool:
    """White space, a change of size or a known heading sets the line apart from the one above."""
    if above.page != line.page or line.level or above.level:
        return True
    if _gap(above, line) > usual + BLOCK_GAP_EM or _gap(above, line) < -LOOSE_LINE_EM:
        return True
    sizes = sorted((_size(above), _size(line)))
    if sizes[1] > SIZE_STEP * sizes[0]:
        return True
    if line.bullet or len(line.words) > 5 or not (line.words[0].bold or line.words[0].text.isupper()):  # noqa: PLR2004 - headings are short
        return False
    return not (above.words[0].bold or above.words[0].text.isupper()) and is_heading(make_segment(line.words, 0))
