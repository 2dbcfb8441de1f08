"""Extraction in a worker: the same Document, and a file that ends or blocks the worker costs that file alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from resume_parser import Options, ResumeParser, formats, isolation
from resume_parser.errors import CorruptFileError, LimitExceededError, UnsupportedFormatError
from tests.extractors.pdf_file import pdf_of, text_at

PDF = pdf_of(text_at(20, 70, "Nadia"))
ISOLATED = Options(isolate=True)
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /N %d 0 R >> >>"


@pytest.fixture(autouse=True)
def no_worker_left() -> Iterator[None]:
    yield
    isolation.close()


def fan_out(levels: int = 14, copies: int = 6) -> bytes:
    """A page that draws a form that draws a form ... several times each: pdfium ends the process when memory runs out."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /N 5 0 R >> >> >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page]
    streams = [(b"", b"/N Do ")] + [(FORM % (6 + level), b"/N Do " * copies) for level in range(levels)]
    objects += [b"<< %s /Length %d >>\nstream\n%s\nendstream" % (about, len(body), body) for about, body in streams]
    objects.append(b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 2 >>\nstream\n\n\nendstream")
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(out),
    )


def test_a_worker_reads_the_same_document() -> None:
    assert isolation.extract(PDF, "resume.pdf", ISOLATED) == formats.extract(PDF, "resume.pdf", Options())


def test_an_error_of_the_file_comes_back_as_it_is() -> None:
    with pytest.raises(UnsupportedFormatError, match="plain text") as caught:
        isolation.extract(b"just text", "notes.txt", ISOLATED)
    assert caught.value.file_name == "notes.txt"


def test_the_worker_is_kept_for_the_next_file() -> None:
    isolation.extract(PDF, None, ISOLATED)
    worker = isolation._take()
    isolation._idle.put(worker)
    isolation.extract(PDF, None, ISOLATED)
    assert isolation._take() is worker
    worker.stop()


def test_a_file_on_which_the_library_aborts_costs_that_file_alone() -> None:
    parser = ResumeParser(Options(isolate=True, max_memory_bytes=600_000_000))
    with pytest.raises((CorruptFileError, LimitExceededError)) as caught:
        parser.parse(fan_out(), file_name="bomb.pdf")
    assert caught.value.file_name == "bomb.pdf"
    assert parser.parse(PDF).document.text == "Nadia"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(LimitExceededError, match=r"longer than 0\.01 seconds"):
        isolation.extract(PDF, None, Options(isolate=True, max_seconds=0.01))


def test_a_worker_that_died_between_two_files_is_replaced() -> None:
    isolation.extract(PDF, None, ISOLATED)
    worker = isolation._take()
    os.kill(worker._process.pid, signal.SIGKILL)
    worker._process.wait()
    isolation._idle.put(worker)
    assert isolation.extract(PDF, None, ISOLATED).total_pages == 1
    worker.stop()


def test_threads_have_workers_of_their_own() -> None:
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: isolation.extract(PDF, None, ISOLATED), range(4)))
    assert len(found) == 4
    assert all(document == found[0] for document in found)


def test_what_a_library_prints_does_not_reach_the_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('noise' * 9999, flush=True)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    worker = isolation.Worker()
    try:
        assert worker.read((PDF, None, ISOLATED, None)) == formats.extract(PDF, None, Options())
    finally:
        worker.stop()
