"""The words of the languages and the look-ups of headings."""

from dataclasses import fields
from pathlib import Path

import pytest

from resume_parser import locales
from resume_parser.locales import LANGUAGES, Locale, all_locales, fold, heading_key, heading_kind, heading_kind_by_words, is_date, load

KINDS = {
    "experience", "education", "skills", "soft_skills", "languages", "certifications", "courses", "projects", "volunteering",
    "publications", "awards", "interests", "summary", "contact", "personal", "references", "tasks", "associations", "misc",
}  # fmt: skip
LABELS = {
    "name", "email", "phone", "mobile", "fax", "address", "birth_date", "birth_place", "nationality", "gender", "driving_license",
    "marital_status", "websites", "languages", "skills", "company", "title", "school", "degree", "location", "period", "grade", "tasks",
}  # fmt: skip
each_locale = pytest.mark.parametrize("locale", all_locales(), ids=LANGUAGES)


def test_the_languages_are_the_files_of_the_folder_with_english_first() -> None:
    assert LANGUAGES[0] == "en"
    assert set(LANGUAGES) == {path.stem for path in Path(locales.__file__).parent.glob("*.toml")} >= {"en", "fr", "de", "es"}


def test_no_heading_names_two_kinds_in_two_languages() -> None:
    kinds: dict[str, set[str]] = {}
    for kind, phrase in locales.headings_of_all():
        kinds.setdefault(heading_key(phrase), set()).add(kind)
    assert [key for key, named in kinds.items() if len(named) > 1] == []


FEWEST = {"titles": 150, "degrees": 60, "soft_skills": 100, "stopwords": 60, "spoken_languages": 60, "countries": 200}
FEWEST_HEADINGS = {"experience": 40, "education": 40, "skills": 20}


@each_locale
def test_a_locale_is_rich(locale: Locale) -> None:
    assert [name for name, fewest in FEWEST.items() if len(getattr(locale, name)) < fewest] == []
    assert [kind for kind, fewest in FEWEST_HEADINGS.items() if len(locale.headings[kind]) < fewest] == []


@each_locale
def test_no_field_of_a_locale_is_empty(locale: Locale) -> None:
    assert all(getattr(locale, field.name) for field in fields(locale))
    assert all(getattr(locale.dates, field.name) for field in fields(locale.dates))
    assert all(getattr(locale.names, field.name) for field in fields(locale.names))


@each_locale
def test_every_section_kind_and_label_has_words(locale: Locale) -> None:
    assert set(locale.headings) == KINDS
    assert set(locale.heading_words) <= KINDS | {"none"}
    assert set(locale.labels) == LABELS
    assert all(locale.headings.values())
    assert all(locale.labels.values())


@each_locale
def test_a_heading_names_one_kind(locale: Locale) -> None:
    kinds: dict[str, set[str]] = {}
    for kind, phrases in locale.headings.items():
        for phrase in phrases:
            kinds.setdefault(heading_key(phrase), set()).add(kind)
    assert [key for key, named in kinds.items() if len(named) > 1] == []


@each_locale
def test_a_head_word_names_one_kind(locale: Locale) -> None:
    keys = [heading_key(word) for words in locale.heading_words.values() for word in words]
    assert sorted(keys) == sorted(set(keys))


@each_locale
def test_every_year_has_twelve_months(locale: Locale) -> None:
    assert len(locale.dates.months) == 12
    assert all(1 <= month <= 12 for span in locale.dates.terms.values() for month in span)


def test_a_month_name_means_the_same_month_in_all_languages() -> None:
    numbers: dict[str, set[int]] = {}
    for locale in all_locales():
        for number, names in enumerate(locale.dates.months, 1):
            for name in names:
                numbers.setdefault(fold(name), set()).add(number)
    assert [name for name, found in numbers.items() if len(found) > 1] == []


@each_locale
def test_words_are_in_small_letters(locale: Locale) -> None:
    lists = [getattr(locale, name) for name in ("titles", "degrees", "soft_skills", "stopwords", "company_words", "school_words")]
    words = [word for part in (*lists, *locale.headings.values(), *locale.labels.values()) for word in part]
    assert [word for word in words if word != word.lower().strip()] == []


@each_locale
def test_codes_have_their_standard_length(locale: Locale) -> None:
    assert {len(code) for code in locale.countries.values()} == {3}
    assert {len(code) for code in locale.regions} == {2}
    assert set(locale.gender.values()) == {"male", "female"}
    assert len(locale.spoken_languages) >= 60


def test_an_unknown_language_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(KeyError, match="en, de, es, fr"):
        load("xx")


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Straße", "strasse"), ("Éducation", "education"), ("aujourd’hui", "aujourd'hui"), ("AÑO NUEVO", "ano nuevo"), ("Œuvre", "oeuvre")],
)
def test_fold_drops_accents_and_capitals(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text).split()) == len(text.split())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Work Experience", "experience"),
        ("EDUCATION & TRAINING", "education"),
        ("Education and Training:", "education"),
        ("E X P E R I E N C E", "experience"),
        ("W O R K  E X P E R I E N C E", "experience"),
        ("W O R K E X P E R I E N C E", "experience"),
        ("2. Career Summary", "summary"),
        ("Languages", "languages"),
        ("Expériences professionnelles", "experience"),
        ("EXPERIENCE PROFESSIONNELLE", "experience"),
        ("Centres d’intérêt", "interests"),
        ("Formation", "education"),
        ("Beruflicher Werdegang", "experience"),
        ("Aus- und Weiterbildung", "education"),
        ("Weiterbildung", "courses"),
        ("EDV-Kenntnisse", "skills"),
        ("Persönliche Daten", "personal"),
        ("FAEHIGKEITEN", None),
        ("Formación académica", "education"),
        ("Experiencia laboral", "experience"),
        ("Aficiones e intereses", "interests"),
        ("Sobre mí", "summary"),
        ("Acme Corporation", None),
        ("", None),
        ("•", None),
    ],
)
def test_a_whole_heading_is_known_in_any_spelling(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Selected Consulting Experience", "experience"),
        ("Academic Qualifications", "education"),
        ("Experience in Retail", "experience"),
        ("Advanced Laboratory Skills", "skills"),
        ("Relevanter Beruflicher Werdegang", "experience"),
        ("Besondere Sprachkenntnisse", "languages"),
        ("Expériences dans le commerce", "experience"),
        ("Formation en gestion", "education"),
        ("Experiencia en hostelería", "experience"),
        ("Formación en idiomas y otros", "education"),
        ("User Experience", None),
        ("Head of Education", None),
        ("Managed projects", None),
        ("5 years of experience", None),
        ("Sales, Marketing Experience", None),
        ("gained experience", None),
        ("Acme Corporation", None),
    ],
)
def test_a_head_word_names_a_section(text: str, kind: str | None) -> None:
    assert heading_kind_by_words(text) == kind


@pytest.mark.parametrize(
    "text", ["2018 - Present", "März 2012 – heute", "de mars 2015 à juin 2016", "03/2018", "Summer 2019", "desde enero de 2018"]
)
def test_a_date_is_a_year_and_words_of_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["Present", "Northwind 2018", "Led 20 projects in 2019", "12018", "May"])
def test_other_words_or_no_year_make_no_date(text: str) -> None:
    assert not is_date(text)
