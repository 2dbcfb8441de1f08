"""The application without a server: limits, and what happens when database, disk or engine fail."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from resume_parser.service.admin import SourceChange, add_key, set_source
from resume_parser.service.app import create_app
from resume_parser.service.context import Service
from resume_parser.service.routes import uploading
from resume_parser.service.settings import Settings
from resume_parser.service.storage.database import Database
from resume_parser.service.storage.files import FileStore
from tests.service.files import resume
from tests.service.running import FILE


class App:
    """An application of its own, in this process."""

    def __init__(self, settings: Settings) -> None:
        database = Database(settings.database)
        database.migrate()
        with database.write() as session:
            self.source = set_source(session, "jobs", SourceChange()).key
            self.headers = {"X-API-KEY": add_key(session, "main", "all"), "X-USER-EMAIL": "a@example.org"}
        database.close()
        self.client = TestClient(create_app(settings), raise_server_exceptions=False)

    @property
    def service(self) -> Service:
        running: Service = self.client.app.state.service  # type: ignore[attr-defined]
        return running

    def upload(self, **fields: str) -> tuple[int, str]:
        """Code and message of an upload."""
        data = {"source_key": self.source, "sync_parsing": "1", **fields}
        response = self.client.post(FILE, headers=self.headers, data=data, files={"file": ("a.rtf", resume())})
        assert response.status_code == response.json()["code"]
        return response.status_code, response.json()["message"]

    def count(self) -> int:
        """How many profiles are stored."""
        total: int = self.client.get("/v1/storing/profiles", headers=self.headers, params={"source_keys": f'["{self.source}"]'}).json()[
            "meta"
        ]["total"]
        return total


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    made = App(Settings(home=tmp_path))
    with made.client:
        yield made


def files_in(home: Path) -> list[Path]:
    return [path for path in (home / "files").rglob("*") if path.is_file()]


def test_a_rate_limit_counts_each_key_for_itself(tmp_path: Path) -> None:
    made = App(Settings(home=tmp_path, rate_limit="2/minute"))
    with made.client:
        codes = [made.client.get("/v1/auth", headers=made.headers).status_code for _ in range(3)]
        assert codes == [200, 200, 429]
        with made.service.database.write() as session:
            other = {"X-API-KEY": add_key(session, "other", "all"), "X-USER-EMAIL": "a@example.org"}
        assert made.client.get("/v1/auth", headers=other).status_code == 200


@pytest.mark.parametrize("sync", ["0", "1"])
def test_a_full_disk_refuses_the_upload_and_leaves_nothing(sync: str, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put = FileStore.put

    def put_half(store: FileStore, token: str, name: str, data: bytes) -> NoReturn:
        put(store, token, name, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileStore, "put", put_half)
    code, message = app.upload(sync_parsing=sync, reference="r")
    assert (code, message) == (503, "The file could not be stored. Try again later.")
    assert (app.count(), files_in(tmp_path)) == (0, [])
    monkeypatch.undo()
    assert app.upload(reference="r")[0] == 201


def test_a_database_out_of_reach_is_no_failure_without_an_answer(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> NoReturn:
        raise OperationalError("SELECT secret", {}, Exception("down"))

    monkeypatch.setattr(Database, "read", fail)
    code, message = app.upload()
    assert code == 503
    assert "secret" not in message
    assert app.client.get("/ready").status_code == 503
    assert app.client.get("/health").status_code == 200


def test_a_database_that_fails_after_the_parse_leaves_no_file(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> NoReturn:
        raise OperationalError("COMMIT", {}, Exception("down"))

    monkeypatch.setattr(Database, "write", fail)
    assert app.upload()[0] == 503
    assert files_in(tmp_path) == []


def test_a_failure_of_ours_is_an_answer_that_tells_nothing_of_it(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> NoReturn:
        raise RuntimeError("Ada Marlowe")

    monkeypatch.setattr(uploading, "parse_file", fail)
    assert app.upload() == (500, "The service failed. Please report it.")


def test_a_queue_out_of_reach_loses_no_upload(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> NoReturn:
        raise OSError("down")

    monkeypatch.setattr(app.service.uploads, "_send", fail)
    assert app.upload(sync_parsing="0")[0] == 202
    assert len(files_in(tmp_path)) == 1


def test_importing_the_command_line_loads_nothing_of_the_service() -> None:
    import subprocess
    import sys

    code = "import sys, resume_parser.cli; print({'fastapi', 'sqlalchemy', 'huey', 'httpx', 'pydantic_settings'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"
