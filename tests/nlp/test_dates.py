from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.nlp.dates import DateRange, find_dates, read_birth_date


def only(text: str, *languages: str) -> DateRange:
    found = find_dates(text, languages or ("en",))
    assert len(found) == 1, found
    return found[0]


def ends(text: str, *languages: str) -> tuple[str | None, str | None]:
    found = only(text, *languages)
    return (found.date_start.value if found.date_start else None, found.date_end.value if found.date_end else None)


RANGES = [
    ("Jan 2018 - Mar 2020", "2018-01", "2020-03"),
    ("January 2018 – Present", "2018-01", "present"),
    ("01/2018 – heute", "2018-01", "present"),
    ("03.2019 - 05.2021", "2019-03", "2021-05"),
    ("01.09.2015 - 31.08.2019", "2015-09-01", "2019-08-31"),
    ("2015-2018", "2015", "2018"),
    ("2015 à 2018", "2015", "2018"),
    ("2015/16", "2015", "2016"),
    ("2015/2016", "2015", "2016"),
    ("2014–16", "2014", "2016"),
    ("Sept. 2019 – aujourd'hui", "2019-09", "present"),
    ("Sept. 2019 – aujourd’hui", "2019-09", "present"),
    ("de 2015 à 2018", "2015", "2018"),
    ("von 2015 bis 2018", "2015", "2018"),
    ("from 2015 to 2018", "2015", "2018"),
    ("Depuis janvier 2020", "2020-01", "present"),
    ("Seit 03/2020", "2020-03", "present"),
    ("Since 2019", "2019", "present"),
    ("desde 2018", "2018", "present"),
    ("hasta 2020", None, "2020"),
    ("until 2020", None, "2020"),
    ("jusqu'en 2020", None, "2020"),
    ("bis 2020", None, "2020"),
    ("2018-03 – 2020-05", "2018-03", "2020-05"),
    ("2011 / 07 – 2015 / 11", "2011-07", "2015-11"),
    ("Mar '18 - Jun'19", "2018-03", "2019-06"),
    ("Jan 18 - Mar 20", "2018-01", "2020-03"),
    ("Fall 2014 – Spring 2016", "2014-09", "2016-05"),
    ("May - Aug 2019", "2019-05", "2019-08"),
    ("Mai à août 2019", "2019-05", "2019-08"),
    ("Nov - Feb 2019", "2018-11", "2019-02"),
    ("03 - 05/2019", "2019-03", "2019-05"),
    ("01.03. - 30.06.2019", "2019-03-01", "2019-06-30"),
    ("2019 - ", "2019", None),
    ("2019 - …", "2019", None),
    ("2016 -- 2018", "2016", "2018"),
    ("(2012 – 2014)", "2012", "2014"),
    ("2017 to date", "2017", "present"),
    ("2017 à ce jour", "2017", "present"),
    ("mayo 2017 - actualidad", "2017-05", "present"),
    ("10/15 - 12/17", "2015-10", "2017-12"),
    ("'18 – '20", "2018", "2020"),
    ("2015 -2018", "2015", "2018"),
    ("2015\u00a0–\u00a02018", "2015", "2018"),
    ("2015 ‒ 2018", "2015", "2018"),
    ("2015 ― 2018", "2015", "2018"),
    ("Jan 2018 -\nPresent", "2018-01", "present"),
    ("Jan 2018 –\nMar 2020", "2018-01", "2020-03"),
    ("12/2015-05/2017", "2015-12", "2017-05"),
    ("du 12 mars 2015 au 3 avril 2016", "2015-03-12", "2016-04-03"),
    ("Sep. 2012 to Jun. 2014", "2012-09", "2014-06"),
    ("MAY 2015 – JUNE 2017", "2015-05", "2017-06"),
    ("2018 March - 2019 May", "2018-03", "2019-05"),
    ("enero de 2015 a marzo de 2016", "2015-01", "2016-03"),
    ("1/1/2015-1/1/2016", "2015-01-01", "2016-01-01"),
    ("2019年3月 – 2020年1月", "2019-03", "2020-01"),
    ("01/2018 - current", "2018-01", "present"),
]

SINGLES = [
    ("2018-03-01", "2018-03-01"),
    ("Jun'18", "2018-06"),
    ("Summer 2016", "2016-06"),
    ("WS 2014/15", "2014-10"),
    ("Q3 2019", "2019-07"),
    ("3 mars 2019", "2019-03-03"),
    ("March 3, 2019", "2019-03-03"),
    ("3. März 2019", "2019-03-03"),
    ("1er septembre 2019", "2019-09-01"),
    ("12 de mayo de 2015", "2015-05-12"),
    ("3rd of March 2019", "2019-03-03"),
    ("Expected May 2025", "2025-05"),
    ("graduated 2014", "2014"),
    ("in May 2015", "2015-05"),
    ("Sept\n2019", "2019-09"),
    ("févr. 2021", "2021-02"),
    ("FEVRIER 2021", "2021-02"),
]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_a_range_is_read_with_both_ends(text: str, start: str | None, end: str | None) -> None:
    assert ends(text) == (start, end)
    assert not only(text).single


@pytest.mark.parametrize(("text", "value"), SINGLES)
def test_a_lone_date_is_single_and_stands_at_the_start(text: str, value: str) -> None:
    assert ends(text) == (value, None)
    assert only(text).single


NO_DATES = [
    "+1 555 2015",
    "06 12 20 15 19",
    "$2000",
    "2000 €",
    "2015%",
    "2,015 users",
    "10.2.2015.3",
    "example.com/2019/05",
    "ISO-2000",
    "jane2015@example.com",
    "24/7",
    "10/15",
    "Team of 18",
    "1815",
    "2000+ users",
    "v2015",
    "A-1950 Sion",
    "",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_dates(text, ("en",)) == ()


def test_offsets_point_at_the_printed_text() -> None:
    text = "Developer\nDepuis janvier 2020, then 03/2015 - 04/2016 at Acme"
    for found in find_dates(text, ("fr",)):
        assert text[found.start : found.end] == found.text
        for point in (found.date_start, found.date_end):
            assert point is not None
            assert text[point.start : point.end] == point.text


def test_words_before_a_range_belong_to_it() -> None:
    assert only("Worked from 2015 to 2018 there").text == "from 2015 to 2018"
    assert only("Seit 03/2020").text == "Seit 03/2020"


def test_two_ranges_in_a_line_stay_two() -> None:
    found = find_dates("2012–2014, 2016–2018", ("en",))
    assert [(r.date_start.value, r.date_end.value) for r in found if r.date_start and r.date_end] == [("2012", "2014"), ("2016", "2018")]


def test_ranges_in_following_lines_are_not_joined() -> None:
    found = find_dates("2012 - 2014\n2014 - 2016\n2018", ("en",))
    assert [r.text for r in found] == ["2012 - 2014", "2014 - 2016", "2018"]


def test_day_and_month_follow_the_language() -> None:
    assert ends("03/04/2019", "en") == ("2019-03-04", None)
    assert ends("03/04/2019", "fr") == ("2019-04-03", None)


def test_another_date_of_the_text_proves_that_the_day_comes_first() -> None:
    found = find_dates("03/04/2018 - 25/12/2019", ("en",))[0]
    assert found.date_start is not None
    assert found.date_start.value == "2018-04-03"


def test_a_month_above_twelve_is_the_day() -> None:
    assert ends("14/03/2019", "en") == ("2019-03-14", None)
    assert ends("03/14/2019", "fr") == ("2019-03-14", None)


def test_an_end_before_the_start_is_kept_and_flagged() -> None:
    found = only("2020 - 2018")
    assert found.flawed
    assert ends("2020 - 2018") == ("2020", "2018")
    assert not only("2018 - 05/2018").flawed


def test_a_hyphenated_pair_of_years_is_a_month_only_beside_others_like_it() -> None:
    assert ends("2009-10") == ("2009", "2010")
    values = [r.date_start.value for r in find_dates("2009-10\n2011-03", ("en",)) if r.date_start]
    assert values == ["2009-10", "2011-03"]


def test_a_language_without_a_locale_is_read_by_dateparser() -> None:
    assert ends("gennaio 2019 - oggi", "it", "en") == ("2019-01", "present")
    assert ends("março 2019 - maio 2020", "pt", "en") == ("2019-03", "2020-05")


def test_a_birth_date_is_read_to_the_day() -> None:
    for text, language in [
        ("Born 09/08/1990", "fr"),
        ("né le 9 août 1990 à Lyon", "fr"),
        ("geb. 9.8.1990", "de"),
        ("August 9, 1990", "en"),
    ]:
        point = read_birth_date(text, language)
        assert point is not None
        assert point.value == "1990-08-09"


def test_a_birth_year_alone_is_no_birth_date() -> None:
    assert read_birth_date("1990", "en") is None


@given(st.text(alphabet="0123456789/-–.' \nJanMarto", max_size=60))
def test_any_text_gives_ordered_ranges_that_do_not_overlap(text: str) -> None:
    found = find_dates(text, ("en",))
    assert all(text[r.start : r.end] == r.text for r in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
