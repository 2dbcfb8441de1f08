"""How a resume prints its dates."""

from __future__ import annotations

from dataclasses import replace

from models.corpus.content import Month, Span
from models.corpus.designs.dates import DateStyle, elided

NAMED = DateStyle("en", "name", " – ", "Present", None, collapse=False, since=None)
CLOSED, OPEN = Span(Month(2019, 3), Month(2021, 5)), Span(Month(2020, 4), ongoing=True)


def test_a_range_stands_between_a_dash_or_in_words() -> None:
    assert NAMED.span(CLOSED) == "March 2019 – May 2021"
    assert replace(NAMED, around="from {a} to {b}").span(OPEN) == "from April 2020 to Present"


def test_what_goes_on_may_be_printed_with_its_start_alone() -> None:
    assert replace(NAMED, since="Since", form="slash").span(OPEN) == "Since 04/2020"


def test_years_alone_have_no_month_in_any_form() -> None:
    assert replace(NAMED, form="point").span(Span(Month(2011), Month(2014))) == "2011 – 2014"


def test_the_year_is_printed_once_where_a_style_says_so() -> None:
    style = replace(NAMED, form="short", collapse=True)
    assert style.span(Span(Month(2020, 1), Month(2020, 3))) == "Jan – Mar 2020"
    assert style.span(Span(Month(2019), Month(2021))) == "2019–21"


def test_a_lone_date_is_printed_alone() -> None:
    assert NAMED.span(Span(Month(2019, 3))) == "March 2019"


def test_small_words_are_cut_before_vowels_in_french_and_italian_only() -> None:
    assert elided("de avril 2019 à mai 2020", "fr") == "d'avril 2019 à mai 2020"
    assert elided("dal ottobre 2019 al aprile 2020", "it") == "dall'ottobre 2019 all'aprile 2020"
    assert elided("de abril de 2019", "es") == "de abril de 2019"
