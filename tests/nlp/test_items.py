"""Skills, languages, certifications, courses and interests from sketches of their sections."""

from __future__ import annotations

import pytest

from resume_parser.nlp.levels import is_level, split_level
from tests.nlp.page import levels, read, values

JOB = """
= Ada Brill
ada.brill@example.com

# Experience
= Developer\t2018 - 2020
/ Norvale Systems Ltd

"""


def skills(lines: str) -> list[tuple[str, str | None]]:
    return levels(JOB + "# Skills\n" + lines, "skill")


def languages(lines: str) -> list[tuple[str, str | None]]:
    return levels(JOB + "# Languages\n" + lines, "language")


@pytest.mark.parametrize(
    "lines",
    [
        "Python, SQL, Docker",
        "Python; SQL; Docker",
        "Python | SQL | Docker",
        "Python • SQL • Docker",
        "Python\tSQL\tDocker",
        "Python\nSQL\nDocker",
        "- Python\n- SQL\n- Docker",
        "- Python, SQL\n- Docker",
        "Python, SQL,\nDocker",
        "Python, SQL, Docker.",
    ],
)
def test_skills_are_parted_however_they_are_listed(lines: str) -> None:
    assert [name for name, _ in skills(lines)] == ["Python", "SQL", "Docker"]


@pytest.mark.parametrize(
    ("printed", "name", "level"),
    [
        ("Python (advanced)", "Python", "advanced"),
        ("Python: expert", "Python", "expert"),
        ("Python - intermediate", "Python", "intermediate"),
        ("Python – Grundkenntnisse", "Python", "Grundkenntnisse"),
        ("Python (avancé)", "Python", "avancé"),
        ("Python (avanzado)", "Python", "avanzado"),
        ("Python 80%", "Python", "80%"),
        ("Python 4/5", "Python", "4/5"),
        ("Python (5 years)", "Python", "5 years"),
        ("Python ●●●○○", "Python", None),
        ("Microsoft Office (Word, Excel)", "Microsoft Office (Word, Excel)", None),
        ("Data analysis", "Data analysis", None),
    ],
)
def test_a_skill_stands_apart_from_its_level(printed: str, name: str, level: str | None) -> None:
    assert split_level(printed) == (name, level)


def test_levels_reach_the_skills_of_the_document() -> None:
    assert skills("Python (advanced), SQL, Excel (beginner)") == [("Python", "advanced"), ("SQL", None), ("Excel", "beginner")]


def test_the_heads_of_groups_are_no_skills() -> None:
    assert [name for name, _ in skills("Databases: PostgreSQL, Redis\nProgramming languages: Python, Go")] == [
        "PostgreSQL",
        "Redis",
        "Python",
        "Go",
    ]


def test_a_bold_head_before_a_list_is_no_skill() -> None:
    assert [name for name, _ in skills("*Databases PostgreSQL, Redis\n*Clouds AWS, Azure")] == ["PostgreSQL", "Redis", "AWS", "Azure"]


def test_a_bold_head_above_a_list_is_no_skill() -> None:
    assert [name for name, _ in skills("= Databases\nPostgreSQL, Redis\n= Clouds\nAWS, Azure")] == ["PostgreSQL", "Redis", "AWS", "Azure"]


def test_a_sentence_is_no_skill() -> None:
    found = [name for name, _ in skills("Python, SQL\nUsed to working in a fast paced environment with many other people around.")]
    assert found == ["Python", "SQL"]


def test_a_comma_in_brackets_parts_no_skills() -> None:
    assert [name for name, _ in skills("Microsoft Office (Word, Excel), SAP")] == ["Microsoft Office (Word, Excel)", "SAP"]


def test_two_names_joined_by_and_are_two_skills() -> None:
    assert [name for name, _ in skills("HTML and CSS, Planning of events and fairs")] == ["HTML", "CSS", "Planning of events and fairs"]


def test_names_with_signs_are_kept_whole() -> None:
    assert [name for name, _ in skills("C++, C#, Node.js, ASP.NET, CI/CD")] == ["C++", "C#", "Node.js", "ASP.NET", "CI/CD"]


def test_soft_skills_are_told_from_hard_ones() -> None:
    found = {entity.value: entity.kind for entity in read(JOB + "# Skills\nPython, Teamwork, Communication").every("skill")}
    assert found == {"Python": "hard", "Teamwork": "soft", "Communication": "soft"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("English (native), French (B2)", [("English", "native"), ("French", "B2")]),
        ("English: native speaker\nGerman: fluent", [("English", "native speaker"), ("German", "fluent")]),
        ("- English - C1\n- Spanish - A2", [("English", "C1"), ("Spanish", "A2")]),
        ("English\tNative\nItalian\tBasic", [("English", "Native"), ("Italian", "Basic")]),
        ("Français (langue maternelle), anglais courant", [("Français", "langue maternelle"), ("anglais", "courant")]),
        ("Deutsch – Muttersprache\nEnglisch – verhandlungssicher", [("Deutsch", "Muttersprache"), ("Englisch", "verhandlungssicher")]),
        ("Español: nativo; Inglés: nivel alto", [("Español", "nativo"), ("Inglés", "nivel alto")]),
        ("English, Portuguese", [("English", None), ("Portuguese", None)]),
    ],
)
def test_languages_come_with_their_levels(lines: str, expected: list[tuple[str, str | None]]) -> None:
    assert languages(lines) == expected


@pytest.mark.parametrize("level", ["C1", "B1/B2", "fluent", "Muttersprache", "langue maternelle", "nativo", "80 %", "4/5", "3 years"])
def test_a_level_alone_is_known(level: str) -> None:
    assert is_level(level)


@pytest.mark.parametrize("text", ["Python", "Project management", "", "C4 models", "Customer service"])
def test_other_words_are_no_levels(text: str) -> None:
    assert not is_level(text)


def test_a_certification_is_its_name_without_issuer_and_year() -> None:
    sketch = JOB + "# Certifications\n- Forklift licence – Harbour Academy – 2019\n- First aid at work (2021)\n- Scrum Master"
    assert values(sketch, "certification") == ["Forklift licence", "First aid at work", "Scrum Master"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("September, 2001: Secure Desktop Administration", "Secure Desktop Administration"),
        ("Master plumber, lic. #2445", "Master plumber"),
        ("Professional Scrum Master I", "Professional Scrum Master I"),
    ],
)
def test_dates_and_numbers_around_a_certification_are_no_part_of_its_name(printed: str, name: str) -> None:
    assert values(f"{JOB}# Certifications\n- {printed}\n- Forklift licence", "certification") == [name, "Forklift licence"]


def test_a_level_before_a_known_skill_is_a_part_of_the_skill() -> None:
    assert values(JOB + "# Skills\nAdvanced Excel, Python, fluent", "skill") == ["Advanced Excel", "Python"]


def test_lines_that_tell_about_a_bold_certification_are_none() -> None:
    sketch = JOB + "# Certifications\n= Forklift licence\nA week of loading and stacking\n= Crane permit\nFor loads of up to ten tonnes"
    assert values(sketch, "certification") == ["Forklift licence", "Crane permit"]


def test_bold_and_plain_certifications_in_a_list_of_bullets_all_count() -> None:
    sketch = JOB + "# Certifications\n- **Forklift** **licence**\n- **Crane** **permit**\n- Scrum Master"
    assert values(sketch, "certification") == ["Forklift licence", "Crane permit", "Scrum Master"]


def test_interests_are_parted_at_commas() -> None:
    assert values(JOB + "# Interests\nChess, trail running, choir", "interest") == ["Chess", "trail running", "choir"]


def test_each_course_of_a_list_is_one_course() -> None:
    assert values(JOB + "# Courses\n- Advanced welding\n- Reading of plans", "course") == ["Advanced welding", "Reading of plans"]


def test_an_item_points_at_its_printed_text() -> None:
    sketch = JOB + "# Skills\nPython (advanced), SQL"
    first = read(sketch).every("skill")[0]
    assert first.text.startswith("Python")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("1. MYOB\n2. SAP", ["MYOB", "SAP"]),
        ("Python, and Excel", ["Python", "Excel"]),
        ("HTML CSS JavaScript\nVue.js Node.js", ["HTML", "CSS", "JavaScript", "Vue.js", "Node.js"]),
        ("Motivator & Leader", ["Motivator & Leader"]),
        ("Cloud (EC2 / S3 / RDS / KMS / SQS), Docker", ["Cloud (EC2 / S3 / RDS / KMS / SQS)", "Docker"]),
        ("Backend: NodeJS\nTools: Git, Jira, Docker, Vim", ["NodeJS", "Git", "Jira", "Docker", "Vim"]),
        ("2006\nPython", ["Python"]),
    ],
)
def test_what_belongs_to_the_name_of_a_skill(lines: str, expected: list[str]) -> None:
    assert [name for name, _ in skills(lines)] == expected


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("- Chartered Engineer (CEng\nMICE)\n- Scrum Master", ["Chartered Engineer (CEng MICE)", "Scrum Master"]),
        ("Driving of\nheavy goods vehicles\nScrum Master", ["Driving of heavy goods vehicles", "Scrum Master"]),
        ("Cryptography (Hill Academy)\nSecure code (School of Web)", ["Cryptography", "Secure code"]),
        ("Life support (ILS)\nFirst aid (FA)", ["Life support (ILS)", "First aid (FA)"]),
    ],
)
def test_a_certification_on_two_lines_is_one_and_its_issuer_in_brackets_none(lines: str, names: list[str]) -> None:
    assert values(f"{JOB}# Certifications\n{lines}", "certification") == names


def test_a_known_certificate_among_the_degrees_is_a_certification() -> None:
    sketch = (
        JOB + "# Education and certificates\nBachelor of Arts, Northmoor University, 2012 - 2015\nAWS Certified Cloud Practitioner — Amazon"
    )
    assert values(sketch, "certification") == ["AWS Certified Cloud Practitioner"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Sports: badminton, soccer\nMusic: jazz, choir", ["Sports", "Music"]),
        ("= Sports\nbadminton and soccer\n= Travel", ["Sports", "Travel"]),
        ("Sports [badminton, soccer]", ["Sports"]),
        ("Reading, Chess (club captain)", ["Reading", "Chess (club captain)"]),
    ],
)
def test_the_keywords_of_an_interest_are_no_interests(lines: str, names: list[str]) -> None:
    assert values(f"{JOB}# Interests\n{lines}", "interest") == names


def test_lists_after_labels_count_where_no_section_has_them() -> None:
    sketch = "## Ada Brill\nada.brill@example.com\nTools: Meteor, Docker\nHobbies: Chess, choir\n\n# Experience\n= Developer\t2018 - 2020\n"
    assert (values(sketch, "skill"), values(sketch, "interest")) == (["Meteor", "Docker"], ["Chess", "choir"])


def test_a_language_beside_its_label_in_another_section_is_found() -> None:
    assert [
        name for name, _ in levels(JOB + "# Personal information\nNationality: Irish\nLanguages known: English, Hindi", "language")
    ] == [
        "English",
        "Hindi",
    ]
