"""On which dates a series falls, against dateutil's rrule, and what breaks do to it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile

import pytest
from dateutil.relativedelta import MO, relativedelta
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import example, given
from hypothesis import strategies as st

from bot.almanac import swedish_holiday
from bot.domain.recurrence import (
    LAST,
    MOST_OCCASIONS,
    PLACES,
    Alternating,
    Breaks,
    Monthly,
    Recurrence,
    Weekday,
    Weekly,
    dates,
    is_squeeze_day,
    kept,
    series,
)

START, END = date(2024, 1, 1), date(2040, 12, 31)
NO_BREAKS = Breaks(holidays=False, squeeze_days=False, months=frozenset())

weekdays = st.sampled_from(Weekday)
starts = st.dates(START, date(2038, 12, 31))
weekly = st.builds(Weekly, weekdays, st.integers(1, 52))
monthly = st.builds(Monthly, weekdays, st.sampled_from(PLACES), st.integers(1, 12))
alternating = st.builds(Alternating, weekdays, st.booleans())
recurrences = weekly | alternating | monthly
breaks = st.builds(
    Breaks,
    st.booleans(),
    st.booleans(),
    st.frozensets(st.integers(1, 12), max_size=4),
    st.frozensets(st.integers(1, 53), max_size=12),
)


def never(day: date) -> bool:
    """Return that no day is a holiday."""
    return False


def until_the_end(recurrence: Recurrence, start: date) -> list[date]:
    """Return the dates up to the end of 2040."""
    return list(takewhile(lambda day: day <= END, dates(recurrence, start)))


def by_rrule(recurrence: Recurrence, start: date) -> list[date]:
    """Return what dateutil says, the interval counted from the first date that fits."""
    if isinstance(recurrence, Alternating):
        return by_year(recurrence, start)
    freq = WEEKLY if isinstance(recurrence, Weekly) else MONTHLY
    nth = None if isinstance(recurrence, Weekly) else recurrence.nth
    on = weekday(recurrence.weekday.value, nth)
    begin = datetime.combine(start, time())
    first = rrule(freq, dtstart=begin, byweekday=on)[0]
    until = datetime.combine(END, time())
    rule = rrule(freq, dtstart=first, interval=recurrence.every, byweekday=on, until=until)
    return [each.date() for each in rule]


def by_year(recurrence: Alternating, start: date) -> list[date]:
    """Return what dateutil says of every other week in each ISO year, counted anew from its first.

    Not by rrule's `byweekno`, which takes 1 January 2039 (in week 52) to be in a week 53.
    """
    found: list[date] = []
    for year in range(start.year - 1, END.year + 2):
        begin, end = (first_monday(each) for each in (year, year + 1))
        begin += timedelta(weeks=1 if recurrence.even else 0)
        on = weekday(recurrence.weekday.value)
        rule = rrule(WEEKLY, dtstart=begin, interval=2, byweekday=on, until=end - timedelta(1))
        found += (each.date() for each in rule)
    return [day for day in found if start <= day <= END]


def first_monday(year: int) -> datetime:
    """Return the Monday of the week that 4 January is in, the first of the ISO year."""
    monday: datetime = datetime.combine(date(year, 1, 4), time()) + relativedelta(weekday=MO(-1))
    return monday


@given(recurrences, starts)
@example(Alternating(Weekday.FRIDAY, even=False), date(2026, 12, 1))
@example(Alternating(Weekday.SATURDAY, even=True), date(2024, 1, 1))
@example(Weekly(Weekday.MONDAY, 52), date(2026, 12, 28))
@example(Monthly(Weekday.THURSDAY, LAST), date(2028, 2, 29))
def test_dates_are_those_of_dateutil(recurrence: Recurrence, start: date) -> None:
    """Every n weeks, in even and odd weeks, and nth and last ones every n months, through 2040."""
    assert until_the_end(recurrence, start) == by_rrule(recurrence, start)


def test_dates_by_hand() -> None:
    """Second Tuesdays, last Fridays and every third Wednesday, read off a calendar."""
    second = Monthly(Weekday.TUESDAY, 2)
    assert list(islice(dates(second, date(2027, 1, 13)), 3)) == [
        date(2027, 2, 9),
        date(2027, 3, 9),
        date(2027, 4, 13),
    ]
    last = Monthly(Weekday.FRIDAY, LAST, every=2)
    assert list(islice(dates(last, date(2027, 1, 30)), 3)) == [
        date(2027, 2, 26),
        date(2027, 4, 30),
        date(2027, 6, 25),
    ]
    third = Weekly(Weekday.WEDNESDAY, 3)
    assert list(islice(dates(third, date(2026, 12, 24)), 2)) == [
        date(2026, 12, 30),
        date(2027, 1, 20),
    ]


def test_odd_weeks_follow_on_each_other_after_a_53rd() -> None:
    """Weeks 53 of 2026 and 1 of 2027 are both odd; between the even 52 and 2 are three weeks."""
    odd = dates(Alternating(Weekday.TUESDAY, even=False), date(2026, 12, 14))
    assert [(f"{day:%G-%V}", f"{day}") for day in islice(odd, 4)] == [
        ("2026-51", "2026-12-15"),
        ("2026-53", "2026-12-29"),
        ("2027-01", "2027-01-05"),
        ("2027-03", "2027-01-19"),
    ]
    even = dates(Alternating(Weekday.TUESDAY, even=True), date(2026, 12, 22))
    assert [f"{day:%G-%V}" for day in islice(even, 3)] == ["2026-52", "2027-02", "2027-04"]


@given(weekdays, starts)
def test_each_week_is_either_even_or_odd(on: Weekday, start: date) -> None:
    """The two kinds share no day and leave none out; apart from a 53rd week they alternate."""
    even, odd = (set(until_the_end(Alternating(on, each), start)) for each in (True, False))
    assert not even & odd
    assert sorted(even | odd) == until_the_end(Weekly(on), start)
    for day in odd:
        fifty_third = f"{day:%V}" == "53"
        assert (day + timedelta(weeks=1) in odd) is (fifty_third and day < END - timedelta(6))


@pytest.mark.parametrize(
    "recurrence",
    [
        Weekly(Weekday.MONDAY, 4),
        Alternating(Weekday.MONDAY, even=True),
        Monthly(Weekday.MONDAY, LAST),
    ],
)
def test_the_calendar_ends_quietly(recurrence: Recurrence) -> None:
    """At the end of the year 9999 there are no more dates, and no error."""
    assert all(day.year == 9999 for day in dates(recurrence, date(9999, 11, 1)))
    assert list(dates(recurrence, date.max)) == []


@pytest.mark.parametrize("every", [0, -1, 53])
def test_weeks_out_of_range_are_refused(every: int) -> None:
    """A weekly recurrence is 1 to 52 weeks apart."""
    with pytest.raises(ValueError, match="weeks"):
        Weekly(Weekday.MONDAY, every)


@pytest.mark.parametrize(("nth", "every"), [(0, 1), (5, 1), (-2, 1), (1, 0), (1, 13)])
def test_months_out_of_range_are_refused(nth: int, every: int) -> None:
    """A monthly recurrence is a first to fourth or last weekday, 1 to 12 months apart."""
    with pytest.raises(ValueError, match="month"):
        Monthly(Weekday.MONDAY, nth, every)


@pytest.mark.parametrize(("months", "weeks"), [({0}, {1}), ({13}, {1}), ({1}, {0}), ({1}, {54})])
def test_breaks_out_of_range_are_refused(months: set[int], weeks: set[int]) -> None:
    """There are twelve months and at most 53 weeks."""
    with pytest.raises(ValueError, match="no such"):
        Breaks(months=frozenset(months), weeks=frozenset(weeks))


# --- breaks -------------------------------------------------------------------------------


def in_break(day: date, breaks: Breaks) -> bool:
    """Return whether a day is in a break, told in another way than the code does."""
    off = {
        each
        for each in (day + timedelta(days=n) for n in (-1, 0, 1))
        if each.isoweekday() > 5 or swedish_holiday(each)
    }
    squeezed = len(off) == 2 and day not in off
    return (
        (breaks.holidays and swedish_holiday(day))
        or (breaks.squeeze_days and squeezed)
        or day.month in breaks.months
        or int(f"{day:%V}") in breaks.weeks
    )


@given(recurrences, starts, breaks)
def test_nothing_falls_in_a_break(recurrence: Recurrence, start: date, breaks: Breaks) -> None:
    """What is kept is free, on the right weekday, in order, never twice and never too early."""
    found = list(islice(kept(recurrence, start, breaks, swedish_holiday), 30))
    assert not [day for day in found if in_break(day, breaks)]
    assert {day.weekday() for day in found} <= {recurrence.weekday}
    assert found == sorted(set(found))
    assert all(day >= start for day in found)


@given(weekly | alternating, starts, breaks)
def test_weekly_dates_in_a_break_are_left_out(
    recurrence: Weekly | Alternating, start: date, breaks: Breaks
) -> None:
    """A weekly series keeps just those of its dates that are free."""
    found = list(islice(kept(recurrence, start, breaks, swedish_holiday), 30))
    if found:
        planned = takewhile(lambda day: day <= found[-1], dates(recurrence, start))
        assert found == [day for day in planned if not in_break(day, breaks)]


@given(monthly, starts, breaks)
def test_monthly_dates_stay_in_their_month(
    recurrence: Monthly, start: date, breaks: Breaks
) -> None:
    """A month has at most one occasion, on its own day whenever that is free."""
    found = list(islice(kept(recurrence, start, breaks, swedish_holiday), 30))
    by_month = {(day.year, day.month): day for day in found}
    assert len(by_month) == len(found)
    if not found:
        return
    for day in takewhile(lambda day: day <= found[-1], dates(recurrence, start)):
        kept_day = by_month.get((day.year, day.month))
        if not in_break(day, breaks):
            assert kept_day == day
        elif day.month in breaks.months or day.isocalendar().week in breaks.weeks:
            assert kept_day is None


@given(recurrences, starts)
def test_without_breaks_every_date_is_kept(recurrence: Recurrence, start: date) -> None:
    """A team that meets on holidays, too, meets on every date."""
    found = kept(recurrence, start, NO_BREAKS, lambda day: True)
    assert list(islice(found, 40)) == list(islice(dates(recurrence, start), 40))


@pytest.mark.parametrize(
    ("recurrence", "start", "moved"),
    [
        # Easter Monday: a week later.
        (Monthly(Weekday.MONDAY, 1), date(2026, 4, 1), date(2026, 4, 13)),
        # Ascension Day, the second Thursday of May 2026: a week later.
        (Monthly(Weekday.THURSDAY, 2), date(2026, 5, 1), date(2026, 5, 21)),
        # The Friday after it is squeezed in: a week later.
        (Monthly(Weekday.FRIDAY, 3), date(2026, 5, 1), date(2026, 5, 22)),
        # Christmas Eve, and a week later New Year's Eve: the week before.
        (Monthly(Weekday.THURSDAY, 4), date(2026, 12, 1), date(2026, 12, 17)),
        (Monthly(Weekday.THURSDAY, LAST), date(2026, 12, 1), date(2026, 12, 17)),
        # New Year's Day: a week later.
        (Monthly(Weekday.FRIDAY, 1), date(2027, 1, 1), date(2027, 1, 8)),
    ],
)
def test_monthly_dates_are_moved(recurrence: Monthly, start: date, moved: date) -> None:
    """To the week after, or where the month ends to the week before."""
    assert next(kept(recurrence, start, Breaks(), swedish_holiday)) == moved


@pytest.mark.parametrize("weekday", Weekday)
@pytest.mark.parametrize("nth", PLACES)
def test_no_month_is_lost_to_a_holiday(weekday: Weekday, nth: int) -> None:
    """Through 2040 every month has its meeting, whichever weekday it is on."""
    found = kept(Monthly(weekday, nth), START, Breaks(months=frozenset()), swedish_holiday)
    assert len(list(takewhile(lambda day: day <= END, found))) == 17 * 12


def test_a_date_is_not_moved_before_the_start() -> None:
    """Who begins on Christmas Eve is not told to have met the week before."""
    found = kept(Monthly(Weekday.THURSDAY, 4), date(2026, 12, 20), Breaks(), swedish_holiday)
    assert next(found) == date(2027, 1, 28)


def test_a_moved_date_is_not_moved_into_another_break() -> None:
    """Ascension Day's meeting skips a week that is left out."""
    breaks = Breaks(weeks=frozenset({21}))
    found = kept(Monthly(Weekday.THURSDAY, 2), date(2026, 5, 1), breaks, swedish_holiday)
    assert next(found) == date(2026, 5, 28)


def test_a_year_with_breaks_by_hand() -> None:
    """Every other Tuesday in 2026: no Epiphany, no July, not in weeks 44 and 52."""
    found = series(
        Weekly(Weekday.TUESDAY, 2),
        date(2026, 1, 1),
        Breaks(weeks=frozenset({44, 52})),
        swedish_holiday,
        count=None,
        until=date(2026, 12, 31),
    )
    assert " ".join(f"{day:%m%d}" for day in found) == (
        "0120 0203 0217 0303 0317 0331 0414 0428 0512 0526 0609 0623 0804 0818 0901 0915 0929 1013"
        " 1110 1124 1208"
    )


def test_squeeze_days_by_hand() -> None:
    """The single working days between two days off, in three years."""
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(3 * 365 + 1))
    found = [f"{day}" for day in days if is_squeeze_day(day, swedish_holiday)]
    assert found == [
        *("2026-01-02", "2026-01-05", "2026-05-15"),
        "2027-05-07",
        *("2028-01-07", "2028-05-26", "2028-06-05"),
    ]


@pytest.mark.parametrize(
    "recurrence", [Weekly(Weekday.MONDAY), Weekly(Weekday.FRIDAY, 52), Monthly(Weekday.MONDAY, 1)]
)
@pytest.mark.parametrize(
    "breaks", [Breaks(months=frozenset(range(1, 13))), Breaks(weeks=frozenset(range(1, 54)))]
)
def test_breaks_that_leave_nothing_end(recurrence: Recurrence, breaks: Breaks) -> None:
    """The search is given up after ten years: nothing is left, and nothing hangs."""
    assert list(kept(recurrence, date(2026, 1, 1), breaks, never)) == []
    assert series(recurrence, START, breaks, never, count=3, until=None) == ()


def test_the_search_is_given_up_after_ten_years() -> None:
    """Where every day is a holiday, no day further away is asked for."""
    asked = set()

    def always(day: date) -> bool:
        asked.add(day.year)
        return True

    assert list(kept(Monthly(Weekday.MONDAY, 1), date(2026, 1, 1), Breaks(), always)) == []
    assert asked == set(range(2026, 2037))


def test_a_series_ends_with_the_calendar() -> None:
    """A search that runs over the year 9999 ends there."""
    breaks = Breaks(months=frozenset(range(1, 13)))
    assert list(kept(Weekly(Weekday.MONDAY), date(9995, 1, 1), breaks, never)) == []


# --- series -------------------------------------------------------------------------------


def test_a_series_has_as_many_as_were_asked_for() -> None:
    """By count, by last day (it included), or by whichever comes first."""
    every_week = Weekly(Weekday.TUESDAY)
    first, second, third = (date(2027, 3, day) for day in (2, 9, 16))

    def found(count: int | None, until: date | None) -> tuple[date, ...]:
        return series(every_week, date(2027, 3, 1), NO_BREAKS, never, count=count, until=until)

    assert found(3, None) == (first, second, third)
    assert found(None, second) == (first, second)
    assert found(1, third) == (first,)
    assert found(3, second) == (first, second)
    assert found(0, None) == found(None, date(2027, 3, 1)) == ()


def test_a_series_is_never_too_long() -> None:
    """Neither by count nor by its last day."""
    for count, until in ((500, None), (None, date(2090, 1, 1))):
        found = series(Weekly(Weekday.MONDAY), START, NO_BREAKS, never, count=count, until=until)
        assert len(found) == MOST_OCCASIONS


def test_a_series_needs_an_end() -> None:
    """Without a count or a last day there is no series."""
    with pytest.raises(ValueError, match="neither"):
        series(Weekly(Weekday.MONDAY), START, NO_BREAKS, never, count=None, until=None)
