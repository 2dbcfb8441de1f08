from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.assembly.durations import Period, years_covered

DAYS = st.dates(date(1970, 1, 1), date(1973, 1, 1))


def test_one_period_is_its_days_over_365() -> None:
    assert years_covered([(date(2019, 3, 1), date(2023, 6, 20))]) == 4.306849315068493


def test_overlapping_periods_count_once() -> None:
    periods = [(date(2015, 1, 1), date(2017, 1, 1)), (date(2016, 1, 1), date(2016, 6, 1)), (date(2016, 1, 1), date(2018, 1, 1))]
    assert years_covered(periods) == (date(2018, 1, 1) - date(2015, 1, 1)).days / 365


def test_the_gap_between_two_periods_does_not_count() -> None:
    assert years_covered([(date(2018, 1, 1), date(2019, 1, 1)), (date(2010, 1, 1), date(2011, 1, 1))]) == 2.0


@pytest.mark.parametrize("period", [(None, date(2019, 1, 1)), (date(2019, 1, 1), None), (None, None), (date(2019, 1, 1), date(2018, 1, 1))])
def test_a_period_without_both_days_in_order_does_not_count(period: Period) -> None:
    assert years_covered([period]) == 0.0


def test_no_period_is_a_float_zero() -> None:
    assert repr(years_covered([])) == "0.0"


@given(st.lists(st.tuples(DAYS, DAYS), max_size=6))
def test_the_union_has_as_many_days_as_counting_them_one_by_one(periods: list[tuple[date, date]]) -> None:
    counted = {start + timedelta(days=number) for start, end in periods for number in range((end - start).days)}
    assert years_covered(periods) == len(counted) / 365
