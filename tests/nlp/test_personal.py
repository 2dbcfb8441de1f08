import pytest

from resume_parser.nlp.personal import birth_date, driving_license, gender


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Date of birth: 09/08/1990", "fr", "1990-08-09"),
        ("Date of birth: 08/09/1990", "en", "1990-08-09"),
        ("Né le 9 août 1990 à Lyon", "fr", "1990-08-09"),
        ("Geburtsdatum: 9.8.1990", "de", "1990-08-09"),
        ("Fecha de nacimiento: 9 de agosto de 1990", "es", "1990-08-09"),
        ("DOB - August 9, 1990", "en", "1990-08-09"),
    ],
)
def test_a_day_after_a_birth_label_is_the_birth_date(text: str, language: str, value: str) -> None:
    found = birth_date(text, language)
    assert found is not None
    assert found.value == value
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["09/08/1990", "Date of birth: 1990", "Started 09/08/1990"])
def test_no_label_or_no_day_is_no_birth_date(text: str) -> None:
    assert birth_date(text, "en") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Permis B", "B"),
        ("Permis de conduire : B, A2", "B, A2"),
        ("Driving licence: B", "B"),
        ("Führerschein Klasse B", "B"),
        ("Führerschein: BE", "BE"),
        ("Carnet de conducir B", "B"),
        ("B driving licence", "B"),
    ],
)
def test_the_categories_of_a_licence_are_read(text: str, value: str) -> None:
    found = driving_license(text)
    assert found is not None
    assert found.value == value
    assert text[found.start : found.end] == found.text


def test_a_licence_without_categories_is_given_as_printed_with_a_lower_score() -> None:
    found = driving_license("Interests: chess\nFull driving licence, own car")
    assert found is not None
    assert "driving licence" in found.value.lower()
    assert found.score < 0.9


def test_a_text_without_a_licence_has_none() -> None:
    assert driving_license("Drove a team of five. Class B shares.") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Gender: Male", "male"),
        ("Sex: female", "female"),
        ("Sexe : Femme", "female"),
        ("Geschlecht: männlich", "male"),
        ("Mme Jane Doe\nDeveloper", "female"),
        ("Herr Karl Meier", "male"),
    ],
)
def test_a_stated_gender_is_read(text: str, value: str) -> None:
    found = gender(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["Jane Doe", "Worked for men's health", "x\n" * 300 + "Mrs Jane Doe"])
def test_gender_is_never_inferred(text: str) -> None:
    assert gender(text) is None
