"""One occasion of a plan as those who lead change it; no theme is lost or repeated."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Monthly, Weekday
from bot.errors import OccasionOver, PastWhen, UnknownOccasion, UnknownTheme
from bot.services import planning
from tests.services.people import OMAR
from tests.services.planned import (
    ASKED,
    MISSED,
    NINE,
    PLANNED,
    SKIPPED,
    TEMA1,
    TEMA2,
    TEMA3,
    TEMA7,
    THEMES,
    WORKSHOP,
    announced,
    asked,
    auto,
    boards,
    choose,
    draft,
    hold_next,
    march,
    moment,
    move,
    occasions_of,
    once,
    planned,
    posted,
    queue,
    reports,
    skip,
    states,
    text_of,
)
from tests.services.world import World


class TestMoved:
    """An occasion on another day."""

    def test_before_it_is_announced(self, world: World) -> None:
        """It is announced before its new day, and at the old one nothing happens."""
        plan = planned(world)
        move(world, plan, date(2026, 3, 12), 1, time(14))
        march(world, 10, "09:00")
        assert states(world, plan)[1] is PLANNED
        assert len(announced(world)) == 1
        march(world, 11, "13:59")
        assert len(announced(world)) == 1
        march(world, 11, "14:00")
        assert "torsdag 12 mars kl 14:00" in text_of(announced(world)[1])
        march(world, 12, "14:00")
        assert states(world, plan)[1] is ASKED

    def test_after_it_was_announced(self, world: World) -> None:
        """The message is edited, and stays the only one."""
        plan = planned(world)
        assert "3 mars" in text_of(announced(world)[0])
        move(world, plan, date(2026, 3, 5))
        assert "torsdag 5 mars kl 09:00" in text_of(announced(world)[0])
        march(world, 5, "08:00")
        assert len(posted(world, "occasion")) == 1

    def test_past_the_next_one(self, world: World) -> None:
        """The themes follow the days, not the occasions."""
        plan = planned(world)
        move(world, plan, date(2026, 3, 11))
        assert [day.day for day in queue(world, plan)] == [10, 11, 17, 24, 31]
        assert tuple(queue(world, plan).values()) == THEMES

    def test_after_it_was_asked_about(self, world: World) -> None:
        """The old question says so, and the new day has one of its own, that is noticed."""
        plan = planned(world)
        march(world, 3, "09:00")
        move(world, plan, date(2026, 3, 5))
        assert "ny tid" in asked(world)[0].text
        assert asked(world)[0].buttons == ()
        march(world, 5, "09:00")
        old, new = asked(world)
        assert "ny tid" in old.text
        assert new.buttons
        assert len(posted(world, "open")) == 2
        march(world, 3, "09:45")
        assert states(world, plan)[0] is ASKED

    def test_after_it_was_missed(self, world: World) -> None:
        """The report says so; missed again it is told anew on its new day."""
        plan = planned(world)
        march(world, 3, "10:00")
        move(world, plan, date(2026, 3, 5))
        (report,) = reports(world)
        assert "Flyttad till en ny tid" in text_of(report)
        assert report.parts[0].buttons == ()
        assert (report.intro, report.footer) == ("", "")
        march(world, 5, "10:00")
        assert states(world, plan)[0] is MISSED
        old, new = reports(world)
        assert old == report
        assert new.parts[0].buttons

    def test_a_skipped_one_comes_back(self, world: World) -> None:
        """To give it a day takes the skip back."""
        plan = planned(world)
        first = occasions_of(world, plan)[0]
        planning.skip(world.deps, world.request(), first.id)
        planning.change(world.deps, world.request(), first.id, first.day, first.at, None)
        assert states(world, plan)[0] is PLANNED
        march(world, 3, "09:00")
        assert states(world, plan)[0] is ASKED

    def test_twice_the_same(self, world: World) -> None:
        """Nothing more happens."""
        plan = planned(world)
        first = occasions_of(world, plan)[0]
        given = (first.id, date(2026, 3, 5), NINE, TEMA2)
        once_moved = planning.change(world.deps, world.request(), *given)
        assert planning.change(world.deps, world.request(), *given) == once_moved

    def test_what_is_refused(self, world: World) -> None:
        """The past, what was held, an unknown theme, an unknown occasion."""
        plan = planned(world)
        first = occasions_of(world, plan)[0]
        deps, request = world.deps, world.request()
        gone = ThemeRef(programme="kvarten", theme="tema99")
        with pytest.raises(PastWhen):
            planning.change(deps, request, first.id, date(2026, 3, 2), NINE, None)
        with pytest.raises(UnknownTheme):
            planning.change(deps, request, first.id, first.day, NINE, gone)
        with pytest.raises(UnknownOccasion):
            planning.change(deps, request, "f" * 32, first.day, NINE, None)
        march(world, 3, "09:00")
        world.start(TEMA1)
        with pytest.raises(OccasionOver):
            planning.change(deps, request, first.id, date(2026, 3, 5), NINE, None)


class TestChosen:
    """A theme for one occasion."""

    def test_the_others_keep_their_order(self, world: World) -> None:
        """What was chosen is not repeated."""
        plan = planned(world, auto())
        choose(world, plan, 1, WORKSHOP)
        assert tuple(queue(world, plan).values()) == (TEMA1, WORKSHOP, TEMA2, TEMA3, TEMA7)
        got = [hold_next(world, plan) for _ in range(5)]
        assert got == [TEMA1, WORKSHOP, TEMA2, TEMA3, TEMA7]

    def test_held_on_another_day_since(self, world: World) -> None:
        """It gives way to the queue: no theme comes twice."""
        plan = planned(world, auto())
        choose(world, plan, 1, WORKSHOP)
        world.start(WORKSHOP)
        world.stop()
        got = [hold_next(world, plan) for _ in range(4)]
        assert got == [TEMA1, TEMA2, TEMA3, TEMA7]

    def test_for_two(self, world: World) -> None:
        """The earlier one has it."""
        plan = planned(world, auto())
        for number in (2, 1):
            each = occasions_of(world, plan)[number]
            planning.change(world.deps, world.request(), each.id, each.day, each.at, WORKSHOP)
        assert tuple(queue(world, plan).values()) == (TEMA1, WORKSHOP, TEMA2, TEMA3, TEMA7)

    def test_it_changes_the_announcement(self, world: World) -> None:
        """The one that stands."""
        plan = planned(world)
        assert "Det vi är bra på 1" in text_of(announced(world)[0])
        choose(world, plan, 0, TEMA3)
        assert "Det vi är bra på 3" in text_of(announced(world)[0])


class TestSkipped:
    """An occasion left out."""

    def test_the_theme_moves_and_one_more_comes(self, world: World) -> None:
        """All five themes are held, a week later."""
        plan = planned(world, auto())
        first, *_ = every = occasions_of(world, plan)
        assert len(announced(world)) == 1
        for _ in range(2):
            planning.skip(world.deps, world.request(OMAR), first.id)
        after = occasions_of(world, plan)
        assert [each.day for each in after[5:]] == [every[-1].day + timedelta(weeks=1)]
        assert "Inställd" in text_of(announced(world)[0])
        march(world, 3, "12:00")
        assert boards(world) == []
        assert tuple(hold_next(world, plan) for _ in range(5)) == THEMES
        assert reports(world) == []

    def test_with_a_last_day(self, world: World) -> None:
        """There is no more room: the last theme is left without a time."""
        plan = planned(world, draft(until=date(2026, 3, 31)))
        skip(world, plan)
        assert len(occasions_of(world, plan)) == 5
        assert tuple(queue(world, plan).values()) == THEMES[:4]

    def test_with_no_theme_that_needs_it(self, world: World) -> None:
        """A theme was held by hand: there are occasions enough, and none is added."""
        plan = planned(world)
        world.start(TEMA1)
        world.stop()
        skip(world, plan)
        assert len(occasions_of(world, plan)) == 5

    def test_a_single_one(self, world: World) -> None:
        """There is no series to go on with."""
        plan = planned(world, once(date(2026, 3, 5)))
        skip(world, plan)
        assert states(world, plan) == [SKIPPED]

    def test_one_that_was_asked_about(self, world: World) -> None:
        """The question says so, and it is not missed afterwards."""
        plan = planned(world)
        march(world, 3, "09:00")
        skip(world, plan)
        assert "hoppas över" in asked(world)[0].text
        march(world, 3, "10:00")
        assert states(world, plan)[0] is SKIPPED
        assert reports(world) == []

    def test_one_that_was_missed(self, world: World) -> None:
        """The report says so, and its buttons are gone."""
        plan = planned(world)
        march(world, 3, "10:00")
        skip(world, plan)
        (report,) = reports(world)
        assert "Hoppas över" in text_of(report)
        assert report.parts[0].buttons == ()

    def test_one_that_was_held(self, world: World) -> None:
        """What has been can't be left out."""
        plan = planned(world)
        march(world, 3, "09:00")
        world.start(TEMA1)
        with pytest.raises(OccasionOver):
            skip(world, plan)

    def test_a_month_whose_first_day_was_moved(self, world: World) -> None:
        """Every other month goes on in its own months, though New Year's Day moved the first.

        In May the first Friday is a squeeze day.
        """
        world.clock.at = moment(11, 2, "12:00")
        every_other = Monthly(Weekday.FRIDAY, 1, every=2)
        plan = planned(world, draft(first=date(2027, 1, 1), recurrence=every_other, count=2))
        days = [each.day for each in occasions_of(world, plan)]
        assert days == [date(2027, 1, 8), date(2027, 3, 5)]
        skip(world, plan)
        assert occasions_of(world, plan)[-1].day == date(2027, 5, 14)
