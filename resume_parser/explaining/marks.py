"""Where things stand on the pages: the values of the Profile, and the lines, sections and entries behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from resume_parser.document import Box, Document, Line, bounding_box
from resume_parser.layout.text import covered_boxes, covered_lines
from resume_parser.result import Result

# group of a value -> the last names of its path; a group has one colour and one entry in the legend
GROUPS: Mapping[str, tuple[str, ...]] = {
    "Person": ("full_name", "first_name", "last_name", "gender", "date_birth", "driving_license"),
    "Contact": ("email", "phone", "urls"),
    "Place": ("location",),
    "Title": ("title",),
    "Organisation": ("company", "school"),
    "Date": ("date_start", "date_end"),
    "Text": ("summary", "description"),
    "Skill": ("skills",),
    "Language": ("languages",),
    "Certification": ("certifications", "courses"),
    "Other": ("interests", "tasks"),
}
_GROUP_OF = {name: group for group, names in GROUPS.items() for name in names}
_ROW = re.compile(r"\[\d+\]\.(?:name|url)$")  # the row of a list: skills[3].name


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle on a page (1-based)."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a reader can point at: a value, a line, a section or an entry. Regions are empty without page geometry."""

    key: str  # unique on the page: "v3" the fourth value, "l0" the first line ...
    group: str  # of GROUPS for values, "" for the rest
    path: str  # of the Profile for values, else a name
    start: int
    end: int
    regions: tuple[Region, ...]


def value_marks(result: Result) -> tuple[Mark, ...]:
    """A mark for every value that has evidence, in the order of the Profile."""
    evidence = result.evidence_map.items()
    return tuple(
        Mark(f"v{index}", group_of(path), path, one.start, one.end, tuple(_word_regions(result.document, one.start, one.end)))
        for index, (path, one) in enumerate(evidence)
    )


def line_marks(document: Document) -> tuple[Mark, ...]:
    """A mark for every line in reading order."""
    return tuple(
        Mark(f"l{index}", "", f"line {index}", line.start, line.end, tuple(_around([line]))) for index, line in enumerate(document.lines)
    )


def section_marks(result: Result) -> tuple[Mark, ...]:
    """A mark for every section, its heading included."""
    lines = result.document.lines
    marks = []
    for index, section in enumerate(result.annotations.sections):
        first = section.first if section.heading is None else min(section.heading, section.first)
        covered = lines[first : section.last]
        start, end = (covered[0].start, covered[-1].end) if covered else (0, 0)
        marks.append(Mark(f"s{index}", "", section.kind, start, end, tuple(_around(covered))))
    return tuple(marks)


def entry_marks(result: Result) -> tuple[Mark, ...]:
    """A mark for every job and degree."""
    marks = []
    for index, entry in enumerate(result.annotations.entries):
        covered = covered_lines(result.document.lines, entry.start, entry.end)
        marks.append(Mark(f"e{index}", "", entry.kind, entry.start, entry.end, tuple(_around(covered))))
    return tuple(marks)


def group_of(path: str) -> str:
    """The group of the value at a path of the Profile."""
    name = _ROW.sub("", path).rpartition(".")[2]
    return _GROUP_OF.get(name, "Other")


def _word_regions(document: Document, start: int, end: int) -> Iterator[Region]:
    """One region per line: around the words that the span covers."""
    for line in covered_lines(document.lines, start, end):
        boxes = covered_boxes(line, start, end)
        if boxes:
            yield Region(line.page, bounding_box(boxes))


def _around(lines: Iterable[Line]) -> Iterator[Region]:
    """One region per page and column: around all lines there."""
    places: dict[tuple[int, int], list[Box]] = {}
    for line in lines:
        if line.box:
            places.setdefault((line.page, line.column), []).append(line.box)
    for (page, _), boxes in places.items():
        yield Region(page, bounding_box(boxes))
