"""Moments in time: aware and in UTC everywhere inside."""

from __future__ import annotations

from datetime import datetime, time, timedelta

DAY_BEGINS, DAY_ENDS = time(8), time(17)
"""Between these times on a team's own clock people are told of things and reminded of them."""

MOST_DOUBLINGS = 20
"""A wait is doubled no more often: longer waits than 2^20 s (12 days) are of no use."""


def backoff(attempts: int, longest: timedelta) -> timedelta:
    """Return how long to wait after so many failed attempts: 1 s doubled each time, at most."""
    return min(timedelta(seconds=2 ** min(attempts, MOST_DOUBLINGS)), longest)


def require_utc(*moments: datetime | None) -> None:
    """Refuse a moment that is not in UTC. Raises ValueError.

    Python adds minutes to a local time by the wall clock, which jumps an hour twice a year: a
    dialogue at that night would be an hour too long.
    """
    for moment in moments:
        if moment is not None and moment.utcoffset() != timedelta():
            raise ValueError(f"not in UTC: {moment.isoformat()}")
