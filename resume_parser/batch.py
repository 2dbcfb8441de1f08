"""Many files: results in the order of the sources, one outcome per file, on one process or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context

from resume_parser.api import ResumeParser, Source, read_source
from resume_parser.errors import ExtractionError, ResumeParserError
from resume_parser.options import Options
from resume_parser.result import Result

AHEAD = 4  # files per worker that are read before their turn, so that no worker waits and memory stays bounded

Outcome = Result | ResumeParserError


def run(sources: Iterable[Source], options: Options, *, workers: int = 1) -> Iterator[Outcome]:
    """One Result or one error per source, in order."""
    if workers <= 1:
        return (parse_one(source, None, options) for source in sources)
    return run_in_pool(iter(sources), options, workers)


def parse_one(source: Source, name: str | None, options: Options) -> Outcome:
    """The outcome of one file; a failure of ours is an outcome too, so that it never ends a batch."""
    try:
        return ResumeParser(options).parse(source, file_name=name)
    except ResumeParserError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the batch must go on, and the error is handed to the caller
        return ExtractionError(f"The parser failed ({type(error).__name__}). Please report it.", stage="parse", file_name=name)


def new_pool(workers: int) -> ProcessPoolExecutor:
    """A pool of fresh processes; forkserver, so that no thread or lock of the caller is copied."""
    return ProcessPoolExecutor(workers, mp_context=get_context("forkserver"))


def run_in_pool(sources: Iterator[Source], options: Options, workers: int) -> Iterator[Outcome]:
    """Outcomes of a process pool in order; a worker that dies costs the file that killed it and no more."""
    pool = new_pool(workers)
    job = partial(parse_named, options=options)
    try:
        while batch := [load(source) for source in islice(sources, workers * AHEAD)]:
            try:
                yield from list(pool.map(job, batch))
            except BrokenProcessPool:
                pool = new_pool(workers)
                yield from (alone(item, options) for item in batch)
    finally:
        pool.shutdown()


def alone(item: tuple[bytes, str | None] | ResumeParserError, options: Options) -> Outcome:
    """The outcome of one file in a process of its own."""
    try:
        with new_pool(1) as pool:
            return pool.submit(parse_named, item, options).result()
    except BrokenProcessPool:
        name = None if isinstance(item, ResumeParserError) else item[1]
        return ExtractionError("The file made the worker process end. It is damaged or hostile.", stage="parse", file_name=name)


def load(source: Source) -> tuple[bytes, str | None] | ResumeParserError:
    """The bytes and name of a source, or the error of reading it."""
    try:
        return read_source(source, None)
    except ResumeParserError as error:
        return error


def parse_named(item: tuple[bytes, str | None] | ResumeParserError, options: Options) -> Outcome:
    """The outcome of bytes with a name."""
    return item if isinstance(item, ResumeParserError) else parse_one(item[0], item[1], options)
