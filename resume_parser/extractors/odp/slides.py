"""OpenDocument presentations (.odp and templates) -> Document: shapes in the order of the file, each with its box."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_parser.document import Box, Document, LinkArea
from resume_parser.errors import EmptyFileError
from resume_parser.extractors.flow.paragraphs import Scope
from resume_parser.extractors.odp.places import place_of
from resume_parser.extractors.opendocument.names import DRAW, FO, OFFICE, PRESENTATION, STYLE
from resume_parser.extractors.opendocument.package import Package, open_package
from resume_parser.extractors.opendocument.properties import points
from resume_parser.extractors.opendocument.styles import Style, StyleSheet, inherit
from resume_parser.extractors.opendocument.walk import SHAPES, ContentWalk, target_of
from resume_parser.extractors.portrait import Candidate, find_portrait
from resume_parser.extractors.slides.shapes import Shape, Slide, slide_document
from resume_parser.options import Options

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_WIDTH, DEFAULT_HEIGHT = 720.0, 540.0  # points, of a slide whose master page does not say: 10 by 7.5 inches
OUTLINE_LEVELS = 9  # of an outline, each with a style of its own
_SLIDES = f"{OFFICE}body/{OFFICE}presentation/{DRAW}page"
_MASTERS = f"{OFFICE}master-styles/{STYLE}master-page"
_LAYOUTS = f"{OFFICE}automatic-styles/{STYLE}page-layout"
_OUTLINE = re.compile(r"(.*-outline)\d")
_TITLE = "title"
_GROUND = Scope(shaded=True)  # what lies behind a shape is not resolved: its white text counts as readable


@dataclass(frozen=True, slots=True)
class _Master:
    """A master page: the size of its slides and where its placeholders stand."""

    width: float
    height: float
    places: dict[str, Box | None]  # by presentation:class


def extract(data: bytes, options: Options) -> Document:
    """The slides of a presentation; no word has a box, every line has that of its shape."""
    package = open_package(data)
    pages = package.content.findall(_SLIDES)
    if not pages:
        raise EmptyFileError("The presentation has no slides. Add its content and send it again.", stage="extraction")
    reader = _SlideReader(package)
    slides = [reader.read(page, number) for number, page in enumerate(pages[: options.max_pages], 1)]
    return slide_document("odp", slides, len(pages), options, picture=find_portrait(reader.candidates, options.max_pixels))


class _SlideReader:
    """Reads slide after slide; `candidates` tells afterwards which pictures it met."""

    def __init__(self, package: Package) -> None:
        self.candidates: list[Candidate] = []
        self._package = package
        self._sheet = StyleSheet(package.styles, package.content)
        self._default = self._sheet.default("graphic")
        self._masters = _masters(package.styles)
        self._tables = 0
        self._areas: list[LinkArea] = []  # of the slide that is being read

    def read(self, page: _Element, number: int) -> Slide:
        """The shapes of a slide in the order of the file."""
        master = self._masters.get(page.get(DRAW + "master-page-name", ""), _Master(DEFAULT_WIDTH, DEFAULT_HEIGHT, {}))
        walk = ContentWalk(self._sheet, page=number, tables=self._tables)
        self._areas = []
        shapes = tuple(shape for element, link in _leaves(page, None) if (shape := self._shape(element, link, walk, master)) is not None)
        self._tables = walk.tables
        return Slide(master.width, master.height, shapes, tuple(self._areas))

    def _shape(self, element: _Element, link: str | None, walk: ContentWalk, master: _Master) -> Shape | None:
        """One shape, None where it prints no text."""
        link = _click(element) or link
        if element.get(PRESENTATION + "placeholder") == "true":
            return None
        kind = element.get(PRESENTATION + "class", "")
        box = place_of(element) or master.places.get(kind)
        met = len(walk.images)
        heading = int(kind == _TITLE)
        paragraphs = walk.read_shape(element, _GROUND, bases=self._bases(element), heading=heading, link=link)
        for image in walk.images[met:]:
            self.candidates.append(Candidate(image.page, image.width, image.height, self._package.picture(image.name), box))
        if any(paragraph.lines for paragraph in paragraphs):
            return Shape(box, tuple(paragraphs))
        if link and box is not None:
            self._areas.append(LinkArea(box, link))
        return None

    def _bases(self, shape: _Element) -> Sequence[Style]:
        """What the text of a shape inherits from it: one style, or one for each level of an outline."""
        own = self._sheet.named("paragraph", shape.get(DRAW + "text-style-name"))
        style = self._sheet.of_shape(shape)
        first = inherit(own, inherit(style, self._default))
        outline = next((found[1] for parent in style.parents if (found := _OUTLINE.fullmatch(parent))), None)
        if outline is None:
            return (first,)
        levels = (self._sheet.named("presentation", f"{outline}{level}") for level in range(2, OUTLINE_LEVELS + 1))
        return (first, *(inherit(level, first) for level in levels))


def _leaves(parent: _Element, link: str | None) -> Iterator[tuple[_Element, str | None]]:
    """Every shape that is no group, with the link around it."""
    for child in parent.iterchildren(*SHAPES):
        if child.tag in (DRAW + "g", DRAW + "a"):
            yield from _leaves(child, target_of(child) or link)
        else:
            yield child, link


def _click(shape: _Element) -> str | None:
    """The target of a click on a shape, None where it leads to no address."""
    listeners = shape.iterfind(f"{OFFICE}event-listeners/{PRESENTATION}event-listener")
    return next((target for listener in listeners if (target := target_of(listener))), None)


def _masters(styles: _Element | None) -> dict[str, _Master]:
    """The master pages of the file by name."""
    if styles is None:
        return {}
    sizes = {layout.get(STYLE + "name"): layout.find(STYLE + "page-layout-properties") for layout in styles.iterfind(_LAYOUTS)}
    return {
        master.get(STYLE + "name", ""): _master(master, sizes.get(master.get(STYLE + "page-layout-name")))
        for master in styles.iterfind(_MASTERS)
    }


def _master(master: _Element, size: _Element | None) -> _Master:
    width = None if size is None else points(size.get(FO + "page-width"))
    height = None if size is None else points(size.get(FO + "page-height"))
    places = {shape.get(PRESENTATION + "class", ""): place_of(shape) for shape in master.iterchildren(*SHAPES)}
    places.pop("", None)
    return _Master(width or DEFAULT_WIDTH, height or DEFAULT_HEIGHT, places)
