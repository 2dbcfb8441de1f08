"""Extraction in another process: a file that makes a C library abort, hang or swallow memory costs that file and no more.

A worker is a Python process of its own that reads one file after the other from its standard input; it is started by the first
isolated parse, kept for the next ones, and killed when it exceeds a limit. It guards against damage and bombs; it is no sandbox.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import IO

from resume_parser import formats
from resume_parser.document import Document
from resume_parser.errors import CorruptFileError, LimitExceededError, ResumeParserError
from resume_parser.options import Options

_LENGTH = struct.Struct("<Q")
_START = "from resume_parser.isolation import serve; serve({})"
_idle: SimpleQueue[Worker] = SimpleQueue()

Job = tuple[bytes, str | None, Options, str | None]
Answer = Document | ResumeParserError


def extract(data: bytes, file_name: str | None, options: Options, content_type: str | None = None) -> Document:
    """The same Document as `formats.extract`, read by a worker; raises ResumeParserError and nothing else.

    Raises LimitExceededError above `Options.max_seconds` or `Options.max_memory_bytes`, CorruptFileError where the file ends the worker.
    """
    worker = _take()
    try:
        answer = worker.read((data, file_name, options, content_type))
    except ResumeParserError as error:
        worker.stop()
        error.file_name = file_name
        raise
    except BaseException:
        worker.stop()
        raise
    _idle.put(worker)
    if isinstance(answer, ResumeParserError):
        raise answer
    return answer


def _take() -> Worker:
    """An idle worker of this process, a new one where none is left."""
    while True:
        try:
            worker = _idle.get_nowait()
        except Empty:
            return Worker()
        if worker.is_alive:
            return worker


@atexit.register
def close() -> None:
    """Ends the idle workers; the next isolated parse starts new ones."""
    while True:
        try:
            _idle.get_nowait().stop()
        except Empty:
            return


class Worker:
    """A process that extracts; one file at a time."""

    def __init__(self) -> None:
        path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
        self._owner = os.getpid()
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START.format(writing)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            pass_fds=(writing,),
        )
        os.close(writing)
        self._answers = os.fdopen(reading, "rb")

    @property
    def _jobs(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def is_alive(self) -> bool:
        """The process runs and belongs to this one (after a fork it belongs to the parent)."""
        return self._owner == os.getpid() and self._process.poll() is None

    def read(self, job: Job) -> Answer:
        """The Document or the error of one file; raises LimitExceededError or CorruptFileError where the process had to end."""
        timer = threading.Timer(job[2].max_seconds, self._process.kill)
        timer.start()
        try:
            _send(self._jobs, pickle.dumps(job))
            answer: Answer = pickle.loads(_receive(self._answers))
        except (EOFError, OSError) as error:
            over_time = not timer.is_alive() or self._process.wait() == -signal.SIGXCPU
            raise _ended(job[2], timed_out=over_time) from error
        finally:
            timer.cancel()
        return answer

    def stop(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.wait()
        for stream in (self._jobs, self._answers):
            with suppress(OSError):
                stream.close()


def _ended(options: Options, *, timed_out: bool) -> ResumeParserError:
    """Why a worker ended in the middle of a file."""
    if timed_out:
        return LimitExceededError(
            f"Reading the file took longer than {options.max_seconds:g} seconds. Save it again or raise Options.max_seconds.",
            stage="extraction",
        )
    return CorruptFileError(
        "The file made the reading process end: it is damaged or hostile. Save it again in its own program.", stage="extraction"
    )


def _send(stream: IO[bytes], payload: bytes) -> None:
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    """One message; raises EOFError where the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    payload = stream.read(_LENGTH.unpack(head)[0])
    if len(payload) < _LENGTH.unpack(head)[0]:
        raise EOFError
    return payload


# in the worker ---------------------------------------------------------------------------------------------------


def serve(descriptor: int) -> None:
    """Answers jobs from standard input until it closes, through a pipe of its own: whatever a library prints goes nowhere."""
    answers = os.fdopen(descriptor, "wb")
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            job: Job = pickle.loads(_receive(sys.stdin.buffer))
            limit(job[2])
            _send(answers, pickle.dumps(answer(job)))


def answer(job: Job) -> Answer:
    """The outcome of one file as a value."""
    try:
        return formats.extract(*job)
    except ResumeParserError as error:
        return error


def limit(options: Options) -> None:
    """Bounds the memory and the CPU time of this process."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + options.max_seconds) + 1
    for kind, bound in ((resource.RLIMIT_AS, options.max_memory_bytes), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
