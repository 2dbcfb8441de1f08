"""The commands of the service; with resume_parser/cli.py the only place that prints."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from resume_parser.errors import MissingDependencyError

if TYPE_CHECKING:
    from resume_parser.service.settings import Settings
    from resume_parser.service.storage.database import Database

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace], int]


def add_commands(commands: Commands) -> None:
    """Adds the commands of the service; imports nothing of it."""
    serve = _add(commands, "serve", run_serve, "serve POST /v1/profile/parsing/file and what belongs to it")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1, help="embedded worker processes; 0 where they run elsewhere (default: 1)")
    worker = _add(commands, "worker", run_worker, "parse queued uploads and send webhooks")
    worker.add_argument("--embedded", action="store_true", help="stop when standard input closes, as it does when `serve` ends")
    admin = commands.add_parser("admin", help="create sources and API keys of the service")
    actions = admin.add_subparsers(required=True, metavar="ACTION")
    _add(actions, "migrate", run_migrate, "bring the database to this version")
    source = _add(actions, "source", run_source, "create a source or change one")
    source.add_argument("name")
    source.add_argument(
        "--sync", choices=("off", "on", "always"), help="answer with the parsed objects: never, when asked, always (new: on)"
    )
    source.add_argument("--webhook", metavar="URL", help='where to send events; "" removes it')
    source.add_argument("--events", choices=("parsing", "parse"), help="profile.parsing.* or the older profile.parse.* (new: parsing)")
    source.add_argument("--key", help="of a new source: one that callers know already (40 hexadecimal digits)")
    _add(actions, "sources", run_sources, "list the sources")
    key = _add(actions, "key", run_key, "issue an API key")
    key.add_argument("name")
    key.add_argument("--permission", choices=("read", "write", "all"), default="all")
    key.add_argument("--key", help="one that callers know already; its prefix names the permission")
    _add(actions, "keys", run_keys, "list the API keys")
    revoke = _add(actions, "revoke", run_revoke, "make an API key invalid")
    revoke.add_argument("name")


def _add(commands: Commands, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    """One command; it tells how to install the service where that is missing."""
    made = commands.add_parser(name, help=text, description=text)
    made.set_defaults(command=lambda parsed: _guarded(run, parsed))
    return made


def _guarded(run: Run, parsed: argparse.Namespace) -> int:
    try:
        return run(parsed)
    except ModuleNotFoundError as error:
        raise MissingDependencyError(
            f"The service needs the package {error.name}. Run: pip install 'resume-parser-engine[server]'", stage="service"
        ) from error


def _opened() -> tuple[Settings, Database]:
    """The settings and the database, its tables brought to this version."""
    from resume_parser.service.settings import Settings
    from resume_parser.service.storage.database import Database

    settings = Settings()
    database = Database(settings.database)
    database.migrate()
    return settings, database


def run_serve(parsed: argparse.Namespace) -> int:
    """Serves until it is told to stop."""
    from resume_parser.service.serving import serve

    settings, database = _opened()
    database.close()
    serve(settings, parsed.host, parsed.port, parsed.workers)
    return 0


def run_worker(parsed: argparse.Namespace) -> int:
    """Works until it is told to stop."""
    from resume_parser.service.context import Service
    from resume_parser.service.logs import configure_logs
    from resume_parser.service.worker import run_worker as run

    settings, database = _opened()
    database.close()
    configure_logs()
    service = Service(settings)
    run(service, is_embedded=parsed.embedded)
    service.close()
    return 0


def run_migrate(_parsed: argparse.Namespace) -> int:
    """Brings the database to this version."""
    _opened()
    print("The database has the tables of this version.")
    return 0


def run_source(parsed: argparse.Namespace) -> int:
    """Creates or changes a source and prints it."""
    from resume_parser.service import admin

    change = admin.SourceChange(parsed.sync, parsed.webhook, parsed.events, parsed.key)
    with _opened()[1].write() as session:
        print(*admin.describe_source(admin.set_source(session, parsed.name, change)), sep="\n")
    return 0


def run_sources(_parsed: argparse.Namespace) -> int:
    """Prints the sources."""
    from resume_parser.service import admin

    with _opened()[1].read() as session:
        print(*admin.list_sources(session), sep="\n")
    return 0


def run_key(parsed: argparse.Namespace) -> int:
    """Issues a key and prints it, this once."""
    from resume_parser.service import admin

    with _opened()[1].write() as session:
        print(admin.add_key(session, parsed.name, parsed.permission, parsed.key))
    return 0


def run_keys(_parsed: argparse.Namespace) -> int:
    """Prints the names of the keys."""
    from resume_parser.service import admin

    with _opened()[1].read() as session:
        print(*admin.list_keys(session), sep="\n")
    return 0


def run_revoke(parsed: argparse.Namespace) -> int:
    """Revokes a key."""
    from resume_parser.service import admin

    with _opened()[1].write() as session:
        admin.revoke_key(session, parsed.name)
    print(f"Revoked: {parsed.name}")
    return 0
