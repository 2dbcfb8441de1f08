"""What the .odt extractor reads: every place where text can stand, once, with its look, page and cell."""

from __future__ import annotations

import pytest

from resume_parser.document import Cell, Document, Line, Word
from tests.extractors.opendocument_file import NAMESPACES, box, frame, layout, look, par, read_odt, style, styles_part
from tests.extractors.word_file import block_texts, every_block, text

BULLETS = '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
TURN = style("turn", inner=layout('fo:break-before="page"'))


def words(document: Document) -> list[Word]:
    return [word for line in document.all_lines() for word in line.words]


def lines(document: Document) -> list[Line]:
    return list(document.all_lines())


def places(document: Document) -> list[tuple[int, str]]:
    return [(line.page, text(line)) for line in document.all_lines()]


def cell(inner: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def table(*rows: str, attributes: str = "") -> str:
    return f"<table:table {attributes}>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"


def listed(*items: str, name: str = "L") -> str:
    return f'<text:list text:style-name="{name}">' + "".join(f"<text:list-item>{item}</text:list-item>" for item in items) + "</text:list>"


# where text can stand ------------------------------------------------------------------------------------


def test_headings_and_paragraphs_keep_their_order_and_level() -> None:
    document = read_odt(
        par("Nadia Berger") + '<text:h text:outline-level="2">Experience</text:h>' + par("Acme") + "<text:h>Skills</text:h>"
    )
    assert block_texts(document) == ["Nadia Berger", "Experience", "Acme", "Skills"]
    assert [line.level for line in lines(document)] == [0, 2, 0, 1]
    assert (document.format, document.total_pages, document.pages[0].width) == ("odt", 1, None)


def test_the_title_style_and_the_outline_of_a_style_are_levels() -> None:
    common = style("Title") + style("Head", attributes='style:default-outline-level="3"') + style("mine", parent="Title")
    body = par("name", "Title") + par("own", "mine") + par("head", "Head") + par("plain", "Other")
    assert [line.level for line in lines(read_odt(body, parts=styles_part(common)))] == [1, 1, 3, 0]


def test_sections_and_indexes_are_open() -> None:
    body = f"<text:section>{par('inner')}</text:section><text:table-of-content><text:index-body>{par('entry')}</text:index-body>"
    assert block_texts(read_odt(body + "</text:table-of-content>")) == ["inner / entry"]


def test_deleted_text_notes_and_comments_are_left_out() -> None:
    region = f"<text:changed-region><text:deletion>{par('old')}</text:deletion></text:changed-region>"
    deleted = f"<text:tracked-changes>{region}</text:tracked-changes>"
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{par('foot')}</text:note-body></text:note>"
    comment = f"<office:annotation>{par('remark')}</office:annotation>"
    body = deleted + par(f"kept<text:change-start/>{note}{comment}<text:change-end/> on")
    assert block_texts(read_odt(body)) == ["kept on"]


def test_fields_bookmarks_and_ruby_bases_are_text() -> None:
    ruby = "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>kana</text:ruby-text></text:ruby>"
    body = par(f'<text:author-name>Nadia</text:author-name> <text:bookmark text:name="a"/>of <text:date>May 2020</text:date> {ruby}')
    assert block_texts(read_odt(body)) == ["Nadia of May 2020 base"]


def test_covered_cells_are_not_read_and_count_as_columns() -> None:
    wide = cell(par("wide"), 'table:number-columns-spanned="2"') + f"<table:covered-table-cell>{par('gone')}</table:covered-table-cell>"
    document = read_odt(table(wide + cell(par("right")), cell(par("")) + cell(par("mid") + table(cell(par("inner")))) + cell(par("end"))))
    assert [(text(block.lines[0]), block.cell) for block in every_block(document)] == [
        ("wide", Cell(0, 0, 0)),
        ("right", Cell(0, 0, 2)),
        ("mid", Cell(0, 1, 1)),
        ("inner", Cell(1, 0, 0)),
        ("end", Cell(0, 1, 2)),
    ]


def test_a_repeated_cell_counts_for_a_bounded_number_of_columns() -> None:
    document = read_odt(table(cell("", 'table:number-columns-repeated="999999999"') + cell(par("far"))))
    assert every_block(document)[0].cell == Cell(0, 0, 1000)


def test_rows_in_groups_are_rows() -> None:
    row = f"<table:table-row>{cell(par('head'))}</table:table-row>"
    document = read_odt(f"<table:table><table:table-header-rows>{row}</table:table-header-rows>{row}</table:table>")
    assert [block.cell for block in every_block(document)] == [Cell(0, 0, 0), Cell(0, 1, 0)]


def test_a_box_stands_after_its_anchor_and_is_a_part_of_its_own() -> None:
    document = read_odt(par(f"name{box(par('phone'))}") + par("next"))
    assert [(block.part, text(block.lines[0])) for block in every_block(document)] == [("body", "name"), ("box", "phone")]
    assert block_texts(document) == ["name / next", "phone"]


def test_shapes_groups_and_links_around_frames_are_boxes() -> None:
    group = f"<draw:g><draw:rect>{par('one')}</draw:rect><draw:g>{box(par('two'))}</draw:g></draw:g>"
    linked = f'<draw:a xlink:href="https://nadia.example">{box(par("three"))}</draw:a>'
    document = read_odt(box(par("page")) + par(group + linked))
    assert block_texts(document) == ["page", "one", "two", "three"]
    assert [word.link for word in words(document)] == [None, None, None, "https://nadia.example"]


def test_boxes_of_one_anchor_are_read_column_by_column_and_downwards() -> None:
    def at(x: int, y: int, name: str) -> str:
        return box(par(name), f'svg:x="{x}cm" svg:y="{y}cm" svg:width="4cm"')

    assert block_texts(read_odt(par(at(1, 9, "skills") + at(8, 1, "jobs") + at(1, 1, "name")))) == ["name", "skills", "jobs"]
    assert block_texts(read_odt(par(at(1, 9, "second") + at(3, 1, "first")))) == ["first", "second"]


def test_hidden_text_sections_and_styles_are_marked() -> None:
    automatic = style("T", family="text", inner=look('text:display="none"')) + style("W", family="text", inner=look('fo:color="#ffffff"'))
    body = par('<text:span text:style-name="T">a</text:span> <text:span text:style-name="W">b</text:span>')
    body += par(
        '<text:hidden-text text:is-hidden="true">c</text:hidden-text> <text:hidden-text text:is-hidden="false">d</text:hidden-text>'
    )
    body += f'<text:section text:display="none">{par("e")}</text:section>{par("f")}'
    assert [word.hidden for word in words(read_odt(body, automatic=automatic))] == ["vanish", "white", "vanish", "", "vanish", ""]


def test_white_text_on_a_painted_ground_can_be_read() -> None:
    white, ground = style("W", family="text", inner=look('fo:color="#ffffff"')), 'fo:background-color="#102030"'
    automatic = white + style("P", inner=layout(ground)) + style("C", family="table-cell", inner=f"<style:table-cell-properties {ground}/>")
    span = '<text:span text:style-name="W">x</text:span>'
    body = par(span, "P") + table(cell(par(span), 'table:style-name="C"') + cell(par(span)))
    assert [word.hidden for word in words(read_odt(body, automatic=automatic))] == ["", "", "white"]


# words and lines -----------------------------------------------------------------------------------------


def test_spaces_tabs_and_line_breaks() -> None:
    document = read_odt(par('Acme<text:tab/>2019 <text:s text:c="2"/>2020\n  now<text:line-break/>next<text:s/>word'))
    assert [text(line) for line in lines(document)] == ["Acme\t2019\t2020 now", "next word"]


def test_a_word_goes_on_over_spans() -> None:
    automatic = style("B", family="text", inner=look('fo:font-weight="bold"'))
    document = read_odt(par('Na<text:span text:style-name="B">dia</text:span> Berger'), automatic=automatic)
    assert [word.text for word in words(document)] == ["Nadia", "Berger"]


def test_links_to_the_web_are_kept_and_places_in_the_file_are_none() -> None:
    body = par('<text:a xlink:href="mailto:n@example.org">mail</text:a> <text:a xlink:href="#top">top</text:a>')
    assert [word.link for word in words(read_odt(body))] == ["mailto:n@example.org", None]


# styles --------------------------------------------------------------------------------------------------


def test_a_look_comes_from_the_span_the_paragraph_its_parents_and_the_default() -> None:
    size = look('fo:font-size="11pt"')
    default = f'<style:default-style style:family="paragraph">{size}</style:default-style>'
    common = default + style("Base", inner=look('fo:color="#102030" fo:font-style="italic"')) + style("Text", parent="Base")
    automatic = style("P1", parent="Text", inner=look('fo:font-weight="700"')) + style(
        "T1", family="text", inner=look('fo:font-size="80%"')
    )
    document = read_odt(par('one <text:span text:style-name="T1">two</text:span>', "P1"), automatic=automatic, parts=styles_part(common))
    first, second = words(document)
    assert (first.size, first.bold, first.italic, first.color) == (11.0, True, True, 0x102030)
    assert (second.size, second.bold) == (pytest.approx(8.8), True)


def test_the_automatic_colour_is_black_and_capitals_are_printed_as_such() -> None:
    automatic = style("P", inner=look('fo:color="#ff0000" fo:text-transform="uppercase"'))
    automatic += style("T", family="text", inner=look('style:use-window-font-color="true"'))
    document = read_odt(par('a <text:span text:style-name="T">b</text:span>', "P"), automatic=automatic)
    assert [(word.text, word.color) for word in words(document)] == [("A", 0xFF0000), ("B", 0)]


def test_a_loop_of_styles_ends() -> None:
    common = style("A", parent="B", inner=look('fo:font-size="9pt"')) + style("B", parent="A", inner=look('fo:font-weight="bold"'))
    word = words(read_odt(par("x", "A"), parts=styles_part(common)))[0]
    assert (word.size, word.bold) == (9.0, True)


def test_wider_spacing_parts_blocks_but_not_between_neighbours_of_a_contextual_style() -> None:
    wide = style("W", inner=layout('fo:margin-top="0.5cm"'))
    tight = style("C", inner=layout('fo:margin-bottom="0.5cm" style:contextual-spacing="true"'))
    assert block_texts(read_odt(par("a") + par("b") + par("c", "W") + par("d"), automatic=wide)) == ["a / b", "c / d"]
    body = par("a", "C") + par("b", "C") + par("c") + par("d")
    assert block_texts(read_odt(body, parts=styles_part(tight))) == ["a / b", "c / d"]


# lists ---------------------------------------------------------------------------------------------------


def test_the_first_paragraph_of_a_list_item_has_a_bullet() -> None:
    document = read_odt(listed(par("one") + par("more"), par("two")), automatic=BULLETS)
    assert [(line.bullet, text(line)) for line in lines(document)] == [(True, "• one"), (False, "more"), (True, "• two")]


def test_numbers_are_bullets_and_silent_levels_headers_and_headings_are_none() -> None:
    numbers = '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    numbers += '<text:list-level-style-number text:level="2" style:num-format=""/></text:list-style>'
    off = style("off", inner=layout('text:enable-numbering="false"'))
    inner = f"<text:list><text:list-item>{par('silent')}</text:list-item></text:list>"
    body = listed(par("number") + inner, par("switched off", "off"), "<text:h>Heading</text:h>", name="N")
    body += f'<text:list text:style-name="N"><text:list-header>{par("header")}</text:list-header></text:list>'
    bullets = {text(line): line.bullet for line in lines(read_odt(body, automatic=numbers + off))}
    assert bullets == {"• number": True, "silent": False, "switched off": False, "Heading": False, "header": False}


def test_a_bullet_of_white_space_is_none() -> None:
    blank = BULLETS.replace("•", "\u00a0")
    assert [line.bullet for line in lines(read_odt(listed(par("one")), automatic=blank))] == [False]


# pages ---------------------------------------------------------------------------------------------------


def test_pages_turn_at_breaks_before_after_and_where_the_program_broke_them() -> None:
    automatic = TURN + style("end", inner=layout('fo:break-after="page"'))
    body = (
        par("one", "turn") + par("two", "turn") + "<text:soft-page-break/>" + par("three", "end") + par("four <text:soft-page-break/>five")
    )
    document = read_odt(body, automatic=automatic)
    assert places(document) == [(1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five")]
    assert document.total_pages == 5


def test_a_soft_break_right_before_a_break_is_the_same_page() -> None:
    body = par("one") + "<text:soft-page-break/>" + par("two", "turn")
    assert places(read_odt(body, automatic=TURN)) == [(1, "one"), (2, "two")]


def test_a_break_inside_a_cell_counts_once_for_the_row() -> None:
    broken = par("a <text:soft-page-break/>b")
    body = table(cell(broken) + cell(broken)) + par("after")
    assert places(read_odt(body)) == [(1, "a"), (1, "a"), (2, "b"), (2, "b"), (2, "after")]


def test_only_the_first_ten_pages_are_read() -> None:
    document = read_odt("".join(par(f"page{number}", "turn") for number in range(1, 13)), automatic=TURN)
    assert (len(document.pages), document.total_pages, [notice.code for notice in document.notices]) == (10, 12, ["page_limit"])


def test_the_metadata_tell_the_pages_of_a_file_without_breaks() -> None:
    xml = '<office:document-meta {0}><office:meta><meta:document-statistic meta:page-count="2"/></office:meta></office:document-meta>'
    parts: dict[str, str | bytes] = {"meta.xml": xml.format(NAMESPACES)}
    assert read_odt(par("word " * 200), parts=parts).total_pages == 2
    assert read_odt(par("word"), parts=parts).total_pages == 1


# headers and footers -------------------------------------------------------------------------------------


def master(name: str, header: str, *, following: str = "", display: str = "true") -> str:
    head = f'<style:header style:display="{display}">{par(header, "P1")}</style:header><style:footer>{par("foot")}</style:footer>'
    return f'<style:master-page style:name="{name}" style:next-style-name="{following}">{head}</style:master-page>'


def parts_of(document: Document) -> list[list[tuple[str, str]]]:
    return [[(block.part, text(block.lines[0])) for block in page.blocks] for page in document.pages]


def test_headers_come_first_and_footers_last_with_the_styles_of_their_own_part() -> None:
    parts = styles_part(automatic=style("P1", inner=look('fo:font-size="7pt"')), masters=master("Standard", "Nadia"))
    document = read_odt(par("text", "P1"), automatic=style("P1", inner=look('fo:font-size="20pt"')), parts=parts)
    assert parts_of(document) == [[("header", "Nadia"), ("body", "text"), ("footer", "foot")]]
    assert [word.size for word in words(document)] == [7.0, 20.0, 12.0]


def test_a_master_page_begins_with_its_paragraph_and_the_next_one_with_the_page_after() -> None:
    masters = master("First", "cover", following="Rest") + master("Rest", "rest") + master("Unused", "never") + master("Last", "last")
    automatic = TURN + "".join(style(name, attributes=f'style:master-page-name="{name}"') for name in ("First", "Last"))
    body = par("one", "First") + par("two", "turn") + par("three", "Last")
    document = read_odt(body, automatic=automatic, parts=styles_part(masters=masters))
    assert [row[0] for row in parts_of(document)] == [("header", "cover"), ("header", "rest"), ("header", "last")]


def test_a_header_that_is_switched_off_is_not_read() -> None:
    document = read_odt(par("text"), parts=styles_part(masters=master("Standard", "old", display="false")))
    assert parts_of(document) == [[("body", "text"), ("footer", "foot")]]


def test_a_picture_in_a_frame_has_no_text() -> None:
    picture = frame('<draw:image xlink:href="Pictures/a.png"/>', 'svg:width="3cm" svg:height="4cm"')
    document = read_odt(par(f"Nadia{picture}"), parts={"Pictures/a.png": b"no picture"})
    assert block_texts(document) == ["Nadia"]
    assert document.picture is None
