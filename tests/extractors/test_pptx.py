"""The .pptx extractor on small decks made with python-pptx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from resume_parser.document import Box, Cell, Document, Line
from resume_parser.errors import CorruptFileError, EmptyFileError
from resume_parser.extractors.pptx import extract
from resume_parser.layout import arrange
from resume_parser.layout.text import line_text
from resume_parser.options import Options

BLANK, TITLE_AND_BODY = 6, 1


def saved(deck: Deck) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The file with one part changed; None takes it out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            content: bytes | None = old.read(member)
            content = change(old.read(member)) if member == name else content
            if content is not None:
                new.writestr(member, content)
    return stream.getvalue()


def one_box(*texts: str, data: Callable[[bytes], bytes] = lambda xml: xml) -> Document:
    """A deck with one text box; `data` changes the XML of its slide."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    box = slide.shapes.add_textbox(Pt(72), Pt(144), Pt(288), Pt(72))
    box.text_frame.text = "\n".join(texts)
    return extract(changed(saved(deck), "ppt/slides/slide1.xml", data), Options())


def lines(document: Document) -> list[Line]:
    return list(document.all_lines())


def texts(document: Document) -> list[str]:
    return [line_text(line) for line in lines(document)]


def test_a_text_box_becomes_lines_with_the_box_of_the_shape() -> None:
    document = one_box("Jane Smith", "Nurse\vLondon")
    assert texts(document) == ["Jane Smith", "Nurse", "London"]
    assert {line.box for line in lines(document)} == {Box(72, 144, 360, 216)}
    assert all(word.box is None for line in lines(document) for word in line.words)


def test_runs_tell_size_weight_and_colour_and_inherit_the_rest() -> None:
    deck = Presentation()
    frame = deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes.add_textbox(0, 0, Pt(100), Pt(100)).text_frame
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold, run.font.color.rgb = "Jane ", Pt(24), True, RGBColor(0xC0, 0, 0)
    frame.paragraphs[0].add_run().text = "Smith"
    first, second = lines(extract(saved(deck), Options()))[0].words
    assert (first.size, first.bold, first.color) == (24, True, 0xC00000)
    assert (second.size, second.bold, second.color) == (18, False, 0)


def test_a_placeholder_takes_place_size_and_bullet_from_layout_and_master() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_BODY])
    slide.shapes.title.text, slide.placeholders[1].text = "Experience", "Nurse"
    title, body = lines(extract(saved(deck), Options()))
    assert (title.level, title.bullet, title.words[0].size) == (1, False, 44)
    assert (body.level, body.bullet, body.words[-1].size) == (0, True, 32)
    assert title.box is not None
    assert body.box is not None
    assert title.box.bottom < body.box.top + 20


def test_a_bullet_can_be_switched_off() -> None:
    deck = Presentation()
    body = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_BODY]).placeholders[1]
    body.text = "Nurse"
    data = changed(saved(deck), "ppt/slides/slide1.xml", lambda xml: xml.replace(b"<a:p><a:r>", b"<a:p><a:pPr><a:buNone/></a:pPr><a:r>"))
    assert [line.bullet for line in lines(extract(data, Options()))] == [False]


def test_members_of_a_group_stand_where_the_group_puts_them() -> None:
    deck = Presentation()
    group = deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes.add_group_shape()
    group.shapes.add_textbox(Pt(0), Pt(0), Pt(100), Pt(50)).text_frame.text = "inside"
    group.left, group.top, group.width, group.height = Pt(100), Pt(100), Pt(50), Pt(25)
    assert lines(extract(saved(deck), Options()))[0].box == Box(100, 100, 150, 125)


def test_a_place_beyond_all_numbers_is_none() -> None:
    huge = b"9" * 400
    document = one_box("Jane", data=lambda xml: xml.replace(b'<a:ext cx="', b'<a:ext cx="' + huge))
    assert [(text, line.box) for text, line in zip(texts(document), lines(document), strict=True)] == [("Jane", None)]


def test_groups_that_scale_beyond_all_numbers_leave_the_text() -> None:
    space = '<a:off x="5" y="5"/><a:ext cx="{0}" cy="{0}"/><a:chOff x="7" y="7"/><a:chExt cx="1" cy="1"/>'.format("9" * 18)
    head = f'<p:nvGrpSpPr><p:cNvPr id="9" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{space}</a:xfrm></p:grpSpPr>'

    def nested(xml: bytes) -> bytes:
        before, shape, after = xml.partition(b"<p:sp>")
        inner, end, rest = after.partition(b"</p:sp>")
        return before + f"<p:grpSp>{head}".encode() * 40 + shape + inner + end + b"</p:grpSp>" * 40 + rest

    document = arrange(one_box("Jane", data=nested))
    assert document.text == "Jane"
    assert document.lines[0].box is None


def test_a_merged_cell_is_read_once_and_cells_know_their_place() -> None:
    deck = Presentation()
    table = deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes.add_table(2, 2, 0, 0, Pt(200), Pt(50)).table
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 0).text, table.cell(1, 0).text, table.cell(1, 1).text = "wide", "left", "right"
    found = [(line_text(block.lines[0]), block.cell) for block in extract(saved(deck), Options()).pages[0].blocks]
    assert found == [("wide", Cell(0, 0, 0)), ("left", Cell(0, 1, 0)), ("right", Cell(0, 1, 1))]


def test_a_link_covers_its_run() -> None:
    deck = Presentation()
    frame = deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes.add_textbox(0, 0, Pt(100), Pt(100)).text_frame
    run = frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "site", "https://example.org"
    frame.paragraphs[0].add_run().text = " today"
    assert [word.link for word in lines(extract(saved(deck), Options()))[0].words] == ["https://example.org", None]


def test_hidden_slides_notes_and_prompts_are_left_out() -> None:
    deck = Presentation()
    shown, hidden = (deck.slides.add_slide(deck.slide_layouts[TITLE_AND_BODY]) for _ in range(2))
    shown.shapes.title.text, hidden.shapes.title.text = "shown", "hidden"
    shown.notes_slide.notes_text_frame.text = "a note"
    data = changed(saved(deck), "ppt/slides/slide2.xml", lambda xml: xml.replace(b"<p:sld ", b'<p:sld show="0" ', 1))
    document = extract(data, Options())
    assert texts(document) == ["shown"]
    assert document.total_pages == 1


def test_the_number_of_the_slide_is_no_text() -> None:
    field = b'<a:fld id="{0}" type="slidenum"><a:t>7</a:t></a:fld>'
    assert texts(one_box("Jane", data=lambda xml: xml.replace(b"</a:r>", b"</a:r>" + field))) == ["Jane"]


def test_white_text_on_a_white_slide_is_hidden_and_on_a_dark_one_is_not() -> None:
    white = b'<a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>'
    dark = b'<p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill></p:bgPr></p:bg>'
    on_white = one_box("secret", data=lambda xml: xml.replace(b"<a:r>", b"<a:r>" + white))
    on_dark = one_box("shown", data=lambda xml: xml.replace(b"<a:r>", b"<a:r>" + white).replace(b"<p:cSld>", dark))
    assert lines(on_white)[0].words[0].hidden == "white"
    assert lines(on_dark)[0].words[0].hidden == ""


def test_text_that_is_shrunk_to_fit_has_the_size_that_is_shown() -> None:
    fit = b'<a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr><a:lstStyle/>'
    document = one_box("Jane", data=lambda xml: xml[: xml.index(b"<a:bodyPr")] + fit + xml[xml.index(b"<a:p>") :])
    assert lines(document)[0].words[0].size == 9


def test_only_the_first_ten_slides_are_read() -> None:
    deck = Presentation()
    for _ in range(12):
        deck.slides.add_slide(deck.slide_layouts[BLANK])
    document = extract(saved(deck), Options())
    assert (len(document.pages), document.total_pages, document.notices[0].code) == (10, 12, "page_limit")


def test_the_strict_dialect_is_read() -> None:
    def strict(xml: bytes) -> bytes:
        xml = xml.replace(b"http://schemas.openxmlformats.org/presentationml/2006/main", b"http://purl.oclc.org/ooxml/presentationml/main")
        return xml.replace(b"http://schemas.openxmlformats.org/drawingml/2006/main", b"http://purl.oclc.org/ooxml/drawingml/main")

    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes.add_textbox(0, 0, Pt(100), Pt(100)).text_frame.text = "Jane Smith"
    data = saved(deck)
    for name in ("ppt/presentation.xml", "ppt/slides/slide1.xml"):
        data = changed(data, name, strict)
    relation = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    data = changed(data, "_rels/.rels", lambda xml: xml.replace(*relation))
    assert texts(extract(data, Options())) == ["Jane Smith"]


def test_a_package_that_the_library_refuses_is_read_from_the_zip() -> None:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes.add_textbox(0, 0, Pt(100), Pt(100)).text_frame.text = "Jane Smith"
    data = changed(saved(deck), "[Content_Types].xml", lambda xml: None)
    assert texts(extract(data, Options())) == ["Jane Smith"]


def test_a_lost_slide_leaves_the_others() -> None:
    deck = Presentation()
    for name in ("first", "second"):
        deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes.add_textbox(0, 0, Pt(100), Pt(100)).text_frame.text = name
    document = extract(changed(saved(deck), "ppt/slides/slide1.xml", lambda xml: xml[:100]), Options())
    assert [(line_text(line), line.page) for line in lines(document)] == [("second", 2)]


@pytest.mark.parametrize(("name", "error"), [("ppt/presentation.xml", CorruptFileError), ("ppt/slides/slide1.xml", CorruptFileError)])
def test_damage_to_what_every_slide_needs_is_a_typed_error(name: str, error: type[Exception]) -> None:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[BLANK])
    with pytest.raises(error):
        extract(changed(saved(deck), name, lambda xml: xml[:50]), Options())


def test_a_deck_without_slides_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        extract(saved(Presentation()), Options())
