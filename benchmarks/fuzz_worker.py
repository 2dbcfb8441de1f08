"""The processes that read damaged files: each with limits, each replaced when a file kills it."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic, process_time
from traceback import extract_tb
from types import TracebackType
from typing import BinaryIO, Self

from resume_parser import errors
from resume_parser.evaluating import REFERENCE_DATE
from resume_parser.options import Options

CPU_SECONDS = 5  # for one file
WALL_SECONDS = 120  # for one file: a process that waits and does not work
MEMORY_BYTES = 3_000_000_000  # address space of a worker
FINE = frozenset(
    {"ok"}
    | {
        error.code
        for error in (
            errors.UnsupportedFormatError,
            errors.EmptyFileError,
            errors.CorruptFileError,
            errors.EncryptedFileError,
            errors.LimitExceededError,
            errors.MissingDependencyError,
        )
    }
)


@dataclass(frozen=True, slots=True)
class Job:
    """One damaged file; `whole` asks for the parse and not for extraction and layout alone."""

    number: int
    kind: str
    name: str
    data: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """How reading ended: "ok", the code of an error, "exception", "crash", "timeout" or "output"; `detail` tells where."""

    outcome: str
    detail: str = ""
    seconds: float = 0.0  # of CPU


Read = Callable[[Job], None]


def read_job(job: Job) -> None:
    """Reads the file of a job; raises what reading raises."""
    from resume_parser import formats
    from resume_parser.api import ResumeParser
    from resume_parser.layout import arrange

    options = Options(reference_date=REFERENCE_DATE, ocr="off")
    if job.whole:
        ResumeParser(options).parse(job.data, file_name=job.name)
    else:
        arrange(formats.extract(job.data, job.name, options))


class Pool:
    """Workers that take jobs one by one; `read` is a function of a module, for they are processes of their own."""

    def __init__(self, workers: int, *, read: Read = read_job, cpu_seconds: int = CPU_SECONDS) -> None:
        self._workers = [Worker(read, cpu_seconds) for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.stop()

    def verdicts(self, jobs: Iterator[Job]) -> Iterator[tuple[Job, Verdict]]:
        """Each job with its verdict, as they end."""
        idle, busy = list(self._workers), dict[Connection, Worker]()
        for job in jobs:
            if not idle:
                yield from self._ended(idle, busy)
            worker = idle.pop()
            worker.send(job)
            busy[worker.pipe] = worker
        while busy:
            yield from self._ended(idle, busy)

    def _ended(self, idle: list[Worker], busy: dict[Connection, Worker]) -> Iterator[tuple[Job, Verdict]]:
        """Waits for at least one worker and moves it from busy to idle."""
        ready = [pipe for pipe in wait(list(busy), timeout=1) if isinstance(pipe, Connection)]
        late = [pipe for pipe, worker in busy.items() if monotonic() - worker.started > WALL_SECONDS]
        for pipe in {*ready, *late}:
            worker = busy.pop(pipe)
            yield worker.job, worker.verdict(late=pipe not in ready)
            idle.append(worker)
        if not ready and not late:
            yield from self._ended(idle, busy)


class Worker:
    """One process."""

    def __init__(self, read: Read, cpu_seconds: int) -> None:
        self._read, self._cpu_seconds = read, cpu_seconds
        self._start()
        self.job = Job(0, "", "", b"", False)
        self.started = 0.0

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, far = context.Pipe()
        self._process = context.Process(target=serve, args=(far, self._read, self._cpu_seconds), daemon=True)
        self._process.start()
        far.close()

    def send(self, job: Job) -> None:
        """Hands a job over."""
        self.job, self.started = job, monotonic()
        self.pipe.send(job)

    def verdict(self, *, late: bool) -> Verdict:
        """The verdict on the job; a process that is dead or late is replaced."""
        try:
            if not late:
                found = self.pipe.recv()
                if isinstance(found, Verdict):
                    return found
        except (EOFError, ConnectionResetError):
            pass
        self.stop()
        code = self._process.exitcode or 0
        self._start()
        if late or -code == signal.SIGXCPU:
            return Verdict("timeout", self.job.kind, self._cpu_seconds)
        return Verdict("crash", signal.Signals(-code).name if code < 0 else f"exit code {code}")

    def stop(self) -> None:
        """Ends the process."""
        self.pipe.close()
        self._process.join(1)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def serve(pipe: Connection, read: Read, cpu_seconds: int) -> None:
    """Reads files until the pipe closes."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
        _warm_up()
        try:
            while True:
                job = pipe.recv()
                limit_cpu(cpu_seconds)
                pipe.send(judge(job, read, said))
        except (EOFError, BrokenPipeError):
            return


def _warm_up() -> None:
    """Loads the models, so that no file is charged for it."""
    from resume_parser.extractors import pdf  # noqa: F401
    from resume_parser.nlp import pipeline  # noqa: F401


def limit_cpu(seconds: int) -> None:
    """Lets the process work for so many seconds from now on, rounded up."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + seconds + 1, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def judge(job: Job, read: Read, said: BinaryIO) -> Verdict:
    """How reading this file ends; `said` holds what the process prints."""
    started = process_time()
    outcome, detail = _outcome(job, read)
    seconds = process_time() - started
    sys.stdout.flush()
    sys.stderr.flush()
    if os.fstat(said.fileno()).st_size:
        outcome, detail = ("output", job.kind) if outcome in FINE else (outcome, detail)
        said.truncate(0)
        said.seek(0)
    if outcome in FINE and seconds > CPU_SECONDS:  # the process may work a little longer before it is ended
        outcome, detail = "timeout", job.kind
    return Verdict(outcome, detail, seconds)


def _outcome(job: Job, read: Read) -> tuple[str, str]:
    """The outcome and where an error came from."""
    try:
        read(job)
    except errors.ResumeParserError as error:
        return error.code, "" if error.code in FINE else f"{job.kind} {_origin(error.__cause__ or error)}"
    except Exception as error:  # noqa: BLE001  what is looked for
        return "exception", f"{job.kind} {_origin(error)}"
    return "ok", ""


def _origin(error: BaseException) -> str:
    """The kind of an error and the last line of ours that it passed."""
    rows = extract_tb(error.__traceback__)
    ours = [row for row in rows if "resume_parser" in Path(row.filename).parts] or list(rows)
    return f"{type(error).__name__} at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else type(error).__name__
