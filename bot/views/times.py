"""Times in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.views.model import Moment


def moment(at: datetime, timezone: str) -> Moment:
    """Return the time of day as the team's clock says it, for example 09:05."""
    return Moment(at=at, text=at.astimezone(ZoneInfo(timezone)).strftime("%H:%M"))


def whole_minutes(length: timedelta) -> int:
    """Return the length in minutes, rounded up: what is left is never said to be less."""
    return -(-int(length.total_seconds()) // 60)
