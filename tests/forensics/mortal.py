"""A process that kills itself after a given number of steps towards the disk.

A step is a statement that SQLite begins, some hundred operations inside of a long one, an opening,
syncing or removing of a file by Python, or a call of the platform. Killed by SIGKILL it can't put
anything in order; what it gave to the operating system stays, as after any death but a power cut.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from typing import Any

OPERATIONS = 100
"""Of SQLite's machine, between two steps inside of one statement."""


AMID = "amid a statement"


class Mortal:
    """Counts the steps and dies at the one of this number, never at -1; tells each to `tell`."""

    def __init__(self, dies_at: int = -1, tell: Callable[[str], object] = str) -> None:
        self._left = dies_at
        self._tell = tell
        self._pid = os.getpid()
        self.armed = False

    def step(self, name: str) -> None:
        """Pass a step, or die instead of it. Only in this process: a child has its own life."""
        if not self.armed or os.getpid() != self._pid:
            return
        if self._left == 0:
            self._tell(f"died before {name}")
            os.kill(self._pid, signal.SIGKILL)
        self._left -= 1
        self._tell(name)

    def possess(self) -> None:
        """Count the steps of every connection to a database, and of every file."""
        sys.addaudithook(self._audit)
        real_sync, real_connect = os.fsync, sqlite3.connect

        def fsync(file: int) -> None:
            self.step("sync")
            real_sync(file)
            self.step("synced")

        def connect(*args: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401 - passed on
            return self._watched(real_connect(*args, **named))

        os.fsync = fsync  # type: ignore[assignment]
        sqlite3.connect = connect  # type: ignore[assignment]

    def _watched(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        connection.set_trace_callback(lambda sql: self.step(" ".join(sql.split())[:60]))
        connection.set_progress_handler(self._progress, OPERATIONS)
        return connection

    def _progress(self) -> int:
        self.step(AMID)
        return 0

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and str(args[0]).endswith(".key"):
            self.step("open the key" if args[2] & os.O_RDWR == 0 else "open the key to write")
        if event == "os.remove" and str(args[0]).endswith(".key"):
            self.step("remove the key")
