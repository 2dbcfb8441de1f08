"""The items of a list section: its lines cut at separators, wrapped lines joined, heads of groups dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resume_parser.locales import JOINERS, fold
from resume_parser.nlp.levels import TRIM, is_level, split_level
from resume_parser.nlp.paragraphs import Edges, found_no_room, right_edges
from resume_parser.nlp.reading import LARGER, LineView

ITEM_SEPARATOR = re.compile(r"[,;•·|▪◦●∙►▸‣✓✔\t]|\s{2,}|\s+[-–—]\s+")
COARSE_SEPARATOR = re.compile(r"[;•|▪◦●∙►▸‣\t]|[^\S\n]{2,}|[^\S\n]·[^\S\n]")
HEAD_MARK = re.compile(r"[,:]")  # a line with one is no head of one or two words
OPEN_MARKS = (",", "/", "&", "-", "–", "(")
CLOSE = 0.6  # share of the widest space between items below which two lines are one item
CATEGORY_WORDS = 6  # most words of the head of a group of skills
LIST_COMMAS = 2  # a line with this many commas is a list; a line of one or two words above it is its head
SMALL_WORD = 3  # letters of words such as "de", "du", "und" at the break of an item
PAIR = 2  # "HTML and CSS"
MAX_ITEM_WORDS = 14


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its range, its name and the level that stands beside it."""

    start: int
    end: int
    name: str
    level: str | None = None


def split_range(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The parts of a range between separators that stand outside brackets, trimmed."""
    depth_at = bracket_depths(text, start, end)
    left = start
    for match in separator.finditer(text, start, end):
        if depth_at[match.start() - start] == 0:
            yield from trimmed(text, left, match.start())
            left = match.end()
    yield from trimmed(text, left, end)


def bracket_depths(text: str, start: int, end: int) -> list[int]:
    """How many brackets are open before each character."""
    depths, depth = [], 0
    for ch in text[start:end]:
        depths.append(depth)
        if ch in "([":
            depth += 1
        elif ch in ")]":
            depth = max(0, depth - 1)
    return depths if not depth else [0] * len(depths)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range without punctuation at its ends; nothing if no letter is left."""
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM and not (text[end - 1] == "." and text[start:end].count(".") > 1):
        end -= 1
    if any(ch.isalnum() for ch in text[start:end]):
        yield start, end


def category_end(line: LineView) -> int:
    """Offset after a category head ("Databases:", bold "Databases" before regular text); the start of the line if none."""
    colon = line.text.find(":")
    if 0 < colon < len(line.text) - 1 and len(line.text[:colon].split()) <= CATEGORY_WORDS and not is_level(line.text[colon + 1 :]):
        return line.start + colon + 1
    label = label_before_gap(line)
    if label:
        return label
    if line.pieces[0].word.bold and not line.bold and len(line.pieces) > 1:
        lead = [piece for piece in line.pieces if piece.word.bold]
        prefix = next((piece.start for piece in line.pieces if not piece.word.bold), line.end)
        tail = line.text[prefix - line.start :]
        if len(lead) <= CATEGORY_WORDS and all(piece.end <= prefix for piece in lead) and tail and not is_level(tail):
            return prefix
    return line.start


def label_before_gap(line: LineView) -> int:
    """Offset of a comma list that stands a wide gap after its label ("Software   Excel, SAP"), 0 if there is none."""
    for before, piece in pairwise(line.pieces[: CATEGORY_WORDS + 1]):
        if piece.word.gap == "\t":
            head, tail = line.text[: before.end - line.start], line.text[piece.start - line.start :]
            return piece.start if "," in tail and "," not in head and not is_level(tail) and "\t" not in tail else 0
    return 0


def is_category(line: LineView, following: LineView | None) -> bool:
    """The whole line is the head of a group of items that follows in another look."""
    if line.text.rstrip().endswith(":") and line.words <= CATEGORY_WORDS:
        return following is not None and not following.text.rstrip().endswith(":")
    lists = following is not None and following.text.count(",") >= LIST_COMMAS
    if lists and not HEAD_MARK.search(line.text) and line.words <= PAIR and not line.bullet:
        return True
    listed = "," in line.text and not (following and line.size > LARGER and smaller(following, line))
    if following is None or line.words > CATEGORY_WORDS or listed:
        return False
    if not (line.bold or line.size > LARGER or line.level > 0 or smaller(following, line)):
        return False
    return (following.bold, following.size) != (line.bold, line.size) and not is_level(following.text)


def smaller(line: LineView, other: LineView) -> bool:
    """The line is set in smaller print than the other and lists several words, as keywords are, or is a bullet."""
    return 0.0 < line.style[0] < other.style[0] and (line.words > 1 or line.bullet or other.size > LARGER)


def after(lines: Sequence[LineView], at: int) -> LineView | None:
    """The line under one of a list, a level between it and its keywords in small print left out; None at the end."""
    under = lines[at + 1 : at + 3]
    if len(under) > 1 and is_level(under[0].text) and smaller(under[1], lines[at]):
        return under[1]
    return under[0] if under else None


def rows(lines: Sequence[LineView]) -> Iterator[tuple[int, int]]:
    """The ranges of a list section that hold items: category heads dropped, wrapped lines joined to their item."""
    open_range: tuple[int, int] | None = None
    edges = right_edges(lines)
    for at, line in enumerate(lines):
        if is_category(line, after(lines, at)):
            if open_range:
                yield open_range
            open_range = None
            continue
        start = category_end(line)
        if open_range and wraps(lines[at - 1], line, start, edges):
            open_range = (open_range[0], line.end)
            continue
        if open_range:
            yield open_range
        open_range = (start, line.end)
    if open_range:
        yield open_range


def wraps(before: LineView, line: LineView, start: int, edges: Edges) -> bool:
    """The line goes on with the comma list of the line before."""
    if line.bullet or start != line.start:
        return False
    if "," not in before.text and not (before.wide or line.wide) and line.style[:3] == before.style[:3] and goes_on(before, line):
        return True
    if line.block_start:
        return False
    if ends_open(before):
        return True
    return "," in before.text and (
        line.starts_lower or before.text.count("(") > before.text.count(")") or ("," in line.text and found_no_room(before, line, edges))
    )


def ends_open(line: LineView) -> bool:
    """The line ends with a mark or a word such as "and" after which something must follow."""
    last = line.pieces[-1].word.text
    return last.endswith(OPEN_MARKS) or fold(last) in JOINERS


def joined(lines: Sequence[LineView]) -> list[tuple[int, int]]:
    """The ranges of items that have a line each, those set on several lines put together."""
    made: list[tuple[int, int]] = []
    edges, widest = right_edges(lines), max((line.gap for line in lines[1:] if line.gap is not None), default=0.0)
    for at, line in enumerate(lines):
        if at and continues_item(lines[at - 1], line, edges, widest):
            made[-1] = (made[-1][0], line.end)
        else:
            made.append((line.start, line.end))
    return made


def continues_item(before: LineView, line: LineView, edges: Edges, widest: float) -> bool:
    """The line goes on with the item above: by its words, or since it stands closer than the items do and found no room there.

    `widest` is the largest free space above a line of the list, in heights of the line.
    """
    if line.bullet or line.style[:3] != before.style[:3] or line.index != before.index + 1 or line.dates or before.dates:
        return False
    if ends_open(before) or line.starts_lower or before.text.count("(") > before.text.count(")"):
        return True
    close = line.gap is not None and line.gap < CLOSE * widest
    return close and found_no_room(before, line, edges)


def goes_on(before: LineView, line: LineView) -> bool:
    """An item set on two lines: the first ends with a small word or the second starts with one."""
    first, last = line.pieces[0].word.text, before.pieces[-1].word.text
    return any(word.isalpha() and word.islower() and len(word) <= SMALL_WORD for word in (last, first))


def clean_items(text: str, ranges: Iterable[tuple[int, int]], separator: re.Pattern[str], *, levels: bool = True) -> list[Item]:
    """The items of some ranges with their levels; where items have `levels`, pure levels join the item before."""
    made: list[Item] = []
    for start, end in ranges:
        for left, right in split_range(text, start, end, separator):
            printed = " ".join(text[left:right].split())
            name, level = split_level(printed)
            pure = levels and is_level(name or printed)
            if made and pure and made[-1].level is None:  # "SQL (advanced)" is a name with its level
                made[-1] = Item(made[-1].start, made[-1].end, made[-1].name, printed)
                continue
            if name and not pure:
                made.append(Item(left, right, name, level))
    return made


def plain_items(text: str, lines: Sequence[LineView], *, commas: bool) -> list[Item]:
    """The items of interests, courses and certifications: one per line or bullet, also between commas where asked."""
    separator = ITEM_SEPARATOR if commas else COARSE_SEPARATOR
    ranges = rows(lines) if commas else joined(lines)
    found = clean_items(text, ranges, separator, levels=False)
    return [item for item in found if len(item.name.split()) <= MAX_ITEM_WORDS]
