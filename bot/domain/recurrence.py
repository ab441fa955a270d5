"""When a team meets: every so many weeks, in even or odd ones, or once a month; less its breaks.

Everything is computed on local dates; a date becomes a moment last of all (`instant`). So no
change to or from summer time can move, double or drop an occasion.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from enum import IntEnum
from itertools import islice, takewhile
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.times import require_utc

LAST = -1
"""The place in the month of its last Monday, Tuesday and so on."""

PLACES = (1, 2, 3, 4, LAST)
"""The places that a weekday has in every month; a fifth one only some months have."""

MOST_WEEKS = 52
"""The longest time between two occasions, in weeks."""

MOST_MONTHS = 12
"""The longest time between two occasions, in months."""

MOST_OCCASIONS = 60
"""A series is never longer: a weekly meeting for more than a year, a monthly one for five."""

LONGEST_GAP = timedelta(days=3660)
"""When breaks leave nothing for ten years, nothing is what they leave."""

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


class Weekday(IntEnum):
    """A day of the week, numbered as `date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


@dataclass(frozen=True)
class Weekly:
    """A weekday of every week, every other week and so on (`every` 1–52)."""

    weekday: Weekday
    every: int = 1

    def __post_init__(self) -> None:
        """Refuse what is out of range. Raises ValueError."""
        if not 1 <= self.every <= MOST_WEEKS:
            raise ValueError(f"every {self.every} weeks")


@dataclass(frozen=True)
class Alternating:
    """A weekday of every week whose ISO number is even, or odd.

    Unlike every other week it is counted from no date, so that teams can share a room. Where a year
    has a week 53, two odd ones follow on each other (53 and 1), and no even one for three weeks.
    """

    weekday: Weekday
    even: bool


@dataclass(frozen=True)
class Monthly:
    """The nth weekday (1–4 or `LAST`) of every month, every other month and so on (1–12)."""

    weekday: Weekday
    nth: int
    every: int = 1

    def __post_init__(self) -> None:
        """Refuse what is out of range. Raises ValueError."""
        if self.nth not in PLACES:
            raise ValueError(f"weekday number {self.nth} of a month")
        if not 1 <= self.every <= MOST_MONTHS:
            raise ValueError(f"every {self.every} months")


Recurrence = Weekly | Alternating | Monthly


@dataclass(frozen=True)
class Breaks:
    """When a team does not meet.

    `holidays`: public holidays and the eves that workplaces keep. `squeeze_days` (klämdagar): a
    single working day between two days off. `months` (1–12) and `weeks` (ISO numbers, 1–53) are
    left out every year.
    """

    holidays: bool = True
    squeeze_days: bool = True
    months: frozenset[int] = frozenset({7})
    weeks: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what is no month or no week. Raises ValueError."""
        if not self.months <= set(range(1, 13)):
            raise ValueError(f"no such month: {sorted(self.months)}")
        if not self.weeks <= set(range(1, 54)):
            raise ValueError(f"no such week: {sorted(self.weeks)}")


class DaysOff(Protocol):
    """Which days are holidays."""

    def __call__(self, day: date) -> bool:
        """Return whether the day is a holiday; being a Saturday or a Sunday does not count."""
        ...


def dates(recurrence: Recurrence, start: date) -> Iterator[date]:
    """Yield the dates on or after `start`, without end but that of the calendar.

    Weeks and months are counted from those of the first date.
    """
    if isinstance(recurrence, Weekly):
        return _weekly(recurrence, start)
    if isinstance(recurrence, Alternating):
        return _alternating(recurrence, start)
    return _monthly(recurrence, start)


def _weekly(recurrence: Weekly, start: date) -> Iterator[date]:
    first = start.toordinal() + (recurrence.weekday - start.weekday()) % 7
    # Counted in ordinals, which have no end to run over, as dates have.
    for ordinal in range(first, date.max.toordinal() + 1, 7 * recurrence.every):
        yield date.fromordinal(ordinal)


def _alternating(recurrence: Alternating, start: date) -> Iterator[date]:
    every_week = _weekly(Weekly(recurrence.weekday), start)
    return (day for day in every_week if is_even_week(day) is recurrence.even)


def is_even_week(day: date) -> bool:
    """Return whether the ISO number of the day's week is even."""
    return day.isocalendar().week % 2 == 0


def _monthly(recurrence: Monthly, start: date) -> Iterator[date]:
    first = start.year * 12 + start.month - 1
    if _in_month(recurrence, first) < start:
        first += 1
    for month in range(first, (MAXYEAR + 1) * 12, recurrence.every):
        yield _in_month(recurrence, month)


def _in_month(recurrence: Monthly, month: int) -> date:
    """Return the nth weekday of a month; months are counted from January of year 0."""
    year, month = month // 12, month % 12 + 1
    first_weekday, length = calendar.monthrange(year, month)
    day = 1 + (recurrence.weekday - first_weekday) % 7
    fitting = range(day, length + 1, 7)
    return date(year, month, fitting[-1 if recurrence.nth == LAST else recurrence.nth - 1])


def kept(
    recurrence: Recurrence, start: date, breaks: Breaks, is_holiday: DaysOff
) -> Iterator[date]:
    """Yield the dates on or after `start` that the breaks leave, each once and in order.

    - In a left-out month or week there is no occasion.
    - A weekly occasion on a holiday or a squeeze day is left out: the next is soon.
    - A monthly one is moved by whole weeks within its month, to the first free day after it, or
      else to the last free one before it (christmas week: to the week before). A month without a
      free day is left out.

    Ends when nothing is left for ten years: breaks that leave nothing leave an empty series.
    """
    last = start
    for day in dates(recurrence, start):
        if day - last > LONGEST_GAP:
            return
        choices = _choices(recurrence, day) if not _left_out(day, breaks) else ()
        for choice in choices:
            if choice >= start and not _in_break(choice, breaks, is_holiday):
                yield choice
                last = day
                break


def _choices(recurrence: Recurrence, day: date) -> tuple[date, ...]:
    """Return where an occasion may be, best first."""
    if not isinstance(recurrence, Monthly):
        return (day,)
    length = calendar.monthrange(day.year, day.month)[1]
    later = range(day.day, length + 1, 7)
    earlier = range(day.day - 7, 0, -7)
    return tuple(day.replace(day=each) for each in (*later, *earlier))


def _left_out(day: date, breaks: Breaks) -> bool:
    return day.month in breaks.months or day.isocalendar().week in breaks.weeks


def _in_break(day: date, breaks: Breaks, is_holiday: DaysOff) -> bool:
    return (
        _left_out(day, breaks)
        or (breaks.holidays and is_holiday(day))
        or (breaks.squeeze_days and is_squeeze_day(day, is_holiday))
    )


def is_day_off(day: date, is_holiday: DaysOff) -> bool:
    """Return whether the day is a Saturday, a Sunday or a holiday."""
    return day.weekday() >= Weekday.SATURDAY or is_holiday(day)


def is_squeeze_day(day: date, is_holiday: DaysOff) -> bool:
    """Return whether the day is a working day between two days off (klämdag)."""
    if is_day_off(day, is_holiday):
        return False
    return is_day_off(day - DAY, is_holiday) and is_day_off(day + DAY, is_holiday)


def working_day(day: date, is_holiday: DaysOff, step: timedelta = DAY) -> date:
    """Return the day, or the nearest working day after it; before it with a `step` of -1 day."""
    while is_day_off(day, is_holiday):
        day += step
    return day


def series(
    recurrence: Recurrence,
    start: date,
    breaks: Breaks,
    is_holiday: DaysOff,
    *,
    count: int | None,
    until: date | None,
) -> tuple[date, ...]:
    """Return so many of the dates that the breaks leave, or those until a day (it included).

    When both are given, whichever is reached first; never more than `MOST_OCCASIONS`. Raises
    ValueError when neither is given.
    """
    if count is None and until is None:
        raise ValueError("neither a count nor a last day")
    found = kept(recurrence, start, breaks, is_holiday)
    if until is not None:
        found = takewhile(lambda day: day <= until, found)
    return tuple(islice(found, MOST_OCCASIONS if count is None else min(count, MOST_OCCASIONS)))


def instant(day: date, at: time, zone: str) -> datetime:
    """Return the moment, in UTC, when clocks in the zone show this time on this day.

    A time that clocks skip in spring is the moment that the offset before it says: 02:30 in
    Stockholm is when clocks show 03:30. Of a time that they show twice in autumn it is the first.
    """
    return datetime.combine(day, at.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def local(at: datetime, zone: str) -> tuple[date, time]:
    """Return the day and the time that clocks in the zone show at a moment in UTC."""
    require_utc(at)
    shown = at.astimezone(ZoneInfo(zone))
    return shown.date(), shown.time()
