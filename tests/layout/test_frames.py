"""Reading order of slides: frames put on a page by hand, in a shuffled order of the file."""

from __future__ import annotations

from dataclasses import replace

from resume_parser.document import Block, Box, Document, Line, Page, Word
from resume_parser.layout import arrange
from tests.layout.paper import HEIGHT, WIDTH, paragraph


def frame(texts: str, x: float, y: float, width: float, height: float = 20.0, *, size: float = 10.0) -> Block:
    """A frame with one paragraph per line of the text."""
    box = Box(x, y, x + width, y + height)
    return Block(tuple(_sized(paragraph(text), size, box) for text in texts.split("\n")))


def _sized(line: Line, size: float, box: Box) -> Line:
    words: tuple[Word, ...] = tuple(replace(word, size=size) for word in line.words)
    return replace(line, words=words, box=box)


def slides(*pages: list[Block]) -> Document:
    numbered = [
        Page(
            number,
            WIDTH,
            HEIGHT,
            tuple(replace(block, lines=tuple(replace(line, page=number) for line in block.lines)) for block in blocks),
        )
        for number, blocks in enumerate(pages, 1)
    ]
    return arrange(Document("pptx", tuple(numbered), len(numbered)))


def read(*pages: list[Block]) -> list[str]:
    return slides(*pages).text.split("\n\n")


def test_frames_under_each_other_are_read_from_the_top() -> None:
    assert read([frame("last", 40, 300, 500), frame("first", 40, 40, 500), frame("second", 40, 100, 500)]) == ["first", "second", "last"]


def test_columns_are_read_one_after_the_other_under_their_common_title() -> None:
    right = [frame("Skills", 320, 100, 240), frame("Python is spoken here", 320, 140, 240)]
    left = [frame("Experience", 40, 100, 240), frame("Worked at many places", 40, 140, 240)]
    document = slides([*right, *left, frame("Jane Smith", 40, 40, 520, size=24)])
    assert document.text.split("\n\n") == ["Jane Smith", "Experience", "Worked at many places", "Skills", "Python is spoken here"]
    assert [line.column for line in document.lines] == [0, 0, 0, 1, 1]


def test_a_name_over_the_main_column_comes_before_the_sidebar_on_its_left() -> None:
    side = [frame("Skills", 20, 60, 150), frame("Triage", 20, 90, 150)]
    main = [frame("Jane Smith", 200, 40, 360, size=24), frame("Nurse", 200, 80, 360), frame("Experience", 200, 140, 360)]
    assert read([*main, *side]) == ["Jane Smith", "Nurse", "Skills", "Triage", "Experience"]


def test_a_sidebar_that_begins_with_the_name_is_read_as_a_whole() -> None:
    side = [frame("Jane Smith", 20, 20, 180, size=22), frame("jane@example.org", 20, 70, 180), frame("Skills", 20, 160, 180)]
    side.append(frame("Triage\nWound care", 20, 185, 180, 40))
    main = [frame("Experience", 220, 20, 360, size=20), frame("Nurse\nNorthwind\nNursed", 220, 60, 360, 100)]
    main.append(frame("Nurse\nSouthwind\nNursed", 220, 180, 360, 100))
    found = read([*main, *side])
    assert found[:5] == ["Jane Smith", "jane@example.org", "Skills", "Triage\nWound care", "Experience"]


def test_a_date_beside_its_entry_stands_on_the_first_line() -> None:
    rows = [frame("2019 - 2021", 40, 100, 80), frame("Nurse\nNorthwind\nNursed.", 150, 100, 400, 60)]
    rows += [frame("2015 - 2019", 40, 180, 80), frame("Clerk\nContoso\nFiled.", 150, 180, 400, 60)]
    assert read(rows[::-1]) == ["2019 - 2021  Nurse\nNorthwind\nNursed.", "2015 - 2019  Clerk\nContoso\nFiled."]


def test_a_date_on_the_right_follows_its_title() -> None:
    rows = [frame("2019 - 2021", 480, 100, 80), frame("Nurse", 40, 100, 420), frame("Nursed people in many wards", 40, 125, 420)]
    rows += [frame("2015 - 2019", 480, 180, 80), frame("Clerk", 40, 180, 420), frame("Filed papers in many rooms", 40, 205, 420)]
    expected = ["Nurse  2019 - 2021", "Nursed people in many wards", "Clerk  2015 - 2019", "Filed papers in many rooms"]
    assert read(rows) == expected


def test_headings_beside_their_content_come_before_it() -> None:
    rows = [frame("Experience", 40, 100, 100), frame("Nurse at Northwind", 180, 100, 380, 60)]
    rows += [frame("Skills", 40, 200, 100), frame("Triage and care", 180, 200, 380, 60)]
    assert read(rows[::-1]) == ["Experience", "Nurse at Northwind", "Skills", "Triage and care"]


def test_contacts_in_a_row_are_one_line() -> None:
    row = [frame("Oslo", 400, 80, 100), frame("jane@example.org", 40, 80, 160), frame("+47 21 00 00 00", 220, 80, 120)]
    head = frame("Jane Smith", 40, 40, 520, size=24)
    columns = [frame("Experience", 40, 120, 160), frame("Skills", 220, 120, 120)]
    assert read([*columns, *row, head]) == ["Jane Smith", "jane@example.org  +47 21 00 00 00  Oslo", "Experience", "Skills"]


def test_sections_at_one_height_in_two_columns_are_no_rows() -> None:
    left = [frame("Experience", 40, 100, 240), frame("Baker", 40, 130, 240), frame("Education", 40, 200, 240), frame("CAP", 40, 230, 240)]
    right = [
        frame("Skills", 320, 100, 240),
        frame("Bread", 320, 130, 240),
        frame("Languages", 320, 200, 240),
        frame("French", 320, 230, 240),
    ]
    assert read([*right, *left]) == ["Experience", "Baker", "Education", "CAP", "Skills", "Bread", "Languages", "French"]


def test_a_box_that_is_drawn_longer_than_its_text_holds_nothing_up() -> None:
    assert read([frame("below", 300, 300, 200), frame("above", 40, 40, 520, 700)]) == ["above", "below"]


def test_frames_that_overlap_are_read_from_the_top() -> None:
    tall = "a line of text\n" * 9 + "a line of text"
    assert read([frame("inside", 60, 60, 200), frame(tall, 40, 40, 500, 200)])[-1] == "inside"


def running(text: str, *, top: float = 770, size: float = 10.0, slides: int = 3, of: int = 3) -> list[str]:
    """What is read of a deck that shows a text, with the number of the slide for #, at one place on some of its slides."""
    pages = [[frame(f"text {number * 7} of this slide", 40, 300, 500)] for number in range(1, of + 1)]
    for number, page in enumerate(pages[:slides], 1):
        page.append(frame(text.replace("#", str(number)), 40, top, 300, size=size))
    return [found for found in read(*pages) if not found.startswith("text ")]


def test_running_text_in_a_margin_and_slide_numbers_are_not_read() -> None:
    assert running("Jane Smith - CV") == []
    assert running("#") == []
    assert running("Curriculum vitae, page # of 3") == []
    assert running("# | Curriculum vitae") == []


def test_running_text_that_is_contact_data_or_a_title_or_stands_inside_is_read_once() -> None:
    assert running("jane@example.org | 2024") == ["jane@example.org | 2024"]
    assert running("Jane Smith", top=20, size=20) == ["Jane Smith"]
    assert running("Northwind Hospital", top=200) == ["Northwind Hospital"]
    assert running("Northwind Hospital", slides=2, of=5) == ["Northwind Hospital"]


def test_text_in_a_margin_that_differs_is_read_on_every_slide() -> None:
    assert running("Project #", top=20, size=20) == ["Project 1", "Project 2", "Project 3"]
    assert running("201# to 2020") == ["2011 to 2020", "2012 to 2020", "2013 to 2020"]
    assert running("Experience", top=20) == ["Experience"] * 3


def test_the_footer_of_the_slides_is_running_text() -> None:
    def footer(text: str) -> Block:
        return replace(frame(text, 40, 770, 300), part="footer")

    pages = [[footer("Curriculum vitae"), frame(f"text {number * 7}", 40, 300, 500)] for number in (1, 2)]
    assert read(*pages) == ["text 7", "text 14"]
    assert read([footer("Curriculum vitae"), frame("text 7", 40, 300, 500)]) == ["text 7", "Curriculum vitae"]


def test_a_shape_without_a_place_keeps_its_text() -> None:
    assert read([Block((paragraph("somewhere"),)), frame("first", 40, 40, 500)]) == ["first", "somewhere"]
