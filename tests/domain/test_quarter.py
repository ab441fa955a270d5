"""Quarters of a team's calendar, in every zone and through every change of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.quarter import Quarter
from bot.domain.rolling import MOST_QUARTERS, goes_on_to, last_quarter, latest

ZONES = sorted(available_timezones())
STOCKHOLM = "Europe/Stockholm"
SKIPS_MIDNIGHT = ("America/Asuncion", Quarter(2017, 3))
"""There the clocks were put forward at midnight on 1 October 2017: the day began at one."""

zones = st.sampled_from(ZONES)
quarters = st.builds(Quarter, st.integers(1971, 2099), st.integers(1, 4))
moments = st.integers(1, 47_000).flatmap(
    lambda days: st.integers(0, 86_399).map(
        lambda seconds: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(days=days, seconds=seconds)
    )
)


@given(zones, quarters)
@example(*SKIPS_MIDNIGHT)
def test_a_quarter_ends_where_the_next_begins(zone: str, quarter: Quarter) -> None:
    """The moment belongs to the next quarter, and what comes just before it to this one."""
    end = quarter.ends(zone)
    assert end.utcoffset() == timedelta()
    assert Quarter.of(end, zone) == quarter.later(1)
    assert Quarter.of(end - timedelta(microseconds=1), zone) == quarter
    assert last_quarter(end) == quarter


@given(zones, moments)
def test_every_moment_lies_in_its_quarter(zone: str, at: datetime) -> None:
    """It is before the quarter's end, and not before that of the one before."""
    quarter = Quarter.of(at, zone)
    assert quarter.later(-1).ends(zone) <= at < quarter.ends(zone)
    local = at.astimezone(ZoneInfo(zone)).date()
    assert quarter.first_day <= local <= quarter.last_day


def test_the_end_is_midnight_of_the_teams_clock() -> None:
    """In Stockholm the first quarter ends in summer time, the last one in winter time."""
    assert Quarter(2027, 1).ends(STOCKHOLM) == datetime(2027, 3, 31, 22, tzinfo=UTC)
    assert Quarter(2027, 4).ends(STOCKHOLM) == datetime(2027, 12, 31, 23, tzinfo=UTC)
    assert Quarter(2027, 1).last_day == date(2027, 3, 31)


def test_a_day_without_midnight_begins_later() -> None:
    """Where the clocks skip midnight, the quarter ends at that very change."""
    zone, quarter = SKIPS_MIDNIGHT
    assert quarter.ends(zone).astimezone(ZoneInfo(zone)).hour == 1


@given(quarters, st.integers(-40, 40))
def test_counting_quarters(quarter: Quarter, steps: int) -> None:
    """So many later is so many since, and the order is that of time."""
    other = quarter.later(steps)
    assert other.since(quarter) == steps
    assert 1 <= other.number <= 4
    assert (other > quarter) is (steps > 0)


@given(quarters)
def test_written_and_read(quarter: Quarter) -> None:
    """What is written is read again."""
    assert Quarter.parse(str(quarter)) == quarter


@pytest.mark.parametrize("text", ["", "2027", "2027Q5", "2027Q0", "27Q1", "2027Q1 ", "2027q1"])
def test_what_is_no_quarter(text: str) -> None:
    """Nothing else is read."""
    with pytest.raises(ValueError, match="quarter"):
        Quarter.parse(text)


def test_a_moment_in_another_zone_is_refused() -> None:
    """Moments are in UTC, so that nobody counts with a wall clock."""
    at = datetime(2027, 1, 1, tzinfo=timezone(timedelta(hours=1)))
    with pytest.raises(ValueError, match="UTC"):
        Quarter.of(at, STOCKHOLM)


@given(zones, quarters, st.integers(0, 12))
def test_a_box_goes_on_through_four_quarters_at_most(
    zone: str, first: Quarter, passed: int
) -> None:
    """It goes on in the present quarter, however many passed, until it has had its four."""
    now = first.later(passed).ends(zone)
    expected = first.later(passed + 1) if passed + 1 < MOST_QUARTERS else None
    assert goes_on_to(first, now, zone) == expected
    assert expected is None or expected <= latest(first)


def test_the_latest_quarter() -> None:
    """Four quarters in all, the first included: a box lives for a year at most."""
    assert latest(Quarter(2027, 2)) == Quarter(2028, 1)
