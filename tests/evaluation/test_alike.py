import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from resume_parser.evaluation import alike
from resume_parser.evaluation.alike import Value


def test_case_accents_and_punctuation_do_not_tell_texts_apart() -> None:
    assert alike.folded("Développeuse, Sénior (F/H)") == "developpeuse senior f h"


def test_plus_and_sharp_tell_programming_languages_apart() -> None:
    assert len({alike.folded(name) for name in ("C", "C++", "C#")}) == 3


@given(st.text("abc éx", max_size=20), st.text("abc éx", max_size=20))
def test_the_ratio_is_that_of_rapidfuzz(first: str, second: str) -> None:
    one, two = alike.folded(first), alike.folded(second)
    expected = fuzz.token_sort_ratio(one, two) / 100 if one and two else 0.0
    assert alike.sorted_ratio(first, second) == pytest.approx(expected)


def test_one_typing_error_is_soft_right_and_exact_wrong() -> None:
    found, gold = Value("Senior Softwar Engineer"), Value("Senior Software Engineer")
    assert alike.same_name(found, gold, True)
    assert not alike.same_name(found, gold, False)


def test_a_title_is_not_the_same_as_another_one() -> None:
    assert not alike.same_name(Value("Head nurse"), Value("Staff engineer"), True)


def test_a_phone_without_its_country_code_is_soft_right() -> None:
    found, gold = Value("06 12 34 56 78"), Value("+33 6 12 34 56 78")
    assert alike.same_phone(found, gold, True)
    assert not alike.same_phone(found, gold, False)


def test_a_phone_with_one_other_digit_is_wrong() -> None:
    assert not alike.same_phone(Value("+33612345679"), Value("+33612345678"), True)


@pytest.mark.parametrize(
    ("found", "soft", "exact"),
    [
        ("Lyon, France", True, True),
        ("Lyon", True, True),
        ("Lyon, Espagne", True, False),
        ("France", False, False),
        ("Lyon est une ville que", False, False),
    ],
)
def test_a_place_needs_its_city_and_not_much_else(found: str, soft: bool, exact: bool) -> None:
    gold = Value("69003 Lyon, France", city="Lyon")
    assert alike.same_place(Value(found), gold, True) is soft
    assert alike.same_place(Value(found), gold, False) is exact


@pytest.mark.parametrize(
    ("found", "gold", "soft"),
    [
        ("2019-03-01T00:00:00", "2019-03", True),
        ("2019-04-01T00:00:00", "2019-03", False),
        ("2019-12-31T00:00:00", "2019", True),
        ("2019-03-01", "2019-03-14", True),
        ("present", "present", True),
        ("2026-01-15", "present", False),
        ("present", "2019", False),
    ],
)
def test_dates_are_compared_as_far_as_the_gold_goes_and_at_most_to_the_month(found: str, gold: str, soft: bool) -> None:
    assert alike.same_date(Value(found), Value(gold), True) is soft


def test_the_exact_rule_wants_the_day_where_the_gold_has_it() -> None:
    assert not alike.same_date(Value("2019-03-01"), Value("2019-03-14"), False)


def test_a_birth_date_is_compared_to_the_day_in_both_forms() -> None:
    assert not alike.same_day(Value("1990-08-01T00:00:00+0000"), Value("1990-08-09"), True)
    assert alike.same_day(Value("1990-08-09T00:00:00+0000"), Value("1990-08-09"), False)


def test_a_description_is_right_when_most_of_its_words_are_there() -> None:
    gold = Value("built the batch pipelines of the billing team in python")
    assert alike.same_text(Value("Built the batch pipelines of the billing team in Python (3)"), gold, True)
    assert not alike.same_text(Value("Built the batch"), gold, True)


def test_links_are_the_same_without_scheme_and_last_slash() -> None:
    assert alike.same_url(Value("https://www.example.org/me/"), Value("example.org/me"), False)
    assert not alike.same_url(Value("example.org/you"), Value("example.org/me"), True)


def test_a_licence_is_soft_right_with_the_same_categories() -> None:
    assert alike.same_license(Value("Permis B"), Value("B"), True)
    assert not alike.same_license(Value("Permis A"), Value("B"), True)
    assert not alike.same_license(Value("Permis B"), Value("B"), False)
