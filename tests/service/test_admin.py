"""The commands of an operator, and what they leave in the database."""

from __future__ import annotations

from pathlib import Path

import pytest

from resume_parser.cli import main
from resume_parser.service.keys import find_key
from resume_parser.service.storage.database import Database


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RESUME_PARSER_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def database(home: Path) -> Database:
    return Database(f"sqlite:///{home / 'service.db'}")


@pytest.mark.parametrize(("permission", "prefix"), [("read", "askr_"), ("write", "askw_"), ("all", "ask_")])
def test_a_key_is_printed_once_and_kept_as_a_digest(
    permission: str, prefix: str, home: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["admin", "key", "main", "--permission", permission]) == 0
    key = capsys.readouterr().out.strip()
    assert key.startswith(prefix)
    assert len(key) == len(prefix) + 32
    database.close()
    kept = b"".join(path.read_bytes() for path in home.iterdir() if path.is_file())
    assert key.encode() not in kept
    with database.read() as session:
        assert (find_key(session, key, "read") is not None) == (permission in ("read", "all"))
        assert (find_key(session, key, "write") is not None) == (permission in ("write", "all"))
    database.close()


def test_a_revoked_key_opens_nothing(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    main(["admin", "key", "main"])
    key = capsys.readouterr().out.strip()
    assert main(["admin", "revoke", "main"]) == 0
    with database.read() as session:
        assert find_key(session, key, "read") is None
    database.close()
    capsys.readouterr()
    main(["admin", "keys"])
    assert "revoked" in capsys.readouterr().out


def test_a_name_names_one_key(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["admin", "key", "main"]) == 0
    assert main(["admin", "key", "main"]) == 1
    assert "Choose another name" in capsys.readouterr().err
    assert main(["admin", "revoke", "other"]) == 1


def test_a_source_is_created_and_then_changed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["admin", "source", "jobs"]) == 0
    first = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert (len(first["key"]), first["sync"], first["webhook"], first["events"]) == (40, "on", "none", "profile.parsing.*")
    assert main(["admin", "source", "jobs", "--sync", "always", "--webhook", "https://example.org/hook", "--events", "parse"]) == 0
    second = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert second == first | {"sync": "always", "webhook": "https://example.org/hook", "events": "profile.parse.*"}
    assert main(["admin", "source", "jobs", "--webhook", ""]) == 0
    main(["admin", "sources"])
    assert f"{first['key']}  sync always  webhook none  jobs" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["example.org/hook", "ftp://example.org", "https://"])
def test_a_webhook_is_a_web_address(address: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["admin", "source", "jobs", "--webhook", address]) == 1
    assert "no web address" in capsys.readouterr().err


def test_keys_that_callers_know_already_are_taken_over(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    known, of_source = "askr_" + "0a" * 16, "0b" * 20
    assert main(["admin", "key", "old", "--key", known]) == 0
    assert main(["admin", "source", "jobs", "--key", of_source]) == 0
    assert of_source in capsys.readouterr().out
    with database.read() as session:
        assert find_key(session, known, "read") is not None
        assert find_key(session, known, "write") is None
    database.close()
    for bad in (
        ["key", "b", "--key", known],
        ["key", "b", "--key", "ask_x"],
        ["source", "b", "--key", of_source],
        ["source", "b", "--key", "x"],
    ):
        assert main(["admin", *bad]) == 1
