"""Jobs and degrees from sketches of sections in the layouts that resumes use."""

from __future__ import annotations

from tests.nlp.page import jobs, read, studies


def test_title_and_dates_above_the_company() -> None:
    found = jobs("""
# Experience
= Software Engineer\tJan 2018 - Mar 2020
/ Norvale Systems Ltd
- Built the billing service.
- Ran the on-call rota.

= Junior Developer\t2015 - 2017
/ Quarrel Labs
- Wrote tests.
""")
    assert found == [
        ("Software Engineer", "Norvale Systems Ltd", "2018-01", "2020-03"),
        ("Junior Developer", "Quarrel Labs", "2015", "2017"),
    ]


def test_company_first_is_learned_from_the_entry_with_a_clear_title() -> None:
    found = jobs("""
# Experience
= Devora\t2019 - Present
/ Backend Engineer
- Built things.

= Altia\t2016 - 2019
/ Growth Wizardry
- Ran campaigns.
""")
    assert found == [("Backend Engineer", "Devora", "2019", "present"), ("Growth Wizardry", "Altia", "2016", "2019")]


def test_dates_on_the_left_start_their_entries() -> None:
    found = jobs("""
# Berufserfahrung
03/2019 – heute\t*Elektroniker
Stromwerk GmbH, Leipzig
- Wartung der Anlagen
08/2015 – 02/2019\t*Servicetechniker
Kabelbau AG, Halle
- Montage beim Kunden
""")
    assert found == [
        ("Elektroniker", "Stromwerk GmbH", "2019-03", "present"),
        ("Servicetechniker", "Kabelbau AG", "2015-08", "2019-02"),
    ]


def test_title_and_company_on_one_line_with_a_comma() -> None:
    found = jobs("""
# EXPÉRIENCE PROFESSIONNELLE
Infirmière, Clinique du Parc, Lyon\tsept. 2019 – aujourd'hui
- Soins aux patients
Aide-soignante, Maison Bellevue, Dijon\t2016 – 2019
- Accompagnement
""")
    assert found == [
        ("Infirmière", "Clinique du Parc", "2019-09", "present"),
        ("Aide-soignante", "Maison Bellevue", "2016", "2019"),
    ]


def test_several_posts_under_one_employer_share_its_name() -> None:
    found = jobs("""
# Experience
= Harbour Logistics Ltd
Warehouse Manager\t2019 - 2022
- Led a team of 12.
Warehouse Assistant\t2016 - 2019
- Picked orders.
""")
    assert [row[:2] for row in found] == [("Warehouse Manager", "Harbour Logistics Ltd"), ("Warehouse Assistant", "Harbour Logistics Ltd")]


def test_a_job_without_dates_between_dated_ones_is_kept() -> None:
    found = jobs("""
# Experience
= Head Chef, Blue Oyster Restaurant\t2018 - 2021
- Ran the kitchen.

= Sous Chef, Grand Hotel
- Ran the grill.

= Commis Chef, Small Inn\t2012 - 2014
- Chopped.
""")
    assert [row[0] for row in found] == ["Head Chef", "Sous Chef", "Commis Chef"]


def test_a_degree_takes_its_field_of_study() -> None:
    found = studies("""
# Education
= University of Northfield\t2011 - 2014
BSc, Computer Science
""")
    assert found == [("BSc, Computer Science", "University of Northfield", "2011", "2014")]


def test_a_sentence_with_a_year_starts_no_entry() -> None:
    found = jobs("""
# Experience
= Accountant\t2015 - 2020
/ Ledger & Sons Ltd
Prepared the annual accounts of forty clients and led the move to the new ledger in 2017 with two colleagues.
""")
    assert len(found) == 1


def test_the_description_keeps_bullets_as_lines() -> None:
    entry = read("""
# Experience
= Welder\t2015 - 2020
/ Ironside Ltd
- Welded frames.
- Checked seams.
""").entries[0]
    description = entry.first("description")
    assert description is not None
    assert description.value == "Welded frames.\nChecked seams."


def test_nothing_is_invented_for_a_text_without_jobs() -> None:
    annotations = read("""
The quarterly report shows that sales rose by four percent in the north and fell in the south.
Costs were flat.
""")
    assert annotations.entries == ()
    assert not annotations.every("name")
