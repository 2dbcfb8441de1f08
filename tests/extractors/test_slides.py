"""What the formats of slides share: paragraphs of an outline are headers or items whatever bullet the master gives them."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from datetime import date

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from resume_parser import Options, ResumeParser
from resume_parser.document import Box, Cell, Document, Line, LinkArea, Word
from resume_parser.extractors import ppt, pptx
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope
from resume_parser.extractors.slides.outline import outline
from tests.extractors.opendocument_file import box, frame, par, read_odp
from tests.extractors.picture_file import file_of
from tests.extractors.powerpoint_file import atom, ppt_file, shape, slide, text
from tests.extractors.powerpoint_file import box as record
from tests.extractors.word_file import text as line_text

PLACE = (576, 1152, 2880, 1728)
JOBS = (
    (0, "Senior Nurse"),
    (0, "St Thomas Hospital, London"),
    (0, "2018 - Present"),
    (1, "Led a team of 14 nurses"),
    (0, "Staff Nurse"),
    (0, "Royal Infirmary, Edinburgh"),
    (0, "2012 - 2018"),
    (1, "Cared for patients"),
)
AS_READ = [
    ["Senior Nurse", "St Thomas Hospital, London", "2018 - Present", "• Led a team of 14 nurses"],
    ["Staff Nurse", "Royal Infirmary, Edinburgh", "2012 - 2018", "• Cared for patients"],
]


def paragraph(words: str, *, bullet: bool = True, depth: int = 0, bold: bool = False, cell: Cell | None = None) -> Paragraph:
    marks = (Word("•", size=18.0),) if bullet else ()
    line = Line((*marks, *(Word(word, size=18.0, bold=bold) for word in words.split())), 1, bullet=bullet)
    return Paragraph((line,), Scope(cell=cell), depth=depth)


def bullets(*paragraphs: Paragraph) -> list[bool | None]:
    """Whether each paragraph of the outline is an item, None for an empty one."""
    return [found.lines[0].bullet if found.lines else None for found in outline(paragraphs)]


def blocks(document: Document, page: int) -> list[list[str]]:
    return [[line_text(line) for line in block.lines] for block in document.pages[page - 1].blocks]


def deck(body: Sequence[tuple[int, str]]) -> bytes:
    """A deck with the placeholders of the default template: a title and a body with these levels."""
    slides, out = Presentation(), io.BytesIO()
    first = slides.slides.add_slide(slides.slide_layouts[0])
    first.shapes.title.text, first.placeholders[1].text = "Nadia Berger", "nadia.berger@example.org"
    second = slides.slides.add_slide(slides.slide_layouts[1])
    second.shapes.title.text = "Experience"
    frame = second.placeholders[1].text_frame
    for at, (depth, words) in enumerate(body):
        item = frame.add_paragraph() if at else frame.paragraphs[0]
        item.text, item.level = words, depth
    slides.save(out)
    return out.getvalue()


def test_the_first_level_over_items_has_no_bullets_and_begins_a_block() -> None:
    found = bullets(paragraph("Nurse"), paragraph("led", depth=1), paragraph("Nurse"), paragraph("Acme"), paragraph("cared", depth=1))
    assert found == [False, True, None, False, False, True]


def test_a_plain_list_keeps_its_bullets() -> None:
    assert bullets(paragraph("Wound care"), paragraph("Records")) == [True, True]
    assert bullets(paragraph("Wound care", bold=True), paragraph("Records", bold=True)) == [True, True]


def test_bold_paragraphs_among_plain_ones_are_headers() -> None:
    assert bullets(paragraph("Nurse", bold=True), paragraph("led"), paragraph("Nurse", bold=True)) == [False, True, None, False]


def test_few_paragraphs_of_the_second_level_over_all_deeper_ones_are_headers() -> None:
    def under(*depths: int) -> list[bool | None]:
        return bullets(*(paragraph("words", depth=depth) for depth in depths))

    assert under(0, 1, 2, 2, 0, 1, 1, 2) == [False, False, True, True, None, False, False, False, True]
    assert under(0, 1, 2, 1, 2) == [False, True, True, True, True]
    assert under(0, 1, 2, 0, 1) == [False, True, True, None, False, True]
    assert under(0, 1, 1, 1, 1, 2) == [False, True, True, True, True, True]


def test_the_second_level_up_to_a_lone_date_is_a_header() -> None:
    def jobs(*below: str, depth: int = 1) -> list[bool | None]:
        job = [paragraph("Nurse", bold=not depth), *(paragraph(words, depth=depth) for words in below)]
        return bullets(*job)

    assert jobs("Northwind", "2018 - Present", "led") == [False, False, False, True]
    assert jobs("März 2018 – heute", "led", depth=0) == [False, False, True]
    assert jobs("Northwind", "Lyon", "led", "2018") == [False, True, True, True, True]
    assert jobs("led 20 projects in 2018") == [False, True]


def test_no_line_is_an_item_where_dates_stand_alone_in_one_level() -> None:
    assert bullets(paragraph("Nurse"), paragraph("May 2018 - Present"), paragraph("led")) == [False, False, False]


def test_bullets_that_were_set_by_hand_are_items() -> None:
    assert bullets(paragraph("Nurse", bullet=False), paragraph("led"), paragraph("team", depth=1)) == [False, True, True]
    assert bullets(paragraph("led"), paragraph("a note without a bullet", bullet=False, depth=1)) == [True, False]


def test_cells_are_no_outline() -> None:
    cell = Cell(0, 0, 0)
    assert bullets(paragraph("Nurse", cell=cell), paragraph("led", depth=1, cell=cell)) == [True, True]


def test_the_outline_of_a_presentation_is_read_in_levels() -> None:
    assert blocks(pptx.extract(deck(JOBS), Options()), 2)[1:] == AS_READ


def test_the_outline_of_an_old_presentation_is_read_in_levels() -> None:
    runs = b"".join(struct.pack("<IHIH", len(words) + 1, depth, 1, 1) for depth, words in JOBS)
    content = text("\r".join(words for _, words in JOBS), kind=1, style=runs)
    assert blocks(ppt.extract(ppt_file(slide(shape(content, PLACE))), Options()), 1) == AS_READ


def test_the_outline_of_an_opendocument_presentation_is_read_in_levels() -> None:
    levels = "".join(f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="–"/>' for level in (1, 2))
    items = "".join(
        f"<text:list-item>{'<text:list><text:list-item>' * depth}{par(words)}{'</text:list-item></text:list>' * depth}</text:list-item>"
        for depth, words in JOBS
    )
    listed = f'<text:list text:style-name="L">{items}</text:list>'
    document = read_odp(f"<draw:page>{box(listed)}</draw:page>", automatic=f'<text:list-style style:name="L">{levels}</text:list-style>')
    assert blocks(document, 1) == AS_READ


@pytest.mark.parametrize("joined", [False, True])
def test_jobs_on_a_slide_have_their_title_and_company(joined: bool) -> None:
    head = [(0, ", ".join(words for _, words in JOBS[at : at + 3])) for at in (0, 4)]
    body = (head[0], JOBS[3], head[1], JOBS[7]) if joined else JOBS
    found = ResumeParser(Options(reference_date=date(2026, 1, 15))).parse(deck(body)).profile.experiences
    assert [(job.title, job.company) for job in found] == [("Senior Nurse", "St Thomas Hospital"), ("Staff Nurse", "Royal Infirmary")]
    assert [job.description for job in found] == ["Led a team of 14 nurses", "Cared for patients"]


# links on pictures and shapes ----------------------------------------------------------------------------

PROFILE, SITE = "https://github.com/nadia", "https://nadia.example.org"
AREA = LinkArea(Box(72.0, 36.0, 96.0, 60.0), PROFILE)


def icon() -> io.BytesIO:
    return io.BytesIO(file_of(Image.new("RGB", (24, 24), "blue")))


def test_the_click_of_a_picture_and_of_an_empty_shape_is_a_link_area_and_that_of_a_text_covers_its_words() -> None:
    slides, out = Presentation(), io.BytesIO()
    shapes = slides.slides.add_slide(slides.slide_layouts[6]).shapes
    shapes.add_picture(icon(), Pt(72), Pt(36), Pt(24), Pt(24)).click_action.hyperlink.address = PROFILE
    shapes.add_shape(MSO_SHAPE.OVAL, Pt(72), Pt(36), Pt(24), Pt(24)).click_action.hyperlink.address = PROFILE
    shapes.add_picture(icon(), Pt(72), Pt(36), Pt(24), Pt(24))
    words = shapes.add_textbox(Pt(72), Pt(100), Pt(200), Pt(20))
    words.text_frame.text, words.click_action.hyperlink.address = "my site", SITE
    slides.save(out)
    (page,) = pptx.extract(out.getvalue(), Options()).pages
    assert page.areas == (AREA, AREA)
    assert [word.link for word in page.blocks[0].lines[0].words] == [SITE, SITE]


def test_the_clicks_of_an_old_presentation_are_links() -> None:
    strings = [atom(0x0FBA, target.encode("utf-16-le"), instance=1) for target in (PROFILE, SITE)]
    links = record(0x0409, *(record(0x0FD7, atom(0x0FD3, struct.pack("<I", at)), one) for at, one in enumerate(strings, 1)))

    def click(number: int) -> bytes:
        return record(0xF011, record(0x0FF2, atom(0x0FF3, struct.pack("<IIII", 0, number, 0, 0))))

    shapes = shape(text(""), (576, 288, 768, 480), click(1)), shape(text("my site"), PLACE, click(2))
    (page,) = ppt.extract(ppt_file(slide(*shapes), more=links), Options()).pages
    assert page.areas == (AREA,)
    assert [word.link for word in page.blocks[0].lines[0].words] == [SITE, SITE]


def test_the_clicks_of_an_opendocument_presentation_are_links() -> None:
    def click(target: str) -> str:
        listener = f'<presentation:event-listener presentation:action="show" xlink:href="{target}"/>'
        return f"<office:event-listeners>{listener}</office:event-listeners>"

    place = 'svg:x="72pt" svg:y="36pt" svg:width="24pt" svg:height="24pt"'
    shapes = frame(f'<draw:image xlink:href="a.png"/>{click(PROFILE)}', place)
    shapes += f"<draw:custom-shape {place}>{click('#page2')}</draw:custom-shape>"
    shapes += f"<draw:custom-shape {place}>{click(SITE)}{par('my site')}</draw:custom-shape>"
    (page,) = read_odp(f"<draw:page>{shapes}</draw:page>").pages
    assert page.areas == (AREA,)
    assert [word.link for word in page.blocks[0].lines[0].words] == [SITE, SITE]
