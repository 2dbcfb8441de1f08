from dataclasses import replace

from models.corpus.content import Job, Month, Span
from models.corpus.designs.dice import Dice
from models.corpus.gold import Print, city_in, gold
from models.corpus.judging import judged
from models.corpus.samples import Sample, sample
from resume_parser.evaluation.alike import Value
from tests.models.hand_made import ENGLISH


def english(form: str = "name") -> Sample:
    """The English resume in a plain design, said to print its dates in a form."""
    return replace(sample(ENGLISH, Dice("1"), "plain.split"), date_form=form)


def test_the_gold_says_what_the_resume_says() -> None:
    facts = gold(english())
    assert facts.values["full_name"] == Value("Orla Tennick", city="Orla Tennick")
    assert facts.values["email"] == Value("orla.tennick@example.org", city="orla.tennick@example.org")
    first = facts.entries["exp"][0]
    assert [first[key].text for key in ("title", "company", "date_start", "date_end")] == [  # type: ignore[union-attr]
        "Senior Data Engineer", "Brackwater Logistics Ltd", "2020-03", "present",
    ]  # fmt: skip
    assert facts.entries["exp"][2]["company"] is None
    assert facts.entries["edu"][0]["title"] == Value("MSc Statistics")
    assert {value.text for value in facts.lists["skills"]} == {"PostgreSQL", "SQLite", "Python", "Go", "Patience", "Clear writing"}


def test_what_the_page_does_not_show_is_not_asked_for() -> None:
    hidden = replace(ENGLISH, jobs=(*ENGLISH.jobs, Job("Lion Tamer", "Circus Halva", None, None)), interests=("Juggling",))
    facts = gold(replace(english(), resume=hidden))
    assert all(job["title"] != Value("Lion Tamer", city="Lion Tamer") for job in facts.entries["exp"])
    assert facts.lists["interests"] == ()


def test_dates_are_as_exact_as_their_form_and_a_lone_one_is_the_start_of_a_job_and_the_end_of_a_study() -> None:
    period = Span(Month(2014, 9), Month(2015, 6))
    assert Print(english()).period(period, study=False) == {"date_start": Value("2014-09"), "date_end": Value("2015-06")}
    assert Print(english("year")).period(period, study=False) == {"date_start": Value("2014"), "date_end": Value("2015")}
    assert Print(english()).period(Span(Month(2014)), study=False) == {"date_start": Value("2014"), "date_end": None}
    assert Print(english()).period(Span(Month(2014)), study=True) == {"date_start": None, "date_end": Value("2014")}
    within = Span(Month(2014, 3), Month(2014, 9))
    assert Print(english("year")).period(within, study=True) == {"date_end": Value("2014")}
    assert Print(english("")).period(period, study=True) == {"date_start": None, "date_end": None}


def test_the_city_of_a_place_is_found_beside_its_postcode() -> None:
    assert city_in("75011 Paris") == "Paris"
    assert city_in("9999 Nowhereham, Utopia") == "Nowhereham"


def test_a_sample_is_judged_with_the_raw_scores_of_its_values() -> None:
    result = judged(english())
    assert result.fields["email"].soft.f1 == 1.0
    assert any(one.field == "email" and one.right and 0 < one.score <= 1 for one in result.outcomes)
