"""Files without page geometry: parts and tables in reading order."""

from __future__ import annotations

from resume_parser.document import Block
from resume_parser.layout import arrange
from tests.layout.paper import cell, docx, paragraph


def parts(*blocks: Block) -> list[str]:
    return [part for part in arrange(docx(*blocks)).text.split("\n") if part]


def test_the_page_header_comes_first_and_the_footer_last() -> None:
    body, head, foot = (Block((paragraph(text),), part=part) for text, part in [("Body", "body"), ("Head", "header"), ("Foot", "footer")])
    assert parts(foot, body, head) == ["Head", "Body", "Foot"]


def test_a_header_that_repeats_is_read_once() -> None:
    head = Block((paragraph("Jane Smith"),), part="header")
    assert parts(head, head, Block((paragraph("Body"),))) == ["Jane Smith", "Body"]


def test_page_numbers_in_a_footer_are_left_out() -> None:
    assert parts(Block((paragraph("Body"),)), Block((paragraph("Page 1 of 3"),), part="footer")) == ["Body"]


def test_a_row_of_single_lines_is_one_line() -> None:
    assert parts(cell(0, 0, "Python"), cell(0, 1, "expert"), cell(1, 0, "Go"), cell(1, 1, "basic")) == ["Python  expert", "Go  basic"]


def test_a_date_cell_stands_before_the_first_line_of_its_entry() -> None:
    assert parts(cell(0, 0, "2019 - 2021"), cell(0, 1, "Engineer", "Northwind")) == ["2019 - 2021  Engineer", "Northwind"]


def test_the_cells_of_one_line_beside_a_date_stand_on_its_line_and_longer_ones_below() -> None:
    row = cell(0, 0, "2019 - 2021"), cell(0, 1, "Engineer"), cell(0, 2, "Northwind, Lyon"), cell(0, 3, "Built a shop", "Ran it")
    assert parts(*row) == ["2019 - 2021  Engineer  Northwind, Lyon", "Built a shop", "Ran it"]
    assert parts(row[0], cell(0, 1, "Engineer", "Northwind"), cell(0, 2, "Lyon")) == ["2019 - 2021  Engineer", "Northwind", "Lyon"]
    assert parts(row[0], cell(0, 1, "Skills"), row[3]) == ["2019 - 2021  Skills", "Built a shop", "Ran it"]


def test_a_layout_table_is_read_cell_after_cell() -> None:
    left, right = cell(0, 0, "Skills", "Python", "Go"), cell(0, 1, "Experience", "Engineer", "Northwind")
    assert parts(left, right) == ["Skills", "Python", "Go", "Experience", "Engineer", "Northwind"]


def test_lines_of_cells_know_their_column() -> None:
    document = arrange(docx(cell(0, 0, "Skills", "Python", "Go"), cell(0, 1, "Experience", "Engineer", "Northwind")))
    assert [one.column for one in document.lines] == [0, 0, 0, 1, 1, 1]


def test_a_date_cell_and_its_entry_are_no_columns() -> None:
    document = arrange(docx(cell(0, 0, "2019 - 2021"), cell(0, 1, "Engineer", "Northwind")))
    assert {one.column for one in document.lines} == {0}


def test_a_section_label_in_the_first_cell_is_a_line_of_its_own() -> None:
    assert parts(cell(0, 0, "Experience"), cell(0, 1, "Engineer", "Northwind")) == ["Experience", "Engineer", "Northwind"]
