"""Jobs and studies as paragraphs: header lines by their form, then the description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from models.corpus.content import Job, Span, Study
from models.corpus.designs.describing import description, item, plain
from models.corpus.designs.forms import Form, LineForm, Slot
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row, Run

MONTHS = 12
LABELS = 0.3  # share of the width of a column of labels
Fields = dict[str, tuple[Run, ...]]


def job_fields(program: Program, job: Job) -> Fields:
    """The runs of the fields of a job."""
    styles = program.look.fields
    texts = {"title": job.title, "company": job.company, "location": job.location, "contract": job.contract, "about": job.about}
    fields: Fields = {name: (Run(text, styles[name], name),) for name, text in texts.items() if text}
    return fields | date_field(program, job.dates)


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
    return fields | date_field(program, study.dates)


def joined_degree(program: Program, degree: Run, subject: Run) -> tuple[Run, ...]:
    """Degree and subject in one."""
    joint = Run(program.joint, degree.style)
    if program.joint == "(":
        return degree, Run(" (", degree.style), subject, Run(")", degree.style)
    if program.joint == ")":
        return subject, Run(" (", degree.style), degree, Run(")", degree.style)
    return degree, joint, subject


def date_field(program: Program, dates: Span | None) -> Fields:
    """The dates, perhaps with their length."""
    if dates is None or program.dateless:
        return {}
    style = program.look.fields["date"]
    runs = [Run(program.dates.span(dates), style, "date")]
    if program.durations and dates.end is not None and dates.start.month and dates.end.month:
        count = (dates.end.year - dates.start.year) * MONTHS + dates.end.month - dates.start.month + 1
        years, months = divmod(count, MONTHS)
        parts = [program.words.table["years"][0].format(n=years)] if years else []
        parts += [program.words.table["months"][0].format(n=months)] if months else []
        runs.append(Run(f" · {' '.join(parts)}", style))
    return {"date": tuple(runs)}


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
            out.append(Run(slot.opening, look.separator))
        out += runs
        if slot.closing:
            out.append(Run(slot.closing, look.separator))
    return tuple(out)


def header(program: Program, lines: Sequence[LineForm], fields: Fields, role: str) -> list[Para | Row]:
    """The header lines of an entry that say anything."""
    made: list[Para | Row] = []
    for line in lines:
        left, right = composed(program, line.left, fields), composed(program, line.right, fields)
        if left or right:
            made.append(Para(left or right, role, right if left else ()))
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


def entry(program: Program, form: Form, fields: Fields, body: Flow, role: str) -> Flow:
    """An entry: header and description, beside a rail if its form has one."""
    lines = tabled(program, form, fields, role) if form.tabled else header(program, form.lines, fields, role)
    flow = [*lines, *body, *header(program, form.after, fields, role)]
    if form.rail:
        rail = header(program, form.rail, fields, role)
        return (Row((tuple(rail), tuple(flow)), (program.rail, 1 - program.rail), before=program.look.entry_gap),)
    return spaced(flow, program.look.entry_gap)


def spaced(flow: Sequence[Para | Row], gap: float) -> Flow:
    """The flow with white space above it."""
    if not flow:
        return ()
    return (replace(flow[0], before=flow[0].before + gap), *flow[1:])


def job_flow(program: Program, job: Job, role: str) -> Flow:
    """One job as paragraphs."""
    return entry(program, program.jobs, job_fields(program, job), description(program, job.sentences, job.tools), role)


def study_flow(program: Program, study: Study) -> Flow:
    """One study as paragraphs."""
    notes: list[Para | Row] = []
    for at, note in enumerate(study.notes):
        labelled = not at and ":" not in note and program.dice.chance(0.3)
        text = f"{program.words.one('thesis')}: {note}" if labelled else note
        notes.append(item(program, text) if program.describe.kind in ("bullets", "mixed") else plain(program, text))
    return entry(program, program.studies, study_fields(program, study), tuple(notes), "study")


def jobs_flow(program: Program, jobs: Sequence[Job], role: str) -> Flow:
    """All jobs of a section; posts at one employer stand under one line in a grouped design."""
    if program.jobs.family != "grouped":
        return tuple(part for job in jobs for part in job_flow(program, job, role))
    flow: list[Para | Row] = []
    for company, posts in groupby(jobs, key=lambda job: job.company):
        same = list(posts)
        if company and (len(same) > 1 or program.posts.single):
            flow += posts_flow(program, same, role)
        else:
            flow += [part for job in same for part in job_flow(program, job, role)]
    return tuple(flow)


def posts_flow(program: Program, posts: Sequence[Job], role: str) -> Flow:
    """Several posts under a line that names their employer."""
    look, fields = program.look, job_fields(program, posts[0])
    total = whole_span([job.dates for job in posts if job.dates])
    above = date_field(program, total) if total and program.posts.total else {}
    left = composed(program, program.posts.employer.left, {**fields, "date": above.get("date", ())})
    right = composed(program, program.posts.employer.right, {**fields, "date": above.get("date", ())})
    flow: list[Para | Row] = [Para(left, "company", right, before=look.entry_gap)]
    if about := fields.get("about"):
        flow.append(Para(about, "company"))
    for job in posts:
        own = job_fields(program, job)
        body = description(program, job.sentences, job.tools)
        head = header(program, [program.posts.post], own, role)
        indented = [replace(part, indent=part.indent + program.posts.indent) if isinstance(part, Para) else part for part in (*head, *body)]
        flow += spaced(indented, look.item_gap + 1.0)
    return tuple(flow)


def whole_span(spans: Sequence[Span]) -> Span | None:
    """From the first start to the last end, None of nothing."""
    if not spans:
        return None
    start = min((span.start for span in spans), key=lambda month: (month.year, month.month or 1))
    if any(span.ongoing for span in spans):
        return Span(start, None, ongoing=True)
    ends = [span.end or span.start for span in spans]
    return Span(start, max(ends, key=lambda month: (month.year, month.month or MONTHS)))
