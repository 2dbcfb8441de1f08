from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.assembly import dates
from resume_parser.entities import Entity

TODAY = date(2023, 6, 20)


def printed(value: str, text: str = "as printed") -> Entity:
    return Entity("date_start", 0, 10, text, value)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-03", date(2019, 3, 1), date(2019, 3, 1)),
        ("2019-03-14", date(2019, 3, 14), date(2019, 3, 14)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("present", TODAY, TODAY),
    ],
)
def test_a_value_becomes_the_day_of_the_contract(value: str, start: date, end: date) -> None:
    assert dates.start_day(value, TODAY) == start
    assert dates.end_day(value, TODAY) == end


@pytest.mark.parametrize("value", ["", "2019-13", "2019-00", "2019-02-30", "2021-02-29", "0000", "19", "2019-3", "03/2019", "Present day"])
def test_an_impossible_date_is_none(value: str) -> None:
    assert dates.start_day(value, TODAY) is None
    assert dates.end_day(value, TODAY) is None


@given(st.one_of(st.text(), st.from_regex(r"\d{4}(-\d{2}(-\d{2})?)?", fullmatch=True)))
def test_no_value_raises_and_a_start_is_never_after_the_end(value: str) -> None:
    start, end = dates.start_day(value, TODAY), dates.end_day(value, TODAY)
    assert (start is None) == (end is None)
    if start and end:
        assert start <= end


def test_a_date_object_keeps_the_printed_text_and_utc_seconds() -> None:
    found = dates.parsing_date(date(2019, 3, 1), printed("2019-03", "03/2019"))
    assert found is not None
    assert found.model_dump() == {"iso8601": "2019-03-01T00:00:00", "text": "03/2019", "timestamp": 1551398400}


def test_a_missing_entry_date_is_none() -> None:
    assert dates.parsing_date(None, None) is None
    assert dates.parsing_date(None, printed("2019-13")) is None


def test_a_birth_before_1970_has_negative_seconds() -> None:
    assert dates.parsing_birth(printed("1969-12-31")).timestamp == -86400


def test_half_a_birth_date_keeps_its_text_but_gets_no_day() -> None:
    assert dates.parsing_birth(printed("1990", "1990")).model_dump() == {"iso8601": None, "text": "1990", "timestamp": None}
    assert dates.birth_day("1990-08") is None


def test_no_birth_date_is_an_object_of_nulls() -> None:
    assert dates.parsing_birth(None).model_dump() == {"iso8601": None, "text": None, "timestamp": None}


def test_the_two_text_forms_differ_by_the_zone() -> None:
    assert dates.day_text(date(990, 8, 9)) == "0990-08-09T00:00:00"
    assert dates.moment_text(date(1990, 8, 9)) == "1990-08-09T00:00:00+0000"
    assert dates.day_text(None) is None
    assert dates.moment_text(None) is None
