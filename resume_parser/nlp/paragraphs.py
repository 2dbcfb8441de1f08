"""Which lines of a section are running text and which are names: wrapped lines, bullets, sentences, labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from resume_parser.locales import heading_kind
from resume_parser.nlp.reading import LineView, part

BETWEEN_PARTS = frozenset("|•·")
PROSE_WORDS = 14  # a line with more words is text, not a header
PROSE_SENTENCE_WORDS = 3  # a line that ends like a sentence and has this many words is text
ABBREVIATION = 4  # characters; a shorter last word with a dot may be one ("Inc.", "Ltd.", "Eng.")
INDENT = 2.0  # points; a line further right than its bullet continues the bullet
LINKING_LETTERS = 3  # a line that ends with a lower-case word this short ("of", "del", "und") goes on
SPACE = 0.25  # width of a space in heights of a line
WRAPPED_WORDS = 4  # fewest words on a wrapped line
LONGEST_OPENER = 8  # characters before a date that belong to it ("from ", "since ")
SURE_TEXT, SURE_HEADER = 0.9, 0.1  # odds of running text from which the line tagger decides
LABEL_WORDS = 3  # most words of a label inside an entry
LINK = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*")


Edges = dict[tuple[int, int], float]  # (page, column) -> right edge of its text in points


def is_prose(line: LineView) -> bool:
    """The line is running text: long, or it ends like a sentence."""
    dated = sum(map(counts, (word for found in line.dates for word in found.text.split())))
    words = sum(counts(piece.word.text) for piece in line.pieces) - dated
    if leads_with_date(line) and words <= PROSE_WORDS:
        return False
    if words > PROSE_WORDS and not line.wide:
        return True
    last = line.pieces[-1].word.text
    ends = last.endswith((".", ";", "!")) and len(last) > ABBREVIATION and "." not in last[:-1]  # "S.p.A." ends no sentence
    return words >= PROSE_SENTENCE_WORDS and ends and not line.bold


def counts(word: str) -> bool:
    """The word is more than a sign between the parts of a line."""
    return word not in BETWEEN_PARTS


def leads_with_date(line: LineView) -> bool:
    """The line starts with a date range, as the entries of prose resumes do ("2009 – 2016: Librarian, ...")."""
    return bool(line.dates) and not line.dates[0].single and line.dates[0].start - line.start <= len("• ")


def split_sentences(lines: Sequence[LineView]) -> list[LineView]:
    """The lines with those of prose entries cut after their first sentence: the header before, the text after."""
    made: list[LineView] = []
    for line in lines:
        at = sentence_end(line) if leads_with_date(line) else 0
        made += [part(line, 0, at, block_start=line.block_start), part(line, at, len(line.pieces), block_start=False)] if at else [line]
    return made


def sentence_end(line: LineView) -> int:
    """Number of words of the first sentence after the date of a line, 0 where the line is one sentence."""
    for at, piece in enumerate(line.pieces[:-1], 1):
        word = piece.word.text
        if piece.start >= line.dates[0].end and word.endswith(".") and len(word) > ABBREVIATION and line.pieces[at].word.text[:1].isupper():
            return at
    return 0


def right_edges(lines: Sequence[LineView]) -> Edges:
    """Where the text of each column ends on the right; empty where the format has no geometry."""
    edges: Edges = {}
    for line in lines:
        if line.x1 is not None:
            edges[line.page, line.column] = max(edges.get((line.page, line.column), 0.0), line.x1)
    return edges


def follows(line: LineView, before: LineView, edges: Edges) -> bool:
    """The line stands directly under the one before, in the same look, and the one before was full: it is its continuation.

    Where nothing is placed on a page (a word processor's file) a line is a whole paragraph, and none continues another.
    """
    if before.x1 is None:
        return False
    if line.page == before.page and not found_no_room(before, line, edges):
        return False
    return continues(line, before) and line.style[:3] == before.style[:3] and not line.bullet and not line.wide and not before.wide


def continues(line: LineView, before: LineView) -> bool:
    """No free space stands between; over a page break, a sentence goes on in lower case."""
    if line.page == before.page:
        return not line.block_start
    return line.starts_lower and not before.text.rstrip().endswith((".", "!", "?"))


def paragraphs(lines: Sequence[LineView]) -> list[list[int]]:
    """Positions of the lines grouped into runs of lines that follow each other in one look."""
    runs: list[list[int]] = []
    edges = right_edges(lines)
    for at, line in enumerate(lines):
        if runs and follows(line, lines[at - 1], edges) and not parted_by_dates(lines[at - 1], line):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def parted_by_dates(before: LineView, line: LineView) -> bool:
    """A date in one of two lines parts them, unless the second goes on in lower case and only mentions one ("... up to 2030")."""
    if line.starts_lower and not any(found.date_start and not found.single for found in (*before.dates, *line.dates)):
        return bool(line.dates) and line.dates[0].start - line.start <= LONGEST_OPENER and line.dates[0].single
    return bool(line.dates or before.dates)


def is_paragraph(lines: Sequence[LineView], run: Sequence[int]) -> bool:
    """The run is a bullet or a text set on several lines."""
    first = lines[run[0]]
    if first.bullet or any(is_prose(lines[at]) for at in run):
        return True
    words = [lines[at].words for at in run]
    return len(run) > 1 and sum(words) >= PROSE_WORDS and min(words[:-1]) >= WRAPPED_WORDS and wraps(lines, run)


def wraps(lines: Sequence[LineView], run: Sequence[int]) -> bool:
    """Some line of the run goes on in lower case on the next: it was wrapped, not ended."""
    return any(lines[at].starts_lower for at in run[1:])


def marks_text(lines: Sequence[LineView]) -> list[bool]:
    """For each line: is it description (bullet, prose, wrapped text, label) rather than header?"""
    flags = [is_label(line) for line in lines]
    hang = bullets_hang(lines)
    for run in paragraphs(lines):
        if is_paragraph(lines, run):
            for at in text_part(lines, run) if hang else run:
                flags[at] = True
    return [settled(line, flag) for line, flag in zip(lines, flags, strict=True)]


def settled(line: LineView, flag: bool) -> bool:
    """The flag of a line, unless the line tagger is sure of the opposite."""
    if line.running is None:
        return flag
    return (flag or line.running > SURE_TEXT) and line.running >= SURE_HEADER


def bullets_hang(lines: Sequence[LineView]) -> bool:
    """Some bullet goes on in a line that is indented under it; if none does, wrapped lines start where their bullet does."""
    return any(
        before.bullet and not line.bullet and before.x0 is not None and line.x0 is not None and line.x0 > before.x0 + INDENT
        for before, line in pairwise(lines)
    )


def text_part(lines: Sequence[LineView], run: Sequence[int]) -> Sequence[int]:
    """The lines of a text run; for a bullet those that are indented under it, where the page shows it."""
    first = lines[run[0]]
    if not first.bullet or first.x0 is None:
        return run
    inside = [run[0]]
    for at in run[1:]:
        x0 = lines[at].x0
        if x0 is not None and x0 <= first.x0 + INDENT and not is_prose(lines[at]):
            break
        inside.append(at)
    return inside


def is_label(line: LineView) -> bool:
    """The line only announces what follows ("Courses", "Highlights:")."""
    return line.text.rstrip().endswith(":") or (line.words <= LABEL_WORDS and heading_kind(line.text.strip(" :•")) is not None)


def is_link(line: LineView) -> bool:
    """The line is nothing but a web address."""
    return bool(LINK.fullmatch(line.text.strip(" :•()").lower()))


def unwrap(header: Sequence[LineView], section: Sequence[LineView]) -> list[LineView]:
    """The header with names that are set on two lines put back together."""
    made: list[LineView] = []
    edges = right_edges(section)
    for line in header:
        if made and not made[-1].dates and not line.dates and is_wrapped(made[-1], line, edges):
            made[-1] = merge(made[-1], line)
        else:
            made.append(line)
    return made


def is_wrapped(before: LineView, line: LineView, edges: Edges) -> bool:
    """The line goes on with the name of the line before: by its words, or since the first word found no room there."""
    if line.style[:3] != before.style[:3] or line.block_start or line.bullet or line.wide or before.wide or before.page != line.page:
        return False
    first, last = line.pieces[0].word.text, before.pieces[-1].word.text
    if first[:1].islower() or last[-1:] in "&-/" or (last.islower() and len(last) <= LINKING_LETTERS):
        return True
    return found_no_room(before, line, edges) and before.words > 1


def found_no_room(before: LineView, line: LineView, edges: Edges) -> bool:
    """The first word of the line would not have fitted on the line before; False where the page has no geometry."""
    box = line.pieces[0].word.box
    if box is None or before.x1 is None:
        return False
    return before.x1 + SPACE * (box.bottom - box.top) + box.width > edges.get((before.page, before.column), 0.0)


def merge(before: LineView, line: LineView) -> LineView:
    """Two lines as one."""
    pieces = before.pieces + line.pieces
    return replace(
        before, end=line.end, text=f"{before.text} {line.text}", folded=f"{before.folded} {line.folded}", pieces=pieces, x1=line.x1
    )
