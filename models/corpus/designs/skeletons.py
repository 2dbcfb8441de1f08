"""The skeleton of a page: what stands in its head, its columns and its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.corpus.content import Resume
from models.corpus.designs.entries import LABELS
from models.corpus.designs.look import WHITE
from models.corpus.designs.person import contact_cells, contact_lines, contact_run, contact_table, name_paras
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row, Run
from models.corpus.designs.sections import (
    LISTS,
    HeadingPlan,
    Section,
    beside_label,
    headed,
    heading_paras,
    heading_plan,
    sections,
    without_gap,
)

DESIGNS = {
    "plain": ("split", "stack", "joined", "dated", "labelled", "grouped", "cells", "sentence"),
    "centred": ("split", "stack", "joined", "dated", "cells"),
    "sidebar": ("split", "stack", "joined", "dated", "grouped", "labelled"),
    "band": ("split", "stack", "joined", "grouped"),
    "rail": ("split", "stack", "joined", "grouped"),
    "labels": ("split", "stack", "joined", "dated"),
    "halves": ("stack", "joined", "split"),
    "table": ("labelled", "cells"),
    "cards": ("stack", "joined", "split"),
    "foot": ("split", "joined", "dated", "stack"),
}
SIDE = frozenset({"contact", "personal", "skills", "soft_skills", "languages", "interests", "certifications", "awards", "references"})
SHORT = frozenset({"skills", "soft_skills", "languages", "interests", "certifications", "awards", "courses", "references", "personal"})
USUAL_ORDER = (
    "contact", "personal", "summary", "experience", "education", "projects", "skills", "soft_skills", "languages",
    "certifications", "courses", "volunteering", "awards", "publications", "interests", "misc", "references",
)  # fmt: skip
THIRD = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """A document before it is set: flows over the whole width above and below one or two columns."""

    head: Flow
    columns: tuple[Flow, ...]
    shares: tuple[float, ...]
    foot: Flow = ()
    right_first: bool = False  # the right column is drawn first
    dark: int | None = None  # the column that is printed white on a dark ground
    levels: bool = False  # headings are headings of the file

    def closed(self, paras: Flow) -> Plan:
        """The plan with more at its foot."""
        return replace(self, foot=(*self.foot, *paras))


@dataclass(frozen=True, slots=True)
class Material:
    """What a skeleton arranges."""

    program: Program
    resume: Resume
    headings: HeadingPlan
    sections: list[Section]

    def flow(self, kinds: Sequence[str] | None = None) -> Flow:
        """The sections of these kinds (all if None) with headings, in their order."""
        chosen = [section for section in self.sections if kinds is None or section.kind in kinds]
        return tuple(part for section in chosen for part in headed(self.program, self.headings, section))

    @property
    def kinds(self) -> list[str]:
        """The kinds of all sections in order."""
        return [section.kind for section in self.sections]


def plan(program: Program, resume: Resume, skeleton: str) -> Plan:
    """The random arrangement of a resume on a skeleton."""
    material = Material(program, resume, heading_plan(program), ordered(program, sections(program, resume)))
    build = {
        "sidebar": sidebar,
        "band": band,
        "labels": labels,
        "halves": halves,
        "cards": cards,
        "foot": foot,
        "table": table,
    }.get(skeleton, one_column)
    return build(material, "center" if skeleton == "centred" else "left")


def ordered(program: Program, found: Sequence[Section]) -> list[Section]:
    """The sections in a usual order, with some of them moved."""
    dice = program.dice
    order = list(USUAL_ORDER)
    if dice.chance(0.3):
        order.remove("education")
        order.insert(order.index("experience"), "education")
    if dice.chance(0.25):
        order.remove("skills")
        order.insert(order.index("summary") + 1, "skills")
    for _ in range(dice.choice((0, 0, 1, 2, 3))):
        kind = order.pop(dice.randrange(len(order)))
        order.insert(dice.randrange(len(order) + 1), kind)
    return sorted(found, key=lambda section: order.index(section.kind))


def head(material: Material, align: str) -> Flow:
    """Name and contact data over the whole width."""
    program, person = material.program, material.resume.person
    dice, style = program.dice, program.look.small
    top: Flow = name_paras(program, person, align)
    if dice.chance(0.14):
        title = Para((Run(program.words.one("title_of_page"), program.look.headline),), "other", align=align)
        top = (title, *top)
    kind = dice.of(("run", 50), ("lines", 28), ("beside", 14), ("cells", 8))
    if kind == "cells":
        return (*top, *contact_cells(program, person, style))
    if kind == "run" or align == "center":
        return (*top, *contact_run(program, person, style, align))
    lines = contact_lines(program, person, style)
    if kind == "lines":
        return (*top, *lines)
    right = tuple(Para(line.runs, line.role, align="right") if isinstance(line, Para) else line for line in lines)
    return (Row((top, right if dice.chance(0.6) else lines), (0.55, 0.45)),)


def contact_section(material: Material) -> Flow:
    """Contact data under a heading of its own, or without."""
    program = material.program
    lines = contact_lines(program, material.resume.person, program.look.body)
    if "contact" in material.headings.missing or not lines:
        return lines
    return (*heading_paras(program, material.headings, "contact"), *lines)


def one_column(material: Material, align: str) -> Plan:
    """Everything below each other."""
    if material.program.dice.chance(0.04):
        top = name_paras(material.program, material.resume.person, align)
        return Plan((), ((*top, *material.flow(), *contact_section(material)),), (1.0,), levels=material.headings.levels)
    return Plan(head(material, align), (material.flow(),), (1.0,), levels=material.headings.levels)


def side_kinds(material: Material) -> list[str]:
    """The sections of a sidebar."""
    dice = material.program.dice
    kinds = [kind for kind in material.kinds if kind in SIDE and dice.chance(0.85)]
    if dice.chance(0.16):
        kinds.append("education")
    if dice.chance(0.08):
        kinds.append("summary")
    return kinds


def two_columns(material: Material, top: Flow, side_top: Flow, main_top: Flow) -> Plan:
    """A sidebar at the left or right of the main column."""
    dice = material.program.dice
    kinds = side_kinds(material)
    side = (*side_top, *material.flow(kinds))
    main = (*main_top, *material.flow([kind for kind in material.kinds if kind not in kinds]))
    share = dice.uniform(0.25, 0.38)
    right = dice.chance(0.45)
    dark = dice.chance(0.12)
    if dark:
        side = whitened(side)
    columns, shares = ((main, side), (1 - share, share)) if right else ((side, main), (share, 1 - share))
    side_at = 1 if right else 0
    return Plan(top, columns, shares, right_first=dice.chance(0.35), dark=side_at if dark else None, levels=material.headings.levels)


def whitened(flow: Flow) -> Flow:
    """The flow in white print."""
    made: list[Para | Row] = []
    for part in flow:
        if isinstance(part, Row):
            made.append(Row(tuple(whitened(cell) for cell in part.cells), part.widths, part.before, part.gutter))
            continue
        glyph = part.glyph.but(color=WHITE) if part.glyph else None
        made.append(replace(part, runs=white(part.runs), right=white(part.right), glyph=glyph))
    return tuple(made)


def white(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs in white print."""
    return tuple(replace(run, style=run.style.but(color=WHITE)) for run in runs)


def sidebar(material: Material, align: str) -> Plan:
    """The name in one of two columns, the contact data in the sidebar."""
    dice = material.program.dice
    name = name_paras(material.program, material.resume.person, "left")
    contact = contact_section(material)
    if dice.chance(0.3):
        return two_columns(material, (), (*name, *contact), ())
    if dice.chance(0.2):
        return two_columns(
            material, (), (), (*name, *contact_run(material.program, material.resume.person, material.program.look.small, align))
        )
    return two_columns(material, (), contact, name)


def band(material: Material, align: str) -> Plan:
    """A head over the whole width, two columns below."""
    dice = material.program.dice
    if dice.chance(0.5):
        return two_columns(material, head(material, dice.choice(("left", "left", "center"))), (), ())
    name = name_paras(material.program, material.resume.person, dice.choice(("left", "center")))
    return two_columns(material, name, contact_section(material), ())


def labels(material: Material, align: str) -> Plan:
    """The headings in a rail at the left."""
    share = material.program.dice.uniform(0.17, 0.28)
    flow = tuple(part for section in material.sections for part in beside_label(material.program, material.headings, section, share))
    return Plan(head(material, align), (flow,), (1.0,), levels=False)


def table(material: Material, align: str) -> Plan:
    """A table of labels and contents over the whole page, as old forms for resumes have it."""
    program, person = material.program, material.resume.person
    dice = program.dice
    title = Para((Run(program.words.one("title_of_page"), program.look.name),), "other", align=dice.choice(("left", "center")))
    named = dice.chance(0.5)
    top: Flow = (title,) if named else name_paras(program, person, align)
    flow: list[Para | Row] = []
    if "contact" not in material.headings.missing:
        flow += boxed(heading_paras(program, material.headings, "personal"), left=True)
    flow += contact_table(program, person, LABELS, named=named)
    in_left = dice.chance(0.6)
    for section in material.sections:
        made = headed(program, material.headings, section)
        heads = [part for part in made if isinstance(part, Para) and part.role.startswith("heading:")]
        flow += boxed(heads, left=in_left)
        flow += boxed([part for part in made if part not in heads], left=False)
    return Plan(top, (tuple(flow),), (1.0,))


def boxed(flow: Sequence[Para | Row], *, left: bool) -> Flow:
    """The paragraphs in the left or the right cells of a table of two columns; rows stay as they are."""
    made: list[Para | Row] = []
    for part in flow:
        if isinstance(part, Row):
            made.append(part)
        else:
            cell = (replace(part, before=0.0),)
            made.append(Row((cell, ()) if left else ((), cell), (LABELS, 1 - LABELS), before=part.before))
    return tuple(made)


def halves(material: Material, align: str) -> Plan:
    """Two columns of equal width: entries at one side, the rest at the other, or the sections dealt out."""
    dice = material.program.dice
    entries = [kind for kind in material.kinds if kind in ("summary", "experience", "projects")]
    left = entries if dice.chance(0.5) else material.kinds[::2]
    right = [kind for kind in material.kinds if kind not in left]
    columns = (material.flow(left), material.flow(right))
    share = dice.uniform(0.46, 0.56)
    return Plan(head(material, align), columns, (share, 1 - share), levels=material.headings.levels)


def cards(material: Material, align: str) -> Plan:
    """Long sections over the whole width, short ones side by side in pairs."""
    program = material.program
    flow: list[Para | Row] = []
    waiting: Flow | None = None
    for section in material.sections:
        made = headed(program, material.headings, section)
        if section.kind not in SHORT:
            flow += made
        elif waiting is None:
            waiting = made
        else:
            flow.append(Row((without_gap(waiting), without_gap(made)), (0.5, 0.5), before=program.look.section_gap, gutter=20.0))
            waiting = None
    return Plan(head(material, align), ((*flow, *(waiting or ())),), (1.0,), levels=material.headings.levels)


def foot(material: Material, align: str) -> Plan:
    """One column, and the short lists side by side below it."""
    lists = [section for section in material.sections if section.kind in (*LISTS, "certifications")][:THIRD]
    kinds = [section.kind for section in lists]
    main = material.flow([kind for kind in material.kinds if kind not in kinds])
    cells = tuple(without_gap(headed(material.program, material.headings, section)) for section in lists)
    below: Flow = ()
    if cells:
        below = (Row(cells, (1 / len(cells),) * len(cells), before=material.program.look.section_gap, gutter=20.0),)
    return Plan(head(material, align), ((*main, *below),), (1.0,), levels=material.headings.levels)
