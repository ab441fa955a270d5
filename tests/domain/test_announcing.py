"""When occasions are announced: by day, on working days, in any zone, over changes of clocks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.almanac import swedish_holiday
from bot.domain.announcing import ShortNotice, announce_at, announce_late, short_notice
from bot.domain.plan import ANNOUNCE_DAYS
from bot.domain.recurrence import instant, local

zones = st.sampled_from(
    ["Europe/Stockholm", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC"]
)
days = st.dates(date(2025, 1, 1), date(2031, 12, 31))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
leads = st.sampled_from(ANNOUNCE_DAYS)


def by_day(at: datetime, zone: str) -> bool:
    """Whether people are up."""
    return 8 <= at.astimezone(ZoneInfo(zone)).hour < 18


def works(at: datetime, zone: str) -> bool:
    """Whether people work that day."""
    day = at.astimezone(ZoneInfo(zone)).date()
    return day.weekday() < 5 and not swedish_holiday(day)


@given(days, times, zones, leads)
def test_planned_for_the_day(day: date, at: time, zone: str, lead: int) -> None:
    """Before it begins, by day, on a working day; never later than was asked for."""
    told = announce_at(day, at, zone, lead, swedish_holiday)
    start = instant(day, at, zone)
    assert told < start
    if lead:
        assert by_day(told, zone)
        assert works(told, zone)
        assert told.astimezone(ZoneInfo(zone)).date() <= day - timedelta(lead)
    else:
        same = told.astimezone(ZoneInfo(zone)).date() == day
        assert start - told == timedelta(hours=2) if same else by_day(told, zone)
        assert same or works(told, zone)


@given(days, times, zones, leads, st.floats(0, 20))
def test_late(day: date, at: time, zone: str, lead: int, late: float) -> None:
    """Still before it begins; at night only where no hour by day is left, likewise days off."""
    start = instant(day, at, zone)
    now = announce_at(day, at, zone, lead, swedish_holiday) + timedelta(days=late)
    told = announce_late(now, start, zone, swedish_holiday)
    assert told >= now
    if now >= start:
        return
    assert told < start
    hours = [now + timedelta(hours=n) for n in range(24 * 20) if now + timedelta(hours=n) < start]
    if not by_day(told, zone):
        assert told == now
        assert not any(by_day(each, zone) for each in hours)
    elif not works(told, zone):
        assert not any(by_day(each, zone) and works(each, zone) for each in hours)


@given(days, times, zones, leads)
def test_what_is_in_time_is_not_late(day: date, at: time, zone: str, lead: int) -> None:
    """Looked at when it is due, or some seconds after, it is told and not put off."""
    told = announce_at(day, at, zone, lead, swedish_holiday)
    start = instant(day, at, zone)
    for now in (told, told + timedelta(seconds=30)):
        late = announce_late(now, start, zone, swedish_holiday)
        assert late == now or not works(told, zone) or not by_day(told, zone)


@given(st.lists(days, min_size=1, max_size=4, unique=True).map(sorted), times, zones, leads)
def test_short_notice_tells_what_happens(
    series: list[date], at: time, zone: str, lead: int
) -> None:
    """Just those are late whose moment has passed; the first is told when it will be told."""
    now = announce_at(series[0], at, zone, lead, swedish_holiday) + timedelta(hours=1)
    if now >= instant(series[0], at, zone):
        return
    told = short_notice(series, at, zone, lead, swedish_holiday, now)
    late = [day for day in series if announce_at(day, at, zone, lead, swedish_holiday) <= now]
    first = announce_late(now, instant(series[0], at, zone), zone, swedish_holiday)
    assert told == ShortNotice(len(late), None if first == now else local(first, zone))
    assert short_notice(series, at, zone, lead, swedish_holiday, now - timedelta(hours=2)) is None


def test_short_notice_by_hand() -> None:
    """On Monday noon the team is told at once of Tuesday; on Sunday it is told on Monday at 8."""
    tuesdays = (date(2026, 3, 3), date(2026, 3, 10))

    def told(day: int, lead: int) -> ShortNotice | None:
        now = instant(date(2026, 3, day), time(12), "Europe/Stockholm")
        return short_notice(tuesdays, time(9), "Europe/Stockholm", lead, swedish_holiday, now)

    assert told(2, 3) == ShortNotice(1, None)
    assert told(2, 14) == ShortNotice(2, None)
    assert told(1, 3) == ShortNotice(1, (date(2026, 3, 2), time(8)))
    assert told(2, 0) is None
