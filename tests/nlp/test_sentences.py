"""Jobs told in one sentence."""

from __future__ import annotations

import pytest

from resume_parser.nlp.sentences import employment
from tests.nlp.page import read


@pytest.mark.parametrize(
    ("sentence", "title", "employer"),
    [
        ("Working as a Web Developer for Norvale Systems Pvt. Ltd. ", "Web Developer", "Norvale Systems Pvt. Ltd."),
        ("Worked with Harbour Trust as Sales Promoter was promoted", "Sales Promoter", "Harbour Trust"),
        ("I have worked at the University", "", ""),
        ("Currently employed as Head of Kitchen in Grand Hotel Bergstein. Leeds", "Head of Kitchen", "Grand Hotel Bergstein"),
        ("arbeite ich als Pflegefachmann bei der Klinik am See", "Pflegefachmann", "Klinik am See"),
        ("J'ai travaillé comme boulanger chez Maison Duval, Lyon", "boulanger", "Maison Duval"),
        ("Trabajando como enfermera en Clínica del Mar", "enfermera", "Clínica del Mar"),
        ("Ho lavorato come cuoco presso Trattoria Alba", "cuoco", "Trattoria Alba"),
        ("Trabalhei como professora na Escola do Vale", "professora", "Escola do Vale"),
        ("Worked as part of a team", "", ""),
        ("Working on a network for schools", "", ""),
    ],
)
def test_a_sentence_gives_title_and_employer(sentence: str, title: str, employer: str) -> None:
    found = employment(sentence)
    assert ((sentence[slice(*found[0])], sentence[slice(*found[1])]) if found else ("", "")) == (title, employer)


def test_told_jobs_are_entries_with_their_dates_and_place() -> None:
    head = "## Asha Verma\n\n# Experience Summary\n"
    jobs = (
        "- Working as a Technical Lead in Norvale Systems Limited. Pune from 07th Jan 2019 till date.\n"
        "- Worked as a Software Engineer with Harbour Software, Mumbai from 27th June 2011 to 05th Jan 2016."
    )
    entries = [entry for entry in read(head + jobs).entries if entry.kind == "experience"]
    assert [[field.text for field in entry.fields if field.label in ("title", "company", "location")] for entry in entries] == [
        ["Technical Lead", "Norvale Systems Limited", "Pune"],
        ["Software Engineer", "Harbour Software", "Mumbai"],
    ]
