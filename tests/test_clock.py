"""The clock."""

from __future__ import annotations

from datetime import UTC

from bot.clock import SystemClock


def test_now_is_aware_and_utc() -> None:
    """The present moment carries its zone, so that it can't be mistaken for local time."""
    assert SystemClock().now().tzinfo is UTC


def test_monotonic_never_goes_backwards() -> None:
    """Two readings in a row are in order."""
    clock = SystemClock()
    first = clock.monotonic()
    assert clock.monotonic() >= first
