"""Working lives: when somebody worked where, as what, and what they say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.corpus.author import Author
from models.corpus.content import Job, Month, Span
from models.corpus.employers import employer, workplace
from models.corpus.titles import INTERN, JUNIOR, MIDDLE, SENIOR, title
from models.corpus.vocabulary import Trade

EMPLOYED = 0.72  # resumes whose newest job is ongoing
LONE_DATE = 0.04  # jobs with one date only
DATELESS = 0.05
NO_COMPANY, NO_PLACE = 0.04, 0.22
PROMOTED = 0.13  # jobs at the employer of the next one
ABOUT, CONTRACT, TOOLS = 0.1, 0.1, 0.18  # share of jobs with a line about the employer, a kind of contract, a line of tools
GENERAL = 0.22  # sentences that any trade could print
OTHER_TRADE = 0.15  # older jobs in a side job of the student years or another trade
SHORT = 3  # words of a statement that running text leaves out
JUNIOR_MONTHS, SENIOR_MONTHS = 40, 110  # since the first job


@dataclass(frozen=True, slots=True)
class Manner:
    """How a candidate writes the jobs down: the same in all jobs of a resume."""

    years_only: bool
    places: float  # share of jobs with a place
    sentences: tuple[int, int]  # least and most per job
    stops: bool  # sentences end with a full stop
    tools: float
    prose: bool  # running text: whole sentences only


def manner(author: Author) -> Manner:
    """A way of writing."""
    lengths = ((0, 0), (0, 2), (1, 3), (2, 5), (3, 6), (3, 6), (4, 9), (6, 12))
    return Manner(
        years_only=author.chance(0.15),
        places=author.pick((0.0, 0.5, 0.9, 1.0, 1.0)),
        sentences=author.pick(lengths),
        stops=author.chance(0.4),
        tools=author.pick((0.0, 0.0, 0.0, TOOLS, 0.9)),
        prose=author.chance(0.18),
    )


def month(count: int, *, years_only: bool = False) -> Month:
    """The point in time of a count of months since the year 0."""
    return Month(count // 12, None if years_only else count % 12 + 1)


def periods(author: Author, number: int, begin: int) -> list[tuple[int, int, bool]]:
    """Start, end and "still there" of each job, newest first, none before `begin`; counts of months."""
    ongoing = author.chance(EMPLOYED)
    end = author.now - (0 if ongoing else author.rng.randint(1, 14))
    found = []
    while len(found) < number and end - begin > 1:
        length = min(round(author.rng.lognormvariate(3.1, 0.85)) + 1, 264, end - begin)
        found.append((end - length, end, ongoing and not found))
        end -= length + _gap(author)
    return sorted(found, key=lambda period: (period[2], period[0]), reverse=True)


def _gap(author: Author) -> int:
    kind = author.rng.random()
    limits = ((0.55, (0, 1)), (0.75, (1, 5)), (0.9, (5, 22)), (0.94, (24, 60)), (1.0, (-9, -1)))  # the last: two jobs at once
    low, high = next(span for limit, span in limits if kind < limit)
    return author.rng.randint(low, high)


def jobs(author: Author, way: Manner, begin: int) -> tuple[Job, ...]:
    """One to eight jobs, newest first; none where nobody worked yet."""
    number = author.pick((1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7, 8))
    found: list[Job] = []
    for start, end, ongoing in periods(author, number, begin):
        since = end - begin
        stage = JUNIOR if since < JUNIOR_MONTHS else SENIOR if since > SENIOR_MONTHS else MIDDLE
        job = _job(author, way, INTERN if since < JUNIOR_MONTHS and author.chance(0.3) else stage, older=bool(found))
        if found and author.chance(PROMOTED):
            job = replace(job, company=found[-1].company, location=found[-1].location)
        found.append(replace(job, dates=_span(author, way, (start, end), ongoing=ongoing)))
    return tuple(found)


def _job(author: Author, way: Manner, stage: str, *, older: bool) -> Job:
    home = author.trade
    if older and author.chance(OTHER_TRADE):
        author.trade = _another(author)
    author.company = None
    author.company = company = employer(author)
    job = Job(
        title=title(author, stage),
        company=None if author.chance(NO_COMPANY) else _self(author) if author.chance(0.02) else company,
        location=workplace(author) if author.chance(way.places) else None,
        dates=None,
        sentences=sentences(author, way),
        contract=author.line("contracts") if author.chance(CONTRACT) else None,
        about=_about(author) if author.chance(ABOUT) else None,
        tools=tuple(author.some(author.trade.of("tools"), 2, 7)) if author.chance(way.tools) else (),
    )
    author.trade, author.company = home, None
    return job


def _self(author: Author) -> str:
    return author.line("self_employed")


def _about(author: Author) -> str:
    return author.fill(author.pick((*author.trade.of("about"), *author.words.of("about"))))


def _another(author: Author) -> Trade:
    trades = author.words.trades
    return trades["student"] if author.chance(0.4) else author.pick(list(trades.values()))


def _span(author: Author, way: Manner, period: tuple[int, int], *, ongoing: bool) -> Span | None:
    if author.chance(DATELESS):
        return None
    start, end = (month(count, years_only=way.years_only) for count in period)
    if ongoing:
        return Span(start, None, ongoing=True)
    return Span(start) if author.chance(LONE_DATE) or start == end else Span(start, end)


def sentences(author: Author, way: Manner) -> tuple[str, ...]:
    """The description of a job: statements of the trade and some that any job could have, none twice in a resume."""
    number = author.rng.randint(*way.sentences)
    own = [template for template in author.trade.of("sentences") if "{" in template or template not in author.used]
    general = [template for template in author.words.of("sentences") if template not in author.used]
    others = round(number * GENERAL + author.rng.random() - 0.5)
    templates = [*author.some(own, number - others, number - others), *author.some(general, others, others)]
    author.rng.shuffle(templates)
    author.used.update(templates)
    texts = (author.fill(template) for template in templates)
    return tuple(_stopped(text, stop=way.stops or way.prose) for text in texts if not way.prose or len(text.split()) > SHORT)


def _stopped(text: str, *, stop: bool) -> str:
    if text.endswith((":", "!", "?")):
        return text
    return text.rstrip(".") + "." if stop else text if ". " in text else text.rstrip(".")
