"""Moments in time: aware and in UTC everywhere inside."""

from __future__ import annotations

from datetime import datetime, timedelta


def require_utc(*moments: datetime | None) -> None:
    """Refuse a moment that is not in UTC. Raises ValueError.

    Python adds minutes to a local time by the wall clock, which jumps an hour twice a year: a
    dialogue at that night would be an hour too long.
    """
    for moment in moments:
        if moment is not None and moment.utcoffset() != timedelta():
            raise ValueError(f"not in UTC: {moment.isoformat()}")
