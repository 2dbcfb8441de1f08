"""The signature of an event, in the form that the official client verifies."""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode

SIGNATURE_HEADER = "HTTP-HRFLOW-SIGNATURE"


def signature(payload: str, secret: str) -> str:
    """`<b64url(hex HMAC-SHA256 of the payload)>.<b64url(payload)>`; the payload is ASCII."""
    signed = hmac.new(secret.encode(), payload.encode("ascii"), hashlib.sha256).hexdigest()
    return ".".join(urlsafe_b64encode(part.encode("ascii")).decode("ascii") for part in (signed, payload))
