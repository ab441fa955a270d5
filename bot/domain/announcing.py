"""When an occasion is announced: by day, on a working day, never at night."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.recurrence import DAY, DaysOff, instant, local, working_day
from bot.domain.times import DAY_BEGINS, DAY_ENDS

STILL_DAY = time(18)
"""Until then what was planned for before may still be announced: nothing comes on the second."""

SAME_DAY = timedelta(hours=2)
"""How long before it begins an occasion is announced that is to be announced on its day."""


def announce_at(day: date, at: time, zone: str, days: int, is_holiday: DaysOff) -> datetime:
    """Return when an occasion on that day is announced so many days ahead (0: on the day itself).

    It is the time of day of the occasion itself, moved into the hours by day; on a weekend or a
    holiday it is moved to the nearest working day before. On the day itself it is two hours before
    the beginning, or the afternoon of the working day before where that would be too early.
    """
    if days == 0:
        moment = instant(day, at, zone) - SAME_DAY
        on, clock = local(moment, zone)
        if on == day and clock >= DAY_BEGINS:
            return moment
        return instant(working_day(day - DAY, is_holiday, -DAY), DAY_ENDS, zone)
    clock = min(max(at, DAY_BEGINS), DAY_ENDS)
    return instant(working_day(day - timedelta(days), is_holiday, -DAY), clock, zone)


def announce_late(now: datetime, starts_at: datetime, zone: str, is_holiday: DaysOff) -> datetime:
    """Return when what should have been announced by now is: by day, on a working day.

    Where that would be too late for the occasion, by day on whatever day it is; else now.
    """
    day, clock = local(now, zone)
    by_day = DAY_BEGINS <= clock < STILL_DAY
    morning = day if clock < STILL_DAY else day + DAY
    for each in (working_day(morning, is_holiday), morning):
        at = now if by_day and each == day else instant(each, DAY_BEGINS, zone)
        if at < starts_at:
            return at
    return now


@dataclass(frozen=True)
class ShortNotice:
    """Of a series so many occasions are too near to be announced as long before as was asked for.

    `first` is the day and the time at which the first is announced, None for at once.
    """

    count: int
    first: tuple[date, time] | None


def short_notice(
    series: Sequence[date], at: time, zone: str, days: int, is_holiday: DaysOff, now: datetime
) -> ShortNotice | None:
    """Return how the nearest of a series that is planned now are announced, None for as asked."""
    count = sum(announce_at(day, at, zone, days, is_holiday) <= now for day in series)
    if not count:
        return None
    told = announce_late(now, instant(series[0], at, zone), zone, is_holiday)
    return ShortNotice(count, None if told == now else local(told, zone))
