"""Waiting in tests for what another thread does."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

TRIES = 2000
PAUSE = 0.005


def wait_until(condition: Callable[[], object]) -> None:
    """Return as soon as the condition holds; fail after ten seconds."""
    never = Event()
    for _ in range(TRIES):
        if condition():
            return
        never.wait(PAUSE)
    raise AssertionError("it never happened")
