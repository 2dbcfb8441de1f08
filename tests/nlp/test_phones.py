import pytest

from resume_parser.nlp.phones import find_phones

REGIONS = ("FR", "US", "DE", "IN")
LABELS = ("tel", "phone", "mobile")


def phones(text: str, *regions: str) -> list[str]:
    return [entity.value for entity in find_phones(text, regions or REGIONS, LABELS)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+33 6 12 34 56 78", "+33612345678"),
        ("06 12 34 56 78", "+33612345678"),
        ("06.12.34.56.78", "+33612345678"),
        ("+33 (0)6 12 34 56 78", "+33612345678"),
        ("0033 6 12 34 56 78", "+33612345678"),
        ("(415) 555-2671", "+14155552671"),
        ("415.555.2671", "+14155552671"),
        ("Phone: +1 (415) 555-0142", "+14155550142"),
        ("+49 (0) 176 12345678", "+4917612345678"),
        ("Phone:-9876543210", "+919876543210"),
        ("Mobile :- +91-9140097253", "+919140097253"),
        ("Mobile No:  9876543210", "+919876543210"),
        ("(+65) 9634 3049", "+6596343049"),
        ("+34 612 34 56 78", "+34612345678"),
        ("+33\u00a06\u00a012\u00a034\u00a056\u00a078", "+33612345678"),
    ],
)
def test_a_number_is_given_in_its_international_form(text: str, value: str) -> None:
    assert phones(text) == [value]


def test_two_numbers_of_a_line_are_both_found() -> None:
    assert phones("Tel: 06.12.34.56.78 / 01 42 68 53 00") == ["+33612345678", "+33142685300"]
    assert phones("+33 6 12 34 56 78  +49 176 12345678") == ["+33612345678", "+4917612345678"]


@pytest.mark.parametrize(
    "text",
    [
        "2015 - 2018",
        "05/2017 - 08/2019",
        "01.09.2015 - 31.08.2019",
        "2012-2016 2016-2019",
        "SIRET 732 829 320 00074",
        "ISBN 978-3-16-148410-0",
        "managed 1 000 000 000 users",
        "linkedin.com/in/jane-98343912",
        "example.com/users/12854948",
        "tel 000-00-0000",
        "2016-02-01",
        "+49 176 313 XXX XX",
        "69003",
    ],
)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert phones(text) == []


def test_a_fictional_number_with_a_country_code_counts_with_a_lower_score() -> None:
    (entity,) = find_phones("+1 555 0100", REGIONS)
    assert entity.value == "+15550100"
    assert entity.score < 0.8


def test_a_possible_national_number_counts_only_beside_a_label_or_an_address() -> None:
    assert phones("(555) 555-1212", "US") == []
    assert phones("Tel. (555) 555-1212", "US") == ["+15555551212"]
    assert phones("(555) 555-1212 | jane@example.com", "US") == ["+15555551212"]


def test_the_first_region_that_knows_the_number_wins() -> None:
    assert phones("030 12345678", "DE", "FR") == ["+493012345678"]
    assert phones("81339882", "US", "SG") == ["+6581339882"]


def test_offsets_point_at_the_printed_number() -> None:
    text = "Paris | 06 12 34 56 78 | jane@example.com"
    (entity,) = find_phones(text, REGIONS)
    assert text[entity.start : entity.end] == entity.text == "06 12 34 56 78"


def test_a_number_in_threes_is_american_only_where_america_is_likely() -> None:
    assert [found.value for found in find_phones("Tel. 347 555 0148", ("IT", "CH"), ("tel",))] == ["+393475550148"]
    assert [found.value for found in find_phones("Tel. 347 555 0148", ("GB", "US"), ("tel",))] == ["+13475550148"]


def test_a_date_with_hyphens_is_no_number() -> None:
    assert find_phones("Geboortedatum: 17-04-1988", ("NL", "BE"), ("tel",)) == []
