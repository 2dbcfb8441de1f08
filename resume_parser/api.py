"""The engine in one call: the only file that knows all stages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import BinaryIO

from resume_parser import formats
from resume_parser.assembly import SourceFile, assemble
from resume_parser.document import Document, Notice
from resume_parser.entities import Annotations
from resume_parser.errors import InputError, ResumeParserError
from resume_parser.layout import arrange
from resume_parser.options import Options
from resume_parser.result import Result

Source = str | os.PathLike[str] | bytes | BinaryIO


class ResumeParser:
    """A parser with fixed options; reuse one for many files, from any thread."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()

    def parse(self, source: Source, *, file_name: str | None = None, content_type: str | None = None) -> Result:
        """The Result of one file, given as a path, its bytes or a binary file; raises ResumeParserError.

        `content_type` is the MIME type that a sender declared: like the name it only leads to a warning where the content differs.
        """
        data, name = read_source(source, file_name)
        try:
            return parse_bytes(data, name, dated(self.options), content_type)
        except ResumeParserError as error:
            error.file_name = error.file_name or name
            raise

    def parse_many(self, sources: Iterable[Source], *, workers: int = 1) -> Iterator[Result | ResumeParserError]:
        """One Result or one error per file, in order; a bad file never ends the run."""
        from resume_parser.batch import run

        return run(sources, self.options, workers=workers)


def parse(source: Source, *, options: Options | None = None, file_name: str | None = None) -> Result:
    """The Result of one file: path, bytes or binary file; raises ResumeParserError.

    >>> parse("cv.pdf").profile.info.full_name  # doctest: +SKIP
    'Claire Fontaine'
    """
    return ResumeParser(options).parse(source, file_name=file_name)


def read_document(source: Source, *, options: Options | None = None, file_name: str | None = None) -> Document:
    """The Document of one file: its words in reading order and its text, without any interpretation."""
    data, name = read_source(source, file_name)
    chosen = options or Options()
    return arrange(extract(data, name, chosen))


def read_source(source: Source, file_name: str | None) -> tuple[bytes, str | None]:
    """The bytes of a source and its file name, None where it has none."""
    if isinstance(source, bytes):
        return source, file_name
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        try:
            return path.read_bytes(), file_name or path.name
        except OSError as error:
            raise InputError(
                f"The file cannot be read ({error.strerror}). Check the path and its permissions.", file_name=path.name
            ) from error
    name = getattr(source, "name", None)
    return source.read(), file_name or (Path(name).name if isinstance(name, str) else None)


def dated(options: Options) -> Options:
    """The options with the day of the call as reference date where none is set."""
    return options if options.reference_date else replace(options, reference_date=date.today())


def parse_bytes(data: bytes, name: str | None, options: Options, content_type: str | None = None) -> Result:
    """Runs the four stages."""
    timings: dict[str, float] = {}
    clock = perf_counter()
    extracted = extract(data, name, options, content_type)
    clock = lap(timings, "extraction", clock)
    document = arrange(extracted)
    clock = lap(timings, "layout", clock)
    annotations = annotate(document, options)
    clock = lap(timings, "nlp", clock)
    source = SourceFile.of(data, extension=document.format, file_name=name)
    assembled = assemble(document, annotations, source, options)
    lap(timings, "assembly", clock)
    warnings = (*document.notices, *empty_notices(document, annotations))
    return Result(assembled.parsing, assembled.profile, document, annotations, assembled.evidence, warnings, timings)


def extract(data: bytes, name: str | None, options: Options, content_type: str | None = None) -> Document:
    """The extraction stage, in this process or in a worker."""
    if not options.isolate:
        return formats.extract(data, name, options, content_type)
    from resume_parser import isolation

    return isolation.extract(data, name, options, content_type)


def annotate(document: Document, options: Options) -> Annotations:
    """The NLP stage; imported late, since it loads spaCy."""
    from resume_parser.nlp.pipeline import annotate as run

    return run(document, options)


def lap(timings: dict[str, float], stage: str, started: float) -> float:
    """Notes the seconds since `started` and starts anew."""
    now = perf_counter()
    timings[stage] = now - started
    return now


def empty_notices(document: Document, annotations: Annotations) -> tuple[Notice, ...]:
    """A warning where the file has no text or the text has nothing of a resume."""
    if not document.text.strip():
        return (Notice("no_text", "No text was found: the pages are blank or images. Every field is empty."),)
    if not annotations.entries and not annotations.entities:
        return (Notice("not_a_resume", "Nothing that a resume has was found: no person, no job, no degree."),)
    return ()
