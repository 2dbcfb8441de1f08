"""Evidence: what tells two columns, read one after the other, from a table whose rows are read across.

The looks of the two sides (headings, dates, lists), the baselines that they share and the order in which the stream draws
them; `column_score` weighs it all.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from resume_parser.layout.bands import EDGE_SLACK, Band
from resume_parser.layout.heading_looks import is_heading
from resume_parser.layout.headings import HEADING_WORDS
from resume_parser.layout.rows import Row, on_baseline, rows_of
from resume_parser.layout.segments import Segment

SURE_ROWS = 3  # rows per side from which the order of the stream says something
HALF = 0.5
FEW_HEADINGS = 0.25  # of the right rows of a rail: titles that look like its labels
DATE_RAIL = 0.4  # of the left rows: most cells of a date column, some of which have a second line
RECORD_DATES = 0.25  # the same where the right side has no date: one line of each cell, with employer and place
DATE_MARGIN = 0.6  # of the right rows: dates at the line end; half of it where there are few rows
ONE_SIDED = 0.25  # difference of the shares: cards side by side both have dates
BULLETED = 0.4  # of the rows on both sides: two lists; half of their rows may be second lines
USUAL_PARTNERS = 0.6  # of the rows: columns whose lines stand on one grid share so many baselines by chance
APART = 0.35  # of the rows: fewer common baselines are chance
MANY_ROWS = 6  # fewer rows may miss each other by chance
TITLE_SIZE = 1.12  # times the usual size of the band
TITLE_LETTERS = 4  # shorter capitals are abbreviations
MIXED_DATES = 0.6  # of the rows: a side with more is a rail of dates
FEW_SWITCHES = 0.1  # of the rows: the stream draws the sides one after the other


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the two sides of a band show; all shares are between 0 and 1."""

    switches: float  # changes of side in stream order: 0 = one change, 1 = a change at every row
    partners: float  # share of the rows of the sparser side with a segment of the other on the same baseline
    across: float  # share of the rows with both sides that the stream draws across the gutter
    left_headings: float
    right_headings: float
    beside: float  # share of the left rows that are headings with their content on the same baseline
    titles: bool  # both sides have large capitals such as only headings have
    looks: bool  # both sides have headings that look alike
    at_edge: bool  # a heading stands at the left edge of the right side
    twins: float  # share of the rows with dates on both sides, of those with a date on either
    blocks: bool  # the stream draws several lines of one side, then several of the other
    left_dates: float
    right_dates: float
    bullets: float  # share of the rows with a list bullet, on the side that has fewer of them
    flush: bool  # the right side is set flush right with a ragged left edge
    labels: float  # share of the left rows that end with a colon
    few: int  # rows of the sparser side
    whole_stream: bool  # the stream draws one side as a whole, then the other
    thick: bool  # both sides have running text: most of their rows are several words long


def evidence_of(band: Band) -> Evidence:
    """What tells columns from rows in a band; all but the headings from the part where the two sides stand side by side."""
    left, right = side_by_side(band)
    left_rows, right_rows = rows_of(left), rows_of(right)
    fewer = min(len(left_rows), len(right_rows))
    usual = median(s.size for s in (*left, *right))
    switches = _switches(left, right)
    left_heads = [s for s in band.left if _heads(s, band.right, usual)]
    right_heads = [s for s in band.right if _heads(s, band.left, usual)]
    return Evidence(
        switches=_part_of(switches, fewer),
        partners=_partners(left_rows, right_rows) / fewer,
        across=_across(left, right),
        left_headings=len(left_heads) / len(band.left),
        right_headings=len(right_heads) / len(band.right),
        beside=_share(_labels(row[0], right) for row in left_rows),
        titles=_has_title(left, usual) and _has_title(right, usual),
        looks=any(s.heading for s in left_heads) and any(s.heading for s in right_heads),
        at_edge=any(s.box.x0 <= band.edge + EDGE_SLACK for s in right_heads),
        twins=_twins(left_rows, right_rows),
        blocks=_blocks(left, right),
        left_dates=_share(row[0].date for row in left_rows),
        right_dates=_share(any(s.date for s in row) for row in right_rows),
        bullets=min(_share(row[0].bullet for row in rows) for rows in (left_rows, right_rows)),
        flush=_flush_right(right_rows),
        labels=_share(row[-1].text.endswith(":") for row in left_rows),
        few=fewer,
        whole_stream=switches == 1 and not left[0].read,
        thick=all(median(sum(len(s.words) for s in row) for row in rows) >= SURE_ROWS for rows in (left_rows, right_rows)),
    )


def side_by_side(band: Band) -> tuple[Sequence[Segment], Sequence[Segment]]:
    """Both sides of the band without what stands above or below the whole other side."""
    top = max(min(s.box.top for s in band.left), min(s.box.top for s in band.right))
    bottom = min(max(s.box.bottom for s in band.left), max(s.box.bottom for s in band.right))
    left, right = ([s for s in side if s.box.bottom > top and s.box.top < bottom] for side in (band.left, band.right))
    return left, right


def _sides(left: Sequence[Segment], right: Sequence[Segment]) -> list[int]:
    """The side of each segment, 0 or 1, in stream order."""
    return [side for _, side in sorted([(s.order, 0) for s in left] + [(s.order, 1) for s in right])]


def _switches(left: Sequence[Segment], right: Sequence[Segment]) -> int:
    """How often the stream changes sides."""
    return sum(one != other for one, other in itertools.pairwise(_sides(left, right)))


def _part_of(switches: int, rows: int) -> float:
    """The changes of side beyond the first as a share of those of a stream drawn row by row."""
    return min(1.0, (switches - 1) / max(1, 2 * rows - 2))


def _twins(left_rows: Sequence[Row], right_rows: Sequence[Row]) -> float:
    """The share of the dates of the sparser side, if it has other rows too."""
    counts = [sum(any(s.date for s in row) for row in rows) for rows in (left_rows, right_rows)]
    mixed = all(count < MIXED_DATES * len(rows) for count, rows in zip(counts, (left_rows, right_rows), strict=True))
    return min(counts) / max(counts) if mixed and max(counts) else 0.0


def _blocks(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """The stream draws several runs of at least three lines on either side."""
    runs: tuple[list[int], list[int]] = ([], [])
    for side, run in itertools.groupby(_sides(left, right)):
        runs[side].append(len(list(run)))
    return all(len(lengths) > 1 and median(lengths) >= SURE_ROWS for lengths in runs)


def _share(answers: Iterable[bool]) -> float:
    """The share of answers that are true."""
    known = list(answers)
    return sum(known) / max(1, len(known))


def _partners(left_rows: Sequence[Row], right_rows: Sequence[Row]) -> int:
    """Rows of the left side with a right row on exactly the same baseline."""
    count = 0
    at = 0
    for row in left_rows:
        while at < len(right_rows) and right_rows[at][0].box.bottom < row[0].box.top:
            at += 1
        count += any(on_baseline(row[-1], other[0]) for other in right_rows[at : at + 3])
    return count


def _heads(segment: Segment, opposite: Sequence[Segment], usual: float) -> bool:
    """The segment is a heading and set apart from the other side: by its look, or with nothing but a heading on its baseline."""
    if not is_heading(segment):
        return False
    if segment.text.isupper() or segment.size >= TITLE_SIZE * usual:
        return True
    return not any(on_baseline(segment, other) and not is_heading(other) for other in opposite)


def _labels(segment: Segment, right: Sequence[Segment]) -> bool:
    """The segment is a heading with something else than a heading on its baseline."""
    return is_heading(segment) and any(on_baseline(segment, other) and not is_heading(other) for other in right)


def _has_title(side: Sequence[Segment], usual: float) -> bool:
    """A segment of the side is set in capitals larger than the rest: a heading, whatever its words."""
    return any(
        s.size >= TITLE_SIZE * usual and s.text.isupper() and not s.date and len(s.words) <= HEADING_WORDS and len(s.text) >= TITLE_LETTERS
        for s in side
    )


def _across(left: Sequence[Segment], right: Sequence[Segment]) -> float:
    """The share of the rows with both sides whose right segment comes next to the left one in the stream."""
    ends = {segment.last + 1: segment for segment in left}
    drawn = sum(on_baseline(ends[segment.order], segment) for segment in right if segment.order in ends)
    return drawn / min(len(left), len(right))


def _flush_right(rows: Sequence[Row]) -> bool:
    """The rows end at one edge and begin anywhere, as dates and places at the line end do."""
    end, start = max(row[-1].box.x1 for row in rows), min(row[0].box.x0 for row in rows)
    ends = sum(end - row[-1].box.x1 <= EDGE_SLACK for row in rows)
    starts = sum(row[0].box.x0 - start <= EDGE_SLACK for row in rows)
    return ends * 4 >= len(rows) * 3 and starts * 2 <= len(rows)


def column_score(band: Band) -> float:
    """Above 0 if the band is two columns, below if its rows are read across."""
    seen = evidence_of(band)
    in_turns = seen.left_headings >= HALF and seen.switches >= HALF  # label, content, label, content; their baselines may differ
    rail = (seen.beside >= HALF or in_turns) and seen.right_headings <= FEW_HEADINGS  # section labels beside their content
    left_dates = seen.left_dates >= (DATE_RAIL if seen.right_dates else RECORD_DATES)
    right_dates = seen.right_dates >= (DATE_MARGIN if seen.few > SURE_ROWS else DATE_MARGIN / 2)
    one_sided = abs(seen.left_dates - seen.right_dates) >= ONE_SIDED
    dated = (left_dates or right_dates) and one_sided
    both = not rail and (seen.titles or (seen.left_headings > 0 and seen.right_headings > 0))
    twins = seen.twins >= HALF
    rowwise = seen.across / 2 if both or twins else max(seen.switches, seen.across)
    shared = min(1.0, seen.partners / USUAL_PARTNERS)  # rows of a table share their baselines, whatever the stream says
    rows = (
        # how the sides look
        (3.0, both),
        (2.0, seen.looks and not rail),
        (1.0, seen.at_edge and not rail and not left_dates),
        (2.0, seen.right_headings > 0 and not (seen.left_headings or left_dates)),
        (3.0, twins),
        (4.5, seen.bullets >= BULLETED),
        (1.0, seen.thick),
        (-4.0, rail),
        (-3.0, dated and not both),
        (-3.0, seen.flush and not both),
        (-4.0, seen.labels >= HALF),
        # how the stream draws them
        (3.0, seen.whole_stream),
        (2.5, seen.blocks and not (left_dates and one_sided)),
        (-3.0 * rowwise * shared, True),
        # how they stand to each other
        (3.0 * (USUAL_PARTNERS - seen.partners), True),
        (1.5, seen.partners < APART and seen.few >= MANY_ROWS and not seen.flush and not dated),
    )
    return sum(weight for weight, holds in rows if holds)


def drawn_whole(band: Band) -> bool:
    """The stream draws one side of the band, then the other, but for a few lines."""
    left, right = side_by_side(band)
    if left[0].read:
        return False
    switches = _switches(left, right)
    return switches <= 1 or _part_of(switches, min(len(rows_of(left)), len(rows_of(right)))) <= FEW_SWITCHES
