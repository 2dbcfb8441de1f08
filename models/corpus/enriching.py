"""Longer resumes: real ones tell more than one invented life does, so jobs and statements of others of the language are added."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from models.corpus.content import Job, Month, Resume, Span
from models.corpus.designs.dice import Dice

LENDERS = 12  # resumes before, whose jobs and statements may be added
TALKATIVE, BUSY = 0.75, 0.45  # shares of the resumes with more statements, with more jobs
STATEMENTS = (3, 5, 8, 12)  # added to a job at most
JOBS = 6  # added at most
YEAR = 12  # months


class Lenders:
    """The jobs of the last resumes of each language."""

    def __init__(self) -> None:
        self.known: dict[str, deque[tuple[Job, ...]]] = defaultdict(lambda: deque(maxlen=LENDERS))

    def enriched(self, resume: Resume, dice: Dice) -> Resume:
        """The resume with more to say, or as it is; its own jobs are kept for the next ones."""
        pool = [job for jobs in self.known[resume.language] for job in jobs]
        self.known[resume.language].append(resume.jobs)
        jobs = resume.jobs
        if dice.chance(BUSY):
            jobs = (*jobs, *earlier(jobs, dice.sample(pool, min(len(pool), dice.randint(1, JOBS)))))
        if dice.chance(TALKATIVE):
            own = {text for job in jobs for text in job.sentences}
            fresh = dice.shuffled([text for text in dict.fromkeys(text for job in pool for text in job.sentences) if text not in own])
            most = dice.choice(STATEMENTS)
            jobs = tuple(longer(job, fresh, dice.randint(1, most)) for job in jobs)
        return replace(resume, jobs=jobs)


def earlier(jobs: Sequence[Job], more: Sequence[Job]) -> list[Job]:
    """The further jobs moved in time before the others, one before the other."""
    starts = [count(job.dates.start) for job in jobs if job.dates]
    end = min(starts, default=None)
    moved = []
    for job in more:
        dates = job.dates
        if dates is not None and end is not None:
            length = count(dates.end) - count(dates.start) if dates.end else YEAR
            plain = dates.start.month is None
            dates = Span(month(end - length, plain=plain), month(end, plain=plain))
            end -= length + 1
        moved.append(replace(job, dates=dates))
    return moved


def count(point: Month) -> int:
    """The months since the year 0."""
    return point.year * YEAR + (point.month or 1) - 1


def month(number: int, *, plain: bool) -> Month:
    """The point in time of a count of months; `plain` for the year alone."""
    return Month(number // YEAR, None if plain else number % YEAR + 1)


def longer(job: Job, fresh: list[str], number: int) -> Job:
    """The job with `number` of the statements, which are taken off the list; one that says nothing stays silent."""
    if not job.sentences:
        return job
    more = [fresh.pop() for _ in range(min(number, len(fresh)))]
    return replace(job, sentences=(*job.sentences, *more))
