import pytest

from resume_parser.nlp.names import join_letters, name_score, split_name, title_case


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Jane Doe", "Jane", "Doe"),
        ("JOSÉ GARCÍA", "José", "García"),
        ("DUPONT Jean", "Jean", "Dupont"),
        ("Jean DUPONT", "Jean", "Dupont"),
        ("Dupont, Jean", "Jean", "Dupont"),
        ("MÜLLER-LÜDENSCHEIDT Anna", "Anna", "Müller-Lüdenscheidt"),
        ("Dr. Anna van der Berg", "Anna", "van der Berg"),
        ("JAN VAN DER BERG", "Jan", "van der Berg"),
        ("Prof. Dr. Karl Meier", "Karl", "Meier"),
        ("Charles de Gaulle", "Charles", "de Gaulle"),
        ("MARY MCDONALD", "Mary", "McDonald"),
        ("MARY O'NEIL", "Mary", "O'Neil"),
        ("JEAN-PIERRE MARTIN", "Jean-Pierre", "Martin"),
        ("J A N E  D O E", "Jane", "Doe"),
        ("Jane Doe, PhD", "Jane", "Doe"),
        ("Jane Doe, MBA, PMP", "Jane", "Doe"),
        ("John Smith III", "John", "Smith III"),
        ("Robert (Bob) Smith", "Robert", "Smith"),
        ("Jane Q. Doe", "Jane Q.", "Doe"),
        ("jane doe", "Jane", "Doe"),
        ("Jane", "Jane", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_split_and_spelled(name: str, first: str, last: str) -> None:
    assert split_name(name, "en") == (first, last)


def test_spanish_names_have_two_last_names() -> None:
    assert split_name("Juan García López", "es") == ("Juan", "García López")
    assert split_name("María José García López", "es") == ("María José", "García López")


def test_known_first_names_belong_to_the_first_part() -> None:
    assert split_name("Juan Carlos García", "es") == ("Juan Carlos", "García")


@pytest.mark.parametrize("name", ["Jane Doe", "McDonald", "van der Berg", "DeShawn O'Neil"])
def test_a_mixed_spelling_is_kept(name: str) -> None:
    assert title_case(name) == name


def test_letters_set_apart_are_joined_to_words() -> None:
    assert join_letters("J A N E   D O E") == "JANE DOE"
    assert join_letters("Jane  Doe") == "Jane Doe"
    assert join_letters("A B") == "A B"


@pytest.mark.parametrize(
    "text", ["Jane Doe", "JANE DOE", "Anna van der Berg", "Dr. Jane Doe", "Jane Doe, PhD", "J A N E  D O E", "Jean DUPONT", "DUPONT Jean"]
)
def test_names_with_a_known_first_name_score_high(text: str) -> None:
    assert name_score(text) >= 0.8


@pytest.mark.parametrize("text", ["Xyzzy Plugh", "Qwert Asdfg"])
def test_capitalised_words_without_a_known_first_name_score_in_the_middle(text: str) -> None:
    assert 0.3 < name_score(text) < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "jane@example.com",
        "Jane Doe 1990",
        "worked with a team",
        "Software Engineer",
        "Work Experience",
        "Berufserfahrung",
        "Curriculum Vitae",
        "+33 6 12",
        "Jane / Doe",
        "A very long line of words that says something",
    ],
)
def test_other_lines_score_zero(text: str) -> None:
    assert name_score(text) == 0.0


def test_a_known_first_name_beats_an_unknown_one() -> None:
    assert name_score("Jane Plugh") > name_score("Xyzzy Plugh")
