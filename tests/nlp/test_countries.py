"""Habits of the Netherlands, Poland and Sweden, and what a resume in a language without a locale still gives."""

from __future__ import annotations

import pytest

from resume_parser.entities import Annotations
from resume_parser.nlp.cues import load_cues
from resume_parser.nlp.dates import find_dates
from resume_parser.nlp.names import name_score, split_name
from resume_parser.nlp.places import find_places
from tests.nlp.page import jobs, kinds, read, studies, values

DUTCH = """
## Marloes van der Heuvel
Korenstraat 14-2, 3572 GH Utrecht
06 - 55 01 42 83
marloes@example.org

# Werkervaring
= Wijkverpleegkundige\tsinds mei 2018
/ Thuiszorg De Linde B.V.
- Zorgplannen voor zestig cliënten

# Opleidingen & cursussen
= HBO-Verpleegkunde\t2012 t/m 2016
/ Hogeschool Domstede

# Talen
Nederlands (moedertaal), Engels (goed)
"""

POLISH = """
## KOWALCZYK Ewelina
ul. Klonowa 4B m. 17, 00-950 Warszawa
604 555 014
ewelina@example.org

# Doświadczenie zawodowe
= Główna Księgowa\tod stycznia 2019
/ Wektor Sp. z o.o.
- Prowadzenie ksiąg rachunkowych

= Księgowa\tIII 2012 – XII 2018
/ Bilans sp. j.

# Wykształcenie
= Magister ekonomii\t2003 r. – 2008 r.
/ Uniwersytet Mazowiecki

# Zainteresowania
Szachy, jazda na rowerze

Wyrażam zgodę na przetwarzanie moich danych osobowych w celu rekrutacji.
"""

SWEDISH = """
## Per af Ekenstam
Lundagatan 32, lgh 1102, 117 27 Stockholm
070-174 06 35
per@example.org

# Arbetslivserfarenhet
= Systemutvecklare, Sydkod AB
mars 2020 – pågående
- Tjänster i Java

= Lagerarbetare, Åkeriet HB
augusti 2017 t.o.m. februari 2020

# Utbildning
= Civilingenjörsexamen\t2012 – 2017
/ Västkustens tekniska högskola

# Språk
Svenska (modersmål), engelska (flytande)
"""


def value(found: Annotations, label: str) -> str | None:
    return next((entity.value for entity in found.entities if entity.label == label), None)


def test_a_dutch_resume() -> None:
    found = read(DUTCH)
    assert (found.language, value(found, "phone")) == ("nl", "+31655014283")
    assert (value(found, "first_name"), value(found, "last_name")) == ("Marloes", "van der Heuvel")
    assert kinds(DUTCH) == ["experience", "education", "languages"]
    assert jobs(DUTCH) == [("Wijkverpleegkundige", "Thuiszorg De Linde B.V.", "2018-05", "present")]
    assert studies(DUTCH) == [("HBO-Verpleegkunde", "Hogeschool Domstede", "2012", "2016")]
    assert values(DUTCH, "language") == ["Nederlands", "Engels"]


def test_a_polish_resume_and_its_consent() -> None:
    found = read(POLISH)
    assert (found.language, value(found, "phone")) == ("pl", "+48604555014")
    assert (value(found, "first_name"), value(found, "last_name")) == ("Ewelina", "Kowalczyk")
    assert jobs(POLISH) == [
        ("Główna Księgowa", "Wektor Sp. z o.o.", "2019-01", "present"),
        ("Księgowa", "Bilans sp. j.", "2012-03", "2018-12"),
    ]
    assert studies(POLISH) == [("Magister ekonomii", "Uniwersytet Mazowiecki", "2003", "2008")]
    assert values(POLISH, "interest") == ["Szachy", "jazda na rowerze"]


def test_a_swedish_resume_whose_firm_is_no_word_of_dates() -> None:
    found = read(SWEDISH)
    assert (found.language, value(found, "phone")) == ("sv", "+46701740635")
    assert (value(found, "first_name"), value(found, "last_name")) == ("Per", "af Ekenstam")
    assert jobs(SWEDISH) == [
        ("Systemutvecklare", "Sydkod AB", "2020-03", "present"),
        ("Lagerarbetare", "Åkeriet HB", "2017-08", "2020-02"),
    ]
    assert studies(SWEDISH) == [("Civilingenjörsexamen", "Västkustens tekniska högskola", "2012", "2017")]


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("pl", "od stycznia 2019 – nadal", "2019-01", "present"),
        ("pl", "01.09.2015 r. – 31.12.2018 r.", "2015-09-01", "2018-12-31"),
        ("pl", "VI.2010-IX.2014", "2010-06", "2014-09"),
        ("pl", "od września 2018 do chwili obecnej", "2018-09", "present"),
        ("nl", "sept. 2009 t/m april 2016", "2009-09", "2016-04"),
        ("nl", "maart - juni 2014", "2014-03", "2014-06"),
        ("nl", "2021 - nu", "2021", "present"),
        ("sv", "fr.o.m. 2016", "2016", "present"),
        ("sv", "2017 t.o.m. 2019", "2017", "2019"),
        ("sv", "2019-03–2021-05", "2019-03", "2021-05"),
    ],
)
def test_dates_are_read_as_the_country_prints_them(language: str, text: str, start: str, end: str) -> None:
    (found,) = find_dates(text, (language, "en"))
    assert (found.date_start and found.date_start.value, found.date_end and found.date_end.value) == (start, end)


def test_roman_numbers_are_months_only_in_polish() -> None:
    (found,) = find_dates("Engineer II 2019", ("en", "pl"))
    assert found.date_start is not None
    assert found.date_start.value == "2019"


@pytest.mark.parametrize(
    ("text", "postcode", "city", "road", "number"),
    [
        ("ul. Długa 12, 00-950 Warszawa", "00-950", "Warszawa", "ul. Długa", "12"),
        ("os. Piastów 12 m. 44, 31-624 Kraków", "31-624", "Kraków", "os. Piastów", "12 m. 44"),
        ("Lijnbaansgracht 212-II, 1017 RK Amsterdam", "1017 RK", "Amsterdam", "Lijnbaansgracht", "212-II"),
        ("Molenstraat 8 bus 3, 8500 Kortrijk", "8500", "Kortrijk", "Molenstraat", "8 bus 3"),
        ("Storgatan 14B, 412 58 Göteborg", "412 58", "Göteborg", "Storgatan", "14B"),
        ("Den Haag, 2514 EA", "2514 EA", "Den Haag", None, None),
    ],
)
def test_addresses_of_the_three_countries(text: str, postcode: str, city: str, road: str | None, number: str | None) -> None:
    (found,) = find_places(text)
    assert (found.place.postcode, found.place.city, found.place.road, found.place.house_number) == (postcode, city, road, number)


@pytest.mark.parametrize("name", ["Ben Carter", "Per Nilsson", "Bo Ek", "Dan Smith", "Mia Lind", "BAKKER, Sanne", "Sanne Bakker"])
def test_first_and_last_names_may_be_small_words_and_trades_elsewhere(name: str) -> None:
    assert name_score(name) >= 0.6


@pytest.mark.parametrize("text", ["Summer School", "Prima Esperienza", "Bakker Slager"])
def test_words_of_headings_and_trades_alone_are_no_name(text: str) -> None:
    assert name_score(text) == 0


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Pieter-Jan van den Broek", "Pieter-Jan", "van den Broek"),
        ("Fatima el Amrani", "Fatima", "el Amrani"),
        ("Johan von Schéele", "Johan", "von Schéele"),
        ("WIŚNIEWSKA-DUDEK Agnieszka", "Agnieszka", "Wiśniewska-Dudek"),
    ],
)
def test_names_are_cut_as_the_country_does(name: str, first: str, last: str) -> None:
    assert split_name(name, "nl") == (first, last)


@pytest.mark.parametrize(
    "name", ["Wektor Sp. z o.o.", "Bilans sp. j.", "Mosty Sp. z o.o. Sp.k.", "Odra S.A.", "Kwint N.V.", "Sydkod AB", "Trä HB"]
)
def test_legal_forms_make_a_company(name: str) -> None:
    assert load_cues().organisation(name) == 1.0


@pytest.mark.parametrize(
    "title", ["Verkoper (m/v/x)", "Specjalista ds. sprzedaży (K/M)", "Säljare", "Wijkverpleegkundige", "Młodszy programista"]
)
def test_titles_with_and_without_marks_of_gender(title: str) -> None:
    assert load_cues().title(title) == 1.0


@pytest.mark.parametrize(
    "degree", ["mgr inż. informatyki", "Licencjat", "MBO Verpleegkunde", "HAVO", "Naturbruksprogrammet", "Högskoleexamen i juridik"]
)
def test_degrees_of_the_three_countries(degree: str) -> None:
    assert load_cues().degree(degree) == 1.0


FOREIGN = {
    "no": ("## Ola Nordmann Hagen", "Arbeidserfaring", "Elektriker, Fjord Elektro AS", "januar 2018 – nå"),
    "fi": ("## Aino Virtanen", "Työkokemus", "Ohjelmistokehittäjä, Koodipaja Oy", "tammikuu 2019 – nykyhetki"),
    "cs": ("## Jana Nováková", "Pracovní zkušenosti", "Účetní, Stavby Morava s.r.o.", "leden 2017 – dosud"),
    "ro": ("## Andrei Popescu", "Experiență profesională", "Inginer, Dacia Soft SRL", "ianuarie 2018 – prezent"),
    "tr": ("## Ayşe Yılmaz", "İş Deneyimi", "Yazılım Mühendisi, Boğaz Yazılım A.Ş.", "Ocak 2018 – Halen"),
    "hu": ("## Kovács Péter", "Szakmai tapasztalat", "Könyvelő, Duna Kft.", "2018. január – jelenleg"),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_resume_without_a_locale_gives_name_and_contacts_and_invents_nothing(language: str) -> None:
    name, heading, job, dates = FOREIGN[language]
    found = read(f"{name}\nanna@example.org | +358 40 555 0142 | github.com/anna-invented\n\n# {heading}\n= {job}\n{dates}\n- Java, React")
    assert value(found, "email") == "anna@example.org"
    assert value(found, "phone") == "+358405550142"
    assert value(found, "url") == "https://github.com/anna-invented"
    assert value(found, "name") == name.removeprefix("## ")
    assert not {entry.kind for entry in found.entries} - {"experience"}
    assert not {entity.label for entity in found.entities} & {"summary", "interest", "certification", "gender", "driving_license"}
