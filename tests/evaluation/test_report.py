import json
import re

import pytest

from resume_parser.evaluation.facts import NOTHING, read_facts
from resume_parser.evaluation.page import summary_html
from resume_parser.evaluation.report import confusions_text, summary_json, summary_text
from resume_parser.evaluation.scores import score
from resume_parser.evaluation.summary import Case, CaseScore, Summary

GOLD = read_facts({"info": {"full_name": "Ann <b>Lee</b>", "email": "ann@example.org"}, "skills": [{"name": "sql"}]})
FOUND = read_facts({"info": {"full_name": "Ann <b>Lee</b>", "email": "ann@example.com"}, "skills": [{"name": "sql"}]})


def row(language: str, kind: str, *, right: bool, error: str = "") -> CaseScore:
    found = NOTHING if error else GOLD if right else FOUND
    return CaseScore(Case(f"{language}/clerk", language, kind, "test", "plain"), score(GOLD, found), error)


@pytest.fixture
def summary() -> Summary:
    rows = (row("en", "docx", right=True), row("en", "pdf", right=False), row("fr", "pdf", right=False, error="corrupt_file"))
    return Summary(rows, "2026-01-15")


def test_files_are_summed_per_format_and_language(summary: Summary) -> None:
    assert summary.formats == ("pdf", "docx")
    assert summary.languages == ("en", "fr")
    assert summary.fields("pdf")["email"].soft.f1 == 0.0
    assert summary.fields("", "en")["email"].soft.f1 == 0.5
    assert summary.chosen("docx", "fr") == ()


def test_the_worst_files_come_lowest_first_and_right_ones_not_at_all(summary: Summary) -> None:
    assert [(one.case.language, one.case.format) for one in summary.worst(9)] == [("fr", "pdf"), ("en", "pdf")]


def test_the_text_has_a_row_per_field_and_a_dash_where_there_is_no_file(summary: Summary) -> None:
    text = summary_text(summary)
    assert re.search(r"^email +0\.500 +0\.333 +0\.400 +0\.400 +3$", text, re.M)
    assert re.search(r"^docx +1\.000 +1\.000 +-$", text, re.M)
    assert "fr/clerk pdf  corrupt_file" in text
    assert "3 files, 1 failed" in text


def test_the_json_has_every_group_and_every_mistake(summary: Summary) -> None:
    data = json.loads(summary_json(summary))
    assert data["format_language"]["pdf"]["en"]["fields"]["skills"]["soft"]["f1"] == 1.0
    assert "fr" not in data["format_language"]["docx"]
    assert data["cases"][1]["mistakes"] == [{"field": "email", "gold": "ann@example.org", "found": "ann@example.com"}]
    assert data["failed"] == 1


def test_the_page_stands_alone_and_escapes_what_it_shows(summary: Summary) -> None:
    page = summary_html(summary)
    assert "Ann &lt;b&gt;Lee&lt;/b&gt;" in page
    assert "<b>Lee" not in page
    assert not re.search(r"(?:src|href)=|@import|url\(", page)
    assert page.count("<details>") == 2


def test_a_run_without_mistakes_says_so() -> None:
    assert "No file has a mistake." in summary_html(Summary((row("en", "pdf", right=True),), "2026-01-15"))


def test_confusions_are_listed_by_their_number_with_file_names_in_json_and_html_alone() -> None:
    rows = (
        CaseScore(Case("en/clerk", "en", "pdf"), score(NOTHING, NOTHING), confusions=(("exp.company", "exp.title"),)),
        CaseScore(Case("fr/clerk", "fr", "pdf"), score(NOTHING, NOTHING), confusions=(("exp.title", "exp.company"),) * 2),
    )
    summary = Summary(rows, "2026-01-15")
    assert confusions_text(summary).split() == [
        *("confusions", "exp.title", "read", "as", "exp.company", "2", "exp.company", "read", "as", "exp.title", "1"),
    ]
    first = json.loads(summary_json(summary))["confusions"][0]
    assert first == {"is": "exp.title", "read_as": "exp.company", "count": 2, "files": ["fr/clerk pdf"]}
    assert "fr/clerk pdf" in summary_html(summary)
    assert "clerk" not in confusions_text(summary)
