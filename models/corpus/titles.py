"""Job titles as resumes print them, by the stage of a career."""

from __future__ import annotations

from models.corpus.author import Author, english, small

IN_ENGLISH = 0.12  # titles printed in English in other languages; three times as often in offices
MARKED = 0.12  # "(m/w/d)", "(part-time)", "- Team X"
PAIRED = 0.04  # "Cook / Waiter"
LEVELLED = 0.4  # office titles with "Junior" or "Senior"
LEADING = 0.18  # late office jobs with a leading title
BARE = 0.03  # a place of work or a field instead of a title: "Kitchen", "Customer Success"
AS_WRITTEN, FIRST_CAPITAL, ALL_SMALL = "as written", "first capital", "all small"
JUNIOR, MIDDLE, SENIOR, INTERN = "junior", "middle", "senior", "intern"


def title(author: Author, stage: str) -> str:
    """A title for a stage of the career (JUNIOR, MIDDLE, SENIOR or INTERN)."""
    share = IN_ENGLISH * (3 if author.trade.office else 1)
    writer = english(author) if author.words.language != "en" and author.chance(share) else author
    if author.chance(BARE):
        return author.line("bare_titles") if author.chance(0.5) else author.pick(author.trade.of("areas"))
    name = _staged(writer, stage)
    other = writer.fill("{title}")
    if author.chance(PAIRED) and stage != INTERN and other not in name:
        return author.fill(author.pick(author.words.of("title_pairs")), title=name, other=other)
    return author.fill(author.pick(author.words.of("title_marks")), title=name) if author.chance(MARKED) else name


def cased(author: Author, text: str, casing: str) -> str:
    """The title in a manner of capitals; names like "IT" and German nouns keep theirs."""
    if casing == AS_WRITTEN:
        return text
    first, *others = text.split(" ")
    return " ".join([small(author, first) if casing == ALL_SMALL else first, *(small(author, word) for word in others)])


def _staged(author: Author, stage: str) -> str:
    plain = author.fill("{title}")
    if stage == INTERN:
        return author.fill(author.pick(author.words.of("intern_titles")), title=plain)
    if not author.trade.office:
        return plain
    if stage == SENIOR and author.chance(LEADING):
        return author.line("lead_titles")
    if stage in (JUNIOR, SENIOR) and author.chance(LEVELLED):
        return author.fill(author.pick(author.words.of(f"{stage}_titles")), title=plain)
    return plain
