"""Damaged files of every format end in a result or a typed error: a few here, thousands with `python -m benchmarks.fuzz`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from random import Random

import pytest

from benchmarks.fuzz import EXTENSIONS, Finding, Report, find_seeds, fuzz, make_job, save, table
from benchmarks.fuzz_worker import Job, Pool, Verdict
from benchmarks.mutations import mutated

RUNS, SEED = 300, 20261125
SEEDS = find_seeds()


@pytest.fixture(scope="module")
def report() -> Report:
    return fuzz(SEEDS, range(RUNS), seed=SEED)


def test_every_extension_has_files_to_damage() -> None:
    assert set(SEEDS) == set(EXTENSIONS)


def test_damaged_files_end_in_a_result_or_a_typed_error(report: Report) -> None:
    assert [(finding.verdict, [job.number for job in finding.jobs]) for finding in report.findings] == []
    assert sum(counts.total() for counts in report.outcomes.values()) == RUNS


def test_the_damage_is_neither_harmless_nor_total(report: Report) -> None:
    ended_well = sum(counts["ok"] for counts in report.outcomes.values())
    assert RUNS / 4 < ended_well < RUNS * 0.95


def test_the_same_seed_and_number_give_the_same_file() -> None:
    assert make_job(SEEDS, 5, 1) == make_job(SEEDS, 5, 1)
    assert make_job(SEEDS, 5, 1) != make_job(SEEDS, 5, 2)


def test_an_empty_file_can_be_damaged_too() -> None:
    for kind in EXTENSIONS:
        for number in range(200):
            mutated(b"", kind, b"", Random(number))


def misread(job: Job) -> None:
    """A reader that fails as the file asks."""
    if job.data == b"crash":
        os.kill(os.getpid(), signal.SIGABRT)
    while job.data == b"loop":
        pass
    if job.data == b"print":
        sys.stdout.write("Nadia")
    if job.data == b"raise":
        raise ValueError


def test_whatever_else_a_reader_does_is_a_finding_and_the_next_file_is_read() -> None:
    orders = (b"crash", b"fine", b"loop", b"fine", b"print", b"fine", b"raise", b"fine")
    jobs = [Job(number, "rtf", "resume.rtf", data, False) for number, data in enumerate(orders)]
    with Pool(1, read=misread, cpu_seconds=1) as pool:
        verdicts = [verdict for _, verdict in pool.verdicts(iter(jobs))]
    assert [verdict.outcome for verdict in verdicts] == ["crash", "ok", "timeout", "ok", "output", "ok", "exception", "ok"]
    assert verdicts[0].detail == "SIGABRT"
    assert verdicts[6].detail.startswith("rtf ValueError at test_fuzz.py")


def test_findings_are_saved_and_told(tmp_path: Path) -> None:
    finding = Finding(Verdict("crash", "SIGSEGV"), 1, (Job(7, "pdf", "resume.pdf", b"%PDF", False),))
    save([finding], tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["crash-7.pdf"]
    lines = list(table(Report({}, {}, (finding,))))
    assert lines[-2:] == ["    1 x crash: SIGSEGV (runs 7)", "1 findings."]
