"""The explain view of an uploaded file, made in a process of its own: drawing a page is as risky as reading it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from resume_parser import formats
from resume_parser.errors import CorruptFileError, LimitExceededError, ResumeParserError
from resume_parser.service.settings import Settings

PREFIX = "resume-parser: "  # of an error on the command line


def explain_file(settings: Settings, data: bytes) -> str:
    """The page with every value boxed; raises ResumeParserError where the file cannot be parsed."""
    formats.detect(data)  # most of what cannot be parsed needs no process to say so
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        command = [sys.executable, "-m", "resume_parser.cli", "explain", "-", "--isolate", "--ocr", settings.ocr, "--html", str(page)]
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=2 * settings.parse_seconds, check=False)
        except subprocess.TimeoutExpired as error:
            raise LimitExceededError("Drawing the file took too long. Send a smaller one.", stage="explain") from error
        if done.returncode:
            raise _error(done.stderr.decode("utf-8", "replace"))
        return page.read_text(encoding="utf-8")


def _error(printed: str) -> ResumeParserError:
    """The error that the command printed, without its code."""
    last = printed.strip().rpartition("\n")[2]
    if not last.startswith(PREFIX):
        return CorruptFileError("The file ended the process that draws it: it is damaged or hostile.", stage="explain")
    return ResumeParserError(last.removeprefix(PREFIX).rpartition(" [")[0], stage="explain")
