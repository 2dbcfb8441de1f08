"""Claims, leases and the sweep: each upload is parsed once, by whichever worker is alive."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import func, select, update

from resume_parser.assembly.keys import source_key
from resume_parser.service import intake, work
from resume_parser.service.context import Service
from resume_parser.service.form import CallerRows, Submission
from resume_parser.service.moments import now
from resume_parser.service.storage.files import FileStore
from resume_parser.service.storage.tables import DONE, FAILED, QUEUED, RUNNING, Event, Profile, Upload
from tests.service.backends import BACKENDS, backend_settings
from tests.service.files import broken, resume
from tests.service.running import environment
from tests.service.test_storage import source


@pytest.fixture(params=BACKENDS)
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    with backend_settings(request.param, tmp_path, lease_seconds=1) as settings:
        made = Service(settings)
        made.database.migrate()
        with made.database.write() as session:
            owner = source()
            owner.webhook_url = "http://127.0.0.1:9/"
            session.add(owner)
        yield made
        made.close()


def add_upload(service: Service, data: bytes, token: str = "a" * 40, **others: object) -> int:
    fields = {"key": None, "reference": None, "rows": CallerRows(), "sync_parsing": False} | others
    flags = {"sync_parsing_indexing": False, "webhook_parsing_sending": False}
    submission = Submission(source_key=source_key("jobs"), data=data, file_name="resume", **flags, **fields)  # type: ignore[arg-type]
    service.files.put(token, "original", data)
    with service.database.write() as session:
        upload = intake.register(session, intake.find_source(session, submission.source_key), submission, token, is_sync=False)
    return upload.id


def state_of(service: Service, number: int) -> tuple[str, int]:
    """State and attempts of an upload."""
    with service.database.read() as session:
        upload = session.get_one(Upload, number)
        return upload.state, upload.attempts


def count(service: Service, table: type[Event | Profile]) -> int:
    with service.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def let_lease_run_out(service: Service, number: int) -> None:
    with service.database.write() as session:
        session.execute(update(Upload).where(Upload.id == number).values(lease_until=now() - timedelta(seconds=5)))


def test_an_upload_is_parsed_once_however_often_the_queue_names_it(service: Service) -> None:
    number = add_upload(service, resume())
    for _ in range(3):
        work.parse_upload(service, number)
    assert state_of(service, number)[1] == 1
    assert (count(service, Event), count(service, Profile)) == (1, 1)


def test_an_upload_that_a_worker_has_is_left_to_it(service: Service) -> None:
    number = add_upload(service, resume())
    assert work._claim(service, number) is not None
    assert work._claim(service, number) is None
    work.parse_upload(service, number)
    assert state_of(service, number) == (RUNNING, 1)


def test_the_upload_of_a_killed_worker_is_taken_over(service: Service) -> None:
    number = add_upload(service, resume())
    work._claim(service, number)
    let_lease_run_out(service, number)
    work.parse_upload(service, number)
    assert state_of(service, number)[1] == 2
    assert count(service, Event) == 1


def test_a_worker_that_was_taken_for_dead_writes_nothing(service: Service) -> None:
    number = add_upload(service, resume())
    late = work._claim(service, number)
    assert late is not None
    let_lease_run_out(service, number)
    work.parse_upload(service, number)
    work._finish(service, late, work._outcome(service, late))
    assert (count(service, Event), count(service, Profile)) == (1, 1)


def test_the_lease_is_renewed_while_the_file_is_parsed(service: Service) -> None:
    import time

    number = add_upload(service, resume())
    claimed = work._claim(service, number)
    assert claimed is not None
    with work._lease(service, claimed):
        time.sleep(2.5)
        assert work._claim(service, number) is None


def test_a_file_that_ends_its_workers_is_given_up(service: Service) -> None:
    number = add_upload(service, resume())
    for _ in range(work.MAX_ATTEMPTS):
        work._claim(service, number)
        let_lease_run_out(service, number)
    work.parse_upload(service, number)
    assert state_of(service, number)[0] == FAILED
    assert (count(service, Event), count(service, Profile)) == (1, 0)


def test_a_file_that_takes_far_too_long_fails_and_ends_its_worker(tmp_path: Path) -> None:
    with backend_settings("embedded", tmp_path, lease_seconds=0.3, parse_seconds=0.2) as settings:
        service = Service(settings)
        service.database.migrate()
        with service.database.write() as session:
            session.add(source())
        number = add_upload(service, resume())
        code = (
            "import sys, time; from resume_parser.service import work; from resume_parser.service.context import Service;"
            "from resume_parser.service.settings import Settings; work.parse_file = lambda *_: time.sleep(60);"
            "work.parse_upload(Service(Settings()), int(sys.argv[1]))"
        )
        ended = subprocess.run([sys.executable, "-c", code, str(number)], env=environment(settings), check=False, timeout=50)
        assert ended.returncode == work.STUCK_STATUS
        with service.database.read() as session:
            upload = session.get_one(Upload, number)
        assert (upload.state, upload.attempts) == (FAILED, 1)
        assert "took longer than 0.4 seconds" in str(upload.error)
        service.close()


def test_a_bad_file_fails_at_once_and_leaves_no_file(service: Service) -> None:
    number = add_upload(service, broken("pdf-encrypted")[1])
    work.parse_upload(service, number)
    assert state_of(service, number) == (FAILED, 1)
    assert service.files.get("a" * 40, "original") is None


def test_a_disk_that_cannot_be_read_is_tried_again(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> NoReturn:
        raise OSError("gone")

    number = add_upload(service, resume())
    monkeypatch.setattr(FileStore, "get", fail)
    work.parse_upload(service, number)
    assert state_of(service, number) == (RUNNING, 1)
    monkeypatch.undo()
    let_lease_run_out(service, number)
    work.parse_upload(service, number)
    assert state_of(service, number)[1] == 2
    assert count(service, Event) == 1


def test_the_sweep_gives_back_what_the_queue_has_lost(service: Service) -> None:
    lost, taken = add_upload(service, resume()), add_upload(service, resume(), token="b" * 40)
    work._claim(service, taken)
    work.sweep(service)
    assert service.uploads.huey.pending_count() == 1
    work.sweep(service)  # the queue is not empty: what waits in it is not sent again
    assert service.uploads.huey.pending_count() == 1
    assert state_of(service, lost) == (QUEUED, 0)


def test_an_older_upload_does_not_overwrite_a_newer_one(service: Service) -> None:
    first = add_upload(service, resume())
    work.parse_upload(service, first)
    with service.database.read() as session:
        key = session.scalars(select(Profile.key)).one()
    second = add_upload(service, resume(), token="b" * 40, key=key)
    third = add_upload(service, resume(".docx"), token="c" * 40, key=key)
    work.parse_upload(service, third)
    work.parse_upload(service, second)
    with service.database.read() as session:
        assert session.scalars(select(Profile.upload_id)).one() == third
    assert service.files.get("c" * 40, "original") is not None
    assert (count(service, Event), count(service, Profile)) == (3, 1)
    assert state_of(service, second)[0] != DONE  # its event is sent first
