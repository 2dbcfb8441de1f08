"""Jobs and degrees from sketches of sections in the layouts that resumes use."""

from __future__ import annotations

from itertools import pairwise

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


def test_an_article_may_stand_between_the_title_and_the_employer() -> None:
    assert jobs("# Berufserfahrung\nIngenieur bei der Weser Anlagenbau AG\t2003 - 2012") == [
        ("Ingenieur", "Weser Anlagenbau AG", "2003", "2012")
    ]


def test_a_lone_year_after_a_comma_dates_an_entry_like_the_ranges_beside_it() -> None:
    found = studies("""
# Education
BSc Nursing, University of Northfield, 2011 - 2014
Diploma in Wound Care, Quarrel College, 2018
""")
    assert [row[2:] for row in found] == [("2011", "2014"), (None, "2018")]


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


def test_a_degree_takes_its_field_from_the_line_below() -> None:
    found = studies("""
# Education
= Master of Science\t2011 - 2014
Applied Physics
University of Northfield
""")
    assert found == [("Master of Science Applied Physics", "University of Northfield", "2011", "2014")]


def test_posts_under_one_employer_each_take_their_own_dates() -> None:
    found = jobs("""
# Berufserfahrung
= Kontor Nord GmbH

Teamleiter Buchhaltung\t01/2019 – heute
- Leitung von sechs Personen

Buchhalter\t03/2015 – 12/2018
- Führung der Bücher

= Stromwerk AG

Sachbearbeiter\t2012 – 2015
- Prüfung der Rechnungen
""")
    assert found == [
        ("Teamleiter Buchhaltung", "Kontor Nord GmbH", "2019-01", "present"),
        ("Buchhalter", "Kontor Nord GmbH", "2015-03", "2018-12"),
        ("Sachbearbeiter", "Stromwerk AG", "2012", "2015"),
    ]


def test_posts_below_an_employer_with_its_whole_time() -> None:
    found = jobs("""
# Experience
= Harbour Logistics Ltd\t2014 - 2022
/ Warehouse Manager\t2019 - 2022
- Led a team of 12.
/ Warehouse Assistant\t2014 - 2019
- Picked orders.
""")
    assert ("Warehouse Manager", "Harbour Logistics Ltd", "2019", "2022") in found
    assert ("Warehouse Assistant", "Harbour Logistics Ltd", "2014", "2019") in found


def test_jobs_without_any_dates_are_parted_by_their_look() -> None:
    found = jobs("""
# Experiencia laboral
= Cocinera, Restaurante Brisa
- Preparaba pescados.

= Camarera, Hotel Mirador
- Servía desayunos.
""")
    assert [row[:2] for row in found] == [("Cocinera", "Restaurante Brisa"), ("Camarera", "Hotel Mirador")]


def test_degrees_without_any_dates_are_parted() -> None:
    found = studies("""
# Formation
= Master de droit
Université de Bourgogne

= Licence de lettres
Université de Rouen
""")
    assert [row[:2] for row in found] == [("Master de droit", "Université de Bourgogne"), ("Licence de lettres", "Université de Rouen")]


def test_dates_at_the_end_of_the_header() -> None:
    found = jobs("""
# Experience
= Software Engineer
Norvale Systems Ltd
Jan 2018 - Mar 2020
- Built the billing service.

= Junior Developer
Quarrel Labs
2015 - 2017
- Wrote tests.
""")
    assert found == [
        ("Software Engineer", "Norvale Systems Ltd", "2018-01", "2020-03"),
        ("Junior Developer", "Quarrel Labs", "2015", "2017"),
    ]


def test_jobs_that_follow_without_a_blank_line_are_parted() -> None:
    found = jobs("""
# Experience
= Accountant, Ledger & Sons Ltd\t2015 - 2020
Prepared the annual accounts of forty clients and trained two new colleagues on the ledger.
= Clerk, Quill Partners Ltd\t2012 - 2015
Filed the letters of the whole house and answered the telephone at the front desk.
""")
    assert [row[:2] for row in found] == [("Accountant", "Ledger & Sons Ltd"), ("Clerk", "Quill Partners Ltd")]


def test_a_paragraph_on_several_lines_is_one_line_of_the_description() -> None:
    entry = read("""
# Experience
= Accountant\t2015 - 2020
/ Ledger & Sons Ltd
Prepared the annual accounts of forty clients and trained two new
colleagues on the ledger that the house had bought.
""").entries[0]
    description = entry.first("description")
    assert description is not None
    assert description.value == (
        "Prepared the annual accounts of forty clients and trained two new colleagues on the ledger that the house had bought."
    )


def test_each_bullet_of_a_job_is_a_task() -> None:
    entry = read("""
# Experience
= Welder\t2015 - 2020
/ Ironside Ltd
- Welded frames.
- Checked seams.
""").entries[0]
    assert [task.value for task in entry.every("task")] == ["Welded frames.", "Checked seams."]


def test_dates_in_the_text_of_a_job_are_not_its_dates() -> None:
    found = jobs("""
# Experience
= Accountant\t2015 - 2020
/ Ledger & Sons Ltd
- Led the move to the new ledger (2017 - 2018) with two colleagues.
- Closed the books of 2019.

= Clerk\t2012 - 2015
/ Quill Partners Ltd
- Filed letters.
""")
    assert found == [("Accountant", "Ledger & Sons Ltd", "2015", "2020"), ("Clerk", "Quill Partners Ltd", "2012", "2015")]


def test_jobs_without_a_heading_are_found_by_their_words() -> None:
    found = jobs("""
## Helen Marchbank
helen@example.com

= Software Engineer\tJan 2018 - Mar 2020
/ Norvale Systems Ltd
- Built the billing service.

= Junior Developer\t2015 - 2017
/ Quarrel Labs Ltd
- Wrote tests.
""")
    assert [row[:2] for row in found] == [("Software Engineer", "Norvale Systems Ltd"), ("Junior Developer", "Quarrel Labs Ltd")]


def test_the_entries_stand_in_order_and_do_not_overlap() -> None:
    entries = read("""
# Experience
= Welder\t2015 - 2020
/ Ironside Ltd
- Welded frames.

= Fitter\t2012 - 2015
/ Kesselbau GmbH
- Fitted pipes.

# Education
= Certificate in Welding\t2011
/ Riverside College
""").entries
    assert [entry.kind for entry in entries] == ["experience", "experience", "education"]
    assert all(before.end <= after.start for before, after in pairwise(entries))
