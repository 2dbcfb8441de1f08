"""The whole NLP stage: its components in order, and what holds for every document."""

from __future__ import annotations

import time

import pytest

from resume_parser.document import Document, Page
from resume_parser.entities import Annotations
from resume_parser.nlp.pipeline import STEPS, annotate, load_pipeline
from tests.nlp.page import OPTIONS, document_of, read

BUDGET = 3.0  # CPU seconds for a document of 1,000 words on a slow machine; it takes about a tenth

RESUME = """
## Helen Marchbank
helen.marchbank@example.com | +44 7700 900123

# Work Experience
= Developer\t2018 - 2020
/ Norvale Systems Ltd, Leeds
- Built the billing service with Python and Docker.

= Tester\t2015 - 2018
/ Quarrel Labs Ltd
- Wrote tests.

# Education
= BSc Physics\t2011 - 2014
/ University of Northfield

# Skills
Python (advanced), SQL

# Languages
English (native), French (B2)
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I have worked for many years in small teams and I like to write tools that help the people around me.", "en"),
        ("Je travaille depuis dix ans dans de petites équipes et j'aime écrire des outils pour les gens qui m'entourent.", "fr"),
        ("Ich arbeite seit zehn Jahren in kleinen Teams und schreibe gern Werkzeuge, die den Menschen um mich helfen.", "de"),
        ("Trabajo desde hace diez años en equipos pequeños y me gusta escribir herramientas para la gente que me rodea.", "es"),
    ],
)
def test_the_language_of_the_text_is_set(text: str, language: str) -> None:
    assert read(text).language == language


def test_sections_are_counted_in_lines_of_the_document_where_headings_stand_before_their_content() -> None:
    jobs = "# Experience\n= Developer\t2018 - 2020\nNorvale Ltd"
    document = document_of(f"## Helen Marchbank\n\n{jobs}\n\n# Skills: Python, SQL\n\n# Languages: English")
    sections = annotate(document, OPTIONS).sections
    assert [(section.kind, section.heading) for section in sections] == [
        ("header", None),
        ("experience", 1),
        ("skills", 4),
        ("languages", 5),
    ]
    assert all(section.last <= len(document.lines) for section in sections)


def test_an_empty_document_gives_empty_annotations() -> None:
    for document in (Document("pdf", (), 0), Document("docx", (Page(1, None, None, ()),), 1)):
        assert annotate(document, OPTIONS) == Annotations("en")


def test_the_components_are_listed_in_the_order_in_which_they_run() -> None:
    names = load_pipeline().pipe_names
    assert names == ["lexicon", *(name for name, _ in STEPS)]
    order = [names.index(name) for name in ("lexicon", "lines", "contacts", "dates", "sections", "person", "entries", "lists")]
    assert order == sorted(order)


def test_the_pipeline_is_built_once() -> None:
    assert load_pipeline() is load_pipeline()


def test_the_same_document_always_reads_the_same() -> None:
    first = read(RESUME)
    read("Another text in between, about Python and SQL.")
    assert read(RESUME) == first


def test_every_part_of_a_resume_is_read() -> None:
    annotations = read(RESUME)
    labels = {entity.label for entity in annotations.entities}
    assert {"name", "first_name", "last_name", "email", "phone", "skill", "language"} <= labels
    assert [entry.kind for entry in annotations.entries] == ["experience", "experience", "education"]


def test_every_entity_shows_the_text_it_points_at() -> None:
    document = document_of(RESUME)
    annotations = annotate(document, OPTIONS)
    every = [*annotations.entities, *(entity for entry in annotations.entries for entity in entry.fields)]
    assert every
    for entity in every:
        assert 0 <= entity.start < entity.end <= len(document.text)
        assert entity.text.split() == document.text[entity.start : entity.end].split()
        assert 0.0 <= entity.score <= 1.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Plain words, with marks. And more!",
        "Two  spaces\tand\n\nblank lines\n",
        " leading and trailing ",
        "C++ / C# – Node.js · l’été · naïve · 4.5 % · jane@example.com",
        "简历 résumé Ελλάδα 🙂 \u00a0 end",
        RESUME,
    ],
)
def test_the_text_of_the_doc_is_the_text_of_the_document(text: str) -> None:
    assert load_pipeline().make_doc(text).text == text


def test_a_document_of_a_thousand_words_is_read_in_bounded_time() -> None:
    job = (
        "= Developer\t{year} - {year}\n/ Norvale Systems Ltd\n"
        + "- Built the billing service with Python and kept it running for years.\n" * 7
    )
    sketch = "## Helen Marchbank\nhelen@example.com\n\n# Experience\n" + "\n".join(job.format(year=year) for year in range(2008, 2020))
    document = document_of(sketch)
    assert len(document.text.split()) >= 1000
    read(RESUME)
    start = time.process_time()
    annotations = annotate(document, OPTIONS)
    assert time.process_time() - start < BUDGET
    assert len(annotations.entries) == 12


def test_a_text_that_is_no_resume_gives_no_values() -> None:
    annotations = read("""
# Invoice 2019-114
Norvale Systems Ltd, 12 Rose Lane, Leeds LS1 4AP, United Kingdom
accounts@example.com | +44 7700 900123

Hosting of the billing service in March    1,200.00
Support    300.00
""")
    assert annotations.entities == ()
    assert annotations.entries == ()


def test_credits_of_templates_and_consent_clauses_are_no_skills() -> None:
    sketch = "## Ada Brill\nada.brill@example.com\n\n# Skills\nPython, SQL\nDesigned with love by Paper Moon\n"
    assert [skill.value for skill in read(sketch).every("skill")] == ["Python", "SQL"]
    clause = sketch.replace("Designed with love by Paper Moon", "I hereby consent to the processing of my data, skills and photo.\nDocker")
    assert [skill.value for skill in read(clause).every("skill")] == ["Python", "SQL", "Docker"]
