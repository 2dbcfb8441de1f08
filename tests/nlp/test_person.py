"""Name, address and summary of the candidate from sketches of the top of resumes."""

from __future__ import annotations

import pytest

from resume_parser.entities import Place
from tests.nlp.page import read, values

BODY = """

# Experience
= Developer\t2018 - 2020
/ Norvale Systems Ltd
- Built the billing service.

# Education
= BSc Physics\t2011 - 2014
/ University of Northfield
"""


def name(head: str) -> tuple[str | None, str | None, str | None]:
    """(full, first, last) name of a resume with this head."""
    annotations = read(head + BODY)
    found = [annotations.every(label) for label in ("name", "first_name", "last_name")]
    full, first, last = (entities[0].value if entities else None for entities in found)
    return full, first, last


def place(head: str) -> Place:
    """Where the candidate of a resume with this head lives."""
    found = read(head + BODY).every("location")
    assert len(found) == 1, found
    assert found[0].place is not None
    return found[0].place


@pytest.mark.parametrize(
    "head",
    [
        "## Helen Marchbank",
        "= HELEN MARCHBANK\nhelen.marchbank@example.com",
        "## Helen Marchbank\nCurriculum vitae",
        "Curriculum vitae\n## Helen Marchbank",
        "## Curriculum Vitae – Helen Marchbank",
        "= Name: Helen Marchbank\nhelen.marchbank@example.com",
        "helen.marchbank@example.com\n+44 7700 900123\n## Helen Marchbank",
    ],
)
def test_the_name_stands_at_the_top(head: str) -> None:
    full, first, last = name(head)
    assert full is not None
    assert full.title() == "Helen Marchbank"
    assert (first or "").title() == "Helen"
    assert (last or "").title() == "Marchbank"


def test_a_name_on_two_lines_is_one_name() -> None:
    assert name("## Helen\n## Marchbank\nSoftware Developer") == ("Helen Marchbank", "Helen", "Marchbank")


@pytest.mark.parametrize(
    "head", ["## Helen Marchbank, Software Engineer", "## Helen Marchbank | Software Engineer", "## Helen Marchbank – Nurse"]
)
def test_a_title_beside_the_name_is_no_part_of_it(head: str) -> None:
    assert name(head)[0] == "Helen Marchbank"


def test_a_title_in_larger_print_is_no_name() -> None:
    assert name("## Software Engineer\n= Helen Marchbank\nhelen.marchbank@example.com")[0] == "Helen Marchbank"


def test_the_name_that_the_email_repeats_is_the_one() -> None:
    assert name("= Nora Whitfield\n= Helen Marchbank\nhelen.marchbank@example.com")[0] == "Helen Marchbank"


def test_particles_belong_to_the_last_name() -> None:
    assert name("## Pieter van der Meulen") == ("Pieter van der Meulen", "Pieter", "van der Meulen")


def test_hyphens_and_accents_stay_in_the_name() -> None:
    assert name("## Anne-Sophie Lefèvre") == ("Anne-Sophie Lefèvre", "Anne-Sophie", "Lefèvre")


def test_an_employer_in_bold_is_no_name() -> None:
    assert name("helen@example.com") == (None, None, None)


def test_a_report_has_no_name() -> None:
    annotations = read("""
# Annual Report
The north sold more than the south, and costs were flat in both regions over the year.

# Outlook
Next year should look the same, with a little more growth in the second half.
""")
    assert annotations.entities == ()


def test_an_address_in_one_line_is_taken_apart() -> None:
    found = place("## Helen Marchbank\n12 Rose Lane, Leeds LS1 4AP, United Kingdom\nhelen@example.com")
    assert (found.city, found.country, found.postcode) == ("Leeds", "GBR", "LS1 4AP")


@pytest.mark.parametrize(
    ("lines", "road", "postcode", "city"),
    [
        ("Lindenstraße 14\n04109 Leipzig", "Lindenstraße", "04109", "Leipzig"),
        ("14 rue des Lilas\n69003 Lyon", "rue des Lilas", "69003", "Lyon"),
        ("Calle Mayor 14\n28013 Madrid", "Calle Mayor", "28013", "Madrid"),
    ],
)
def test_an_address_over_two_lines_is_one_place(lines: str, road: str, postcode: str, city: str) -> None:
    found = place(f"## Helen Marchbank\n{lines}\nhelen@example.com")
    assert (found.road, found.house_number, found.postcode, found.city) == (road, "14", postcode, city)


def test_a_place_beside_contact_data_is_read() -> None:
    found = place("## Helen Marchbank\nhelen@example.com | +44 7700 900123 | Leeds, United Kingdom")
    assert (found.city, found.country) == ("Leeds", "GBR")


@pytest.mark.parametrize("contact", ["helen@example.com", "+44 7700 900123", "helen@example.com | +44 7700 900123"])
def test_contact_data_above_an_address_is_no_part_of_it(contact: str) -> None:
    found = place(f"## Helen Marchbank\n{contact}\nLindenstr. 14, D-04109 Leipzig")
    assert (found.road, found.house_number, found.postcode, found.city) == ("Lindenstr.", "14", "04109", "Leipzig")


def test_the_place_of_a_job_is_not_where_the_candidate_lives() -> None:
    annotations = read("""
## Helen Marchbank
helen@example.com

# Experience
= Developer\t2018 - 2020
/ Norvale Systems Ltd, Paris, France
- Built the billing service.
""")
    assert annotations.every("location") == ()


def test_the_summary_is_the_text_of_the_profile_section() -> None:
    head = "## Helen Marchbank\n\n# Profile\nDeveloper with ten years of practice\nin billing and trade."
    assert values(head + BODY, "summary") == ["Developer with ten years of practice in billing and trade."]


def test_a_paragraph_above_the_headings_is_the_summary() -> None:
    head = "## Helen Marchbank\nhelen@example.com\n\nDeveloper with ten years of practice in billing and trade.\nLikes small teams."
    assert values(head + BODY, "summary") == ["Developer with ten years of practice in billing and trade. Likes small teams."]


def test_a_contact_line_right_above_the_paragraph_is_no_part_of_it() -> None:
    head = "## Helen Marchbank\nLeeds, UK | helen@example.com | +44 7700 900123\n"
    text = "Developer with ten years of practice in billing, at one firm since 2014. Likes small teams and plain code."
    assert values(head + text + BODY, "summary") == [text]


def test_a_paragraph_among_the_personal_data_is_the_summary_and_an_address_is_not() -> None:
    head = "## Helen Marchbank\n\n# Contact\n\n"
    text = "Developer with ten years of practice in billing and trade. Likes small teams and plain code."
    assert values(f"{head}{text}\n\nhelen@example.com{BODY}", "summary") == [text]
    assert values(f"{head}Flat 8A Boon Tiong Road, 10-75 Leeds, United Kingdom 164008{BODY}", "summary") == []


def test_contact_data_alone_is_no_summary() -> None:
    assert values("## Helen Marchbank\nhelen@example.com\n+44 7700 900123\nLeeds" + BODY, "summary") == []


def test_the_name_points_at_its_printed_text() -> None:
    found = read("Curriculum vitae\n## Helen Marchbank" + BODY)
    entity = found.every("last_name")[0]
    assert entity.text == entity.value == "Marchbank"


def test_of_an_objective_and_a_profile_above_the_jobs_the_longer_is_the_summary() -> None:
    sketch = (
        "## Ada Brill\nada.brill@example.com\n\n# Objective\nA post in accounting.\n\n# Summary\n"
        "Accountant with nine years in retail and in the audit of small firms.\n\n# Experience\n= Accountant\t2018 - 2020\n/ Norvale Ltd\n"
    )
    (summary,) = values(sketch, "summary")
    assert summary.startswith("Accountant with nine years")
