"""Time that passes when a test says so, on top of the machine's own."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import SystemClock


class ShiftedClock:
    """The real clock and what the test has added; satisfies the port `Clock`."""

    def __init__(self) -> None:
        self._real = SystemClock()
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return the shifted time, aware and in UTC."""
        return self._real.now() + self._ahead

    def monotonic(self) -> float:
        """Return shifted seconds that only grow."""
        return self._real.monotonic() + self._ahead.total_seconds()

    def advance(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let so much time have passed."""
        self._ahead += timedelta(minutes=minutes, seconds=seconds)
