"""The two ways to run the service: everything embedded, or on real PostgreSQL and Redis servers started for the tests.

The servers come from Debian's packages. Where they are not installed the tests that need them are skipped, unless
RESUME_PARSER_REQUIRE_SERVERS is set, as the full test run does: then they fail.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import redis

from resume_parser.service.settings import Settings

BACKENDS = ("embedded", "servers")
START_SECONDS = 30.0
_redis_numbers = cycle(range(16))  # a Redis server has sixteen databases; no two running services share one


@dataclass(frozen=True)
class Servers:
    """The addresses of the servers of this test run."""

    postgres: str  # without the name of a database
    redis: str
    restart_postgres: Callable[[], None]


@contextmanager
def backend_settings(backend: str, folder: Path, **others: object) -> Iterator[Settings]:
    """Settings of a service of its own: a fresh folder, or a fresh database and an emptied Redis."""
    if backend == "embedded":
        yield Settings(home=folder, **others)  # type: ignore[arg-type]
        return
    running = servers()
    name = f"test_{uuid4().hex}"
    with psycopg.connect(f"{running.postgres}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
    queue_url = f"{running.redis}/{next(_redis_numbers)}"
    redis.Redis.from_url(queue_url).flushdb()
    database = f"{running.postgres}/{name}".replace("postgresql://", "postgresql+psycopg://")
    yield Settings(home=folder, database_url=database, queue_url=queue_url, **others)  # type: ignore[arg-type]
    with psycopg.connect(f"{running.postgres}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload]


@cache
def servers() -> Servers:
    """Starts PostgreSQL and Redis on free ports, once per test run."""
    initdb, redis_server = find_initdb(), shutil.which("redis-server")
    if initdb is None or redis_server is None:
        message = "PostgreSQL and Redis are not installed: apt-get install postgresql redis-server"
        if os.environ.get("RESUME_PARSER_REQUIRE_SERVERS"):
            pytest.fail(message)
        pytest.skip(message)
    folder = Path(tempfile.mkdtemp(prefix="resume-parser-servers-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    postgres = Postgres(initdb.parent, folder)
    return Servers(postgres.address, start_redis(redis_server, folder), postgres.restart)


def find_initdb() -> Path | None:
    """Debian keeps the programs of PostgreSQL out of the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1] if found else None


class Postgres:
    """A PostgreSQL server of this test run. It refuses to run as root: then it runs as its own user."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder, self.data, self.port = programs, folder, folder / "postgres", free_port()
        self.address = f"postgresql://postgres@127.0.0.1:{self.port}"
        self.as_user: dict[str, str] = {}
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
            self.as_user = {"user": "postgres"}
        command = [programs / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **self.as_user)  # type: ignore[call-overload]
        self.start()
        atexit.register(lambda: stop(self.process))

    def start(self) -> None:
        options = ["-D", self.data, "-p", str(self.port), "-h", "127.0.0.1", "-k", self.folder]
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            [self.programs / "postgres", *options], stderr=subprocess.DEVNULL, cwd=self.folder, **self.as_user
        )
        wait_until(lambda: psycopg.connect(f"{self.address}/postgres").close())

    def restart(self) -> None:
        """Ends all connections at once, as a crash does, and comes back."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        time.sleep(1)
        self.start()


def start_redis(program: str, folder: Path) -> str:
    port = free_port()
    process = subprocess.Popen(
        [program, "--port", str(port), "--dir", folder, "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL
    )
    atexit.register(stop, process)
    address = f"redis://127.0.0.1:{port}"
    wait_until(lambda: redis.Redis.from_url(address).ping())
    return address


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait()


def wait_until(attempt: object) -> None:
    """Repeats an attempt until it raises no connection error."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            attempt()  # type: ignore[operator]
            return
        except (psycopg.OperationalError, redis.ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
