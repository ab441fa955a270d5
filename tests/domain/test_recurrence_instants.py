"""The moments of local dates and times, in zones with all kinds of changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.recurrence import Weekday, Weekly, dates, instant, local

ZONES = (
    "Europe/Stockholm",
    "Africa/Casablanca",  # leaves its summer time for Ramadan
    "America/New_York",
    "America/Santiago",  # changes at midnight: some days begin at 01:00
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Lord_Howe",  # changes by half an hour
    "Pacific/Apia",
    "Pacific/Chatham",
    "UTC",
)
FIRST, LAST = date(2024, 1, 1), date(2040, 12, 31)
DAY, QUARTER = timedelta(days=1), timedelta(minutes=15)


def offset(day: date, zone: str) -> timedelta:
    """Return by how much clocks in the zone are ahead of UTC at noon UTC of the day."""
    found = datetime.combine(day, time(12), UTC).astimezone(ZoneInfo(zone)).utcoffset()
    assert found is not None
    return found


def changes(zone: str) -> Iterator[date]:
    """Yield the days on or next to which the zone changes its clocks."""
    for number in range(FIRST.toordinal(), LAST.toordinal()):
        day = date.fromordinal(number)
        if offset(day, zone) != offset(day + DAY, zone):
            yield from (day, day + DAY)


def shown(at: datetime, zone: str) -> datetime:
    """Return what clocks in the zone show at a moment."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def expect(day: date, at: time, zone: str) -> None:
    """Look for the moments when clocks show the time, and compare."""
    wall = datetime.combine(day, at)
    # The offsets that can hold on the day, whichever way it changes.
    offsets = {offset(day + n * DAY, zone) for n in (-2, -1, 0, 1, 2)}
    moments = sorted((wall - each).replace(tzinfo=UTC) for each in offsets)
    found = instant(day, at, zone)
    assert found.tzinfo is UTC
    fitting = [each for each in moments if shown(each, zone) == wall]
    if fitting:
        assert found == fitting[0]
        assert local(found, zone) == (day, at)
    else:  # skipped: later on the clock by as much as it is put forward
        assert shown(found, zone) - wall == max(offsets) - min(offsets)


@pytest.mark.parametrize("zone", ZONES)
def test_days_of_change(zone: str) -> None:
    """On the days when clocks are changed, every quarter of an hour is at its first moment."""
    for day in changes(zone):
        for number in range(96):
            expect(day, (datetime.combine(day, time()) + number * QUARTER).time(), zone)


def test_zones_do_change() -> None:
    """What is tested on days of change is tested on many."""
    count = {zone: len(list(changes(zone))) for zone in ZONES}
    assert count["Europe/Stockholm"] == count["America/New_York"] == 17 * 2 * 2
    assert count["Asia/Kathmandu"] == count["UTC"] == 0
    assert count["Africa/Casablanca"] > 50


@given(st.sampled_from(ZONES), st.dates(FIRST, LAST), st.times())
def test_any_day(zone: str, day: date, at: time) -> None:
    """A local time comes back as it was, but for one that is skipped."""
    expect(day, at, zone)


@given(
    st.sampled_from(ZONES),
    st.dates(FIRST, date(2038, 1, 1)),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from(Weekday),
)
def test_a_series_never_drifts(zone: str, start: date, at: time, weekday: Weekday) -> None:
    """A hundred weeks on, clocks show the same time, and each date has one moment."""
    moments = []
    for day, _ in zip(dates(Weekly(weekday), start), range(100), strict=False):
        moments.append(instant(day, at, zone))
        there, time_there = local(moments[-1], zone)
        assert there == day
        assert time_there >= at
    assert moments == sorted(set(moments))


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        ("2027-03-27", "02:30", "2027-03-27T01:30"),
        ("2027-03-28", "01:59", "2027-03-28T00:59"),
        ("2027-03-28", "02:30", "2027-03-28T01:30"),  # clocks show 03:30
        ("2027-03-28", "03:30", "2027-03-28T01:30"),
        ("2027-03-28", "09:00", "2027-03-28T07:00"),
        ("2027-10-30", "09:00", "2027-10-30T07:00"),
        ("2027-10-31", "02:30", "2027-10-31T00:30"),  # the first of two
        ("2027-10-31", "03:00", "2027-10-31T02:00"),
        ("2027-10-31", "09:00", "2027-10-31T08:00"),
    ],
)
def test_the_nights_of_change_in_stockholm(day: str, at: str, moment: str) -> None:
    """Written out by hand for 2027."""
    found = instant(date.fromisoformat(day), time.fromisoformat(at), "Europe/Stockholm")
    assert found == datetime.fromisoformat(f"{moment}+00:00")


def test_a_time_with_a_fold_is_the_first_one() -> None:
    """What was read off a clock in the second hour does not carry that along."""
    day, zone = date(2027, 10, 31), "Europe/Stockholm"
    second = local(datetime(2027, 10, 31, 1, 30, tzinfo=UTC), zone)
    assert second == (day, time(2, 30))
    assert instant(*second, zone) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_only_moments_in_utc_are_read() -> None:
    """A naive moment, or one in another zone, is a mistake of the caller."""
    for wrong in (
        datetime(2027, 3, 2, 9),  # noqa: DTZ001 - the mistake that is to be refused
        datetime(2027, 3, 2, 9, tzinfo=ZoneInfo("Europe/Stockholm")),
    ):
        with pytest.raises(ValueError, match="not in UTC"):
            local(wrong, "Europe/Stockholm")
