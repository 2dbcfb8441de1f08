"""The .ppt extractor on small files built by hand."""

from __future__ import annotations

import struct

import pytest

from resume_parser.document import Box, Cell, Document, Line
from resume_parser.errors import CorruptFileError, EmptyFileError, EncryptedFileError, UnsupportedFormatError
from resume_parser.extractors.ppt import extract
from resume_parser.layout.text import line_text
from resume_parser.options import Options
from tests.extractors.powerpoint_file import (
    ENCRYPTED,
    atom,
    box,
    compound_file,
    current_user,
    group,
    ppt_file,
    ppt_streams,
    shape,
    slide,
    text,
)

PLACE = (576, 1152, 2880, 1728)  # 72, 144, 360, 216 points


def read(*slides: bytes, outline: bytes = b"", more: bytes = b"") -> Document:
    return extract(ppt_file(*slides, outline=outline, more=more), Options())


def lines(document: Document) -> list[Line]:
    return list(document.all_lines())


def texts(document: Document) -> list[str]:
    return [line_text(line) for line in lines(document)]


def style(paragraphs: bytes, characters: bytes) -> bytes:
    return paragraphs + characters


def test_a_text_box_becomes_lines_with_the_box_of_the_shape() -> None:
    document = read(slide(shape(text("Jane Smith\rNurse\vLondon"), PLACE)))
    assert texts(document) == ["Jane Smith", "Nurse", "London"]
    assert {line.box for line in lines(document)} == {Box(72, 144, 360, 216)}
    assert (document.pages[0].width, document.pages[0].height) == (720, 540)


def test_text_in_eight_bits_is_read() -> None:
    content = atom(0x0F9F, struct.pack("<I", 4)) + atom(0x0FA8, "Zoë".encode("latin-1"))
    assert texts(read(slide(shape(content, PLACE)))) == ["Zoë"]


def test_runs_tell_size_weight_slant_and_colour() -> None:
    plain = struct.pack("<IHI", 11, 0, 0)
    loud = struct.pack("<IIHHI", 5, 0x60003, 3, 24, 0xFE0000FF)
    rest = struct.pack("<II", 6, 0)
    first, second = lines(read(slide(shape(text("Jane Smith", style=style(plain, loud + rest)), PLACE))))[0].words
    assert (first.size, first.bold, first.italic, first.color) == (24, True, True, 0xFF0000)
    assert (second.size, second.bold, second.italic, second.color) == (18, False, False, 0)


def test_a_paragraph_with_a_bullet_is_a_list_item() -> None:
    runs = struct.pack("<IHI", 5, 0, 0) + struct.pack("<IHIH", 7, 1, 1, 1)
    plain, item = lines(read(slide(shape(text("Work\rnursed", style=style(runs, b"")), PLACE))))
    assert (plain.bullet, item.bullet) == (False, True)
    assert line_text(item) == "• nursed"


def test_a_placeholder_takes_its_text_from_the_outline() -> None:
    reference = atom(0x0F9E, struct.pack("<i", 1))
    document = read(slide(shape(reference, PLACE)), outline=text("Title", kind=0) + text("Body", kind=1))
    assert texts(document) == ["Body"]


def test_a_title_is_a_heading() -> None:
    assert [line.level for line in lines(read(slide(shape(text("Experience", kind=0), PLACE))))] == [1]


def test_members_of_a_group_stand_in_its_coordinates() -> None:
    member = shape(text("inside"), (0, 0, 50, 50), child=True)
    document = read(slide(group((800, 800, 1600, 1600), (0, 0, 100, 100), member)))
    assert lines(document)[0].box == Box(100, 100, 150, 150)


def test_the_cells_of_a_table_know_their_row_and_column() -> None:
    cells = [
        shape(text(name), place, child=True)
        for name, place in (("d", (50, 50, 100, 100)), ("a", (0, 0, 50, 50)), ("c", (0, 50, 50, 100)), ("b", (50, 0, 100, 50)))
    ]
    document = read(slide(group((0, 0, 800, 800), (0, 0, 100, 100), *cells, table=True)))
    found = [(line_text(block.lines[0]), block.cell) for block in document.pages[0].blocks]
    assert found == [("a", Cell(0, 0, 0)), ("b", Cell(0, 0, 1)), ("c", Cell(0, 1, 0)), ("d", Cell(0, 1, 1))]


def test_a_link_covers_its_words_alone() -> None:
    target = atom(0x0FBA, "https://example.org".encode("utf-16-le"), instance=1)
    links = box(0x0409, box(0x0FD7, atom(0x0FD3, struct.pack("<I", 7)), target))
    click = box(0x0FF2, atom(0x0FF3, struct.pack("<IIII", 0, 7, 0, 0))) + atom(0x0FDF, struct.pack("<II", 3, 7))
    words = lines(read(slide(shape(text("my site today") + click, PLACE)), more=links))[0].words
    assert [word.link for word in words] == [None, "https://example.org", None]


def test_hidden_slides_and_slide_numbers_are_left_out() -> None:
    number = box(0xF011, atom(0x0BC3, struct.pack("<iBBH", 0, 8, 0, 0)))
    document = read(slide(shape(text("shown"), PLACE), shape(text("3"), PLACE, number)), slide(shape(text("not"), PLACE), hidden=True))
    assert texts(document) == ["shown"]
    assert document.total_pages == 1


def test_a_field_mark_is_no_text() -> None:
    content = text("Page *") + atom(0x0FD8, struct.pack("<I", 5))
    assert texts(read(slide(shape(content, PLACE)))) == ["Page"]


def test_only_the_first_ten_slides_are_read() -> None:
    document = read(*[slide(shape(text(f"slide {number}"), PLACE)) for number in range(1, 13)])
    assert (len(document.pages), document.total_pages, document.notices[0].code) == (10, 12, "page_limit")


def test_a_lost_slide_gives_the_texts_of_its_outline() -> None:
    streams = ppt_streams(slide(), outline=text("Jane Smith"))
    streams["PowerPoint Document"] = streams["PowerPoint Document"].replace(struct.pack("<HHI", 0xF, 0x03EE, len(slide()) - 8), bytes(8))
    assert texts(extract(compound_file(streams), Options())) == ["Jane Smith"]


def test_a_file_that_does_not_name_its_last_save_is_read() -> None:
    streams = ppt_streams(slide(shape(text("Jane Smith"), PLACE)))
    assert texts(extract(compound_file({**streams, "Current User": b""}), Options())) == ["Jane Smith"]


def test_runs_that_are_cut_off_leave_the_text() -> None:
    assert texts(read(slide(shape(text("Jane Smith", style=b"\x05\0\0"), PLACE)))) == ["Jane Smith"]


def test_a_protected_file_is_refused_as_such() -> None:
    streams = {**ppt_streams(slide()), "Current User": current_user(0, ENCRYPTED)}
    with pytest.raises(EncryptedFileError):
        extract(compound_file(streams), Options())


def test_files_of_older_versions_are_refused_with_advice() -> None:
    with pytest.raises(UnsupportedFormatError, match="PowerPoint 95"):
        extract(compound_file({"PP40": b"old"}), Options())


def test_a_file_without_document_is_damaged() -> None:
    with pytest.raises(CorruptFileError):
        extract(compound_file({"PowerPoint Document": bytes(100), "Current User": current_user(0)}), Options())


def test_a_file_without_slides_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        read()


@pytest.mark.parametrize("end", [0.3, 0.6, 0.9])
def test_a_cut_file_gives_a_document_or_a_typed_error(end: float) -> None:
    data = ppt_file(slide(shape(text("Jane Smith"), PLACE)))
    try:
        document = extract(data[: int(len(data) * end)], Options())
    except (CorruptFileError, EmptyFileError):
        return
    assert document.format == "ppt"
