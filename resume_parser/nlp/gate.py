"""Is the text a resume at all? An invoice has a phone number and a place, a letter a name and an e-mail, but no candidate."""

from __future__ import annotations

from resume_parser.entities import Entry
from resume_parser.nlp.reading import LARGER, LineView, Reading
from resume_parser.resources import letters

RESUME_SECTIONS = frozenset({"experience", "education", "skills", "soft_skills", "languages", "certifications", "personal", "volunteering"})
MAIN_SECTIONS = frozenset({"experience", "education"})
FEWEST_SECTIONS = 2  # kinds of section that make a text without jobs and degrees a resume
HEAD_LINES = 4  # lines at the top in which the name of the candidate stands, if not in larger print


def close_gate(reading: Reading) -> None:
    """Removes everything where the text is no resume."""
    if not is_resume(reading):
        reading.entities.clear()
        reading.entries.clear()


def is_resume(reading: Reading) -> bool:
    """The text has a job or a degree, the sections of a resume, or the name of its owner beside one section or contact data."""
    kinds = {section.kind for section in reading.sections} & RESUME_SECTIONS
    if any(tells(entry) for entry in reading.entries) or len(kinds) >= FEWEST_SECTIONS:
        return True
    reachable = any(entity.label in ("email", "phone") for entity in reading.entities)
    if not has_owner(reading):
        return reachable and bool(kinds & MAIN_SECTIONS)
    mailed = any(entity.label == "email" for entity in reading.entities)
    return bool(kinds if reachable else kinds - {"personal"}) or (mailed and not is_letter(reading))


def tells(entry: Entry) -> bool:
    """The entry has a date, or a title with an organisation: one name alone can be any line under a word such as "Training"."""
    names = entry.first("title") and (entry.first("company") or entry.first("school"))
    return bool(names or entry.first("date_start") or entry.first("date_end"))


def has_owner(reading: Reading) -> bool:
    """The name stands at the top or in larger print: the text is about one person."""
    name = next((entity for entity in reading.entities if entity.label == "name"), None)
    line = next((line for line in reading.lines if name and line.start <= name.start < line.end), None)
    return line is not None and (line.index < HEAD_LINES or line.size > LARGER)


def is_letter(reading: Reading) -> bool:
    """The text opens with a salutation and closes as letters do."""
    return any(starts(line, "salutations") for line in reading.lines) and any(starts(line, "closings") for line in reading.lines)


def starts(line: LineView, words: str) -> bool:
    """The line begins with one of the words of letters of this list."""
    return line.folded.startswith(letters()[words])
