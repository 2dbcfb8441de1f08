"""Load on the service: uploads per second, latency, CPU time over the bare engine, memory over many uploads.

    python -m benchmarks.service [--uploads 300] [--clients 4] [--memory 0]

Starts `resume-parser serve` with everything embedded in a temporary folder and prints one table; `--memory 10000` also uploads
that many files and prints the memory of all processes on the way.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import httpx

from resume_parser import Options, ResumeParser
from resume_parser.service.admin import SourceChange, add_key, set_source
from resume_parser.service.storage.database import Database

ROOT = Path(__file__).parent.parent
FILES = [ROOT / "fixtures" / "en" / case / f"resume{kind}" for case in ("nurse", "teacher") for kind in (".pdf", ".docx", ".rtf", ".odt")]
PORT = 8765
START_SECONDS = 60.0
TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 1_000_000
MILLISECONDS = 1000
POLL_SECONDS = 0.5  # seldom: the answer costs the service CPU time too
POINTS = 10  # of the memory table


@dataclass(frozen=True)
class Target:
    """A running service and what an upload to it needs."""

    process: subprocess.Popen[bytes]
    http: httpx.Client
    source: str


def tree(pid: int) -> list[int]:
    """A process and its descendants."""
    children = [int(child) for path in Path(f"/proc/{pid}/task").glob("*/children") for child in path.read_text().split()]
    return [pid, *(descendant for child in children for descendant in tree(child))]


def cpu_seconds(pid: int) -> float:
    """CPU time of a process and its descendants."""
    stats = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in tree(pid)]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / TICKS


def memory_bytes(pid: int) -> int:
    """Resident memory of a process and its descendants."""
    return sum(int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in tree(pid)) * PAGE_BYTES


def start(home: Path) -> Target:
    """Starts a service with a source and a key of its own."""
    database = Database(f"sqlite:///{home / 'service.db'}")
    database.migrate()
    with database.write() as session:
        source, key = set_source(session, "load", SourceChange()).key, add_key(session, "load", "all")
    database.close()
    command = [sys.executable, "-m", "resume_parser.cli", "serve", "--port", str(PORT)]
    environment = os.environ | {"RESUME_PARSER_HOME": str(home), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    headers = {"X-API-KEY": key, "X-USER-EMAIL": "load@example.org"}
    http = httpx.Client(base_url=f"http://127.0.0.1:{PORT}/v1", headers=headers, timeout=120)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            http.get("/auth").raise_for_status()
            break
        except httpx.TransportError:
            time.sleep(0.1)
    return Target(process, http, source)


def upload(target: Target, number: int, sync: str) -> float:
    """The seconds of one upload."""
    path = FILES[number % len(FILES)]
    started = time.perf_counter()
    form = {"source_key": target.source, "sync_parsing": sync, "sync_parsing_indexing": "1"}
    answer = target.http.post("/profile/parsing/file", data=form, files={"file": (path.name, path.read_bytes())})
    assert answer.status_code in (201, 202), answer.text
    return time.perf_counter() - started


def parsed_files(target: Target) -> int:
    """How many profiles are parsed."""
    answer = target.http.get("/storing/profiles", params={"source_keys": json.dumps([target.source]), "limit": 1})
    total: int = answer.json()["meta"]["total"]
    return total


def run(target: Target, count: int, clients: int, sync: str) -> tuple[float, list[float], float]:
    """Files per second until all are parsed, the latencies of the answers, CPU seconds per file."""
    before, cpu, started = parsed_files(target), cpu_seconds(target.process.pid), time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        latencies = list(pool.map(lambda number: upload(target, number, sync), range(count)))
    while parsed_files(target) < before + count:
        time.sleep(POLL_SECONDS)
    return count / (time.perf_counter() - started), latencies, (cpu_seconds(target.process.pid) - cpu) / count


def bare(count: int) -> float:
    """CPU seconds per file of the engine alone, in this process and its reading process."""
    parser = ResumeParser(Options(isolate=True))
    files = [path.read_bytes() for path in FILES]
    for data in files:
        parser.parse(data)
    before = cpu_seconds(os.getpid())
    for number in range(count):
        parser.parse(files[number % len(files)])
    return (cpu_seconds(os.getpid()) - before) / count


def report_load(target: Target, count: int, clients: int) -> None:
    """Prints a row per way to upload."""
    for sync in ("1", "0"):
        run(target, len(FILES) * 2, clients, sync)  # warm
    engine = bare(count)
    print(f"engine alone: {engine * MILLISECONDS:.1f} ms of CPU time a file")
    for name, sync in (("sync", "1"), ("async", "0")):
        rate, latencies, cpu = run(target, count, clients, sync)
        p95 = quantiles(latencies, n=20)[-1]
        print(
            f"{name:5} {rate:6.1f} files/s   p50 {median(latencies) * MILLISECONDS:6.1f} ms   p95 {p95 * MILLISECONDS:6.1f} ms   "
            f"CPU {cpu * MILLISECONDS:5.1f} ms a file, {(cpu - engine) * MILLISECONDS:+.1f} over the engine"
        )


def report_memory(target: Target, count: int, clients: int) -> None:
    """Prints the memory of all processes while many files are uploaded, every other one through the queue."""
    step: Callable[[int], float] = lambda number: upload(target, number, str(number % 2))  # noqa: E731
    for point in range(POINTS + 1):
        print(f"{point * count // POINTS:6} uploads   {memory_bytes(target.process.pid) / MEGABYTE:6.0f} MB")
        if point < POINTS:
            with ThreadPoolExecutor(clients) as pool:
                list(pool.map(step, range(count // POINTS)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description="Load on the service.")
    parser.add_argument("--uploads", type=int, default=300)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--memory", type=int, default=0, metavar="UPLOADS")
    parsed = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        target = start(Path(folder))
        try:
            report_load(target, parsed.uploads, parsed.clients)
            if parsed.memory:
                report_memory(target, parsed.memory, parsed.clients)
        finally:
            target.process.terminate()
            target.process.wait()


if __name__ == "__main__":
    main()
