"""From lines to sections: which lines are headings, of which kind, and which lines belong to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from resume_parser.entities import Section
from resume_parser.locales import DOUBTFUL_JOINERS, SURE_JOINERS, heading_kind, heading_kind_by_words
from resume_parser.nlp.cues import TOKEN
from resume_parser.nlp.reading import LineView, Style, part
from resume_parser.nlp.spoken import language_names

Look = tuple[float, bool, bool, bool]  # size, bold, italic, capitals

PAIR = 2  # parts of a heading that names two sections
HEADING_WORDS = 7  # headings are short
SIGNATURE_LINES, SIGNATURE_WORDS = 3, 4  # last lines in which a place and a day stand; most words beside the day
ACRONYM = 5  # letters of the longest acronym that is a heading
SPACED = 4  # single letters in a row that are a word set wide
HEADING_SIZE, SMALL_PRINT = 1.08, 0.92  # size over the body of headings; of print that is none
FEWEST_KNOWN = 2  # headings that must be known by their words before others are known by their look
MOSTLY_HEADINGS = 0.5  # share of the lines of a look that must be known headings
UNKNOWN_WORDS = 4  # most words of a heading known by its look
SMALLER = 0.93  # share of the size of a main heading below which a heading names a part of its section
NAME_SIZE, NAME_LINES = 1.5, 2  # size over the body and number of lines of a name in large print
FEWEST_DIGITS = 4  # a line with this many digits is a value, not a heading
SURE, LIKELY = 2.0, 1.2  # heading scores: taken as it stands; taken when its look is that of the sure ones
APART = 0.8  # heading score of bold print
TAGGED = 0.9  # odds of the line tagger that make a heading of a line whose words name a section
JOINT_KINDS = ("experience", "education", "skills", "languages", "certifications")  # of a heading of two parts, the first counts
LISTS = frozenset({"skills", "soft_skills", "languages", "interests", "certifications", "driving"})
LIST_SECTIONS = LISTS | {"contact", "personal"}
JOINT = re.compile(rf"\s*(?:&|/|\+|\b(?:{'|'.join(sorted(SURE_JOINERS))})\b)\s*", re.IGNORECASE)
DOUBTFUL_JOINT = re.compile(rf"\s+(?:{'|'.join(sorted(DOUBTFUL_JOINERS.values()))})\s+", re.IGNORECASE)
ORNAMENT = re.compile(r"^[\W\d_]+|[\W_]+$")
INLINE_KINDS = frozenset(
    {"skills", "soft_skills", "languages", "interests", "certifications", "summary", "courses", "driving", "education"}
)
SUB_KINDS = frozenset(
    {
        "skills",
        "languages",
        "courses",
        "projects",
        "summary",
        "awards",
        "certifications",
        "tasks",
        "contact",
        "misc",
        "soft_skills",
        "interests",
    }
)


def heading_text(line: LineView) -> str:
    """The words of a possible heading without numbers, icons and colons around them."""
    text = ORNAMENT.sub("", line.text)
    letters = text.split()
    if len(letters) >= SPACED and all(len(letter) == 1 for letter in letters):
        return "".join(letters)
    return text


def kind_of(line: LineView) -> str | None:
    """The section kind that the words of a line name, None if they name none."""
    text = heading_text(line)
    if not text or len(text.split()) > HEADING_WORDS or sum(ch.isdigit() for ch in line.text) >= FEWEST_DIGITS:
        return None
    return heading_kind(text) or joint_kind(text) or heading_kind_by_words(text)


def joint_kind(text: str) -> str | None:
    """The kind of a heading of two parts ("Experience & Projects"): the one that matters most, None if it has none."""
    kinds = [heading_kind(part) for part in JOINT.split(text)]
    if len(kinds) < PAIR:
        kinds = [heading_kind(part) for part in DOUBTFUL_JOINT.split(text)]
        kinds = kinds if None not in kinds else []
    return next((kind for kind in JOINT_KINDS if kind in kinds), None) if len(kinds) >= PAIR else None


def heading_score(line: LineView, body: Style) -> float:
    """How much the line is set apart like a heading."""
    score = 0.0
    score += 1.0 if line.size > HEADING_SIZE else 0.0
    score += 0.8 if line.bold and not body[1] else 0.0
    score += 0.8 if line.upper else 0.0
    score += 0.5 if line.style[4] != body[4] else 0.0
    score += 1.5 if line.level else 0.0
    score += 0.6 if line.block_start else 0.0
    score += 0.3 if is_colon(line) else 0.0
    score -= 1.0 if line.bullet or line.size < SMALL_PRINT else 0.0
    return score


def body_style(lines: Sequence[LineView]) -> Style:
    """The look of most of the text."""
    weights: Counter[Style] = Counter()
    for line in lines:
        weights[line.style] += len(line.text)
    return weights.most_common(1)[0][0]


def find_headings(lines: Sequence[LineView]) -> dict[int, str]:
    """Line index -> section kind for every heading of the document."""
    if not lines:
        return {}
    body = body_style(lines)
    top = title_size(lines)
    named = {line.index: kind for line in lines if not line.dates and line.size < top and (kind := kind_of(line))}
    sure = {at: kind for at, kind in named.items() if is_sure(lines[at], body)} or set_apart(lines, named, body)
    looks = heading_looks(lines, sure)
    found: dict[int, str] = {}
    above = ""  # kind of the last heading
    for at, kind in named.items():
        listed = kind in LISTS and above in LISTS and labels_list(lines, at)
        scored = heading_score(lines[at], body) >= LIKELY or tagged(lines[at], kind) >= TAGGED
        if at in sure or listed or scored or look_of(lines[at].style) in looks:
            found[at] = above = kind
    found = drop_subheadings(lines, found, looks)
    found = {**unknown_headings(lines, found, looks, body), **found}
    return {**found, **signatures(lines, found)}


def signatures(lines: Sequence[LineView], found: dict[int, str]) -> dict[int, str]:
    """The lines over the signature, as headings: the section goes on after the last of them."""
    made: dict[int, str] = {}
    for line in lines:
        if line.index in made or not is_signature(line, len(lines)):
            continue
        last = paragraph_end(lines, line.index, found)
        above = next((found[at] for at in sorted(found, reverse=True) if at < line.index), "misc")
        made |= dict.fromkeys(range(line.index, last), "misc") | {last: above}
    return made


def is_signature(line: LineView, count: int) -> bool:
    """A place and a day at the end of the document, over the signature: "Kassel, den 3. Januar 2026"."""
    day = line.dates[0].date_start if len(line.dates) == 1 and line.dates[0].single else None
    if line.index < count - SIGNATURE_LINES or not day or len(day.value) < len("2026-01-03"):
        return False
    return line.text[:1].isupper() and "," in line.text and len(line.undated.split()) <= SIGNATURE_WORDS


def paragraph_end(lines: Sequence[LineView], first: int, found: dict[int, str]) -> int:
    """The last line of the paragraph that starts with a line."""
    last = first
    while last + 1 < len(lines) and last + 1 not in found:
        line = lines[last + 1]
        if line.block_start or line.bullet or (line.page, line.column) != (lines[first].page, lines[first].column):
            break
        last += 1
    return last


def title_size(lines: Sequence[LineView]) -> float:
    """The size of the largest print where only the top of the first page has it: that is the name, no heading; else infinite."""
    top = max(line.size for line in lines)
    places = [at for at, line in enumerate(lines) if line.size >= top * 0.99]
    return top * 0.99 if top >= NAME_SIZE and len(places) <= NAME_LINES else float("inf")


def set_apart(lines: Sequence[LineView], named: dict[int, str], body: Style) -> dict[int, str]:
    """The headings of a page without any sure one: known texts in bold or capitals, if the main sections are among them."""
    found = {at: kind for at, kind in named.items() if heading_kind(heading_text(lines[at])) and heading_score(lines[at], body) >= APART}
    return found if {"experience", "education"} <= set(found.values()) else {}


def is_sure(line: LineView, body: Style) -> bool:
    """The words name a section and the look agrees."""
    exact = heading_kind(heading_text(line)) is not None
    score = heading_score(line, body) + (0.8 if exact else 0.0)
    return score >= SURE or (exact and line.block_start and not line.bullet and line.words <= HEADING_WORDS - 3)


def heading_looks(lines: Sequence[LineView], sure: dict[int, str]) -> set[Look]:
    """The looks that main headings have: those of experience, education and most others."""
    main = {look_of(lines[at].style) for at, kind in sure.items() if kind in ("experience", "education")}
    texts: dict[Look, set[str]] = {}
    for at in sure:
        texts.setdefault(look_of(lines[at].style), set()).add(lines[at].folded)
    if not texts:
        return set()
    common = max(texts, key=lambda look: len(texts[look]))
    large = max((look[0] for look in main), default=common[0])
    main |= {common} if common[0] >= SMALLER * large else set()
    return main | side_looks(lines, sure, main)


def side_looks(lines: Sequence[LineView], sure: dict[int, str], main: set[Look]) -> set[Look]:
    """The looks of headings beside the main ones: several kinds in one look in a column that has no main heading."""
    columns: dict[tuple[int, int], set[tuple[Look, str]]] = {}
    for at, kind in sure.items():
        columns.setdefault((lines[at].page, lines[at].column), set()).add((look_of(lines[at].style), kind))
    looks = [{look for look, _ in headings} for headings in columns.values() if len(headings) >= FEWEST_KNOWN]
    return {look for column in looks if len(column) == 1 for look in column if look not in main}


def look_of(style: Style) -> Look:
    """The part of a style that headings share: a sidebar has other colours."""
    return style[:4]


def labels_list(lines: Sequence[LineView], at: int) -> bool:
    """The line is a label with a wide gap before what stands beside it."""
    return at + 1 < len(lines) and lines[at + 1].pieces[0].word.gap == "\t"


def drop_subheadings(lines: Sequence[LineView], found: dict[int, str], looks: set[Look]) -> dict[int, str]:
    """The headings without those that only name a part of a section ("Highlights" in smaller print inside a job)."""
    kept: dict[int, str] = {}
    for at in sorted(found):
        kind = found[at]
        if kind == "languages" and not names_language(lines, at, found):
            continue
        if kind == "misc" and looks and not has_look(lines[at], looks):
            continue
        above = next(reversed(kept), None)
        if above is None or not is_part(lines[at], lines[above], kept[above], kind, looks):
            kept[at] = kind
    return kept


def is_colon(line: LineView) -> bool:
    """A colon ends the line."""
    return line.text.rstrip().endswith(":")


def has_look(line: LineView, looks: set[Look]) -> bool:
    """The line has one of the looks; the capitals of an acronym ("RODO") do not matter."""
    size, bold, italic, _ = look_of(line.style)
    acronym = line.upper and line.words == 1 and len(line.text.strip("• ")) <= ACRONYM
    return look_of(line.style) in looks or (acronym and (size, bold, italic, False) in looks)


def is_part(line: LineView, above: LineView, section: str, kind: str, looks: set[Look]) -> bool:
    """The heading names a part of the section above it, not a section: it is printed smaller or plainer than main headings."""
    if not looks or look_of(line.style) in looks:
        return False
    beside = line.page < above.page or (line.page == above.page and line.column != above.column)  # in reading order
    smaller = line.style[0] < SMALLER * above.style[0]
    plain = not line.bold and not line.upper and not line.level
    if section in ("experience", "projects", "education", "volunteering"):
        return (smaller and not beside) or (plain and kind in SUB_KINDS)
    if kind in LIST_SECTIONS and kind != section and is_colon(line):
        return False  # "Interests: ..." among the skills
    return section in LIST_SECTIONS and smaller and not beside and look_of(above.style) in looks and kind not in ("experience", "education")


def names_language(lines: Sequence[LineView], at: int, found: dict[int, str]) -> bool:
    """A spoken language stands in the lines under the heading, or "Mother tongue" directly; else it heads programming languages."""
    if found.get(at + 1) == "languages":
        return True
    stop = min((other for other in found if other > at), default=len(lines))
    return any(word in language_names() for line in lines[at + 1 : stop] for word in TOKEN.findall(line.folded))


def unknown_headings(lines: Sequence[LineView], found: dict[int, str], looks: set[Look], body: Style) -> dict[int, str]:
    """Headings whose words no locale knows: they look like the known ones and like nothing else."""
    if len(found) < FEWEST_KNOWN:
        return {}
    first = min(found)
    known = Counter(lines[at].style for at in found)
    every = Counter(line.style for line in lines)
    made = {}
    for line in lines[first:]:
        if line.index in found or look_of(line.style) not in looks or line.style == body or line.dates or line.bullet:
            continue
        common = known[line.style] / every[line.style]
        distinct = line.size > HEADING_SIZE or line.level > 0 or (line.block_start and line.upper)
        if common >= MOSTLY_HEADINGS and distinct and line.words <= UNKNOWN_WORDS and not line.wide:
            made[line.index] = "misc"
    return made


def tagged(line: LineView, kind: str) -> float:
    """Odds that the line is a heading of this kind, by the line tagger."""
    return line.roles.get(f"heading:{kind}", 0.0)


def split_labels(lines: Sequence[LineView]) -> list[LineView]:
    """The lines with a heading cut from the content that stands beside it ("Skills: Python, SQL"; "EXPERIENCE   Acme")."""
    made: list[LineView] = []
    kinds = INLINE_KINDS - ({"education"} if has_heading(lines, "education") else set())  # else "Degree: ..." is a label in a form
    for line in lines:
        at = label_end(line, kinds)
        made += (
            [part(line, 0, at, block_start=line.block_start), part(line, at, len(line.pieces), block_start=False)]
            if 0 < at < len(line.pieces)
            else [line]
        )
    return made


def has_heading(lines: Sequence[LineView], kind: str) -> bool:
    """A line is a heading of this kind and nothing else, without a colon."""
    return any(line.words <= HEADING_WORDS and not is_colon(line) and heading_kind(heading_text(line)) == kind for line in lines)


def label_end(line: LineView, kinds: AbstractSet[str]) -> int:
    """Number of leading words that are a heading of their own, 0 if none."""
    for at, piece in enumerate(line.pieces[: HEADING_WORDS + 1]):
        following = line.pieces[at + 1] if at + 1 < len(line.pieces) else None
        if following is None or line.bullet:
            return 0
        colon = piece.word.text.endswith(":") or following.word.text == ":"
        if following.word.gap != "\t" and not colon:
            continue
        kind = heading_kind(" ".join(piece.word.text for piece in line.pieces[: at + 1]))
        if kind and (following.word.gap == "\t" or (kind in kinds)):
            return at + 1 + (following.word.text == ":")
        return 0
    return 0


def cut_sections(lines: Sequence[LineView], headings: dict[int, str]) -> tuple[Section, ...]:
    """The sections of the document in order; the part above the first heading is the "header"."""
    starts = sorted(headings)
    made = []
    if not starts or starts[0] > 0:
        made.append(Section("header", 0, starts[0] if starts else len(lines)))
    for at, stop in pairwise([*starts, len(lines)]):
        made.append(Section(headings[at], at + 1, stop, at))
    return tuple(made)
