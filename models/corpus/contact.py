"""Contact data of invented people."""

from __future__ import annotations

import re
import unicodedata

from models.corpus.author import Author
from models.corpus.content import Person
from models.corpus.employers import located
from models.corpus.titles import MIDDLE, title

FROM_AFAR = 0.2  # people whose names come from another part of the world
LETTERS = str.maketrans({"ł": "l", "ß": "ss", "ø": "o", "ı": "i", "đ": "d"})  # letters that do not fall apart into a letter and its mark
DOUBLE_FIRST, DOUBLE_FAMILY = 0.06, 0.09


def first_and_family(author: Author) -> tuple[str, str]:
    """A first and a family name that go together, several of each now and then."""
    list_name = "male" if author.gender == "m" else "female"
    if author.chance(FROM_AFAR):
        return _from_afar(author, list_name)
    first = author.line(list_name)
    if author.chance(DOUBLE_FIRST):
        first += author.pick(("-", " ", " ")) + author.pick([name for name in author.words.of(list_name) if name != first])
    return first, _family(author)


def _from_afar(author: Author, list_name: str) -> tuple[str, str]:
    firsts, families = author.pick(author.words.of(f"{list_name}_afar")).split(", ")
    return author.pick(firsts.split()), author.pick(families.split()).replace("~", " ")


def _family(author: Author) -> str:
    name = author.line("family")
    share = 0.75 if author.words.language in ("es", "pt") else DOUBLE_FAMILY
    return name + ("-" if share == DOUBLE_FAMILY and author.chance(0.8) else " ") + author.line("family") if author.chance(share) else name


def plain(text: str) -> str:
    """The text in small letters of the basic alphabet: for addresses on the net."""
    bare = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return re.sub(r"[^a-z0-9]", "", bare.encode("ascii", "ignore").decode())


def person(author: Author, birth: int) -> Person:
    """The candidate."""
    first, last = first_and_family(author)
    slots = {"first_plain": plain(first), "last_plain": plain(last.split()[-1]), "initial_plain": plain(first)[:1]}
    return Person(
        first_name=first,
        last_name=last,
        headline=_headline(author) if author.chance(0.5) else None,
        email=author.fill(author.pick(author.words.of("emails")), **slots) if author.chance(0.94) else None,
        phone=digits(author, author.line("phones")) if author.chance(0.92) else None,
        address=author.line("streets") if author.chance(0.4) else None,
        city=located(author, author.place(), "home_forms") if author.chance(0.85) else None,
        links=tuple(author.fill(link, **slots) for link in author.some(author.words.of("links"), 1, 3)) if author.chance(0.45) else (),
        personal=_personal(author, birth) if author.chance(0.35) else (),
    )


def digits(author: Author, pattern: str) -> str:
    """The pattern with a digit for each #."""
    return re.sub("#", lambda _: str(author.rng.randrange(10)), pattern)


def _headline(author: Author) -> str:
    return title(author, MIDDLE) if author.chance(0.7) else author.line("headlines")


def _personal(author: Author, birth: int) -> tuple[tuple[str, str], ...]:
    born = [author.pick(author.words.of("birth"))] if author.chance(0.7) else []
    rows = [*born, *author.some(author.words.of("personal"), 1 - len(born), 4)]
    slots = {"birth_year": str(birth // 12), "birth_month": f"{birth % 12 + 1:02d}", "birth_day": f"{author.rng.randint(1, 28):02d}"}
    slots |= {"birth_month_name": author.words.of("months")[birth % 12], "age": str((author.now - birth) // 12)}
    pairs = (author.fill(row, **slots).split("=", 1) for row in rows)
    return tuple((label, value) for label, value in pairs)
