"""The bot and its practice workspace together."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from bot.practice import Practice
from bot.settings import load
from bot.slack.patience import Stopped
from bot.workspace.polling import wait_until

PATIENCE = 20.0


@pytest.fixture
def stopping() -> Iterator[threading.Event]:
    """What Ctrl+C sets."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def practice(tmp_path: Path, stopping: threading.Event) -> Practice:
    """A practice on a free port, with nothing of this machine's settings."""
    environ = {
        "APTBOT_DATA_DIR": str(tmp_path / "data"),
        "APTBOT_KEY_DIR": str(tmp_path / "keys"),
        "APTBOT_PORT": "0",
    }
    return Practice(load(tmp_path / ".env", environ), stopping)


def test_it_can_be_stopped_before_the_bot_has_started(
    practice: Practice, stopping: threading.Event
) -> None:
    """Told to stop, it no longer waits for a workspace that does not answer as it should."""
    practice.page.fault("http", method="auth.test", times=1000)
    with ThreadPoolExecutor(1) as threads:
        started = threads.submit(practice.__enter__)
        wait_until(lambda: practice.page.calls_of("auth.test"), PATIENCE, "it does not try")
        assert not started.done()
        stopping.set()
        with pytest.raises(Stopped):
            started.result(PATIENCE)


def test_told_to_stop_before_it_begins_it_does_not_begin(
    practice: Practice, stopping: threading.Event
) -> None:
    """Ctrl+C may come while the program is still being read."""
    stopping.set()
    with pytest.raises(Stopped):
        practice.__enter__()


def test_beginning_anew_does_not_end_it(practice: Practice, stopping: threading.Event) -> None:
    """The bot that is stopped takes nothing else with it, and the next one can be stopped."""
    with practice:
        first = practice.page.calls_of("auth.test")
        assert httpx.post(f"{practice.page.url}/client/reset", json={}, timeout=10).json()["ok"]
        assert len(practice.page.calls_of("auth.test")) > len(first)
        practice.page.wait_for_app(PATIENCE)
        assert not stopping.is_set()
