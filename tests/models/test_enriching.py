"""Longer resumes: jobs and statements of others, in time before the own ones."""

from __future__ import annotations

from models.corpus.content import Job, Month, Span
from models.corpus.designs.dice import Dice
from models.corpus.enriching import Lenders, earlier, longer
from tests.models.hand_made import ENGLISH, GERMAN


def test_added_jobs_end_before_the_first_own_job_and_keep_their_length() -> None:
    own = Job("Cook", "Anchor", None, Span(Month(2015, 3), ongoing=True))
    other = Job("Waiter", "Harbour", None, Span(Month(2020, 1), Month(2021, 6)))
    assert earlier((own,), (other,))[0].dates == Span(Month(2013, 10), Month(2015, 3))


def test_a_job_that_says_nothing_stays_silent() -> None:
    assert longer(Job("Cook", None, None, None), ["Peeled potatoes"], 3).sentences == ()


def test_a_statement_is_given_to_one_job_only() -> None:
    fresh = ["Washed up", "Swept the floor"]
    first = longer(Job("Cook", None, None, None, ("Peeled potatoes",)), fresh, 1)
    second = longer(Job("Waiter", None, None, None, ("Served",)), fresh, 9)
    assert (first.sentences, second.sentences) == (("Peeled potatoes", "Swept the floor"), ("Served", "Washed up"))


def test_only_resumes_of_the_same_language_lend_their_jobs() -> None:
    lenders = Lenders()
    lenders.enriched(GERMAN, Dice("0"))
    for seed in range(9):
        assert lenders.enriched(ENGLISH, Dice(f"{seed}")).jobs[0].title == "Senior Data Engineer"
    titles = {job.title for seed in range(9) for job in lenders.enriched(ENGLISH, Dice(f"{seed}")).jobs}
    assert "Staplerfahrer" not in titles
