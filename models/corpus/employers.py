"""Employers and places of work as resumes print them."""

from __future__ import annotations

from models.corpus.author import Author, english

BARE_BRAND = 0.35  # employers printed as a brand without legal form or kind
OF_TRADE = 0.55  # of the others, those of a kind that belongs to the trade: a hospital for nurses
DECORATED = 0.1  # "Brand – Division", "Brand (formerly Other)", "Brand via Agency"
FOREIGN = 0.06  # employers with an English form elsewhere
AT_HOME = 0.03  # places like "Remote"
ABROAD = 0.08  # jobs in a city of another language


def employer(author: Author) -> str:
    """An employer that suits the trade."""
    writer = english(author) if author.chance(FOREIGN) else author
    name = _plain(writer)
    return author.fill(author.pick(author.words.of("company_decorations")), company=name) if author.chance(DECORATED) else name


def _plain(author: Author) -> str:
    if author.chance(BARE_BRAND):
        return author.fill("{brand}")
    own = author.trade.of("employers")
    return author.fill(author.pick(own)) if own and author.chance(OF_TRADE) else author.line("companies")


def workplace(author: Author) -> str:
    """The place of a job: "Lyon", "Lyon, France", "Remote"."""
    if author.chance(AT_HOME):
        return author.line("remote")
    if author.chance(ABROAD):
        return located(author, author.pick(author.words.of("world_cities")), "abroad_forms")
    return located(author, author.place(), "place_forms")


def located(author: Author, row: str, forms: str) -> str:
    """A row of the list of cities (postcode, city, region, country) in one of the forms of a list."""
    postcode, city, region, country = row.split(",")
    form = author.pick(author.words.of(forms))
    if not postcode and "{postcode}" in form:
        form = "{city}, {country}"
    return author.fill(form, postcode=postcode, city=city, region=region, country=country)
