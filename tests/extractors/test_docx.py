"""What the Word extractor reads: every place where text can stand, once, with its look, page and cell."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.package import OpcPackage

from resume_parser.document import Cell, Document, Word
from resume_parser.extractors.docx import extract
from resume_parser.options import Options
from tests.extractors.word_file import block_texts, every_block, par, read, run, text, word_file

BREAK = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
EMPTY = "<w:p/>"


def words(document: Document) -> list[Word]:
    return [word for line in document.all_lines() for word in line.words]


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def box(inner: str) -> str:
    return f"<w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing>"


def vml_box(inner: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


# where text can stand ------------------------------------------------------------------------------------


def test_a_file_that_the_library_wrote_is_read() -> None:
    file, out = docx.Document(), io.BytesIO()
    file.add_heading("Nadia Berger", 0)
    file.add_heading("Experience", 1)
    file.add_paragraph("Built pipelines", style="List Bullet")
    file.paragraphs[-1].add_run(" in Rust").bold = True
    file.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    file.save(out)
    document = extract(out.getvalue(), Options())
    assert block_texts(document) == ["Nadia Berger", "Experience", "• Built pipelines in Rust"]
    assert [line.level for line in document.all_lines()] == [1, 1, 0]
    assert [word.bold for word in list(document.all_lines())[2].words] == [False, False, False, True, True]
    assert [word.size for word in words(document)][:3] == [26.0, 26.0, 14.0]
    assert (document.format, document.total_pages, document.pages[0].width) == ("docx", 2, None)


def test_a_box_in_an_alternate_content_is_read_once_and_after_its_anchor() -> None:
    choice, fallback = box(par("phone")), vml_box(par("phone"))
    branches = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    alternate = f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>"
    document = read(par("name", alternate) + par("next"))
    assert block_texts(document) == ["name / next", "phone"]
    assert [block.part for block in every_block(document)] == ["body", "box"]


def test_a_fallback_is_read_where_only_it_has_text() -> None:
    alternate = f"<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{vml_box(par('phone'))}</mc:Fallback></mc:AlternateContent></w:r>"
    assert block_texts(read(par(alternate))) == ["phone"]


def placed(x: int, y: int, inner: str, *, width: int = 100, reference: str = "page") -> str:
    """A text box at a place on the page, in points."""
    sides = "".join(
        f'<wp:position{side} relativeFrom="{reference}"><wp:posOffset>{12700 * at}</wp:posOffset></wp:position{side}>'
        for side, at in (("H", x), ("V", y))
    )
    size = f'<wp:extent cx="{12700 * width}" cy="127000"/>'
    return run_of(box(inner).replace("<wp:anchor>", f"<wp:anchor>{sides}{size}"))


def run_of(drawing: str) -> str:
    return f"<w:r>{drawing}</w:r>"


def test_boxes_of_one_anchor_are_blocks_read_column_by_column() -> None:
    boxes = placed(40, 300, par("skills")), placed(200, 30, par("jobs")), placed(40, 30, par("name"), width=120)
    assert block_texts(read(par(*boxes))) == ["name", "skills", "jobs"]
    assert block_texts(read(par(*(one.replace("page", "column") for one in boxes)))) == ["name", "skills", "jobs"]


def test_boxes_that_label_others_are_read_row_by_row() -> None:
    dates = [placed(40, 100, par("2018")), placed(40, 205, par("2012"))]
    jobs = [placed(200, 102, par("nurse"), width=300), placed(200, 200, par("carer"), width=300), placed(200, 300, par("more"), width=300)]
    assert block_texts(read(par(*dates, *jobs))) == ["2018", "nurse", "2012", "carer", "more"]
    assert block_texts(read(par(dates[0], *jobs))) == ["2018", "nurse", "carer", "more"]
    assert block_texts(read(par(dates[0], placed(40, 250, par("skills")), *jobs))) == ["2018", "skills", "nurse", "carer", "more"]


def test_boxes_of_a_group_are_read_where_the_group_puts_them() -> None:
    def member(x: int, y: int, inner: str) -> str:
        place = f'<wps:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="900" cy="100"/></a:xfrm></wps:spPr>'
        return f"<wps:wsp>{place}<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"

    members = member(1000, 0, par("jobs")) + member(0, 500, par("skills")) + member(0, 0, par("name"))
    assert block_texts(read(par(run_of(f"<w:drawing><wp:anchor><wpg:wgp>{members}</wpg:wgp></wp:anchor></w:drawing>")))) == [
        "name",
        "skills",
        "jobs",
    ]


def test_boxes_that_do_not_all_say_where_they_stand_are_read_in_the_order_of_the_file() -> None:
    first, second = placed(40, 300, par("skills")), placed(40, 30, par("name"))
    assert block_texts(read(par(first, placed(40, 30, par("name"), reference="margin")))) == ["skills", "name"]
    assert block_texts(read(par(first, run_of(vml_box(par("jobs"))), second))) == ["skills", "jobs", "name"]


def test_a_box_does_not_part_a_heading_from_its_text() -> None:
    document = read(par("Experience", f"<w:r>{vml_box(par('phone'))}</w:r>", properties='<w:outlineLvl w:val="0"/>') + par("job"))
    assert block_texts(document) == ["phone", "Experience", "job"]


def test_merged_and_nested_cells_are_read_once_with_their_place() -> None:
    inner = table(cell(par("inner")))
    document = read(
        table(
            cell(par("wide"), '<w:gridSpan w:val="2"/>') + cell(par("right")),
            cell(par("left")) + cell(par("middle") + inner + par("below")) + cell(EMPTY, "<w:vMerge/>"),
        )
    )
    assert [(text(block.lines[0]), block.cell) for block in every_block(document)] == [
        ("wide", Cell(0, 0, 0)),
        ("right", Cell(0, 0, 2)),
        ("left", Cell(0, 1, 0)),
        ("middle", Cell(0, 1, 1)),
        ("inner", Cell(1, 0, 0)),
        ("below", Cell(0, 1, 1)),
    ]


def test_content_controls_around_blocks_rows_cells_and_runs_are_open() -> None:
    row = control(f"<w:tr>{control(cell(par('cell')))}</w:tr>")
    document = read(control(par("block")) + par(control(run("run"))) + f"<w:tbl>{row}</w:tbl>")
    assert block_texts(document) == ["block / run", "cell"]


def test_insertions_are_kept_and_deletions_dropped() -> None:
    body = par(f"<w:ins>{run('new')}</w:ins>", f"<w:del>{run('old')}</w:del>", f"<w:moveFrom>{run('old')}</w:moveFrom>")
    assert block_texts(read(body + "<w:p/>" + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(par('gone'))}</w:tr></w:tbl>")) == ["new"]


def test_smart_tags_fields_and_ruby_bases_are_text() -> None:
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    body = par(f"<w:smartTag>{run('Paris')}</w:smartTag>", f'<w:fldSimple w:instr=" PAGE ">{run(" 7 ")}</w:fldSimple>', ruby)
    assert block_texts(read(body)) == ["Paris 7 base"]


def test_headers_come_first_and_footers_last_and_each_text_once() -> None:
    sections = "".join(
        f'<w:sectPr><w:headerReference w:type="default" r:id="header{number}"/><w:footerReference r:id="footer1"/></w:sectPr>'
        for number in (1, 2)
    ).split("</w:sectPr>")
    first, last = f"{sections[0]}</w:sectPr>", f"{sections[1]}</w:sectPr>"
    parts = {"header1": par("Nadia"), "header2": par("Nadia"), "footer1": par("foot")}
    document = read(par("one", properties=first) + par("two") + last, parts=parts)
    assert [(page.number, [(block.part, text(block.lines[0])) for block in page.blocks]) for page in document.pages] == [
        (1, [("header", "Nadia"), ("body", "one"), ("footer", "foot")]),
        (2, [("body", "two")]),
    ]


def test_a_header_for_the_first_page_counts_only_where_the_section_has_one() -> None:
    reference = '<w:headerReference w:type="first" r:id="header1"/>'
    parts = {"header1": par("Nadia")}
    assert block_texts(read(par("one") + f"<w:sectPr>{reference}</w:sectPr>", parts=parts)) == ["one"]
    assert block_texts(read(par("one") + f"<w:sectPr>{reference}<w:titlePg/></w:sectPr>", parts=parts)) == ["Nadia", "one"]


# words and lines -----------------------------------------------------------------------------------------


def test_a_word_goes_on_over_runs() -> None:
    assert [word.text for word in words(read(par(run("Na", "<w:b/>"), run("dia Ber"), run("ger"))))] == ["Nadia", "Berger"]


def test_tabs_and_columns_of_spaces_are_wide_gaps() -> None:
    document = read(par("Acme", "<w:r><w:tab/></w:r>", run("2019   2020  now")))
    assert block_texts(document) == ["Acme\t2019\t2020 now"]


def test_line_breaks_start_lines_in_the_same_block() -> None:
    document = read(par("one", "<w:r><w:br/></w:r>", run("two"), "<w:r><w:cr/></w:r>", run("three")))
    assert block_texts(document) == ["one / two / three"]


def test_hyphens_and_symbols_become_characters() -> None:
    inner = (
        "<w:r><w:t>co</w:t><w:softHyphen/><w:t>op\u00ad</w:t><w:noBreakHyphen/><w:t>x </w:t>"
        '<w:sym w:font="Wingdings" w:char="F0A7"/><w:sym w:font="Wingdings" w:char="F021"/><w:t> end</w:t></w:r>'
    )
    assert block_texts(read(par(inner))) == ["coop-x • end"]


def test_capitals_are_printed_as_shown() -> None:
    assert block_texts(read(par(run("Straße", "<w:caps/>"), run(" Ab", '<w:caps w:val="0"/>')))) == ["STRASSE Ab"]


def test_links_stand_on_their_words_only() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example" \\o "tip" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>blog</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = par(f'<w:hyperlink r:id="rId9">{run("site")}</w:hyperlink>', run(", "), field, run(" end"))
    found = [(word.text, word.link, word.gap) for word in words(read(body, links={"rId9": "https://a.example"}))]
    assert found == [("site", "https://a.example", " "), (",", None, ""), ("blog", "https://b.example", " "), ("end", None, " ")]


def field_of(code: str, result: str = "") -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    shown = marks["separate"] + run(result) if result else ""
    return f"{marks['begin']}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{marks['end']}"


def test_some_fields_print_their_code_and_all_links_are_read_alike() -> None:
    sign = 'SYMBOL 183 \\f "Symbol" \\s 10'
    assert block_texts(read(par(field_of(sign), " a"))) == ["• a"]
    assert block_texts(read(par(field_of(sign, "x"), " b"))) == ["• b"]
    assert block_texts(read(par(field_of("EQ \\o(\\s\\up 9(kana),base)"), " end"))) == ["base end"]
    assert [word.link for word in words(read(par(field_of("Hyperlink https://a.example", "site"), " end")))] == ["https://a.example", None]


def test_a_field_that_never_ends_hides_nothing_after_its_paragraph() -> None:
    document = read(par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "code") + par("text"))
    assert block_texts(document) == ["text"]


# look ----------------------------------------------------------------------------------------------------

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/>'
    '<w:rPr><w:b/><w:color w:val="1F4E79"/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Meine"/><w:basedOn w:val="berschrift2"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kein"><w:name w:val="Kein"/><w:basedOn w:val="berschrift2"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def styled(style: str, inner: str = "text") -> str:
    return par(inner, properties=f'<w:pStyle w:val="{style}"/>')


def test_properties_come_from_run_then_styles_then_defaults() -> None:
    document = read(
        styled("Eigene") + styled("Standard", run("x", '<w:rStyle w:val="Stark"/>')) + styled("Eigene", run("y", '<w:b w:val="0"/>')),
        styles=STYLES,
    )
    found = [(word.size, word.bold, word.italic, word.color) for word in words(document)]
    assert found == [(14.0, True, True, 0x1F4E79), (11.0, True, False, 0), (14.0, False, True, 0x1F4E79)]


@pytest.mark.parametrize(("style", "level"), [("berschrift2", 2), ("Eigene", 2), ("Titel", 1), ("Kein", 0), ("A", 0), ("Heading3", 3)])
def test_the_heading_level_is_known_in_every_language_of_word(style: str, level: int) -> None:
    assert [line.level for line in read(styled(style), styles=STYLES).all_lines()] == [level]


def test_an_outline_level_of_the_paragraph_itself_counts() -> None:
    assert [line.level for line in read(par("x", properties='<w:outlineLvl w:val="2"/>')).all_lines()] == [3]


def test_list_items_start_with_a_bullet() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = "".join(par("x", properties=numbered.format(number)) for number in (0, 5, 7)) + styled("Liste") + styled("Titel", "t")
    document = read(body, styles=STYLES, numbering=numbering)
    assert [(text(line), line.bullet) for line in document.all_lines()] == [
        ("x", False),
        ("• x", True),
        ("x", False),
        ("• text", True),
        ("t", False),
    ]


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ("<w:vanish/>", "vanish"),
        ('<w:color w:val="FFFFFF"/>', "white"),
        ('<w:color w:val="FEFEFE"/>', "white"),
        ('<w:sz w:val="2"/>', "tiny"),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', ""),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>', ""),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>', "white"),
        ('<w:color w:val="D0D0D0"/>', ""),
    ],
)
def test_hidden_text_is_kept_and_marked(properties: str, hidden: str) -> None:
    assert [(word.text, word.hidden) for word in words(read(par(run("x", properties))))] == [("x", hidden)]


def test_white_text_on_a_painted_cell_paragraph_box_or_shape_can_be_seen() -> None:
    white = run("x", '<w:color w:val="FFFFFF"/>')
    dark = '<w:shd w:val="clear" w:fill="203040"/>'
    shape = '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>'
    seen = (table(cell(par(white), dark)), par(white, properties=dark), par(f"<w:r>{box(par(white))}</w:r>"), par(shape, white))
    assert [[word.hidden for word in words(read(body))] for body in seen] == [[""], [""], [""], [""]]


def test_a_hidden_part_of_a_word_stands_alone() -> None:
    assert [(word.text, word.gap, word.hidden) for word in words(read(par("Na", run("zzz", "<w:vanish/>"), run("dia"))))] == [
        ("Na", " ", ""),
        ("zzz", "", "vanish"),
        ("dia", "", ""),
    ]


# blocks --------------------------------------------------------------------------------------------------


def spaced(word: str, before: int = 0, after: int = 0) -> str:
    return par(word, properties=f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>')


def test_empty_paragraphs_and_headings_part_blocks() -> None:
    heading = par("H", properties='<w:outlineLvl w:val="0"/>')
    assert block_texts(read(par("a") + par("b") + EMPTY + par("c") + heading + par("d"))) == ["a / b", "c", "H", "d"]


def test_even_spacing_parts_nothing_and_wider_spacing_does() -> None:
    even = "".join(spaced(word, after=10) for word in "abc")
    wide = spaced("a", before=12) + spaced("b") + spaced("c", before=12) + spaced("d", after=2) + spaced("e")
    assert block_texts(read(even)) == ["a / b / c"]
    assert block_texts(read(wide)) == ["a / b", "c / d / e"]


def test_contextual_spacing_counts_as_none_between_paragraphs_of_one_style() -> None:
    item = '<w:spacing w:after="200"/><w:contextualSpacing/>'
    assert block_texts(read(par("a", properties=item) * 3 + par("b") + par("c"))) == ["a / a / a", "b / c"]


# pages ---------------------------------------------------------------------------------------------------


def pages(body: str, **parts: object) -> dict[int, list[str]]:
    document = read(body, **parts)
    return {page.number: [text(line) for block in page.blocks for line in block.lines] for page in document.pages}


@pytest.mark.parametrize(
    "turn",
    [
        par(BREAK),
        par(BREAK) + par(RENDERED),
        par("<w:r><w:lastRenderedPageBreak/></w:r>"),
        par("", properties="<w:pageBreakBefore/>"),
        par("", properties="<w:pageBreakBefore/>") + par(RENDERED),
        par("", properties="<w:sectPr/>"),
    ],
)
def test_every_kind_of_page_break_turns_one_page(turn: str) -> None:
    assert pages(par("one") + turn + par("two") + "<w:sectPr/>") == {1: ["one"], 2: ["two"]}


def test_a_continuous_section_turns_no_page() -> None:
    assert pages(par("one", properties="<w:sectPr/>") + par("two") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') == {
        1: ["one", "two"]
    }


def test_a_paragraph_over_two_pages_is_cut_between_them() -> None:
    assert pages(par("one", RENDERED, run("two"))) == {1: ["one"], 2: ["two"]}


def test_the_cells_of_a_row_that_goes_over_a_page_turn_it_once() -> None:
    side = cell(par("a", RENDERED, run("b")))
    assert pages(table(side + side) + par("end")) == {1: ["a", "a"], 2: ["b", "b", "end"]}


def test_only_the_first_pages_are_kept_and_the_notice_says_so() -> None:
    document = read(par(BREAK).join(par(f"page{number}") for number in range(1, 13)))
    assert [page.number for page in document.pages] == list(range(1, 11))
    assert [word.text for word in words(document)][-1] == "page10"
    assert document.total_pages == 12
    assert [notice.code for notice in document.notices] == ["page_limit"]


def test_the_count_of_the_file_properties_is_the_total_where_it_is_larger() -> None:
    assert read(par("x" * 2000), app="<Pages>3</Pages>").total_pages == 3


def test_a_count_that_the_text_could_not_fill_is_not_believed() -> None:
    document = read(par("one") + EMPTY + par("two"), app="<Pages>99</Pages>")
    assert document.total_pages == 1
    assert [word.text for word in words(document)] == ["one", "two"]


def test_text_without_page_marks_is_cut_in_proportion_to_the_stated_count() -> None:
    document = read("".join(par("x" * 400) + EMPTY for _ in range(20)), app="<Pages>20</Pages>")
    assert len(words(document)) == 10


# packages ------------------------------------------------------------------------------------------------


def test_the_strict_dialect_is_read() -> None:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(par("strict")))) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            )
            target.writestr(
                name, data.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
            )
    assert block_texts(extract(out.getvalue(), Options())) == ["strict"]


def test_whatever_the_library_raises_on_damage_the_zip_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise IndexError

    monkeypatch.setattr(OpcPackage, "open", fail)
    assert block_texts(read(par("text"))) == ["text"]
