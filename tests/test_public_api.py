"""The public surface: names, lazy imports, import time."""

from __future__ import annotations

import json
import subprocess
import sys

import resume_parser

HEAVY = (
    "pypdfium2",
    "pdfplumber",
    "docx",
    "odf",
    "striprtf",
    "pptx",
    "pytesseract",
    "PIL",
    "spacy",
    "phonenumbers",
    "dateparser",
    "pydantic",
    "lxml",
)
MAX_IMPORT_SECONDS = 0.05  # CPU seconds, the best of some fresh processes


def fresh(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_public_names_are_there() -> None:
    expected = {"parse", "ResumeParser", "Options", "Result", "Parsing", "Profile", "read_document", "ResumeParserError"}
    assert set(resume_parser.__all__) == expected
    assert all(getattr(resume_parser, name) for name in expected)


def test_importing_the_package_loads_no_format_or_nlp_library() -> None:
    loaded = json.loads(fresh("import json, sys, resume_parser; print(json.dumps(sorted(sys.modules)))"))
    assert not set(HEAVY) & set(loaded)


def test_importing_the_package_is_quick() -> None:
    code = "import time; t = time.process_time(); import resume_parser; print(time.process_time() - t)"
    assert min(float(fresh(code)) for _ in range(3)) < MAX_IMPORT_SECONDS
