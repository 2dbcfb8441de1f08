import pytest

from resume_parser.entities import Place
from resume_parser.nlp.places import PlaceSpan, find_places


def only(text: str) -> PlaceSpan:
    found = find_places(text)
    assert len(found) == 1, found
    return found[0]


def place(text: str) -> Place:
    return only(text).place


@pytest.mark.parametrize(
    ("text", "city", "state", "country"),
    [
        ("Lyon, France", "Lyon", None, "FRA"),
        ("Austin, TX", "Austin", "TX", "USA"),
        ("Orlando, Florida", "Orlando", "Florida", "USA"),
        ("Berlin", "Berlin", None, "DEU"),
        ("Paris (75)", "Paris", None, "FRA"),
        ("Lyon (France)", "Lyon", None, "FRA"),
        ("Greater London", "Greater London", None, "GBR"),
        ("Bogotá D.C., Colombia", "Bogotá D.C.", None, "COL"),
        ("Washington, D.C.", "Washington", "D.C.", "USA"),
        ("Nice, France", "Nice", None, "FRA"),
        ("Mobile, AL", "Mobile", "AL", "USA"),
        ("Bremen, DE", "Bremen", None, "DEU"),
        ("Casablanca, MA", "Casablanca", None, "MAR"),
        ("Boston, MA", "Boston", "MA", "USA"),
        ("San Francisco, CA", "San Francisco", "CA", "USA"),
        ("Berlin/Germany", "Berlin", None, "DEU"),
        ("Paris France", "Paris", None, "FRA"),
        ("München, Deutschland", "München", None, "DEU"),
        ("Toronto, ON", "Toronto", "ON", "CAN"),
    ],
)
def test_a_city_is_read_with_its_state_and_country(text: str, city: str, state: str | None, country: str) -> None:
    found = place(text)
    assert (found.city, found.state, found.country) == (city, state, country)
    assert found.lat is not None
    assert only(text).score >= 0.5


@pytest.mark.parametrize(
    ("text", "number", "road", "postcode", "city"),
    [
        ("12 rue des Lilas, 69003 Lyon", "12", "rue des Lilas", "69003", "Lyon"),
        ("12, rue des Lilas, 69003 Lyon, France", "12", "rue des Lilas", "69003", "Lyon"),
        ("12 rue des Lilas 69003 Lyon", "12", "rue des Lilas", "69003", "Lyon"),
        ("12 bis rue des Lilas, 69003 Lyon", "12 bis", "rue des Lilas", "69003", "Lyon"),
        ("Musterstraße 12a, 10115 Berlin", "12a", "Musterstraße", "10115", "Berlin"),
        ("Calle Mayor, 12, 28013 Madrid", "12", "Calle Mayor", "28013", "Madrid"),
        ("1790 Alder St., Eugene, OR 97401", "1790", "Alder St", "97401", "Eugene"),
        ("10 Downing Street, London SW1A 2AA", "10", "Downing Street", "SW1A 2AA", "London"),
    ],
)
def test_an_address_is_read_with_its_street(text: str, number: str, road: str, postcode: str, city: str) -> None:
    found = place(text)
    assert (found.house_number, found.road, found.postcode, found.city) == (number, road, postcode, city)


def test_a_flat_between_street_and_city_is_its_unit() -> None:
    found = place("123 Spruce St, Apt 35, Philadelphia, PA 19103")
    assert (found.house_number, found.road, found.unit, found.city) == ("123", "Spruce St", "Apt 35", "Philadelphia")


@pytest.mark.parametrize(
    "text",
    [
        "Nice",
        "Reading",
        "Bath",
        "Split",
        "Mobile",
        "Orange",
        "Of",
        "Jane Doe",
        "Software Engineer",
        "Python, Java, SQL",
        "2019 Berlin report",
        "CA",
        "10000 Requests",
        "Data Science",
        "",
    ],
)
def test_words_that_may_be_cities_are_no_places_on_their_own(text: str) -> None:
    assert [span for span in find_places(text) if span.score >= 0.5] == []


def test_a_place_after_other_text_is_cut_from_it() -> None:
    assert [span.place.text for span in find_places("Acme Corp, Berlin")] == ["Berlin"]
    assert [span.place.text for span in find_places("University of Texas at Austin, TX")] == ["Austin, TX"]
    assert [span.place.text for span in find_places("Paris, France | jane@example.com")] == ["Paris, France"]


def test_remote_is_a_place_of_its_own_or_goes_with_a_country() -> None:
    assert place("Remote").country is None
    assert place("Remote, Mexico") == Place("Remote, Mexico", country="MEX")


def test_a_country_alone_is_a_place() -> None:
    assert place("Germany").country == "DEU"


def test_offsets_point_at_the_printed_place() -> None:
    text = "Lives in: 12 rue des Lilas, 69003 Lyon | Paris (75)"
    for span in find_places(text):
        assert text[span.start : span.end] == span.place.text


def test_an_unknown_town_needs_a_street_to_count() -> None:
    assert only("12345 Hinterwald").score < 0.5
    assert only("Hauptstraße 3, 12345 Hinterwald").score >= 0.5


def test_long_prose_holds_no_places() -> None:
    assert find_places("We moved the platform from Paris, France to another region. " * 4) == ()


def test_a_postcode_in_a_part_of_its_own_belongs_to_the_city_after_it() -> None:
    found = place("930 Via Mil Cumbres, 92075, Solana Beach, CA")
    assert (found.house_number, found.road, found.postcode, found.city) == ("930", "Via Mil Cumbres", "92075", "Solana Beach")


def test_a_postcode_is_no_house_number() -> None:
    assert place("16081, Baba Hassen, Algiers, DZ").road is None


def test_a_city_state_is_a_city_and_another_country_is_not() -> None:
    assert place("Singapore").city == "Singapore"
    assert place("Mexico").city is None


def test_a_state_between_city_and_country_code_is_read() -> None:
    found = place("Santa Cruz de Tenerife, Canary Islands, ES")
    assert (found.city, found.state, found.country) == ("Santa Cruz de Tenerife", "Canary Islands", "ESP")


def test_an_unknown_town_before_a_country_code_scores_low() -> None:
    assert place("Hinterwald, DE").city == "Hinterwald"
    assert only("Hinterwald, DE").score < 0.5
    assert place("Hinterwald, Germany").text == "Germany"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Flat 3, 27 Elm Grove, Leeds LS6 1AB", {"unit": "Flat 3", "road": "Elm Grove", "house_number": "27"}),
        ("PO Box 1234, Austin, TX 78701", {"po_box": "1234", "road": None, "state": "TX"}),
        ("27, boulevard Victor Hugo - 31000 Toulouse", {"road": "boulevard Victor Hugo", "house_number": "27", "country": "FRA"}),
        ("C/ Arenal, 9, 2º izq., 28013 Madrid", {"road": "C/ Arenal", "house_number": "9", "unit": "2º izq"}),
        ("Rua das Flores, n.º 27, 2.º Esq., 3500-112 Viseu", {"road": "Rua das Flores", "house_number": "27", "unit": "2.º Esq"}),
        ("Rua Augusta 1500, apto 42, Consolação, São Paulo", {"road": "Rua Augusta", "unit": "apto 42", "suburb": "Consolação"}),
        ("Rua XV, Curitiba/PR", {"city": "Curitiba", "state": "PR", "country": "BRA"}),
        ("Via Garibaldi 12, 10122 Torino (TO)", {"road": "Via Garibaldi", "city": "Torino", "country": "ITA"}),
        ("ul. Długa 8, 80-001 Gdańsk", {"road": "ul. Długa", "postcode": "80-001", "country": "POL"}),
        ("Lange Nieuwstraat 45 bis, 3512 PC Utrecht", {"road": "Lange Nieuwstraat", "house_number": "45 bis", "postcode": "3512 PC"}),
        ("Drottninggatan 5 B, 411 14 Göteborg", {"road": "Drottninggatan", "house_number": "5 B", "postcode": "411 14"}),
    ],
)
def test_the_parts_of_an_address_are_told_apart_as_each_country_writes_them(text: str, parts: dict[str, str | None]) -> None:
    place = max(find_places(text), key=lambda span: span.end - span.start).place
    assert {name: getattr(place, name) for name in parts} == parts


def test_the_text_of_a_place_is_as_printed_where_a_dash_parts_it() -> None:
    (span,) = find_places("Piazza del Duomo, 1 - 50122 Firenze")
    assert span.place.text == "Piazza del Duomo, 1 - 50122 Firenze"
