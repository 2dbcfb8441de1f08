"""What stands beside jobs and studies: skills, languages, certificates, interests, a summary."""

from __future__ import annotations

from models.corpus.author import Author, english
from models.corpus.careers import Manner, month, sentences
from models.corpus.content import Job, Named, SkillGroup, Span
from models.corpus.employers import employer

LEVELLED = 0.15  # lists of skills with a level each
ROW = 3  # parts of a row: name, issuer, in the lists of certificates


def skills(author: Author) -> tuple[SkillGroup, ...]:
    """Hard skills: one plain list, or some lists under labels."""
    names = _known(author)
    if author.chance(0.5):
        return (_group(author, None, names),)
    labels = author.some(author.words.of("skill_labels"), 2, 4)
    share = -(-len(names) // len(labels))
    parts = (names[index * share : (index + 1) * share] for index in range(len(labels)))
    return tuple(_group(author, label, part) for label, part in zip(labels, parts, strict=True) if part)


def _known(author: Author) -> list[str]:
    """Skills of the trade, some of another one, some of any office."""
    own = author.some(author.trade.of("tools"), 3, 16)
    foreign = author.some(english(author).trade.of("tools"), 1, 5) if author.chance(0.15) else []
    office = author.some(author.words.of("office_tools"), 1, 5) if author.chance(0.5) else []
    names = list(dict.fromkeys(author.fill(name) for name in (*own, *foreign, *office)))
    if author.chance(0.5):
        author.rng.shuffle(names)
    return names


def _group(author: Author, label: str | None, names: list[str]) -> SkillGroup:
    levels = tuple(author.line("skill_levels") for _ in names) if author.chance(LEVELLED) else ()
    return SkillGroup(label, tuple(names), levels)


def spoken(author: Author) -> tuple[tuple[str, str | None], ...]:
    """Languages, the own first, with levels in one style or none."""
    first, *others = author.words.of("tongues")
    names = [first, *author.some(others, 1, 4)]
    style = author.words.of(author.pick(("levels_words", "levels_words", "levels_cefr", "levels_mixed")))
    if author.chance(0.15):
        return tuple((name, None) for name in names)
    return tuple((name, author.fill(style[0] if name == first else author.pick(style[1:]))) for name in names)


def named(author: Author, list_name: str, most: int) -> tuple[Named, ...]:
    """Rows of a list ("name = issuer"; the issuer may be missing), with a date now and then."""
    own, general = author.trade.of(list_name), author.words.of(list_name)
    rows = list(dict.fromkeys([*author.some(own, 1, most), *author.some(general, 0 if own else 1, 2 if own else most)]))
    style = author.rng.random()
    return tuple(_named(author, row, style) for row in rows)


def _named(author: Author, row: str, style: float) -> Named:
    name, _, issuer = author.fill(row).partition(" = ")
    count = author.now - author.rng.randint(1, 150)
    dates = Span(month(count, years_only=style < 0.45)) if style < 0.7 else None  # noqa: PLR2004 -- shares of the styles
    return Named(name, issuer if issuer and author.chance(0.75) else None, dates)


def projects(author: Author, way: Manner) -> tuple[Job, ...]:
    """One to four projects: a name instead of a title."""
    found = []
    for _ in range(author.rng.randint(1, 4)):
        name = author.fill(author.pick((*author.trade.of("projects"), *author.words.of("projects"))))
        tools = tuple(author.some(author.trade.of("tools"), 2, 5)) if author.chance(0.4) else ()
        found.append(Job(name, None, None, _recent(author) if author.chance(0.5) else None, sentences(author, way), tools=tools))
    return tuple({job.title: job for job in found}.values())


def volunteering(author: Author, way: Manner) -> tuple[Job, ...]:
    """Unpaid work for one or two organisations."""
    pairs = (author.line("volunteering").partition(" = ") for _ in range(author.rng.randint(1, 2)))
    found = {title: organisation for title, _, organisation in pairs}
    told = author.chance(0.3)
    return tuple(
        Job(title, name or employer(author), None, _recent(author), sentences(author, way) if told else ()) for title, name in found.items()
    )


def _recent(author: Author) -> Span:
    end = author.now - author.rng.randint(0, 90)
    start = end - author.rng.randint(2, 40)
    years_only = author.chance(0.5)
    if author.chance(0.3):
        return Span(month(start, years_only=years_only), None, ongoing=True)
    return Span(month(start, years_only=years_only), month(end, years_only=years_only))


def summary(author: Author) -> str:
    """Two to eight sentences about the candidate."""
    parts = [author.fill(text) for text in author.some(author.words.of("summaries"), 2, author.pick((4, 4, 8)))]
    return " ".join(part if part.endswith((".", "!")) else part + "." for part in parts)
