"""Sessions on SQLite or PostgreSQL, and the migrations that bring a database to the tables of this version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

SQLITE_WAIT_MS = 30_000  # for a writer before us
MIGRATION_LOCK = 5_201_423  # any fixed number: PostgreSQL lets one process migrate at a time


class Database:
    """Sessions of one database.

    A write on SQLite takes its lock at the start, so that two writers wait for each other and never fail halfway.
    """

    def __init__(self, url: str) -> None:
        if make_url(url).get_backend_name() == "sqlite":
            Path(str(make_url(url).database)).parent.mkdir(parents=True, exist_ok=True)
        self.engine: Engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        if self.is_sqlite:
            event.listen(self.engine, "connect", _prepare)
            event.listen(self.engine, "begin", _begin)
        self._writing = self.engine.execution_options(write=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that changes nothing."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is committed at the end, rolled back on an error."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    def migrate(self) -> None:
        """Brings the tables to this version; safe to run again and by several processes at once."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self._writing.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def close(self) -> None:
        """Gives the connections back."""
        self.engine.dispose()


def _prepare(connection: SqliteConnection, _record: ConnectionPoolEntry) -> None:
    """Settings of a new SQLite connection; transactions begin where SQLAlchemy says, not where the driver guesses."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout={SQLITE_WAIT_MS}", "journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
