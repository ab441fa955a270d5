"""Planned occasions as their times come: announced, begun or asked about, or missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.plan import OccasionState, Opening
from bot.services import occasions, sessions
from tests.services.conftest import NewWorld
from tests.services.people import KARIN, OMAR, team
from tests.services.planned import (
    ASKED,
    GRACE_MINUTES,
    HELD,
    MISSED,
    PLANNED,
    TEMA1,
    announced,
    asked,
    auto,
    boards,
    march,
    moment,
    occasions_of,
    once,
    planned,
    posted,
    reports,
    running,
    states,
    text_of,
)
from tests.services.world import World


def test_an_occasion_is_announced_asked_about_and_opened(world: World) -> None:
    """The whole way: one message in the channel, one question, one dialogue."""
    plan = planned(world)
    (sheet,) = announced(world)
    assert "tisdag 3 mars kl 09:00" in sheet.title
    assert "Det vi är bra på 1" in text_of(sheet)
    march(world, 3, "09:00")
    assert states(world, plan)[:2] == [ASKED, PLANNED]
    (question,) = asked(world)
    assert "Det vi är bra på 1" in question.text
    first = occasions_of(world, plan)[0]
    session = occasions.open_now(world.deps, world.request(OMAR), first.id)
    world.work()
    assert session.theme == TEMA1
    assert states(world, plan)[0] is HELD
    assert [view.buttons for view in asked(world)] == [()]
    assert "Dialogen har startat" in text_of(announced(world)[0])
    world.later(hours=2)
    assert len(posted(world, "occasion")) == len(posted(world, "open")) == len(boards(world)) == 1
    assert reports(world) == []


@pytest.mark.parametrize(
    ("days", "at", "expected"),
    [
        (0, time(13), moment(3, 31, "11:00")),
        (0, time(9), moment(3, 30, "17:00")),
        (1, time(9), moment(3, 30, "09:00")),
        (7, time(9), moment(3, 24, "09:00")),
        (14, time(6), moment(3, 17, "08:00")),
        (14, time(20), moment(3, 17, "17:00")),
    ],
)
def test_announced_so_long_before(world: World, days: int, at: time, expected: datetime) -> None:
    """Not a minute before its time, over a change to summer time; never twice."""
    planned(world, once(date(2026, 3, 31), at, announce_days=days))
    world.clock.at = expected - timedelta(minutes=1)
    assert announced(world) == []
    world.clock.at = expected
    assert len(announced(world)) == 1
    world.later(hours=1)
    assert len(posted(world, "occasion")) == 1


def test_announced_on_the_working_day_before_a_holiday(world: World) -> None:
    """The day before Tuesday 7 April is Easter Monday: it is told on Thursday."""
    planned(world, once(date(2026, 4, 7)))
    world.clock.at = moment(4, 2, "08:59")
    assert announced(world) == []
    world.clock.at = moment(4, 2, "09:00")
    assert len(announced(world)) == 1


@pytest.mark.parametrize(
    ("starts", "back", "expected"),
    [
        (moment(3, 10, "09:00"), moment(3, 9, "23:00"), moment(3, 10, "08:00")),
        (moment(3, 10, "09:00"), moment(3, 10, "04:00"), moment(3, 10, "08:00")),
        (moment(3, 10, "07:00"), moment(3, 10, "04:00"), moment(3, 10, "04:00")),
        (moment(3, 9, "09:00"), moment(3, 7, "10:00"), moment(3, 9, "08:00")),
        (moment(3, 9, "07:30"), moment(3, 6, "22:00"), moment(3, 7, "08:00")),
    ],
    ids=["evening", "night", "night-before-an-early-one", "saturday", "saturday-for-early-monday"],
)
def test_announced_late_after_downtime(
    world: World, starts: datetime, back: datetime, expected: datetime
) -> None:
    """By day and on a working day, where there is one left before it begins."""
    local = starts + timedelta(hours=1)
    planned(world, once(local.date(), local.time(), announce_days=4))
    world.clock.at = back
    world.work()
    if expected > back:
        assert announced(world) == []
        world.clock.at = expected - timedelta(minutes=1)
        assert announced(world) == []
        world.clock.at = expected
    assert len(announced(world)) == 1


def test_not_announced_once_it_has_begun(world: World) -> None:
    """After downtime over the beginning the question comes, and no announcement."""
    plan = planned(world, once(date(2026, 3, 10)))
    march(world, 10, "09:10")
    assert announced(world) == []
    assert states(world, plan) == [ASKED]


def test_one_that_begins_by_itself(world: World) -> None:
    """In the name of one who leads; nobody is asked."""
    plan = planned(world, auto())
    march(world, 3, "08:59")
    assert boards(world) == []
    march(world, 3, "09:00")
    session = running(world)
    assert (session.theme, session.started_by) == (TEMA1, OMAR)
    world.later(hours=1)
    assert states(world, plan)[:2] == [HELD, PLANNED]
    assert len(boards(world)) == len(announced(world)) == 1
    assert (asked(world), reports(world)) == ([], [])


@pytest.mark.parametrize("opening", Opening)
@pytest.mark.parametrize(
    ("late", "state"), [(GRACE_MINUTES, None), (GRACE_MINUTES + 1, MISSED), (60 * 24 * 9, MISSED)]
)
def test_how_late_it_may_begin(
    world: World, opening: Opening, late: int, state: OccasionState | None
) -> None:
    """Up to the grace it begins; after that it is missed, and the manager hears of it."""
    plan = planned(world, once(date(2026, 3, 10), opening=opening))
    world.clock.at = moment(3, 10, "09:00") + timedelta(minutes=late)
    world.work()
    begun = {Opening.ASK: [MISSED], Opening.AUTO: [HELD]}[opening]
    assert states(world, plan) == ([state] if state else begun)
    assert len(boards(world)) == (state is None and opening is Opening.AUTO)
    assert len(reports(world)) == (states(world, plan) == [MISSED])


def test_nobody_opens_and_the_manager_is_asked_once(world: World) -> None:
    """One private question, however often the clock comes by."""
    plan = planned(world)
    march(world, 3, "09:00")
    march(world, 3, "09:29")
    assert states(world, plan)[0] is ASKED
    for _ in range(5):
        world.later(minutes=20)
    assert states(world, plan)[0] is MISSED
    (report,) = reports(world)
    assert "Tisdag 3 mars kl 09:00" in text_of(report)
    assert len(posted(world, "missed")) == 1
    assert reports(world, OMAR.user) == []
    assert "Det blev ingen dialog" in text_of(announced(world)[0])
    assert [view.buttons for view in asked(world)] == [()]


def test_what_was_missed_in_a_long_outage_is_one_message(world: World) -> None:
    """The bot is away for two weeks: both occasions in one message, each theme still to come."""
    plan = planned(world, auto())
    world.clock.at = moment(3, 12, "10:00")
    world.work()
    assert states(world, plan) == [MISSED, MISSED, PLANNED, PLANNED, PLANNED]
    (report,) = reports(world)
    assert [part.heading for part in report.parts] == [
        "Tisdag 3 mars kl 09:00",
        "Tisdag 10 mars kl 09:00",
    ]
    march(world, 17, "09:00")
    assert running(world).theme == TEMA1


def test_each_manager_is_told_and_a_later_one_is_not(world: World) -> None:
    """Who becomes manager afterwards does not get the year's old reports."""
    plan = planned(world, auto())
    march(world, 3, "10:00")
    world.with_team(replace(team(), managers=frozenset([KARIN, OMAR]), facilitators=frozenset()))
    march(world, 10, "09:00")
    world.stop()
    assert states(world, plan)[:2] == [MISSED, HELD]
    assert len(reports(world)) == 1
    assert reports(world, OMAR.user) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 29), moment(3, 29, "03:30")),
        (date(2026, 10, 25), moment(10, 25, "02:30")),
    ],
    ids=["gap", "fold"],
)
def test_half_past_two_in_the_nights_of_the_clock_changes(
    world: World, day: date, expected: datetime
) -> None:
    """Once each: at 03:30 when 02:30 is left out, at the first of two."""
    plan = planned(world, once(day, time(2, 30), opening=Opening.AUTO))
    world.clock.at = expected - timedelta(minutes=1)
    world.work()
    assert states(world, plan) == [PLANNED]
    world.clock.at = expected
    world.work()
    assert states(world, plan) == [HELD]
    for _ in range(12):
        world.later(minutes=15)
    assert len(boards(world)) == 1


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
def test_nine_is_nine_where_the_team_is(world: World, zone: str) -> None:
    """Announced at nine and begun at nine by the team's own clock."""
    world.with_team(replace(team(), timezone=zone))
    plan = planned(world, once(date(2026, 4, 21), opening=Opening.AUTO))
    nine = moment(4, 21, "09:00", zone)
    for at, stands in ((nine - timedelta(days=1, minutes=1), 0), (nine - timedelta(days=1), 1)):
        world.clock.at = at
        assert len(announced(world)) == stands
    world.clock.at = nine - timedelta(minutes=1)
    world.work()
    assert states(world, plan) == [PLANNED]
    world.later(minutes=1)
    assert states(world, plan) == [HELD]


def test_in_the_language_of_the_team(world: World) -> None:
    """The announcement, the question and the report."""
    world.with_team(replace(team(), language="en"))
    planned(world)
    assert "What we are good at 1" in text_of(announced(world)[0])
    march(world, 3, "09:00")
    assert "What we are good at 1" in asked(world)[0].text
    march(world, 3, "09:30")
    assert "did not happen" in reports(world)[0].title


def test_teams_do_not_meet(make_world: NewWorld) -> None:
    """What one team holds is no occasion of another's."""
    world = make_world().with_team()
    world.with_team(replace(team(), id="other", channel="C-other"))
    plan = planned(world)
    march(world, 3, "08:50")
    sessions.start(world.deps, world.request(channel="C-other"), TEMA1)
    assert states(world, plan)[0] is PLANNED
