"""The corpus of invented resumes: the same for the same seed, plausible, and with words enough in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from random import Random

import pytest

from models.corpus.author import Author, brand, small, tool
from models.corpus.careers import manner, periods
from models.corpus.contact import plain
from models.corpus.content import Job, Month, Resume, Study
from models.corpus.people import resumes
from models.corpus.vocabulary import LANGUAGES, entries, words

SAMPLE = list(resumes(900, 7))


def author(language: str = "en", trade: str = "software", gender: str = "m") -> Author:
    vocabulary = words(language)
    return Author(Random(1), vocabulary, gender, vocabulary.trades[trade], 2020 * 12, "")


def texts(value: object) -> Iterator[str]:
    """All texts inside a resume."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def dated(resume: Resume) -> Iterator[Job | Study]:
    yield from (*resume.jobs, *resume.studies, *resume.projects, *resume.volunteering)


def months(month: Month) -> int:
    return month.year * 12 + (month.month or 1)


def test_the_same_seed_gives_the_same_resumes() -> None:
    assert list(resumes(30, 11)) == list(resumes(30, 11))
    assert list(resumes(30, 11)) != list(resumes(30, 12))


def test_languages_take_turns() -> None:
    assert [resume.language for resume in resumes(4, 1, ["de", "pl"])] == ["de", "pl", "de", "pl"]


def test_no_slot_stays_open_and_no_text_is_empty() -> None:
    for resume in SAMPLE:
        for text in texts(resume):
            assert text.strip() == text != ""
            assert not set("{}") & set(text), text


def test_no_title_is_its_employer() -> None:
    assert not [job for resume in SAMPLE for job in resume.jobs if job.title == job.company]


def test_no_time_runs_backwards() -> None:
    spans = [entry.dates for resume in SAMPLE for entry in dated(resume) if entry.dates]
    assert not [span for span in spans if span.end and months(span.end) < months(span.start)]
    assert not [span for span in spans if span.ongoing and span.end]


def test_only_the_newest_job_is_ongoing() -> None:
    for resume in SAMPLE:
        assert not [job for job in resume.jobs[1:] if job.dates and job.dates.ongoing]


def test_resumes_have_up_to_eight_jobs_and_differ_in_what_they_leave_out() -> None:
    jobs = [job for resume in SAMPLE for job in resume.jobs]
    assert max(len(resume.jobs) for resume in SAMPLE) == 8
    for missing in (
        [job for job in jobs if not job.dates],
        [job for job in jobs if not job.company],
        [job for job in jobs if not job.location],
        [job for job in jobs if not job.sentences],
        [resume for resume in SAMPLE if not resume.jobs],
        [resume for resume in SAMPLE if not resume.studies],
        [resume for resume in SAMPLE if not resume.person.email],
    ):
        assert missing


def test_some_people_hold_several_posts_under_one_employer() -> None:
    pairs = [pair for resume in SAMPLE for pair in zip(resume.jobs, resume.jobs[1:], strict=False)]
    assert [pair for pair in pairs if pair[0].company and pair[0].company == pair[1].company]


def test_a_gendered_template_follows_the_candidate() -> None:
    assert author("de", gender="m").fill("Verkäufer{/in}") == "Verkäufer"
    assert author("de", gender="f").fill("Verkäufer{/in}") == "Verkäuferin"
    assert author("pl", "office", "f").fill("Kowalsk{i/a}") == "Kowalska"


def test_a_choice_may_hold_a_slot_and_a_number_lies_in_its_range() -> None:
    writer = author("es", "sales", "f")
    assert writer.fill("{solter{o/a}|casad{o/a}}") in {"soltera", "casada"}
    assert 3 <= int(writer.fill("{3-12}")) <= 12


def test_an_unknown_slot_names_itself() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        author().fill("{nonsense}")


def test_brands_are_many() -> None:
    writer = author()
    assert len({brand(writer) for _ in range(2000)}) > 1200


def test_jobs_start_after_the_begin_of_working_life() -> None:
    for seed in range(200):
        writer = Author(Random(seed), words("en"), "f", words("en").trades["nurse"], 2020 * 12, "")
        assert all(start >= 2010 * 12 for start, _, _ in periods(writer, 8, 2010 * 12))


def test_a_way_of_writing_has_a_least_and_a_most_of_sentences() -> None:
    ways = [manner(author()) for _ in range(100)]
    assert all(way.sentences[0] <= way.sentences[1] for way in ways)


def test_entries_stand_on_lines_or_between_semicolons() -> None:
    assert entries("\none ; two\nthree; four\n") == ("one", "two", "three; four")


def test_names_become_addresses_without_accents() -> None:
    assert plain("Łukasz Weiß-Ørsted") == "lukaszweissorsted"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_many_lives(language: str) -> None:
    vocabulary = words(language)
    least = {"male": 40, "female": 40, "family": 78, "cities": 37, "subjects": 60, "interests": 60, "soft_skills": 37, "companies": 30}
    assert {name: len(set(vocabulary.of(name))) for name, number in least.items() if len(set(vocabulary.of(name))) < number} == {}
    assert len(vocabulary.trades) >= 30
    for trade in vocabulary.trades.values():
        writer = Author(Random(1), vocabulary, "f", trade, 2020 * 12, "")
        assert tool(writer)
        assert len(set(trade.of("titles"))) >= 8, trade.key
        assert len(set(trade.of("sentences"))) >= 9, trade.key
        assert trade.of("areas"), trade.key
        assert trade.of("employers"), trade.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_can_be_filled_for_men_and_women(language: str) -> None:
    vocabulary = words(language)
    given = (
        "title",
        "other",
        "one",
        "two",
        "three",
        "company",
        "subject",
        "postcode",
        "region",
        "country",
        "first_plain",
        "last_plain",
        "initial_plain",
    )
    slots = dict.fromkeys((*given, "birth_day", "birth_month", "birth_month_name", "birth_year", "age"), "x")
    for trade in vocabulary.trades.values():
        lists = {**vocabulary.lists, **trade.lists} if trade.key == "nurse" else trade.lists
        for gender in "mf":
            writer = Author(Random(1), vocabulary, gender, trade, 2020 * 12, "")
            for template in (template for templates in lists.values() for template in templates):
                assert "{" not in writer.fill(template, **slots), template


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_city_has_four_parts(language: str) -> None:
    assert {city.count(",") for name in ("cities", "world_cities") for city in words(language).of(name)} == {3}


def test_some_statements_are_as_long_as_real_ones() -> None:
    lengths = [len(text.split()) for resume in SAMPLE for job in resume.jobs for text in job.sentences]
    assert sum(length > 15 for length in lengths) > 0.03 * len(lengths)
    assert sum(length < 4 for length in lengths) > 0.15 * len(lengths)


def test_no_statement_stands_twice_under_one_job() -> None:
    assert not [job for resume in SAMPLE for job in resume.jobs if len(set(job.sentences)) < len(job.sentences)]


def test_small_letters_spare_names_and_german() -> None:
    assert small(author("en"), "Customer Success") == "customer Success"
    assert small(author("en"), "IT support") == "IT support"
    assert small(author("de"), "Einkauf") == "Einkauf"
