import re
from html.parser import HTMLParser
from io import BytesIO

import pytest

from resume_parser.explaining import explain_html
from resume_parser.result import Result
from tests.explaining.conftest import HEIGHT, WIDTH

VOID = {"meta", "img", "input", "br"}


class Balance(HTMLParser):
    """Collects the tags that are open and the ones that close nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture
def pdf() -> bytes:
    """One empty page."""
    import pypdfium2

    buffer = BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(WIDTH, HEIGHT)
        document.save(buffer)
    return buffer.getvalue()


def test_a_pdf_shows_its_page_with_each_value_at_its_place(result: Result, pdf: bytes) -> None:
    page = explain_html(result, pdf)
    assert page.count("data:image/jpeg;base64,") == 1
    box = re.search(r'<div class="value g-Organisation" data-m="(v\d+)" title="experiences\[0\]\.company" style="([^"]+)"', page)
    assert box
    assert box[2] == "left:19.50%;top:49.00%;width:23.50%;height:12.00%"
    assert f'<tr class="g-Organisation" data-m="{box[1]}">' in page


def test_small_boxes_come_after_the_large_ones_that_cover_them(result: Result, pdf: bytes) -> None:
    page = explain_html(result, pdf)
    assert page.index('title="experiences[0].description"') < page.index('title="experiences[0].company"')


def test_a_format_without_geometry_shows_its_text_with_highlights(text_result: Result) -> None:
    page = explain_html(text_result, b"")
    assert "data:image" not in page
    assert re.search(r'<mark class="value g-Title" data-m="v\d+" title="experiences\[0\]\.title">Clerk</mark>', page)
    nested = re.search(
        r'<mark class="value g-Organisation" data-m="(v\d+) (v\d+)" title="[^"]*company, [^"]*description">Blue Hall</mark>', page
    )
    assert nested


def test_the_text_of_the_resume_is_escaped(text_result: Result) -> None:
    page = explain_html(text_result, b"")
    assert "Ann &lt;Lee&gt;" in page
    assert "<Lee>" not in page


def test_the_page_is_well_formed_and_loads_nothing_from_elsewhere(result: Result, text_result: Result, pdf: bytes) -> None:
    for page in (explain_html(result, pdf), explain_html(text_result, b"")):
        balance = Balance()
        balance.feed(page)
        assert balance.wrong == []
        assert balance.open == []
        assert not re.search(r"https?://|@import|url\(", page.replace("https://www.w3.org", ""))


def test_the_legend_has_a_switch_for_each_group_that_was_found(text_result: Result) -> None:
    page = explain_html(text_result, b"")
    assert 'value="Skill"' in page
    assert 'value="Contact"' not in page
