"""What every part of a running service shares: settings, database, files and queues."""

from __future__ import annotations

from resume_parser.service.limits import Limits
from resume_parser.service.queue import Queue
from resume_parser.service.settings import Settings
from resume_parser.service.storage.database import Database
from resume_parser.service.storage.files import FileStore


class Service:
    """A service by its settings; the tables must have been migrated."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.database = Database(settings.database)
        self.files = FileStore(settings.files)
        self.limits = Limits(settings)
        self.uploads = Queue(settings, "uploads")  # to parse
        self.events = Queue(settings, "events")  # to send

    def close(self) -> None:
        """Gives the connections back."""
        self.database.close()
