"""The worker process: one thread that parses, some that send webhooks, one that sweeps."""

from __future__ import annotations

import os
import signal
import sys
import threading
from functools import partial

from huey.consumer import Consumer
from prometheus_client import start_http_server
from redis import RedisError
from sqlalchemy.exc import OperationalError

from resume_parser.service.context import Service
from resume_parser.service.engine import warm_up
from resume_parser.service.logs import logger
from resume_parser.service.queue import Queue
from resume_parser.service.webhooks.delivery import deliver
from resume_parser.service.work import parse_upload, sweep

SENDERS = 4  # threads that wait for the targets of webhooks, most of the time
POLL_SECONDS = 0.2  # at most, between two looks into a queue on SQLite


def run_worker(service: Service, *, is_embedded: bool = False) -> None:
    """Works until SIGTERM, an embedded worker also until its web process ends; what is being parsed then is finished first."""
    service.uploads.work = partial(parse_upload, service)
    service.events.work = partial(deliver, service)
    senders, parser = _consumer(service.events, SENDERS), _consumer(service.uploads, 1)
    over = threading.Event()
    sweeper = threading.Thread(target=_sweep_until, args=(service, over), daemon=True)
    if is_embedded:
        threading.Thread(target=_stop_with_owner, daemon=True).start()
    if service.settings.worker_metrics_port:
        start_http_server(service.settings.worker_metrics_port)
    warm_up(service.settings)
    logger.info("worker_started")
    senders.start()
    sweeper.start()
    parser.run()
    over.set()
    senders.stop(graceful=True)
    sweeper.join()
    logger.info("worker_stopped")


def _stop_with_owner() -> None:
    """Asks this process to stop once standard input closes: its owner is gone, however it ended."""
    while sys.stdin.buffer.read(1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _consumer(queue: Queue, threads: int) -> Consumer:
    return Consumer(
        queue.huey, workers=threads, periodic=False, initial_delay=POLL_SECONDS / 4, max_delay=POLL_SECONDS, graceful_signal="TERM"
    )


def _sweep_until(service: Service, over: threading.Event) -> None:
    """Sweeps at once, since a start may follow a crash, and then at intervals."""
    while True:
        try:
            sweep(service)
        except (OperationalError, RedisError, OSError) as error:
            logger.warning("sweep_failed", error=type(error).__name__)
        if over.wait(service.settings.sweep_seconds):
            return
