"""The jobs of a section: one after the other, or several posts under the line of their employer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from models.corpus.content import Job, Span
from models.corpus.designs.describing import description
from models.corpus.designs.entries import MONTHS, cell_titles, composed, date_field, header, inner_projects, job_fields, job_flow, spaced
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row


def jobs_flow(program: Program, jobs: Sequence[Job], role: str, projects: Sequence[Job] = ()) -> Flow:
    """All jobs of a section, the projects inside the first; posts at one employer stand under one line in a grouped design."""
    if program.jobs.family != "grouped":
        inner = inner_projects(program, projects)
        flows = [job_flow(program, job, role, () if at else inner) for at, job in enumerate(jobs)]
        titles = cell_titles(program, program.jobs, study=False) if jobs else ()
        return (*titles, *(part for flow in flows for part in flow))
    made: list[Para | Row] = []
    for company, posts in groupby(jobs, key=lambda job: job.company):
        same = list(posts)
        if company and (len(same) > 1 or program.posts.single):
            made += posts_flow(program, same, role)
        else:
            made += [part for job in same for part in job_flow(program, job, role)]
    return tuple(made)


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
        inner = [replace(part, indent=part.indent + program.posts.indent) if isinstance(part, Para) else part for part in (*head, *body)]
        flow += spaced(inner, look.item_gap + 1.0)
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
