"""What the line tagger sees of a line: its words, its look beside the body of the text, its place, what the rules say of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from resume_parser.nlp.cues import Cues, tokens
from resume_parser.nlp.paragraphs import is_label, is_prose, leads_with_date
from resume_parser.nlp.places import find_places
from resume_parser.nlp.reading import LineView, Reading, Style
from resume_parser.nlp.sections import body_style, heading_score, kind_of
from resume_parser.nlp.spoken import language_names

SHORT = 10  # words; longer lines are judged by their shape, not by their cues
STEPS = (1, 2, 3, 5, 8, 12, 16)  # borders between numbers of words
WIDE_GAP, NO_GAP = 1.6, 0.6  # free space above over the usual one of the page
INDENT = 3.0  # points
PLACE_SURE = 0.5  # score from which a place is likely
TOP_LINES = 3  # lines at the top of a page
SIZES = (0.93, 0.99, 1.01, 1.12, 1.35, 1.8)  # size over the body: borders of its steps


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is usual in one document, against which its lines are judged."""

    body: Style
    gap: float  # usual free space above a line in lines, 0.0 where the format does not say
    edges: dict[tuple[int, int], float]  # (page, column) -> left edge of its text in points
    contacts: dict[str, list[int]]  # label -> offsets of the contact data
    known: tuple[int, ...]  # offsets of the skills of the lexicon


def sheet_of(reading: Reading) -> Sheet:
    """The usual look of a document."""
    gaps = [line.gap for line in reading.lines if line.gap is not None]
    edges: dict[tuple[int, int], float] = {}
    for line in reading.lines:
        if line.x0 is not None:
            edges[line.page, line.column] = min(edges.get((line.page, line.column), line.x0), line.x0)
    contacts: dict[str, list[int]] = {}
    for entity in sorted(reading.entities, key=lambda entity: entity.start):
        contacts.setdefault(entity.label, []).append(entity.start)
    known = tuple(start for start, _ in reading.skills)
    return Sheet(body_style(reading.lines), median(gaps) if gaps else 0.0, edges, contacts, known)


def inside(offsets: Sequence[int], line: LineView) -> int:
    """How many of the offsets lie in the line."""
    return bisect_left(offsets, line.end) - bisect_left(offsets, line.start)


def step(number: float, borders: Sequence[float]) -> str:
    """The step of a number between borders."""
    return str(sum(number >= border for border in borders))


def line_words(line: LineView) -> list[str]:
    """The first and last words of a line as features."""
    words = tokens(line.text)
    if not words:
        return ["w=-"]
    made = [f"w0={words[0]}", f"wn={words[-1]}", f"e0={words[0][-4:]}"]
    if len(words) > 1:
        made.append(f"w01={words[0]} {words[1]}")
    return made + ([f"w={word}" for word in words] if len(words) <= SHORT else [])


def line_look(line: LineView, sheet: Sheet) -> list[str]:
    """The look of a line beside the body of the text."""
    made = [f"size={step(line.size, SIZES)}", f"heading={round(2 * heading_score(line, sheet.body)) / 2}"]
    made += ["bold"] if line.bold and not sheet.body[1] else []
    made += ["italic"] if line.italic and not sheet.body[2] else []
    made += ["upper"] if line.upper else []
    made += ["color"] if line.style[4] != sheet.body[4] else []
    made += ["level"] if line.level else []
    made += ["leadbold"] if line.lead[1] and not line.bold else []
    made += ["leaditalic"] if line.lead[2] and not line.italic else []
    made += ["body"] if line.style == sheet.body else []
    return made


def line_place(line: LineView, sheet: Sheet, count: int) -> list[str]:
    """Where a line stands."""
    made = ["bullet"] if line.bullet else []
    made += ["block"] if line.block_start else []
    made += ["tab"] if line.wide else []
    if line.gap is not None and sheet.gap > 0:
        made.append("gap=wide" if line.gap > WIDE_GAP * sheet.gap else "gap=small" if line.gap < NO_GAP * sheet.gap else "gap=usual")
    else:
        made.append("gap=none")
    edge = sheet.edges.get((line.page, line.column))
    if edge is not None and line.x0 is not None:
        made.append(f"indent={line.x0 > edge + INDENT}")
    made += [f"top={line.index}"] if line.index < TOP_LINES else []
    made += ["foot"] if line.index >= count - 2 else []
    made += ["early"] if line.index < count * 0.1 else []
    made += [f"column={min(line.column, 2)}"]
    return made


def line_signs(line: LineView, sheet: Sheet, cues: Cues) -> list[str]:
    """What the rules say of a line."""
    kind = kind_of(line) if not line.dates else None
    made = [f"kind={kind}", f"words={step(line.words, STEPS)}"]
    made += [f"dates={'range' if any(not found.single for found in line.dates) else 'one'}"] if line.dates else []
    made += ["dateonly"] if line.dates and not any(ch.isalnum() for ch in line.undated) else []
    made += ["dateleads"] if leads_with_date(line) else []
    made += ["prose"] if is_prose(line) else []
    made += ["label"] if is_label(line) else []
    made += ["lower"] if line.starts_lower else []
    made += [f"ends={line.text[-1]}"] if line.text[-1] in ".:,;" else []
    made += [f"commas={min(line.text.count(','), 3)}"]
    made += ["colon"] if ":" in line.text[:-1] else []
    made += ["digits"] if any(ch.isdigit() for ch in line.undated) else []
    for label in ("email", "phone", "url"):
        made += [label] if inside(sheet.contacts.get(label, []), line) else []
    known = inside(sheet.known, line)
    made += [f"skills={min(known, 3)}"] if known else []
    made += ["language"] if line.words <= SHORT and any(word in language_names() for word in tokens(line.text)) else []
    return made + (cue_signs(line, cues) if line.words <= SHORT + len(line.dates) * 4 else [])


def cue_signs(line: LineView, cues: Cues) -> list[str]:
    """What the cues say of a short line, without its dates."""
    text = line.undated.strip(" ,;|-–()•")
    if not text:
        return []
    scores = (("t", cues.title(text)), ("o", cues.organisation(text)), ("d", cues.degree(text)), ("s", cues.school(text)))
    made = [f"{name}={round(2 * score)}" for name, score in scores]
    return made + (["place"] if any(span.score >= PLACE_SURE for span in find_places(text)) else [])


def document_features(reading: Reading, cues: Cues) -> list[list[str]]:
    """The features of all lines of a document; each line sees the main ones of its neighbours too."""
    sheet = sheet_of(reading)
    lines = reading.lines
    shape = [[*line_look(line, sheet), *line_place(line, sheet, len(lines)), *line_signs(line, sheet, cues)] for line in lines]
    made = []
    for at, line in enumerate(lines):
        own = [*line_words(line), *shape[at]]
        for shift in (-2, -1, 1, 2):
            if 0 <= at + shift < len(lines):
                own += [f"{shift:+}{feature}" for feature in shape[at + shift]] if abs(shift) == 1 else far(shape[at + shift], shift)
                own += [f"{shift:+}same"] if lines[at + shift].style == line.style else []
            else:
                own.append(f"{shift:+}none")
        made.append(own)
    return made


def far(shape: Sequence[str], shift: int) -> list[str]:
    """The features of a line two lines away that matter."""
    return [f"{shift:+}{feature}" for feature in shape if feature.startswith(("dates", "bullet", "prose", "kind=", "words", "block"))]
