"""The engine as the service uses it: one file to a Result or an error, read in a worker process with limits."""

from __future__ import annotations

from resume_parser.batch import Outcome, parse_one
from resume_parser.errors import ResumeParserError
from resume_parser.service.metrics import PARSE_SECONDS, PARSES
from resume_parser.service.settings import Settings

_SMALLEST = rb"{\rtf1 Nurse, 2019 - 2021}"


def warm_up(settings: Settings) -> None:
    """Loads the engine and starts its reading process, so that the first upload does not wait for them."""
    parse_one(_SMALLEST, "warm.rtf", settings.options)


def parse_file(settings: Settings, data: bytes, file_name: str) -> Outcome:
    """A Result, or the error that says why there is none; never raises."""
    with PARSE_SECONDS.time():
        outcome = parse_one(data, file_name, settings.options)
    PARSES.labels(outcome.code if isinstance(outcome, ResumeParserError) else "parsed").inc()
    return outcome
