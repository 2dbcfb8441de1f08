"""Reading order of slides: each frame (the text of one shape) has a place, the words inside have none.

Bands of frames under each other, columns beside each other, and rows: short frames beside others, such as a date beside a title.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from resume_parser.document import Block, Box, Line, Page, bounding_box
from resume_parser.layout.furniture import CONTACT, TITLE_SIZE
from resume_parser.layout.headings import section_named
from resume_parser.layout.tables import LABEL_LENGTH, LABEL_LINES, beside, run_on
from resume_parser.layout.text import line_text

INSET = 4.0  # points by which frames may overlap; text stands further inside them
CHARACTER_EM = 0.5  # mean width of a character
LINE_EM = 1.2  # height of a line
USUAL_SIZE = 12.0  # points, where the file does not say
SAME_TOP = 9.0  # points between the tops of frames in one row
ROW_SHARE = 0.8  # of the short frames of a column that have a neighbour at their height, in a layout of rows
LEAD_LINES = 8  # of a name, a title and contacts above the first heading
SAME_PLACE = 8.0  # points by which the place of a running frame differs from slide to slide
MARGIN = 0.15  # of the height of a slide: where a number of the slide may stand


@dataclass(frozen=True, slots=True)
class Frame:
    """The blocks of one shape."""

    box: Box  # around the text as far as it can be told
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> list[Line]:
        """All lines of the frame."""
        return [line for block in self.blocks for line in block.lines]

    @property
    def heading(self) -> bool:
        """The frame begins with the name of a section."""
        return section_named(line_text(self.lines[0])) is not None

    @property
    def label(self) -> bool:
        """The frame is short, as a date or a place beside what it belongs to."""
        lines = self.lines
        length = sum(len(line_text(line)) for line in lines)
        return len(lines) <= LABEL_LINES and length <= LABEL_LENGTH and not self.heading and not any(block.cell for block in self.blocks)


def in_reading_order(pages: Sequence[Page]) -> list[Page]:
    """The pages with the blocks of their frames in reading order; a page without frames stays as it is."""
    framed = [_frames(page.blocks) for page in pages]
    running = _running(pages, [frames for frames, _ in framed])
    ordered = []
    for page, (frames, rest) in zip(pages, framed, strict=True):
        kept = [frame for frame in frames if id(frame) not in running and not _is_number(frame, page)]
        ordered.append(replace(page, blocks=(*_on_page(kept, page.number), *rest)) if frames else page)
    return ordered


def _frames(blocks: Sequence[Block]) -> tuple[list[Frame], list[Block]]:
    """The frames of a page, and the blocks of shapes without a box."""
    frames: list[Frame] = []
    rest: list[Block] = []
    for box, group in groupby((block for block in blocks if block.lines), key=_place):
        members = tuple(group)
        if box is None:
            rest += members
        else:
            frames.append(Frame(_printed(box, members), members))
    return frames, rest


def _place(block: Block) -> Box | None:
    return block.lines[0].box


def _printed(box: Box, blocks: Sequence[Block]) -> Box:
    """The part of a box that its text fills from the top; boxes are often drawn longer than their text."""
    if any(block.cell for block in blocks):
        return box
    height = 2 * INSET + sum(_height(line, box.width - 2 * INSET) for block in blocks for line in block.lines)
    return replace(box, bottom=min(box.bottom, box.top + height)) if box.height > height else box


def _height(line: Line, width: float) -> float:
    size = _size(line)
    return max(1, math.ceil(len(line_text(line)) * CHARACTER_EM * size / max(width, size))) * size * LINE_EM


def _size(line: Line) -> float:
    return max(word.size for word in line.words) or USUAL_SIZE


def _text(frame: Frame) -> str:
    return "\n".join(line_text(line) for line in frame.lines)


def _is_number(frame: Frame, page: Page) -> bool:
    """The frame shows the number of the slide in a margin."""
    return _text(frame).strip() == str(page.number) and _in_margin(frame, page.height or 0.0)


def _in_margin(frame: Frame, height: float) -> bool:
    return not MARGIN * height < frame.box.top < (1 - MARGIN) * height


def _running(pages: Sequence[Page], framed: Sequence[Sequence[Frame]]) -> set[int]:
    """The ids of running frames, and of those that repeat one of an earlier slide at its place; headings of sections that go on stay."""
    usual = _usual_size(framed)
    found: set[int] = set()
    for group in _alike(framed, lambda frame, _: _text(frame)):
        found |= {id(frame) for _, frame in group[1:]}
    for group in _alike(framed, lambda frame, at: _without_number(_text(frame), pages[at].number)):
        first, number = group[0][1], len({at for at, _ in group})
        if number * 2 >= len(pages) and number > 1 and _is_furniture(first, pages[group[0][0]].height or 0.0, usual):
            found |= {id(frame) for _, frame in group}
    return found


def _alike(framed: Sequence[Sequence[Frame]], text_of: Callable[[Frame, int], str]) -> list[list[tuple[int, Frame]]]:
    """The frames with one text at one place, each with the position of its slide."""
    groups: dict[str, list[list[tuple[int, Frame]]]] = {}
    for at, frames in enumerate(framed):
        for frame in frames:
            if not frame.heading:
                same_text = groups.setdefault(text_of(frame, at), [])
                group = next((group for group in same_text if _same_place(frame, group[0][1])), None)
                if group is None:
                    same_text.append([(at, frame)])
                else:
                    group.append((at, frame))
    return [group for same_text in groups.values() for group in same_text]


def _without_number(text: str, number: int) -> str:
    """The text with a mark for the number of its slide at one end ("Jane Smith - 2", "2 / 5")."""
    return re.sub(rf"^\W*{number}(?!\d)|(?<!\d){number}(?:\W*[^\W\d_]{{0,5}}\W*\d{{1,2}})?\W*$", "#", text, count=1)


def _is_furniture(frame: Frame, height: float, usual: float) -> bool:
    """The frame stands in a margin, is no title and has no contact data."""
    large = max(map(_size, frame.lines)) >= TITLE_SIZE * usual
    return _in_margin(frame, height) and not large and CONTACT.search(_text(frame)) is None


def _usual_size(framed: Sequence[Sequence[Frame]]) -> float:
    """The size that half of all characters have or stay below: short slides have as many titles as lines of text."""
    sizes = sorted(_size(line) for frames in framed for frame in frames for line in frame.lines for _ in line_text(line))
    return sizes[len(sizes) // 2] if sizes else USUAL_SIZE


def _same_place(one: Frame, other: Frame) -> bool:
    return abs(one.box.top - other.box.top) <= SAME_PLACE and abs(one.box.x0 - other.box.x0) <= SAME_PLACE


# order ---------------------------------------------------------------------------------------------------


def _on_page(frames: Sequence[Frame], number: int) -> Iterator[Block]:
    """The blocks in order; on the first slide the name and what stands with it before a column that is left of them."""
    lead = _lead(frames) if number == 1 else []
    yield from _order(lead)
    yield from _order([frame for frame in frames if frame not in lead])


def _lead(frames: Sequence[Frame]) -> list[Frame]:
    """The frames of the largest text and what follows it up to a heading, [] where no column stands left of them."""
    columns = [column for group in _groups(frames) for column in _columns(group)[1:]]
    if not columns:
        return []
    largest = max(frames, key=lambda frame: max(map(_size, frame.lines)))
    column = sorted(next((one for one in columns if largest in one), []), key=lambda frame: frame.box.top)
    first = next((index for index, frame in enumerate(column) if frame.heading), len(column))
    lead = column[:first]
    short = sum(len(frame.lines) for frame in lead) <= LEAD_LINES
    return lead if largest in lead and first < len(column) and short else []


def _order(frames: Sequence[Frame]) -> Iterator[Block]:
    """The blocks of frames: group after group from the top, column after column from the left."""
    for group in _groups(frames):
        columns = _columns(group)
        if len(columns) == 1:
            yield from _pile(group)
        elif _are_rows(columns):
            for band in _bands(group):
                yield from _row(_columns(band))
        else:
            for index, column in enumerate(columns):
                yield from (_in_column(block, index) for block in _order(column))


def _groups(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Bands from the top; those that share the gap between their columns together."""
    groups: list[list[Frame]] = []
    headed = min((frame.box.top for frame in frames if frame.heading), default=math.inf)
    apart = False
    for band in _bands(frames):
        before, apart = apart, _is_contact_row(band) and band[0].box.top < headed
        if groups and not before and not apart and len(_columns([*groups[-1], *band])) > 1:
            groups[-1] += band
        else:
            groups.append(band)
    return groups


def _is_contact_row(band: Sequence[Frame]) -> bool:
    """A row of short frames in one size, such as a mail, a phone and a place under the name."""
    sizes = [_size(frame.lines[0]) for frame in band]
    level = max(frame.box.top for frame in band) - min(frame.box.top for frame in band) <= SAME_TOP
    return len(band) > 1 and level and max(sizes) == min(sizes) and all(frame.label and len(frame.lines) == 1 for frame in band)


def _bands(frames: Sequence[Frame]) -> list[list[Frame]]:
    """The frames cut at the heights that no frame crosses."""
    return _cut(frames, lambda box: (box.top, box.bottom))


def _columns(frames: Sequence[Frame]) -> list[list[Frame]]:
    """The frames cut at the gaps that no frame crosses, from the left."""
    return _cut(frames, lambda box: (box.x0, box.x1))


def _cut(frames: Sequence[Frame], ends: Callable[[Box], tuple[float, float]]) -> list[list[Frame]]:
    parts: list[list[Frame]] = []
    reach = -math.inf
    for frame in sorted(frames, key=lambda frame: ends(frame.box)):
        start, end = ends(frame.box)
        if parts and start + 2 * INSET <= reach:
            parts[-1].append(frame)
        else:
            parts.append([frame])
        reach = max(reach, end)
    return parts


def _pile(frames: Sequence[Frame]) -> Iterator[Block]:
    """Frames that overlap or stand alone: from the top, from the left where they begin at one height."""
    for frame in sorted(frames, key=lambda frame: (round(frame.box.top / SAME_TOP), frame.box.x0)):
        yield from frame.blocks


# rows ----------------------------------------------------------------------------------------------------


def _are_rows(columns: Sequence[list[Frame]]) -> bool:
    """The columns belong together line by line: dates, places or headings beside what they stand for."""
    if len(columns) > 2 or all(len(column) == 1 for column in columns):  # noqa: PLR2004 - a label has one neighbour
        return all(len(column) == 1 and len(column[0].lines) == 1 and column[0].label for column in columns) or _alone(columns)
    if all(any(frame.heading for frame in column) for column in columns):
        return False
    return any(_goes_with(columns[side], columns[1 - side]) for side in (0, 1))


def _alone(columns: Sequence[list[Frame]]) -> bool:
    """One label beside one frame."""
    if len(columns) != 2 or any(column[0].heading for column in columns):  # noqa: PLR2004 - a label and its neighbour
        return False
    return any(column[0].label for column in columns) and abs(columns[0][0].box.top - columns[1][0].box.top) <= SAME_TOP


def _goes_with(side: Sequence[Frame], other: Sequence[Frame]) -> bool:
    """A column holds only labels, or only headings, that begin at the height of a frame of the other column."""
    beside = [frame for frame in side if any(abs(frame.box.top - one.box.top) <= SAME_TOP for one in other)]
    if all(len(frame.lines) <= LABEL_LINES and frame.heading for frame in side):
        return len(beside) >= ROW_SHARE * len(side) and not any(frame.heading for frame in other)
    labels = [frame for frame in side if not frame.heading]
    return all(frame.label for frame in labels) and sum(frame in beside for frame in labels) >= ROW_SHARE * len(labels)


def _row(columns: Sequence[list[Frame]]) -> Iterator[Block]:
    """The blocks of one row: a label stands on the first line of its neighbour, before or after it."""
    if len(columns) > 1 and all(len(column) == 1 for column in columns):
        frames = [column[0] for column in columns]
        if all(len(frame.lines) == 1 and not frame.heading for frame in frames):
            yield replace(frames[0].blocks[0], lines=(beside([frame.lines[0] for frame in frames]),))
            return
        if len(frames) == 2 and _joins(frames):  # noqa: PLR2004 - a label and its neighbour
            yield from _joined(frames[0], frames[1])
            return
    for column in columns:
        yield from _pile(column)


def _joins(frames: Sequence[Frame]) -> bool:
    """One of two frames is a label, and the other begins with a line that can take it."""
    for label, other in (frames, frames[::-1]):
        if label.label and not other.heading and not other.lines[0].bullet and not any(block.cell for block in other.blocks):
            return True
    return False


def _joined(left: Frame, right: Frame) -> Iterator[Block]:
    label, other = (left, right) if left.label else (right, left)
    first, mark = other.blocks[0].lines[0], run_on(label.lines)
    line = replace(beside([mark, first] if label is left else [first, mark]), box=bounding_box([left.box, right.box]))
    yield replace(other.blocks[0], lines=(line, *other.blocks[0].lines[1:]))
    yield from other.blocks[1:]


def _in_column(block: Block, index: int) -> Block:
    """The block with the number of its column, counted on from columns inside."""
    return replace(block, lines=tuple(replace(line, column=line.column + index) for line in block.lines))
