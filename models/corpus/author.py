"""Who writes one resume: a random source with the words of a language, and the filling of templates.

A template is text with slots in braces: `{a|b}` one of them, `{m/f}` by the candidate's gender ("Verkäufer{/in}"), `{3-12}` a number,
`{city}` a made value (see VALUES) or an entry of the list of that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from models.corpus.vocabulary import Trade, Words, words

T = TypeVar("T")
SLOT = re.compile(r"\{([^{}]*)\}")
RANGE = re.compile(r"(\d+)-(\d+)")
YEARS_BACK = 14  # years inside sentences outside jobs, before the resume was written
AT_HOME = 0.85  # cities in the country where the candidate lives
OWN_SUBJECT = 0.55  # subjects of study that belong to the trade
DRAWS = 6  # attempts at a value that differs from the others in the same text
VOWELS, CONSONANTS = "AEIOU", "BCDFGLMNPRSTV"
NESTING = 6  # templates inside templates at most


@dataclass(slots=True)
class Author:
    """Draws all values of one resume; `now` is its month as a count of months since the year 0."""

    rng: Random
    words: Words
    gender: str  # "m" or "f"
    trade: Trade
    now: int
    country: str  # where the candidate lives
    company: str | None = None  # the employer that sentences name
    years: tuple[int, int] | None = None  # of the job that sentences tell of
    used: set[str] = field(default_factory=set)  # sentences already printed

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self.rng.random() < share

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.rng.randrange(len(options))]

    def some(self, options: Sequence[T], least: int, most: int) -> list[T]:
        """Between `least` and `most` different options, as many as there are."""
        return self.rng.sample(list(options), min(len(options), self.rng.randint(least, most)))

    def line(self, name: str) -> str:
        """An entry of a list of the language, filled."""
        return self.fill(self.pick(self.words.of(name)))

    def fill(self, template: str, **slots: str) -> str:
        """The template with values in its slots, no value twice; `slots` come before made values and lists."""
        text, seen = template, set[tuple[str, str]]()
        for _ in range(NESTING):
            if "{" not in text:
                break
            text = SLOT.sub(lambda match: self._new_value(match.group(1), slots, seen), text)
        for rule in self.words.lists.get("rewrites", ()):
            pattern, _, replacement = rule.partition(" => ")
            text = re.sub(pattern, replacement, text)
        return re.sub(r"  +", " ", text).strip()

    def _new_value(self, slot: str, slots: dict[str, str], seen: set[tuple[str, str]]) -> str:
        value = self._value(slot, slots)
        for _ in range(DRAWS):
            if (slot, value) not in seen:
                break
            value = self._value(slot, slots)
        seen.add((slot, value))
        return value

    def place(self) -> str:
        """A row of the list of cities, mostly of the candidate's country."""
        rows = self.words.of("cities")
        near = [row for row in rows if row.endswith(self.country)]
        return self.pick(near if near and self.chance(AT_HOME) else rows)

    def _value(self, slot: str, slots: dict[str, str]) -> str:
        if "|" in slot:
            return self.pick(slot.split("|"))
        if slot in slots:
            return slots[slot]
        if "/" in slot:
            return slot.split("/")[self.gender == "f"]
        if limits := RANGE.fullmatch(slot):
            return str(self.rng.randint(int(limits[1]), int(limits[2])))
        make = VALUES.get(slot)
        return make(self) if make else self.pick(self.words.of(slot))


def english(author: Author) -> Author:
    """The same candidate writing English: for titles, tools and degrees printed in English in a resume of another language."""
    other = words("en")
    return Author(author.rng, other, author.gender, other.trades[author.trade.key], author.now, author.country, author.company)


def city(author: Author) -> str:
    """A city of the language's countries."""
    return author.place().split(",")[1]


def area(author: Author) -> str:
    """A field of work as titles print it: "Customer Success"."""
    return author.pick(author.trade.of("areas"))


def topic(author: Author) -> str:
    """A field of work as running text prints it: "customer success"."""
    return " ".join(small(author, word) for word in area(author).split())


def small(author: Author, text: str) -> str:
    """The text as it stands inside a sentence: its first word in small letters, but for German and for names like "B2B" and "iOS"."""
    if author.words.language == "de":
        return text
    word, space, rest = text.partition(" ")
    return _small(word) + space + rest


def _small(word: str) -> str:
    return word.lower() if word[1:] == word[1:].lower() and not any(char.isdigit() for char in word) else word


def tool(author: Author) -> str:
    """A tool, a skill or a machine of the trade."""
    return author.pick(author.trade.of("tools"))


def software(author: Author) -> str:
    """A program or a brand of the trade, as it is called in all languages."""
    return author.pick(author.trade.of("software") or author.words.of("office_tools"))


def year(author: Author) -> str:
    """A year of the job that is being described; elsewhere one before the resume was written."""
    return str(author.rng.randint(*_years(author)))


def early_year(author: Author) -> str:
    """A year of the first half of what `year` draws from."""
    first, last = _years(author)
    return str(author.rng.randint(first, (first + last) // 2))


def late_year(author: Author) -> str:
    """A year of the second half of what `year` draws from."""
    first, last = _years(author)
    return str(author.rng.randint((first + last + 1) // 2, last))


def _years(author: Author) -> tuple[int, int]:
    last = author.now // 12
    return author.years or (last - YEARS_BACK, last)


def date(author: Author) -> str:
    """A point in time as running text prints it."""
    return author.pick((month(author), f"{author.rng.randint(1, 12):02d}/{year(author)}", year(author)))


def month(author: Author) -> str:
    """A month and its year in words: "March 2019"."""
    return f"{author.pick(author.words.of('months'))} {year(author)}"


def since(author: Author) -> str:
    """The first month of a time inside a job."""
    return f"{author.pick(author.words.of('months')[:6])} {early_year(author)}"


def until(author: Author) -> str:
    """The last month of a time inside a job."""
    return f"{author.pick(author.words.of('months')[6:])} {late_year(author)}"


def subject(author: Author) -> str:
    """What somebody of the trade studied; now and then anything."""
    own = author.trade.of("subjects")
    return author.pick(own if own and author.chance(OWN_SUBJECT) else author.words.of("subjects"))


def brand(author: Author) -> str:
    """An invented brand: made from syllables, words, letters or a family name; often without any cue that it is an employer."""
    kind = author.rng.random()
    kinds = ((0.5, _syllables), (0.6, letters), (0.82, _two_words), (0.92, _family_brand), (1.0, _styled))
    return next(make for limit, make in kinds if kind < limit)(author)


def _syllables(author: Author) -> str:
    middle = author.pick(author.words.of("brand_middles")) if author.chance(0.4) else ""
    return (author.pick(author.words.of("brand_starts")) + middle + author.pick(author.words.of("brand_ends"))).capitalize()


def letters(author: Author) -> str:
    """A short name in capitals: "BKW"."""
    return "".join(author.pick("ABCDEFGHIKLMNOPRSTVWZ") for _ in range(author.rng.randint(2, 4)))


def acronym(author: Author) -> str:
    """A name in capitals, spelled or spoken: "HTWB", "ESCAM", "UNITEC"."""
    if author.chance(0.45):
        return "".join(author.pick("ABCDEFGHIKLMNOPRSTUVW") for _ in range(author.rng.randint(3, 5)))
    return "".join(
        author.pick(VOWELS if (at + turn) % 2 else CONSONANTS)
        for turn in (author.rng.randrange(2),)
        for at in range(author.rng.randint(4, 8))
    )


def _two_words(author: Author) -> str:
    first, second = author.line("brand_words"), author.line("brand_nouns")
    return author.pick((f"{first} {second}", f"{first}{second}", f"{first}{second.lower()}"))


def _family_brand(author: Author) -> str:
    return author.pick((family(author), f"{family(author)} & {family(author)}", f"{author.line('male')} {family(author)}"))


def _styled(author: Author) -> str:
    name = _syllables(author)
    forms = (
        name.lower(),
        name.upper(),
        f"{name}.io",
        f"{name}24",
        f"e-{name}",
        f"{name} One",
        f"my{name}",
        f"{name}.{author.words.language}",
    )
    return author.pick(forms)


def family(author: Author) -> str:
    """A family name of the language, in the masculine form where names have two."""
    return SLOT.sub(lambda match: match.group(1).split("/")[0], author.pick(author.words.of("family")))


def company(author: Author) -> str:
    """The employer of the job that is being described; another one elsewhere."""
    return author.company or brand(author)


VALUES: dict[str, Callable[[Author], str]] = {
    "city": city,
    "area": area,
    "topic": topic,
    "tool": tool,
    "software": software,
    "year": year,
    "early_year": early_year,
    "late_year": late_year,
    "since": since,
    "until": until,
    "date": date,
    "month": month,
    "brand": brand,
    "letters": letters,
    "acronym": acronym,
    "country": lambda author: author.place().rpartition(",")[2],
    "family": family,
    "company": company,
    "title": lambda author: author.fill(author.pick(author.trade.of("titles"))),
    "subject": subject,
    "first": lambda author: author.line("male" if author.chance(0.5) else "female"),
}
