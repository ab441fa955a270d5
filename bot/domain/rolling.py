"""Rolling surveys: boxes that open and close by calendar quarter, without a dialogue.

Nothing here counts answers; that fewer than the threshold have come in is told by whoever calls.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.quarter import Quarter

MOST_QUARTERS = 4
"""A box with too few answers waits for more through so many quarters, the first included: then it
is closed, since a promise that never comes to an end is none."""


class Period(StrEnum):
    """How often a rolling survey is counted."""

    QUARTER = "quarter"


def goes_on_to(first: Quarter, now: datetime, timezone: str) -> Quarter | None:
    """Return the quarter in which a box with too few answers goes on; None when it must be closed.

    `first` is the quarter it was opened in. It is the present quarter, also when some passed while
    the bot was away.
    """
    present = Quarter.of(now, timezone)
    return present if present.since(first) < MOST_QUARTERS else None


def latest(first: Quarter) -> Quarter:
    """Return the last quarter that a box opened in `first` can be open in."""
    return first.later(MOST_QUARTERS - 1)


def last_quarter(closes_at: datetime) -> Quarter:
    """Return the quarter that a box with this end is open to the end of.

    Two days before it, it is that quarter in every zone: none is so far from UTC.
    """
    return Quarter.of(closes_at - timedelta(days=2), "UTC")
