"""What single words say of a short text: title, organisation, degree or school."""

from __future__ import annotations

import pytest

from resume_parser.nlp.cues import load_cues

CUES = load_cues()

TITLES = [
    "Software Engineer",
    "Senior Nurse",
    "Head Chef",
    "Infirmière",
    "Chef de projet",
    "Buchhalter",
    "Elektroniker",
    "Contable",
    "Ingeniera de datos",
]
COMPANIES = ["Norvale Systems Ltd", "Kontor Nord GmbH", "Kabelbau AG", "Cabinet Delorme SARL", "Gestoría Robledo S.L.", "Quarrel Inc."]
DEGREES = [
    "BSc Physics",
    "B.Sc. Physics",
    "Master of Arts",
    "Licence de droit",
    "Bachelor Betriebswirtschaft",
    "Abitur",
    "Grado en Derecho",
    "PhD",
]
SCHOOLS = [
    "University of Northfield",
    "Université de Bourgogne",
    "Hochschule Rostock",
    "Universidad de Salamanca",
    "Goethe-Gymnasium",
    "Lycée Hugo",
]


@pytest.mark.parametrize("text", TITLES)
def test_a_job_title_looks_like_a_title(text: str) -> None:
    assert CUES.title(text) >= 0.6
    assert CUES.title(text) > CUES.organisation(text)


@pytest.mark.parametrize("text", COMPANIES)
def test_a_company_with_a_legal_form_looks_like_an_organisation_only(text: str) -> None:
    assert CUES.organisation(text) == 1.0
    assert CUES.title(text) < 0


@pytest.mark.parametrize("text", DEGREES)
def test_a_degree_looks_like_a_degree(text: str) -> None:
    assert CUES.degree(text) >= 0.7
    assert CUES.degree(text) > CUES.school(text)


@pytest.mark.parametrize("text", SCHOOLS)
def test_a_school_looks_like_a_school(text: str) -> None:
    assert CUES.school(text) == 1.0
    assert CUES.school(text) > CUES.degree(text)


@pytest.mark.parametrize("mark", ["(m/w/d)", "(m/f/d)", "(w/m/d)", "(H/F)", "m/w/d", "M/F"])
def test_a_mark_of_gender_changes_nothing_about_a_title(mark: str) -> None:
    assert CUES.title(f"Entwickler {mark}") == CUES.title("Entwickler")


def test_capitals_and_accents_do_not_matter() -> None:
    assert CUES.title("INFIRMIÈRE") == CUES.title("infirmiere") == CUES.title("Infirmière")
    assert CUES.degree("PHD") == CUES.degree("PhD")


def test_a_compound_title_is_known_by_its_end() -> None:
    assert CUES.title("Anlagenelektroniker") >= 0.6
    assert CUES.title("Großkundenberaterin") >= 0.6


def test_a_legal_form_may_stand_first_but_short_words_there_are_others() -> None:
    assert CUES.has_legal_form("SARL Dupont")
    assert not CUES.has_legal_form("Co Founder")
    assert CUES.title("Co Founder") > 0


def test_an_internet_address_speaks_for_an_organisation() -> None:
    assert CUES.organisation("Brightwater.io") > CUES.organisation("Brightwater")


def test_a_legal_form_alone_is_no_company() -> None:
    assert not CUES.has_legal_form("GmbH")


@pytest.mark.parametrize("question", ["title", "organisation", "degree", "school"])
def test_a_sentence_is_nothing(question: str) -> None:
    sentence = "I wrote many long letters to people in other towns who never wrote back at all in those years."
    assert getattr(CUES, question)(sentence) < 0
    assert getattr(CUES, question)("") < 0


@pytest.mark.parametrize("text", ["Kestrel", "Brightwater", "Sable"])
def test_an_unknown_name_is_nothing_for_sure(text: str) -> None:
    for score in (CUES.title(text), CUES.organisation(text), CUES.degree(text), CUES.school(text)):
        assert abs(score) <= 0.3


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Master", True), ("B.Sc.", True), ("Master of Science", True), ("BSc Physics", False), ("Master of Science in Physics", False)],
)
def test_a_degree_without_its_field_is_bare(text: str, bare: bool) -> None:
    assert CUES.is_bare_degree(text) is bare
