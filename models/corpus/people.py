"""Resumes of invented people, as many as wanted: the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from models.corpus.author import Author
from models.corpus.careers import jobs, manner
from models.corpus.contact import person
from models.corpus.content import Resume
from models.corpus.extras import named, projects, skills, spoken, summary, volunteering
from models.corpus.studies import studies
from models.corpus.vocabulary import LANGUAGES, Trade, Words, words

YEARS = (2008, 2026)  # in which the resumes were written
AGES = (17, 62)  # of the candidates
STUDENT = 26  # years of age below which projects are likely
SECTIONS = {  # share of resumes that have the section
    "summary": 0.45,
    "skills": 0.8,
    "soft_skills": 0.28,
    "spoken": 0.62,
    "certifications": 0.2,
    "courses": 0.13,
    "awards": 0.08,
    "publications": 0.03,
    "interests": 0.36,
    "references": 0.1,
    "volunteering": 0.12,
}
PROJECTS, STUDENT_PROJECTS, OFFICE_PROJECTS = 0.06, 0.4, 0.15


def resumes(count: int, seed: int, languages: Sequence[str] = LANGUAGES) -> Iterator[Resume]:
    """`count` resumes, the languages in equal parts; the same seed gives the same resumes."""
    rng = Random(seed)
    for index in range(count):
        yield resume(rng, words(languages[index % len(languages)]))


def resume(rng: Random, vocabulary: Words) -> Resume:
    """The resume of one invented person."""
    now = rng.randint(*YEARS) * 12 + rng.randrange(12)
    birth = now - 12 * rng.randint(*AGES) - rng.randrange(12)
    author = Author(rng, vocabulary, rng.choice("mf"), _trade(rng, vocabulary), now, _country(rng, vocabulary))
    way = manner(author)
    learned, begin = studies(author, way, birth)
    worked = jobs(author, way, begin)
    has = {name: author.chance(share) for name, share in SECTIONS.items()}
    return Resume(
        language=vocabulary.language,
        person=person(author, birth),
        summary=summary(author) if has["summary"] else None,
        jobs=worked,
        studies=learned,
        projects=projects(author, way) if author.chance(_project_share(author, birth)) else (),
        volunteering=volunteering(author, way) if has["volunteering"] else (),
        skills=skills(author) if has["skills"] else (),
        soft_skills=_list(author, "soft_skills", (3, 8)) if has["soft_skills"] else (),
        spoken=spoken(author) if has["spoken"] else (),
        certifications=named(author, "certifications", 5) if has["certifications"] else (),
        courses=named(author, "courses", 5) if has["courses"] else (),
        awards=named(author, "awards", 3) if has["awards"] else (),
        publications=named(author, "publications", 4) if has["publications"] or author.trade.key == "research" else (),
        interests=_list(author, "interests", (2, 8)) if has["interests"] else (),
        references=_list(author, "references", (1, 2)) if has["references"] else (),
    )


def _trade(rng: Random, vocabulary: Words) -> Trade:
    trades = list(vocabulary.trades.values())
    return rng.choices(trades, [trade.share for trade in trades])[0]


def _country(rng: Random, vocabulary: Words) -> str:
    return rng.choice(vocabulary.of("cities")).rpartition(",")[2]


def _project_share(author: Author, birth: int) -> float:
    if author.now - birth < 12 * STUDENT:
        return STUDENT_PROJECTS
    return OFFICE_PROJECTS if author.trade.office else PROJECTS


def _list(author: Author, name: str, number: tuple[int, int]) -> tuple[str, ...]:
    return tuple(author.fill(text) for text in author.some(author.words.of(name), *number))
