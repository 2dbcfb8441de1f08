"""Certificates of a list: their names without issuer, date and number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resume_parser.nlp.items import Item, plain_items
from resume_parser.nlp.levels import TRIM
from resume_parser.nlp.reading import LineView
from resume_parser.resources import certifications

LONGEST_NAME = 8  # words of a certificate of the lexicon
DASH_TAIL = re.compile(r"\s+[–—|]\s+.*$")
DASHES = re.compile(r"\s+[–—|]\s+")
DATE_HEAD = re.compile(r"^(?:[^\W\d_]+\.?,?\s+)?(?:19|20)\d\d\s*[:–—|]\s+")
NUMBER_TAIL = re.compile(r"[\s,;(]+(?:lic|license|licence|no|nr|id|credential|zert)\w*\W*[#:.\s]*[\w-]*\d[\w-]*\)?$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\([^()]*[a-zß-öø-ÿ][^()]*(?:\([^()]*\))?\)$")  # "Cryptography (Acme Academy)", not "First aid (FA)"
DATE_TAIL = re.compile(r"[\s,;(\[–—-]*\(?(?:\w+\.?\s+)?(?:19|20)\d\d\)?[\s.)\]]*$")


def certification_items(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The certifications of some lines: the name without the issuer and the date that stand after it."""
    made = []
    found = plain_items(text, naming_lines([line for line in lines if not is_dated_only(line)]), commas=False)
    issuers = len(found) > 1 and all(IN_BRACKETS.search(item.name) for item in found)
    for item in found:
        name = DATE_HEAD.sub("", NUMBER_TAIL.sub("", DATE_TAIL.sub("", item.name)))
        if DATE_TAIL.search(item.name) or len(DASHES.findall(name)) > 1:  # "name – issuer – year"; a lone dash is part of the name
            name = DASH_TAIL.sub("", name)
        name = name.partition(" (")[0] if issuers else name
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


def known_certificates(text: str, lines: Sequence[LineView]) -> list[Item]:
    """The certificates of the lexicon that stand at the start of some lines, as among degrees."""
    made = []
    for line in lines:
        pieces = [piece for piece in line.pieces[:LONGEST_NAME] if piece.word.text != "•"]
        for size in range(len(pieces), 1, -1):
            start, end = pieces[0].start, pieces[size - 1].end
            name = text[start:end].strip(TRIM)
            if name.lower() in certifications():
                made.append(Item(start, start + len(name), name))
                break
    return made
