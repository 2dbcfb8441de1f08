"""A service as an operator starts it, `resume-parser serve`, and what tests do with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4

import httpx
from hrflow import Hrflow

from resume_parser.service.admin import SourceChange, add_key, set_source
from resume_parser.service.settings import Settings
from resume_parser.service.storage.database import Database
from resume_parser.service.storage.tables import Source
from tests.service.backends import free_port

START_SECONDS = 90.0
WAIT_SECONDS = 60.0
FILE = "/v1/profile/parsing/file"


class Running:
    """A service and the keys to it."""

    def __init__(self, settings: Settings, *, workers: int = 1, port: int | None = None, log: Path | None = None) -> None:
        self.settings = settings
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.workers = workers
        self.log = log or settings.home / "service.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.http = httpx.Client(base_url=self.url, timeout=120)

    @contextmanager
    def open(self) -> Iterator[Running]:
        """The service, started and closed again."""
        try:
            self.start()
            yield self
        finally:
            self.close()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "resume_parser.cli", "serve", "--port", str(self.port), "--workers", str(self.workers)],
                env=environment(self.settings) | {"RESUME_PARSER_PUBLIC_URL": self.url},
                stderr=log,
                cwd=self.settings.home,
            )
        wait_for(self.is_up, START_SECONDS)

    def is_up(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log.read_text()
        try:
            return self.http.get("/ready").status_code == 200
        except httpx.TransportError:
            return False

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait()

    @cached_property
    def database(self) -> Database:
        return Database(self.settings.database)

    def close(self) -> None:
        self.stop()
        self.http.close()
        self.database.close()

    def source(self, *, sync: str = "on", webhook: str | None = None, events: str = "parsing") -> Source:
        with self.database.write() as session:
            return set_source(session, uuid4().hex, SourceChange(sync, webhook, events))

    def key(self, permission: str = "all") -> str:
        with self.database.write() as session:
            return add_key(session, uuid4().hex, permission)

    @cached_property
    def headers(self) -> dict[str, str]:
        return {"X-API-KEY": self.key(), "X-USER-EMAIL": "tests@example.org"}

    def upload(self, source: Source | str, data: bytes, name: str = "resume.pdf", **fields: str) -> httpx.Response:
        key = source if isinstance(source, str) else source.key
        return self.http.post(FILE, headers=self.headers, data={"source_key": key, **fields}, files={"file": (name, data)})

    def parse(self, source: Source, data: bytes, name: str = "resume.pdf", **fields: str) -> httpx.Response:
        return self.upload(source, data, name, sync_parsing="1", **fields)

    def get(self, path: str, **parameters: str | int) -> httpx.Response:
        return self.http.get(f"/v1/{path}", headers=self.headers, params=parameters)

    def client(self, permission: str = "all", **others: str) -> Hrflow:
        """The official client, pointed at the service."""
        return Hrflow(api_url=f"{self.url}/v1/", api_secret=self.key(permission), api_user="tests@example.org", **others)

    def wait_for_profile(self, source: Source, **which: str) -> httpx.Response:
        """The answer of GET profile/indexing once the profile is parsed."""
        found: list[httpx.Response] = []

        def look() -> bool:
            found.append(self.get("profile/indexing", source_key=source.key, **which))
            return found[-1].status_code == 200

        wait_for(look)
        return found[-1]


def environment(settings: Settings) -> dict[str, str]:
    """The environment variables that give these settings."""
    chosen = settings.model_dump(mode="json", exclude_unset=True)
    here = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_PARSER_")}
    root = str(Path(__file__).parent.parent.parent)
    return here | {f"RESUME_PARSER_{name.upper()}": str(value) for name, value in chosen.items()} | {"PYTHONPATH": root}


def wait_for(condition: Callable[[], object], seconds: float = WAIT_SECONDS) -> None:
    """Waits until the condition holds; fails where it never does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


@dataclass
class Receiver:
    """The server of a webhook target: keeps what it gets and answers with `status`."""

    status: int = 200
    on_event: Callable[[], None] = lambda: None
    events: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def bodies(self) -> list[dict[str, object]]:
        return [json.loads(body) for _, body in self.events]

    @contextmanager
    def open(self) -> Iterator[Receiver]:
        receiver = self

        class Target(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.on_event()
                receiver.events.append((dict(self.headers.items()), body))
                self.send_response(receiver.status)
                self.end_headers()

            def log_message(self, *_args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", self.port), Target)
        self.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
