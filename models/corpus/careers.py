"""Working lives: when somebody worked where, as what, and what they say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.corpus.author import Author, small
from models.corpus.content import Job, Month, Span
from models.corpus.employers import employer, workplace
from models.corpus.titles import ALL_SMALL, AS_WRITTEN, FIRST_CAPITAL, INTERN, JUNIOR, MIDDLE, SENIOR, cased, title
from models.corpus.vocabulary import Trade

EMPLOYED = 0.72  # resumes whose newest job is ongoing
LONE_DATE = 0.04  # jobs with one date only
DATELESS = 0.05
NO_COMPANY = 0.04
PROMOTED = 0.13  # jobs at the employer of the next one
ABOUT, CONTRACT, TOOLS = 0.1, 0.1, 0.18  # share of jobs with a line about the employer, a kind of contract, a line of tools
GENERAL = 0.22  # sentences that any trade could print
OTHER_TRADE = 0.15  # older jobs in a side job of the student years or another trade
SHORT = 3  # words of a statement that running text leaves out
INTERNS = 0.3  # of the first jobs
SELF_EMPLOYED = 0.02
JUNIOR_MONTHS, SENIOR_MONTHS = 40, 110  # since the first job


@dataclass(frozen=True, slots=True)
class Manner:
    """How a candidate writes the jobs down: the same in all jobs of a resume."""

    years_only: bool
    places: float  # share of jobs with a place
    sentences: tuple[int, int]  # least and most per job
    stops: bool  # sentences end with a full stop
    tools: float
    long: float  # share of statements made long
    casing: str  # of titles: "Web Developer" as in the word files, "Web developer" or "web developer"
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
        casing=author.pick((*(AS_WRITTEN,) * 13, FIRST_CAPITAL, FIRST_CAPITAL, ALL_SMALL)),
        long=author.pick((0.0, 0.1, 0.2, 0.45)),
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
    home, found = author.trade, list[Job]()
    for start, end, ongoing in periods(author, number, begin):
        promoted = found[-1] if found and author.trade is home and author.chance(PROMOTED) else None
        if not promoted:
            author.trade = _another(author) if found and author.chance(OTHER_TRADE) else home
        author.years = (start // 12, end // 12)
        job = _job(author, way, _stage(author, start - begin), promoted)
        found.append(replace(job, dates=_span(author, way, (start, end), ongoing=ongoing)))
    author.trade, author.years, author.company = home, None, None
    return tuple(found)


def _stage(author: Author, since: int) -> str:
    if since < JUNIOR_MONTHS:
        return INTERN if author.chance(INTERNS) else JUNIOR
    return SENIOR if since > SENIOR_MONTHS else MIDDLE


def _job(author: Author, way: Manner, stage: str, promoted: Job | None) -> Job:
    author.company = None
    company = promoted.company if promoted else _company(author)
    author.company = company
    place = workplace(author) if author.chance(way.places) else None
    return Job(
        title=cased(author, title(author, stage), way.casing),
        company=company,
        location=promoted.location if promoted else place,
        dates=None,
        sentences=sentences(author, way),
        contract=author.line("contracts") if author.chance(CONTRACT) else None,
        about=_about(author) if author.chance(ABOUT) else None,
        tools=tuple(author.some(author.trade.of("tools"), 2, 7)) if author.chance(way.tools) else (),
    )


def _company(author: Author) -> str | None:
    if author.chance(NO_COMPANY):
        return None
    return author.line("self_employed") if author.chance(SELF_EMPLOYED) else employer(author)


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
    others = round(number * GENERAL + author.rng.random() - 0.5)
    templates = _fresh(author, author.trade.of("sentences"), number - others) + _fresh(author, author.words.of("sentences"), others)
    author.rng.shuffle(templates)
    author.used.update(templates)
    texts = _statements(author, templates, way.long)
    return tuple(_stopped(text, stop=way.stops or way.prose) for text in texts if not way.prose or len(text.split()) > SHORT)


def _statements(author: Author, templates: list[str], share: float) -> list[str]:
    """The filled templates; a share of them extended or joined to long ones."""
    rest, found = [author.fill(template) for template in templates], list[str]()
    while rest:
        text = rest.pop()
        if author.chance(share) and _can_grow(text):
            others = [part for part in rest if _can_grow(part)][:2]
            forms = author.words.of("long_sentences")
            form = author.pick(forms if len(others) == 2 else [form for form in forms if "{two}" not in form])  # noqa: PLR2004 -- {two}, {three}
            used = [part for part, slot in zip(others, ("{two}", "{three}"), strict=False) if slot in form]
            rest = [part for part in rest if part not in used]
            slots = {name: small(author, part) for name, part in zip(("two", "three"), others, strict=False)}
            text = author.fill(form, one=text, **slots)
        found.append(text)
    return found


def _can_grow(text: str) -> bool:
    return len(text.split()) >= SHORT and text[-1] not in ".:!?" and text[0].isalpha()


def _fresh(author: Author, templates: Sequence[str], number: int) -> list[str]:
    """That many of the templates, those first that the resume has not used; used ones only where a slot makes them differ."""
    new = [template for template in templates if template not in author.used]
    old = [template for template in templates if template in author.used and "{" in template]
    found = author.some(new, number, number)
    return found + author.some(old, number - len(found), number - len(found))


def _stopped(text: str, *, stop: bool) -> str:
    if text.endswith((":", "!", "?")):
        return text
    return text.rstrip(".") + "." if stop else text if ". " in text else text.rstrip(".")
