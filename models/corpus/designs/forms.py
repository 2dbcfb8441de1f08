"""The grammar of entries: which field stands on which line, in which order, between which signs; drawn once per document."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.corpus.designs.dice import Dice
from models.corpus.designs.words import Words

FAMILIES = ("split", "stack", "joined", "dated", "labelled", "grouped", "cells", "sentence")
SEPARATORS = (", ", ", ", " | ", " | ", " – ", " – ", " - ", " - ", " · ", " • ", " / ", ": ", " — ", "\t", " // ", " ~ ", "; ", "   ")
PLACES = (", ", ", ", ", ", " – ", " - ", " | ", " · ", " / ", " • ", " — ", "\t")
DATES = (" | ", " – ", " - ", ", ", " · ", " • ", "\t", ": ", " / ", "  ", " — ")
FIRST_DATES = (" | ", " – ", ": ", " - ", "\t", "\t", " · ", ", ", "  ", " : ", " – ")
LABEL_ENDS = (": ", ": ", ": ", " : ", " - ", ":\t", "\t")
BRACKETS = (("(", ")"), ("(", ")"), ("[", "]"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class Slot:
    """A field in a line; `sep` stands before it if anything stands before it in its line."""

    field: str
    sep: str = ""
    opening: str = ""
    closing: str = ""
    label: str = ""


@dataclass(slots=True)
class LineForm:
    """One line of the header of an entry."""

    left: list[Slot] = field(default_factory=list)
    right: list[Slot] = field(default_factory=list)

    def fields(self) -> set[str]:
        """The fields of the line."""
        return {slot.field for slot in (*self.left, *self.right)}


@dataclass(slots=True)
class Form:
    """The header of an entry: its lines, what stands in a rail beside it, what stands below its description."""

    family: str
    lines: list[LineForm]
    rail: list[LineForm] = field(default_factory=list)
    after: list[LineForm] = field(default_factory=list)
    tabled: bool = False  # labels and values in cells
    tasks: str = ""  # label of the description in a table of labels
    cells: list[list[LineForm]] = field(default_factory=list)  # the columns of a form in cells, instead of lines
    inside: int = -1  # the cell with the description, -1 for below the cells

    def line_of(self, name: str) -> LineForm | None:
        """The line with a field, None if no line has it."""
        return next((line for line in self.lines if name in line.fields()), None)


class Grammar:
    """Draws the forms of a document."""

    def __init__(self, dice: Dice, words: Words, *, study: bool) -> None:
        self.dice = dice
        self.words = words
        self.study = study

    def form(self, family: str, *, rail: bool) -> Form:
        """A form of a family; with `rail` the dates, and perhaps more, stand beside the entry."""
        if family == "labelled":
            return self.labelled(rail=rail)
        if family == "cells":
            return self.in_cells()
        if family == "sentence":
            return self.sentence()
        form = Form(family, self.heads(family))
        if rail:
            form.rail = self.rail()
            taken = {name for line in form.rail for name in line.fields()}
            form.lines = without(form.lines, taken)
        else:
            taken = self.add_date(form)
        if "location" not in taken:
            self.add_place(form)
        self.add_details(form)
        return form

    def heads(self, family: str) -> list[LineForm]:
        """The lines of title and employer."""
        order = ["title", "company"] if self.dice.chance(0.56) else ["company", "title"]
        joined = family in ("joined", "dated") or (family == "grouped" and self.dice.chance(0.3))
        if family == "dated" and self.dice.chance(0.3):
            joined = False
        if not joined:
            return [LineForm([Slot(name)]) for name in order]
        first, second = order
        if self.dice.chance(0.12):
            opening, closing = self.dice.choice(BRACKETS)
            return [LineForm([Slot(first), Slot(second, " ", opening, closing)])]
        at = first == "title" and self.dice.chance(0.34)
        sep = self.words.one("at") if at and not self.study else self.dice.choice(SEPARATORS)
        return [LineForm([Slot(first), Slot(second, sep)])]

    def rail(self) -> list[LineForm]:
        """What stands beside an entry: its dates, perhaps with the employer, the place or the contract."""
        lines = [LineForm([Slot("date")])]
        if self.dice.chance(0.14):
            lines.insert(self.dice.randrange(2), LineForm([Slot("company")]))
        if self.dice.chance(0.3):
            lines.append(LineForm([Slot("location")]))
        if self.dice.chance(0.06):
            lines.append(LineForm([Slot("contract")]))
        return lines

    def add_date(self, form: Form) -> set[str]:
        """Puts the dates into the form; gives the fields that went with them."""
        date = Slot("date")
        kind = self.date_place(form.family)
        if kind == "right":
            self.dice.choice(form.lines[:2] if self.dice.chance(0.3) else form.lines[:1]).right.append(date)
        elif kind == "first":
            line = form.lines[0]
            line.left[0] = Slot(line.left[0].field, self.dice.choice(FIRST_DATES), line.left[0].opening, line.left[0].closing)
            line.left.insert(0, date)
        elif kind == "last":
            line = self.dice.choice(form.lines)
            opening, closing = self.dice.choice(BRACKETS) if self.dice.chance(0.4) else ("", "")
            line.left.append(Slot("date", " " if opening else self.dice.choice(DATES), opening, closing))
        elif kind == "after":
            form.after.append(LineForm([date]))
        else:
            return self.date_line(form, kind)
        return set()

    def date_place(self, family: str) -> str:
        """Where the dates stand."""
        dice = self.dice
        if family == "split":
            return dice.of(("right", 94), ("last", 6))
        if family == "stack":
            return dice.of(("below", 60), ("above", 22), ("between", 16), ("after", 2))
        if family == "dated":
            return dice.of(("first", 70), ("above", 30))
        return dice.of(("right", 44), ("last", 30), ("below", 20), ("above", 4), ("after", 2))

    def date_line(self, form: Form, kind: str) -> set[str]:
        """Puts the dates on a line of their own, perhaps with the place."""
        line = LineForm([Slot("date")])
        taken = set()
        if self.dice.chance(0.35):
            taken.add("location")
            sep = self.dice.choice(PLACES)
            line.left = [Slot("date"), Slot("location", sep)] if self.dice.chance(0.6) else [Slot("location"), Slot("date", sep)]
            if self.dice.chance(0.12):
                line = LineForm([line.left[0]], [Slot(line.left[1].field)])
        elif self.dice.chance(0.12):
            line.left = [Slot("date", "", *self.dice.choice(BRACKETS))]
        form.lines.insert({"above": 0, "between": 1, "below": len(form.lines)}[kind], line)
        return taken

    def add_place(self, form: Form) -> None:
        """Puts the place into the form."""
        dice = self.dice
        company = form.line_of("company")
        kind = dice.of(
            ("company", 56), ("right", 18 if form.family == "split" else 6), ("line", 16), ("before", 4), ("end", 6), ("none", 6)
        )
        if kind == "right":
            free = [line for line in form.lines if not line.right]
            (dice.choice(free) if free else form.lines[-1]).right.append(Slot("location", dice.choice(PLACES[:-1])))
        elif kind == "line":
            form.lines.append(LineForm([Slot("location")]))
        elif kind == "end":
            form.lines[-1].left.append(Slot("location", dice.choice(PLACES)))
        elif company is not None and kind in ("company", "before"):
            self.beside_company(company, before=kind == "before")

    def beside_company(self, line: LineForm, *, before: bool) -> None:
        """Puts the place beside the employer."""
        side = line.left if any(slot.field == "company" for slot in line.left) else line.right
        at = next(at for at, slot in enumerate(side) if slot.field == "company")
        if before:
            side.insert(at, Slot("location", side[at].sep))
            side[at + 1] = Slot("company", self.dice.choice(PLACES))
        else:  # a town in brackets belongs to the name: the words have "Acme (Lyon)"
            side.insert(at + 1, Slot("location", self.dice.choice(PLACES)))

    def add_details(self, form: Form) -> None:
        """Puts the contract, the line about the employer and the grade into the form."""
        dice = self.dice
        title = form.line_of("title")
        if dice.chance(0.5) and title is not None:
            at = next((at for at, slot in enumerate(title.left) if slot.field == "title"), len(title.left) - 1)
            bracket = dice.chance(0.6)
            title.left.insert(
                at + 1, Slot("contract", " " if bracket else dice.choice(PLACES[:-1]), *(("(", ")") if bracket else ("", "")))
            )
        else:
            host = form.line_of("date") or form.lines[-1]
            side = host.right if any(slot.field == "date" for slot in host.right) else host.left
            side.append(Slot("contract", dice.choice(PLACES[:-1])))
        if dice.chance(0.8):
            form.lines.append(LineForm([Slot("about")]))
        elif (line := form.line_of("company")) is not None:
            line.left.append(Slot("about", " ", "(", ")"))
        kind = dice.of(("line", 6), ("end", 3), ("bracket", 2), ("right", 1))
        label = self.words.one("grade") + ": " if dice.chance(0.7) else ""
        if kind == "line":
            form.lines.append(LineForm([Slot("grade", label=label)]))
        elif kind == "right":
            form.lines[-1].right.append(Slot("grade", ", ", label=label))
        else:
            opening, closing = ("(", ")") if kind == "bracket" else ("", "")
            form.lines[-1].left.append(Slot("grade", " " if opening else ", ", opening, closing, label))

    def in_cells(self) -> Form:
        """Every entry in a row of cells: dates and fields in columns."""
        dice = self.dice
        pair = [LineForm([Slot("title")]), LineForm([Slot("company"), Slot("location", dice.choice(PLACES[:-1]))])]
        if dice.chance(0.5):
            pair.reverse()
        one = [LineForm([Slot(slot.field, slot.sep) for line in pair for slot in line.left])]
        one[0].left[1] = Slot(one[0].left[1].field, one[0].left[1].sep or dice.choice(SEPARATORS[:-1]))
        columns = dice.choice(([pair], [[line] for line in pair], [one]))
        date = [LineForm([Slot("date")])]
        columns = [date, *columns] if dice.chance(0.7) else [*columns, date]
        text = max(range(len(columns)), key=lambda at: (columns[at] is not date, at))
        form = Form("cells", [], cells=columns, inside=text if dice.chance(0.5) else -1)
        columns[text].append(LineForm([Slot("contract")]))
        columns[text].append(LineForm([Slot("grade", label=self.words.one("grade") + ": ")]))
        columns[text].append(LineForm([Slot("about")]))
        return form

    def sentence(self) -> Form:
        """The header as a phrase: "2019 – 2021: worked as cook at The Anchor in Hull"."""
        dice, words = self.dice, self.words
        kinds = ("studied", "study_at") if self.study else ("worked", "work_at")
        slots = [Slot("title", label=words.one(kinds[0])), Slot("company", words.one(kinds[1])), Slot("location", words.one("place_in"))]
        if dice.chance(0.6):
            slots[0] = Slot("title", dice.choice(FIRST_DATES), label=slots[0].label)
            slots.insert(0, Slot("date"))
        else:
            bracket = dice.chance(0.4)
            slots.append(Slot("date", " " if bracket else dice.choice((", ", " ", " – ")), *(("(", ")") if bracket else ())))
        slots += [Slot("contract", ", "), Slot("grade", ", ", label=words.one("grade") + ": "), Slot("about", " ", "(", ")")]
        return Form("sentence", [LineForm(slots)])

    def labelled(self, *, rail: bool) -> Form:
        """Every field behind its label, on a line or in a table row of its own."""
        names = {"date": "period", "title": "degree" if self.study else "title", "company": "school" if self.study else "company"}
        names |= {"location": "location"}
        end = self.dice.choice(LABEL_ENDS)
        order = self.dice.shuffled(list(names)) if self.dice.chance(0.5) else ["date", "title", "company", "location"]
        if rail:
            order.remove("date")
        bare = self.dice.choice(["date", "title", ""]) if self.dice.chance(0.3) else ""
        lines = [LineForm([Slot(name, label="" if name == bare else self.words.label(names[name]) + end)]) for name in order]
        lines.append(LineForm([Slot("grade", label=self.words.label("grade") + end)]))
        lines.append(LineForm([Slot("about", label=self.words.one("about") + end)]))
        lines.append(LineForm([Slot("contract", label=self.words.one("contract") + end)]))
        tasks = self.words.one("tasks_label") if self.dice.chance(0.5) else ""
        return Form("labelled", lines, [LineForm([Slot("date")])] if rail else [], tabled=self.dice.chance(0.35), tasks=tasks)


def without(lines: list[LineForm], names: set[str]) -> list[LineForm]:
    """The lines without some fields."""
    kept = [LineForm([slot for slot in line.left if slot.field not in names], line.right) for line in lines]
    return [line for line in kept if line.left or line.right]
