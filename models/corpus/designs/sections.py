"""The sections of a resume as flows, with or without their headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from models.corpus.content import Resume, Study
from models.corpus.designs.describing import bulleted, ended
from models.corpus.designs.entries import cell_titles, job_flow, study_flow
from models.corpus.designs.lists import ListForm, interests, list_form, named, skills, spoken, texts
from models.corpus.designs.person import personal_lines
from models.corpus.designs.posts import jobs_flow
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row, Run

LISTS = ("skills", "soft_skills", "languages", "interests")
SHORT = 18  # letters of a heading that stands as a label before its content
RULE = "_"
RULE_LENGTH = 40
RAIL_LETTERS, BODY = 72, 10.0  # letters in a line as wide as the page in print of that size
SENTENCE_END = ". "


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its kind and its content without the heading."""

    kind: str
    flow: Flow


@dataclass(frozen=True, slots=True)
class HeadingPlan:
    """Which headings a document prints, and how."""

    levels: bool  # the file states heading levels
    missing: frozenset[str]
    inline: frozenset[str]  # headings that stand in the line of their content
    numbers: list[int]  # of the headings so far, for numbered ones


def heading_plan(program: Program) -> HeadingPlan:
    """A random plan of the headings."""
    dice = program.dice
    missing = {kind for kind in ("summary", "contact", "personal") if dice.chance(0.35)}
    if dice.chance(0.04):
        missing |= {dice.choice(("experience", "education", "skills", "languages", "interests"))}
    inline = frozenset(LISTS) if dice.chance(0.06) else frozenset[str]()
    return HeadingPlan(dice.chance(0.4), frozenset(missing), inline, [])


def sections(program: Program, resume: Resume) -> list[Section]:
    """All sections that the resume has anything for, in no order."""
    form = list_form(program)
    cut = program.dice.randrange(1, len(resume.jobs)) if len(resume.jobs) > 1 and program.dice.chance(0.06) else len(resume.jobs)
    nested = resume.projects if program.nested and program.jobs.family != "grouped" and resume.jobs else ()
    builders: dict[str, Callable[[], Flow]] = {
        "summary": lambda: summary(program, resume.summary),
        "experience": lambda: jobs_flow(program, resume.jobs[:cut], "job", nested),
        "education": lambda: studies_flow(program, resume.studies),
        "projects": lambda: tuple(part for job in (() if nested else resume.projects) for part in job_flow(program, job, "project")),
        "volunteering": lambda: tuple(part for job in resume.volunteering for part in job_flow(program, job, "volunteering")),
        "skills": lambda: skills(program, form, resume.skills),
        "soft_skills": lambda: texts(program, form, resume.soft_skills, "skill"),
        "languages": lambda: spoken(program, other_form(program, form), resume.spoken),
        "certifications": lambda: named(program, form, resume.certifications, "certification"),
        "courses": lambda: named(program, form, resume.courses, "course"),
        "awards": lambda: named(program, form, resume.awards, "award"),
        "publications": lambda: named(program, form, resume.publications, ""),
        "interests": lambda: interests(program, other_form(program, form), resume.interests),
        "references": lambda: references(program, resume),
        "personal": lambda: personal_lines(program, resume.person),
    }
    made = [Section(kind, builder()) for kind, builder in builders.items()]
    made.append(Section("experience", jobs_flow(program, resume.jobs[cut:], "job")))
    found = [section for section in made if section.flow]
    return with_rest(program, resume, found) if program.dice.chance(0.1) else found


def studies_flow(program: Program, studies: Sequence[Study]) -> Flow:
    """All studies."""
    titles = cell_titles(program, program.studies, study=True) if studies else ()
    return (*titles, *(part for study in studies for part in study_flow(program, study)))


def with_rest(program: Program, resume: Resume, found: Sequence[Section]) -> list[Section]:
    """The sections with the short lists under one heading at the end: "Additional: Languages: ...", a line for each."""
    form = replace(list_form(program), kind="run", sep=", ", bars=-1, level=(" (", ")"))
    lists = {
        "languages": spoken(program, form, resume.spoken),
        "soft_skills": texts(program, form, resume.soft_skills, "skill"),
        "interests": texts(program, form, resume.interests, "interest"),
    }
    flow = [labelled(program, kind, line) for kind, lines in lists.items() for line in lines if isinstance(line, Para)]
    kept = [section for section in found if section.kind not in lists]
    return [*kept, Section("misc", tuple(flow))] if flow else kept


def labelled(program: Program, kind: str, line: Para) -> Para:
    """The line of a list with its heading as a label before it."""
    label = Run(f"{program.words.heading(kind, 'first', SHORT)}: ", program.look.fields["label"], role=f"heading:{kind}")
    return replace(line, runs=(label, *line.runs))


def other_form(program: Program, form: ListForm) -> ListForm:
    """The same way to print lists, or a new one."""
    return list_form(program) if program.dice.chance(0.4) else form


def summary(program: Program, text: str | None) -> Flow:
    """The words about the candidate, as one paragraph, two, or list items."""
    if not text:
        return ()
    look, dice = program.look, program.dice
    kind = dice.of(("one", 78), ("two", 12), ("items", 10))
    parts = [text] if kind == "one" else text.split(SENTENCE_END)
    parts = [ended(part) for part in parts] if kind == "items" else parts
    if kind == "items":
        return tuple(replace(bulleted(program, (Run(part, look.body),)), role="summary") for part in parts)
    half = (len(parts) + 1) // 2
    groups = [SENTENCE_END.join(group) for group in (parts[:half], parts[half:]) if group]
    style = look.body.but(italic=True) if dice.chance(0.1) else look.body
    align = "justify" if look.justify else "left"
    return tuple(Para((Run(ended(group), style),), "summary", before=look.item_gap, align=align) for group in groups)


def references(program: Program, resume: Resume) -> Flow:
    """The lines about referees."""
    return tuple(Para((Run(line, program.look.body),), "reference", before=program.look.item_gap) for line in resume.references)


def heading_runs(program: Program, plan: HeadingPlan, kind: str, longest: int = 0) -> tuple[Run, ...]:
    """The heading of a section kind, a short one where `longest` says how short."""
    look = program.look.heading
    before = look.before
    if before == "#":
        plan.numbers.append(len(plan.numbers) + 1)
        before = f"{plan.numbers[-1]}. "
    return (Run(f"{before}{program.words.heading(kind, look.case, longest)}{look.after}", look.style, role=f"heading:{kind}"),)


def headed(program: Program, plan: HeadingPlan, section: Section) -> Flow:
    """The section with its heading above it, in its first line, or without one."""
    look = program.look
    first = section.flow[0]
    if section.kind in plan.missing:
        return (replace(first, before=first.before + look.section_gap), *section.flow[1:])
    if section.kind in plan.inline and isinstance(first, Para) and not first.bullet:
        runs = heading_runs(program, plan, section.kind)
        text = runs[0].text.rstrip(" :—.") + ": "
        label = replace(runs[0], text=text, style=look.fields["label"])
        return (replace(first, runs=(label, *first.runs), before=look.section_gap), *section.flow[1:])
    return (*heading_paras(program, plan, section.kind), *indented(section.flow, program.indent))


def indented(flow: Flow, points: float) -> Flow:
    """The flow moved to the right."""
    if not points:
        return flow
    return tuple(replace(part, indent=part.indent + points) if isinstance(part, Para) else part for part in flow)


def heading_paras(program: Program, plan: HeadingPlan, kind: str) -> Flow:
    """The heading as a paragraph, perhaps ruled with signs."""
    look = program.look
    runs = heading_runs(program, plan, kind)
    head = Para(runs, f"heading:{kind}", before=look.section_gap, align=look.heading.align, level=1 if plan.levels else 0)
    if not look.heading.rule:
        return (head,)
    return head, Para((Run(RULE * RULE_LENGTH, look.small),), "other")


def beside_label(program: Program, plan: HeadingPlan, section: Section, share: float) -> Flow:
    """The section with its heading in a rail to its left."""
    if section.kind in plan.missing:
        label: Flow = ()
    else:
        longest = 0 if program.dice.chance(0.05) else int(share * RAIL_LETTERS * BODY / program.look.heading.style.size)
        label = (Para(heading_runs(program, plan, section.kind, longest), f"heading:{section.kind}"),)
    return (Row((label, without_gap(section.flow)), (share, 1 - share), before=program.look.section_gap),)


def without_gap(flow: Flow) -> Flow:
    """The flow without white space above it."""
    return (replace(flow[0], before=0.0), *flow[1:]) if flow else flow
