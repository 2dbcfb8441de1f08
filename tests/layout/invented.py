"""Invented resume pages for the layout tests: random columns, sidebars, rails, grids and cards whose reading order is known.

No two words of a page are the same, so that the place of every field can be found again in the text. A page is drawn by a `Pen`;
`sheet(seed)` chooses the design. What must stand together is a `Unit`: a job, a degree, a skill, one line of contact data.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from resume_parser.document import Document, Line
from resume_parser.layout.headings import section_named
from tests.layout.paper import EM, WIDTH, line, pdf

LONG_PAGE = 780.0  # points: where a page that goes on breaks
SPACE_EM = 0.28
HEADINGS = {
    "jobs": ("Work Experience", "Employment", "Berufserfahrung", "Expériences professionnelles", "Experiencia laboral"),
    "studies": ("Education", "Ausbildung", "Formation", "Educación"),
    "skills": ("Skills", "Kenntnisse", "Compétences", "Habilidades"),
    "languages": ("Languages", "Sprachen", "Langues", "Idiomas"),
    "interests": ("Interests", "Hobbies"),
    "contact": ("Contact", "Kontakt"),
    "summary": ("Profile", "Summary", "Profil"),
    "certificates": ("Certifications", "Zertifikate"),
}
STRANGE = ("Stations so far", "All that counts", "Down the road", "My toolbox", "Curiosities", "Odds and ends", "On the side")


@dataclass(frozen=True, slots=True)
class Unit:
    """What belongs together under a heading: each field is one piece of running text."""

    heading: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands and how wide it is."""

    x: float
    width: float


@dataclass(slots=True)
class Pen:
    """Draws at a place of the page; keeps the lines and the units."""

    rng: random.Random
    lines: list[Line] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    size: float = 10.0
    step: float = 14.0
    heading: str = ""
    capitals: bool = False
    head_size: float = 12.0
    strange: float = 0.15
    centre: Column | None = None  # the column whose lines are centred

    def word(self) -> str:
        """A word that no other place of the page has."""
        while True:
            made = "".join(self.rng.choice("bdfgklmnprstvz") + self.rng.choice("aeiou") for _ in range(self.rng.randint(2, 4)))
            if made not in self.used and section_named(made) is None:
                self.used.add(made)
                return made

    def words(self, low: int, high: int, *, title: bool = False) -> str:
        """So many new words."""
        made = [self.word() for _ in range(self.rng.randint(low, high))]
        return " ".join(word.title() for word in made) if title else " ".join(made)

    def date(self) -> str:
        """A span of two new months, or of a month and today."""
        starts = f"{self.rng.randint(1, 12):02}/{self.rng.randint(1990, 2023)}"
        while starts in self.used:
            starts = f"{self.rng.randint(1, 12):02}/{self.rng.randint(1990, 2023)}"
        self.used.add(starts)
        return f"{starts} – {self.rng.choice(['today', '12/2024', '05/2024'])}"

    def put(self, text: str, x: float, y: float, *, size: float = 0.0, bold: bool = False, right: bool = False) -> float:
        """Draw one line at x, or ending at x, and give the y of the next one."""
        size = size or self.size
        made = line(text, x, y, size=size, bold=bold)
        if right and made.box is not None:
            made = line(text, x - made.box.width, y, size=size, bold=bold)
        elif self.centre and made.box is not None and self.centre.x <= x <= self.centre.x + self.centre.width:
            made = line(text, self.centre.x + (self.centre.width - made.box.width) / 2, y, size=size, bold=bold)
        self.lines.append(made)
        return y + self.step * size / self.size

    def wrap(self, text: str, column: Column, y: float, *, hang: float = 0.0, bold: bool = False) -> float:
        """Draw running text in a column."""
        room = column.width / self.size
        parts: list[str] = []
        used = room + 1
        for word in text.split():
            need = (len(word) * EM) + SPACE_EM
            if used + need > room:
                parts.append(word)
                used = need + (hang / self.size if len(parts) > 1 else 0)
            else:
                parts[-1] += " " + word
                used += need
        for index, part in enumerate(parts):
            y = self.put(part, column.x + (hang if index else 0), y, bold=bold)
        return y

    def unit(self, *fields: str) -> None:
        """Note what belongs together under the present heading."""
        self.units.append(Unit(self.heading, tuple(fields)))

    def head(self, kind: str, column: Column, y: float) -> float:
        """Draw the heading of a section."""
        choice = STRANGE if self.rng.random() < self.strange else HEADINGS[kind]
        free = [text for text in choice if text not in self.used] or [f"{self.word()} {self.word()}"]
        text = self.rng.choice(free)
        self.used.add(text)
        text = text.upper() if self.capitals else text
        self.heading = text
        return self.put(text, column.x, y, size=self.head_size, bold=True) + 4


Draw = Callable[[Pen, Column, float], float]


def body(pen: Pen, column: Column, y: float) -> tuple[str, float]:
    """The text below an entry: prose or bullets, sometimes nothing."""
    kind = pen.rng.random()
    if kind < 0.15:
        return "", y
    if kind < 0.55:
        text = pen.words(6, 28)
        return text, pen.wrap(text, column, y)
    texts = [pen.words(4, 14) for _ in range(pen.rng.randint(2, 4))]
    for text in texts:
        y = pen.wrap("• " + text, column, y, hang=8)
    return " ".join(texts), y


def stacked(pen: Pen, column: Column, y: float) -> float:
    """Title, employer and dates under each other, in any order."""
    title, firm, date = pen.words(1, 3, title=True), pen.words(1, 3, title=True), pen.date()
    heads = pen.rng.choice([(title, firm, date), (date, title, firm), (firm, title, date), (title, date, firm)])
    for index, text in enumerate(heads):
        y = pen.wrap(text, column, y, bold=not index)
    text, y = body(pen, column, y)
    pen.unit(*heads, text)
    return y


def dated_right(pen: Pen, column: Column, y: float) -> float:
    """The date at the right end of the title, perhaps a place under it."""
    title, firm, date = pen.words(1, 2, title=True), pen.words(1, 2, title=True), pen.date()
    place = pen.words(1, 1, title=True) if pen.rng.random() < 0.4 else ""
    edge = column.x + column.width
    pen.put(title, column.x, y, bold=True)
    y = pen.put(date, edge, y, right=True)
    down = pen.put(firm, column.x, y)
    if place:
        pen.put(place, edge, y, right=True)
    text, y = body(pen, column, down)
    pen.unit(title, date, firm, place, text)
    return y


def dated_left(pen: Pen, column: Column, y: float) -> float:
    """The date in a rail left of the entry."""
    rail = 105 if column.width > 260 else 95
    title, firm, date = pen.words(1, 2, title=True), pen.words(1, 2, title=True), pen.date()
    right = Column(column.x + rail, column.width - rail)
    pen.put(date, column.x, y)
    y = pen.wrap(title, right, y, bold=True)
    y = pen.wrap(firm, right, y)
    text, y = body(pen, right, y)
    pen.unit(title, date, firm, text)
    return y


def railed(pen: Pen, column: Column, y: float) -> float:
    """Employer, dates and place under each other left of title and text."""
    rail = 125.0
    title, firm, date, place = pen.words(1, 3, title=True), pen.words(1, 1, title=True), pen.date(), pen.words(1, 1, title=True)
    left, right = Column(column.x, rail - 15), Column(column.x + rail, column.width - rail)
    low = y
    for text in pen.rng.sample([firm, date, place], 3):
        low = pen.wrap(text, left, low)
    y = pen.wrap(title, right, y, bold=True)
    text, y = body(pen, right, y)
    pen.unit(title, date, firm, place, text)
    return max(low, y)


def beside(pen: Pen, column: Column, y: float) -> float:
    """Date and place under each other at the right end of the entry, beside its text."""
    title, date, place = pen.words(1, 2, title=True), pen.date(), pen.words(1, 1, title=True)
    edge = column.x + column.width
    pen.put(place, edge, pen.put(date, edge, y, right=True), right=True)
    text = pen.words(14, 30)
    down = pen.wrap(text, Column(column.x, column.width - 110), pen.put(title, column.x, y, bold=True))
    pen.unit(title, date, place, text)
    return down


def railed_right(pen: Pen, column: Column, y: float) -> float:
    """Dates and place under each other in a rail right of the entry."""
    title, firm, date, place = pen.words(1, 2, title=True), pen.words(1, 3, title=True), pen.date(), pen.words(1, 1, title=True)
    left, rail = Column(column.x, column.width - 130), column.x + column.width - 110
    down = pen.wrap(firm, left, pen.wrap(title, left, y, bold=True))
    text, down = body(pen, left, down)
    low = pen.put(place, rail, pen.put(date, rail, y))
    pen.unit(title, firm, date, place, text)
    return max(low, down)


def tracks(pen: Pen, column: Column, y: float) -> float:
    """Three tracks: dates, employer and place, title and text."""
    title, firm, date, place = pen.words(1, 2, title=True), pen.words(1, 2, title=True), pen.date(), pen.words(1, 1, title=True)
    right = Column(column.x + 240, column.width - 240)
    pen.put(date, column.x, y)
    low = pen.put(place, column.x + 110, pen.wrap(firm, Column(column.x + 110, 115), y))
    down = pen.wrap(title, right, y, bold=True)
    text, down = body(pen, right, down)
    pen.unit(title, firm, date, place, text)
    return max(low, down)


def in_line(pen: Pen, column: Column, y: float) -> float:
    """Title and employer on one line, dates under it."""
    title, date = f"{pen.words(1, 2, title=True)}, {pen.words(1, 2, title=True)}", pen.date()
    y = pen.wrap(title, column, y, bold=True)
    y = pen.put(date, column.x, y)
    text, y = body(pen, column, y)
    pen.unit(title, date, text)
    return y


NARROW, WIDE = (stacked, in_line), (stacked, in_line, dated_right, dated_left, beside)


def entries(kind: str, least: int = 2, most: int = 4) -> Draw:
    """A section of jobs or degrees."""

    def draw(pen: Pen, column: Column, y: float) -> float:
        style = pen.rng.choice(WIDE if column.width > 230 else NARROW)
        if column.width > 380 and pen.rng.random() < 0.25:
            style = pen.rng.choice((railed, railed_right, tracks))
        y = pen.head(kind, column, y)
        for _ in range(pen.rng.randint(least, most)):
            y = style(pen, column, y) + pen.rng.choice([4, 8, 12])
        return y

    return draw


def cards(kind: str) -> Draw:
    """Entries side by side, two in a row."""

    def draw(pen: Pen, column: Column, y: float) -> float:
        y = pen.head(kind, column, y)
        half = (column.width - 20) / 2
        for _ in range(pen.rng.randint(1, 2)):
            ends = [stacked(pen, Column(column.x + index * (half + 20), half), y) for index in range(2)]
            y = max(ends) + 10
        return y

    return draw


def items(kind: str) -> Draw:
    """A section of short items: one per line, bulleted, in a grid, as running text or as labelled groups."""

    def draw(pen: Pen, column: Column, y: float) -> float:
        y = pen.head(kind, column, y)
        count = pen.rng.randint(3, 8)
        texts = [pen.words(1, 2, title=True) for _ in range(count)]
        style = pen.rng.choice(["lines", "bullets", "running", "grid", "levels", "groups"])
        if style == "running":
            pen.unit(" ".join(texts))
            return pen.wrap(", ".join(texts), column, y)
        if style == "groups" and column.width > 250:
            for text in texts[:4]:
                values = pen.words(3, 6)
                pen.put(text, column.x, y, bold=True)
                y = pen.wrap(values, Column(column.x + 110, column.width - 110), y)
                pen.unit(text, values)
            return y
        if style == "levels":
            return levels(pen, column, y, texts)
        across = max(1, min(4, int(column.width // 120))) if style == "grid" else 1
        mark = "• " if style == "bullets" or pen.rng.random() < 0.2 else ""
        for index, text in enumerate(texts):
            pen.unit(text)
            after = pen.put(mark + text, column.x + (index % across) * column.width / across, y)
            y = after if index % across == across - 1 or index == count - 1 else y
        return y

    return draw


def levels(pen: Pen, column: Column, y: float, texts: Sequence[str]) -> float:
    """Items with a level at the right end, or beside them."""
    edge = pen.rng.choice([column.x + column.width, 0.0])
    for text in texts:
        level = pen.words(1, 1)
        pen.unit(text, level)
        pen.put(text, column.x, y)
        y = pen.put(level, edge, y, right=True) if edge else pen.put(level, column.x + 0.65 * column.width, y)
    return y


def prose(pen: Pen, column: Column, y: float) -> float:
    """The profile."""
    y = pen.head("summary", column, y)
    text = pen.words(12, 40)
    pen.unit(text)
    return pen.wrap(text, column, y)


def contact(pen: Pen, column: Column, y: float) -> float:
    """Contact data, one per line, perhaps with labels above or beside them."""
    y = pen.head("contact", column, y)
    style = pen.rng.choice(["plain", "above", "plain"])
    for text in (f"{pen.word()}@{pen.word()}.org", f"+49 {pen.rng.randint(100000, 999999)}", pen.words(1, 2, title=True)):
        if style == "above":
            label = pen.words(1, 1, title=True)
            y = pen.put(label, column.x, y, bold=True)
            pen.unit(label, text)
        else:
            pen.unit(text)
        y = pen.put(text, column.x, y) + (3 if style == "above" else 0)
    return y


def name(pen: Pen, column: Column, y: float) -> float:
    """Name and headline."""
    pen.heading = ""
    text, line_below = pen.words(2, 2, title=True), pen.words(1, 2, title=True)
    fitting = (column.width - 10) / (EM * len(text))
    y = pen.put(text, column.x, y, size=min(pen.rng.choice([18.0, 22.0, 26.0]), fitting), bold=True)
    pen.unit(text)
    pen.unit(line_below)
    return pen.put(line_below, column.x, y, size=11)


def flow(pen: Pen, column: Column, y: float, parts: Sequence[Draw]) -> float:
    """Draw one part below the other."""
    for part in parts:
        y = part(pen, column, y) + pen.rng.choice([10, 16])
    return y


def header(pen: Pen, column: Column, y: float) -> float:
    """A header over the whole width: name, headline, contact data in one line, in three cells or at the right."""
    top = y
    y = name(pen, column, y)
    texts = [f"{pen.word()}@{pen.word()}.org", f"+49 {pen.rng.randint(100000, 999999)}", pen.words(2, 2, title=True)]
    style = pen.rng.choice(["none", "line", "cells", "right", "below"])
    if style == "line":
        pen.wrap(" | ".join(texts), column, y)
    if style == "cells":
        for index, text in enumerate(texts):
            pen.put(text, column.x + index * column.width / 3, y)
    low = top + 2
    for text in texts if style in ("right", "below") else ():
        if style == "right":
            low = pen.put(text, column.x + column.width, low, right=True)
        else:
            y = pen.put(text, column.x, y)
    if style != "none":
        for text in texts:
            pen.unit(text)
    return max(y, low) + 24


SIDE: tuple[Draw, ...] = (items("skills"), items("languages"), items("interests"), items("certificates"), entries("studies", 1, 2), prose)


def sidebar(pen: Pen, y: float, page: Column) -> float:
    """A narrow and a wide column, the name in either or above both."""
    rng = pen.rng
    share, gutter = rng.uniform(0.26, 0.4), rng.choice([12.0, 16.0, 24.0, 30.0])
    narrow = page.width * share
    at_left = rng.random() < 0.5
    side = Column(page.x if at_left else page.x + page.width - narrow, narrow)
    main = Column(page.x + narrow + gutter if at_left else page.x, page.width - narrow - gutter)
    where = rng.choice(["above", "side", "main"])
    if where == "above":
        y = header(pen, page, y)
    shift = rng.choice([0.0, 0.0, 3.0, 6.0])
    small = [contact, *rng.sample(SIDE, rng.randint(2, 4))]
    wide = [entries("jobs"), *rng.sample([entries("studies"), items("certificates"), cards("studies")], rng.randint(0, 1))]
    if rng.random() < 0.4:
        wide.insert(0, prose)
    if rng.random() < 0.25:
        pen.centre = side
    columns = [(side, ([name] if where == "side" else []) + small, y), (main, ([name] if where == "main" else []) + wide, y + shift)]
    if rng.random() < 0.5:
        columns.reverse()
    low = max(flow(pen, column, top, parts) for column, parts, top in columns)
    pen.centre = None
    return low


def long_sidebar(pen: Pen, y: float, page: Column) -> float:
    """A narrow and a wide column that goes on over more than a page."""
    rng = pen.rng
    narrow = page.width * rng.uniform(0.28, 0.36)
    at_left = rng.random() < 0.5
    side = Column(page.x if at_left else page.x + page.width - narrow, narrow)
    main = Column(page.x + narrow + 24 if at_left else page.x, page.width - narrow - 24)
    small: list[Draw] = [name, contact, *rng.sample(SIDE, rng.randint(2, 5))]
    columns = [(side, small), (main, [entries("jobs", 6, 9), entries("studies", 2, 4), items("certificates")])]
    if rng.random() < 0.5:
        columns.reverse()
    return max(flow(pen, column, y, parts) for column, parts in columns)


def halves(pen: Pen, y: float, page: Column) -> float:
    """Two columns of nearly one width."""
    rng = pen.rng
    gutter = rng.choice([12.0, 18.0, 26.0])
    left = (page.width - gutter) * rng.uniform(0.42, 0.58)
    one, two = Column(page.x, left), Column(page.x + left + gutter, page.width - gutter - left)
    parts: list[Draw] = [entries("jobs"), entries("studies"), *rng.sample(SIDE[:4], 2), contact, prose]
    rng.shuffle(parts)
    low = flow(pen, one, y, parts[:3])
    return max(low, flow(pen, two, y + rng.choice([0.0, 0.0, 4.0]), parts[3:]))


def thirds(pen: Pen, y: float, page: Column) -> float:
    """Three columns, two narrow ones beside a wide one."""
    narrow, gutter = (page.width - 36) * 0.26, 18.0
    wide = page.width - 2 * (narrow + gutter)
    widths = pen.rng.choice([(narrow, wide, narrow), (narrow, narrow, wide), (wide, narrow, narrow)])
    kinds = [contact, *SIDE[:4]]
    pen.rng.shuffle(kinds)
    x, low = page.x, y
    for index, width in enumerate(widths):
        parts = [entries("jobs"), prose] if width == wide else kinds[2 * index % 4 : 2 * index % 4 + 2]
        low = max(low, flow(pen, Column(x, width), y, parts))
        x += width + gutter
    return low


def table(pen: Pen, y: float, page: Column) -> float:
    """Degrees in the rows of a table under a row of column names."""
    y = pen.head("studies", page, y)
    shares = (0.0, 0.2, 0.55, 0.88)
    names = [pen.words(1, 1, title=True) for _ in shares]
    for _ in range(1):
        pen.unit(*names)
        for share, text in zip(shares, names, strict=True):
            pen.put(text, page.x + share * page.width, y, bold=True)
    for _ in range(pen.rng.randint(2, 4)):
        y += pen.step + pen.rng.choice([0, 4])
        cells = (pen.date(), pen.words(1, 3, title=True), pen.words(1, 3, title=True), pen.words(1, 1))
        pen.unit(*cells)
        for share, text in zip(shares, cells, strict=True):
            pen.put(text, page.x + share * page.width, y)
    return y + pen.step


def bottom(pen: Pen, y: float, page: Column) -> float:
    """Two or three lists side by side."""
    rng = pen.rng
    count = rng.choice([2, 3])
    width = (page.width - 18 * (count - 1)) / count
    kinds = rng.sample([items("skills"), items("languages"), items("interests"), items("certificates")], count)
    return max(flow(pen, Column(page.x + index * (width + 18), width), y, [kind]) for index, kind in enumerate(kinds))


def labelled(pen: Pen, y: float, page: Column) -> float:
    """Headings in a rail at the left, their sections at the right."""
    rail = pen.rng.choice([90.0, 120.0])
    right = Column(page.x + rail, page.width - rail)
    for kind in ("jobs", "studies", "skills"):
        start = pen.head(kind, page, y) - 4 - pen.step * pen.head_size / pen.size + (pen.head_size - pen.size) * 0.9
        if kind == "skills":
            text = pen.words(4, 9)
            pen.unit(text)
            y = pen.wrap(text, right, start)
        else:
            style = pen.rng.choice((stacked, in_line, dated_right))
            for _ in range(pen.rng.randint(1, 3)):
                start = style(pen, right, start) + 8
            y = start
        y += 10
    return y


def full(*parts: Draw) -> Callable[[Pen, float, Column], float]:
    """Sections over the whole width."""

    def draw(pen: Pen, y: float, page: Column) -> float:
        return flow(pen, page, y, parts)

    return draw


Region = Callable[[Pen, float, Column], float]


def top(pen: Pen, y: float, page: Column) -> float:
    """A header as a region."""
    return header(pen, page, y)


DESIGNS: dict[str, tuple[Region, ...]] = {
    "sidebar": (sidebar,),
    "sidebar_above_section": (sidebar, full(entries("studies"))),
    "halves": (top, halves),
    "section_halves": (top, full(entries("jobs")), halves),
    "lists_below": (top, full(entries("jobs"), entries("studies")), bottom),
    "lists_between": (top, bottom, full(entries("jobs"), entries("studies"))),
    "labels": (top, labelled),
    "single": (top, full(prose, entries("jobs"), items("skills"), entries("studies"), items("languages"))),
    "cards": (top, full(entries("jobs"), cards("studies"), items("skills"))),
    "thirds": (top, thirds),
    "table": (top, full(entries("jobs")), table, full(items("skills"))),
    "long_sidebar": (long_sidebar,),
    "long_single": (top, full(entries("jobs", 5, 9), entries("studies"), items("skills"))),
    "job_cards": (top, full(cards("jobs")), bottom),
}
STREAMS = ("columns", "sections", "rows", "merged")


def sheet(seed: int) -> tuple[str, str, Document, list[Unit]]:
    """The design, the order of the stream, the document and the units of one invented resume."""
    rng = random.Random(seed)
    pen = Pen(rng, capitals=rng.random() < 0.5, head_size=rng.choice([10.0, 12.0, 14.0]), size=10.0, step=rng.choice([13.0, 14.0, 16.0]))
    pen.strange = rng.choice([0.0, 0.0, 0.3])
    page = Column(40.0, WIDTH - 80)
    design = rng.choice(list(DESIGNS))
    y = 40.0
    for region in DESIGNS[design]:
        y = region(pen, y, page) + 6
    stream = rng.choice(STREAMS)
    pages = pages_of(pen.lines) if design.startswith("long") else [pen.lines]
    if stream == "sections":
        pages = [shuffled(rng, lines, {unit.heading for unit in pen.units}) for lines in pages]
    elif stream != "columns":
        pages = [sorted(lines, key=place) for lines in pages]
    document = pdf(*(merged(lines) if stream == "merged" else lines for lines in pages))
    height = LONG_PAGE + 60 if len(pages) > 1 else y + 60
    return design, stream, replace(document, pages=tuple(replace(one, height=height) for one in document.pages)), pen.units


def shuffled(rng: random.Random, lines: Sequence[Line], headings: set[str]) -> list[Line]:
    """The lines section by section in any order, as programs draw text frames."""
    sections: list[list[Line]] = [[]]
    for one in lines:
        if " ".join(word.text for word in one.words) in headings:
            sections.append([])
        sections[-1].append(one)
    rng.shuffle(sections)
    return [one for section in sections for one in section]


def place(one: Line) -> tuple[int, float]:
    """Where a line stands, row by row."""
    return (round(one.box.top), one.box.x0) if one.box else (0, 0.0)


def pages_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines on pages, each broken at one height over all columns."""
    pages: list[list[Line]] = []
    for one in lines:
        number = int(place(one)[0] // LONG_PAGE)
        while len(pages) <= number:
            pages.append([])
        up = number * (LONG_PAGE - 40)
        pages[number].append(raised(one, up, number + 1))
    return [page for page in pages if page]


def raised(one: Line, up: float, page: int) -> Line:
    """The line so many points higher, on a page."""
    boxes = [replace(word.box, top=word.box.top - up, bottom=word.box.bottom - up) for word in one.words if word.box]
    words = tuple(replace(word, box=box) for word, box in zip(one.words, boxes, strict=True))
    box = one.box and replace(one.box, top=one.box.top - up, bottom=one.box.bottom - up)
    return replace(one, words=words, box=box, page=page)


def merged(lines: Sequence[Line]) -> list[Line]:
    """The lines with those on one baseline made one, as some extractors give them."""
    result: list[Line] = []
    for one in lines:
        last = result[-1] if result else None
        if last and last.box and one.box and abs(last.box.bottom - one.box.bottom) < 0.1 and last.words[-1].box.x1 < one.box.x0:
            result[-1] = replace(last, words=(*last.words, *one.words))
        else:
            result.append(one)
    return result
