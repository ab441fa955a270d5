"""How many requests are taken at all: enough for every calendar, too few to slow the chat down."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Final

PER_SECOND: Final = 20.0
"""Ten thousand people whose calendars look once in ten minutes."""
AT_ONCE: Final = 100


class Quota:
    """A bucket that fills with time. Who asks is not known behind a proxy, so it is for all."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """`monotonic` returns seconds that only ever grow."""
        self._monotonic = monotonic
        self._lock = Lock()
        self._left = float(AT_ONCE)
        self._looked = monotonic()

    def takes(self) -> bool:
        """Whether there is room for one more now; it is counted."""
        with self._lock:
            now = self._monotonic()
            self._left = min(AT_ONCE, self._left + (now - self._looked) * PER_SECOND)
            self._looked = now
            if self._left < 1:
                return False
            self._left -= 1
            return True
