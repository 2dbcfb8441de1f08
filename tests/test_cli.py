"""The command line: output, exit codes, messages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resume_parser.cli import main
from tests.sample import sample_pdf


@pytest.fixture
def resume(tmp_path: Path) -> str:
    path = tmp_path / "ada.pdf"
    path.write_bytes(sample_pdf())
    return str(path)


def test_parse_prints_the_response_of_one_file(resume: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", resume, "--date", "2026-01-15"]) == 0
    body = json.loads(capsys.readouterr().out)
    assert body["data"]["profile"]["info"]["full_name"] == "Ada Marlowe"


@pytest.mark.parametrize(("form", "sign"), [("json-resume", '"basics"'), ("hr-open", "Ada"), ("text", "Ada Marlowe")])
def test_parse_prints_other_forms(form: str, sign: str, resume: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", resume, "--as", form]) == 0
    assert sign in capsys.readouterr().out


def test_many_files_print_one_line_each_and_a_bad_one_gives_exit_code_1(
    resume: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no pdf")
    assert main(["parse", resume, str(bad)]) == 1
    captured = capsys.readouterr()
    first, second = (json.loads(row) for row in captured.out.splitlines())
    assert (first["code"], second["code"]) == (201, 400)
    assert "bad.pdf" in captured.err


def test_a_wrong_option_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["parse"])
    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_text_prints_the_text(resume: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", resume]) == 0
    assert "Northfield Hospital" in capsys.readouterr().out


def test_explain_writes_a_page(resume: str, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    assert main(["explain", resume, "--html", str(page)]) == 0
    assert "Ada Marlowe" in page.read_text(encoding="utf-8")


def test_explain_prints_every_stage(resume: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", resume]) == 0
    assert "experience" in capsys.readouterr().out.lower()


def test_formats_lists_all_twelve_extensions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    printed = capsys.readouterr().out
    for extension in (".pdf", ".png", ".jpg", ".jpeg", ".bmp", ".doc", ".docx", ".odt", ".rtf", ".odp", ".ppt", ".pptx"):
        assert extension in printed
