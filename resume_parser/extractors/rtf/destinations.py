"""What a group is by its first control word: read, walked through, walked through without its text, or skipped."""

from __future__ import annotations

from striprtf.striprtf import destinations, specialchars

# Groups whose text stands in the story around them although they are starred or in striprtf's list of groups without text.
_FORMULA = (
    "mmath moMathPara moMath mr me mnum mden mdeg msup msub mf mrad md mm mfunc mfName mlim mlimLow mlimlow mlimUpp mlimupp "
    "macc mbar mbox mborderBox mnary mphant mgroupChr meqArr msPre msSub msSubSup msSup"
)
_WALKED = frozenset(_FORMULA.split()) | {"ud", "nesttableprops", "object", "result", "shppict", "txfieldtext"}
# Drawings: their own text is no text of the resume, but text boxes and pictures stand in them.
MUTED = frozenset(("shp", "shpgrp", "shpinst", "sp", "sv", "do"))
RUNNING = {f"{part}{side}": (part, side) for part in ("header", "footer") for side in ("", "f", "l", "r")}
BOXES = frozenset(("shptxt", "dptxbxtext"))
MARKS = frozenset(("listtext", "pntext"))
_NO_TEXT = destinations | {"nonshppict", "nonesttables", "footnote", "annotation", "background"}
# Control words that stand for one character; those that end lines, cells and paragraphs are structure.
_SPACES = dict.fromkeys(("emspace", "enspace", "qmspace"), " ")
CHARACTERS = {word: text for word, text in specialchars.items() if word.isalpha() and not text.isspace() and text != "|"} | _SPACES


def is_skipped(word: str, *, starred: bool) -> bool:
    """True if nothing in the group is read; a starred group may be skipped by every reader that does not know it."""
    return (starred or word in _NO_TEXT) and word not in _WALKED
