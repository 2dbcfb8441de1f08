"""The designs: labels that survive typesetting and layout, known roles, and pages that equal those of real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest

from models.corpus.content import Resume
from models.corpus.designs.dice import Dice
from models.corpus.designs.printing import printed
from models.corpus.designs.running import Writer, below_head
from models.corpus.designs.runs import Para, Run, Style
from models.corpus.designs.tagged import Share, Tagged, line_roles, value_marks
from models.corpus.designs.typeset import STANDARD, Paper, Pen, Sheet
from models.corpus.designs.words import outside, tables
from models.corpus.samples import FAMILIES, LANGUAGES, Sample, planned, sample
from resume_parser.document import Document, Word
from resume_parser.extractors.docx import extract as extract_word
from resume_parser.extractors.pdf import extract
from resume_parser.layout import arrange
from resume_parser.locales import load
from resume_parser.options import Options
from tests.models.hand_made import ENGLISH, GERMAN
from tests.models.paper import pdf_file, printable
from tests.models.word_file import word_file

ROLES = {
    "name", "headline", "contact", "personal", "summary", "job", "study", "project", "volunteering", "company", "description",
    "label", "item", "furniture", "reference", "other", *(f"heading:{kind}" for kind in load("en").headings),
}  # fmt: skip
RESUMES = (ENGLISH, GERMAN)
SEEDS = 60
PAGES = 40
DOCUMENTS = 12
OPTIONS = Options(ocr="off")


@lru_cache(maxsize=1)
def made() -> tuple[tuple[Resume, Sample], ...]:
    """Samples of both resumes in many designs."""
    return tuple((resume, sample(resume, Dice(f"test {seed}"))) for resume in RESUMES for seed in range(SEEDS))


def texts(given: Sample, label: str) -> list[str]:
    """What the marks of a label cover, in small letters with plain spaces."""
    found = [given.document.text[mark.start : mark.end] for mark in given.marks if mark.label == label]
    return [" ".join(text.split()).casefold() for text in found]


def values(resume: Resume) -> dict[str, set[str]]:
    """The values of a resume by label."""
    entries = (*resume.jobs, *resume.projects, *resume.volunteering)
    found = {
        "title": {job.title for job in entries},
        "company": {job.company for job in entries if job.company},
        "school": {study.school for study in resume.studies},
        "degree": {study.degree for study in resume.studies if study.degree},
        "language": {name for name, _ in resume.spoken},
        "skill": {name for group in resume.skills for name in group.names} | set(resume.soft_skills),
        "email": {resume.person.email or ""},
        "phone": {resume.person.phone or ""},
    }
    return {label: {" ".join(text.split()).casefold() for text in known} for label, known in found.items()}


def test_whole_marks_have_the_text_of_a_value_of_their_label() -> None:
    for resume, given in made():
        if given.document.format == "png":
            continue
        for label, known in values(resume).items():
            pieces = " ".join(known)
            assert all(text in known or text in pieces for text in texts(given, label)), (given.design, label)


def test_nearly_all_values_of_a_resume_are_marked_in_one_piece() -> None:
    found = total = 0
    for resume, given in made():
        if given.document.format == "png":
            continue
        for label, known in values(resume).items():
            found += len(known & set(texts(given, label)))
            total += len(known)
    assert found > 0.95 * total


def test_every_role_is_known_and_every_line_has_one() -> None:
    for _, given in made():
        assert {mark.label for mark in given.roles} <= ROLES
        starts = {mark.start for mark in given.roles}
        assert all(line.start in starts for line in given.document.lines)


def test_marks_stand_in_order_inside_the_text() -> None:
    for _, given in made():
        assert all(before.end <= after.start for before, after in zip(given.marks, given.marks[1:], strict=False))
        assert all(0 <= mark.start < mark.end <= len(given.document.text) for mark in given.marks)


def test_the_same_seed_gives_the_same_sample() -> None:
    first, second = sample(ENGLISH, Dice("same")), sample(ENGLISH, Dice("same"))
    assert first == second


@pytest.mark.parametrize("design", FAMILIES)
def test_every_design_prints_every_job(design: str) -> None:
    given = sample(ENGLISH, Dice(f"job {design}"), design)
    assert given.design == design
    title = "data engineer"
    assert any(title in text for text in texts(given, "title"))


def pages() -> Iterator[tuple[str, Document, Document]]:
    """Printable pages as the typesetter gives them and as the extractor reads them from a PDF."""
    for seed in range(PAGES):
        dice = Dice(f"page {seed}")
        design = dice.choice(FAMILIES)
        sheet = printed(*planned(ENGLISH, dice, design), ENGLISH.person)
        document = sheet.document()
        if sheet.shape == STANDARD and printable(document):
            yield design, document, extract(pdf_file(document, sheet), OPTIONS)


def look(word: Word) -> tuple[str, float, bool, bool, int, str | None]:
    return word.text, round(word.size, 1), word.bold, word.italic, word.color, word.hidden


def test_a_real_pdf_of_a_page_gives_the_same_words_and_text() -> None:
    seen = 0
    for design, document, read in pages():
        ours = [word for line in document.all_lines() for word in line.words]
        theirs = [word for line in read.all_lines() for word in line.words]
        assert list(map(look, ours)) == list(map(look, theirs)), design
        for mine, other in zip(ours, theirs, strict=True):
            assert mine.box is not None
            assert other.box is not None
            lean = 0.2 * mine.size if mine.italic else 0.5  # slanted letters lean out of their box
            assert abs(mine.box.x0 - other.box.x0) < lean, (design, mine.text)
            assert abs(mine.box.top - other.box.top) < 0.5
            assert abs(mine.box.bottom - other.box.bottom) < 0.5
        assert arrange(document).text == arrange(read).text
        seen += 1
    assert seen > PAGES // 8


def sheet_of(*paras: Para) -> Sheet:
    """Paragraphs on one page of 300 by 400 points."""
    sheet = Sheet(Paper(300, 400, 20, 20, 20, 20), 1.2)
    sheet.set_flow(paras, 20, 260, Pen(0, 20))
    return sheet


def test_a_value_that_wraps_is_one_mark_and_a_comma_behind_it_is_not_part_of_it() -> None:
    style = Style(12)
    sheet = sheet_of(
        Para((Run("Head of the department for very long job titles of all kinds", style, "title"), Run(", 2019", style)), "job")
    )
    document = arrange(sheet.document())
    marks = value_marks(document, sheet.values.labels)
    assert [document.text[mark.start : mark.end].replace("\n", " ") for mark in marks] == [
        "Head of the department for very long job titles of all kinds"
    ]
    assert len(document.lines) > 1


def test_a_heading_in_the_line_of_its_content_has_a_mark_of_its_own() -> None:
    style = Style()
    runs = (Run("Skills: ", style, role="heading:skills"), Run("Python", style, "skill"))
    document = arrange(sheet_of(Para(runs, "item")).document())
    assert [(document.text[mark.start : mark.end], mark.label) for mark in line_roles(document)] == [
        ("Skills:", "heading:skills"),
        ("Python", "item"),
    ]


def test_letter_spaced_text_keeps_its_label() -> None:
    sheet = sheet_of(Para((Run("Jane Example", Style(20, caps=True, spaced=True), "name"),), "name"))
    document = arrange(sheet.document())
    marks = value_marks(document, sheet.values.labels)
    assert [" ".join(document.text[mark.start : mark.end].split()) for mark in marks] == ["JANE EXAMPLE"]


def test_a_word_that_the_layout_stage_makes_longer_belongs_whole_to_the_value_that_reached_its_end() -> None:
    word = Tagged("Entwick-", shares=(Share(0, 8, 5),), length=8)
    assert list(replace(word, text="Entwicklung,").ranges()) == [(0, 12, 5)]
    assert list(replace(word, text="Ent", shares=(Share(0, 4, 5), Share(4, 8, 6))).ranges()) == [(0, 3, 5)]


def words_of(document: Document) -> list[tuple[object, ...]]:
    """All that the parser sees of the words of an arranged document without boxes."""
    lines = document.lines
    return [(*look(word), word.gap, line.level, line.bullet, line.column) for line in lines for word in line.words]


def test_a_real_word_file_of_a_design_gives_the_same_words_and_text() -> None:
    for seed in range(DOCUMENTS):
        dice = Dice(f"word {seed}")
        choices, arrangement = planned(ENGLISH, dice, dice.choice(FAMILIES))
        flow = (*arrangement.head, *below_head(choices, arrangement))
        listed = dice.chance(0.5)
        ours = arrange(Writer(levels=arrangement.levels, listed=listed).document(flow))
        theirs = arrange(extract_word(word_file(flow, levels=arrangement.levels, listed=listed), OPTIONS))
        assert ours.text == theirs.text
        assert words_of(ours) == words_of(theirs)


def test_the_words_around_values_are_there_in_every_language() -> None:
    kinds = {language: set(words) for language, words in tables().items()}
    sections = {language: set(words) for language, words in outside().items()}
    assert all(found == kinds["en"] for found in kinds.values())
    assert all(found == sections["en"] for found in sections.values())
    assert set(LANGUAGES) <= set(kinds)


def test_no_line_ends_inside_a_letter_spaced_word() -> None:
    sheet = sheet_of(Para((Run("Professional experiences abroad", Style(20, caps=True, spaced=True)),), "other"))
    document = arrange(sheet.document())
    assert " ".join(document.text.split()) == "PROFESSIONAL EXPERIENCES ABROAD"
    assert len(document.lines) > 1


def test_the_date_of_birth_is_marked_under_headings_of_any_language() -> None:
    for resume, given in made():
        if given.document.format != "png":
            born = next(text for label, text in resume.person.personal if label in ("Date of birth", "Geburtsdatum"))
            assert born.casefold() in texts(given, "birth")


def test_a_line_with_the_name_is_a_name_line_whatever_stands_beside_it() -> None:
    style = Style(12)
    sheet = sheet_of(Para((Run("Ida Ek", style, "name"), Run(" ida.ek@mail.example.org", style, "email", role="contact")), "name"))
    document = arrange(sheet.document())
    assert [mark.label for mark in line_roles(document)] == ["name"]
