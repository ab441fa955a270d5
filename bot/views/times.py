"""Times in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.locales import Words
from bot.views.model import Moment


def moment(at: datetime, timezone: str) -> Moment:
    """Return the time of day as the team's clock says it, for example 09:05."""
    return Moment(at=at, text=at.astimezone(ZoneInfo(timezone)).strftime("%H:%M"))


def whole_minutes(length: timedelta) -> int:
    """Return the length in minutes, rounded up: what is left is never said to be less."""
    return -(-int(length.total_seconds()) // 60)


def day_and_time(at: datetime, timezone: str) -> Moment:
    """Return the day and the time as the team's clock says them: 2026-03-02 09:05."""
    return Moment(at=at, text=at.astimezone(ZoneInfo(timezone)).strftime("%Y-%m-%d %H:%M"))


def date_in_words(at: datetime, timezone: str, w: Words) -> str:
    """Return the day as the team's calendar says it: 5 december."""
    local = at.astimezone(ZoneInfo(timezone))
    return w("date-day", day=local.day, month=local.month)
