"""How fast Slack lets us speak: keeps within the rates, and stops when Slack says stop.

Slack takes about one message per second in a channel, some hundreds per minute in a workspace and
50 updates per minute; beyond that it answers 429. Each rate is a leaky bucket that lets a short
burst through and never more than Slack's figure in any minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Final

MINUTE: Final = 60.0


@dataclass(frozen=True)
class Rate:
    """So many calls per minute, of which `burst` may come at once after a quiet time."""

    per_minute: float
    burst: int

    @property
    def interval(self) -> float:
        """Seconds between two calls in the long run."""
        return MINUTE / self.per_minute

    @property
    def tolerance(self) -> float:
        """How far ahead of the even rhythm a call may come, in seconds."""
        return self.interval * (self.burst - 1)


CHANNEL: Final = Rate(per_minute=60, burst=3)
"""Messages in one channel."""

WORKSPACE: Final = {
    "chat.postMessage": Rate(per_minute=280, burst=20),
    "chat.update": Rate(per_minute=40, burst=10),
}
"""Calls in the whole workspace: rhythm and burst together stay under 300 and 50 in a minute."""

Rates = dict[tuple[str, str], Rate]
"""The rates to keep, by method and channel; the workspace's own has no channel."""

MANY: Final = 2_000
"""From so many remembered channels on, those that have been quiet are forgotten."""


class Pace:
    """Says how long to wait. Times are monotonic seconds; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._next: dict[tuple[str, str], float] = {}
        self._stopped: dict[str, float] = {}

    def wait(self, method: str, channel: str, now: float) -> float:
        """Return 0 and count the call, or return the seconds to wait and count nothing."""
        rates = _rates(method, channel)
        with self._lock:
            longest = self._longest(method, rates, now)
            if longest == 0:
                self._count(rates, now)
            return longest

    def takes(self, method: str, now: float) -> bool:
        """Whether the workspace has room for a call now, in a quiet channel; counts nothing."""
        with self._lock:
            return self._longest(method, _workspace_rates(method), now) == 0

    def stop(self, method: str, seconds: float, now: float) -> None:
        """Let no call of the method through for so many seconds: Slack has answered 429."""
        with self._lock:
            self._stopped[method] = max(self._stopped.get(method, now), now + seconds)

    def _longest(self, method: str, rates: Rates, now: float) -> float:
        waits = [self._next.get(key, now) - rate.tolerance - now for key, rate in rates.items()]
        return max([0.0, self._stopped.get(method, now) - now, *waits])

    def _count(self, rates: Rates, now: float) -> None:
        for key, rate in rates.items():
            self._next[key] = max(self._next.get(key, now), now) + rate.interval
        if len(self._next) > MANY:
            self._next = {key: at for key, at in self._next.items() if at > now}


def _rates(method: str, channel: str) -> Rates:
    """Return the rates that a call has to keep: the workspace's and the channel's."""
    rates = _workspace_rates(method)
    if method == "chat.postMessage":
        rates[(method, channel)] = CHANNEL
    return rates


def _workspace_rates(method: str) -> Rates:
    return {(method, ""): WORKSPACE[method]} if method in WORKSPACE else {}
