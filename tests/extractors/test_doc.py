"""What the reader of old Word files gives: every place where text can stand, with its look, page and cell."""

from __future__ import annotations

import contextlib
import struct

import pytest

from resume_parser.document import Cell, Document, Word
from resume_parser.errors import CorruptFileError, EncryptedFileError, UnsupportedFormatError
from resume_parser.extractors.doc import extract
from resume_parser.options import Options
from tests.extractors.doc_file import (
    ANCHORS,
    BOLD,
    BOXES,
    CAPS,
    DELETED,
    DRAWINGS,
    FONTS,
    HEADERS,
    IN_TABLE,
    ITALIC,
    LIST_USES,
    LISTS,
    OLD_PLACES,
    SETTINGS,
    SPECIAL,
    TEXT_AT,
    VANISH,
    DocFile,
    Par,
    cell,
    compound,
    doc,
    end,
    par,
    plc,
    read,
    sprm,
    style,
)
from tests.extractors.picture_file import photograph
from tests.extractors.word_file import block_texts, every_block, text

OPTIONS = Options()
LIST = sprm(0x460B, 1)


def words(document: Document) -> list[Word]:
    return [word for line in document.all_lines() for word in line.words]


# text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wide", [True, False])
def test_text_is_read_in_both_widths(wide: bool) -> None:
    assert block_texts(read(par("Zoë “quoted”"), par("next"), wide=wide)) == ["Zoë “quoted” / next"]


def test_characters_beyond_16_bits_do_not_shift_the_looks_behind_them() -> None:
    document = read(par("smile 😀 ", ("bold", BOLD)))
    assert [(word.text, word.bold) for word in words(document)] == [("smile", False), ("😀", False), ("bold", True)]


def test_special_characters_are_hyphens_lines_and_tabs() -> None:
    assert block_texts(read(par("co\x1eop hy\x1fphen\x0bline\ttab"))) == ["co-op hyphen / line\ttab"]


def test_an_empty_paragraph_parts_two_blocks() -> None:
    assert block_texts(read(par("a"), par(), par("b"))) == ["a", "b"]


def test_deleted_text_is_dropped_and_hidden_text_marked() -> None:
    document = read(par("kept", (" gone", DELETED), (" veiled", VANISH), (" white", sprm(0x6870, 0xFFFFFF)), (" tiny", sprm(0x4A43, 2))))
    assert [(word.text, word.hidden) for word in words(document)] == [
        ("kept", ""),
        ("veiled", "vanish"),
        ("white", "white"),
        ("tiny", "tiny"),
    ]


def test_a_run_has_its_own_look() -> None:
    look = BOLD + ITALIC + CAPS + sprm(0x4A43, 28) + sprm(0x6870, 0x0000FF)
    word = words(read(par(("loud", look))))[0]
    assert (word.text, word.size, word.bold, word.italic, word.color) == ("LOUD", 14.0, True, True, 0xFF0000)


def test_a_colour_of_the_palette_is_read() -> None:
    assert words(read(par(("blue", sprm(0x2A42, 2)))))[0].color == 0x0000FF


def test_a_symbol_becomes_its_character() -> None:
    fonts = b"\x01\x00\x00\x00" + bytes((39 + 20,)) + bytes(39) + "Wingdings\0".encode("utf-16-le")
    document = read(par(("(", SPECIAL + sprm(0x6A09, 0xF028 << 16)), " 555"), tables={FONTS: fonts})
    assert block_texts(document) == ["☎ 555"]


# fields --------------------------------------------------------------------------------------------------


def test_a_link_field_gives_its_result_and_its_target() -> None:
    document = read(par('see \x13 HYPERLINK "https://example.org" \x14my page\x15 now'))
    assert [(word.text, word.link) for word in words(document)] == [
        ("see", None),
        ("my", "https://example.org"),
        ("page", "https://example.org"),
        ("now", None),
    ]


def test_the_code_of_a_field_in_the_code_of_another_is_not_printed() -> None:
    assert block_texts(read(par("a \x13 IF \x13 PAGE \x141\x15 = 1 \x14yes\x15 b"))) == ["a yes b"]


def test_a_field_without_an_end_hides_only_its_own_paragraph() -> None:
    assert block_texts(read(par("a \x13 PAGE"), par("b"))) == ["a / b"]


def test_a_symbol_field_prints_its_symbol_with_and_without_a_result() -> None:
    code = 'symbol 183 \\f "Symbol" \\s 10'
    assert block_texts(read(par(f"\x13 {code}\x15 a"), par(f"\x13 {code} \x14x\x15 b"))) == ["• a / • b"]


def test_overstruck_text_is_the_base() -> None:
    assert block_texts(read(par("\x13 EQ \\o\\ad(\\s\\up 9(kana),base)\x15 end"))) == ["base end"]


# styles --------------------------------------------------------------------------------------------------

SHEET = (
    style("Normal", number=0, run=sprm(0x4A43, 22)),
    style("Titre 1", number=1, base=0, run=BOLD + sprm(0x4A43, 32), layout=sprm(0x2640, 0)),
    style("Mine", base=1, run=ITALIC),
    style("Body of mine", base=1, layout=sprm(0x2640, 9)),
    style("List Bullet", number=48, base=0),
)


def test_styles_inherit_from_their_base() -> None:
    document = read(par("plain"), par("heading", style=1), par("mine", style=2), styles=SHEET)
    assert [(word.size, word.bold, word.italic) for word in words(document)] == [
        (11.0, False, False),
        (16.0, True, False),
        (16.0, True, True),
    ]
    assert [line.level for line in document.all_lines()] == [0, 1, 1]


def test_an_outline_level_of_body_text_is_no_heading() -> None:
    document = read(par("a", style=3), par("b", style=1, properties=sprm(0x2640, 9)), par("c", properties=sprm(0x2640, 1)), styles=SHEET)
    assert [line.level for line in document.all_lines()] == [0, 0, 2]


def test_a_toggle_may_refer_to_the_style() -> None:
    same, opposite = sprm(0x0835, 0x80), sprm(0x0835, 0x81)
    document = read(par(("same", same), (" other", opposite), style=1), styles=SHEET)
    assert [word.bold for word in words(document)] == [True, False]


def test_styles_that_are_based_on_each_other_end() -> None:
    loop = (style("a", base=1, run=BOLD), style("b", base=0))
    assert words(read(par("text"), styles=loop))[0].bold


def test_lists_and_list_styles_have_a_bullet() -> None:
    document = read(par("one", properties=LIST), par("two", style=4), par("three", properties=sprm(0x460B, 0xF801)), styles=SHEET)
    assert [(text(line), line.bullet) for line in document.all_lines()] == [("• one", True), ("• two", True), ("three", False)]


def test_a_level_without_bullet_or_number_is_no_list() -> None:
    level = bytes(4) + b"\xff" + bytes(23) + b"\0\0"
    lists = b"\x01\x00" + struct.pack("<I", 7) + bytes(22) + b"\x01\0"
    file = DocFile([par("one", properties=LIST)], tables={LISTS: lists + level, LIST_USES: struct.pack("<II", 1, 7) + bytes(12)})
    streams = file.streams()
    head = bytearray(streams["WordDocument"])
    struct.pack_into("<I", head, 0x9A + 8 * LISTS + 4, len(lists))  # the levels lie behind the lists, outside of their length
    assert not any(line.bullet for line in extract(compound(streams | {"WordDocument": bytes(head)}), OPTIONS).all_lines())


def test_space_between_paragraphs_parts_blocks() -> None:
    wide = sprm(0xA413, 400)
    document = read(par("a"), par("b"), par("c", properties=wide), par("d"))
    assert block_texts(document) == ["a / b", "c / d"]


# tables --------------------------------------------------------------------------------------------------


def test_cells_stand_in_the_columns_of_the_grid_of_the_table() -> None:
    document = read(
        par("before"),
        cell("wide"), cell("right"), end(0, 2000, 3000),
        cell("left"), cell("middle"), cell("last"), end(0, 1000, 2000, 3000),
        par("after"),
        cell("new"), end(0, 3000),
    )  # fmt: skip
    assert [(text(block.lines[0]), block.cell) for block in every_block(document)] == [
        ("before", None),
        ("wide", Cell(0, 0, 0)),
        ("right", Cell(0, 0, 2)),
        ("left", Cell(0, 1, 0)),
        ("middle", Cell(0, 1, 1)),
        ("last", Cell(0, 1, 2)),
        ("after", None),
        ("new", Cell(1, 0, 0)),
    ]


def test_a_table_in_a_cell_has_its_own_number() -> None:
    deep = IN_TABLE + sprm(0x6649, 2)
    document = read(
        par("above", properties=IN_TABLE),
        par("in 1", properties=deep + sprm(0x244B, 1)),
        par("in 2", properties=deep + sprm(0x244B, 1)),
        par("", properties=deep + sprm(0x244B, 1) + sprm(0x244C, 1)),
        cell("below"), cell("next"), end(0, 100, 200),
    )  # fmt: skip
    assert [(text(block.lines[0]), block.cell) for block in every_block(document)] == [
        ("above", Cell(0, 0, 0)),
        ("in 1", Cell(1, 0, 0)),
        ("in 2", Cell(1, 0, 1)),
        ("below", Cell(0, 0, 0)),
        ("next", Cell(0, 0, 1)),
    ]


def test_white_text_shows_in_a_painted_cell() -> None:
    white = sprm(0x6870, 0xFFFFFF)
    shades = struct.pack("<HB", 0xD609, 4) + struct.pack("<HH", 1 << 5, 0)
    document = read(cell(("seen", white)), cell(("unseen", white)), end(0, 100, 200, extra=shades))
    assert [word.hidden for word in words(document)] == ["", "white"]


# pages ---------------------------------------------------------------------------------------------------


def test_page_breaks_and_sections_begin_pages() -> None:
    document = read(
        par("one\x0ctwo"), par("two", mark="\x0c"), par("two", mark="\x0c"), par("three", properties=sprm(0x2407, 1)),
        sections=[(12, b""), (16, sprm(0x3009, 0)), (22, sprm(0x3009, 2))],
    )  # fmt: skip
    assert [(text(line), line.page) for line in document.all_lines()] == [("one", 1), ("two", 2), ("two", 2), ("two", 2), ("three", 3)]
    assert document.total_pages == 3


def test_the_stated_page_count_is_taken_where_the_text_could_fill_it() -> None:
    summary = bytes(44) + struct.pack("<I", 48) + struct.pack("<IIIIII", 24, 1, 14, 16, 3, 2)
    assert read(par("word " * 200), summary=summary).total_pages == 2
    assert read(par("short"), summary=summary).total_pages == 1


# headers and boxes ---------------------------------------------------------------------------------------


def headers(count: int, *texts: str) -> dict[int, bytes]:
    """The table of the header story: six empty separators, then the ranges of one section."""
    bounds = [0] * 7
    for item in texts:
        bounds.append(bounds[-1] + (len(item) + 1 if item else 0))
    return {HEADERS: plc([*bounds, bounds[-1]])}


def test_headers_and_footers_in_use_are_read() -> None:
    texts = ("even", "odd", "evenfoot", "oddfoot", "first", "firstfoot")
    story = [par(item) for item in texts]
    length = sum(len(item) + 1 for item in texts)
    tables = headers(0, *texts)
    document = read(par("body"), *story, lengths=(0, length), tables=tables)
    assert [(block.part, text(block.lines[0])) for block in every_block(document)] == [
        ("header", "odd"),
        ("body", "body"),
        ("footer", "oddfoot"),
    ]
    shown = read(par("body"), *story, lengths=(0, length), tables=tables | {SETTINGS: b"\x01"}, sections=[(5, sprm(0x300A, 1))])
    assert [text(block.lines[0]) for block in every_block(shown)] == ["even", "odd", "first", "body", "evenfoot", "oddfoot", "firstfoot"]


def box_file(shape: int, anchored: int, flags: int = 0, drawings: bytes = b"") -> Document:
    anchor = struct.pack("<IiiiiHI", anchored, 0, 0, 1440, 1440, flags, 0)
    box = bytes(14) + struct.pack("<II", shape, 0)
    tables = {ANCHORS: plc((4, 9), anchor), BOXES: plc((0, 6, 7), box, bytes(22)), DRAWINGS: drawings}
    body = [par("name", ("\x08", SPECIAL)), par("next", (" white", sprm(0x6870, 0xFFFFFF)))]
    return read(*body, par("phone"), par(), lengths=(0, 0, 0, 0, 0, 7), tables=tables)


def test_a_box_follows_the_paragraph_of_its_anchor() -> None:
    document = box_file(1025, 1025)
    assert [(block.part, text(block.lines[0])) for block in every_block(document)] == [("body", "name"), ("box", "phone")]
    assert words(document)[2].hidden == "white"


def test_a_box_without_an_anchor_comes_last() -> None:
    assert [block.part for block in every_block(box_file(1025, 9))] == ["body", "box"]
    assert block_texts(box_file(1025, 9))[-1] == "phone"


def test_a_box_in_a_group_hangs_on_the_anchor_of_the_group() -> None:
    def record(kind: int, content: bytes, head: int = 0xF) -> bytes:
        return struct.pack("<HHI", head, kind, len(content)) + content

    def shape(number: int) -> bytes:
        return record(0xF004, record(0xF00A, struct.pack("<II", number, 0), 2))

    group = record(0xF003, shape(2000) + shape(1025))
    drawings = b"\0" + record(0xF002, record(0xF003, shape(1) + group))
    assert block_texts(box_file(1025, 2000, drawings=drawings)) == ["name / next white", "phone"]


def test_white_text_shows_over_a_drawing_behind_the_text() -> None:
    assert not any(word.hidden for word in words(box_file(1025, 1025, flags=0x4000)))


def test_a_photograph_in_the_text_is_the_picture_of_the_candidate() -> None:
    photo = photograph()
    blip = struct.pack("<HHI", 0x6E0 << 4, 0xF01E, 17 + len(photo)) + bytes(17) + photo
    head = bytearray(68)
    struct.pack_into("<IHH", head, 0, 68 + len(blip), 68, 0x64)
    struct.pack_into("<HHHH", head, 28, 1920, 2400, 1000, 1000)
    document = read(par(("\x01", SPECIAL + sprm(0x6A03, 0)), "name"), data=bytes(head) + blip)
    assert document.picture is not None
    assert (document.picture.mime_type, document.picture.page) == ("image/png", 1)


# Word 6 and 95 -------------------------------------------------------------------------------------------


def old_file(raw: bytes, runs: list[tuple[int, bytes]], charset: int = 0, flags: int = 0) -> bytes:
    """A Word 95 file of one paragraph; `runs` are (bytes, properties)."""
    word = bytearray(TEXT_AT) + raw
    struct.pack_into("<HH", word, 0, 0xA5DC, 0x68)
    struct.pack_into("<H", word, 10, flags)
    struct.pack_into("<II", word, 0x18, TEXT_AT, TEXT_AT + len(raw))
    struct.pack_into("<I", word, 0x34, len(raw))
    word += bytes(-len(word) % 512)
    number, page, low, at = len(word) // 512, bytearray(512), 511, TEXT_AT
    bounds = [at]
    for index, (length, properties) in enumerate(runs):
        bounds.append(bounds[-1] + length)
        low = (low - 1 - len(properties)) & ~1
        page[low : low + 1 + len(properties)] = bytes((len(properties),)) + properties
        page[4 * (len(runs) + 1) + index] = low // 2
    struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    page[511] = len(runs)
    word += page
    fonts = bytes((6 + 5, 0, 0, 0, charset, 0)) + b"Arial\0"
    fonts = struct.pack("<H", len(fonts) + 2) + bytes((len(fonts) - 1,)) + fonts[1:]
    for part, table in ((12, struct.pack("<IIH", bounds[0], bounds[-1], number)), (FONTS, fonts)):
        struct.pack_into("<II", word, OLD_PLACES + 8 * part, len(word), len(table))
        word += table
    return compound({"WordDocument": bytes(word)})


def test_old_text_is_in_the_code_page_of_its_font() -> None:
    raw = "Привет мир\r".encode("cp1251")
    document = extract(old_file(raw, [(7, b"\x55\x01"), (len(raw) - 7, b"\x5d\0\0")], charset=204), OPTIONS)
    assert [(word.text, word.bold) for word in words(document)] == [("Привет", True), ("мир", False)]


def test_old_properties_have_their_own_codes() -> None:
    raw = b"big gone seen\r"
    document = extract(old_file(raw, [(4, b"\x63\x1c"), (5, b"\x41\x01"), (len(raw) - 9, b"")]), OPTIONS)
    assert [(word.text, word.size) for word in words(document)] == [("big", 14.0), ("seen", 10.0)]


# refusals and damage -------------------------------------------------------------------------------------


def test_a_file_with_a_password_is_said_to_be_encrypted() -> None:
    with pytest.raises(EncryptedFileError, match="password"):
        read(par("secret"), flags=0x0100)


def test_word_2_is_said_to_be_too_old() -> None:
    with pytest.raises(UnsupportedFormatError, match="Word 2"):
        read(par("old"), version=0x2D)


def test_a_file_without_its_tables_gives_its_text() -> None:
    streams = DocFile([par("Nadia Berger"), par("Engineer")]).streams()
    document = extract(compound({"WordDocument": streams["WordDocument"]}), OPTIONS)
    assert "Nadia Berger" in block_texts(document)[0]


def test_a_file_that_was_cut_off_gives_what_is_left() -> None:
    data = doc(*[par(f"paragraph {number}") for number in range(6)], data=bytes(9000))
    assert "paragraph 5" in block_texts(extract(data[:-6000], OPTIONS))[0]


def test_a_file_without_a_directory_is_corrupt() -> None:
    with pytest.raises(CorruptFileError, match="damaged"):
        extract(doc(par("text"))[:700], OPTIONS)


def test_absurd_lengths_are_cut_to_the_file() -> None:
    streams = DocFile([par("text")]).streams()
    word = bytearray(streams["WordDocument"])
    for at in (0x4C, 0x50, 0x54, 0x64):
        struct.pack_into("<I", word, at, 0xFFFFFFF0)
    table = bytearray(streams["1Table"])
    document = extract(compound(streams | {"WordDocument": bytes(word), "1Table": bytes(table)}), OPTIONS)
    assert block_texts(document)[0] == "text"


@pytest.mark.parametrize("seed", range(6))
def test_flipped_bytes_never_raise_anything_but_our_errors(seed: int) -> None:
    data = bytearray(box_bytes())
    for step in range(40):
        place = (seed * 7919 + step * 104729) % (len(data) - 1536) + 1536
        data[place] = (seed * 31 + step * 17) % 256
    with contextlib.suppress(CorruptFileError, EncryptedFileError, UnsupportedFormatError):
        extract(bytes(data), OPTIONS)


def box_bytes() -> bytes:
    rows = [cell("a"), cell("b", properties=LIST), end(0, 100, 200)]
    story: list[Par] = [par("heading", style=1), *rows, par(('\x13HYPERLINK "x"\x14y\x15', BOLD)), par("odd")]
    return doc(*story, styles=SHEET, lengths=(0, 4), tables=headers(0, "", "odd"), sections=[(20, sprm(0x3009, 2))])
