"""Labelled resumes for training: content, printed by a random design, through the layout stage of the engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.corpus.content import Resume
from models.corpus.designs.dice import Dice
from models.corpus.designs.noise import plain_text, scanned
from models.corpus.designs.printing import closing, printed
from models.corpus.designs.program import Program, program
from models.corpus.designs.running import written
from models.corpus.designs.skeletons import DESIGNS, Plan, plan
from models.corpus.designs.tagged import Mark, line_roles, value_marks
from models.corpus.enriching import Lenders
from models.corpus.vocabulary import LANGUAGES as CONTENT
from resume_parser.document import Document
from resume_parser.layout import arrange
from resume_parser.locales import LANGUAGES as LOCALES

FAMILIES = tuple(f"{skeleton}.{family}" for skeleton, families in DESIGNS.items() for family in families)
RUNNING, SCANNED, PLAIN = 0.3, 0.1, 0.15  # shares: without boxes; with the noise of OCR; of those without boxes, without style
LANGUAGES = tuple(language for language in CONTENT if language in LOCALES)  # those with words for both content and headings


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled resume."""

    language: str  # ISO 639-1
    design: str  # skeleton of the page and family of the entries: a name of FAMILIES
    document: Document  # after the layout stage: text, lines and offsets are final
    marks: tuple[Mark, ...]  # values in the order of the text
    roles: tuple[Mark, ...]  # of lines in their order; a heading in the line of its content is a mark of its own
    resume: Resume  # what is printed; models/corpus/gold.py leaves out what the design does not show
    date_form: str  # a name of FORMS in designs/dates.py, "" where entries have no dates


def samples(count: int, seed: int, languages: Sequence[str] = LANGUAGES) -> Iterator[Sample]:
    """`count` labelled resumes; the same ones for the same seed."""
    from models.corpus.people import resumes

    lenders = Lenders()
    for number, resume in enumerate(resumes(count, seed, languages)):
        dice = Dice(f"{seed} {number}")
        yield sample(lenders.enriched(resume, dice), dice)


def sample(resume: Resume, dice: Dice, design: str | None = None) -> Sample:
    """A resume in a random design, or in a given one of FAMILIES."""
    design = design or dice.choice(FAMILIES)
    choices, arrangement = planned(resume, dice, design)
    if dice.chance(RUNNING):
        document, labels = written(choices, arrangement)
        document = plain_text(document) if dice.chance(PLAIN) else document
    else:
        sheet = printed(choices, arrangement, resume.person)
        document, labels = sheet.document(), sheet.values.labels
        document = scanned(document, dice) if dice.chance(SCANNED) else document
    arranged = arrange(document)
    form = "" if choices.dateless else choices.dates.form
    return Sample(resume.language, design, arranged, value_marks(arranged, labels), line_roles(arranged), resume, form)


def planned(resume: Resume, dice: Dice, design: str) -> tuple[Program, Plan]:
    """The choices and the arrangement of a resume in a design."""
    skeleton, family = design.split(".")
    choices = program(dice, resume.language, family=family, rail=skeleton == "rail")
    arrangement = plan(choices, resume, skeleton)
    return choices, arrangement.closed(closing(choices))
