"""Resumes as Europass and LinkedIn export them: everything they print is read right."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from resume_parser import Options, Result, parse
from resume_parser.evaluation.facts import read_facts
from resume_parser.evaluation.scores import Scored, score

EXPORTS = Path(__file__).parent.parent / "fixtures" / "exports"
REFERENCE = date(2026, 1, 15)
NAMES = sorted(path.parent.name for path in EXPORTS.glob("*/export.pdf"))
LINKEDIN = [name for name in NAMES if name.startswith("linkedin")]
ATTACHED = [name for name in NAMES if name.startswith("europass") and not name.endswith(("cut", "other"))]
PERSON = ("full_name", "email", "phone", "location", "summary")
JOBS = ("exp.title", "exp.company", "exp.location", "exp.date_start", "exp.date_end", "exp.description")
STUDIES = ("edu.title", "edu.school", "edu.date_start", "edu.date_end")


@cache
def parsed(name: str) -> Result:
    return parse(EXPORTS / name / "export.pdf", options=Options(reference_date=REFERENCE))


def scored(name: str) -> Scored:
    gold = json.loads((EXPORTS / name / "export.json").read_text(encoding="utf-8"))
    return score(read_facts(gold), read_facts(parsed(name).profile.model_dump(mode="json"), REFERENCE.isoformat()))


def wrong(name: str, *fields: str) -> list[str]:
    return [str(mistake) for mistake in scored(name).mistakes if mistake.field in fields]


LOST = pytest.mark.xfail(strict=True, reason="open: the line tagger takes the header of one job for running text")


@pytest.mark.parametrize("name", [pytest.param(name, marks=LOST) if name == "linkedin-es" else name for name in LINKEDIN])
def test_a_profile_saved_by_linkedin_is_read_right(name: str) -> None:
    assert not wrong(name, *PERSON, *JOBS, *STUDIES, "skills", "languages", "urls", "certifications")


@pytest.mark.parametrize("name", ATTACHED)
def test_a_europass_with_its_xml_is_read_right(name: str) -> None:
    assert not wrong(name, *PERSON, *JOBS, *STUDIES, "edu.location", "date_birth", "languages")


@pytest.mark.parametrize("name", ATTACHED)
def test_the_values_of_a_europass_xml_have_their_place_on_the_page(name: str) -> None:
    result = parsed(name)
    for path in ("info.full_name", "info.email", "experiences[0].title", "experiences[0].company", "experiences[0].date_start"):
        evidence = result.evidence(path)
        assert evidence is not None, path
        assert evidence.box is not None, path
        assert evidence.score > 0.9


@pytest.mark.parametrize(("name", "code"), [("europass-2012-cut", "attachment_broken"), ("europass-2020-other", "attachment_differs")])
def test_a_europass_xml_that_cannot_be_used_leaves_a_warning_and_the_pages(name: str, code: str) -> None:
    assert code in {warning.code for warning in parsed(name).warnings}
    assert not wrong(name, "full_name", "email", "exp.title", "exp.company", "exp.date_start", "exp.date_end")
