"""A plan on paper: pages of words at their places, as the PDF extractor gives them."""

from __future__ import annotations

from models.corpus.content import Person
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Para, Run
from models.corpus.designs.skeletons import Plan
from models.corpus.designs.typeset import STANDARD, Paper, Pen, Shape, Sheet, Spot
from resume_parser.document import Box

SIZES = ((595.0, 842.0), (595.0, 842.0), (595.0, 842.0), (612.0, 792.0))  # A4 and Letter in points
EDGE = 26.0  # points from the edge of the page to running heads and feet
DARK = 0x2C3E50
LOWER_EDGE = 16.0  # points from the edge of the page to contact data at its foot
BACKWARDS = 0.12  # share of the documents that draw the right before the left
FOOT = 0.03  # share of the documents that have some


def paper(program: Program) -> Paper:
    """A random page."""
    dice = program.dice
    width, height = dice.choice(SIZES)
    side = dice.uniform(28, 80)
    return Paper(width, height, side, dice.choice((side, dice.uniform(28, 80))), dice.uniform(30, 80), dice.uniform(36, 70))


def shape(program: Program) -> Shape:
    """The standard fonts, or the measures of others."""
    dice = program.dice
    if dice.chance(0.4):
        return STANDARD
    return Shape(dice.uniform(0.84, 1.1), dice.uniform(0.72, 1.05), dice.uniform(0.19, 0.32))


def printed(program: Program, plan: Plan, person: Person) -> Sheet:
    """The plan set on pages; the candidate stands in running heads and feet."""
    sheet = Sheet(paper(program), program.look.leading, shape(program), program.dice.chance(BACKWARDS))
    page = sheet.paper
    room = page.width - page.left - page.right
    pen = sheet.set_flow(plan.head, page.left, room, Pen(0, page.top))
    gutter = program.dice.uniform(14, 34)
    ends = [pen]
    places = []
    x = page.left
    inner = room - gutter * (len(plan.columns) - 1)
    for column, share in zip(plan.columns, plan.shares, strict=True):
        places.append((column, x, inner * share))
        x += inner * share + gutter
    for column, left, width in places[::-1] if plan.right_first else places:
        ends.append(sheet.set_flow(column, left, width, pen))
    end = max(ends, key=lambda place: (place.page, place.y))
    sheet.set_flow(plan.foot, page.left, room, end)
    if plan.dark is not None:
        _, left, width = places[plan.dark]
        shade = Box(left - gutter / 2, pen.y, left + width + gutter / 2, page.height)
        sheet.shades += [
            (number, shade if not number else Box(shade.x0, 0, shade.x1, page.height), DARK) for number in range(len(sheet.pages))
        ]
    furniture(program, sheet, f"{person.first_name} {person.last_name}")
    if program.dice.chance(FOOT):
        foot_contact(program, sheet, person)
    return sheet


def furniture(program: Program, sheet: Sheet, name: str) -> None:
    """Prints page numbers, running heads and closing lines."""
    dice, words = program.dice, program.words
    style, total = program.look.small, len(sheet.pages)
    number = words.one("page") if dice.chance(0.35 if total > 1 else 0.12) else ""
    running = words.one("running").format(name=name) if total > 1 and dice.chance(0.2) else ""
    align = dice.choice(("left", "center", "right"))
    for page in range(total):
        if running:
            sheet.furniture(Run(running, style), page, EDGE, align)
        if number:
            sheet.furniture(Run(number.format(n=page + 1, m=total), style), page, sheet.paper.height - EDGE, align)


def foot_contact(program: Program, sheet: Sheet, person: Person) -> None:
    """Prints the contact data at the foot of every page."""
    style, sep = program.look.small, program.dice.choice((" | ", " · ", " – "))
    for page in range(len(sheet.pages)):
        values = (("email", person.email), ("phone", person.phone))
        runs = [run for label, text in values if text for run in (Run(sep, style), Run(text, style, label))][1:]
        words = sheet.words(runs)
        sheet.put(words, Spot(sheet.paper.left, sheet.paper.height - LOWER_EDGE, page, "contact"))


def closing(program: Program) -> tuple[Para, ...]:
    """A clause of consent or the credit of a template at the end of the resume."""
    kind = program.dice.of(("", 88), ("consent", 8), ("credit", 4))
    if not kind:
        return ()
    return (Para((Run(program.words.one(kind), program.look.small),), "furniture", before=program.look.section_gap),)
