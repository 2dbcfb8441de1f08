"""What the .odp extractor reads: the shapes of every slide with their place, and which of their lines are titles and bullets."""

from __future__ import annotations

import pytest

from resume_parser.document import Block, Box, Cell, Line
from resume_parser.errors import EmptyFileError
from tests.extractors.opendocument_file import box, frame, look, par, read_odp, style, styles_part
from tests.extractors.picture_file import photograph
from tests.extractors.word_file import every_block, text

AT = 'svg:x="1in" svg:y="2in" svg:width="3in" svg:height="1in"'
PLACE = Box(72.0, 144.0, 288.0, 216.0)
LAYOUT = '<style:page-layout style:name="PM"><style:page-layout-properties fo:page-width="10in" fo:page-height="5in"/></style:page-layout>'


def slide(inner: str) -> str:
    return f'<draw:page draw:master-page-name="M">{inner}</draw:page>'


def lines(blocks: list[Block]) -> list[Line]:
    return [line for block in blocks for line in block.lines]


def only(inner: str, **more: str) -> Line:
    """The one line of a slide with this shape."""
    (line,) = lines(every_block(read_odp(slide(inner), **more)))  # type: ignore[arg-type]
    return line


# places --------------------------------------------------------------------------------------------------


def test_every_line_has_the_box_of_its_shape_and_no_word_has_one() -> None:
    document = read_odp(slide(box(par("Nadia") + par("Berger"), AT)) + slide(box(par("Jobs"), AT)))
    assert [(line.page, text(line), line.box) for line in document.all_lines()] == [
        (1, "Nadia", PLACE),
        (1, "Berger", PLACE),
        (2, "Jobs", PLACE),
    ]
    assert [word.box for line in document.all_lines() for word in line.words] == [None] * 3
    assert (document.format, document.total_pages) == ("odp", 2)


def test_a_slide_has_the_size_of_the_layout_of_its_master_page() -> None:
    masters = '<style:master-page style:name="M" style:page-layout-name="PM"/>'
    page = read_odp(slide(box(par("x"), AT)), parts=styles_part(automatic=LAYOUT, masters=masters)).pages[0]
    assert (page.width, page.height) == (720.0, 360.0)
    assert read_odp(slide(box(par("x"), AT))).pages[0].height == 540.0


def test_a_placeholder_without_a_place_stands_where_the_master_page_has_it() -> None:
    masters = f'<style:master-page style:name="M">{box("", f"{AT} presentation:class=" + chr(34) + "title" + chr(34))}</style:master-page>'
    body = slide(box(par("name"), 'presentation:class="title"') + box(par("free")))
    found = lines(every_block(read_odp(body, parts=styles_part(masters=masters))))
    assert [(text(line), line.box) for line in found] == [("name", PLACE), ("free", None)]


def test_a_turned_shape_has_the_upright_box_around_it() -> None:
    turned = 'svg:width="2in" svg:height="1in" draw:transform="rotate (1.5707963267949) translate (1in 3in)"'
    found = only(box(par("x"), turned)).box
    assert found is not None
    assert (found.x0, found.top, found.x1, found.bottom) == pytest.approx((72, 72, 144, 216))


def test_damaged_places_are_none_and_do_not_stop_the_slide() -> None:
    for attributes in ('svg:width="wide"', 'svg:x="1in" svg:width="1in" svg:height="1in"'):
        assert only(box(par("x"), attributes)).box is None
    odd = 'svg:width="1in" svg:height="1in" draw:transform="rotate (nan) skewX (a) translate ()"'
    assert only(box(par("x"), odd)).box == Box(0.0, 0.0, 72.0, 72.0)


def test_the_text_of_a_line_stands_between_its_ends() -> None:
    line = f'<draw:line svg:x1="2in" svg:y1="1in" svg:x2="1in" svg:y2="1in">{par("x")}</draw:line>'
    assert only(line).box == Box(72.0, 72.0, 144.0, 72.0)


# what is read --------------------------------------------------------------------------------------------


def test_shapes_in_groups_and_links_are_shapes_of_the_slide() -> None:
    linked = f'<draw:a xlink:href="https://nadia.example">{box(par("two"), AT)}</draw:a>'
    found = lines(
        every_block(read_odp(slide(f"<draw:g><draw:custom-shape>{par('one')}</draw:custom-shape><draw:g>{linked}</draw:g></draw:g>")))
    )
    assert [(text(line), line.box, line.words[0].link) for line in found] == [("one", None, None), ("two", PLACE, "https://nadia.example")]


def test_notes_empty_placeholders_and_shapes_without_text_are_left_out() -> None:
    prompt = box(par("Click to add text"), 'presentation:placeholder="true"')
    notes = f"<presentation:notes>{box(par('secret'))}</presentation:notes>"
    assert read_odp(slide(prompt + notes + box(par("")) + "<draw:rect/>")).pages[0].blocks == ()


def test_a_table_is_one_shape_whose_blocks_have_their_cells() -> None:
    row = "".join(f"<table:table-cell>{par(name)}</table:table-cell>" for name in ("left", "right"))
    tables = frame(f"<table:table><table:table-row>{row}</table:table-row></table:table>", AT)
    blocks = every_block(read_odp(slide(tables) + slide(tables)))
    assert [block.cell for block in blocks] == [Cell(0, 0, 0), Cell(0, 0, 1), Cell(1, 0, 0), Cell(1, 0, 1)]
    assert [line.box for line in lines(blocks)] == [PLACE] * 4


def test_only_the_title_of_a_slide_is_a_heading() -> None:
    body = slide("".join(box(par(kind), f'presentation:class="{kind}"') for kind in ("title", "subtitle", "outline")))
    assert [line.level for line in lines(every_block(read_odp(body)))] == [1, 0, 0]


def test_an_outline_has_bullets_where_its_list_prints_them_and_a_size_for_each_level() -> None:
    sizes = "".join(style(f"M-outline{n}", family="presentation", inner=look(f'fo:font-size="{30 - n}pt"')) for n in (1, 2))
    levels = '<text:list-level-style-number text:level="1" style:num-format=""/>'
    levels += '<text:list-level-style-bullet text:level="2" text:bullet-char="–"/>'
    automatic = style("pr1", family="presentation", parent="M-outline1") + f'<text:list-style style:name="L">{levels}</text:list-style>'
    inner = f"<text:list><text:list-item>{par('built')}</text:list-item></text:list>"
    outline = f'<text:list text:style-name="L"><text:list-item>{par("Acme")}{inner}</text:list-item></text:list>'
    body = slide(box(outline, 'presentation:style-name="pr1" presentation:class="outline"'))
    found = lines(every_block(read_odp(body, automatic=automatic, parts=styles_part(sizes))))
    assert [(text(line), line.bullet, line.words[0].size) for line in found] == [("Acme", False, 29.0), ("• built", True, 28.0)]


def test_text_inherits_the_look_of_its_shape_and_white_text_can_be_read() -> None:
    automatic = style("gr1", family="graphic", inner=look('fo:font-size="9pt" fo:font-weight="bold" fo:color="#ffffff"'))
    word = only(box(par("x"), 'draw:style-name="gr1"'), automatic=automatic).words[0]
    assert (word.size, word.bold, word.color, word.hidden) == (9.0, True, 0xFFFFFF, "")


def test_only_the_first_ten_slides_are_read() -> None:
    document = read_odp(slide(box(par("x"))) * 12)
    assert (len(document.pages), document.total_pages, [notice.code for notice in document.notices]) == (10, 12, ["page_limit"])


def test_a_presentation_without_slides_is_refused() -> None:
    with pytest.raises(EmptyFileError):
        read_odp("")


# the portrait --------------------------------------------------------------------------------------------


def test_a_photograph_in_a_frame_is_the_portrait() -> None:
    data = photograph()
    body = slide(frame('<draw:image xlink:href="Pictures/a.png"/>', 'svg:x="1in" svg:y="2in" svg:width="1in" svg:height="1.5in"'))
    picture = read_odp(body, parts={"Pictures/a.png": data}).picture
    assert picture is not None
    assert (picture.data, picture.mime_type, picture.page, picture.box) == (data, "image/png", 1, Box(72.0, 144.0, 144.0, 252.0))
    assert read_odp(body).picture is None


def test_a_photograph_that_fills_a_shape_is_the_portrait() -> None:
    common = '<draw:fill-image draw:name="F" xlink:href="Pictures/a.png"/>'
    filled = '<style:graphic-properties draw:fill="bitmap" draw:fill-image-name="F"/>'
    shape = '<draw:custom-shape draw:style-name="gr1" svg:x="1in" svg:y="2in" svg:width="1in" svg:height="1in"/>'
    parts = {**styles_part(common), "Pictures/a.png": photograph()}
    assert read_odp(slide(shape), automatic=style("gr1", family="graphic", inner=filled), parts=parts).picture is not None
    assert read_odp(slide(shape), automatic=style("gr1", family="graphic"), parts=parts).picture is None
