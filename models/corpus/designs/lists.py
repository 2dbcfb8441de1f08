"""Lists: skills, languages, certifications and the like, in one of many ways each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.corpus.content import Named, SkillGroup
from models.corpus.designs.describing import bulleted, listed
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row, Run

SEPS = (", ", ", ", ", ", " | ", " · ", " • ", " / ", "; ", " – ", "  ", "\t")
LABEL_ENDS = (": ", ": ", ": ", " : ", " – ", ":\n", " | ", ":\t")
LEVEL_FORMS = ((" – ", ""), (": ", ""), (" (", ")"), (" (", ")"), (", ", ""), ("\t", ""), (" - ", ""), (" | ", ""), (" ", ""), (" / ", ""))
FULL, EMPTY = ("●", "★", "■", "•", "▮"), ("○", "☆", "□", "◦", "▯")
STEPS = 5
LABEL_SHARE = 0.28
GROUP_WORDS = 6  # names of a short list


@dataclass(frozen=True, slots=True)
class ListForm:
    """How the lists of a document are printed."""

    kind: str  # "run" "lines" "bullets" "columns"
    sep: str
    label_end: str
    label_table: bool  # labels in a cell of their own
    label_line: bool  # labels on a line of their own
    level: tuple[str, str]  # before and after a level
    bars: int  # which signs show levels, -1 for words
    dated: str  # "right" "bracket" "first" "end" "tab"
    issuer: str


def list_form(program: Program) -> ListForm:
    """A random way to print lists."""
    dice = program.dice
    return ListForm(
        kind=dice.of(("run", 50), ("lines", 20), ("bullets", 18), ("columns", 12)),
        sep=dice.choice(SEPS),
        label_end=dice.choice(LABEL_ENDS),
        label_table=dice.chance(0.12),
        label_line=dice.chance(0.16),
        level=dice.choice(LEVEL_FORMS),
        bars=dice.choice(range(len(FULL))) if dice.chance(0.07) else -1,
        dated=dice.of(("right", 24), ("bracket", 24), ("first", 18), ("end", 24), ("tab", 10)),
        issuer=program.words.one("issuer"),
    )


def skills(program: Program, form: ListForm, groups: Sequence[SkillGroup]) -> Flow:
    """The groups of skills."""
    return tuple(part for group in groups for part in skill_group(program, form, group))


def skill_group(program: Program, form: ListForm, group: SkillGroup) -> Flow:
    """One group: its label and its names with their levels."""
    look = program.look
    levels = (*group.levels, *[None] * len(group.names))
    items = [levelled(program, form, name, level, "skill") for name, level in zip(group.names, levels, strict=False)]
    if not group.label:
        return values(program, form, items)
    alone = form.label_line or form.label_end.endswith("\n")
    label = Run(group.label, look.fields["label"], role="label" if alone else None)
    if form.label_table:
        return (Row(((Para((label,), "item"),), (Para(tuple(joined(program, form.sep, items)), "item"),)), (LABEL_SHARE, 1 - LABEL_SHARE)),)
    if form.label_line:
        return (Para((label,), "label", before=look.item_gap), *values(program, form, items))
    end = Run(form.label_end, look.fields["label"], role=label.role)
    runs = (label, end, *joined(program, form.sep, items))
    return (bulleted(program, runs, "item") if form.kind == "bullets" else Para(runs, "item", before=look.item_gap),)


def levelled(program: Program, form: ListForm, name: str, level: str | None, label: str) -> tuple[Run, ...]:
    """A name, with its level as a word or as signs."""
    body = program.look.body
    run = Run(name, program.strong if label == "language" else body, label)
    if form.bars >= 0 and level:
        count = 1 + sum(map(ord, level)) % STEPS
        return run, Run(" " + FULL[form.bars] * count + EMPTY[form.bars] * (STEPS - count), body)
    if not level:
        return (run,)
    before, after = form.level
    return (run, Run(before, body), Run(level, body, "level"), *((Run(after, body),) if after else ()))


def joined(program: Program, sep: str, items: Sequence[tuple[Run, ...]]) -> list[Run]:
    """The items in a row."""
    body = program.look.body
    return [run for at, item in enumerate(items) for run in (*((Run(sep, body),) if at else ()), *item)]


def values(program: Program, form: ListForm, items: Sequence[tuple[Run, ...]]) -> Flow:
    """A plain list of values."""
    if not items:
        return ()
    if form.kind == "run":
        return (Para(tuple(joined(program, form.sep, items)), "item", before=program.look.item_gap),)
    if form.kind == "bullets":
        return tuple(bulleted(program, item, "item") for item in items)
    if form.kind == "columns" and len(items) > GROUP_WORDS:
        return columns(items)
    return tuple(Para(item, "item", before=program.look.item_gap) for item in items)


def columns(items: Sequence[tuple[Run, ...]]) -> Flow:
    """The items in two or three columns, row by row."""
    count = 2 + len(items) % 2
    rows = [items[at : at + count] for at in range(0, len(items), count)]
    return tuple(Row(tuple((Para(row[at], "item"),) if at < len(row) else () for at in range(count)), (1 / count,) * count) for row in rows)


def texts(program: Program, form: ListForm, names: Sequence[str], label: str) -> Flow:
    """A list of names."""
    return values(program, form, [(Run(name, program.look.body, label),) for name in names])


def spoken(program: Program, form: ListForm, languages: Sequence[tuple[str, str | None]]) -> Flow:
    """The languages of the candidate, by lines unless they are a run."""
    items = [levelled(program, form, name, level, "language") for name, level in languages]
    if form.level[0] == "\t" and form.kind != "run":
        return tuple(Para(item[:1], "item", item[2:]) if len(item) > 1 else Para(item, "item") for item in items)
    return values(program, form, items)


def named(program: Program, form: ListForm, things: Sequence[Named], label: str) -> Flow:
    """Certifications, courses, awards or publications; no label for the last, which have no field."""
    return tuple(named_item(program, form, thing, label) for thing in things)


def named_item(program: Program, form: ListForm, thing: Named, label: str) -> Para:
    """One thing with its issuer and date."""
    look = program.look
    style = program.strong
    runs = [Run(thing.name, style, label or None)]
    if thing.issuer:
        runs += [Run(form.issuer, look.body), Run(thing.issuer, look.body, "issuer" if label else None)]
    right: tuple[Run, ...] = ()
    if thing.dates:
        date = Run(program.dates.span(thing.dates), look.fields["date"], "date" if label else None)
        if form.dated == "right":
            right = (date,)
        elif form.dated == "first":
            runs = [date, Run(form.sep if form.sep != ", " else ": ", look.body), *runs]
        elif form.dated == "bracket":
            runs += [Run(" (", look.body), date, Run(")", look.body)]
        else:
            runs += [Run("\t" if form.dated == "tab" else ", ", look.body), date]
    para = bulleted(program, tuple(runs), "item") if form.kind == "bullets" else Para(tuple(runs), "item", before=look.item_gap)
    return replace(para, right=right)


def interests(program: Program, form: ListForm, names: Sequence[str]) -> Flow:
    """What the candidate does besides work."""
    if not names:
        return ()
    if form.kind == "columns":
        return (Para(tuple(listed(names, "interest", ", ", program.look.body)), "item"),)
    return texts(program, form, names, "interest")
