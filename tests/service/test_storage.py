"""Migrations, sessions, files and full text."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select

from resume_parser.assembly.keys import source_key
from resume_parser.service.storage.database import Database
from resume_parser.service.storage.files import FileStore
from resume_parser.service.storage.search import forget_words, index_words, with_keywords, words_of
from resume_parser.service.storage.tables import Profile, Source, Table
from tests.service.backends import BACKENDS, backend_settings

NOW = datetime(2026, 1, 15, 12, 30, tzinfo=UTC)


@pytest.fixture(params=BACKENDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with backend_settings(request.param, tmp_path) as settings:
        made = Database(settings.database)
        made.migrate()
        yield made
        made.close()


def source(name: str = "jobs") -> Source:
    return Source(key=source_key(name), name=name, sync_mode="on", webhook_secret="s", event_family="parsing", created_at=NOW)


def add_profile(database: Database, key: str, words: str) -> int:
    with database.write() as session:
        owner = session.scalar(select(Source)) or source()
        row = Profile(key=key.rjust(40, "0"), source=owner, created_at=NOW, updated_at=NOW)
        session.add(row)
        session.flush()
        index_words(session, row.id, words)
        return row.id


def found(database: Database, *keywords: str) -> list[int]:
    with database.read() as session:
        return [row.id for row in session.scalars(with_keywords(session, select(Profile).order_by(Profile.id), keywords))]


def test_the_migrations_make_the_tables_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": lambda name, *_: "profile_words" not in (name or "")})
        assert compare_metadata(context, Table.metadata) == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    add_profile(database, "1", "nurse")
    database.migrate()
    assert len(found(database, "nurse")) == 1


def test_moments_come_back_with_their_zone(database: Database) -> None:
    with database.write() as session:
        row = source()
        row.created_at = datetime(2026, 1, 15, 14, 30, tzinfo=timezone(timedelta(hours=2)))
        session.add(row)
    with database.read() as session:
        assert session.scalars(select(Source)).one().created_at == NOW


def test_writers_wait_for_each_other(database: Database) -> None:
    def add(number: int) -> None:
        with database.write() as session:
            count = session.scalar(select(func.count()).select_from(Source))
            session.add(source(f"{count}-{number}"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(20)))
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Source)) == 20


def test_an_error_undoes_a_write(database: Database) -> None:
    def fail_halfway() -> None:
        with database.write() as session:
            session.add(source())
            session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        fail_halfway()
    with database.read() as session:
        assert session.scalar(select(Source)) is None


def test_words_are_found_without_regard_to_case_and_accents(database: Database) -> None:
    first = add_profile(database, "1", "Infirmière à Lyon, C++ und Straße")
    add_profile(database, "2", "Kellner in Berlin")
    assert found(database, "INFIRMIERE lyon") == [first]
    assert found(database, "strasse") == [first]
    assert found(database, "lyon", "berlin") == []
    assert len(found(database)) == 2


@pytest.mark.parametrize("hostile", ['"', "a OR b", "words:nurse", "(", "'; DROP TABLE profiles; --", "NEAR(", "*", "&|!", "\0", "\\"])
def test_keywords_are_words_and_no_query_language(hostile: str, database: Database) -> None:
    add_profile(database, "1", "nurse")
    assert found(database, hostile, "waiter") == []


def test_forgotten_words_are_not_found(database: Database) -> None:
    number = add_profile(database, "1", "nurse")
    with database.write() as session:
        forget_words(session, number)
    assert found(database, "nurse") == []


def test_words_are_folded_and_each_once() -> None:
    assert words_of("Élan élan_vital 42") == ["elan", "vital", "42"]


@pytest.mark.parametrize("url", ["{folder}/files", "file://{folder}/files", "memory://files"])
def test_a_file_is_kept_until_it_is_deleted(url: str, tmp_path: Path) -> None:
    store = FileStore(url.format(folder=tmp_path))
    store.put("ab12", "original", b"bytes")
    assert store.get("ab12", "original") == b"bytes"
    assert store.get("ab12", "picture") is None
    store.delete("ab12")
    store.delete("ab12")
    assert store.get("ab12", "original") is None
