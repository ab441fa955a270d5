"""How long a team's box stays open after the dialogue, and when it is reminded of.

A moment here is in UTC; days and hours are those of the team's own clock and calendar.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.recurrence import DAY, DaysOff, instant, is_day_off, local, working_day
from bot.domain.times import DAY_BEGINS, DAY_ENDS, require_utc

ANSWER_DAYS = range(15)
"""So many days after the dialogue a team's box may be open: 0 is the same day."""

CLOSES = time(18)
"""At this time of the last day the box is closed."""

SHORTEST = timedelta(hours=2)
"""A box is open for at least so long from its opening, also when the dialogue is in the evening."""

MORNING = time(10)
"""When people are reminded of a box that is open for days, on the first working day after."""

AFTER_DIALOGUE = timedelta(hours=1)
"""Whoever has just had the dialogue is not reminded of it at once."""

BEFORE_CLOSE = timedelta(hours=2)
"""A reminder is not planned for later than so long before the close."""

LEEWAY = timedelta(minutes=15)
"""So late may a reminder be that was planned for the last moment: it takes time to reach all."""


def checked_days(days: int | None) -> int | None:
    """Return the days if a box may be open for them. Raises ValueError."""
    if days is not None and days not in ANSWER_DAYS:
        raise ValueError("a box can't be open for so many days")
    return days


def closing_time(opened_at: datetime, days: int, timezone: str) -> datetime:
    """Return when a box that is open for so many days is closed: 18:00 of the last day.

    Raises ValueError for days out of the range, and for a moment that is not in UTC.
    """
    checked_days(days)
    today, _ = local(opened_at, timezone)
    return max(instant(today + timedelta(days), CLOSES, timezone), opened_at + SHORTEST)


def reminder_time(
    opened_at: datetime, closes_at: datetime, timezone: str, is_holiday: DaysOff
) -> datetime | None:
    """Return when the people are to be reminded of a box, as far as it is known at its opening.

    On the day of the opening that is two hours before the close, else at ten on the next working
    day. None where that does not fit.
    """
    today, _ = local(opened_at, timezone)
    last_day, _ = local(closes_at, timezone)
    if last_day == today:
        return _exactly(closes_at - BEFORE_CLOSE, closes_at, timezone, is_holiday)
    morning = instant(working_day(today + DAY, is_holiday), MORNING, timezone)
    return _exactly(morning, closes_at, timezone, is_holiday)


def next_chance(
    earliest: datetime, closes_at: datetime, timezone: str, is_holiday: DaysOff
) -> datetime | None:
    """Return the first moment, not before the earliest, for which a reminder may be planned.

    That is by day, and no more when the day ends. None when no such moment is left.
    """
    require_utc(closes_at)
    day, _ = local(earliest, timezone)
    last = closes_at - BEFORE_CLOSE
    while (begins := max(earliest, instant(day, DAY_BEGINS, timezone))) <= last:
        if not is_day_off(day, is_holiday) and begins < instant(day, DAY_ENDS, timezone):
            return begins
        day += DAY
    return None


def too_late(planned: datetime, closes_at: datetime, timezone: str) -> datetime:
    """Return when a reminder planned for this moment must have reached people, or be dropped."""
    day, _ = local(planned, timezone)
    return min(instant(day, DAY_ENDS, timezone), closes_at - BEFORE_CLOSE + LEEWAY)


def _exactly(
    wanted: datetime, closes_at: datetime, timezone: str, is_holiday: DaysOff
) -> datetime | None:
    """Return the wanted moment if a reminder may be planned for it."""
    return wanted if next_chance(wanted, closes_at, timezone, is_holiday) == wanted else None
