"""From the parts of a text to what they mean together, on the day that it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from bot.domain.recurrence import (
    DAY,
    PLACES,
    WEEK,
    Alternating,
    Monthly,
    Recurrence,
    Weekday,
    Weekly,
    dates,
)
from bot.domain.when.clock import time_of
from bot.domain.when.model import Parts, When
from bot.domain.when.text import quoted
from bot.errors import BadDate

MOST_YEARS = 10
"""A day further away (in years) is a slip."""

_ANCHORS = (
    "date",
    "month_day",
    "month",
    "month_ahead",
    "week",
    "week_ahead",
    "weeks_ahead",
    "days",
)
"""The parts that say which day it is."""


def settle(parts: Parts, today: date, usual: date | None) -> When:
    """Return what the parts mean; `usual` lends a weekday to weeks without one.

    Raises UnclearWhen, UnclearTime, BadDate.
    """
    at = time_of(parts)
    if _recurs(parts):
        return When(_recurrence(parts, usual), None, at)
    if not parts.has("weekday", *_ANCHORS):
        raise parts.unclear("nothing")
    return When(None, _day(parts, today), at)


def _recurs(parts: Parts) -> bool:
    said = parts.has("weeks", "months", "each", "plural", "even")
    return bool(said) or (parts.nth is not None and not parts.has("month", "month_ahead"))


# --- what comes back ----------------------------------------------------------------------


def _recurrence(parts: Parts, usual: date | None) -> Recurrence:
    if parts.has("months") and parts.has("month_day"):  # den 15 varje månad
        raise parts.unclear("month-day")
    monthly = parts.has("months", "nth")
    if parts.has(*_ANCHORS) or (monthly and parts.has("weeks", "even")):
        raise parts.unclear("contradictory")
    try:
        if monthly:
            return _monthly(parts)
        return _weekly(parts, usual)
    except ValueError:  # var 60:e vecka
        raise parts.unclear("nothing") from None


def _monthly(parts: Parts) -> Monthly:
    nth = parts.nth
    if parts.each is not None:  # var tredje onsdag i månaden
        if parts.each == 1 or parts.months != 1:
            raise parts.unclear("month-day")
        if nth is not None:
            raise parts.unclear("contradictory")
        nth = parts.each
    if nth is None:
        raise parts.unclear("month-day")
    if nth not in PLACES:
        raise parts.unclear("fifth")
    return Monthly(_weekday(parts), nth, 1 if parts.months is None else parts.months)


def _weekly(parts: Parts, usual: date | None) -> Weekly | Alternating:
    if parts.weekday is None and usual is not None:
        parts.weekday = usual.weekday()
    counts = {each for each in (parts.weeks, parts.each) if each not in (None, 1)}
    if len(counts) > 1 or (parts.even is not None and counts - {2}):
        raise parts.unclear("contradictory")
    if parts.even is not None:  # "varannan vecka, jämna veckor" says it twice
        return Alternating(_weekday(parts), parts.even)
    return Weekly(_weekday(parts), counts.pop() if counts else 1)


# --- one day ------------------------------------------------------------------------------


def _day(parts: Parts, today: date) -> date:
    if len(parts.has(*_ANCHORS)) > 1:
        raise parts.unclear("several")
    if parts.nth is None and parts.has("month", "month_ahead"):
        raise parts.unclear("month-day")
    if parts.nth is not None and parts.nth not in PLACES:
        raise parts.unclear("fifth")
    try:
        day = _found_day(parts, today)
    except (ValueError, OverflowError):
        raise BadDate(text=quoted(parts.text)) from None
    if abs(day.year - today.year) > MOST_YEARS:
        raise BadDate(text=quoted(parts.text))
    if parts.weekday not in (None, day.weekday()):
        raise parts.unclear("contradictory")
    return day


def _found_day(parts: Parts, today: date) -> date:
    """Return the day. Raises ValueError when the calendar has no such day."""
    for name, of in _READINGS.items():
        if (found := getattr(parts, name)) is not None:
            return of(parts, today, found)
    # A bare weekday is the coming one; today is said as "idag".
    return next(dates(Weekly(_weekday(parts)), today + DAY))


def _weekday(parts: Parts) -> Weekday:
    if parts.weekday is None:
        raise parts.unclear("weekday")
    return Weekday(parts.weekday)


def _of_date(_: Parts, today: date, found: tuple[int | None, int, int]) -> date:
    year, month, number = found
    return _coming(lambda year: date(year, month, number), today, year, today.year)


def _of_month_day(_: Parts, today: date, number: int) -> date:
    """Return the day of the first month to come that has it."""
    for ahead in range(62):
        day = today + ahead * DAY
        if day.day == number:
            return day
    raise ValueError("no month has it")


def _of_month(parts: Parts, today: date, found: tuple[int | None, int]) -> date:
    year, month = found
    return _coming(lambda year: _nth(parts, date(year, month, 1)), today, year, today.year)


def _of_month_ahead(parts: Parts, today: date, _: int) -> date:
    return _nth(parts, (today.replace(day=1) + 31 * DAY).replace(day=1))


def _nth(parts: Parts, first: date) -> date:
    """Return the nth weekday of the month whose first day is given."""
    return next(dates(Monthly(_weekday(parts), parts.nth or 0), first))


def _of_week(parts: Parts, today: date, found: tuple[int | None, int]) -> date:
    year, week = found
    weekday = _weekday(parts) + 1
    return _coming(
        lambda year: date.fromisocalendar(year, week, weekday),
        today,
        year,
        today.isocalendar().year,
    )


def _of_week_ahead(parts: Parts, today: date, weeks: int) -> date:
    monday = today - today.weekday() * DAY
    return monday + weeks * WEEK + _weekday(parts) * DAY


def _of_weeks_ahead(parts: Parts, today: date, weeks: int) -> date:
    """Return the same weekday in so many weeks, or the one that was said in that week."""
    return today + weeks * WEEK if parts.weekday is None else _of_week_ahead(parts, today, weeks)


def _of_days(_: Parts, today: date, days: int) -> date:
    return today + days * DAY


def _coming(of: Callable[[int], date], today: date, said: int | None, year: int) -> date:
    """Return the day of the year that was said, or else the first one that is not over."""
    if said is not None:
        return of(said)
    for each in (year, year + 1):
        with suppress(ValueError):  # 29 February is not in every year
            if (day := of(each)) >= today:
                return day
    raise ValueError("neither this year nor the next")


_READINGS: dict[str, Callable[[Parts, date, Any], date]] = {
    "date": _of_date,
    "month_day": _of_month_day,
    "month": _of_month,
    "month_ahead": _of_month_ahead,
    "week": _of_week,
    "week_ahead": _of_week_ahead,
    "weeks_ahead": _of_weeks_ahead,
    "days": _of_days,
}
