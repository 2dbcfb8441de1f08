"""Skills of the lexicon in running text."""

from __future__ import annotations

import pytest

from resume_parser.nlp.lexicon import find_skills
from resume_parser.nlp.pipeline import load_pipeline
from tests.nlp.page import read


def found(text: str) -> list[str]:
    """The skills of the lexicon that a text names."""
    nlp = load_pipeline()
    return [text[start:end] for start, end in find_skills(nlp, nlp.make_doc(text))]


def test_skills_are_found_in_a_sentence() -> None:
    assert found("Built services in Python and PostgreSQL for Docker.") == ["Python", "PostgreSQL", "Docker"]


@pytest.mark.parametrize("text", ["Wrote PYTHON all day.", "Wrote python3 all day.", "Wrote Pythonic code."])
def test_only_whole_words_count_in_any_capitals(text: str) -> None:
    assert found(text) == (["PYTHON"] if "PYTHON" in text else [])


def test_the_longest_of_overlapping_skills_counts() -> None:
    assert found("Taught Machine Learning at night.") == ["Machine Learning"]


def test_a_skill_of_several_words_needs_no_capital() -> None:
    assert found("I taught machine learning at night.") == ["machine learning"]


@pytest.mark.parametrize("text", ["A swift answer.", "The spring of that year.", "Go and see.", "We excel at it."])
def test_a_plain_word_is_no_skill(text: str) -> None:
    assert [name for name in found(text) if name.islower()] == []


@pytest.mark.parametrize("name", ["C++", "C#", "Node.js"])
def test_names_with_signs_are_found(name: str) -> None:
    assert found(f"Wrote {name} for years.") == [name]


def test_punctuation_around_a_skill_does_not_matter() -> None:
    assert found("(Python), [Docker]; SQL.") == ["Python", "Docker", "SQL"]


def test_a_text_without_skills_has_none() -> None:
    assert found("The weather was fine and nothing happened.") == []
    assert found("") == []


def test_the_skills_of_a_job_come_with_their_places() -> None:
    annotations = read("""
# Experience
= Developer\t2018 - 2020
/ Norvale Systems Ltd
- Moved the archive from PostgreSQL to Redis.

= Tester\t2015 - 2018
/ Quarrel Labs Ltd
- Wrote tests in Python.
""")
    assert [[skill.value for skill in entry.every("skill")] for entry in annotations.entries] == [["PostgreSQL", "Redis"], ["Python"]]
    for entry in annotations.entries:
        assert all(entry.start <= skill.start < skill.end <= entry.end for skill in entry.every("skill"))
