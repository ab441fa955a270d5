"""Planned occasions that somebody opens, by a button or the command; cancelled, they come back."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.plan import OccasionState, Opening
from bot.errors import NoThemeLeft, OccasionOver, SessionRunning, UnknownOccasion, UnknownTheme
from bot.services import occasions, planning, sessions
from tests.services.people import OMAR, team
from tests.services.planned import (
    HELD,
    MISSED,
    PLANNED,
    TEMA1,
    TEMA2,
    TEMA3,
    THEMES,
    announced,
    asked,
    boards,
    draft,
    march,
    occasions_of,
    once,
    planned,
    posted,
    reports,
    running,
    states,
    text_of,
    without,
)
from tests.services.world import World


class TestOpenNow:
    """Opened by one who leads."""

    def test_pressed_twice(self, world: World) -> None:
        """Before the dialogue has begun and after: the same one; when it is over, refused."""
        planned(world)
        march(world, 3, "09:00")
        first = _first(world)
        session = occasions.open_now(world.deps, world.request(), first)
        assert occasions.open_now(world.deps, world.request(OMAR), first).id == session.id
        world.work()
        assert occasions.open_now(world.deps, world.request(OMAR), first).id == session.id
        world.stop()
        with pytest.raises(OccasionOver):
            occasions.open_now(world.deps, world.request(), first)
        assert len(boards(world)) == 1

    def test_delivered_again_after_it_was_cancelled(self, world: World) -> None:
        """What the platform delivers late does not make a cancelled dialogue a held one."""
        plan = planned(world)
        march(world, 3, "09:00")
        request = world.request()
        occasions.open_now(world.deps, request, _first(world))
        world.work()
        sessions.cancel(world.deps, world.request())
        occasions.open_now(world.deps, request, _first(world))
        assert states(world, plan)[0] is MISSED

    def test_one_that_was_missed(self, world: World) -> None:
        """The report's button starts it, and the report says so."""
        plan = planned(world)
        march(world, 3, "15:00")
        occasions.open_now(world.deps, world.request(), _first(world))
        (report,) = reports(world)
        assert "Hållen" in text_of(report)
        assert states(world, plan)[0] is HELD

    def test_while_another_dialogue_goes_on(self, world: World) -> None:
        """It is refused, and can be opened when that one is over."""
        plan = planned(world, once(date(2026, 3, 3)))
        other = planned(world, once(date(2026, 3, 3), themes=(TEMA2,)))
        march(world, 3, "09:00")
        first, second = (occasions_of(world, each)[0].id for each in (plan, other))
        occasions.open_now(world.deps, world.request(), first)
        with pytest.raises(SessionRunning):
            occasions.open_now(world.deps, world.request(), second)
        world.work()
        world.stop()
        occasions.open_now(world.deps, world.request(), second)
        assert states(world, plan) == states(world, other) == [HELD]

    def test_no_theme_left(self, world: World) -> None:
        """Whoever leads is told to choose another."""
        planned(world, once(date(2026, 3, 3)))
        world.start(TEMA1)
        world.stop()
        march(world, 3, "09:00")
        assert "Tema väljs på plats" in asked(world)[0].text
        with pytest.raises(NoThemeLeft):
            occasions.open_now(world.deps, world.request(), _first(world))

    def test_one_that_is_not_there(self, world: World) -> None:
        """A forged or old button."""
        with pytest.raises(UnknownOccasion):
            occasions.open_now(world.deps, world.request(), "f" * 32)


class TestByHand:
    """A dialogue that somebody starts with the command."""

    def test_it_is_the_occasion_of_the_day(self, world: World) -> None:
        """Nobody is asked to open what has been held, and its theme comes once."""
        plan = planned(world)
        march(world, 3, "07:00")
        world.start(TEMA3)
        world.stop()
        assert states(world, plan)[0] is HELD
        assert "Det vi är bra på 3" in text_of(announced(world)[0])
        world.later(hours=5)
        assert states(world, plan)[0] is HELD
        assert (asked(world), reports(world)) == ([], [])
        themes = []
        for day in (10, 17, 24):
            march(world, day, "09:00")
            mine = occasions_of(world, plan)[day // 7].id
            occasions.open_now(world.deps, world.request(), mine)
            world.work()
            themes.append(running(world).theme)
            world.stop()
        assert themes == [TEMA1, TEMA2, THEMES[3]]

    def test_after_it_was_missed_the_same_day(self, world: World) -> None:
        """The report says that it was held."""
        plan = planned(world)
        march(world, 3, "10:00")
        world.start(TEMA1)
        assert states(world, plan)[0] is HELD
        assert "Hållen" in text_of(reports(world)[0])

    def test_on_another_day_it_moves_the_themes_up(self, world: World) -> None:
        """The announcement that stands names the next theme then."""
        plan = planned(world)
        assert "Det vi är bra på 1" in text_of(announced(world)[0])
        world.start(TEMA1)
        assert "Det vi är bra på 2" in text_of(announced(world)[0])
        assert states(world, plan)[0] is PLANNED
        assert len(posted(world, "occasion")) == 1

    def test_cancelled_again_gives_the_theme_back(self, world: World) -> None:
        """Also in the announcement, and when no occasion was concerned."""
        planned(world)
        world.start(TEMA1)
        sessions.cancel(world.deps, world.request())
        assert "Det vi är bra på 1" in text_of(announced(world)[0])

    @pytest.mark.parametrize(
        ("at", "first", "second"), [("08:50", HELD, PLANNED), ("13:50", MISSED, HELD)]
    )
    def test_the_nearest_of_two_that_day(
        self, world: World, at: str, first: OccasionState, second: OccasionState
    ) -> None:
        """A plan in the morning and one in the afternoon."""
        morning, afternoon = planned(world), planned(world, draft(at=time(14), themes=(TEMA3,)))
        march(world, 3, at)
        world.start(TEMA2)
        assert (states(world, morning)[0], states(world, afternoon)[0]) == (first, second)

    def test_past_midnight(self, world: World) -> None:
        """A quarter after midnight the night shift holds what stood at a quarter to."""
        plan = planned(world, once(date(2026, 3, 3), time(23, 45)))
        march(world, 3, "23:45")
        march(world, 4, "00:05")
        world.start(TEMA1)
        assert states(world, plan) == [HELD]

    def test_it_moves_the_themes_of_every_plan(self, world: World) -> None:
        """Two plans with the same themes: what one has had the other does not announce."""
        plan = planned(world, once(date(2026, 3, 3)))
        other = planned(world, once(date(2026, 3, 4), themes=(TEMA1, TEMA2)))
        march(world, 3, "09:00")
        assert "Det vi är bra på 1" in text_of(announced(world)[1])
        occasions.open_now(world.deps, world.request(), occasions_of(world, plan)[0].id)
        assert "Det vi är bra på 2" in text_of(announced(world)[1])
        sessions.cancel(world.deps, world.request())
        world.work()
        assert "Det vi är bra på 1" in text_of(announced(world)[1])
        assert states(world, other) == [PLANNED]


class TestGivenBack:
    """A dialogue that was cancelled, or could not begin, gives its occasion back."""

    def test_before_its_time(self, world: World) -> None:
        """Started by mistake in the morning and cancelled: it begins in the afternoon."""
        plan = planned(world, once(date(2026, 3, 3), time(14), opening=Opening.AUTO))
        march(world, 3, "09:00")
        world.start(TEMA2)
        assert states(world, plan) == [HELD]
        sessions.cancel(world.deps, world.request())
        assert states(world, plan) == [PLANNED]
        assert reports(world) == []
        march(world, 3, "14:00")
        assert running(world).theme == TEMA1

    def test_after_its_time(self, world: World) -> None:
        """The manager is asked what to do with it; to run it now starts the same theme."""
        plan = planned(world)
        march(world, 3, "09:00")
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        sessions.cancel(world.deps, world.request())
        assert states(world, plan)[0] is MISSED
        (report,) = reports(world)
        assert len(report.parts[0].buttons) == 3
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        assert running(world).theme == TEMA1

    def test_its_theme_is_not_held_twice(self, world: World) -> None:
        """Run later, after the next occasion has had its theme, it takes the one after that."""
        plan = planned(world)
        march(world, 3, "09:00")
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        sessions.cancel(world.deps, world.request())
        march(world, 10, "09:00")
        occasions.open_now(world.deps, world.request(), occasions_of(world, plan)[1].id)
        world.work()
        assert running(world).theme == TEMA1
        world.stop()
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        assert running(world).theme == TEMA2

    def test_when_its_plan_is_gone(self, world: World) -> None:
        """It is not kept as held, and nobody is asked."""
        plan = planned(world)
        march(world, 3, "09:00")
        session = occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        _drop(world, plan.id)
        sessions.cancel(world.deps, world.request())
        assert world.look(lambda tx: tx.occasions.of_session(session.id)) is None
        assert reports(world) == []


def test_a_theme_of_no_plan_is_refused_as_ever(world: World) -> None:
    """An unknown theme started by hand changes nothing in the plan."""
    plan = planned(world)
    march(world, 3, "08:00")
    world.catalogue = without(TEMA1.theme)
    with pytest.raises(UnknownTheme):
        sessions.start(world.deps, world.request(), TEMA1)
    assert states(world, plan)[0] is PLANNED


def _first(world: World) -> str:
    (plan, *_) = world.look(lambda tx: tx.plans.of_team(team().id))
    return occasions_of(world, plan)[0].id


def _drop(world: World, plan_id: str) -> None:
    planning.drop(world.deps, world.request(), plan_id)
