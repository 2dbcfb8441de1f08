"""The running service: the web server, and beside it the worker processes, which are started again when they end."""

from __future__ import annotations

import subprocess
import sys
import threading

import uvicorn

from resume_parser.service.app import create_app
from resume_parser.service.logs import configure_logs, logger
from resume_parser.service.settings import Settings

RESTART_SECONDS = 1.0  # before a worker that has ended is started again
STOP_SECONDS = 30.0  # for what a worker is parsing when the service stops
KEEP_ALIVE_SECONDS = 30


def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serves until SIGTERM or SIGINT, with as many embedded workers as asked for (0 where they run elsewhere)."""
    configure_logs()
    over = threading.Event()
    keepers = [threading.Thread(target=_keep_worker, args=(over,)) for _ in range(workers)]
    for keeper in keepers:
        keeper.start()
    try:
        uvicorn.run(
            create_app(settings),
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
        )
    finally:
        over.set()
        for keeper in keepers:
            keeper.join()


def _keep_worker(over: threading.Event) -> None:
    """Keeps one worker process running until the service stops."""
    while not over.is_set():
        process = subprocess.Popen([sys.executable, "-m", "resume_parser.cli", "worker", "--embedded"], stdin=subprocess.PIPE)
        while process.poll() is None and not over.wait(RESTART_SECONDS):
            pass
        if process.poll() is None:
            _stop(process)
        else:
            logger.warning("worker_ended", status=process.returncode)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
