"""Jobs and studies as paragraphs: header lines by their form, then the description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.corpus.content import Job, Month, Span, Study
from models.corpus.designs.describing import description, item, plain
from models.corpus.designs.forms import Form, LineForm, Slot
from models.corpus.designs.program import RUN_ON, Program
from models.corpus.designs.runs import Flow, Para, Row, Run

MONTHS = 12
LEADER = " " + "." * 24
LABELS = 0.3  # share of the width of a column of labels
Fields = dict[str, tuple[Run, ...]]


def job_fields(program: Program, job: Job) -> Fields:
    """The runs of the fields of a job."""
    styles = program.look.fields
    texts = {"title": job.title, "company": job.company, "location": job.location, "contract": job.contract, "about": job.about}
    fields: Fields = {name: (Run(text, styles[name], name),) for name, text in texts.items() if text}
    return fields | date_field(program, job.dates, program.jobs)


def study_fields(program: Program, study: Study) -> Fields:
    """The runs of the fields of a study; degree and subject stand for the title, the school for the employer."""
    styles = program.look.fields
    texts = {"location": study.location, "grade": study.grade}
    fields: Fields = {name: (Run(text, styles[name], name),) for name, text in texts.items() if text}
    fields["company"] = (Run(study.school, styles["school"], "school"),)
    degree = [Run(study.degree, styles["degree"], "degree")] if study.degree else []
    subject = [Run(study.subject, styles["subject"] if degree else styles["degree"], "subject")] if study.subject else []
    if degree and subject:
        fields["title"] = joined_degree(program, degree[0], subject[0])
    elif degree or subject:
        fields["title"] = (*degree, *subject)
    return fields | date_field(program, study.dates, program.studies)


def joined_degree(program: Program, degree: Run, subject: Run) -> tuple[Run, ...]:
    """Degree and subject in one."""
    joint = Run(program.joint, degree.style)
    if program.joint == "(":
        return degree, Run(" (", degree.style), subject, Run(")", degree.style)
    if program.joint == ")":
        return subject, Run(" (", degree.style), degree, Run(")", degree.style)
    return degree, joint, subject


def date_field(program: Program, dates: Span | None, form: Form | None = None) -> Fields:
    """The dates as the form prints them, perhaps with their length."""
    if dates is None or program.dateless:
        return {}
    style = program.look.fields["date"]
    printed = program.rail_dates if form and form.rail else program.dates
    runs = [Run(printed.span(dates), style, "date")]
    if program.durations and dates.end is not None and dates.start.month and dates.end.month:
        runs.append(Run(f" · {length(program, dates.start, dates.end)}", style))
    return {"date": tuple(runs)}


def length(program: Program, start: Month, end: Month) -> str:
    """The time from one month to another, both counted: "2 yrs 3 mos"."""
    count = (end.year - start.year) * MONTHS + (end.month or 1) - (start.month or 1) + 1
    counts = zip(("years", "months"), divmod(count, MONTHS), strict=True)
    return " ".join(program.words.table[unit][number > 1].format(n=number) for unit, number in counts if number)


def composed(program: Program, slots: Sequence[Slot], fields: Fields) -> tuple[Run, ...]:
    """One side of a line: the fields that the entry has, between their signs."""
    look = program.look
    out: list[Run] = []
    for slot in slots:
        runs = fields.get(slot.field)
        if not runs:
            continue
        if out:
            out.append(Run(slot.sep or " ", look.separator))
        if slot.label:
            out.append(Run(slot.label, look.fields["label"]))
        if slot.opening:
            out.append(Run(slot.opening, runs[0].style))
        out += runs
        if slot.closing:
            out.append(Run(slot.closing, runs[0].style))
    return tuple(out)


def header(program: Program, lines: Sequence[LineForm], fields: Fields, role: str) -> list[Para | Row]:
    """The header lines of an entry that say anything."""
    made: list[Para | Row] = []
    for line in lines:
        left, right = composed(program, line.left, fields), composed(program, line.right, fields)
        if left or right:
            dots = (Run(LEADER, program.look.separator),) if program.leader and left and right else ()
            made.append(Para((*left, *dots) if left else right, role, right if left else ()))
    return made


def tabled(program: Program, form: Form, fields: Fields, role: str) -> list[Para | Row]:
    """The labels and values of an entry in rows of two cells."""
    made: list[Para | Row] = []
    for line in form.lines:
        slot = line.left[0]
        if runs := fields.get(slot.field):
            label = Run(slot.label.strip() or " ", program.look.fields["label"])
            cells = ((Para((label,), role),) if slot.label else (), (Para(runs, role),))
            made.append(Row(cells, (LABELS, 1 - LABELS)))
    return made


def in_cells(program: Program, form: Form, fields: Fields, body: Flow, role: str) -> Flow:
    """The entry as a row of cells, its description in one of them or below."""
    cells = [tuple(header(program, lines, fields, role)) for lines in form.cells]
    if form.inside >= 0:
        cells[form.inside] += body
    row = Row(tuple(cells), cell_widths(program, form), before=program.look.entry_gap)
    return (row,) if form.inside >= 0 else (row, *body)


def cell_widths(program: Program, form: Form) -> tuple[float, ...]:
    """The shares of the cells of an entry: narrow for dates."""
    dated = [any("date" in line.fields() for line in lines) for lines in form.cells]
    wide = (1 - program.rail) / (len(dated) - 1)
    return tuple(program.rail if date else wide for date in dated)


def cell_titles(program: Program, form: Form, *, study: bool) -> Flow:
    """A row that says what stands in the cells of the entries below."""
    if not form.cells or not program.titled:
        return ()
    names = {"date": "period", "title": "degree" if study else "title", "company": "school" if study else "company"}
    style = program.look.fields["label"]
    words = [program.words.label(names[lines[0].left[0].field]) for lines in form.cells]
    return (Row(tuple((Para((Run(word, style),), "label"),) for word in words), cell_widths(program, form), before=program.look.item_gap),)


def entry(program: Program, form: Form, fields: Fields, body: Flow, role: str) -> Flow:
    """An entry: header and description, beside a rail if its form has one."""
    if form.cells:
        return in_cells(program, form, fields, body, role)
    lines = tabled(program, form, fields, role) if form.tabled else header(program, form.lines, fields, role)
    if form.tabled and form.tasks and body:
        label = Para((Run(form.tasks, program.look.fields["label"]),), "label")
        body = (Row(((label,), body), (LABELS, 1 - LABELS)),)
    elif program.run_on and form.family in RUN_ON:
        lines, body = run_on(program, lines, body)
    if program.entry_level and lines and isinstance(lines[0], Para):
        lines[0] = replace(lines[0], level=program.entry_level)
    if program.marked and lines and isinstance(lines[0], Para):
        lines[0] = replace(lines[0], bullet=program.marked, hang=program.look.hang, glyph=program.look.body)
    flow = [*lines, *body, *header(program, form.after, fields, role)]
    if form.rail:
        return (railed(program, tuple(header(program, form.rail, fields, role)), tuple(flow)),)
    return parted(program, spaced(flow, program.look.entry_gap))


def railed(program: Program, rail: Flow, flow: Flow) -> Row:
    """The entry with its rail at the left or right."""
    share, gap = program.rail, program.look.entry_gap
    if program.rail_side == "left":
        return Row((rail, flow), (share, 1 - share), before=gap)
    if program.rail_side == "flush":
        rail = tuple(replace(part, align="right") if isinstance(part, Para) else part for part in rail)
    return Row((flow, rail), (1 - share, share), before=gap)


def run_on(program: Program, lines: list[Para | Row], body: Flow) -> tuple[list[Para | Row], Flow]:
    """Header and description with the first statement in the last line of the header."""
    if not lines or not body:
        return lines, body
    last, first = lines[-1], body[0]
    if not isinstance(last, Para) or not isinstance(first, Para) or last.right:
        return lines, body
    told = tuple(replace(run, role=first.role) for run in first.runs)
    return [*lines[:-1], replace(last, runs=(*last.runs, Run(". ", program.look.body), *told))], body[1:]


def parted(program: Program, flow: Flow) -> Flow:
    """The entry with a line of signs below it in documents that have them."""
    if not program.parted:
        return flow
    return (*flow, Para((Run(program.parted, program.look.small),), "other", before=program.look.item_gap))


def spaced(flow: Sequence[Para | Row], gap: float) -> Flow:
    """The flow with white space above it."""
    if not flow:
        return ()
    return (replace(flow[0], before=flow[0].before + gap), *flow[1:])


def job_flow(program: Program, job: Job, role: str, inner: Flow = ()) -> Flow:
    """One job as paragraphs, with what stands inside it below its description."""
    body = (*description(program, job.sentences, job.tools), *inner)
    return entry(program, program.jobs, job_fields(program, job), body, role)


def inner_projects(program: Program, projects: Sequence[Job]) -> Flow:
    """Projects told inside a job: a line with the name, then the statements."""
    look = program.look
    flow: list[Para | Row] = []
    for project in projects:
        runs = [Run(f"{program.words.one('project')}: ", look.fields["label"]), Run(project.title, look.fields["contract"], "title")]
        if dates := date_field(program, project.dates):
            runs += [Run(" (", look.body), *dates["date"], Run(")", look.body)]
        flow.append(Para(tuple(runs), "project", before=look.item_gap, indent=look.indent))
        flow += description(program, project.sentences, project.tools)
    return tuple(flow)


def study_flow(program: Program, study: Study) -> Flow:
    """One study as paragraphs."""
    notes: list[Para | Row] = []
    for at, note in enumerate(study.notes):
        labelled = not at and ":" not in note and program.dice.chance(0.3)
        text = f"{program.words.one('thesis')}: {note}" if labelled else note
        notes.append(item(program, text) if program.describe.kind in ("bullets", "mixed") else plain(program, text))
    return entry(program, program.studies, study_fields(program, study), tuple(notes), "study")
