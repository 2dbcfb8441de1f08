"""Text, offsets, blocks, furniture, hidden words and cut words of a document."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from resume_parser.document import Block, Document, Line
from resume_parser.layout import arrange
from resume_parser.layout.text import line_text
from tests.layout.paper import column, docx, line, paragraph, pdf

WORDS = st.text(alphabet="abcXYZ09-•–ﬁ\u00a0\u200b\u00ad\uf0b7éß@./", min_size=1, max_size=9).filter(lambda text: text.strip() != "")
PLACES = st.tuples(st.integers(0, 560), st.integers(0, 780), st.sampled_from([8.0, 10.0, 16.0]))


@st.composite
def lines(draw: st.DrawFn) -> Line:
    x, y, size = draw(PLACES)
    return line(" ".join(draw(st.lists(WORDS, min_size=1, max_size=6))), x, y, size=size)


def plain(document: Document) -> str:
    return arrange(document).text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(lines(), max_size=14), min_size=1, max_size=2))
def test_the_offsets_of_every_line_cut_its_text_out_of_the_document(pages: list[list[Line]]) -> None:
    document = arrange(pdf(*[[replace(one, page=n) for one in page] for n, page in enumerate(pages, 1)]))
    assert all(document.text[one.start : one.end] == line_text(one) != "" for one in document.lines)
    assert [one.start for one in document.lines] == sorted(one.start for one in document.lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(lines(), max_size=14))
def test_no_visible_letter_is_lost_or_doubled(page: list[Line]) -> None:
    kept = [replace(one, words=tuple(word for word in one.words if word.text.isascii() and word.text.isalpha())) for one in page]
    kept = [one for one in kept if one.words]
    tops = {id(one): one for index, one in enumerate(kept) if all(abs(one.box.top - other.box.top) > 30 for other in kept[:index])}
    given_letters = sorted("".join(word.text for one in tops.values() for word in one.words))
    assert sorted(plain(pdf(list(tops.values()))).replace(" ", "").replace("\n", "")) == given_letters


def test_white_space_between_lines_makes_a_blank_line_in_the_text() -> None:
    page = column(["Engineer at Northwind", "built pipelines", "", "Analyst at Contoso", "counted things"], 40, 100)
    assert plain(pdf(page)) == "Engineer at Northwind\nbuilt pipelines\n\nAnalyst at Contoso\ncounted things"


def test_large_and_small_text_on_one_baseline_is_one_line() -> None:
    page = [line("Jane Smith", 40, 100, size=20), line("Engineer", 146, 108, size=10)]
    assert plain(pdf(page)) == "Jane Smith Engineer"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    body = ["Engineer at Northwind", "built pipelines"]
    pages = []
    for number in (1, 2, 3):
        words = [line(f"Jane Smith - Page {number} of 3", 250, 770, page=number), line("Confidential", 40, 20, page=number)]
        pages.append([*words, *column([f"{text} {'abc'[number - 1]}" for text in body], 40, 200, page=number)])
    text = plain(pdf(*pages))
    assert "Page" not in text
    assert "Confidential" not in text
    assert text.count("Engineer") == 3


def test_words_that_end_in_another_number_on_each_page_are_no_running_head() -> None:
    pages = [[line(f"Conference{number}", 40, 20, page=number), line("text", 40, 300 + number, page=number)] for number in (1, 2, 3)]
    assert [f"Conference{number}" in plain(pdf(*pages)) for number in (1, 2, 3)] == [True, True, True]


def test_contact_data_of_a_running_head_stay_once() -> None:
    pages = [[line("jane@example.com", 40, 20, page=n), line(f"text of page {'ab'[n - 1]}", 40, 300, page=n)] for n in (1, 2)]
    assert plain(pdf(*pages)).count("jane@example.com") == 1


def test_a_lone_year_in_the_margin_is_no_page_number() -> None:
    assert "1998" in plain(pdf([line("State University", 40, 400), line("1998", 40, 770)]))


def test_hidden_words_are_left_out_and_reported() -> None:
    shown, secret = line("Engineer", 40, 100), line("python python python", 40, 300)
    secret = replace(secret, words=tuple(replace(word, hidden="white") for word in secret.words))
    document = arrange(pdf([shown, secret]))
    assert document.text == "Engineer"
    assert [(notice.code, notice.page) for notice in document.notices] == [("hidden_text", 1)]
    assert "3" in document.notices[0].message
    assert "python" not in document.notices[0].message


def test_a_word_cut_at_the_line_end_is_joined() -> None:
    page = column(["Led the develop\u00ad", "ment of pipelines"], 40, 100)
    assert plain(pdf(page)) == "Led the development\nof pipelines"


def test_a_compound_that_stands_elsewhere_with_its_hyphen_keeps_it() -> None:
    page = column(["Wrote real-time software and more real-time", "things, all of them real-", "time systems"], 40, 100)
    assert plain(pdf(page)).endswith("all of them real-time\nsystems")


def test_a_hyphen_before_a_capital_letter_stays() -> None:
    page = column(["Worked on the Front-", "End of a shop"], 40, 100)
    assert plain(pdf(page)) == "Worked on the Front-End\nof a shop"


def test_a_bullet_alone_on_its_line_joins_the_text_that_follows() -> None:
    document = arrange(pdf([line("•", 40, 100), line("Built pipelines", 52, 114)]))
    assert document.text == "• Built pipelines"
    assert document.lines[0].bullet


def test_text_drawn_twice_to_look_bold_is_read_once() -> None:
    assert plain(pdf([line("Jane Smith", 40, 100), line("Jane Smith", 40.3, 100)])) == "Jane Smith"


def test_a_document_without_words_has_no_text() -> None:
    document = arrange(pdf([]))
    assert document.text == ""
    assert document.lines == ()


def test_pages_hold_the_lines_of_the_document() -> None:
    document = arrange(pdf(column(["one", "two"], 40, 100), [line("three", 40, 100, page=2)]))
    assert list(document.all_lines()) == list(document.lines)
    assert [one.page for one in document.lines] == [1, 1, 2]


def test_tabs_of_a_paragraph_read_as_wide_gaps() -> None:
    assert plain(docx(Block((paragraph("Engineer\t2019 - 2021"),)))) == "Engineer  2019 - 2021"


def test_a_lone_hyphen_at_the_end_of_a_ragged_line_is_that_of_a_compound() -> None:
    page = column(["Built an engineer-", "friendly platform for all of the", "people"], 40, 100)
    assert plain(pdf(page)).startswith("Built an engineer-friendly\n")


def test_lines_that_end_in_hyphens_at_one_edge_are_hyphenated() -> None:
    page = column(
        ["the platform of the house and devel-", "oped many other things for the peo-", "ple of the house and of some oth-", "ers"], 40, 100
    )
    edge = max(one.words[-1].box.x1 for one in page)
    flush = [one if one is page[-1] else _flush(one, edge) for one in page]
    assert "developed" in plain(pdf(flush))
    assert "people" in plain(pdf(flush))


def _flush(one: Line, edge: float) -> Line:
    """The line with its last word moved to the right edge."""
    last = one.words[-1]
    box = replace(last.box, x0=last.box.x0 + edge - last.box.x1, x1=edge)
    return replace(one, words=(*one.words[:-1], replace(last, box=box)))


def test_a_comma_in_another_style_follows_its_word_without_a_space() -> None:
    title, rest = line("Engineer", 40, 100, bold=True), line(", Northwind", 80.3, 100)
    assert plain(pdf([replace(title, words=(*title.words, *rest.words))])) == "Engineer, Northwind"
