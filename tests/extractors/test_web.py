"""What web pages and Word 2003 XML under a Word name give, and that other names do not open them."""

from __future__ import annotations

import pytest

from resume_parser.document import Cell, Document
from resume_parser.errors import CorruptFileError, UnsupportedFormatError
from resume_parser.formats import extract
from resume_parser.options import Options
from tests.extractors.word_file import block_texts, every_block

OPTIONS = Options()
WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"


def page(body: str, *, head: str = "<meta charset=utf-8>", encoding: str = "utf-8") -> Document:
    return extract(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding), "resume.doc", OPTIONS)


def wordml(body: str, *, styles: str = "") -> Document:
    spaces = f'xmlns:w="{WORD_2003}" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    spaces += 'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
    xml = f'<?xml version="1.0"?><w:wordDocument {spaces}><w:styles>{styles}</w:styles><w:body>{body}</w:body></w:wordDocument>'
    return extract(xml.encode(), "resume.doc", OPTIONS)


def par(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("file_name", [None, "resume.html", "resume.pdf"])
def test_a_web_page_under_another_name_is_refused(file_name: str | None) -> None:
    with pytest.raises(UnsupportedFormatError):
        extract(b"<html><body><p>Nadia</p></body></html>", file_name, OPTIONS)


def test_headings_lists_and_links_keep_their_meaning() -> None:
    document = page('<h1>Nadia</h1><p>mail <a href="mailto:n@example.org">me</a> <b>now</b></p><ul><li>one</li><li><p>two</p></li></ul>')
    lines = list(document.all_lines())
    assert (document.format, [notice.code for notice in document.notices]) == ("html", ["format_mismatch"])
    assert [(line.level, line.bullet) for line in lines] == [(1, False), (0, False), (0, True), (0, True)]
    assert [(word.link, word.bold) for word in lines[1].words] == [(None, False), ("mailto:n@example.org", False), (None, True)]


def test_hidden_text_is_marked_and_the_list_mark_that_word_typed_is_dropped() -> None:
    document = page(
        "<p class=x>secret</p><p style='mso-list:l0 level1'><span style='mso-list:Ignore'>-</span>item</p>",
        head="<style>/* } */ .x {display: none}</style>",
    )
    lines = list(document.all_lines())
    assert lines[0].words[0].hidden == "vanish"
    assert [word.text for word in lines[1].words] == ["•", "item"]


def test_cells_keep_their_column_under_a_tall_cell() -> None:
    document = page("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>")
    assert [block.cell for block in every_block(document)] == [Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 1)]


def test_a_page_break_of_word_begins_a_page() -> None:
    document = page("<p>a</p><br style='page-break-before:always'><p>b</p>")
    assert [line.page for line in document.all_lines()] == [1, 2]


@pytest.mark.parametrize(("head", "encoding"), [("<meta charset=windows-1252>", "cp1252"), ("", "cp1252"), ("", "utf-8"), ("", "utf-16")])
def test_the_charset_is_found(head: str, encoding: str) -> None:
    assert block_texts(page("<p>Zoë</p>", head=head, encoding=encoding)) == ["Zoë"]


def test_a_single_file_page_gives_its_main_page_and_its_running_heads() -> None:
    parts = [
        "<html><body><p>Zo=C3=AB</p></body></html>",
        "<html><body><div style=3D'mso-element:header'><p>running</p></div></body></html>",
    ]
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'
    kind = 'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"\r\n'
    data = head + "".join(f"\r\n--x\r\n{kind}\r\n{part}" for part in parts) + "\r\n--x--\r\n"
    document = extract(data.encode(), "resume.doc", OPTIONS)
    assert document.format == "mhtml"
    assert [(block.part, text) for block, text in zip(every_block(document), block_texts(document), strict=True)] == [
        ("header", "running"),
        ("body", "Zoë"),
    ]


def test_a_single_file_page_without_a_page_is_corrupt() -> None:
    with pytest.raises(CorruptFileError):
        extract(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--", "resume.doc", OPTIONS)


def test_word_2003_xml_is_read_like_a_word_file() -> None:
    style = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    listed = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr>'
    link = '<w:p><w:hlink w:dest="https://example.org"><w:r><w:t>site</w:t></w:r></w:hlink></w:p>'
    gone = '<w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:t>old</w:t></w:r></aml:content></aml:annotation></w:p>'
    section = f'<w:sectPr><w:hdr w:type="odd">{par("running")}</w:hdr></w:sectPr>'
    body = par("Jobs", '<w:pStyle w:val="H1"/>') + par("item", listed) + link + gone
    document = wordml(f"<wx:sect><wx:sub-section>{body}</wx:sub-section>{section}</wx:sect>", styles=style)
    assert (document.format, block_texts(document)) == ("wordml", ["running", "Jobs", "• item / site"])
    lines = list(document.all_lines())
    assert (lines[1].level, lines[1].words[0].bold, lines[2].bullet) == (1, True, True)
    assert lines[3].words[0].link == "https://example.org"
