import re

import pytest
from pydantic import JsonValue

from resume_parser.document import Box
from resume_parser.entities import Entity, Entry
from tests.assembly.resume import assembled, entity, make_document, whole


def value_at(profile: JsonValue, path: str) -> JsonValue:
    for key in re.findall(r"\w+", path):
        profile = profile[int(key)] if isinstance(profile, list) else profile[key]  # type: ignore[index, call-overload]
    return profile


def test_every_path_leads_to_a_value_of_the_profile() -> None:
    result = whole()
    profile = result.profile.model_dump()
    assert all(value_at(profile, path) for path in result.evidence)


def test_every_value_that_was_read_has_evidence() -> None:
    assert set(whole().evidence) == {
        *("info." + key for key in ("full_name", "first_name", "last_name", "email", "phone", "location", "urls[0].url")),
        *("experiences[0]." + key for key in ("title", "company", "location", "date_start", "date_end", "description")),
        *("experiences[0].skills[0].name", "experiences[0].tasks[0].name", "educations[0].courses[0].name"),
        *("educations[0]." + key for key in ("title", "school", "date_start", "date_end")),
        *("skills[0].name", "skills[1].name", "skills[2].name", "languages[0].name"),
    }


def test_the_evidence_of_a_word_is_its_printed_text_page_and_box() -> None:
    found = whole().evidence["info.phone"]
    assert (found.text, found.page) == ("+33 6 12 34 56 78", 1)
    assert found.box == Box(30, 10, 90, 20)
    assert make_document().text[found.start : found.end] == found.text


def test_a_whole_line_has_the_box_of_the_line() -> None:
    assert whole().evidence["info.full_name"].box == Box(0, 0, 20, 10)


def test_a_value_over_two_pages_has_the_page_and_box_of_the_first() -> None:
    found = whole().evidence["experiences[0].description"]
    assert (found.page, found.box) == (1, Box(0, 30, 30, 40))


def test_a_value_over_two_lines_has_the_box_around_both() -> None:
    printed = "3456 78\nData"
    text = make_document().text
    start = text.index("56 78")
    found = assembled(Entity("summary", start, text.index(" engineer"), printed, printed)).evidence["info.summary"]
    assert found.box == Box(0, 10, 90, 30)


def test_without_geometry_there_is_a_page_but_no_box() -> None:
    found = whole(boxes=False).evidence["info.email"]
    assert (found.page, found.box) == (1, None)


def test_a_value_that_stands_nowhere_in_the_text_has_no_page() -> None:
    found = assembled(entity("email", "hidden@example.org")).evidence["info.email"]
    assert (found.page, found.box) == (None, None)


def test_dates_that_could_not_be_read_have_no_evidence() -> None:
    fields = (entity("date_start", "2011", "2011-13"), entity("date_end", "2013"))
    result = assembled(entity("date_birth", "2011"), entity("gender", "x", "x"), entries=(Entry("experience", 0, 0, fields),))
    assert set(result.evidence) == {"experiences[0].date_end"}


def test_an_unknown_path_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        _ = whole().evidence["info.nothing"]
