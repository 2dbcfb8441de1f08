"""One running service per backend for all tests that do not break it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.service.backends import BACKENDS, backend_settings
from tests.service.running import Receiver, Running


@pytest.fixture(scope="session", params=BACKENDS)
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service with one worker that may send webhooks to this machine."""
    home = tmp_path_factory.mktemp("service")
    quick = {"allow_private_webhooks": True, "sweep_seconds": 1, "webhook_backoff_seconds": 0.5}
    with backend_settings(request.param, home, **quick) as settings, Running(settings).open() as running:
        yield running


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A webhook target."""
    with Receiver().open() as opened:
        yield opened
