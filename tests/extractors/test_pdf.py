"""The PDF extractor on files written by hand."""

from __future__ import annotations

import pytest

from resume_parser.document import Document, Word
from resume_parser.errors import CorruptFileError, EmptyFileError, LimitExceededError
from resume_parser.extractors.pdf import extract
from resume_parser.extractors.pdf_words import clean
from resume_parser.options import Options
from tests.extractors.pdf_file import HEIGHT, WIDTH, pdf_of, text_at

OPTIONS = Options()


def words_of(document: Document) -> list[Word]:
    return [word for line in document.all_lines() for word in line.words]


def test_words_come_with_their_box_from_the_top_left() -> None:
    (word,) = words_of(extract(pdf_of(text_at(20, 70, "Nurse")), OPTIONS))
    assert word.text == "Nurse"
    assert word.box is not None
    assert word.box.x0 == pytest.approx(20, abs=1)
    assert word.box.top < HEIGHT - 70 < word.box.bottom


def test_the_size_is_that_of_the_print_not_of_the_font_operator() -> None:
    scaled = "BT /F1 1 Tf 12 0 0 12 20 50 Tm (Nurse) Tj ET"
    (word,) = words_of(extract(pdf_of(scaled), OPTIONS))
    assert word.size == pytest.approx(12)


def test_bold_and_italic_come_from_the_font() -> None:
    page = text_at(10, 70, "Bold", font="F2") + text_at(10, 50, "Slanted", font="F3") + text_at(10, 30, "Plain")
    styles = [(word.bold, word.italic) for word in words_of(extract(pdf_of(page), OPTIONS))]
    assert styles == [(True, False), (False, True), (False, False)]


def test_the_colour_is_the_fill_colour() -> None:
    (word,) = words_of(extract(pdf_of(text_at(10, 50, "Red", before="1 0 0 rg")), OPTIONS))
    assert word.color == 0xFF0000


def test_a_word_under_a_link_carries_its_target() -> None:
    page = text_at(10, 70, "Portfolio") + text_at(10, 20, "Other")
    words = words_of(extract(pdf_of(page, link=(5, 60, 80, 85)), OPTIONS))
    assert [word.link for word in words] == ["https://ada.example.org", None]


def test_white_text_on_white_is_hidden() -> None:
    page = text_at(10, 70, "Seen") + text_at(10, 30, "Secret", before="1 1 1 rg")
    assert [word.hidden for word in words_of(extract(pdf_of(page), OPTIONS))] == ["", "white"]


def test_white_text_on_a_dark_banner_is_visible() -> None:
    page = "0 0 0.4 rg 0 50 200 50 re f\n" + text_at(10, 70, "Banner", size=20, before="1 1 1 rg")
    assert [word.hidden for word in words_of(extract(pdf_of(page), OPTIONS))] == [""]


def test_tiny_and_off_page_and_invisible_text_is_hidden() -> None:
    page = text_at(10, 80, "Seen and read by all") + text_at(10, 60, "mites", size=1) + text_at(500, 40, "Outside")
    page += text_at(10, 20, "Unseen", before="3 Tr")
    hidden = {word.text: word.hidden for word in words_of(extract(pdf_of(page), OPTIONS))}
    assert (hidden["Seen"], hidden["mites"], hidden["Unseen"]) == ("", "tiny", "invisible")
    assert hidden.get("Outside", "off_page") == "off_page"


def image(width: int, height: int) -> str:
    """An image of one grey pixel, drawn from the bottom left corner."""
    return f"q {width} 0 0 {height} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def test_invisible_text_over_an_image_is_the_text_layer_of_a_scan() -> None:
    page = image(WIDTH, HEIGHT) + text_at(10, 50, "Scanned words that a program has read", before="3 Tr")
    document = extract(pdf_of(page), OPTIONS)
    assert {word.hidden for word in words_of(document)} == {""}
    assert not document.pages[0].needs_ocr


def test_invisible_text_without_an_image_is_hidden() -> None:
    words = words_of(extract(pdf_of(text_at(10, 50, "Nothing seen", before="3 Tr")), OPTIONS))
    assert [word.hidden for word in words] == ["invisible", "invisible"]


@pytest.mark.parametrize("drawing", [image(WIDTH, HEIGHT - 10), "".join(f"{x} 10 1 40 re f\n" for x in range(150))])
def test_a_page_that_shows_pictures_in_place_of_text_needs_ocr(drawing: str) -> None:
    document = extract(pdf_of(drawing), OPTIONS)
    assert document.pages[0].needs_ocr
    assert [notice.code for notice in document.notices] == ["needs_ocr"]


def test_a_page_of_text_over_an_image_needs_no_ocr() -> None:
    page = image(WIDTH, HEIGHT) + text_at(5, 50, "Enough text to read on top of a picture")
    assert not extract(pdf_of(page), OPTIONS).pages[0].needs_ocr


def test_a_rotated_page_has_boxes_as_shown() -> None:
    document = extract(pdf_of(text_at(20, 70, "Turned"), extra="/Rotate 90"), OPTIONS)
    (word,) = words_of(document)
    assert (document.pages[0].width, document.pages[0].height) == (100, 200)
    assert word.box is not None
    assert 60 < word.box.x0 < 80
    assert word.box.top == pytest.approx(20, abs=2)


def test_only_the_first_ten_pages_are_read_and_all_are_counted() -> None:
    document = extract(pdf_of(*[text_at(10, 50, f"page{number}") for number in range(1, 13)]), OPTIONS)
    assert document.total_pages == 12
    assert [word.text for word in words_of(document)] == [f"page{number}" for number in range(1, 11)]
    assert [notice.code for notice in document.notices] == ["page_limit"]


def test_a_text_above_the_character_limit_is_refused() -> None:
    with pytest.raises(LimitExceededError, match="max_characters"):
        extract(pdf_of(text_at(10, 50, "abcdefghij")), Options(max_characters=5))


@pytest.mark.parametrize(
    ("data", "error"), [(b"", EmptyFileError), (b"plain text", CorruptFileError), (b"%PDF-1.7\ncut", CorruptFileError)]
)
def test_unusable_bytes_raise_a_typed_error(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        extract(data, OPTIONS)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [("Scienti\ufb01c", "Scientific"), ("develop\ufffe", "develop-"), ("\uf0e0", ""), ("a\u200bb", "ab"), ("naïve", "naïve")],
)
def test_characters_come_out_as_a_reader_sees_them(printed: str, shown: str) -> None:
    assert clean(printed) == shown
