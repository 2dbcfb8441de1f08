"""PowerPoint files (.pptx and its show, template and macro kin) -> Document: one page per slide that is shown.

Left out: hidden slides (nobody sees them in a show or in print by default), notes, comments, the date and the number of a
slide, and the text of layouts and masters (decoration, and prompts that nobody filled in).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resume_parser.document import Document
from resume_parser.errors import CorruptFileError, EmptyFileError
from resume_parser.extractors.drawingml import EMU, A, whole
from resume_parser.extractors.ooxml import R
from resume_parser.extractors.portrait import Candidate, find_portrait
from resume_parser.extractors.pptx.package import P, Package, Part, open_package
from resume_parser.extractors.pptx.styles import color_of, theme_colors
from resume_parser.extractors.pptx.walk import SlideWalk
from resume_parser.extractors.slides.shapes import Slide, slide_document
from resume_parser.options import Options

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_SIDES = (720.0, 540.0)  # points: the 4:3 slide of PowerPoint, where the file does not say
WHITE = 0xFFFFFF
_FILLS = (A + "solidFill", A + "gradFill", A + "blipFill", A + "pattFill")


@dataclass(slots=True)
class _Parts:
    """The parts of a package that several slides share, each read once."""

    package: Package
    read: dict[str, Part | None] = field(default_factory=dict)

    def get(self, name: str) -> Part | None:
        if name not in self.read:
            self.read[name] = self.package.part(name) if name else None
        return self.read[name]


def extract(data: bytes, options: Options) -> Document:
    """The slides of a PowerPoint file; lines carry the box of their shape, words have none."""
    package = open_package(data)
    names = list(_slide_names(package.main))
    if not names:
        raise EmptyFileError("The presentation has no slides. Send the file that has the resume.", stage="extraction")
    parts = _Parts(package)
    shown = [part for part in map(parts.get, names) if part is None or part.root.get("show") not in ("0", "false")]
    if not any(shown):
        raise CorruptFileError("The presentation is damaged or all its slides are hidden: no slide can be read.", stage="extraction")
    sides = _sides(package.main.root)
    slides: list[Slide] = []
    pictures: list[Candidate] = []
    tables = 0
    for number, part in enumerate(shown[: options.max_pages], 1):
        walk = None if part is None else _walk(parts, part, number, tables)
        slides.append(Slide(*sides, ()) if walk is None else Slide(*sides, tuple(walk.shapes()), tuple(walk.areas)))
        pictures += walk.pictures if walk else ()
        tables = walk.tables if walk else tables
    return slide_document("pptx", slides, len(shown), options, picture=find_portrait(pictures, options.max_pixels))


def _slide_names(main: Part) -> Iterator[str]:
    """The names of the slides in the order of the show."""
    listed = main.root.find(P + "sldIdLst")
    for entry in () if listed is None else listed.iterchildren(P + "sldId"):
        relation = main.relations.get(entry.get(R + "id", ""))
        yield "" if relation is None else relation.target


def _sides(presentation: _Element) -> tuple[float, float]:
    """Width and height of all slides in points."""
    size = presentation.find(P + "sldSz")
    width, height = (None, None) if size is None else (whole(size.get("cx")), whole(size.get("cy")))
    return (width / EMU, height / EMU) if width and height else DEFAULT_SIDES


def _walk(parts: _Parts, slide: Part, number: int, tables: int) -> SlideWalk:
    layout = parts.get(slide.first("slideLayout"))
    master = None if layout is None else parts.get(layout.first("slideMaster"))
    theme = None if master is None else parts.get(master.first("theme"))
    colors = theme_colors(None if theme is None else theme.root)
    shaded = any(_paints(part.root, colors) for part in (slide, layout, master) if part is not None)
    defaults = parts.package.main.root.find(P + "defaultTextStyle")
    return SlideWalk(parts.package, slide, layout, master, colors, defaults, number, shaded, tables)


def _paints(root: _Element, colors: dict[str, int]) -> bool:
    """A ground that is not white, a picture or a filled shape may lie behind the text."""
    ground = root.find(f"{P}cSld/{P}bg")
    if ground is not None and not _is_white(ground, colors):
        return True
    if next(root.iter(P + "pic"), None) is not None:
        return True
    shapes = root.iter(P + "spPr", P + "grpSpPr")
    return any(child.tag in _FILLS and color_of(shape, colors) != WHITE for shape in shapes for child in shape.iterchildren())


def _is_white(ground: _Element, colors: dict[str, int]) -> bool:
    properties, reference = ground.find(P + "bgPr"), ground.find(P + "bgRef")
    if properties is not None:
        return color_of(properties, colors) == WHITE or not any(child.tag in _FILLS for child in properties.iterchildren())
    scheme = None if reference is None else reference.find(A + "schemeClr")
    return scheme is not None and scheme.get("val") in ("bg1", "lt1") and colors.get("lt1", WHITE) == WHITE
