"""The head of a resume: name, headline and contact data, in a band, a block or a sidebar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.corpus.content import Person
from models.corpus.designs.lists import LABEL_SHARE
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row, Run, Style
from resume_parser.locales import all_locales, fold

SEPS = (" | ", " | ", " • ", " · ", " – ", ", ", "   ", "\t", " / ", " * ")
SITES = ("LinkedIn", "GitHub", "GitLab", "Xing", "Behance", "Dribbble", "Twitter", "Medium")
SIGNS = {"email": ("✉ ", "@ ", "E: "), "phone": ("☎ ", "T: ", "✆ "), "place": ("⌂ ", "A: ", "◎ "), "link": ("↗ ", "in ", "W: ")}
LABEL_ENDS = (": ", ": ", ": ", " : ", " ", ":\t", "\t", ":\n")
LETTERS = ("MBA", "PhD", "MSc", "PMP", "M.A.", "M.Sc.", "B.Eng.")  # behind a name
STACKED = 1.5  # times the size of the body from which first and last name may stand on two lines


@dataclass(frozen=True, slots=True)
class Datum:
    """One piece of contact data: its kind and its runs."""

    kind: str
    runs: tuple[Run, ...]


def name_paras(program: Program, person: Person, align: str) -> Flow:
    """Name and headline."""
    look = program.look
    dice = program.dice
    first, last = person.first_name, person.last_name
    if dice.chance(0.08):
        last = last.upper()
    full = f"{last} {first}" if dice.chance(0.02) else f"{first} {last}"
    if dice.chance(0.06) and look.name.size > look.body.size * STACKED:
        full = full.replace(" ", "\n", 1)
    name = Run(full, look.name, "name")
    if dice.chance(0.02):
        return (Para((Run(f"{program.words.label('name')}: ", look.fields["label"]), name), "name", align=align),)
    letters = (Run(f", {dice.choice(LETTERS)}", look.name),) if dice.chance(0.03) else ()
    headline = Run(person.headline, look.headline, "headline") if person.headline else None
    if headline and dice.chance(0.06):
        return (Para((name, *letters, Run(dice.choice((" | ", ", ", " – ")), look.body), headline), "name", align=align),)
    paras = [Para((name, *letters), "name", align=align, level=1 if dice.chance(0.15) else 0)]
    if headline:
        paras.append(Para((headline,), "headline", align=align, before=look.item_gap))
    if headline and dice.chance(0.03):
        paras.reverse()
    return tuple(paras)


def data(program: Program, person: Person, style: Style) -> list[Datum]:
    """All contact data in a random order."""
    dice = program.dice
    found = []
    if person.email:
        link = f"mailto:{person.email}" if dice.chance(0.5) else None
        found.append(Datum("email", (Run(person.email, style, "email", link),)))
    if person.phone:
        found.append(Datum("phone", (Run(person.phone, style, "phone"),)))
    found += place(program, person, style)
    for address in person.links:
        target = address if address.startswith("http") else f"https://{address}"
        found.append(Datum("link", (Run(address, style, "link", target if dice.chance(0.5) else None),)))
    return dice.shuffled(found) if dice.chance(0.5) else found


def place(program: Program, person: Person, style: Style) -> list[Datum]:
    """The street and the city, together or apart."""
    street = Run(person.address, style, "address") if person.address else None
    city = Run(person.city, style, "location") if person.city else None
    if street and city:
        sep = program.dice.choice((", ", ", ", "\n", " – ", " · "))
        return [Datum("place", (street, Run(sep, style), city))]
    return [Datum("place", (run,)) for run in (street, city) if run]


def contact_lines(program: Program, person: Person, style: Style) -> Flow:
    """Contact data, one a line, with labels, signs or bare."""
    dice = program.dice
    kind = dice.of(("bare", 45), ("label", 35), ("sign", 14), ("table", 6))
    end = dice.choice(LABEL_ENDS)
    lines: list[Para | Row] = []
    for datum in data(program, person, style):
        if kind == "table":
            label = Run(datum_label(program, datum), program.look.fields["label"])
            lines.append(Row(((Para((label,), "contact"),), (Para(datum.runs, "contact"),)), (LABEL_SHARE, 1 - LABEL_SHARE)))
            continue
        lines.append(Para((*prefix(program, datum, kind, end), *datum.runs), "contact", before=program.look.item_gap))
    return tuple(lines)


def contact_table(program: Program, person: Person, share: float, *, named: bool) -> Flow:
    """Contact data as rows of labels and values; with the name first if it stands nowhere else."""
    label, widths = program.look.fields["label"], (share, 1 - share)
    rows: list[Row] = []
    if named:
        name = Para((Run(f"{person.first_name} {person.last_name}", program.look.body, "name"),), "name")
        rows.append(Row(((Para((Run(program.words.label("name"), label),), "name"),), (name,)), widths))
    for datum in data(program, person, program.look.body):
        cell = Para((Run(datum_label(program, datum), label),), "contact")
        rows.append(Row(((cell,), (Para(datum.runs, "contact"),)), widths))
    return tuple(rows)


def contact_cells(program: Program, person: Person, style: Style) -> Flow:
    """Contact data side by side in two or three columns."""
    count = program.dice.choice((2, 3))
    found = data(program, person, style)
    way = program.dice.of(("bare", 60), ("label", 25), ("sign", 15))
    cells = [[Para((*prefix(program, datum, way, ": "), *datum.runs), "contact") for datum in found[at::count]] for at in range(count)]
    return (Row(tuple(map(tuple, cells)), (1 / count,) * count, before=program.look.item_gap),)


def prefix(program: Program, datum: Datum, way: str, end: str) -> tuple[Run, ...]:
    """What stands before a piece of contact data."""
    if way == "label":
        return (Run(datum_label(program, datum) + end, program.look.fields["label"]),)
    if way == "sign":
        return (Run(SIGNS[datum.kind][0], program.look.body),)
    return ()


def datum_label(program: Program, datum: Datum) -> str:
    """The label of a piece of contact data: what it is, or the name of the site it leads to."""
    kind, text = datum.kind, datum.runs[0].text.casefold()
    site = next((name for name in SITES if name.casefold() in text), None) if kind == "link" else None
    if site and program.dice.chance(0.8):
        return site
    return program.words.one({"email": "mail", "phone": "call", "place": "live", "link": "web"}[kind])


def contact_run(program: Program, person: Person, style: Style, align: str) -> Flow:
    """Contact data in one or two lines between signs."""
    dice = program.dice
    sep = dice.choice(SEPS)
    way = dice.of(("bare", 68), ("label", 20), ("sign", 12))
    found = data(program, person, style)
    cut = len(found) if dice.chance(0.6) else max(1, len(found) // 2)
    groups = [group for group in (found[:cut], found[cut:]) if group]
    return tuple(Para(tuple(row(program, group, sep, way)), "contact", align=align, before=program.look.item_gap) for group in groups)


def row(program: Program, group: Sequence[Datum], sep: str, way: str) -> list[Run]:
    """Contact data in one line."""
    runs: list[Run] = []
    for at, datum in enumerate(group):
        if at:
            runs.append(Run(sep, program.look.separator))
        runs += prefix(program, datum, way, ": ")
        runs += [run if run.text != "\n" else Run(", ", run.style) for run in datum.runs]
    return runs


@lru_cache(maxsize=1)
def birth_labels() -> frozenset[str]:
    """What stands before a date of birth in any language, folded."""
    return frozenset(fold(word) for locale in all_locales() for word in locale.labels["birth_date"])


def personal_lines(program: Program, person: Person) -> Flow:
    """Birth, nationality and the like as labels and values."""
    dice, look = program.dice, program.look
    end, tabled = dice.choice(LABEL_ENDS), dice.chance(0.2)
    lines: list[Para | Row] = []
    for label, text in person.personal:
        value = Run(text, look.body, "birth" if fold(label).rstrip(":") in birth_labels() else None)
        if tabled:
            cells = ((Para((Run(label, look.fields["label"]),), "personal"),), (Para((value,), "personal"),))
            lines.append(Row(cells, (LABEL_SHARE, 1 - LABEL_SHARE)))
        else:
            lines.append(Para((Run(label + end, look.fields["label"]), value), "personal", before=look.item_gap))
    return tuple(lines)
