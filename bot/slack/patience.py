"""Reaching a platform that is away for a while, as when the network comes up after the bot."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from bot.errors import PlatformDown, RateLimited

T = TypeVar("T")

RETRY_SECONDS = (1, 2, 5, 10, 30)
"""Waits between attempts to reach Slack; the last one is repeated."""

log = logging.getLogger(__name__)


class Stopped(Exception):
    """The bot was told to stop before it had started."""


def persistently(attempt: Callable[[], T], stopping: threading.Event) -> T:
    """Return what `attempt` returns, trying again while the platform can't be reached.

    Raises Stopped, and what `attempt` raises besides PlatformDown and RateLimited.
    """
    failures = 0
    while not stopping.is_set():
        try:
            return attempt()
        except (PlatformDown, RateLimited) as error:
            wait = RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)]
            if isinstance(error, RateLimited):
                wait = max(wait, int(error.retry_after))
            failures += 1
            log.warning("can't reach the platform (%s), trying again in %d s", error, wait)
            stopping.wait(wait)
    raise Stopped
