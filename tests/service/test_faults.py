"""Faults: whatever ends while files are queued, every accepted file ends as parsed or failed, with one notification."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from resume_parser.service.storage.tables import Source
from tests.service.backends import BACKENDS, backend_settings, servers
from tests.service.files import broken, resume
from tests.service.running import Receiver, Running, wait_for

FILES = 200
ALL_SECONDS = 240.0
FAST = {"allow_private_webhooks": True, "lease_seconds": 2, "sweep_seconds": 1, "webhook_backoff_seconds": 0.5}


@pytest.fixture(params=BACKENDS)
def fragile(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    """A service of its own, to be broken."""
    with backend_settings(request.param, tmp_path, **FAST) as settings, Running(settings).open() as running:
        yield running


def content(number: int) -> bytes:
    """Good files of several formats, and every twentieth one that cannot be parsed."""
    return broken("pdf-encrypted")[1] if number % 20 == 0 else resume((".rtf", ".docx", ".pdf", ".odt")[number % 4])


def queue(service: Running, source: Source, count: int, start: int = 0) -> list[str]:
    """The references of accepted files."""
    accepted = []
    for number in range(start, start + count):
        with suppress(httpx.TransportError):
            if service.upload(source, content(number), reference=f"r{number}").status_code == 202:
                accepted.append(f"r{number}")
    return accepted


def workers_of(service: Running) -> list[int]:
    """The worker processes that `serve` has started."""
    assert service.process is not None
    children = Path(f"/proc/{service.process.pid}/task").glob("*/children")
    found = {int(pid) for path in children for pid in path.read_text().split()}
    return [pid for pid in found if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def kill_workers(service: Running) -> None:
    for pid in workers_of(service):
        os.kill(pid, signal.SIGKILL)


def check_all(service: Running, source: Source, receiver: Receiver, accepted: list[str]) -> None:
    """Every accepted file is parsed or failed and told once; nothing else is stored."""
    wait_for(lambda: len({reference for reference, _ in told(receiver)}) >= len(accepted), ALL_SECONDS)
    wait_for(lambda: 'resume_parser_uploads{state="parsed"} 0.0' in service.http.get("/metrics").text)
    outcomes = told(receiver)
    assert sorted({reference for reference, _ in outcomes}) == sorted(accepted)
    assert max(Counter(reference for reference, _ in outcomes).values()) == 1
    failed = {reference for reference, kind in outcomes if kind.endswith(".error")}
    assert failed == {reference for reference in accepted if int(reference[1:]) % 20 == 0}
    stored = service.get("storing/profiles", source_keys=json.dumps([source.key]), limit=1000).json()
    assert sorted(row["reference"] for row in stored["data"]) == sorted(set(accepted) - failed)
    found = service.get("profiles/searching", source_keys=json.dumps([source.key]), limit=1).json()
    assert found["meta"]["total"] == len(accepted) - len(failed)


def told(receiver: Receiver) -> set[tuple[str, str]]:
    """Reference and type of the events; one that came twice has the same idempotency key and counts once."""
    events = {headers["Idempotency-Key"]: json.loads(body) for headers, body in list(receiver.events)}
    return {(event["profile"]["reference"], event["type"]) for event in events.values()}


def test_workers_killed_while_files_are_queued_lose_none_and_tell_none_twice(fragile: Running, receiver: Receiver) -> None:
    source = fragile.source(webhook=receiver.url)
    accepted = queue(fragile, source, FILES // 2)
    for _ in range(3):
        kill_workers(fragile)
        accepted += queue(fragile, source, FILES // 6, start=len(accepted))
        wait_for(lambda: workers_of(fragile))
        time.sleep(3)
    check_all(fragile, source, receiver, accepted)


def test_a_web_process_that_is_killed_and_started_again_loses_nothing_it_accepted(fragile: Running, receiver: Receiver) -> None:
    source = fragile.source(webhook=receiver.url)
    accepted = queue(fragile, source, 20)
    old = workers_of(fragile)
    assert fragile.process is not None
    fragile.process.kill()
    fragile.process.wait()
    fragile.start()
    accepted += queue(fragile, source, 20, start=20)
    check_all(fragile, source, receiver, accepted)
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in old))


def test_a_database_that_is_restarted_loses_nothing_it_accepted(tmp_path: Path, receiver: Receiver) -> None:
    with backend_settings("servers", tmp_path, **FAST) as settings:
        service = Running(settings)
        try:
            service.start()
            source = service.source(webhook=receiver.url)
            accepted = queue(service, source, 40)
            servers().restart_postgres()
            accepted += queue(service, source, 40, start=40)
            assert len(accepted) > 60
            check_all(service, source, receiver, accepted)
        finally:
            service.close()


def test_a_target_that_is_down_blocks_no_parse_and_is_told_later(fragile: Running) -> None:
    receiver = Receiver()
    with receiver.open():
        source = fragile.source(webhook=receiver.url)
    accepted = queue(fragile, source, 20)
    whole = {"source_keys": json.dumps([source.key])}
    good = sum(int(reference[1:]) % 20 != 0 for reference in accepted)
    wait_for(lambda: fragile.get("profiles/searching", **whole).json()["meta"]["total"] == good, ALL_SECONDS)
    with receiver.open():
        check_all(fragile, source, receiver, accepted)


def test_a_disk_that_fills_up_refuses_uploads_and_keeps_what_it_accepted(tmp_path: Path, receiver: Receiver) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], capture_output=True, check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    try:
        with backend_settings("embedded", tmp_path, files_url=str(small / "files"), **FAST) as settings:
            service = Running(settings)
            try:
                service.start()
                source = service.source(webhook=receiver.url)
                codes = [service.upload(source, resume(".pdf"), reference=f"r{number}").status_code for number in range(1, 30)]
                assert {202, 503} == set(codes)
                check_all(service, source, receiver, [f"r{at}" for at, code in enumerate(codes, start=1) if code == 202])
            finally:
                service.close()
    finally:
        subprocess.run(["umount", small], check=True)
