"""The parts of header lines between separators, wide gaps, dates and changes of look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.nlp.dates import DateRange, find_dates
from resume_parser.nlp.entries import Draft
from resume_parser.nlp.reading import LineView, numbered, views
from resume_parser.nlp.segments import Segment, header_segments, line_segments, split_at_comma, trim
from tests.nlp.page import document_of


def lines_of(sketch: str) -> tuple[str, list[LineView]]:
    """The text of a sketch and its lines with their dates."""
    document = document_of(sketch)
    found = find_dates(document.text, ("en",))
    lines = numbered(views(document))
    return document.text, [with_dates(line, found) for line in lines]


def with_dates(line: LineView, found: tuple[DateRange, ...]) -> LineView:
    """The line with those of the dates that start in it."""
    return replace(line, dates=tuple(date for date in found if line.start <= date.start < line.end))


def cut(sketch: str) -> list[Segment]:
    """The segments of the first line of a sketch."""
    text, lines = lines_of(sketch)
    return line_segments(text, lines[0], 0)


def texts(sketch: str) -> list[str]:
    """The texts of these segments."""
    return [segment.text for segment in cut(sketch)]


@pytest.mark.parametrize("separator", ["  ", "\t", " | ", " • ", " · ", " - ", " – ", " — ", " » ", " > ", " @ ", "; ", "|"])
def test_separators_part_a_line(separator: str) -> None:
    assert texts(f"Nurse{separator}Rosewood Clinic") == ["Nurse", "Rosewood Clinic"]


@pytest.mark.parametrize(
    "text", ["Aide-soignante", "Co-Founder", "Nurse/Midwife", "AT&T", "Rock'n'Roll Academy", "Nurse, Rosewood Clinic", "St. John’s"]
)
def test_marks_inside_a_name_part_nothing(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Nurse 2015 - 2020",
        "2015 - 2020 Nurse",
        "Nurse (2015 - 2020)",
        "Nurse, 2015 - 2020",
        "2015 - 2020: Nurse",
        "[Jan 2015 - Present] Nurse",
    ],
)
def test_dates_and_the_marks_around_them_are_left_out(line: str) -> None:
    assert texts(line) == ["Nurse"]


def test_a_line_that_is_only_a_date_has_no_segments() -> None:
    assert texts("2015 - 2020") == []
    assert texts("(Jan 2015 – Present)") == []


def test_a_date_in_the_middle_parts_the_line() -> None:
    assert texts("Nurse 2015 - 2020 Rosewood Clinic") == ["Nurse", "Rosewood Clinic"]


def test_a_web_address_is_left_out() -> None:
    assert texts("Rosewood Clinic (https://rosewood.example.com)") == ["Rosewood Clinic"]


@pytest.mark.parametrize("line", ["*Nurse Rosewood Clinic", "*Head *Nurse Rosewood Clinic"])
def test_a_change_of_look_parts_the_line(line: str) -> None:
    assert texts(line)[-1] == "Rosewood Clinic"
    assert [segment.style[1] for segment in cut(line)] == [True, False]


def test_a_line_in_one_look_is_not_parted() -> None:
    assert texts("= Nurse Rosewood Clinic") == ["Nurse Rosewood Clinic"]


def test_brackets_stay_only_when_they_pair_up_inside_a_name() -> None:
    assert texts("Entwickler (m/w/d)") == ["Entwickler (m/w/d)"]
    assert texts("(Rosewood Clinic)") == ["Rosewood Clinic"]
    assert texts("Rosewood Clinic (") == ["Rosewood Clinic"]


def test_segments_are_numbered_by_line_and_place() -> None:
    text, lines = lines_of("Nurse | Leeds\n2015 - 2020\nRosewood Clinic | Ward 4")
    found = header_segments(text, Draft(tuple(lines), (), None))
    assert [(segment.text, segment.slot) for segment in found] == [
        ("Nurse", (0, 0)),
        ("Leeds", (0, 1)),
        ("Rosewood Clinic", (1, 0)),
        ("Ward 4", (1, 1)),
    ]


def test_a_segment_can_be_cut_at_each_of_its_commas() -> None:
    text = document_of("Nurse, Ward 4, Rosewood Clinic").text
    whole = cut("Nurse, Ward 4, Rosewood Clinic")[0]
    assert [(left.text, right.text) for left, right in split_at_comma(text, whole)] == [
        ("Nurse", "Ward 4, Rosewood Clinic"),
        ("Nurse, Ward 4", "Rosewood Clinic"),
    ]


def test_trimming_leaves_nothing_of_punctuation() -> None:
    assert trim("Nurse", 0, 5) == (0, 5)
    assert trim(" - Nurse, ", 0, 10) == (3, 8)
    assert trim(" – | – ", 0, 7) is None
    assert trim("", 0, 0) is None


@given(st.text(alphabet="ab 1,;:|•-–()@*\t", min_size=1, max_size=40).filter(lambda text: any(ch.isalnum() for ch in text)))
def test_segments_stand_in_order_and_show_their_text(row: str) -> None:
    text, lines = lines_of(row)
    end = 0
    for segment in line_segments(text, lines[0], 0):
        assert end <= segment.start < segment.end <= len(text)
        assert segment.text == " ".join(text[segment.start : segment.end].split())
        end = segment.end
