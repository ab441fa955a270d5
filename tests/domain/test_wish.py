"""The form of a plan: picked or written, and the draft that it comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plan import Opening
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import LAST, Breaks, Monthly, Weekday, Weekly, dates
from bot.domain.wish import LeftOut, Rhythm, Wish, picked
from bot.errors import BadTime, BadWeeks, UnclearTime, UnclearWhen

TODAY = date(2026, 3, 2)
"""A Monday."""

THEMES = tuple(ThemeRef(programme="p", theme=f"t{number}") for number in range(3))

WISH = Wish(
    themes=THEMES,
    text="",
    rhythm=Rhythm.BIWEEKLY,
    first=date(2026, 3, 10),
    at=time(9),
    count=None,
    until=None,
    left_out=frozenset(),
    weeks="",
    announce_days=3,
    opening=Opening.ASK,
)

DAYS = st.dates(date(2026, 1, 1), date(2040, 12, 31))


def test_picked() -> None:
    """The weekday is that of the first day."""
    draft = WISH.draft(TODAY)
    assert (draft.recurrence, draft.first, draft.at) == (
        Weekly(Weekday.TUESDAY, 2),
        date(2026, 3, 10),
        time(9),
    )
    assert draft.themes == THEMES


def test_a_single_time_takes_one_theme() -> None:
    """The others are not part of the plan, or they would stand there without a day."""
    assert replace(WISH, rhythm=Rhythm.ONCE).draft(TODAY).themes == THEMES[:1]
    assert replace(WISH, text="2 april 9:00").draft(TODAY).themes == THEMES[:1]


def test_what_is_written_goes_before_what_is_picked() -> None:
    """Rhythm and time are the written ones; the series begins on the picked day at the earliest."""
    draft = replace(WISH, text="andra tisdagen i månaden 13.30").draft(TODAY)
    assert (draft.recurrence, draft.first, draft.at) == (
        Monthly(Weekday.TUESDAY, 2),
        WISH.first,
        time(13, 30),
    )
    once = replace(WISH, text="torsdag 2 april kl 8:15").draft(TODAY)
    assert (once.recurrence, once.first, once.at) == (None, date(2026, 4, 2), time(8, 15))


def test_the_missing_parts_are_those_picked() -> None:
    """A rhythm alone keeps the picked time, a time alone the picked rhythm, weeks their weekday."""
    assert replace(WISH, text="varje fredag").draft(TODAY).at == time(9)
    alone = replace(WISH, text="kl 8:45").draft(TODAY)
    assert (alone.recurrence, alone.at) == (Weekly(Weekday.TUESDAY, 2), time(8, 45))
    assert replace(WISH, text="var tredje vecka").draft(TODAY).recurrence == Weekly(
        Weekday.TUESDAY, 3
    )


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"text": "gurka"}, UnclearWhen),
        ({"text": "varannan gurka"}, UnclearWhen),
        ({"text": "kl halv två"}, UnclearTime),
        ({"text": "tisdagar 25:00"}, BadTime),
        ({"weeks": "8, 61"}, BadWeeks),
    ],
)
def test_what_can_not_be_read(changes: dict[str, str], error: type[Exception]) -> None:
    """Each mistake is an error of its own, which the form says at its field."""
    with pytest.raises(error):
        replace(WISH, **changes).draft(TODAY)  # type: ignore[arg-type]


def test_what_is_left_out() -> None:
    """Each tick is a break of its own."""
    every = replace(WISH, left_out=frozenset(LeftOut), weeks="8 och 44").draft(TODAY)
    assert every.breaks == Breaks(
        holidays=True, squeeze_days=True, months=frozenset({7}), weeks=frozenset({8, 44})
    )
    assert WISH.draft(TODAY).breaks == Breaks(
        holidays=False, squeeze_days=False, months=frozenset()
    )


@given(first=DAYS, rhythm=st.sampled_from([each for each in Rhythm if each is not Rhythm.ONCE]))
def test_the_first_day_is_one_of_the_rhythm(first: date, rhythm: Rhythm) -> None:
    """Whatever day is picked: the series falls on it, or a form would say what it does not do."""
    recurrence = picked(rhythm, first)
    assert recurrence is not None
    assert next(dates(recurrence, first)) == first


@given(first=DAYS)
def test_a_fifth_weekday_is_the_last(first: date) -> None:
    """Not every month has a fifth; every month has a last."""
    monthly = picked(Rhythm.MONTHLY, first)
    assert isinstance(monthly, Monthly)
    is_fifth = first.day > 28
    assert (monthly.nth == LAST) == is_fifth
    if is_fifth:
        assert (first + timedelta(7)).month != first.month
