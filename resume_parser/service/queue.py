"""The queues: huey on SQLite by default, on Redis for many workers.

A queue only says that there may be work: the rows of the database say what is to be done. So a message that is lost costs a
short delay (the sweep finds the row), and one that comes twice costs nothing (the row can be claimed once).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from sqlite3 import Error as SqliteError

from huey import Huey, RedisHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer
from redis import RedisError

from resume_parser.service.logs import logger
from resume_parser.service.settings import Settings

SQLITE_WAIT_SECONDS = 30  # for a process before us

Work = Callable[[int], None]


class JsonSerializer(Serializer):  # type: ignore[misc]
    """Messages as JSON: whoever can write to the queue must not be able to run code here, as they could with pickle."""

    def _serialize(self, data: Iterable[object]) -> bytes:
        return json.dumps(list(data)).encode()

    def _deserialize(self, data: bytes) -> Message:
        return Message(*json.loads(data))


class Queue:
    """One queue of row numbers; a worker sets `work` to what it does with each."""

    def __init__(self, settings: Settings, name: str) -> None:
        shared = {"name": name, "results": False, "serializer": JsonSerializer()}
        if settings.queue_url:
            self.huey: Huey = RedisHuey(url=settings.queue_url, **shared)
        else:
            settings.home.mkdir(parents=True, exist_ok=True)
            self.huey = SqliteHuey(filename=str(settings.queue_path), timeout=SQLITE_WAIT_SECONDS, **shared)
        self.work: Work | None = None
        self._send: Callable[[int], object] = self.huey.task(name="run")(self._run)

    def _run(self, number: int) -> None:
        assert self.work is not None
        self.work(number)

    def send(self, number: int) -> None:
        """Says that there is work; where the queue is out of reach the sweep will find the row."""
        try:
            self._send(number)
        except (RedisError, SqliteError, OSError) as error:
            logger.warning("queue_unreachable", error=type(error).__name__)

    @property
    def is_empty(self) -> bool:
        """True if no message waits."""
        return not self.huey.pending_count()
