import pytest

from resume_parser.document import Box
from resume_parser.explaining.marks import GROUPS, Mark, entry_marks, group_of, line_marks, section_marks, value_marks
from resume_parser.result import Result


def mark_at(result: Result, path: str) -> Mark:
    return next(mark for mark in value_marks(result) if mark.path == path)


def test_a_value_is_boxed_around_its_own_words(result: Result) -> None:
    mark = mark_at(result, "experiences[0].company")
    assert [(region.page, region.box) for region in mark.regions] == [(1, Box(40, 50, 85, 60))]


def test_a_value_without_page_geometry_has_no_regions_and_keeps_its_span(text_result: Result) -> None:
    mark = mark_at(text_result, "experiences[0].company")
    assert mark.regions == ()
    assert text_result.document.text[mark.start : mark.end] == "Blue Hall"


def test_a_section_covers_its_heading_and_an_entry_its_lines(result: Result) -> None:
    assert section_marks(result)[0].regions[0].box == Box(10, 30, 145, 60)
    assert entry_marks(result)[0].regions[0].box == Box(10, 50, 145, 60)
    assert len(line_marks(result.document)) == 3


def test_the_keys_of_all_marks_differ(result: Result) -> None:
    marks = (*value_marks(result), *line_marks(result.document), *section_marks(result), *entry_marks(result))
    assert len({mark.key for mark in marks}) == len(marks)


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("info.full_name", "Person"),
        ("info.urls[0].url", "Contact"),
        ("experiences[1].date_end", "Date"),
        ("experiences[1].skills[2].name", "Skill"),
        ("skills[0].name", "Skill"),
        ("tasks[0].name", "Other"),
    ],
)
def test_the_group_of_a_value_follows_from_its_path(path: str, group: str) -> None:
    assert group_of(path) == group
    assert group in GROUPS
