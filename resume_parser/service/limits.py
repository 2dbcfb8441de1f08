"""The option to limit how often an API key may call: counted in this process, or in Redis for all processes."""

from __future__ import annotations

from limits import RateLimitItem, parse
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from resume_parser.service.refusals import RefusedError
from resume_parser.service.settings import Settings


class Limits:
    """The limit of a service; "" in the settings is no limit."""

    def __init__(self, settings: Settings) -> None:
        self._item: RateLimitItem | None = parse(settings.rate_limit) if settings.rate_limit else None
        self._limiter = MovingWindowRateLimiter(storage_from_string(settings.queue_url or "memory://"))

    def check(self, caller: str) -> None:
        """Counts a call; raises RefusedError where it is one too many."""
        if self._item and not self._limiter.hit(self._item, caller):
            raise RefusedError(429, f"Too many requests. The limit is {self._item}. Try again later.")
