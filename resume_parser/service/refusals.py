"""What a request is refused with: a code and a sentence, in the words of the contract where it has any."""

from __future__ import annotations


class RefusedError(Exception):
    """Ends a request with this HTTP status and message; the message may be shown to the caller."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def invalid_source() -> RefusedError:
    """An upload to a source that is missing or unknown."""
    return RefusedError(400, "Invalid source fields")


def unauthorized(key: str, permission: str) -> RefusedError:
    """A key that is missing, malformed, unknown, revoked or not allowed to do this."""
    return RefusedError(401, f"Unauthorized. Invalid secret key: {key} for permission: {permission}")


def used_reference(reference: str) -> RefusedError:
    """A reference that another profile of the source has."""
    return RefusedError(400, f"Cannot create profile with this reference: {reference}. Already used!")


def not_found(kind: str) -> RefusedError:
    """A profile or source that is not there, or a profile that is not parsed yet."""
    return RefusedError(400, f"Invalid parameters. Unable to find object: {kind}")


def invalid(message: str) -> RefusedError:
    """A parameter that cannot be used."""
    return RefusedError(400, f"Invalid parameters. {message}")


def too_large(limit: int) -> RefusedError:
    """A body above the limit."""
    return RefusedError(413, f"The request is larger than {limit} bytes. Send a smaller file.")
