"""Processes of tests which never keep a test waiting for ever."""

from __future__ import annotations

from subprocess import Popen
from threading import Timer
from typing import Final, TypeVar

T = TypeVar("T", str, bytes)

PATIENCE: Final = 120.0
"""Seconds that a process may live; none takes this long when all is well."""


def bounded(process: Popen[T], seconds: float = PATIENCE) -> Popen[T]:
    """Return the process, which is killed in time: whoever reads from it reads its end then."""
    killer = Timer(seconds, process.kill)
    killer.daemon = True
    killer.start()
    return process
