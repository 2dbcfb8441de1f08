"""Columns, tables and rails in reading order."""

from __future__ import annotations

from dataclasses import replace

from resume_parser.document import Box, Document, Line, Word
from resume_parser.layout import arrange
from tests.layout.paper import column, line, pdf

LEFT = ["EDUCATION", "State University", "Bachelor of Science", "", "SKILLS", "Python and Go", "Data bases", "", "LANGUAGES", "English"]
RIGHT = [
    "EXPERIENCE",
    "Engineer at Northwind since the spring of last year",
    "Built the pipeline that carries all of the orders",
    "and kept it running through two moves of office",
    "",
    "Analyst at Contoso for about three years before",
    "Counted things and wrote long reports about them",
    "for anyone who would read them to the very end",
    "",
    "Clerk at Fabrikam in the years before all of that",
    "Carried letters from one end of the house to the other",
]


def text(document: Document) -> str:
    return arrange(document).text


def flat(document: Document) -> list[str]:
    return [part for part in text(document).split("\n") if part]


def test_two_columns_drawn_one_after_the_other_are_read_one_after_the_other() -> None:
    page = [*column(LEFT, 40, 100), *column(RIGHT, 220, 103)]
    assert flat(pdf(page)) == [t for t in LEFT + RIGHT if t]


def test_two_columns_with_headings_on_both_sides_are_read_as_columns_although_drawn_row_by_row() -> None:
    left, right = column(LEFT, 40, 100), column(RIGHT, 220, 103)
    page = sorted(left + right, key=lambda one: one.box.top)
    assert flat(pdf(page)) == [t for t in LEFT + RIGHT if t]


def test_a_sidebar_longer_than_the_main_column_stays_whole() -> None:
    page = [*column(LEFT, 40, 100), *column(RIGHT[:4], 220, 103)]
    assert flat(pdf(page)) == [t for t in LEFT + RIGHT[:4] if t]


def test_sections_below_two_lists_are_read_after_both() -> None:
    one, two = column(["SKILLS", "Python", "Go", "Rust"], 40, 130), column(["Docker", "Linux", "Git"], 300, 145)
    page = [*one, *two, *column(["LANGUAGES", "English"], 40, 220)]
    assert flat(pdf(page)) == ["SKILLS", "Python", "Go", "Rust", "Docker", "Linux", "Git", "LANGUAGES", "English"]


def test_a_header_over_both_columns_comes_first() -> None:
    header = line("Jane Smith lives in a rather long street of a town with a name", 40, 40, size=14)
    page = [*column(LEFT, 40, 100), *column(RIGHT, 220, 100), header]
    assert flat(pdf(page))[0].startswith("Jane Smith")
    assert flat(pdf(page))[1:] == [t for t in LEFT + RIGHT if t]


def test_contact_data_drawn_across_the_gutter_stay_on_one_line_above_the_columns() -> None:
    header = [line("Jane Smith", 40, 40, size=20), line("jane@example.com", 40, 70), line("Springfield", 220, 70)]
    page = [*header, *column(LEFT, 40, 100), *column(RIGHT, 220, 100)]
    assert flat(pdf(page))[:3] == ["Jane Smith", "jane@example.com  Springfield", "EDUCATION"]


def test_a_sidebar_that_holds_the_name_is_read_before_the_main_column() -> None:
    sidebar = [line("Jane Smith", 420, 60, size=20), *column(["CONTACT", "jane@example.com", "555 0123", "Springfield"], 420, 110)]
    page = [*column(RIGHT, 40, 60), *sidebar]
    assert flat(pdf(page))[0] == "Jane Smith"
    assert flat(pdf(page))[-1] == RIGHT[-1]


def test_dates_in_a_left_column_stand_on_the_line_of_their_entry() -> None:
    content = column(
        [
            "Engineer at Northwind",
            "Built the pipeline that carries all orders",
            "Analyst at Contoso",
            "Counted things and wrote reports",
            "Clerk",
        ],
        160,
        100,
    )
    dates = [line("2019 - 2021", 40, 100), line("2015 - 2019", 40, 130), line("2012 - 2015", 40, 160)]
    page = [dates[0], *content[:2], dates[1], *content[2:4], dates[2], content[4]]
    expected = [
        "2019 - 2021  Engineer at Northwind",
        "Built the pipeline that carries all orders",
        "2015 - 2019  Analyst at Contoso",
        "Counted things and wrote reports",
        "2012 - 2015  Clerk",
    ]
    assert flat(pdf(page)) == expected
    assert flat(pdf([*dates, *content])) == expected


def test_a_date_that_wraps_in_its_left_cell_is_joined_before_its_entry() -> None:
    dates = [line("02/2023 -", 40, 100), line("today", 40, 115), line("01/2020 -", 40, 160), line("02/2023", 40, 175)]
    content = column(["Engineer", "Northwind in Springfield", "Built pipelines", "", "Analyst", "Contoso in Salem", "Counted"], 160, 100)
    page = [*dates[:2], *content[:3], *dates[2:], *content[3:]]
    assert flat(pdf(page))[0] == "02/2023 - today  Engineer"
    assert flat(pdf(page))[3] == "01/2020 - 02/2023  Analyst"


def test_a_date_cut_inside_its_number_is_whole_again() -> None:
    dates = [line("2020-02 - 2023-", 40, 100), line("08", 40, 115), line("2017-05 - 2020-", 40, 160), line("01", 40, 175)]
    content = column(["Engineer", "Northwind in Springfield", "Built pipelines", "", "Analyst", "Contoso in Salem", "Counted"], 160, 100)
    page = [*dates[:2], *content[:3], *dates[2:], *content[3:]]
    assert flat(pdf(page))[0] == "2020-02 - 2023-08  Engineer"


def test_dates_at_the_line_end_stay_on_their_line() -> None:
    page = []
    for index, (title, date) in enumerate([("Engineer", "2019 - 2021"), ("Analyst", "2015 - 2019"), ("Clerk", "2012 - 2015")]):
        page += [line(title, 40, 100 + 45 * index), line(date, 480, 100 + 45 * index)]
        page.append(
            line("did things for a living and wrote about them at length in every monthly report of the firm", 40, 115 + 45 * index)
        )
    assert [part for part in flat(pdf(page)) if "20" in part] == ["Engineer  2019 - 2021", "Analyst  2015 - 2019", "Clerk  2012 - 2015"]


def test_place_and_date_of_a_right_cell_stand_on_the_first_line_of_the_entry() -> None:
    page = []
    for y in (100, 160):
        page += column(
            ["Engineer at Northwind", "built the pipeline that carries all orders of the", "firm and kept it running through two moves"],
            40,
            y,
        )
        page += [line("Springfield", 500, y), line("2019 - 2021", 500, y + 15)]
    assert flat(pdf(page))[0] == "Engineer at Northwind  Springfield  2019 - 2021"
    assert flat(pdf(page))[3] == "Engineer at Northwind  Springfield  2019 - 2021"


def test_section_labels_beside_their_content_become_lines_of_their_own() -> None:
    page = [
        line("EXPERIENCE", 40, 100),
        *column(["Engineer at Northwind", "built the pipeline that carries all orders"], 160, 100),
        line("EDUCATION", 40, 150),
        *column(["State University of Springfield", "Bachelor of Science"], 160, 150),
        line("SKILLS", 40, 200),
        *column(["Python, Go and data bases", "Welding"], 160, 200),
    ]
    parts = flat(pdf(page))
    assert parts[:2] == ["EXPERIENCE", "Engineer at Northwind"]
    assert parts[parts.index("EDUCATION") + 1] == "State University of Springfield"


def test_labels_with_a_colon_are_read_across() -> None:
    page = [*column(["Name:", "Born:", "Nationality:"], 40, 100), *column(["Jane Smith", "Springfield", "British"], 200, 100)]
    assert flat(pdf(page)) == ["Name:  Jane Smith", "Born:  Springfield", "Nationality:  British"]


def test_two_lists_side_by_side_in_a_section_are_read_one_after_the_other() -> None:
    one, two = column(["• Python", "• Go", "• Rust"], 40, 130), column(["• Docker", "• Linux", "• Git"], 300, 130)
    page = [line("SKILLS", 40, 100), *one, *two]
    assert flat(pdf(page)) == ["SKILLS", "• Python", "• Go", "• Rust", "• Docker", "• Linux", "• Git"]


def test_a_sidebar_on_two_pages_does_not_cut_the_main_column() -> None:
    one = [*column(RIGHT, 40, 60), *column(LEFT, 420, 60)]
    more = [
        "Clerk at Initech for a year or a little more",
        "Sorted all the letters of the house by colour",
        "and carried them to the people they were for",
    ]
    two = [*column(more, 40, 60, page=2), *column(["AWARDS", "Golden Spoon", "Silver Fork"], 420, 60, page=2)]
    parts = flat(pdf(one, two))
    assert parts.index(more[0]) == parts.index(RIGHT[-1]) + 1
    assert parts.index("EDUCATION") > parts.index(more[-1])


def test_each_line_knows_its_column() -> None:
    document = arrange(pdf([*column(LEFT, 40, 100), *column(RIGHT, 220, 103)]))
    columns = {document.text[one.start : one.end]: one.column for one in document.lines}
    assert columns["EDUCATION"] == 0
    assert columns["EXPERIENCE"] == 1


def test_a_title_and_a_company_under_it_stay_two_lines_when_the_date_is_drawn_last() -> None:
    page = []
    for y in (100, 160, 220):
        page += [line("Engineer", 40, y), line("Northwind", 40, y + 15), line("2019 - 2021", 480, y)]
        page.append(line("built the pipeline that carries all of the orders of the house and kept it running for a while", 40, y + 30))
    assert flat(pdf(page))[:2] == ["Engineer  2019 - 2021", "Northwind"]


def test_a_title_that_wraps_before_its_date_is_one_line() -> None:
    page = [line("Senior Engineer", 40, 100), line("and Architect", 40, 115), line("2019 - 2021", 122, 100), line("Northwind", 40, 145)]
    assert flat(pdf(page)) == ["Senior Engineer and Architect  2019 - 2021", "Northwind"]


def test_a_narrow_gap_is_a_gutter_where_other_lines_begin() -> None:
    page = []
    for index, date in enumerate(["03/2019 – 02/2021", "03/2015 – 02/2019", "03/2012 – 02/2015"]):
        y = 100 + 45 * index
        entry = line("Engineer", 132, y)
        page += [replace(entry, words=(*line(date, 40, y).words, *entry.words))]
        page += column(["Northwind in Springfield", "built the pipeline"], 132, y + 15)
    assert flat(pdf(page))[0] == "03/2019 – 02/2021  Engineer"


def test_dates_above_lists_are_not_taken_for_a_column_of_the_lists() -> None:
    dates = [line("EDUCATION", 40, 100), line("2010 – 2012", 40, 125), line("2007 – 2010", 40, 155)]
    schools = [*column(["Master", "State University"], 140, 125), *column(["Bachelor", "State College"], 140, 155)]
    lists = [*column(["• Python", "• Go", "• Rust"], 40, 220), *column(["• Docker", "• Linux", "• Git"], 140, 220)]
    page = [dates[0], dates[1], *schools[:2], dates[2], *schools[2:], line("SKILLS", 40, 195), *lists]
    assert flat(pdf(page)) == [
        *["EDUCATION", "2010 – 2012  Master", "State University", "2007 – 2010  Bachelor", "State College"],
        *["SKILLS", "• Python", "• Go", "• Rust", "• Docker", "• Linux", "• Git"],
    ]


def test_dates_at_the_line_end_above_two_columns_are_no_part_of_the_right_column() -> None:
    jobs = [*column(["Mechanic", "Northwind", "• Brakes", "", "Apprentice", "Contoso", "• Tyres"], 40, 100)]
    dates = [line("2014 – 2019", 480, 100), line("2011 – 2014", 480, 160)]
    page = [*dates, *jobs, *column(LEFT[4:], 40, 230), *column(["INTERESTS", "Rugby", "Old cars", "", "COURSES", "First aid"], 300, 230)]
    assert flat(pdf(page)) == [
        *["Mechanic  2014 – 2019", "Northwind", "• Brakes", "Apprentice  2011 – 2014", "Contoso", "• Tyres"],
        *["SKILLS", "Python and Go", "Data bases", "LANGUAGES", "English"],
        *["INTERESTS", "Rugby", "Old cars", "COURSES", "First aid"],
    ]


def test_a_row_of_headings_ends_the_cards_that_stand_under_one_heading() -> None:
    cards = [*column(["Diploma", "State School", "2011 – 2014"], 40, 125), *column(["Certificate", "Town School", "2007 – 2011"], 300, 125)]
    lists = [*column(["SKILLS", "Python", "Go", "Rust"], 40, 200), *column(["LANGUAGES", "English", "French", "Danish"], 300, 200)]
    page = [line("EDUCATION", 40, 100), *cards, *lists]
    assert flat(pdf(page)) == [
        *["EDUCATION", "Diploma", "State School", "2011 – 2014", "Certificate", "Town School", "2007 – 2011"],
        *["SKILLS", "Python", "Go", "Rust", "LANGUAGES", "English", "French", "Danish"],
    ]


def test_a_name_in_large_print_is_not_torn_by_the_small_lines_beside_it() -> None:
    name = [line("Jane", 40, 40, size=28), line("Smith", 40, 68, size=28), line("Carpenter", 40, 105)]
    texts = ["12 Some Street, Springfield", "555 0123 456", "jane@example.com", "Born on 30.12.1985", "Licence B"]
    widths = [line(each, 0, 0).box.x1 for each in texts]
    contact = [line(each, 540 - width, 49 + 14 * index) for index, (each, width) in enumerate(zip(texts, widths, strict=True))]
    body = column(["EXPERIENCE", "Northwind, where I have built stairs and doors and shelves for everyone who asked"], 40, 130)
    assert flat(pdf([*name, *contact, *body])) == [
        *["Jane", "Smith", "Carpenter"],
        *texts,
        *["EXPERIENCE", "Northwind, where I have built stairs and doors and shelves for everyone who asked"],
    ]


def test_a_date_in_large_print_stays_beside_its_entry() -> None:
    page = [line("2019", 40, 100, size=20), line("Engineer", 140, 100), line("Northwind", 140, 113), line("in Springfield", 140, 150)]
    assert flat(pdf(page)) == ["2019  Engineer", "Northwind", "in Springfield"]


def test_a_colon_in_a_cell_of_its_own_belongs_to_its_label() -> None:
    page = [part for y, word in ((100, "Indian"), (115, "Male")) for part in (line("Label", 40, y), line(":", 110, y), line(word, 160, y))]
    assert flat(pdf(page)) == ["Label :  Indian", "Label :  Male"]


def test_a_heading_set_upright_beside_its_section_stands_above_the_section() -> None:
    upright = Line((Word("EXPERIENCE", Box(500, 130, 516, 210), 16.0),), 1, Box(500, 130, 516, 210))
    jobs = column(["Engineer", "Northwind", "Analyst", "Contoso", "Clerk", "Fabrikam"], 40, 120, step=20)
    page = [line("Jane Smith", 40, 40, size=20), *jobs, upright]
    assert flat(pdf(page)) == ["Jane Smith", "EXPERIENCE", "Engineer", "Northwind", "Analyst", "Contoso", "Clerk", "Fabrikam"]


def test_cards_side_by_side_are_read_one_after_the_other() -> None:
    one = column(["Engineer", "Northwind", "2019 – 2021", "built the pipeline that carries", "all of the orders"], 40, 130)
    two = column(["Analyst", "Contoso", "2015 – 2019", "counted things and wrote", "long reports about them"], 300, 130)
    page = [line("EXPERIENCE", 40, 100), *[part for pair in zip(one, two, strict=True) for part in pair]]
    parts = flat(pdf(page))
    assert parts.index("all of the orders") < parts.index("Analyst")


def test_a_heading_that_no_locale_knows_is_found_by_its_look() -> None:
    left = [line("EDUCATION", 40, 100, size=13), *column(["State University", "2010"], 40, 120), line("SKILLS", 40, 160, size=13)]
    left += [
        *column(["Python", "Go"], 40, 180),
        line("STRANGE THINGS", 40, 220, size=13),
        line("Collecting spoons from all over the world", 40, 240),
    ]
    right = [
        line("EXPERIENCE", 220, 100, size=13),
        *column(["Engineer", "Northwind", "built pipelines and stairs", "every day of the year"], 220, 120),
    ]
    parts = flat(pdf([*right, *left]))
    assert parts.index("STRANGE THINGS") > parts.index("every day of the year")


def test_contact_data_beside_the_name_are_read_before_the_columns_below_them() -> None:
    header = [
        line("Jane Smith", 40, 40, size=22),
        line("Engineer", 40, 70),
        line("jane@example.com", 450, 42),
        line("555 0123 456", 450, 56),
    ]
    parts = flat(pdf([*header, *column(LEFT, 40, 130), *column(RIGHT, 300, 130)]))
    assert parts.index("555 0123 456") < parts.index("EDUCATION")


def test_employer_dates_and_place_in_a_left_cell_are_read_before_the_text_of_their_entry() -> None:
    page = []
    for y, (firm, dates, place) in ((100, ("Northwind", "2019 – 2021", "Salem")), (170, ("Contoso", "2015 – 2019", "Springfield"))):
        page += [
            *column([firm, dates, place], 40, y),
            *column(["Engineer", "built the pipeline that carries", "all of the orders"], 180, y),
        ]
    parts = flat(pdf(page))
    assert parts[:6] == ["Northwind", "2019 – 2021", "Salem", "Engineer", "built the pipeline that carries", "all of the orders"]


def test_lists_below_an_entry_with_a_date_rail_are_columns_although_the_rail_is_not() -> None:
    rail = [line("2019 – 2021", 40, 125), line("2015 – 2019", 40, 170)]
    jobs = [*column(["Engineer", "Northwind"], 200, 125), *column(["Analyst", "Contoso"], 200, 170)]
    lists = [*column(["SKILLS", "Python", "Go", "Rust"], 40, 240), *column(["LANGUAGES", "English", "French", "Danish"], 200, 240)]
    page = sorted([line("EXPERIENCE", 40, 100), *rail, *jobs, *lists], key=lambda one: one.box.top if one.box else 0.0)
    assert flat(pdf(page)) == [
        *["EXPERIENCE", "2019 – 2021  Engineer", "Northwind", "2015 – 2019  Analyst", "Contoso"],
        *["SKILLS", "Python", "Go", "Rust", "LANGUAGES", "English", "French", "Danish"],
    ]


def test_what_the_stream_draws_after_both_columns_is_read_after_both() -> None:
    one, two = column(["SKILLS", "Python", "Go", "Rust"], 40, 100), column(["LANGUAGES", "English", "French", "Danish"], 300, 100)
    page = [*one, *two, *column(["Strange things", "Collecting spoons"], 40, 190)]
    assert flat(pdf(page))[-2:] == ["Strange things", "Collecting spoons"]


def test_the_name_above_the_right_column_is_read_before_what_stands_beside_it() -> None:
    name, side = (
        [line("Jane Smith", 400, 40, size=24), line("Engineer", 400, 75)],
        column(["CONTACT", "jane@example.com", "555 0123"], 400, 130),
    )
    left = [*column(["PROFILE", "Builds stairs and doors and", "shelves for everyone"], 40, 42), *column(RIGHT[:8], 40, 130)]
    assert flat(pdf([*left, *name, *side]))[0] == "Jane Smith"


def test_a_name_between_two_small_lines_on_either_side_is_read_before_both() -> None:
    address, contact = (
        column(["12 Some Street", "Springfield 1234"], 40, 38, step=14),
        column(["555 0123", "jane@example.com"], 470, 38, step=14),
    )
    page = [
        *address,
        line("Jane Smith", 240, 40, size=22),
        *contact,
        *column(["EXPERIENCE", "Northwind, builders of stairs and doors"], 40, 110),
    ]
    assert flat(pdf(page))[:6] == ["Jane Smith", "12 Some Street", "Springfield 1234", "555 0123", "jane@example.com", "EXPERIENCE"]


DATES = ["2019 - 2024", "", "", "2015 - 2019", "", "", "2012 - 2015"]
JOBS = [
    "Engineer at Northwind Traders",
    "Built the pipeline of the orders",
    "",
    "Analyst at Contoso Limited",
    "Counted all of the things",
    "",
    "Clerk at Fabrikam Works",
    "Carried letters through the house",
]


def test_dates_read_from_a_picture_as_a_block_of_their_own_stand_beside_their_entries() -> None:
    drawn = [*column(DATES[:6], 40, 100), line(DATES[6], 40, 192), *column(JOBS, 160, 100)]
    read = [replace(one, words=tuple(replace(word, confidence=0.96) for word in one.words)) for one in drawn]
    assert flat(pdf(read))[:2] == ["2019 - 2024  Engineer at Northwind Traders", "Built the pipeline of the orders"]


def test_a_line_of_the_content_that_reads_like_a_heading_does_not_make_a_rail_of_labels_a_column() -> None:
    labels = column(["SUMMARY", "", "", "EXPERIENCE", *[""] * 17, "EDUCATION"], 40, 100)
    content = [f"Line {number} of the long text beside the labels" for number in range(22)]
    content[5] = "SKILLS"
    read = [
        replace(one, words=tuple(replace(word, confidence=0.96) for word in one.words)) for one in [*labels, *column(content, 160, 100)]
    ]
    found = flat(pdf(read))
    assert found.index("SUMMARY") < found.index(content[0]) < found.index("EXPERIENCE") < found.index(content[3]) < found.index("EDUCATION")


def test_small_labels_drawn_in_turns_with_their_content_are_a_rail_although_their_baselines_differ() -> None:
    sections = {
        "Profile": ["Keeps the servers of a mid-sized works running,", "day and night, and writes down how"],
        "Experience": ["Administrator at Northwind in Leeds", "Looked after the network of four sites", "Moved the mail to a new house"],
        "Education": ["Apprenticeship at the Works School", "Final paper on cable plans"],
        "Skills": ["Linux, networks, firewalls, backups", "Shell, tickets, cable plans"],
        "Languages": ["English as a native, German", "A little French"],
        "Interests": ["Old radios and longer walks", "Chess by post"],
    }
    page, y = [line("Mara Quillon", 40, 40, size=20)], 110.0
    for label, content in sections.items():
        page += [line(label, 40, y + 7, size=8), *column(content, 170, y)]
        y += 15 * len(content) + 22
    assert flat(pdf(page))[1:] == [printed for label, content in sections.items() for printed in (label, *content)]
