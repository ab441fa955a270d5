"""Times as the team's clock tells them, also on the days when it is changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.session import EXTEND_MINUTES, extend
from bot.locales import words
from bot.views.board import board
from bot.views.model import StepLine
from bot.views.replies import running
from bot.views.times import date_in_words, moment, whole_minutes
from tests.services.people import SCRIPT, team
from tests.views.moments import round_, session

SPRING = datetime(2026, 3, 29, 0, 50, tzinfo=UTC)
"""Ten minutes before Sweden's clocks go from 02:00 to 03:00."""

AUTUMN = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
"""Ten minutes before Sweden's clocks go from 03:00 back to 02:00."""


def ends(start: datetime) -> list[str]:
    """Return when the steps of a dialogue that begins then end, as the message says it."""
    view = board(session(0, start), round_(), SCRIPT.theme, team(), (), words("sv"))
    return [line.ends.text for line in view.steps if line.ends]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (datetime(2026, 1, 15, 8, tzinfo=UTC), ["09:02", "09:05", "09:09", "09:15"]),
        (datetime(2026, 7, 15, 8, tzinfo=UTC), ["10:02", "10:05", "10:09", "10:15"]),
        (SPRING, ["01:52", "01:55", "01:59", "03:05"]),
        (AUTUMN, ["02:52", "02:55", "02:59", "02:05"]),
        (datetime(2026, 1, 15, 22, 50, tzinfo=UTC), ["23:52", "23:55", "23:59", "00:05"]),
    ],
    ids=["winter", "summer", "spring-forward", "autumn-back", "midnight"],
)
def test_steps_end_by_the_teams_clock(start: datetime, expected: list[str]) -> None:
    """A night shift whose clock is changed under way still reads the right times."""
    assert ends(start) == expected


def test_moment_keeps_the_instant() -> None:
    """The text is the team's; the instant stays, for readers in other zones."""
    there = moment(SPRING, "Europe/Stockholm")
    assert (there.text, there.at) == ("01:50", SPRING)
    assert moment(SPRING, "America/New_York").text == "20:50"


def test_status_tells_the_same_times_as_the_board() -> None:
    """What `/apt status` says is what the message in the channel says."""
    at = session(2, AUTUMN)
    line = running(at, round_(), SCRIPT.theme, team(), False, words("sv")).lines[1]
    assert line == words("sv")("menu-ends-at", time="02:54", end="02:00")


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.sampled_from(EXTEND_MINUTES))  # noqa: DTZ001 - made aware below
def test_times_are_in_order_and_in_the_zone(naive: datetime, minutes: int) -> None:
    """Whenever a dialogue is held, the ends follow each other and their texts are right."""
    start = naive.replace(tzinfo=UTC)
    at = extend(session(0, start), minutes)
    view = board(at, round_(), SCRIPT.theme, team(), (), words("sv"))
    found = [line.ends for line in view.steps if line.ends]
    instants = [each.at for each in found]
    assert instants == sorted(instants)
    assert instants[-1] - start == timedelta(minutes=15 + minutes)
    zone = ZoneInfo(team().timezone)
    assert all(each.text == f"{each.at.astimezone(zone):%H:%M}" for each in found)


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (900, 15)]
)
def test_minutes_are_rounded_up(seconds: int, minutes: int) -> None:
    """What is left is never said to be less than it is."""
    assert whole_minutes(timedelta(seconds=seconds)) == minutes


def test_steps_that_have_passed_say_no_time() -> None:
    """How long a step was meant to be is no longer true when it was cut short."""
    view = board(session(3), round_(), SCRIPT.theme, team(), (), words("sv"))
    labels = [(line.time_label, line.ends) for line in view.steps[:3]]
    assert labels == [("", None)] * 3
    assert isinstance(view.steps[3], StepLine)
    assert view.steps[3].ends is not None


def test_a_day_is_said_in_words_by_the_teams_calendar() -> None:
    """The month has its name, and the day is that of the team, not of Greenwich."""
    late = datetime(2026, 12, 4, 23, 30, tzinfo=UTC)
    assert date_in_words(late, "Europe/Stockholm", words("sv")) == "5 december"
    assert date_in_words(late, "UTC", words("en")) == "4 December"
    months = {date_in_words(late.replace(month=m), "UTC", words("sv")) for m in range(1, 13)}
    assert len(months) == 12
