"""What the field tagger sees of an atom: its words, its shape, its look, where it stands, what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.nlp.atoms import Atom
from resume_parser.nlp.cues import GENDER_MARK, Cues, tokens
from resume_parser.nlp.places import find_places

MOST_WORDS = 6  # words of an atom that are features of their own
ENDING, LONG_ENDING = 3, 5  # letters at the end of a word: "-eur", "-entwickler"
SAME_SIZE = 0.4  # points; smaller differences are none
TOP = 4  # lines, places and counts are told apart up to here


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words of an atom say, in steps: the scores of the cues and of the place table."""

    title: str
    organisation: str
    degree: str
    school: str
    place: str


def signs_of(atom: Atom, cues: Cues) -> Signs:
    """The word evidence of an atom."""
    text = atom.text
    spans = find_places(text)
    covered = max((span.score * (span.end - span.start) / len(text) for span in spans), default=0.0)
    return Signs(step(cues.title(text)), step(cues.organisation(text)), step(cues.degree(text)), step(cues.school(text)), step(covered))


def step(score: float) -> str:
    """A score from -1 to 1 in five steps."""
    return str(round(2 * score))


def count(number: int) -> str:
    """A small number as a word, large ones alike."""
    return str(min(number, TOP))


def word_features(atom: Atom) -> list[str]:
    """The words of an atom and the endings of its first and last one."""
    words = tokens(atom.text)
    if not words:
        return ["w=-"]
    made = [f"w={word}" for word in words[:MOST_WORDS]]
    made += [f"first={words[0]}", f"last={words[-1]}", f"end={words[-1][-ENDING:]}", f"End={words[-1][-LONG_ENDING:]}"]
    made += [f"start={words[0][:LONG_ENDING]}", f"fend={words[0][-ENDING:]}", f"n={count(len(words))}"]
    return made


def shape_features(atom: Atom) -> list[str]:
    """Capitals, digits and marks of an atom."""
    text = atom.text
    letters = [word for word in text.split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    some = "each" if letters and capitals == len(letters) else "some" if capitals else "no"
    made = [f"caps={'all' if text.isupper() else some}"]
    made += ["lower"] if text[:1].islower() else []
    made += ["digit"] if any(ch.isdigit() for ch in text) else []
    made += ["gender"] if GENDER_MARK.search(text) else []
    made += ["amp"] if "&" in text else []
    made += ["dots"] if text.count(".") > 1 else []
    made += ["long"] if len(text.split()) > MOST_WORDS + 2 else []
    return made


def look_features(atom: Atom, header: Sequence[Atom], body: float) -> list[str]:
    """The look of an atom beside the other atoms of its header and the body of the text."""
    word = atom.piece.word
    bold = [other.piece.word.bold for other in header]
    italic = [other.piece.word.italic for other in header]
    largest = max(other.piece.word.size for other in header)
    made = []
    if any(bold) and not all(bold):
        made.append(f"bold={word.bold}")
    if any(italic) and not all(italic):
        made.append(f"italic={word.italic}")
    if min(other.piece.word.size for other in header) < largest - SAME_SIZE:
        made.append(f"large={word.size > largest - SAME_SIZE}")
    if len({other.piece.word.color for other in header}) > 1:
        made.append(f"first_color={word.color == header[0].piece.word.color}")
    made += ["over"] if body and word.size > body + SAME_SIZE else []
    return made


def place_features(atom: Atom, header: Sequence[Atom], dated: bool) -> list[str]:
    """Where the atom stands in its header and what is printed around it."""
    beside = [other for other in header if other.line == atom.line]
    lines = header[-1].line + 1
    here = atom.dates_before + atom.dates_after > 0
    date = "before" if atom.dates_before else "after" if atom.dates_after else "none"
    made = [
        f"line={count(atom.line)}",
        f"lines={count(lines)}",
        f"line={count(atom.line)}/{count(lines)}",
        f"at={count(atom.place)}/{count(len(beside))}",
        f"sign={atom.sign}",
        f"date={date}",
        f"dated={dated}",
        f"slot={count(atom.line)},{count(atom.place)},{count(len(beside))},{count(lines)}",
    ]
    made += ["last_line"] if atom.line == lines - 1 else []
    made += ["last_in_line"] if atom is beside[-1] else []
    made += [f"datedline={here}/{count(lines)}"]
    return made


def sign_features(signs: Signs, name: str) -> list[str]:
    """The word evidence as features with a name before them ("" for the atom itself)."""
    return [
        f"{name}t={signs.title}",
        f"{name}o={signs.organisation}",
        f"{name}d={signs.degree}",
        f"{name}s={signs.school}",
        f"{name}p={signs.place}",
    ]


def header_features(header: Sequence[Atom], kind: str, cues: Cues, *, dated: bool, body: float) -> list[list[str]]:
    """The features of all atoms of one entry; `kind` is the section, `dated` whether the entry has a date, `body` the body size."""
    signs = [signs_of(atom, cues) for atom in header]
    made = []
    for at, atom in enumerate(header):
        own = [kind, *word_features(atom), *shape_features(atom), *look_features(atom, header, body)]
        own += place_features(atom, header, dated) + sign_features(signs[at], "")
        own += [f"{kind}:{feature}" for feature in sign_features(signs[at], "")]
        own += sign_features(signs[at - 1], "-") if at else ["first_atom"]
        if at + 1 < len(header):
            own += [*sign_features(signs[at + 1], "+"), f"+sign={header[at + 1].sign}"]
        else:
            own.append("last_atom")
        made.append(own)
    return made
