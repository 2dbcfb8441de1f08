"""Structured logs: one JSON object a line on standard error, with keys and numbers and never with text of a resume."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import PurePath

import structlog

FRAMES = 5  # the innermost ones of an error

logger: structlog.stdlib.BoundLogger = structlog.get_logger("resume_parser")


def _place_of_error(_logger: structlog.typing.WrappedLogger, _method: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Type and place of an error in place of its message and its traceback: messages may quote what was being read."""
    error = sys.exc_info()[1] if line.pop("exc_info", None) else None
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
        line["error"], line["at"] = type(error).__name__, [f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames]
    return line


def configure_logs() -> None:
    """Sends our log lines and those of the libraries (from warnings on) to standard error as JSON."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _place_of_error,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    output = logging.StreamHandler(sys.stderr)
    output.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
        )
    )
    root = logging.getLogger()
    root.handlers = [output]
    root.setLevel(logging.WARNING)
    logging.getLogger("resume_parser").setLevel(logging.INFO)
