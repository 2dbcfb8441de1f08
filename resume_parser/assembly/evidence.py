"""Says for every value of the Profile where it was read: printed text, offsets, page, box, score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resume_parser.assembly.calibration import probability
from resume_parser.assembly.dates import birth_day
from resume_parser.assembly.items import gender
from resume_parser.assembly.selection import EntityLists, EntrySelection, Selection
from resume_parser.document import Box, Document, Line, bounding_box
from resume_parser.entities import Entity
from resume_parser.layout.text import covered_boxes, covered_lines

_INFO_PATHS = {"name": "full_name"}  # label -> key of `info` where they differ
_KEY_OF_ROW = {"urls": "url"}  # list -> the key of its row that holds the value; "name" elsewhere


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value was read; `page` counts from 1, `box` is None where the format has no geometry.

    `score` is the probability that the value is right, 0..1, as measured on labelled resumes (models/calibration).
    A value over several pages has the page and the box of its first. The link of an icon has no text; its place is that of the line
    next to it.
    """

    text: str
    start: int
    end: int
    page: int | None
    box: Box | None
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceByPath(Mapping[str, Evidence]):
    """The evidence by path in the Profile, for example `info.email`, `skills[3].name`, `experiences[0].date_start`.

    A place on the page is worked out when it is asked for: few callers look at all of them.
    """

    document: Document
    entities: Mapping[str, Entity]  # by path

    def __getitem__(self, path: str) -> Evidence:
        entity = self.entities[path]
        return _locate(self.document, entity, probability(path, entity.score))

    def __iter__(self) -> Iterator[str]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)

    def raw_scores(self) -> dict[str, float]:
        """Path -> score as the reader of the value gave it, 0..1 and no probability: what the calibration is fitted on."""
        return {path: entity.score for path, entity in self.entities.items()}


def find_evidence(document: Document, selection: Selection) -> EvidenceByPath:
    """The evidence of every value of the Profile that was read from the text."""
    return EvidenceByPath(document, dict(_paths(selection)))


def _paths(selection: Selection) -> Iterator[tuple[str, Entity]]:
    """Each path with the entity whose value stands there."""
    unread = _unread(selection)
    for label, entity in selection.singles.items():
        if label not in unread:
            yield f"info.{_INFO_PATHS.get(label, label)}", entity
    lists = {name: rows for name, rows in selection.lists.items() if name not in ("persons", "emails", "phones", "urls")}
    yield from _list_paths("info.", {"urls": selection.lists["urls"]})
    yield from _list_paths("", lists)
    yield from _entry_paths("experiences", selection.experiences)
    yield from _entry_paths("educations", selection.educations)


def _unread(selection: Selection) -> set[str]:
    """The labels whose entity did not become a value: half a birth date, an unknown word for the gender."""
    birth = selection.value("date_birth")
    read = {"date_birth": birth and birth_day(birth), "gender": gender(selection.value("gender"))}
    return {label for label, value in read.items() if value is None}


def _entry_paths(name: str, entries: tuple[EntrySelection, ...]) -> Iterator[tuple[str, Entity]]:
    """The paths inside the jobs or degrees."""
    for index, entry in enumerate(entries):
        prefix = f"{name}[{index}]."
        dated = {"date_start": entry.start, "date_end": entry.end}
        yield from ((prefix + label, entity) for label, entity in entry.singles.items() if dated.get(label, label))
        yield from _list_paths(prefix, entry.lists)


def _list_paths(prefix: str, lists: EntityLists) -> Iterator[tuple[str, Entity]]:
    """The paths of all rows of the lists."""
    for name, rows in lists.items():
        key = _KEY_OF_ROW.get(name, "name")
        yield from ((f"{prefix}{name}[{index}].{key}", entity) for index, entity in enumerate(rows))


def _locate(document: Document, entity: Entity, score: float) -> Evidence:
    """The place of one entity, with the score of its value."""
    lines = list(covered_lines(document.lines, entity.start, entity.end))
    page = lines[0].page if lines else None
    boxes = [box for line in lines if line.page == page for box in _boxes(line, entity)]
    return Evidence(entity.text, entity.start, entity.end, page, bounding_box(boxes) if boxes else None, score)


def _boxes(line: Line, entity: Entity) -> list[Box]:
    """The boxes of the words of the line that the entity covers; the box of the line when it covers all of them, and on slides."""
    if line.box and ((entity.start <= line.start and line.end <= entity.end) or line.words[0].box is None):
        return [line.box]
    return covered_boxes(line, entity.start, entity.end)
