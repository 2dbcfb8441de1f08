"""What the RTF extractor reads: characters by code page, stories, looks, tables and pages, once and as printed."""

from __future__ import annotations

import time

import pytest

from resume_parser.document import Block, Cell, Document, Line, Word
from resume_parser.errors import LimitExceededError
from resume_parser.extractors.rtf import extract
from resume_parser.options import Options
from tests.extractors.picture_file import photograph

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset204{\*\panose 020b}Arial Cyr;}{\f2\ftech\fcharset2 Symbol;}"
    r"{\f3\fnil\fcharset128 MS Gothic;}{\f4\fnil\fcharset2 Wingdings;}{\f5\fnil\cpg1253 Greek;}{\f6\fnil\fcharset78 Osaka;}}"
)
COLORS = r"{\colortbl;\red255\green0\blue0;\red255\green255\blue255;\red0\green0\blue0;}"
STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\b\fs32 heading 1;}{\s2\sbasedon1 CV Heading;}{\s3 List Bullet;}{\s4\outlinelevel9\sbasedon1 Quiet;}"
    r"{\*\cs9 Strong;}{\s5\sbasedon6 Loop;}{\s6\sbasedon5 Loop back;}{\s7 Title;}}"
)


def rtf(body: str, head: str = "") -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{head}{FONTS}{COLORS}{STYLES}\n{body}}}".encode("latin-1")


def read(body: str, head: str = "") -> Document:
    return extract(rtf(body, head), Options())


def lines(document: Document) -> list[Line]:
    return list(document.all_lines())


def words(document: Document) -> list[Word]:
    return [word for line in document.all_lines() for word in line.words]


def texts(document: Document) -> list[str]:
    return [" ".join(word.text for word in line.words) for line in document.all_lines()]


def blocks(document: Document) -> list[Block]:
    return [block for page in document.pages for block in page.blocks]


def cells(document: Document) -> list[tuple[str, Cell | None]]:
    return [(" ".join(word.text for word in line.words), block.cell) for block in blocks(document) for line in block.lines]


# characters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Andr\'e9 caf\u233\'e9 \u233?t\u233 x", "André café été"),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} \'cf", "Привет Ï"),
        (r"{\f3 \'93\'fa\'96\'7b \'83A \'83\\}", "日本 ア ソ"),
        (r"{\f5 \'e1\'e2}", "αβ"),
        (r"{\f6 \'93\'fa}", "日"),
        (r"{\f4 (} phone {\f2 \'b7} {\f2\u-3913?} {\f2 1-2}", "☎ phone • • 1-2"),
        (r"{\uc0\u233}t{\uc2\u233 xxt}\'e9", "étété"),
        (r"it\rquote s \ldblquote x\rdblquote  a\endash b\emdash c \bullet d", "it’s “x” a–b—c •d"),
        (r"a\~b non\_break soft\-hyphen \{x\} c:\\d", "a b non-break softhyphen {x} c:\\d"),
        (r"\u-10179?\u-8704? {\u55357 ?}{\u56832 ?} \u-10179?x", "😀 😀 x"),
        (r"\u9999999?x\u0?y\u1?z", "xyz"),
        (r"{\upr{old}{\*\ud{\u20320?new}}}", "你new"),
        ("split\nword\r\nhere", "splitwordhere"),
    ],
)
def test_characters_are_decoded(body: str, expected: str) -> None:
    assert texts(read(body)) == [expected]


def test_the_code_page_of_the_file_serves_fonts_that_name_none() -> None:
    assert texts(extract(rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0}", Options())) == ["Пр"]
    assert texts(extract(rb"{\rtf1\mac \'8e}", Options())) == ["é"]
    assert texts(extract(rb"{\rtf1\ansi\ansicpg99999 \'e9}", Options())) == ["é"]


def test_bytes_above_ascii_are_utf_8_where_all_are_else_of_the_code_page() -> None:
    assert texts(extract(b"\xef\xbb\xbf{\\rtf1 Andr\xc3\xa9}", Options())) == ["André"]
    assert texts(extract(b"{\\rtf1\\ansicpg1251 \xcf\xf0}", Options())) == ["Пр"]


def test_no_half_of_a_surrogate_pair_reaches_the_document() -> None:
    document = read(r"a\u-10179?b {\u-8704?c} \ud83d\ude00 \u55357?")
    "".join(word.text for word in words(document)).encode("utf-8")


# looks ---------------------------------------------------------------------------------------------------


def test_a_run_carries_its_look() -> None:
    document = read(r"\pard\plain\fs28{\b Nadia} {\i\cf1 Berger}{\caps  data}\b\par\plain x\b y\b0  z")
    nadia, berger, data, _, _ = words(document)
    assert (nadia.size, nadia.bold, nadia.italic, nadia.color) == (14.0, True, False, 0)
    assert (berger.bold, berger.italic, berger.color) == (False, True, 0xFF0000)
    assert data.text == "DATA"
    assert [(word.text, word.bold) for word in lines(document)[1].words] == [("xy", False), ("z", False)]


def test_hidden_text_is_marked_and_deleted_text_dropped() -> None:
    document = read(r"seen {\v gone} {\cf2 white} {\fs2 tiny} {\deleted old} {\cf2\highlight3 shown}")
    assert [(word.text, word.hidden) for word in words(document)] == [
        ("seen", ""),
        ("gone", "vanish"),
        ("white", "white"),
        ("tiny", "tiny"),
        ("shown", ""),
    ]


def test_white_text_on_a_painted_cell_can_be_seen() -> None:
    document = read(r"\trowd\clcbpat3\cellx100\cellx200\pard\intbl\cf2 a\cell b\cell\row")
    assert [word.hidden for word in words(document)] == ["", "white"]


def test_styles_state_heading_levels() -> None:
    body = (
        r"\pard\plain\s1 One\par\pard\plain\s2 Two\par\pard\plain\s4 Four\par\pard\outlinelevel2 Own\par\pard\plain\s5 Loop\par\pard\s7 T"
    )
    document = read(body)
    assert [line.level for line in lines(document)] == [1, 1, 0, 3, 0, 1]
    assert (words(document)[0].size, words(document)[0].bold) == (16.0, True)


def test_links_cover_the_result_of_their_field() -> None:
    document = read(
        r'{\field{\*\fldinst {HYPERLINK "https://example.org/a"}}{\fldrslt {\ul My page}}} {\field{\*\fldinst PAGE}{\fldrslt 1}}'
    )
    assert [(word.text, word.link) for word in words(document)] == [
        ("My", "https://example.org/a"),
        ("page", "https://example.org/a"),
        ("1", None),
    ]


def test_a_symbol_field_prints_its_symbol() -> None:
    assert texts(read(r'{\field{\*\fldinst SYMBOL 183 \\f "Symbol" \\s 10}{\fldrslt\f2 x}} a')) == ["• a"]
    assert texts(read(r"{\field{\*\fldinst EQ \\o(\\s\\up 9(kana),base)}{\fldrslt }} end")) == ["base end"]


# paragraphs, lists, lines --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "item",
    [
        r"\pard{\listtext\f2 \'b7\tab}\ls1 Rust\par",
        r"\pard{\pntext\f2\'B7\tab}{\*\pn\pnlvlblt{\pntxtb\'B7}}Rust\par",
        r"\pard\plain\s3 Rust\par",
        r"\pard\ls2\ilvl0 Rust\par",
    ],
)
def test_list_items_are_bullets(item: str) -> None:
    document = read(item + r"\pard plain")
    assert texts(document) == ["• Rust", "plain"]
    assert [line.bullet for line in lines(document)] == [True, False]


def test_an_empty_list_mark_is_no_bullet() -> None:
    assert [line.bullet for line in lines(read(r"\pard{\listtext\tab}\ls1 Rust\par"))] == [False]


def test_tabs_are_wide_gaps_and_line_breaks_end_lines() -> None:
    document = read(r"2019\tab Acme\line Paris\column Lyon\u8232?Nice")
    assert texts(document) == ["2019 Acme", "Paris", "Lyon", "Nice"]
    assert words(document)[1].gap == "\t"


def test_wide_spacing_parts_blocks() -> None:
    document = read(r"\pard\sb0\sa0 a\par b\par\pard\sb240 c\par\pard d")
    assert [len(block.lines) for block in blocks(document)] == [2, 2]


# stories -------------------------------------------------------------------------------------------------


def test_headers_footers_and_boxes_are_read_and_notes_are_not() -> None:
    body = (
        r"{\header\pard phone\par}{\footerr\pard mail}Name{\shp{\*\shpinst{\sp{\sn x}{\sv 7}}"
        r"{\shptxt\pard box\par}}{\shprslt{\*\do{\dptxbxtext box}}}}"
        r"{\footnote note}\par next{\*\do\dptxbx{\dptxbxtext old box}}\par"
    )
    document = read(body)
    assert [(block.part, [word.text for line in block.lines for word in line.words]) for block in blocks(document)] == [
        ("header", ["phone"]),
        ("body", ["Name", "next"]),
        ("box", ["box"]),
        ("box", ["old", "box"]),
        ("footer", ["mail"]),
    ]


def test_only_headers_that_are_shown_are_read() -> None:
    variants = r"{\headerf first}{\headerl left}{\headerr right}text"
    assert texts(read(variants)) == ["right", "text"]
    assert texts(read(r"\titlepg" + variants, r"\facingp")) == ["first", "left", "right", "text"]


def test_the_header_of_a_later_section_stands_on_its_first_page() -> None:
    document = read(r"{\header one}a\par\page b\par\sect\sectd{\header two}c\par\sect\sectd\sbknone d")
    assert [[block.part for block in page.blocks] for page in document.pages] == [["header", "body"], ["body"], ["header", "body"]]


def test_what_the_file_says_about_itself_is_no_text() -> None:
    body = r"{\info{\title Secret}{\author Me}}{\*\unknown{\b x}}{\*\bkmkstart x}{\object{\*\objdata 00ff}{\result shown}}"
    assert texts(read(body)) == ["shown"]


def test_formulas_are_read_once() -> None:
    assert texts(read(r"{\mmath{\*\moMath{\mr\mscr0 x}}{\mmathPict{\pict 00}}}")) == ["x"]


# tables --------------------------------------------------------------------------------------------------


def test_cells_know_their_place() -> None:
    row = r"\trowd\cellx10\cellx20\pard\intbl {0}\cell {1}\par more\cell\row"
    document = read(row.replace("{0}", "a").replace("{1}", "b") + row.replace("{0}", "c").replace("{1}", "d") + r"\pard out\par" + row)
    found = cells(document)
    assert [cell for text, cell in found if text in "abcd"] == [Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 1, 1)]
    assert ("more", Cell(0, 0, 1)) in found
    assert ("out", None) in found
    assert found[-1] == ("more", Cell(1, 0, 1))


def test_a_table_in_a_cell_has_a_number_of_its_own() -> None:
    inner = r"\pard\intbl\itap2 in\nestcell two\nestcell{\*\nesttableprops\trowd\cellx5\cellx9\nestrow}{\nonesttables\par}"
    document = read(rf"\trowd\cellx10\cellx20{inner}\pard\intbl\itap1 out\cell b\cell\row")
    assert cells(document) == [("in", Cell(1, 0, 0)), ("two", Cell(1, 0, 1)), ("out", Cell(0, 0, 0)), ("b", Cell(0, 0, 1))]


# pages ---------------------------------------------------------------------------------------------------


def test_breaks_make_pages() -> None:
    document = read(r"a\par\page b\par\pard\pagebb c\par\pard d\par\sect\sectd e")
    assert [[line.page for block in page.blocks for line in block.lines] for page in document.pages] == [[1], [2], [3, 3], [4]]


def test_pages_beyond_the_limit_are_counted_and_not_read() -> None:
    document = read(r"\page ".join(f"p{number}" for number in range(1, 13)))
    assert (len(document.pages), document.total_pages, [notice.code for notice in document.notices]) == (10, 12, ["page_limit"])


def test_a_stated_page_count_is_believed_if_the_text_can_fill_it() -> None:
    text = "word " * 400
    assert read(text, r"{\info{\nofpages3}}").total_pages == 3
    assert read("short", r"{\info{\nofpages3}}").total_pages == 1


# pictures ------------------------------------------------------------------------------------------------


def test_the_photograph_is_found_in_hex_and_in_binary() -> None:
    jpeg = photograph("JPEG")
    sizes = r"\picwgoal1600\pichgoal2000"
    fallback = r"{\nonshppict{\pict\wmetafile8 00}}"
    hexed = read(rf"Name{{\*\shppict{{\pict{{\*\picprop}}{sizes}\jpegblip" + "\n" + jpeg.hex("\n", 40) + f"}}}}{fallback} after")
    assert hexed.picture is not None
    assert (hexed.picture.data, hexed.picture.mime_type) == (jpeg, "image/jpeg")
    assert texts(hexed) == ["Name after"]
    binary = read(rf"{{\pict{sizes}\jpegblip\bin{len(jpeg)} " + jpeg.decode("latin-1") + "} after")
    assert binary.picture is not None
    assert binary.picture.data == jpeg
    assert texts(binary) == ["after"]


def test_long_pictures_are_skipped_fast() -> None:
    data = rtf(r"a{\pict\pngblip\picwgoal90000\pichgoal9000 " + "0f1e2d3c" * 500_000 + "} b")
    started = time.process_time()
    assert texts(extract(data, Options())) == ["a b"]
    assert time.process_time() - started < 0.25


# damage --------------------------------------------------------------------------------------------------


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = rtf(r"{\header phone}one\par{\b two{\shp{\*\shpinst{\shptxt box")[:-1]
    assert texts(extract(whole, Options())) == ["phone", "one", "two", "box"]
    for end in range(len(whole)):
        extract(whole[: end + 1], Options())


def test_deep_groups_end_in_a_result() -> None:
    assert texts(read("a" + "{" * 200_000 + "deep" + "}" * 200_000 + " b")) == ["a b"]
    assert texts(read("a" + "{" * 200_000)) == ["a"]


def test_boxes_in_boxes_and_headers_without_end_are_bounded() -> None:
    assert len(texts(read(r"{\shptxt a" * 900))) == 10
    assert texts(read(r"{\header a}" * 5_000 + "b")) == ["a", "b"]


@pytest.mark.parametrize("count", ["9999999999", "-5", "0"])
def test_an_absurd_count_of_binary_bytes_does_not_swallow_the_text(count: str) -> None:
    assert texts(read(rf"a{{\pict\jpegblip\bin{count} }}\par b")) == ["a", "b"]
    assert texts(read(rf"a\bin{count} \par b")) == ["a", "b"]


def test_what_follows_the_last_brace_is_no_part_of_the_document() -> None:
    assert texts(extract(rb"{\rtf1 a}} junk {b}", Options())) == ["a"]


def test_text_that_only_begins_like_rtf_gives_that_text() -> None:
    assert texts(extract(b"{\\rtf", Options())) == []
    assert texts(extract(b"{\\rtf this is no rtf \\", Options())) == ["this is no rtf"]


def test_stray_table_words_and_numbers_beyond_sense_do_no_harm() -> None:
    body = r"\row\nestrow\cell\nestcell\itap9999999999 x\nestcell\fs-4\cf-9\s-1\ls-3\f-7\uc-2\u233 y\outlinelevel-1 z\par"
    assert "x" in [word.text for word in words(read(body))]


def test_too_much_text_is_refused() -> None:
    with pytest.raises(LimitExceededError, match="characters of text"):
        extract(rtf("word " * 100), Options(max_characters=300))
