"""Which picture of a file shows the candidate: in every format that can hold one, wherever it may stand in it."""

from __future__ import annotations

import base64
import io
import struct
import zipfile

import docx
import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from resume_parser.document import Box, Picture
from resume_parser.extractors import docx as docx_extractor
from resume_parser.extractors import pdf, ppt, pptx, wordml
from resume_parser.extractors.pdf import objects
from resume_parser.extractors.portrait import MOST_CANDIDATES, Candidate, find_portrait
from resume_parser.options import Options
from tests.extractors.opendocument_file import frame, read_odt
from tests.extractors.opendocument_file import par as odt_par
from tests.extractors.pdf_file import pdf_of, text_at
from tests.extractors.picture_file import drawn, file_of, photograph
from tests.extractors.powerpoint_file import atom, box, compound_file, group, ppt_streams, shape, slide, text
from tests.extractors.word_file import par, read, word_file

PHOTO = photograph("JPEG")
PIXELS = Options().max_pixels
EMU = 12_700
BLANK, PICTURE_WITH_CAPTION = 6, 8  # layouts of the default deck
FILES = {"photo": photograph()}


def candidate(data: bytes, width: float = 90.0, height: float = 120.0, page: int = 1) -> Candidate:
    return Candidate(page, width, height, lambda: data)


def unread() -> bytes:
    raise AssertionError("a picture that cannot be the portrait must not be loaded")


# what a portrait looks like ------------------------------------------------------------------------------


def test_a_photograph_of_the_first_page_is_the_portrait() -> None:
    found = find_portrait([candidate(PHOTO)], PIXELS)
    assert found == Picture(PHOTO, "image/jpeg", 1)
    assert find_portrait([candidate(PHOTO, page=2)], PIXELS) is None


@pytest.mark.parametrize(("width", "height"), [(20.0, 20.0), (500.0, 600.0), (290.0, 100.0), (40.0, 200.0)])
def test_icons_backgrounds_banners_and_rules_are_not_loaded(width: float, height: float) -> None:
    assert find_portrait([Candidate(1, width, height, unread)], PIXELS) is None


def test_a_picture_of_unknown_size_is_judged_by_its_pixels() -> None:
    assert find_portrait([candidate(PHOTO, 0.0, 0.0)], PIXELS) is not None
    assert find_portrait([candidate(photograph(sides=(20, 20)), 0.0, 0.0)], PIXELS) is None
    assert find_portrait([candidate(photograph(sides=(300, 100)), 0.0, 0.0)], PIXELS) is None


def test_a_landscape_photograph_that_the_page_crops_to_a_portrait_is_one() -> None:
    wide = photograph("JPEG", (180, 120))
    assert find_portrait([candidate(wide)], PIXELS) == Picture(wide, "image/jpeg", 1)
    assert find_portrait([candidate(wide, 0.0, 0.0)], PIXELS) is None
    assert find_portrait([candidate(photograph(sides=(300, 100)))], PIXELS) is None


def test_drawings_damaged_pictures_and_pictures_with_too_many_pixels_are_no_portrait() -> None:
    assert find_portrait([candidate(file_of(drawn().resize((90, 120))))], PIXELS) is None
    assert find_portrait([candidate(b"no picture"), candidate(PHOTO[:200]), candidate(b"")], PIXELS) is None
    assert find_portrait([candidate(PHOTO)], 90 * 120 - 1) is None
    assert find_portrait([candidate(PHOTO)], 90 * 120) is not None


def test_only_so_many_pictures_are_loaded() -> None:
    loaded: list[int] = []

    def count() -> bytes:
        loaded.append(1)
        return b""

    assert find_portrait([Candidate(1, 90.0, 90.0, count)] * 50, PIXELS) is None
    assert len(loaded) == MOST_CANDIDATES


# Word ----------------------------------------------------------------------------------------------------


def picture(key: str = "photo", sides: str = "1143000 1524000", around: str = "wp:inline", more: str = "") -> str:
    """A picture of 90 by 120 points in a drawing."""
    width, height = sides.split()
    transform = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    inner = f'<pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill><pic:spPr>{transform}</pic:spPr></pic:pic>'
    return f"<w:drawing><{around}>{more}<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></{around}></w:drawing>"


def filled_shape() -> str:
    """A shape of 90 by 120 points, as a round portrait, that a picture fills."""
    transform = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1143000" cy="1524000"/></a:xfrm>'
    fill = '<a:prstGeom prst="ellipse"/><a:blipFill><a:blip r:embed="photo"/></a:blipFill>'
    return f"<w:drawing><wp:anchor><wps:wsp><wps:spPr>{transform}{fill}</wps:spPr></wps:wsp></wp:anchor></w:drawing>"


def grouped(scale: float) -> str:
    """A picture of 90 by 120 in a group that counts in its own units, so many of them to a point."""
    own = f'<a:off x="0" y="0"/><a:ext cx="{round(90 * scale)}" cy="{round(120 * scale)}"/>'
    space = f'<a:chOff x="0" y="0"/><a:chExt cx="{round(200 * scale)}" cy="{round(200 * scale)}"/>'
    place = f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{200 * EMU}" cy="{200 * EMU}"/>{space}</a:xfrm></wpg:grpSpPr>'
    blip = '<pic:blipFill><a:blip r:embed="photo"/></pic:blipFill>'
    member = f"<pic:pic>{blip}<pic:spPr><a:xfrm>{own}</a:xfrm></pic:spPr></pic:pic>"
    return f"<w:drawing><wp:anchor><wpg:wgp>{place}{member}</wpg:wgp></wp:anchor></w:drawing>"


def vml(style: str = "width:90pt;height:120pt", *, inner: str = '<v:imagedata r:id="photo"/>') -> str:
    return f'<w:pict><v:shape style="{style}">{inner}</v:shape></w:pict>'


def in_run(drawing: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{drawing}</w:r>"


def in_box(drawing: str) -> str:
    content = f"<w:txbxContent>{par(in_run(drawing))}</w:txbxContent>"
    return f"<w:drawing><wp:anchor><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></wp:anchor></w:drawing>"


def branches(drawing: str) -> str:
    return f"<mc:AlternateContent><mc:Choice>{drawing}</mc:Choice><mc:Fallback>{vml()}</mc:Fallback></mc:AlternateContent>"


def test_a_picture_that_the_library_puts_into_a_word_file_is_found() -> None:
    file, out = docx.Document(), io.BytesIO()
    file.add_picture(io.BytesIO(PHOTO), width=Pt(90), height=Pt(120))
    file.save(out)
    found = docx_extractor.extract(out.getvalue(), Options()).picture
    assert found == Picture(PHOTO, "image/jpeg", 1)


@pytest.mark.parametrize(
    "drawing",
    [
        picture(),
        picture(around="wp:anchor"),
        filled_shape(),
        grouped(1.0),
        grouped(100_000.0),
        vml(),
        vml(inner='<v:fill r:id="photo" type="frame"/>'),
        vml("width:900;height:1200"),
        in_box(picture()),
        in_box(vml()),
        branches(picture()),
        f"<w:pict><v:group>{vml('width:900;height:1200')[8:-9]}</v:group></w:pict>",
    ],
)
def test_a_picture_is_found_in_every_kind_of_drawing(drawing: str) -> None:
    found = read(par("name", in_run(drawing)), parts=FILES).picture
    assert found == Picture(FILES["photo"], "image/png", 1)


@pytest.mark.parametrize(
    "drawing",
    [
        picture("missing"),
        picture(sides="254000 254000"),
        picture(more='<wp:docPr hidden="1"/>'),
        vml("width:20pt;height:20pt"),
        grouped(1.0).replace(f'"{200 * EMU}"', f'"{20 * EMU}"'),
    ],
)
def test_icons_hidden_and_missing_pictures_of_a_word_file_are_no_portrait(drawing: str) -> None:
    assert read(par("name", in_run(drawing)), parts=FILES).picture is None


def test_hidden_and_deleted_runs_show_no_picture() -> None:
    assert read(par(in_run(picture(), "<w:vanish/>")), parts=FILES).picture is None
    assert read(par(f"<w:del>{in_run(picture())}</w:del>"), parts=FILES).picture is None


def test_a_picture_in_a_header_or_a_cell_is_found() -> None:
    row = f"<w:tbl><w:tr><w:tc>{par(in_run(picture()))}</w:tc></w:tr></w:tbl>"
    assert read(row, parts=FILES).picture is not None
    body = par("name") + '<w:sectPr><w:headerReference r:id="header1" w:type="default"/></w:sectPr>'
    assert read(body, parts={"header1": par(in_run(picture())), **FILES}).picture is not None


def test_a_picture_on_the_second_page_is_no_portrait() -> None:
    turn = '<w:r><w:br w:type="page"/></w:r>'
    assert read(par("name", turn) + par(in_run(picture())), parts=FILES).picture is None


def test_a_picture_is_found_where_the_library_refuses_the_file() -> None:
    out = io.BytesIO()
    data = word_file(par(in_run(picture())), styles="<w:style/>", parts=FILES)
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if name != "word/styles.xml":
                target.writestr(name, source.read(name))
    assert docx_extractor.extract(out.getvalue(), Options()).picture == Picture(FILES["photo"], "image/png", 1)


def test_a_picture_of_word_2003_xml_is_found() -> None:
    data = base64.b64encode(PHOTO).decode()
    image = '<v:shape style="width:90pt;height:120pt"><v:imagedata src="wordml://1.jpg"/></v:shape>'
    body = f'<w:p><w:r><w:pict><w:binData w:name="wordml://1.jpg">{data}</w:binData>{image}</w:pict></w:r></w:p>'
    spaces = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
    xml = f'<?xml version="1.0"?><w:wordDocument {spaces}><w:body>{body}</w:body></w:wordDocument>'
    assert wordml.extract(xml.encode(), Options()).picture == Picture(PHOTO, "image/jpeg", 1)
    damaged = xml.replace(data, "a")
    assert wordml.extract(damaged.encode(), Options()).picture is None


def test_a_picture_in_a_frame_of_an_opendocument_text_is_found() -> None:
    photo = frame('<draw:image xlink:href="Pictures/a.png"/>', 'svg:width="90pt" svg:height="120pt"')
    assert read_odt(odt_par(f"Nadia{photo}"), parts={"Pictures/a.png": PHOTO}).picture == Picture(PHOTO, "image/jpeg", 1)


# PDF -----------------------------------------------------------------------------------------------------

TEXT = text_at(70, 20, "Nadia Berger is a nurse")


def pdf_with_photo(*pages: str) -> bytes:
    """A PDF whose pages may draw the photograph as /Photo, or as /Form, a form that draws it."""
    first = 3 + 2 * len(pages)
    shown = "/Subtype /Image /Width 90 /Height 120 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    photo = f"<< /Type /XObject {shown} /Length {len(PHOTO)} >>\nstream\n{PHOTO.decode('latin-1')}\nendstream"
    content = "45 0 0 60 0 0 cm /Photo Do"
    resources = f"/Resources << /XObject << /Photo {first} 0 R >> >>"
    form = f"<< /Type /XObject /Subtype /Form /BBox [0 0 45 60] {resources} /Length {len(content)} >>\nstream\n{content}\nendstream"
    return pdf_of(*pages, font=f">> /XObject << /Photo {first} 0 R /Form {first + 1} 0 R", objects_after=(photo, form))


@pytest.mark.parametrize("drawing", ["q 45 0 0 60 10 30 cm /Photo Do Q\n", "q 1 0 0 1 10 30 cm q 45 0 0 60 0 0 cm /Photo Do Q Q\n"])
def test_a_photograph_on_a_pdf_page_is_found_with_its_place(drawing: str) -> None:
    assert pdf.extract(pdf_with_photo(TEXT + drawing), Options()).picture == Picture(PHOTO, "image/jpeg", 1, Box(10.0, 10.0, 55.0, 70.0))


def test_a_photograph_in_a_form_of_a_pdf_page_is_found() -> None:
    found = pdf.extract(pdf_with_photo(TEXT + "q 1 0 0 1 10 30 cm /Form Do Q\n"), Options()).picture
    assert found is not None
    assert found.data == PHOTO


def test_pictures_of_later_pages_and_icons_of_a_pdf_are_no_portrait() -> None:
    photo = "q 45 0 0 60 10 30 cm /Photo Do Q\n"
    assert pdf.extract(pdf_with_photo(TEXT, TEXT + photo), Options()).picture is None
    assert pdf.extract(pdf_with_photo(TEXT + photo.replace("45 0 0 60", "15 0 0 20")), Options()).picture is None


def test_only_so_many_objects_of_a_pdf_page_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "MOST_OBJECTS", 2)
    photo = "q 45 0 0 60 10 30 cm /Photo Do Q\n"
    assert pdf.extract(pdf_with_photo(TEXT + photo), Options()).picture is not None
    assert pdf.extract(pdf_with_photo(TEXT + TEXT + photo), Options()).picture is None


# slides --------------------------------------------------------------------------------------------------


WHERE = Box(72.0, 36.0, 162.0, 156.0)


def saved(deck: Deck) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def test_a_picture_on_a_slide_is_found_with_its_place() -> None:
    deck = Presentation()
    first, second = (deck.slides.add_slide(deck.slide_layouts[BLANK]) for _ in range(2))
    first.shapes.add_picture(io.BytesIO(FILES["photo"]), 0, 0, Pt(20), Pt(20))
    first.shapes.add_picture(io.BytesIO(PHOTO), Pt(72), Pt(36), Pt(90), Pt(120))
    second.shapes.add_picture(io.BytesIO(FILES["photo"]), 0, 0, Pt(90), Pt(90))
    assert pptx.extract(saved(deck), Options()).picture == Picture(PHOTO, "image/jpeg", 1, WHERE)


def test_a_picture_in_a_group_and_in_a_placeholder_of_a_slide_is_found() -> None:
    deck = Presentation()
    shapes = deck.slides.add_slide(deck.slide_layouts[BLANK]).shapes
    members = shapes.add_group_shape()
    members.shapes.add_picture(io.BytesIO(PHOTO), 0, 0, Pt(900), Pt(1200))
    members.left, members.top, members.width, members.height = Pt(72), Pt(36), Pt(90), Pt(120)
    assert pptx.extract(saved(deck), Options()).picture == Picture(PHOTO, "image/jpeg", 1, WHERE)
    deck = Presentation()
    layout = deck.slide_layouts[PICTURE_WITH_CAPTION]
    place = layout.placeholders[1]
    place.left, place.top, place.width, place.height = Pt(72), Pt(36), Pt(90), Pt(120)
    deck.slides.add_slide(layout).placeholders[1].insert_picture(io.BytesIO(PHOTO))  # type: ignore[attr-defined]
    assert pptx.extract(saved(deck), Options()).picture == Picture(PHOTO, "image/jpeg", 1, WHERE)


def old_deck(*shapes: bytes, stored: bytes = PHOTO) -> Picture | None:
    """The portrait of a .ppt with one stored picture."""
    entry = atom(0xF007, bytes(28) + struct.pack("<I", 0) + bytes(4))
    store = box(0x040B, box(0xF000, box(0xF001, entry)))
    streams = ppt_streams(slide(*shapes), more=store)
    streams["Pictures"] = atom(0xF01D, bytes(17) + stored, instance=0x46A)
    return ppt.extract(compound_file(streams), Options()).picture


def shown(place: tuple[int, int, int, int], *, number: int = 1, child: bool = False) -> bytes:
    """A shape that shows the picture with a number."""
    return shape(text(""), place, atom(0xF00B, struct.pack("<HI", 0x4104, number), instance=1), child=child)


def test_a_picture_of_an_old_presentation_is_found_with_its_place() -> None:
    assert old_deck(shown((576, 288, 1296, 1248))) == Picture(PHOTO, "image/jpeg", 1, WHERE)


def test_a_picture_in_a_group_of_an_old_presentation_is_found() -> None:
    member = shown((0, 0, 900, 1200), child=True)
    assert old_deck(group((576, 288, 1296, 1248), (0, 0, 900, 1200), member)) == Picture(PHOTO, "image/jpeg", 1, WHERE)


def test_icons_and_missing_pictures_of_an_old_presentation_are_no_portrait() -> None:
    assert old_deck(shown((0, 0, 160, 160))) is None
    assert old_deck(shown((576, 288, 1296, 1248), number=2)) is None
    assert old_deck(shown((576, 288, 1296, 1248)), stored=b"no picture") is None
