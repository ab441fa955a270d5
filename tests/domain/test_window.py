"""When a box is closed after the dialogue, and when people are reminded of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.almanac import swedish_holiday
from bot.domain.window import (
    ANSWER_DAYS,
    BEFORE_CLOSE,
    LEEWAY,
    SHORTEST,
    checked_days,
    closing_time,
    next_chance,
    reminder_time,
    too_late,
)

STOCKHOLM = "Europe/Stockholm"
ZONES = (
    STOCKHOLM,
    "Europe/London",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "UTC",
)
START = datetime(2024, 1, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(), timedelta(days=3000)).map(lambda after: START + after)
TURNS = st.sampled_from(
    [
        datetime(2026, 3, 28, 17, tzinfo=UTC),  # the clocks of Europe go forward in the night
        datetime(2026, 10, 24, 17, tzinfo=UTC),  # and back
        datetime(2026, 4, 4, 13, tzinfo=UTC),  # Lord Howe, by half an hour
    ]
)
OPENINGS = st.one_of(
    MOMENTS, st.builds(lambda at, h: at + h, TURNS, st.timedeltas(timedelta(), timedelta(days=2)))
)


def at(text: str, zone: str = STOCKHOLM) -> datetime:
    """Return the moment that a local clock and calendar show."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """Return what the clock and calendar of the zone show."""
    return moment.astimezone(ZoneInfo(zone))


def never(day: date) -> bool:
    """No day is a holiday."""
    return day is None


# --- the close ------------------------------------------------------------------------------


@given(OPENINGS, st.sampled_from(ANSWER_DAYS), st.sampled_from(ZONES))
def test_closes_at_six_on_the_last_day(opened: datetime, days: int, zone: str) -> None:
    """By the team's own clock and calendar, whatever the zone does; never at once."""
    closes = closing_time(opened, days, zone)
    assert closes.utcoffset() == timedelta()
    assert closes - opened >= SHORTEST
    then, begun = local(closes, zone), local(opened, zone)
    if closes - opened > SHORTEST:
        assert then.time() == time(18)
        assert then.date() - begun.date() == timedelta(days=days)
    else:
        assert days == 0


@pytest.mark.parametrize(
    ("opened", "days", "closes"),
    [
        ("2027-03-01 09:00", 0, "2027-03-01 18:00"),
        ("2027-03-01 16:00", 0, "2027-03-01 18:00"),
        ("2027-03-01 16:01", 0, "2027-03-01 18:01"),
        ("2027-03-01 23:30", 0, "2027-03-02 01:30"),
        ("2027-03-01 23:30", 1, "2027-03-02 18:00"),
        ("2027-03-27 09:00", 1, "2027-03-28 18:00"),  # an hour less in between
        ("2027-10-30 09:00", 1, "2027-10-31 18:00"),  # an hour more
        ("2027-03-01 09:00", 14, "2027-03-15 18:00"),
    ],
)
def test_closing_times(opened: str, days: int, closes: str) -> None:
    """As people would say them."""
    assert closing_time(at(opened), days, STOCKHOLM) == at(closes)


@pytest.mark.parametrize("days", [-1, 15, 1000])
def test_other_days_are_refused(days: int) -> None:
    """What a button can't say is refused; none and the days of the range are not."""
    with pytest.raises(ValueError, match="so many days"):
        checked_days(days)
    with pytest.raises(ValueError, match="so many days"):
        closing_time(at("2027-03-01 09:00"), days, STOCKHOLM)
    assert [checked_days(fine) for fine in (None, 0, 14)] == [None, 0, 14]


# --- the reminder ---------------------------------------------------------------------------


def fair(moment: datetime, closes: datetime, zone: str) -> bool:
    """Whether a reminder may be planned for the moment, put together in another way."""
    there = local(moment, zone)
    return (
        8 <= there.hour < 17
        and there.strftime("%a") not in {"Sat", "Sun"}
        and not swedish_holiday(there.date())
        and closes - moment >= BEFORE_CLOSE
    )


@given(OPENINGS, st.sampled_from(ANSWER_DAYS), st.sampled_from(ZONES))
def test_a_reminder_comes_at_a_good_time(opened: datetime, days: int, zone: str) -> None:
    """In the day, on a working day, with time left; at ten, or two hours before the close."""
    closes = closing_time(opened, days, zone)
    planned = reminder_time(opened, closes, zone, swedish_holiday)
    if planned is None:
        return
    assert opened < planned
    assert fair(planned, closes, zone)
    same_day = local(planned, zone).date() == local(opened, zone).date()
    assert same_day == (days == 0)
    assert planned == closes - BEFORE_CLOSE if same_day else local(planned, zone).time() == time(10)


@given(OPENINGS, st.integers(1, 14), st.sampled_from(ZONES))
def test_none_is_left_out(opened: datetime, days: int, zone: str) -> None:
    """There is one whenever some day after the first is a working day, and on the first such."""
    closes = closing_time(opened, days, zone)
    first = local(opened, zone).date()
    mornings = [
        datetime.combine(first + timedelta(days=n), time(10), ZoneInfo(zone)).astimezone(UTC)
        for n in range(1, days + 1)
    ]
    expected = next((each for each in mornings if fair(each, closes, zone)), None)
    assert reminder_time(opened, closes, zone, swedish_holiday) == expected


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(days=15)), st.sampled_from(ZONES))
def test_next_chance_is_the_first(earliest: datetime, left: timedelta, zone: str) -> None:
    """It is fair, and of the quarters of an hour before it none is."""
    closes = earliest + left
    found = next_chance(earliest, closes, zone, swedish_holiday)
    end = closes if found is None else found
    quarters = int((end - earliest) / timedelta(minutes=15))
    tried = (earliest + n * timedelta(minutes=15) for n in range(quarters + 1))
    assert not any(fair(each, closes, zone) for each in tried if each < end)
    assert found is None or (found >= earliest and fair(found, closes, zone))


@given(MOMENTS, st.integers(0, 14), st.sampled_from(ZONES))
def test_a_late_reminder_is_dropped_in_time(earliest: datetime, days: int, zone: str) -> None:
    """What could not be sent is not sent at night, on another day, or close to the end."""
    closes = closing_time(earliest, days, zone)
    planned = next_chance(earliest, closes, zone, swedish_holiday)
    if planned is None:
        return
    end = too_late(planned, closes, zone)
    assert planned < end
    assert local(end, zone).date() == local(planned, zone).date()
    assert local(end, zone).time() <= time(17)
    assert closes - end >= BEFORE_CLOSE - LEEWAY


@pytest.mark.parametrize(
    ("opened", "days", "planned"),
    [
        ("2027-03-01 09:00", 0, "2027-03-01 16:00"),
        ("2027-03-01 17:30", 0, None),  # the box is open till half past seven
        ("2027-03-06 09:00", 0, None),  # a Saturday
        ("2027-03-01 09:00", 1, "2027-03-02 10:00"),
        ("2027-03-05 09:00", 1, None),  # a Friday: the box is closed on Saturday
        ("2027-03-05 09:00", 3, "2027-03-08 10:00"),
        ("2027-03-25 09:00", 3, None),  # Good Friday, and the Easter days
        ("2027-03-25 09:00", 5, "2027-03-30 10:00"),
        ("2027-12-23 09:00", 5, "2027-12-27 10:00"),
        ("2027-06-24 09:00", 3, None),  # the eve of Midsummer is kept like a holiday
    ],
)
def test_reminder_times(opened: str, days: int, planned: str | None) -> None:
    """As people would say them."""
    closes = closing_time(at(opened), days, STOCKHOLM)
    found = reminder_time(at(opened), closes, STOCKHOLM, swedish_holiday)
    assert found == (at(planned) if planned else None)


def test_without_holidays_the_weekend_is_free_still() -> None:
    """The holidays are what the caller says; Saturdays and Sundays nobody needs to say."""
    good_friday = at("2027-03-25 09:00")
    closes = closing_time(good_friday, 3, STOCKHOLM)
    assert reminder_time(good_friday, closes, STOCKHOLM, never) == at("2027-03-26 10:00")
    assert next_chance(at("2027-03-27 10:00"), closes, STOCKHOLM, never) is None
