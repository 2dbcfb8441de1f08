"""Image files through OCR; tesseract is installed where the tests run."""

from __future__ import annotations

import pytest
from PIL import Image

from resume_parser.document import Document, Word
from resume_parser.errors import CorruptFileError, LimitExceededError, MissingDependencyError, OptionsError
from resume_parser.extractors.image import extract
from resume_parser.extractors.image.picture import resolution
from resume_parser.extractors.ocr import engine, reader
from resume_parser.options import Options
from tests.extractors.picture_file import DPI, HEIGHT, WIDTH, drawn, file_of

OPTIONS = Options()


def words_of(document: Document) -> list[Word]:
    return [word for line in document.all_lines() for word in line.words]


def text_of(document: Document) -> str:
    return " ".join(word.text for word in words_of(document))


@pytest.mark.parametrize(("name", "shown"), [("PNG", "png"), ("JPEG", "jpg"), ("BMP", "bmp")])
def test_the_words_of_an_image_come_with_box_size_and_confidence(name: str, shown: str) -> None:
    document = extract(file_of(drawn(), name, dpi=(DPI, DPI)), OPTIONS)
    assert document.format == shown
    assert "Marie Keller Software Engineer, Acme Systems marie.keller@example.com" in text_of(document)
    first, second = words_of(document)[0], words_of(document)[2]
    assert first.box is not None
    assert first.box.x0 == pytest.approx(150 * 72 / DPI, abs=3)
    assert first.size > 1.6 * second.size
    assert 0.5 < first.confidence <= 1.0
    assert document.pages[0].width == pytest.approx(WIDTH * 72 / DPI, abs=1)


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "CMYK", "I;16"])
def test_every_mode_of_pixels_is_read(mode: str) -> None:
    picture = drawn().convert("I") if mode == "I;16" else drawn().convert(mode)
    if mode == "I;16":
        picture = picture.point(lambda value: value * 256).convert("I;16")
    assert "Software Engineer" in text_of(extract(file_of(picture, "JPEG" if mode == "CMYK" else "PNG"), OPTIONS))


@pytest.mark.parametrize(("ink", "paper"), [("white", "#204060"), ("#f0c000", "white"), ("black", "#f4b428"), ("#222222", "#a8a8a8")])
def test_print_on_a_ground_of_any_colour_and_coloured_print_are_read(ink: str, paper: str) -> None:
    assert "Software Engineer" in text_of(extract(file_of(drawn(ink=ink, paper=paper)), OPTIONS))


def test_light_print_on_a_band_and_dark_print_below_it_are_read() -> None:
    picture = drawn([("Marie Keller", 20), ("Software Engineer, Acme Systems", 14)])
    band = picture.crop((0, 80, WIDTH, 170)).point(lambda shade: 255 - shade)
    picture.paste(band, (0, 80))
    assert text_of(extract(file_of(picture), OPTIONS)) == "Marie Keller Software Engineer, Acme Systems"


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_on_its_side_is_turned(degrees: int) -> None:
    lines = [
        (f"Responsible for planning and reporting in department {number}", 12.0)
        for number in ["one", "two", "three", "four", "five", "six"]
    ]
    document = extract(file_of(drawn(lines).rotate(degrees, expand=True)), OPTIONS)
    assert "Responsible for planning and reporting" in text_of(document)
    page = document.pages[0]
    assert page.width > page.height


def test_a_slanted_scan_is_levelled() -> None:
    picture = drawn().rotate(3, fillcolor="white")
    (line,) = (line for line in extract(file_of(picture), OPTIONS).all_lines() if line.words[0].text == "Software")
    assert [word.text for word in line.words] == ["Software", "Engineer,", "Acme", "Systems"]


def test_the_orientation_of_the_camera_is_followed() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees to the right
    data = file_of(drawn().rotate(90, expand=True), "JPEG", exif=exif)
    document = extract(data, OPTIONS)
    assert document.pages[0].width > document.pages[0].height
    assert "Marie Keller" in text_of(document)


def test_a_picture_without_text_has_no_words() -> None:
    document = extract(file_of(Image.new("RGB", (600, 800), "grey")), OPTIONS)
    assert words_of(document) == []
    assert words_of(extract(file_of(Image.new("L", (3, 3))), OPTIONS)) == []


@pytest.mark.parametrize(("name", "kept"), [("JPEG", 0.9), ("PNG", 0.9)])
def test_an_image_that_is_cut_off_near_its_end_is_read_as_far_as_it_goes(name: str, kept: float) -> None:
    data = file_of(drawn(), name)
    assert "Marie Keller" in text_of(extract(data[: int(len(data) * kept)], OPTIONS))


def test_a_damaged_image_is_refused() -> None:
    with pytest.raises(CorruptFileError, match="damaged"):
        extract(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, OPTIONS)
    with pytest.raises(CorruptFileError, match="damaged"):
        extract(file_of(drawn(), "JPEG")[:700], OPTIONS)


def test_an_image_above_the_pixel_limit_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(LimitExceededError, match="max_pixels"):
        extract(file_of(drawn()), Options(max_pixels=WIDTH * HEIGHT - 1))


def test_ocr_can_be_off() -> None:
    document = extract(file_of(drawn()), Options(ocr="off"))
    assert [notice.code for notice in document.notices] == ["needs_ocr"]
    assert words_of(document) == []


def test_a_machine_without_an_engine_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_engine", lambda: None)
    with pytest.raises(MissingDependencyError, match="apt-get install tesseract-ocr"):
        extract(file_of(drawn()), OPTIONS)


def test_a_language_that_is_not_installed_is_named() -> None:
    with pytest.raises(OptionsError, match="tesseract-ocr-xyz"):
        extract(file_of(drawn()), Options(ocr_languages=("xyz",)))


def test_a_page_that_takes_too_long_is_given_up_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> str:
        raise engine.OcrTimeout

    monkeypatch.setattr(reader, "engine_or_error", lambda: engine.Engine(frozenset({"eng"}), slow))
    document = extract(file_of(drawn()), OPTIONS)
    assert [notice.code for notice in document.notices] == ["ocr_timeout"]


@pytest.mark.parametrize(
    ("size", "stated", "dpi"),
    [((1700, 2200), (200, 200), 200), ((1700, 2200), (72, 72), 1700 / 8.4), ((2480, 1750), None, 2480 / 11.35), ((300, 200), None, 96)],
)
def test_a_resolution_is_believed_if_the_picture_then_is_a_page(size: tuple[int, int], stated: object, dpi: float) -> None:
    assert resolution(size, stated) == pytest.approx(dpi)
