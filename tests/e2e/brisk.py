"""A bot that looks more often, in the test's own process, so that tests need not wait for it."""

from __future__ import annotations

import pytest

BEAT = 0.25
"""Seconds between two looks at what is due; a second in earnest."""

PAUSE = 0.05
"""Seconds until a message looks again whether its picture is there; a second in earnest."""


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the two pauses that every summary would be waited for through.

    Nothing but the length changes: who waits for what, how long it is tried and what comes then
    are as in earnest. Where the bot is a process of its own, the pauses are in earnest, too.
    """
    from bot import scheduler
    from bot.slack import pictures

    monkeypatch.setattr(scheduler, "BEAT_SECONDS", BEAT)
    monkeypatch.setattr(pictures, "PAUSE", PAUSE)
