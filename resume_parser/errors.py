"""The errors that a caller can meet.

ResumeParserError            .code .stage .file_name
|-- InputError               the file cannot be read; the message says what to do
|   |-- UnsupportedFormatError
|   |-- EmptyFileError
|   |-- CorruptFileError
|   |-- EncryptedFileError
|   |-- LimitExceededError
|   `-- OptionsError
|-- MissingDependencyError   names the command that installs what is missing
`-- ExtractionError          our own failure on a file that looks sound
"""

from __future__ import annotations


class ResumeParserError(Exception):
    """Base of all errors of the package: what is wrong and what to do, never the text of the resume."""

    code = "error"

    def __init__(self, message: str, *, stage: str = "input", file_name: str | None = None) -> None:
        super().__init__(message)
        self.stage = stage
        self.file_name = file_name


class InputError(ResumeParserError):
    """The file cannot be parsed as it is."""

    code = "invalid_input"


class UnsupportedFormatError(InputError):
    """The content is none of the supported formats."""

    code = "unsupported_format"


class EmptyFileError(InputError):
    """The file has no bytes or no pages."""

    code = "empty_file"


class CorruptFileError(InputError):
    """The file is damaged beyond reading."""

    code = "corrupt_file"


class EncryptedFileError(InputError):
    """The file needs a password."""

    code = "encrypted_file"


class LimitExceededError(InputError):
    """The file is above a limit of Options."""

    code = "limit_exceeded"


class OptionsError(InputError):
    """A setting has no meaning."""

    code = "invalid_options"


class MissingDependencyError(ResumeParserError):
    """A program or package that this file needs is not installed."""

    code = "missing_dependency"


class ExtractionError(ResumeParserError):
    """The extractor failed on a file that looks sound: please report it."""

    code = "extraction_failed"
