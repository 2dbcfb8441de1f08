"""From words as extracted to words as read: clean characters, bullets, letter-spaced words.

First step of the layout stage; it works on one line of words and knows nothing of the page.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from resume_parser.document import Box, Word
from resume_parser.locales import fold, present_words

BULLET = "•"
SOFT_HYPHEN = "\u00ad"  # a hyphen that only the line end made; kept at the end of a word until the lines are joined
SURE_BULLETS = frozenset("•▪◦‣●○■□◆◇►▶▸▹➢➤➔➜✓✔✗❖⁃∙⚫⚬⬤❑❒➣★☆◾◽▫")  # never anything else at the start of a line
PAIR = 2  # words of the end of a date range
LONE_BULLETS = frozenset("·–—-*§¤»>~+−")  # a bullet only as a word of its own
LETTER_BULLETS = frozenset("oØü")  # letters of symbol fonts: a bullet only before a wide space
PRIVATE_BULLETS = frozenset(
    "\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf06f\uf06e\uf0a1\uf0b2\uf071\uf075\uf0e0\uf02d\uf0df\uf077"
)  # Symbol and Wingdings
LETTER_BULLET_GAP_EM = 0.5  # a word space is about 0.25 em, the tab after a list bullet at least half an em
SPACED_LETTERS = 4  # single letters in a row that make a letter-spaced word; three may be initials
SPACED_WORD_GAP = 1.7  # times the usual letter gap: the space between two letter-spaced words

_COMPATIBILITY = re.compile("[\ufb00-\ufb4f\uff01-\uff5e\u2000-\u200a\u3000\u00a0\u202f\U0001d400-\U0001d7ff]+")
_NOTHING = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f\x00-\x08\x0b-\x1f\x7f-\x9f\ufffc\ufffd]")
_HYPHENS = re.compile("-*[\u2010\u2011]")  # some programs write the hyphen of a font in two characters
_LOOSE_ACCENT = re.compile("([¨˜ˆ])([A-Za-z])")
_COMBINING = {"¨": "\u0308", "˜": "\u0303", "ˆ": "\u0302"}
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def clean_text(text: str) -> str:
    """The text with ligatures and full-width forms resolved, without invisible characters; quotes and dashes stay."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\ufffe", SOFT_HYPHEN).replace("\x02", SOFT_HYPHEN)
    text = _HYPHENS.sub("-", text)
    text = _COMPATIBILITY.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _NOTHING.sub("", text)
    text = _LOOSE_ACCENT.sub(lambda match: match[2] + _COMBINING[match[1]], text)
    end = SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) else ""
    return unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, "") + end)


def clean_words(words: Sequence[Word]) -> list[Word]:
    """The words of one line with clean text; words that held only icons or invisible characters are gone."""
    text = "".join([word.text for word in words])
    if text.isascii() and text.isprintable() and " " not in text:
        return [word for word in words if word.text]
    cleaned: list[Word] = []
    dropped_icon = False
    for word in words:
        parts, icon = _clean_word(word, first=not cleaned)
        if dropped_icon and parts and cleaned:
            parts[0] = replace(parts[0], gap="\t")
        dropped_icon = icon or (dropped_icon and not parts)
        cleaned.extend(parts)
    return cleaned


def _clean_word(word: Word, *, first: bool) -> tuple[list[Word], bool]:
    """The clean words that one extracted word stands for, and whether an icon was taken out of it."""
    text = clean_text(word.text)
    if text.isascii() and text and " " not in text:
        return [word if text is word.text else replace(word, text=text)], False
    icon = False
    if _PRIVATE.search(text):
        if first and text[0] in PRIVATE_BULLETS:
            text = BULLET + text[1:]
        cleared = _PRIVATE.sub(" ", text)
        icon = cleared != text
        text = cleared
    if first and len(text) > 1 and text[0] in SURE_BULLETS:
        text = f"{BULLET} {text[1:]}"
    return _parts(word, text.split()), icon


def _parts(word: Word, texts: Sequence[str]) -> list[Word]:
    """The word cut at its inner spaces, its box shared out by the number of characters."""
    if len(texts) <= 1:
        return [replace(word, text=text) for text in texts]
    total = sum(map(len, texts)) + len(texts) - 1
    parts = []
    at = 0
    for index, text in enumerate(texts):
        box = word.box
        if box is not None:
            step = box.width / total
            box = Box(box.x0 + at * step, box.top, box.x0 + (at + len(text)) * step, box.bottom)
        parts.append(replace(word, text=text, box=box, gap=" " if index else word.gap))
        at += len(text) + 1
    return parts


def mark_bullet(words: Sequence[Word]) -> tuple[list[Word], bool]:
    """The words with "•" for any list bullet at their start, and whether there was one."""
    if not words or not _starts_item(words):
        return list(words), False
    first = words[0] if words[0].text == BULLET else replace(words[0], text=BULLET)
    rest = list(words[1:])
    if rest and rest[0].gap != " ":
        rest[0] = replace(rest[0], gap=" ")
    return [first, *rest], True


def _starts_item(words: Sequence[Word]) -> bool:
    """The first word is a list bullet."""
    text = words[0].text
    if len(text) != 1:
        return False
    if text in SURE_BULLETS:
        return True
    if len(words) == 1:
        return text in "·§¤"
    if text in LONE_BULLETS:
        present = text in "–—" and len(words) == PAIR and fold(words[1].text) in present_words()
        return not present and not words[1].text[0].isdigit()  # "– present", "– 2020" are ends of a date range
    return text in LETTER_BULLETS and _gap_em(words[0], words[1]) >= LETTER_BULLET_GAP_EM


def _gap_em(left: Word, right: Word) -> float:
    """The white space between two words in em; a tab counts as wide where there is no geometry."""
    if left.box is None or right.box is None:
        return 1.0 if right.gap == "\t" else 0.25
    return (right.box.x0 - left.box.x1) / (right.size or right.box.height or 1.0)


def join_spaced_letters(words: Sequence[Word]) -> list[Word]:
    """The words with each run like "S K I L L S" made one word."""
    if sum(len(word.text) == 1 for word in words) < SPACED_LETTERS:
        return list(words)
    joined: list[Word] = []
    run: list[Word] = []
    for word in words:
        if len(word.text) == 1 and (word.text.isalpha() or word.text in "&/"):
            run.append(word)
            continue
        joined.extend(_close_run(run))
        joined.append(word)
        run = []
    return [*joined, *_close_run(run)]


def _close_run(run: Sequence[Word]) -> list[Word]:
    """One word per letter-spaced word of the run; the run itself if it is too short."""
    if len(run) < SPACED_LETTERS:
        return list(run)
    gaps = [_gap_em(left, right) for left, right in itertools.pairwise(run)]
    limit = median(gaps) * SPACED_WORD_GAP
    groups = [[run[0]]]
    for gap, word in zip(gaps, run[1:], strict=True):
        if gap > limit and gap > 0:
            groups.append([word])
        else:
            groups[-1].append(word)
    return [_merge(group) for group in groups]


def _merge(group: Sequence[Word]) -> Word:
    """One word for letters that stand in a row."""
    first, last = group[0], group[-1]
    box = first.box
    if first.box is not None and last.box is not None:
        box = Box(first.box.x0, min(w.box.top for w in group if w.box), last.box.x1, max(w.box.bottom for w in group if w.box))
    return replace(first, text="".join(word.text for word in group), box=box)
