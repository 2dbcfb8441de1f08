"""What a careful reader would write down from a sample: the gold facts that the evaluation compares with what the parser found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from models.corpus.content import Job, Month, Named, Person, Span, Study
from models.corpus.samples import Sample
from models.corpus.vocabulary import LANGUAGES, words
from resume_parser.evaluation.alike import PRESENT, SOFT_RATIO, Value, folded, sorted_ratio
from resume_parser.evaluation.facts import Facts, Fields

YEARS_ONLY = ("year", "term")  # forms of dates that do not tell the month


class Print:
    """What a sample shows of its content: by label, the texts that are printed."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.text = folded(sample.document.text)
        self.marked: dict[str, set[str]] = defaultdict(set)
        for mark in sample.marks:
            self.marked[mark.label].add(folded(sample.document.text[mark.start : mark.end]))

    def value(self, text: str | None, label: str) -> Value | None:
        """The value if it is printed, None if not or if there is none; a scan may print it with wrong letters."""
        return Value(text, city=city_in(text)) if text and self.shows(text, label) else None

    def shows(self, text: str, label: str) -> bool:
        """The text stands in the document."""
        printed = self.marked[label]
        plain = folded(text)
        return plain in printed or f" {plain} " in f" {self.text} " or any(sorted_ratio(text, one) >= SOFT_RATIO for one in printed)

    def values(self, texts: Iterable[str], label: str) -> tuple[Value, ...]:
        """Those of the texts that are printed."""
        return tuple(found for text in texts if (found := self.value(text, label)))

    def month(self, month: Month) -> str:
        """A date as exactly as it is printed."""
        years = month.month is None or self.sample.date_form in YEARS_ONLY
        return f"{month.year}" if years else f"{month.year}-{month.month:02d}"

    def period(self, span: Span | None, *, study: bool) -> Fields:
        """Start and end; a lone date starts a job, ends a study; where it stands for both, its other end is not asked for."""
        if span is None or not self.sample.date_form:
            return {"date_start": None, "date_end": None}
        start = self.month(span.start)
        end = PRESENT if span.ongoing else self.month(span.end) if span.end else ""
        lone, other = ("date_end", "date_start") if study else ("date_start", "date_end")
        if not end:
            return {lone: Value(start), other: None}
        return {lone: Value(start)} if start == end else {"date_start": Value(start), "date_end": Value(end)}


@cache
def cities() -> frozenset[str]:
    """The names of all cities of the corpus."""
    return frozenset(row.split(",")[1] for language in LANGUAGES for row in words(language).of("cities"))


def city_in(text: str) -> str:
    """The longest city of the corpus in a text, else its first part without numbers."""
    found = [city for city in cities() if f" {folded(city)} " in f" {folded(text)} "]
    return max(found, key=len, default=re.sub(r"\S*\d\S*", "", text).partition(",")[0].strip())


def gold(sample: Sample) -> Facts:
    """The gold facts of a sample; descriptions that the page does not show whole are not asked for, nor what the corpus does not mark."""
    shown, resume = Print(sample), sample.resume
    person = resume.person
    full = f"{person.first_name} {person.last_name}"
    values = {
        "full_name": shown.value(full, "name"),
        "email": shown.value(person.email, "email"),
        "phone": shown.value(person.phone, "phone"),
        "location": home(shown, person),
        "text_language": Value(resume.language),
    }
    if values["full_name"]:
        values |= {"first_name": Value(person.first_name), "last_name": Value(person.last_name)}
    names = [name for group in resume.skills for name in group.names]
    lists = {
        "skills": shown.values([*names, *resume.soft_skills], "skill"),
        "languages": shown.values([name for name, _ in resume.spoken], "language"),
        "certifications": shown.values(named(resume.certifications), "certification"),
        "courses": shown.values(named(resume.courses), "course"),
        "interests": shown.values(resume.interests, "interest"),
    }
    jobs = [job_fields(shown, job) for job in resume.jobs]
    studies = [study_fields(shown, study) for study in resume.studies]
    return Facts(values, lists, {"exp": tuple(filter(any_value, jobs)), "edu": tuple(filter(any_value, studies))})


def home(shown: Print, person: Person) -> Value | None:
    """Where the candidate lives: the city with the street before it."""
    place = shown.value(person.city, "location")
    return replace(place, text=f"{person.address}, {place.text}") if place and person.address else place


def named(things: Iterable[Named]) -> list[str]:
    """The names of some things."""
    return [thing.name for thing in things]


def any_value(fields: Fields) -> bool:
    """The page shows title or organisation."""
    return bool(fields.get("title") or fields.get("company") or fields.get("school"))


def job_fields(shown: Print, job: Job) -> Fields:
    """The fields of a job."""
    texts = {"title": job.title, "company": job.company, "location": job.location}
    fields = {label: shown.value(text, label) for label, text in texts.items()}
    return {**fields, **shown.period(job.dates, study=False), **description(shown, job)}


def description(shown: Print, job: Job) -> Fields:
    """The description, {} where the page does not show it whole."""
    text = "\n".join((*job.sentences, *job.tools))
    if not text:
        return {"description": None}
    whole = all(f" {folded(sentence)} " in f" {shown.text} " for sentence in job.sentences)
    return {"description": Value(text)} if whole else {}


def study_fields(shown: Print, study: Study) -> Fields:
    """The fields of a study; degree and subject are its title."""
    parts = [part.text for part in (shown.value(study.degree, "degree"), shown.value(study.subject, "subject")) if part]
    title = Value(" ".join(parts)) if parts else None
    fields = {"title": title, "school": shown.value(study.school, "school"), "location": shown.value(study.location, "location")}
    return {**fields, **shown.period(study.dates, study=True)}
