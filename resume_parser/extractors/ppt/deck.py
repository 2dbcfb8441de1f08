"""PowerPoint 97-2003 files (.ppt) -> Document: one page per slide that is shown.

Left out, as in newer files: hidden slides, notes, comments, the date and the number of a slide, the text of masters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from resume_parser.document import Document
from resume_parser.errors import EmptyFileError
from resume_parser.extractors.flow.paragraphs import Scope
from resume_parser.extractors.portrait import Candidate, find_portrait
from resume_parser.extractors.ppt.drawing import UNITS_PER_POINT, SlideWalk
from resume_parser.extractors.ppt.pictures import picture_store
from resume_parser.extractors.ppt.records import (
    COLOR_SCHEME,
    DOCUMENT_ATOM,
    ENVIRONMENT,
    EXTERNAL_LIST,
    HYPERLINK,
    HYPERLINK_ATOM,
    MAIN_MASTER,
    SLIDE,
    SLIDE_ATOM,
    SLIDE_LIST,
    SLIDE_PERSIST,
    SLIDE_SHOW_INFO,
    STRING,
)
from resume_parser.extractors.ppt.stream import Presentation, open_presentation
from resume_parser.extractors.ppt.styles import Styles, master_styles, scheme_colors
from resume_parser.extractors.ppt.text import Surroundings, Text, paragraphs, texts
from resume_parser.extractors.records import Record
from resume_parser.extractors.slides.shapes import Shape, Slide, slide_document
from resume_parser.options import Options

DEFAULT_SIDES = (720.0, 540.0)  # points, where the file does not say
_SLIDES, _MASTERS = 0, 1  # instances of the list of slides
_SLIDE_ID, _MASTER_ID = 12, 12  # offsets in a SlidePersistAtom and a SlideAtom
_TARGET = 1  # instance of the string of a hyperlink that holds its URL
_SHOW_FLAGS, _HIDDEN = 10, 0x4
_OWN_SCHEME = 1  # instance of the colour scheme in use


@dataclass(frozen=True, slots=True)
class _Entry:
    """A slide in the list of slides."""

    record: Record | None  # None where it cannot be found
    outline: tuple[Text, ...]

    @property
    def hidden(self) -> bool:
        info = None if self.record is None else self.record.first(SLIDE_SHOW_INFO)
        return info is not None and bool(info.integer(_SHOW_FLAGS, "<H") & _HIDDEN)


@dataclass(slots=True)
class _Deck:
    """What the slides share."""

    presentation: Presentation
    links: dict[int, str]
    masters: dict[int, Record] = field(default_factory=dict)  # by slide id
    styles: dict[int, Styles] = field(default_factory=dict)  # by slide id of the master

    def around(self, slide: Record | None) -> Surroundings:
        """What the texts of a slide inherit."""
        atom = None if slide is None else slide.first(SLIDE_ATOM)
        identifier = 0 if atom is None else atom.integer(_MASTER_ID)
        if identifier not in self.styles:
            environment = self.presentation.document.first(ENVIRONMENT)
            self.styles[identifier] = master_styles(self._master(identifier), environment)
        return Surroundings(self.styles[identifier], _scheme(slide), self.links)

    def _master(self, identifier: int) -> Record | None:
        """The main master; that of a title master is named by it."""
        master = self.masters.get(identifier)
        if master is None or master.kind == MAIN_MASTER:
            return master
        atom = master.first(SLIDE_ATOM)
        return None if atom is None else self.masters.get(atom.integer(_MASTER_ID))


def extract(data: bytes, options: Options) -> Document:
    """The slides of a PowerPoint file; lines carry the box of their shape, words have none."""
    presentation = open_presentation(data)
    links = _links(presentation.document)
    entries = [entry for entry in _entries(presentation, links) if not entry.hidden]
    if not entries:
        raise EmptyFileError("The presentation shows no slides. Send the file that has the resume.", stage="extraction")
    deck = _Deck(presentation, links, dict(_masters(presentation)))
    store = picture_store(presentation.document, presentation.pictures)
    sides = _sides(presentation.document)
    slides: list[Slide] = []
    pictures: list[Candidate] = []
    tables = 0
    for number, entry in enumerate(entries[: options.max_pages], 1):
        walk = SlideWalk(deck.around(entry.record), entry.outline, store, number, tables)
        slides.append(Slide(*sides, tuple(_shapes(entry, walk)), tuple(walk.areas)))
        pictures += walk.pictures
        tables = walk.tables
    return slide_document("ppt", slides, len(entries), options, picture=find_portrait(pictures, options.max_pixels))


def _shapes(entry: _Entry, walk: SlideWalk) -> Iterator[Shape]:
    """The shapes of a slide; the texts of its outline where the slide itself is lost."""
    if entry.record is not None:
        yield from walk.shapes(entry.record)
        return
    for text in entry.outline:
        yield Shape(None, tuple(paragraphs(text, walk.around, Scope(shaded=True))))


def _entries(presentation: Presentation, links: dict[int, str]) -> Iterator[_Entry]:
    """The slides in the order of the show."""
    for atom, following in _listed(presentation.document, _SLIDES):
        record = presentation.record(atom.integer())
        yield _Entry(record if record is not None and record.kind == SLIDE else None, tuple(texts(following, links)))


def _masters(presentation: Presentation) -> Iterator[tuple[int, Record]]:
    for atom, _ in _listed(presentation.document, _MASTERS):
        record = presentation.record(atom.integer())
        if record is not None:
            yield atom.integer(_SLIDE_ID), record


def _listed(document: Record, instance: int) -> Iterator[tuple[Record, list[Record]]]:
    """Each SlidePersistAtom of a list with the records up to the next."""
    for listed in document.all(SLIDE_LIST):
        if listed.instance != instance:
            continue
        atom, following = None, list[Record]()
        for record in listed.children():
            if record.kind != SLIDE_PERSIST:
                following.append(record)
                continue
            if atom is not None:
                yield atom, following
            atom, following = record, []
        if atom is not None:
            yield atom, following


def _links(document: Record) -> dict[int, str]:
    """The hyperlinks of the file by id."""
    found: dict[int, str] = {}
    for listed in document.all(EXTERNAL_LIST):
        for link in listed.all(HYPERLINK):
            atom = link.first(HYPERLINK_ATOM)
            strings = {one.instance: one.content.decode("utf-16-le", "replace").rstrip("\0") for one in link.all(STRING)}
            if atom is not None and strings.get(_TARGET):
                found[atom.integer()] = strings[_TARGET]
    return found


def _scheme(slide: Record | None) -> list[int]:
    atoms = () if slide is None else slide.all(COLOR_SCHEME)
    return list(scheme_colors(next((atom for atom in atoms if atom.instance == _OWN_SCHEME), None)))


def _sides(document: Record) -> tuple[float, float]:
    """Width and height of all slides in points."""
    atom = document.first(DOCUMENT_ATOM)
    sides = None if atom is None else atom.integers("<2i")
    return (sides[0] / UNITS_PER_POINT, sides[1] / UNITS_PER_POINT) if sides and min(sides) > 0 else DEFAULT_SIDES
