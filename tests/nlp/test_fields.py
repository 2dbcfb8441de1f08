"""Title, organisation and place of jobs and degrees from sketches of their sections."""

from __future__ import annotations

import pytest

from tests.nlp.page import jobs, places, read, studies


def names(text: str) -> list[tuple[str | None, str | None]]:
    """(title, company) of every job of a section."""
    return [row[:2] for row in jobs("# Experience\n" + text)]


def degrees(text: str) -> list[tuple[str | None, str | None]]:
    """(degree, school) of every study of a section."""
    return [row[:2] for row in studies("# Education\n" + text)]


LAYOUTS = [
    "= Nurse\t2015 - 2020\n/ Rosewood Clinic",
    "= Rosewood Clinic\t2015 - 2020\n/ Nurse",
    "= Nurse\n/ Rosewood Clinic\n2015 - 2020",
    "= Nurse\nRosewood Clinic | 2015 - 2020",
    "2015 - 2020\n= Nurse\n/ Rosewood Clinic",
    "2015 - 2020\t*Nurse\nRosewood Clinic",
    "2015 - 2020: Nurse, Rosewood Clinic",
    "Nurse, Rosewood Clinic, 2015 - 2020",
    "Nurse | Rosewood Clinic | 2015 - 2020",
    "Nurse – Rosewood Clinic (2015 - 2020)",
    "Nurse at Rosewood Clinic, 2015 - 2020",
    "Nurse @ Rosewood Clinic\t2015 - 2020",
    "*Nurse Rosewood Clinic\t2015 - 2020",
    "Employer: Rosewood Clinic\nPosition: Nurse\n2015 - 2020",
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_title_and_company_are_read_in_every_layout(layout: str) -> None:
    assert jobs(f"# Experience\n{layout}\n- Cared for patients.") == [("Nurse", "Rosewood Clinic", "2015", "2020")]


@pytest.mark.xfail(strict=True, reason="open: the field tagger outvotes the other entries of the section")
def test_the_other_entries_tell_which_name_is_the_company() -> None:
    found = names("""
= Kestrel\t2018 - 2020
/ Software Engineer
- Built things.

= Brightwater\t2015 - 2018
/ Data Analyst
- Counted things.

= Sable\t2012 - 2015
/ Scrum Wrangling
- Moved cards.
""")
    assert found == [("Software Engineer", "Kestrel"), ("Data Analyst", "Brightwater"), ("Scrum Wrangling", "Sable")]


def test_the_other_entries_tell_which_name_is_the_title() -> None:
    found = names("""
= Software Engineer\t2018 - 2020
/ Kestrel
- Built things.

= Scrum Wrangling\t2015 - 2018
/ Brightwater
- Moved cards.

= Data Analyst\t2012 - 2015
/ Sable
- Counted things.
""")
    assert found == [("Software Engineer", "Kestrel"), ("Scrum Wrangling", "Brightwater"), ("Data Analyst", "Sable")]


@pytest.mark.parametrize("company", ["Kontor Nord GmbH", "Norvale Systems Ltd", "Gestoría Robledo S.L.", "Cabinet Delorme SARL"])
def test_a_legal_form_marks_the_company_on_either_line(company: str) -> None:
    name = company.rstrip(".")
    above = names(f"= {company}\t2015 - 2020\n/ Winding and finishing\n- Wound and finished.")
    below = names(f"= Winding and finishing\t2015 - 2020\n/ {company}\n- Wound and finished.")
    assert [(found[0][1] or "").rstrip(".") for found in (above, below)] == [name, name]


@pytest.mark.parametrize("mark", ["(m/w/d)", "(m/f/d)", "(H/F)", "(w/m)"])
def test_a_mark_of_gender_does_not_hide_the_title(mark: str) -> None:
    title, company = names(f"= Kontor Nord\t2015 - 2020\n/ Entwickler {mark}\n- Baute Dienste.")[0]
    assert (title or "").startswith("Entwickler")
    assert company == "Kontor Nord"


@pytest.mark.parametrize(
    ("line", "company", "place"),
    [
        ("Rosewood Clinic, Leeds", "Rosewood Clinic", "Leeds"),
        ("Rosewood Clinic, Leeds, United Kingdom", "Rosewood Clinic", "Leeds, United Kingdom"),
        ("Rosewood Clinic | Leeds, UK", "Rosewood Clinic", "Leeds, UK"),
        ("Rosewood Clinic\tLeeds", "Rosewood Clinic", "Leeds"),
        ("Rosewood Clinic - Lyon", "Rosewood Clinic", "Lyon"),
    ],
)
def test_a_place_stands_apart_from_the_company(line: str, company: str, place: str) -> None:
    sketch = f"# Experience\n= Nurse\t2015 - 2020\n/ {line}\n- Cared for patients."
    assert [row[:2] for row in jobs(sketch)] == [("Nurse", company)]
    assert places(sketch) == [place]


def test_a_place_after_a_wide_gap_is_no_company() -> None:
    sketch = """
# Experience
= Rosewood Clinic\tLeeds, UK
/ Nurse\t2015 - 2020
- Cared for patients.
"""
    assert [row[:2] for row in jobs(sketch)] == [("Nurse", "Rosewood Clinic")]
    assert places(sketch) == ["Leeds, UK"]


@pytest.mark.parametrize("title", ["Store Manager - Retail", "Nurse – Ward for Children"])
def test_the_part_of_a_title_after_a_dash_stays_with_it(title: str) -> None:
    assert names(f"= {title}\t2015 - 2020\n/ Harbour Goods Ltd\n- Led a team.") == [(title, "Harbour Goods Ltd")]


@pytest.mark.parametrize("note", ["Full-time", "(5 years)", "CDI", "Vollzeit", "Freelance"])
def test_contract_and_duration_are_neither_title_nor_company(note: str) -> None:
    assert names(f"= Nurse\t2015 - 2020\nRosewood Clinic | {note}\n- Cared for patients.") == [("Nurse", "Rosewood Clinic")]


def test_a_job_that_names_no_employer_has_none() -> None:
    assert names("= Freelance Translator\t2015 - 2020\n- Translated manuals.")[0] == ("Freelance Translator", None)


@pytest.mark.parametrize(
    "layout",
    [
        "= BSc Physics\t2011 - 2014\n/ University of Northfield",
        "= University of Northfield\t2011 - 2014\n/ BSc Physics",
        "2011 - 2014\t*BSc *Physics\nUniversity of Northfield",
        "2011 - 2014\n= BSc Physics\nUniversity of Northfield",
        "BSc Physics, University of Northfield, 2011 - 2014",
        "BSc Physics | University of Northfield | 2011 - 2014",
        "BSc Physics at University of Northfield\t2011 - 2014",
    ],
)
def test_degree_and_school_are_read_in_every_layout(layout: str) -> None:
    assert studies(f"# Education\n{layout}") == [("BSc Physics", "University of Northfield", "2011", "2014")]


@pytest.mark.parametrize(
    ("degree", "school"),
    [
        ("Master of Science in Physics", "University of Northfield"),
        ("Licence de droit", "Université de Bourgogne"),
        ("Bachelor Betriebswirtschaft", "Hochschule Rostock"),
        ("Grado en Derecho", "Universidad de Salamanca"),
        ("Baccalauréat scientifique", "Lycée Victor Hugo"),
        ("Abitur", "Goethe-Gymnasium"),
    ],
)
def test_degrees_and_schools_of_four_languages_are_told_apart(degree: str, school: str) -> None:
    assert degrees(f"= {degree}\t2011 - 2014\n/ {school}") == [(degree, school)]
    assert degrees(f"= {school}\t2011 - 2014\n/ {degree}") == [(degree, school)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("= University of Northfield\t2011 - 2014\nMaster of Science\nApplied Physics", "Master of Science Applied Physics"),
        ("= University of Northfield\t2011 - 2014\nMSc, Applied Physics", "MSc, Applied Physics"),
        ("= MSc in Applied Physics\t2011 - 2014\nUniversity of Northfield", "MSc in Applied Physics"),
    ],
)
def test_a_degree_keeps_its_field_of_study(lines: str, expected: str) -> None:
    assert degrees(lines) == [(expected, "University of Northfield")]


def test_the_grade_is_no_part_of_degree_or_school() -> None:
    assert degrees("= BSc Physics\t2011 - 2014\nUniversity of Northfield, GPA: 3.8") == [("BSc Physics", "University of Northfield")]


def test_the_lone_year_of_a_study_is_its_end_and_that_of_a_job_its_start() -> None:
    assert studies("# Education\n= BSc Physics\t2014\n/ University of Northfield")[0][2:] == (None, "2014")
    assert jobs("# Experience\n= Nurse\t2014\n/ Rosewood Clinic")[0][2:] == ("2014", None)


def test_the_fields_point_at_their_printed_text() -> None:
    entry = read("# Experience\n= Nurse\t2015 - 2020\n/ Rosewood Clinic, Leeds\n- Cared for patients.").entries[0]
    for label in ("title", "company", "location", "date_start", "date_end"):
        found = entry.first(label)
        assert found is not None
        assert entry.start <= found.start < found.end <= entry.end


def test_a_place_that_no_table_knows_is_read_where_the_other_entries_print_theirs() -> None:
    sketch = """
# Experience
= Nurse\t2018 - 2021
Northfield Hospital, Leeds
- Led the ward.

= Care Assistant\t2015 - 2018
Willow Bank Home, Quarrelby
- Helped the residents.

= Cleaner\t2012 - 2015
Brannock Clinic, York
- Kept the rooms clean.
"""
    assert [row[1] for row in jobs(sketch)] == ["Northfield Hospital", "Willow Bank Home", "Brannock Clinic"]
    assert places(sketch) == ["Leeds", "Quarrelby", "York"]
