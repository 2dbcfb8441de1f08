"""Headings and sections from sketches of whole resumes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.nlp.page import document_of, jobs, kinds, read, studies, values

ENGLISH = """
## Mara Quillon
mara.quillon@example.com

# Profile
Careful bookkeeper with ten years of practice in small firms.

# Work Experience
= Bookkeeper\t2015 - 2020
/ Ledger & Sons Ltd
- Kept the books.

# Education
= BSc Accounting\t2011 - 2014
/ University of Northfield

# Skills
Excel, SAP, Sage

# Languages
English (native), French (B2)
"""


def test_a_label_of_a_form_is_no_heading_where_the_section_has_one() -> None:
    form = "Degree: BSc Accounting\nSchool: University of Northfield\n2011 - 2014"
    text = f"## Mara Quillon\n\n# Education\n{form}\n\n# Skills\nEducation: Moodle, Kahoot"
    assert kinds(text) == ["education", "skills"]
    assert values(text, "skill") == ["Moodle", "Kahoot"]


def test_bold_lines_head_the_main_sections_of_a_plain_document() -> None:
    job = "= Clerk, Quarrel Ltd\n2015 - 2020\nFiled the letters of the firm and kept its books"
    text = f"## Mara Quillon\nClerk\n= Experience\n{job}\n= Education\n= BSc Physics\nUniversity of Northfield\n2011 - 2014"
    assert kinds(text) == ["experience", "education"]


def test_a_clause_of_consent_interrupts_its_section() -> None:
    text = ENGLISH.replace("English (native)", "I hereby consent to the processing of my personal data.\n\nEnglish (native)")
    assert values(text, "language") == ["English", "French"]
    assert "misc" not in kinds(ENGLISH)


def test_place_and_day_over_the_signature_are_no_interest() -> None:
    text = ENGLISH + "\n# Interests\nSailing, chess\nLeeds, 3 January 2026"
    assert values(text, "interest") == ["Sailing", "chess"]


def test_languages_among_the_skills_are_languages_where_no_section_has_them() -> None:
    text = "## Mara Quillon\n\n# Experience\n= Clerk\t2015 - 2020\nLedger Ltd\n\n# Skills\nExcel, German (fluent), SAP"
    assert (values(text, "skill"), values(text, "language")) == (["Excel", "SAP"], ["German"])


def test_an_acronym_heads_a_section_in_the_print_of_the_others() -> None:
    assert kinds(ENGLISH + "\n# GDPR\nNo data may be kept.") == [*kinds(ENGLISH), "misc"]


FRENCH = """
## Lucie Marchenoir
lucie.marchenoir@example.com

# Profil
Comptable rigoureuse avec dix ans de pratique dans de petites entreprises.

# Expérience professionnelle
= Comptable\t2015 - 2020
/ Cabinet Delorme SARL
- Tenue des comptes.

# Formation
= Licence de comptabilité\t2011 - 2014
/ Université de Bourgogne

# Compétences
Excel, SAP, Sage

# Langues
Français (langue maternelle), anglais (B2)
"""

GERMAN = """
## Jonas Birkholz
jonas.birkholz@example.com

# Profil
Sorgfältiger Buchhalter mit zehn Jahren Praxis in kleinen Betrieben.

# Berufserfahrung
= Buchhalter\t2015 - 2020
/ Kontor Nord GmbH
- Führung der Bücher.

# Ausbildung
= Bachelor Betriebswirtschaft\t2011 - 2014
/ Universität Rostock

# Kenntnisse
Excel, SAP, DATEV

# Sprachen
Deutsch (Muttersprache), Englisch (B2)
"""

SPANISH = """
## Irene Valdemoro
irene.valdemoro@example.com

# Perfil
Contable cuidadosa con diez años de práctica en empresas pequeñas.

# Experiencia laboral
= Contable\t2015 - 2020
/ Gestoría Robledo S.L.
- Llevaba los libros.

# Formación académica
= Grado en Contabilidad\t2011 - 2014
/ Universidad de Salamanca

# Habilidades
Excel, SAP, Sage

# Idiomas
Español (nativo), inglés (B2)
"""


@pytest.mark.parametrize("sketch", [ENGLISH, FRENCH, GERMAN, SPANISH], ids=["en", "fr", "de", "es"])
def test_headings_are_known_in_four_languages(sketch: str) -> None:
    assert kinds(sketch) == ["summary", "experience", "education", "skills", "languages"]


@pytest.mark.parametrize("sketch", [ENGLISH, FRENCH, GERMAN, SPANISH], ids=["en", "fr", "de", "es"])
def test_each_section_is_read_for_what_its_heading_says(sketch: str) -> None:
    assert len(jobs(sketch)) == 1
    assert len(studies(sketch)) == 1
    assert values(sketch, "skill")[:2] == ["Excel", "SAP"]
    assert len(values(sketch, "language")) == 2


def test_a_heading_needs_no_larger_print() -> None:
    assert kinds("""
= Ada Brill

EXPERIENCE
Baker\t2015 - 2020
Crumb & Co

EDUCATION
Certificate in Baking\t2014
Riverside College
""") == ["experience", "education"]


def test_a_heading_set_wide_is_read() -> None:
    found = kinds("""
# E X P E R I E N C E
= Baker\t2015 - 2020
/ Crumb & Co

# E D U C A T I O N
= Certificate in Baking\t2014
/ Riverside College
""")
    assert found == ["experience", "education"]


def test_numbers_icons_and_colons_around_a_heading_do_not_matter() -> None:
    found = kinds("""
# 1. Experience:
= Baker\t2015 - 2020
/ Crumb & Co

# ★ Education
= Certificate in Baking\t2014
/ Riverside College
""")
    assert found == ["experience", "education"]


def test_an_unknown_heading_is_known_by_its_look() -> None:
    found = kinds("""
# Experience
= Baker\t2015 - 2020
/ Crumb & Co
- Baked bread.

# Education
= Certificate in Baking\t2014
/ Riverside College

# Beyond the oven
Sang in three choirs.
""")
    assert found == ["experience", "education", "misc"]


def test_text_under_an_unknown_heading_joins_no_entry() -> None:
    entries = read("""
# Experience
= Baker\t2015 - 2020
/ Crumb & Co
- Baked bread.

# Beyond the oven
Sang in three choirs and led one of them for years.

# Education
= Certificate in Baking\t2014
/ Riverside College
""").entries
    description = entries[0].first("description")
    assert description is not None
    assert description.value == "Baked bread."


@pytest.mark.parametrize("word", ["Languages", "Projects", "Skills:", "Tasks", "Courses", "Summary"])
def test_a_plain_sub_heading_inside_a_job_starts_no_section(word: str) -> None:
    sketch = f"""
# Experience
= Developer\t2018 - 2020
/ Norvale Systems Ltd
- Built the billing service.
{word}
- Moved the archive.

= Tester\t2015 - 2018
/ Quarrel Labs Ltd
- Wrote tests.

# Education
= BSc Physics\t2011 - 2014
/ University of Northfield
"""
    assert kinds(sketch) == ["experience", "education"]
    assert [row[0] for row in jobs(sketch)] == ["Developer", "Tester"]


@pytest.mark.parametrize("word", ["Projects", "Key Skills", "Courses", "Achievements"])
def test_a_bold_sub_heading_in_smaller_print_starts_no_section(word: str) -> None:
    sketch = f"""
# Experience
= Developer\t2018 - 2020
/ Norvale Systems Ltd
- Built the billing service.

= {word}
- Moved the archive.

# Education
= BSc Physics\t2011 - 2014
/ University of Northfield
"""
    assert kinds(sketch) == ["experience", "education"]


def test_a_label_beside_its_content_is_a_heading() -> None:
    sketch = """
= Ada Brill
ada.brill@example.com

Skills: Python, SQL, Docker

Languages: English (native), Welsh (B1)
"""
    assert kinds(sketch) == ["skills", "languages"]
    assert values(sketch, "skill") == ["Python", "SQL", "Docker"]
    assert values(sketch, "language") == ["English", "Welsh"]


def test_headings_in_a_left_margin_stand_beside_their_sections() -> None:
    sketch = """
*Experience\tBaker, Crumb & Co Ltd, 2015 - 2020
Baked bread.

*Education\tCertificate in Baking, Riverside College, 2014

*Skills\tBaking, Pastry, Ordering
"""
    assert kinds(sketch) == ["experience", "education", "skills"]


def test_a_heading_word_inside_a_sentence_is_no_heading() -> None:
    found = kinds("""
# Profile
Baker with long
experience
in small towns and a liking for early mornings.

# Experience
= Baker\t2015 - 2020
/ Crumb & Co
""")
    assert found == ["summary", "experience"]


def test_programming_languages_are_no_section_of_languages() -> None:
    sketch = """
# Experience
= Developer\t2015 - 2020
/ Norvale Systems Ltd

# Skills
= Languages
Python, Go, Rust
= Databases
PostgreSQL, Redis
"""
    assert kinds(sketch) == ["experience", "skills"]
    assert values(sketch, "language") == []


def test_a_document_without_headings_is_one_part() -> None:
    sections = read("The weather was fine.\nNothing happened.").sections
    assert [(section.kind, section.heading) for section in sections] == [("header", None)]


def test_the_sections_cover_the_document_without_overlap() -> None:
    sections = read(ENGLISH).sections
    assert sections[0].first == 0
    for before, after in pairwise(sections):
        assert before.last == after.heading
        assert after.first == before.last + 1
    assert sections[-1].last == len(document_of(ENGLISH).lines)
