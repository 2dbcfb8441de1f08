"""Cells of a table row that have several lines."""

from __future__ import annotations

from resume_parser.document import Document, Line
from resume_parser.layout import arrange
from tests.layout.paper import column, line, pdf


def flat(document: Document) -> list[str]:
    return [part for part in arrange(document).text.split("\n") if part]


def entry(y: float, *cells: list[str]) -> list[Line]:
    """A table row that is drawn cell by cell; its columns begin at fixed places."""
    return [made for texts, x in zip(cells, (40, 160, 300, 480), strict=False) for made in column(texts, x, y, step=13)]


def test_the_lines_of_a_cell_stand_between_the_first_line_of_its_row_and_the_lines_of_the_next_cell() -> None:
    page = [
        *entry(
            100, ["March 2016 to June", "2020"], ["Northwind Ltd", "Springfield"], ["Sales clerk", "• Offers and orders", "• Phone calls"]
        ),
        *entry(160, ["2013 – 2016"], ["Contoso Ltd", "Shelbyville"], ["Apprentice"]),
    ]
    assert flat(pdf(page)) == [
        *["March 2016 to June 2020  Northwind Ltd  Sales clerk", "Springfield", "• Offers and orders", "• Phone calls"],
        *["2013 – 2016  Contoso Ltd  Apprentice", "Shelbyville"],
    ]


def test_names_that_wrap_in_their_cells_are_whole() -> None:
    page = [
        *entry(
            100,
            ["2016 – 2018"],
            ["Certificate of higher", "vocational training"],
            ["Central Technical School of Grand", "Duchy of Nowhere"],
            ["Ogdenville"],
        ),
        *entry(135, ["2010 – 2016"], ["Head of baker-", "pastries"], ["Saint Aubert School"], ["Springfield"]),
    ]
    assert flat(pdf(page)) == [
        "2016 – 2018  Certificate of higher vocational training  Central Technical School of Grand Duchy of Nowhere  Ogdenville",
        "2010 – 2016  Head of baker-pastries  Saint Aubert School  Springfield",
    ]


def test_a_company_under_a_bold_title_in_a_narrow_cell_is_no_second_line_of_the_title() -> None:
    title, company = line("Senior software engineer", 160, 100, bold=True), line("Northwind Incorporated", 160, 113)
    page = [line("2016 – 2018", 40, 100), title, company, line("Springfield", 300, 100), line("Built the pipeline", 160, 126)]
    assert flat(pdf(page)) == ["2016 – 2018  Senior software engineer  Springfield", "Northwind Incorporated", "Built the pipeline"]


def test_words_cut_in_a_narrow_cell_are_whole_where_the_document_cuts_words() -> None:
    page = [line("2019", 480, 85), *column(["Engi-", "neer De-", "gree"], 40, 100, step=13), line("State University", 110, 100)]
    page = [*page, line("2012 – 2015", 480, 100), *column(["Bachelor of Engi-", "neering and a Mas-", "ter thesis"], 40, 160)]
    assert "Engineer Degree  State University  2012 – 2015" in flat(pdf(page))


def test_an_address_under_a_number_is_no_second_line_of_it() -> None:
    page = [line("+55 47 99128 6226", 40, 60), line("jane@example.com", 40, 73), line("Springfield", 250, 60), line("Nowhere", 250, 73)]
    assert flat(pdf(page)) == ["+55 47 99128 6226  Springfield", "jane@example.com  Nowhere"]


def test_a_hyphen_before_and_stands_for_the_end_of_the_next_word() -> None:
    page = [line("2016 – 2018", 40, 100), *column(["Kaufmann im Ein-", "und Verkauf"], 160, 100, step=13), line("Bern", 250, 100)]
    below = column(["Verhandlungen mit allen Lieferanten im In-", "und Ausland"], 40, 160)
    assert flat(pdf([*page, *below])) == [
        "2016 – 2018  Kaufmann im Ein- und Verkauf  Bern",
        *["Verhandlungen mit allen Lieferanten im In-", "und Ausland"],
    ]
