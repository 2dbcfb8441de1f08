"""All that is chosen once for a document: the look, the words, the dates, the grammar of its entries and lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.corpus.designs.dates import DateStyle, date_style
from models.corpus.designs.dice import Dice
from models.corpus.designs.forms import FAMILIES, PLACES, Form, Grammar, LineForm, Slot
from models.corpus.designs.look import Look, look
from models.corpus.designs.runs import Style
from models.corpus.designs.words import Words, tables

BROKEN = ("\n– ", " –\n", "\n", "\n- ", " -\n")  # between two dates on two lines
ENGLISH = 0.1  # share of the resumes of any language with English headings and labels
MARKS = ("•", "•", "-", "■", "►", "–", "○", "*")
PARTS = ("_" * 60, "-" * 50, "* * *", "—" * 20, "·" * 40, "=" * 30)
RUN_ON = ("joined", "dated", "sentence")  # families whose header may run on into the description


@dataclass(frozen=True, slots=True)
class Describe:
    """How descriptions are printed."""

    kind: str  # "bullets" "prose" "lines" "numbers" "mixed" "none"
    label: str  # before the statements, "" for none
    tools: str  # before the tools
    tool_sep: str
    merged: int  # statements in one item
    joint: str  # between them
    tools_inside: bool  # the tools are the last list item


@dataclass(frozen=True, slots=True)
class Posts:
    """How several posts at one employer are printed."""

    employer: LineForm  # the line above them
    post: LineForm
    indent: float  # points of the posts
    total: bool  # the line of the employer has the whole span
    single: bool  # one post at an employer is printed the same way


@dataclass(frozen=True, slots=True)
class Program:
    """The choices of a document."""

    dice: Dice
    words: Words
    look: Look
    dates: DateStyle
    jobs: Form
    studies: Form
    posts: Posts
    joint: str  # between degree and subject; "(" for the subject in brackets, ")" for the degree
    rail: float  # share of the width of a rail
    rail_side: str  # "left", "right", or "flush" for a right one with its text at the right edge
    rail_dates: DateStyle  # of the dates in a rail, which may stand on two lines
    indent: float  # points of all entries under their headings
    describe: Describe
    durations: bool  # "2 yrs 3 mos" behind the dates
    dateless: bool
    nested: bool  # the projects stand inside the jobs
    parted: str  # printed between two entries, "" for nothing
    marked: str  # printed before the first line of every entry: a bullet, "" for nothing
    leader: bool  # dots lead to what stands at the right
    titled: bool  # a row above entries in cells says what stands in them
    entry_level: int  # heading level of the first line of every entry in files that state levels
    run_on: bool  # the description goes on in the last line of the header
    strong: Style  # of the names of things in lists


def program(dice: Dice, language: str, *, family: str, rail: bool) -> Program:
    """The random choices of a document whose jobs are of a family of forms."""
    words = Words("en" if dice.chance(ENGLISH) else language, dice)
    jobs = Grammar(dice, words, study=False).form(family, rail=rail)
    other = family if dice.chance(0.65) and family != "grouped" else dice.choice([name for name in FAMILIES if name != "grouped"])
    if family == "labelled":
        other = "labelled"
    studies = Grammar(dice, words, study=True).form(other, rail=rail)
    chosen, described = look(dice), describe(dice, words)
    spoken = words.language if dice.chance(0.5) else language  # English headings may stand over dates of either language
    dates = date_style(spoken, dice, tables()[spoken]["ranges"])
    return Program(
        dice=dice,
        words=words,
        look=chosen,
        dates=dates,
        jobs=jobs,
        studies=studies,
        posts=posts(dice),
        joint=dice.of((words.one("joint"), 60), (" – ", 8), (" - ", 6), (": ", 4), (" | ", 4), ("(", 7), (")", 5), ("\n", 6)),
        rail=dice.uniform(0.15, 0.3),
        rail_side=dice.of(("left", 74), ("right", 12), ("flush", 14)),
        rail_dates=replace(dates, dash=dice.choice(BROKEN), around=None) if dice.chance(0.14) else dates,
        indent=dice.points(6, 30) if dice.chance(0.14) else 0.0,
        describe=described,
        durations=dice.chance(0.06),
        dateless=dice.chance(0.02),
        nested=dice.chance(0.3),
        parted=dice.choice(PARTS) if dice.chance(0.04) else "",
        marked=dice.choice(MARKS) if dice.chance(0.05) else "",
        leader=dice.chance(0.015),
        titled=dice.chance(0.35),
        entry_level=dice.of((0, 60), (2, 34), (3, 6)),
        run_on=family in RUN_ON and described.kind != "numbers" and dice.chance(0.12),
        strong=strong(dice, chosen),
    )


def posts(dice: Dice) -> Posts:
    """A random way to print several posts at one employer."""
    employer = LineForm([Slot("company")])
    if dice.chance(0.6):
        side = employer.right if dice.chance(0.4) else employer.left
        side.append(Slot("location", dice.choice(PLACES)))
    side = employer.right if dice.chance(0.7) else employer.left
    side.append(Slot("date", dice.choice(PLACES)))
    post = LineForm([Slot("title")])
    if dice.chance(0.6):
        post.right.append(Slot("date"))
    elif dice.chance(0.3):
        post.left.insert(0, Slot("date"))
        post.left[1] = Slot("title", dice.choice(PLACES))
    else:
        bracket = dice.chance(0.4)
        post.left.append(Slot("date", " " if bracket else dice.choice(PLACES), *(("(", ")") if bracket else ())))
    return Posts(employer, post, dice.of((0.0, 65), (dice.uniform(8, 20), 35)), dice.chance(0.6), dice.chance(0.6))


def describe(dice: Dice, words: Words) -> Describe:
    """A random way to print descriptions."""
    kind = dice.of(("bullets", 47), ("prose", 18), ("lines", 15), ("numbers", 3), ("mixed", 12), ("none", 5))
    return Describe(
        kind=kind,
        label=words.one("tasks") + dice.choice((":", ":", ":", "", " :")) if dice.chance(0.12) else "",
        tools="" if dice.chance(0.14) else words.one("tools") + dice.choice((": ", ": ", " : ", " – ", ":\t")),
        tool_sep=dice.choice((", ", ", ", ", ", " | ", " · ", " / ", " • ", "; ")),
        merged=dice.of((1, 45), (2, 35), (3, 20)),
        joint=dice.of((". ", 55), ("; ", 20), (", ", 15), (" – ", 10)),
        tools_inside=dice.chance(0.12),
    )


def strong(dice: Dice, chosen: Look) -> Style:
    """The print of the names of languages, certifications and courses."""
    return dice.of((chosen.body, 62), (chosen.body.but(bold=True), 30), (chosen.fields["title"], 8))
