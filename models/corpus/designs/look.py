"""The look of a document: one random choice of fonts, colours, spaces, headings and styles of fields."""

from __future__ import annotations

from dataclasses import dataclass

from models.corpus.designs.dice import Dice
from models.corpus.designs.runs import Style

INKS = (0x000000, 0x000000, 0x000000, 0x222222, 0x333333, 0x404040, 0x1A1A2E)
GREYS = (0x555555, 0x666666, 0x777777, 0x888888, 0x999999)
ACCENTS = (0x1F4E79, 0x2E74B5, 0x00695C, 0x8B0000, 0xC0392B, 0x6A1B9A, 0xD35400, 0x2E7D32, 0x37474F, 0xAD1457, 0x0077B5, 0x9A7B4F)
BULLETS = ("•", "•", "•", "•", "-", "–", "-", "▪", "○", "·", "*", "►", "»", "✓", ">", "—", "◦", "■")
WHITE = 0xFFFFFF
FIELDS = ("title", "company", "location", "date", "degree", "subject", "school", "grade", "contract", "about", "label")


@dataclass(frozen=True, slots=True)
class Heading:
    """How headings are printed."""

    style: Style
    case: str  # "upper" "title" "first" "lower"
    before: str  # printed before the words: an icon, a bullet; "#" for a number
    after: str  # ":" "" ...
    align: str
    rule: bool  # a line of signs or a drawn one under it


@dataclass(frozen=True, slots=True)
class Look:
    """The choices that all parts of a document share."""

    body: Style
    small: Style
    accent: int
    heading: Heading
    fields: dict[str, Style]  # field -> style of its value in a header line
    separator: Style
    leading: float
    section_gap: float  # points above a heading
    entry_gap: float
    item_gap: float  # between the paragraphs of an entry
    bullet: str
    hang: float  # points from the bullet to its text
    hanging: bool  # further lines of an item stand under its text
    indent: float  # of descriptions
    justify: bool
    name: Style
    headline: Style


def look(dice: Dice) -> Look:
    """A random look."""
    family = dice.of(("Helvetica", 62), ("Times", 33), ("Courier", 5))
    size = dice.of((9.0, 12), (9.5, 8), (10.0, 28), (10.5, 12), (11.0, 24), (12.0, 14), (8.5, 4))
    body = Style(size, color=dice.choice(INKS), family=family)
    small = body.but(size=round(size * dice.uniform(0.82, 0.97), 1), color=dice.choice((body.color, *GREYS)))
    accent = dice.choice(ACCENTS) if dice.chance(0.62) else body.color
    flat = dice.chance(0.07)  # nothing is set apart by its print
    name = name_style(dice, body, accent)
    return Look(
        body=body,
        small=small,
        accent=accent,
        heading=heading(dice, body, accent),
        fields={field: body if flat else field_style(dice, field, body, small, accent) for field in FIELDS},
        separator=body.but(color=dice.choice((body.color, body.color, *GREYS[:2]))),
        leading=dice.uniform(1.12, 1.5),
        section_gap=dice.of((dice.points(8, 20), 80), (dice.points(2, 6), 14), (dice.points(20, 34), 6)),
        entry_gap=dice.of((dice.points(4, 12), 72), (0.0, 20), (dice.points(12, 22), 8)),
        item_gap=dice.of((0.0, 62), (dice.points(0.5, 3), 30), (dice.points(3, 6), 8)),
        bullet=dice.choice(BULLETS),
        hang=dice.of((dice.points(8, 18), 85), (dice.points(18, 30), 15)),
        hanging=dice.chance(0.85),
        indent=dice.of((0.0, 60), (dice.points(6, 24), 40)),
        justify=dice.chance(0.15),
        name=name,
        headline=dice.choice((body, small, body.but(size=size * 1.2), body.but(bold=True), body.but(color=accent, size=size * 1.3))),
    )


def name_style(dice: Dice, body: Style, accent: int) -> Style:
    """The print of the name of the candidate: mostly the largest."""
    scale = dice.of((dice.uniform(1.6, 3.2), 78), (dice.uniform(1.15, 1.5), 15), (1.0, 7))
    color = dice.choice((body.color, accent))
    return body.but(size=round(body.size * scale, 1), bold=dice.chance(0.6), color=color, caps=dice.chance(0.25), spaced=dice.chance(0.04))


def heading(dice: Dice, body: Style, accent: int) -> Heading:
    """The print of headings."""
    case = dice.of(("upper", 45), ("title", 25), ("first", 25), ("lower", 5))
    scale = dice.of((dice.uniform(1.1, 1.7), 72), (1.0, 24), (dice.uniform(0.85, 0.97), 4))
    bold = dice.chance(0.72)
    style = body.but(
        size=round(body.size * scale, 1),
        bold=bold,
        italic=dice.chance(0.06),
        color=dice.choice((accent, accent, body.color)),
        spaced=case == "upper" and dice.chance(0.1),
    )
    before = dice.of(("", 84), ("#", 4), ("■ ", 3), ("▸ ", 2), ("\uf0b1 ", 3), ("— ", 1), ("// ", 1), ("• ", 1), ("> ", 1))
    after = dice.of(("", 84), (":", 12), (" —", 1), (".", 1), (" :", 2))
    return Heading(style, case, before, after, dice.of(("left", 86), ("center", 11), ("right", 3)), dice.chance(0.06))


def field_style(dice: Dice, field: str, body: Style, small: Style, accent: int) -> Style:
    """The print of one field in the header lines of entries."""
    plain = {
        "title": (0.66, 0.06, 0.24),
        "degree": (0.6, 0.06, 0.24),
        "company": (0.36, 0.2, 0.26),
        "school": (0.32, 0.22, 0.24),
        "date": (0.15, 0.26, 0.18),
        "label": (0.4, 0.15, 0.2),
    }
    bold, italic, colored = plain.get(field, (0.05, 0.24, 0.08))
    style = small if field in ("date", "location", "about", "contract") and dice.chance(0.4) else body
    style = style.but(bold=dice.chance(bold), italic=dice.chance(italic))
    if dice.chance(colored):
        style = style.but(color=accent)
    if field in ("title", "company", "degree", "school"):
        style = style.but(caps=dice.chance(0.09), size=round(style.size * dice.of((1.0, 78), (1.1, 16), (1.2, 6)), 1))
    return style
