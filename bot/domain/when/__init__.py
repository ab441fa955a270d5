"""Reading when people mean: "varannan tisdag 09:00", "2 mars kl 9", "last friday monthly".

Swedish and English, as typed on a phone: any case, with or without dots and rings. What is not
understood in full is refused with words that say what to add, never guessed at.
"""

from __future__ import annotations

from datetime import date, time

from bot.domain.when.clock import time_of
from bot.domain.when.model import When
from bot.domain.when.reading import read
from bot.domain.when.settling import settle
from bot.domain.when.weeks import parse_weeks

__all__ = ["When", "counted_from_today", "parse_time", "parse_weeks", "parse_when"]


def parse_when(text: str, today: date, day: date | None = None) -> When:
    """Return when the text says. `day` lends its weekday to weeks without one ("varannan vecka").

    A day of the week is the coming one and never today; a date without a year is the coming one,
    today included; "nästa tisdag" is in the calendar week after this one. Whether a time has passed
    is for the caller to say (`PastWhen`). Raises UnclearWhen, UnclearTime, BadTime, BadDate.
    """
    return settle(read(text), today, day)


def parse_time(text: str) -> time:
    """Return the time of day. Raises UnclearWhen, UnclearTime, BadTime."""
    parts = read(text)
    at = time_of(parts)
    if at is None or not parts.only_time():
        raise parts.unclear("time")
    return at


def counted_from_today(text: str) -> bool:
    """Return whether the day is another one when the text is read another day, as "på tisdag"."""
    parts = read(text)
    lasting = ("weeks", "months", "each", "plural", "nth", "even", "date", "month", "week")
    return bool(parts.has(*_COUNTED)) or not parts.has(*lasting)


_COUNTED = ("month_day", "month_ahead", "days", "weeks_ahead", "week_ahead")
