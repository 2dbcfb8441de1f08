"""List sections to items: skills with type and level, languages with level, certifications, courses, interests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from resume_parser.locales import JOINERS, all_locales, fold
from resume_parser.nlp.cues import TOKEN, load_cues
from resume_parser.nlp.paragraphs import Edges, found_no_room, is_paragraph, paragraphs, right_edges
from resume_parser.nlp.reading import LARGER, LineView
from resume_parser.resources import skills

ITEM_SEPARATOR = re.compile(r"[,;•·|▪◦●∙►▸‣✓✔\t]|\s{2,}|\s+[-–—]\s+")
COARSE_SEPARATOR = re.compile(r"[;•|▪◦●∙►▸‣\n\t]|\s{2,}")
AND_WORDS = re.compile(rf"\s+(?:{'|'.join(sorted(JOINERS))}|&)\s+", re.IGNORECASE)
LEVEL_SYMBOLS = re.compile(r"[●○■□★☆◆◇⬤◯▮▯█░•·∙\s]{3,}$")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]\s*$")
YEARS = re.compile(r"^\(?[<>~]?\s*\d+\+?\s*[^\W\d_]{2,7}\.?\)?$", re.I)  # "5 years", "11+ anos"
PERCENT = re.compile(r"\s*[:\-–]?\s*(\d{1,3}\s*%|\d(?:[.,]\d)?\s*/\s*\d{1,2})$")
CEFR = re.compile(r"\b[ABC][12][+-]?\b(?:\s*[/–-]\s*[ABC][12])?", re.I)
CATEGORY_WORDS = 6  # most words of the head of a group of skills
LEVEL_WORDS = 8  # most words of a level as printed
NEAR = 40  # characters after a language in which its level stands
LIST_COMMAS = 2  # a line with this many commas is a list; a line of one or two words above it is its head
SMALL_WORD = 3  # letters of words such as "de", "du", "und" at the break of an item
SLASH = " / "  # between more than two names; "JavaScript / TypeScript" is one skill to many
SMALL_WORDS_SHARE = 0.15  # share of function words from which lines are sentences
PAIR = 2  # "HTML and CSS"
MAX_SKILL_WORDS = 7  # longer items are sentences
MAX_ITEM_WORDS = 14
TRIM = " \t\n.,;:•·|-–—*✓✔►▸▪◦●○■□★☆"


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


@lru_cache(maxsize=1)
def level_words() -> tuple[str, ...]:
    """Level words of all locales, folded, longest first."""
    words = {fold(word) for locale in all_locales() for word in (*locale.language_levels, *locale.skill_levels)}
    return tuple(sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def level_pattern() -> re.Pattern[str]:
    """Matches a level word as a whole word of folded text."""
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, level_words())) + r")(?!\w)")


@lru_cache(maxsize=1)
def language_names() -> dict[str, str]:
    """Folded name of a spoken language in any locale -> ISO 639-1 code."""
    return {fold(name): code for locale in all_locales() for name, code in locale.spoken_languages.items()}


@lru_cache(maxsize=1)
def language_labels() -> frozenset[str]:
    """Folded words before a list of spoken languages."""
    every = all_locales()
    return frozenset(fold(word) for locale in every for word in (*locale.labels.get("languages", ()), *locale.headings["languages"]))


@lru_cache(maxsize=1)
def soft_skills() -> frozenset[str]:
    """Soft skills of all locales, folded."""
    return frozenset(fold(word) for locale in all_locales() for word in locale.soft_skills)


def is_level(text: str) -> bool:
    """The text is nothing but a level: "fluent", "C1", "4/5", "80 %", "3 years"."""
    folded = fold(text).strip(TRIM)
    if not folded:
        return False
    if CEFR.fullmatch(text.strip(TRIM)) or YEARS.match(folded) or PERCENT.fullmatch(text.strip()):
        return True
    rest = level_pattern().sub("", folded)
    if rest.strip(TRIM) in skills():  # "Advanced Excel" is a skill
        return False
    return rest != folded and sum(ch.isalpha() for ch in rest) <= 0.4 * len(folded)


def split_level(name: str) -> tuple[str, str | None]:
    """A name and the level printed with it: "Python (advanced)", "SQL - expert", "Excel 80 %"."""
    name = LEVEL_SYMBOLS.sub("", name).strip()
    bracket = BRACKETS.search(name)
    if bracket and is_level(bracket[1]):
        return name[: bracket.start()].strip(TRIM), bracket[1].strip()
    percent = PERCENT.search(name)
    if percent and percent.start() > 1:
        return name[: percent.start()].strip(TRIM), percent[1].strip()
    for separator in (":", " - ", " – ", " — "):
        left, found, right = name.rpartition(separator)
        if found and left.strip() and is_level(right):
            return left.strip(TRIM), right.strip()
    return name, None


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
    if following and following.text.count(",") >= LIST_COMMAS and "," not in line.text and line.words <= PAIR and not line.bullet:
        return True
    heading_like = line.bold or line.size > LARGER or line.level > 0
    if following is None or not heading_like or line.words > CATEGORY_WORDS or "," in line.text:
        return False
    return (following.bold, following.size) != (line.bold, line.size) and not is_level(following.text)


def rows(lines: Sequence[LineView]) -> Iterator[tuple[int, int]]:
    """The ranges of a list section that hold items: category heads dropped, wrapped lines joined to their item."""
    open_range: tuple[int, int] | None = None
    edges = right_edges(lines)
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if is_category(line, following):
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
    last = before.text.rstrip()
    if last.endswith((",", "/", "&", " and", " et", " und", " y", "-", "(")):
        return True
    return "," in before.text and (
        line.starts_lower or before.text.count("(") > before.text.count(")") or ("," in line.text and found_no_room(before, line, edges))
    )


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


def skill_items(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The skills of a skills section."""
    found = []
    for item in clean_items(text, rows(without_prose(lines)), ITEM_SEPARATOR):
        if len(item.name.replace(SLASH, " ").split()) > MAX_SKILL_WORDS:
            continue
        found += split_and(item)
    return found


def without_prose(lines: Sequence[LineView]) -> list[LineView]:
    """The lines without those of running text: sentences over several lines with hardly a comma."""
    kept: list[LineView] = []
    for run in paragraphs(lines):
        part = [lines[at] for at in run]
        commas = sum(line.text.count(",") for line in part)
        wrapped = len(run) > 1 and part[0].x1 is not None  # without geometry every line is a paragraph of its own
        if not wrapped or commas >= len(run) or not is_paragraph(lines, run) or not reads_as_text(part):
            kept += part
    return kept


def reads_as_text(lines: Sequence[LineView]) -> bool:
    """Small words make up a good part of the lines, as in sentences and not in lists."""
    words = [word for line in lines for word in TOKEN.findall(line.folded)]
    return sum(word in load_cues().stopwords for word in words) >= SMALL_WORDS_SHARE * len(words)


def split_and(item: Item) -> list[Item]:
    """ "HTML and CSS" as two items, "Word / Excel / Outlook" as three; longer phrases stay whole."""
    if item.name.count(SLASH) > 1 and "(" not in item.name:
        return [Item(item.start, item.end, part.strip(), item.level) for part in item.name.split(SLASH) if part.strip()]
    parts = AND_WORDS.split(item.name)
    if len(parts) == PAIR and all(len(part.split()) == 1 and part[:1].isupper() for part in parts) and item.level is None:
        return [Item(item.start, item.end, part) for part in parts]
    return [item]


def language_items(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The spoken languages of some lines with their levels, in order."""
    made: list[Item] = []
    hits = [hit for line in lines for hit in language_hits(text, line)]
    limit = lines[-1].end if lines else 0
    for at, (start, end) in enumerate(hits):
        stop = hits[at + 1][0] if at + 1 < len(hits) else limit
        made.append(Item(start, end, text[start:end], level_after(text[end:stop])))
    return made


WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def language_hits(text: str, line: LineView) -> Iterator[tuple[int, int]]:
    """Ranges of the language names in a line."""
    names = language_names()
    words = [(match.start(), match.end()) for match in WORD.finditer(text, line.start, line.end)]
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            if at + size <= len(words) and fold(text[words[at][0] : words[at + size - 1][1]]) in names:
                yield words[at][0], words[at + size - 1][1]
                at += size - 1
                break
        at += 1


def level_after(printed: str) -> str | None:
    """The level in the text between one language and the next, as printed; None if there is none."""
    part = re.split(r"\n|[;|•·]|\s/\s|\s/$|\s{2,}", printed.strip(" \n\t:;,.-–—|[]•·"))[0]
    part = paired(part.strip(" :;,.-–—[]"))
    if not part or len(part.split()) > LEVEL_WORDS:
        return cefr_or_word(printed)
    return part if is_level(part) or CEFR.search(part) or level_pattern().search(fold(part)) else cefr_or_word(printed)


def paired(text: str) -> str:
    """The text without the brackets around it and without single ones at its ends."""
    if text.startswith("(") and (text.endswith(")") or ")" not in text):
        text = text[1:].removesuffix(")")
    return text.removesuffix(")").strip() if text.count(")") > text.count("(") else text.strip()


def cefr_or_word(printed: str) -> str | None:
    """A CEFR level or the first level word anywhere in the text."""
    found = CEFR.search(printed)
    if found:
        return found[0]
    flat = " ".join(printed.split())
    word = level_pattern().search(fold(flat))
    return word[0] if word and word.start() < NEAR else None


DASH_TAIL = re.compile(r"\s+[–—|]\s+.*$")
DASHES = re.compile(r"\s+[–—|]\s+")
DATE_HEAD = re.compile(r"^(?:[^\W\d_]+\.?,?\s+)?(?:19|20)\d\d\s*[:–—|]\s+")
NUMBER_TAIL = re.compile(r"[\s,;(]+(?:lic|license|licence|no|nr|id|credential|zert)\w*\W*[#:.\s]*[\w-]*\d[\w-]*\)?$", re.IGNORECASE)
DATE_TAIL = re.compile(r"[\s,;(\[–—-]*\(?(?:\w+\.?\s+)?(?:19|20)\d\d\)?[\s.)\]]*$")


def certification_items(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The certifications of some lines: the name without the issuer and the date that stand after it."""
    made = []
    for item in plain_items(text, naming_lines([line for line in lines if not is_dated_only(line)]), commas=False):
        name = DATE_HEAD.sub("", NUMBER_TAIL.sub("", DATE_TAIL.sub("", item.name)))
        if DATE_TAIL.search(item.name) or len(DASHES.findall(name)) > 1:  # "name – issuer – year"; a lone dash is part of the name
            name = DASH_TAIL.sub("", name)
        name = name.strip(TRIM)
        if sum(ch.isalpha() for ch in name) > 1:
            made.append(Item(item.start, item.end, name, item.level))
    return made


def naming_lines(lines: Sequence[LineView]) -> Sequence[LineView]:
    """The lines that name something: those in the size or the bold print of the first, where each stands over lines that tell about it."""
    if not lines or any(line.bullet for line in lines):
        return lines
    sizes, bold = [line.style[0] for line in lines], [line.bold for line in lines]
    for looks in (sizes, bold) if lines[0].bold else (sizes,):
        names = [line for line, look in zip(lines, looks, strict=True) if look == looks[0]]
        if 1 < len(names) < len(lines) and looks[-1] != looks[0]:
            return names
    return lines


def is_dated_only(line: LineView) -> bool:
    """Nothing but a date stands in the line."""
    return bool(line.dates) and not any(ch.isalpha() for ch in line.undated)


def plain_items(text: str, lines: Sequence[LineView], *, commas: bool) -> list[Item]:
    """The items of interests, courses and certifications: one per line or bullet, also between commas where asked."""
    separator = ITEM_SEPARATOR if commas else COARSE_SEPARATOR
    ranges = rows(lines) if commas else ((line.start, line.end) for line in lines)
    found = clean_items(text, ranges, separator, levels=False)
    return [item for item in found if len(item.name.split()) <= MAX_ITEM_WORDS]
