"""Identifiers and message timestamps in Slack's forms."""

from __future__ import annotations

import itertools
import secrets
import time
from datetime import UTC, datetime

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def new_id(prefix: str, length: int = 10) -> str:
    """A random identifier such as `V0K3J…`."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(length))


def utc_now() -> datetime:
    """The current time; the workspace is a server of its own and reads its own clock."""
    return datetime.now(UTC)


class Timestamps:
    """Message timestamps: seconds and microseconds, each larger than the one before."""

    def __init__(self) -> None:
        self._last = 0

    def new(self) -> str:
        """The next timestamp, such as `1700000000.000100`."""
        self._last = max(time.time_ns() // 1000, self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"


class Serials:
    """Short names that are unique in this run, for block and action ids that an app left out."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def new(self, prefix: str) -> str:
        """The next name, such as `b1f`."""
        return f"{prefix}{next(self._numbers):x}"
