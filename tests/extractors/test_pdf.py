"""The PDF extractor on files written by hand."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest

from resume_parser.document import Box, Document, LinkArea, Word
from resume_parser.errors import CorruptFileError, EmptyFileError, LimitExceededError
from resume_parser.extractors.pdf import extract, page_pictures, pages, plumber
from resume_parser.extractors.pdf.attached import MOST_BYTES
from resume_parser.extractors.pdf.fonts import merge
from resume_parser.extractors.pdf.pages import usable_words
from resume_parser.extractors.pdf.words import PageText, clean
from resume_parser.options import Options
from tests.extractors.pdf_file import HEIGHT, WIDTH, font_without_meaning, pdf_of, text_at, useless_map

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


def test_a_link_that_touches_no_word_is_a_link_area() -> None:
    page = extract(pdf_of(text_at(10, 20, "Portfolio"), link=(5, 60, 29, 84)), OPTIONS).pages[0]
    assert page.areas == (LinkArea(Box(5.0, 16.0, 29.0, 40.0), "https://ada.example.org"),)
    assert extract(pdf_of(text_at(10, 70, "Portfolio"), link=(5, 60, 80, 85)), OPTIONS).pages[0].areas == ()


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
    document = extract(pdf_of(drawing), Options(ocr="off"))
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
    (notice,) = document.notices
    assert (notice.code, notice.page, "12 pages" in notice.message) == ("page_limit", 10, True)


def test_pages_are_drawn_while_the_lock_is_held_and_not_between(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []
    usual = pages.draw
    monkeypatch.setattr(pages, "draw", lambda *given: held.append(pages._LOCK.locked()) or usual(*given))
    drawn = page_pictures(pdf_of(text_at(10, 50, "one"), text_at(10, 50, "two")), 2, 144)
    first = next(drawn)
    assert first is not None
    assert first.size == (2 * WIDTH, 2 * HEIGHT)
    assert not pages._LOCK.locked()
    assert len(list(drawn)) == 1
    assert held == [True, True]


def test_a_page_that_is_not_there_has_no_picture() -> None:
    assert [picture is None for picture in page_pictures(pdf_of("", ""), 3, 72)] == [False, False, True]
    with pytest.raises(CorruptFileError):
        next(page_pictures(b"no PDF", 1, 72))


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
    [
        ("Scienti\ufb01c", "Scientific"),
        ("develop\ufffe", "develop-"),
        ("\uf0e0", ""),
        ("\uf0b7", "•"),
        ("H₂O", "H₂O"),
        ("a\u200bb", "ab"),
        ("naïve", "naïve"),
    ],
)
def test_characters_come_out_as_a_reader_sees_them(printed: str, shown: str) -> None:
    assert clean(printed) == shown


def test_text_before_a_page_crop_keeps_its_place_on_the_page_as_shown() -> None:
    document = extract(pdf_of(text_at(20, 70, "Cropped"), extra="/CropBox [10 10 150 90]"), OPTIONS)
    (word,) = words_of(document)
    assert (document.pages[0].width, document.pages[0].height) == (140, 80)
    assert word.box is not None
    assert word.box.x0 == pytest.approx(10, abs=1)
    assert word.box.top < 90 - 70 < word.box.bottom


def test_words_of_a_line_have_one_height_where_the_font_states_too_little() -> None:
    heights = "/Ascent 600 /Descent 0 /FontBBox [0 -200 1000 900]"
    font = f"/F9 << /Type /Font /Subtype /Type1 /BaseFont /Sketch /FontDescriptor << /FontName /Sketch /Flags 32 {heights} >> >>"
    first, second = words_of(extract(pdf_of("BT /F9 10 Tf 1 0 0 1 10 50 Tm (ace glyph) Tj ET", font=font), OPTIONS))
    assert first.box is not None
    assert second.box is not None
    assert (first.box.top, first.box.bottom) == (second.box.top, second.box.bottom)


def test_a_wide_jump_ends_a_word_without_a_space_and_letter_spacing_does_not() -> None:
    jump = "BT /F1 10 Tf 1 0 0 1 10 70 Tm [(Acme) -5000 (2020)] TJ ET\n"
    spaced = "BT /F1 10 Tf 4 Tc 8 Tw 1 0 0 1 10 30 Tm (WORK LIFE) Tj ET"
    assert [word.text for word in words_of(extract(pdf_of(jump + spaced), OPTIONS))] == ["Acme", "2020", "WORK", "LIFE"]


def test_words_of_one_baseline_make_a_line() -> None:
    page = text_at(10, 70, "Ward nurse") + text_at(120, 70, "2019") + text_at(10, 50, "Below")
    lines = [[word.text for word in line.words] for line in extract(pdf_of(page), OPTIONS).all_lines()]
    assert lines == [["Ward", "nurse", "2019"], ["Below"]]


@pytest.mark.parametrize(("glyph", "printed"), [("fi", "fi"), ("fl", "fl"), ("hyphen", "-")])
def test_a_bare_code_is_what_the_encoding_of_the_font_names(glyph: str, printed: str) -> None:
    page = "BT /F1 12 Tf 1 0 0 1 10 50 Tm (Ab) Tj /F9 12 Tf (\\034) Tj /F1 12 Tf (c) Tj ET"
    pdf = pdf_of(page, font=font_without_meaning(28, glyph, 5), objects_after=(useless_map(28),))
    assert [word.text for word in words_of(extract(pdf, OPTIONS))] == [f"Ab{printed}c"]


def test_one_font_under_two_encodings_has_the_codes_of_both() -> None:
    page = "BT /F1 12 Tf 1 0 0 1 10 50 Tm (Ab) Tj /F9 12 Tf (\\034) Tj /F1 12 Tf (c) Tj ET"
    other = font_without_meaning(97, "A.sc", 5).replace("/F9", "/F8")
    pdf = pdf_of(page, font=f"{other} {font_without_meaning(28, 'fi', 5)}", objects_after=(useless_map(28),))
    assert [word.text for word in words_of(extract(pdf, OPTIONS))] == ["Abfic"]


def test_two_subsets_that_disagree_on_a_code_say_nothing() -> None:
    known = {28: "fi", 29: "fl"}
    merge(known, {28: "ffi", 29: "fl", 30: "ff"})
    assert known == {28: "", 29: "fl", 30: "ff"}


@pytest.mark.parametrize(
    ("matrix", "extra"), [("1 0 0 1 20 70", ""), ("1 0 0 1 20 70", "/CropBox [10 10 150 90]"), ("0 1 -1 0 50 20", "/Rotate 90")]
)
def test_the_second_reader_puts_words_where_the_first_does(matrix: str, extra: str) -> None:
    pdf = pdf_of(f"BT /F2 10 Tf {matrix} Tm (Nurse) Tj ET", extra=extra)
    (first,), (second,) = words_of(extract(pdf, OPTIONS)), plumber.page_words(pdf, 0, 5)
    assert first.box is not None
    assert second.box is not None
    assert (second.text, second.size, second.bold) == ("Nurse", 10, True)
    assert (second.box.x0, second.box.top) == pytest.approx((first.box.x0, first.box.top), abs=3)


def test_a_page_without_meaning_is_read_again_and_needs_ocr_if_that_fails() -> None:
    garbage = PageText([Word("\u0394\u0394")], 100, 50)
    words, useless = usable_words(garbage, pdf_of(text_at(20, 70, "Nurse")), 0)
    assert ([word.text for word in words], useless) == (["Nurse"], False)
    assert usable_words(garbage, b"no PDF", 0) == (garbage.words, True)
    assert usable_words(PageText(garbage.words, 30_000, 20_000), pdf_of(text_at(20, 70, "Nurse")), 0) == (garbage.words, True)


def test_the_second_reader_keeps_its_complaints_to_itself(capfd: pytest.CaptureFixture[str]) -> None:
    plumber.page_words(pdf_of("BT /F1 (Nadia) Tf ET"), 0, 5)
    assert capfd.readouterr() == ("", "")


def test_many_threads_read_at_the_same_time() -> None:
    files = [pdf_of(text_at(10, 50, f"file{number}")) for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda data: words_of(extract(data, OPTIONS))[0].text, files))
    assert found == [f"file{number}" for number in range(12)]


def with_attachment(name: str, data: bytes) -> bytes:
    """A PDF of one page that carries a file."""
    pdf = pypdfium2.PdfDocument(pdf_of(text_at(10, 50, "Ada Brill")))
    pdf.new_attachment(name).set_data(data)
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def test_an_attached_xml_comes_with_the_document_and_other_files_do_not() -> None:
    assert extract(with_attachment("attachment.XML", b"<Candidate/>"), Options()).attached == (b"<Candidate/>",)
    assert extract(with_attachment("photo.jpg", b"<Candidate/>"), Options()).attached == ()


def test_an_attached_xml_above_the_limit_is_not_read() -> None:
    assert extract(with_attachment("attachment.xml", b"<x>" + b" " * MOST_BYTES), Options()).attached == ()
