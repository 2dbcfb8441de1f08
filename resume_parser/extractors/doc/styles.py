"""The style sheet: the styles by number, each with all that it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from resume_parser.extractors.doc.binary import u16
from resume_parser.extractors.doc.fib import Fib, Part
from resume_parser.extractors.doc.properties import BODY_OUTLINE, Layout, Run, layout_over, run_over
from resume_parser.extractors.doc.sprms import sprms

_MOST_BASES = 30  # styles based on each other; Word allows fewer
_NO_BASE = 0xFFF
_PARAGRAPH, _CHARACTER = 1, 2  # kinds of styles
_FIRST_NAMED, _TITLE = 9, 62  # built-in styles: 1-9 are the headings
_LISTS = frozenset((48, 49, *range(54, 62)))  # bullets and numbers
_HEADING = re.compile(r"heading ?([1-9])$")
_LIST = re.compile(r"list (bullet|number)\b")
_FONT_AT = 14  # offset of the default font in the head of the sheet


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style."""

    name: str = ""  # lower case
    run: Run = field(default_factory=Run)
    layout: Layout = field(default_factory=Layout)
    level: int = 0  # heading level, 0 = none
    listed: bool = False  # a built-in list style


@dataclass(frozen=True, slots=True)
class _Entry:
    """A style as the sheet states it."""

    built_in: int
    kind: int
    base: int
    name: str
    properties: tuple[bytes, ...]


class StyleSheet:
    """The styles of a file; each is resolved on first use."""

    def __init__(self, fib: Fib, table: bytes) -> None:
        self._old = fib.old
        raw = fib.bytes_of(Part.STYLES, table)
        self._plain = Style(run=Run(font=u16(raw, _FONT_AT)))
        self._entries: list[_Entry | None] = list(_entries(raw, old=fib.old))
        self._resolved: dict[int, Style] = {}

    def paragraph(self, number: int) -> Style:
        """A paragraph style with what it inherits; a plain style where the sheet has none of this number."""
        if number not in self._resolved:
            style = self._plain
            for entry in reversed(self._chain(number)):
                style = self._over(style, entry)
            self._resolved[number] = style
        return self._resolved[number]

    def character(self, number: int, lower: Run) -> Run:
        """The run with a character style over it."""
        run = lower
        for entry in reversed(self._chain(number)):
            if entry.kind == _CHARACTER and entry.properties:
                run = run_over(run, sprms(entry.properties[0], old=self._old), lower, _keep)
        return run

    def _chain(self, number: int) -> list[_Entry]:
        """A style and the styles below it."""
        chain: list[_Entry] = []
        while number < len(self._entries) and len(chain) < _MOST_BASES:
            entry = self._entries[number]
            if entry is None:
                break
            chain.append(entry)
            number = entry.base
        return chain

    def _over(self, base: Style, entry: _Entry) -> Style:
        layout_bytes = entry.properties[0][2:] if entry.kind == _PARAGRAPH and entry.properties else b""
        run_bytes = entry.properties[1] if entry.kind == _PARAGRAPH and len(entry.properties) > 1 else b""
        layout = layout_over(replace(base.layout, outline=None), sprms(layout_bytes, old=self._old))
        name = entry.name.lower()
        level = _level(layout.outline, entry, name) or base.level
        return Style(
            name,
            run_over(base.run, sprms(run_bytes, old=self._old), base.run, _keep),
            layout,
            0 if layout.outline == BODY_OUTLINE else level,
            entry.built_in in _LISTS or bool(_LIST.match(name)) or base.listed,
        )


def _level(outline: int | None, entry: _Entry, name: str) -> int:
    """The heading level that a style itself states, 0 = none."""
    if outline is not None and outline < BODY_OUTLINE:
        return outline + 1
    heading = _HEADING.match(name)
    if heading:
        return int(heading[1])
    if 1 <= entry.built_in <= _FIRST_NAMED:
        return entry.built_in
    return int(entry.built_in == _TITLE or name == "title")


def _keep(number: int, run: Run) -> Run:
    return run


def _entries(raw: bytes, *, old: bool) -> Iterator[_Entry | None]:
    """The styles in order, None for an empty place."""
    head = u16(raw, 0)
    count, fixed = u16(raw, 2), u16(raw, 4)
    at = 2 + head
    for _ in range(count):
        if at + 2 > len(raw):
            return
        size = u16(raw, at)
        yield _entry(raw[at + 2 : at + 2 + size], fixed, old=old) if size else None
        at += 2 + size


def _entry(raw: bytes, fixed: int, *, old: bool) -> _Entry:
    """One style; its parts begin at even places."""
    kind, count = u16(raw, 2) & 0xF, u16(raw, 4) & 0xF
    if old:
        length = raw[fixed] if fixed < len(raw) else 0
        name, at = raw[fixed + 1 : fixed + 1 + length].decode("cp1252", "replace"), fixed + length + 2
    else:
        length = u16(raw, fixed)
        name, at = raw[fixed + 2 : fixed + 2 + 2 * length].decode("utf-16-le", "replace"), fixed + 2 * length + 4
    properties = []
    for _ in range(count):
        at += at & 1
        size = u16(raw, at)
        properties.append(raw[at + 2 : at + 2 + size])
        at += 2 + size
    return _Entry(u16(raw, 0) & 0xFFF, kind, u16(raw, 2) >> 4, name.partition(",")[0], tuple(properties))
