"""Waiting for other users of the database."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep

PAUSE = 0.05
"""Seconds between two attempts."""


def patiently(attempt: Callable[[], bool], patience: float, each: float = 0.0) -> bool:
    """Repeat the attempt until it returns True; give up after about `patience` seconds.

    `each` is how many seconds one attempt itself may wait.
    """
    for _ in range(max(1, round(patience / (PAUSE + each)))):
        if attempt():
            return True
        sleep(PAUSE)
    return False
