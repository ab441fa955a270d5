"""A team's plan as those who lead it change it: made, paused, made longer, dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.plan import Opening, Plan
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Breaks, Weekday
from bot.errors import NoDaysLeft, PastWhen, RollingTheme, UnknownPlan, UnknownTeam, UnknownTheme
from bot.services import agenda, occasions, planning
from bot.services.deps import Deps
from tests.services.conftest import NewWorld
from tests.services.people import PROGRAMMES
from tests.services.planned import (
    ASKED,
    HELD,
    PLANNED,
    SKIPPED,
    TEAM,
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
from tests.services.surveying import SURVEY, surveys
from tests.services.world import FixedCatalogue, World

Work = Callable[[Deps, str, datetime], None]


class TestMade:
    """Saved from a form."""

    def test_delivered_twice(self, world: World) -> None:
        """One plan."""
        request = world.request()
        first = planning.save(world.deps, request, TEAM, draft())
        assert planning.save(world.deps, request, TEAM, draft()) == first
        assert len(world.look(lambda tx: tx.plans.of_team(TEAM))) == 1

    def test_checked_first(self, world: World) -> None:
        """The days that are shown are those that are saved; nothing is kept before."""
        days = planning.check(world.deps, world.request(), TEAM, draft())
        assert days == tuple(date(2026, 3, 3) + timedelta(weeks=n) for n in range(5))
        assert world.look(lambda tx: tx.plans.of_team(TEAM)) == ()
        assert tuple(each.day for each in occasions_of(world, planned(world))) == days

    def test_what_is_refused(self, world: World) -> None:
        """The past, breaks that leave nothing, unknown themes, surveys, unknown teams."""
        world.catalogue = FixedCatalogue((*PROGRAMMES, surveys()))
        deps, request = world.deps, world.request()
        gone = ThemeRef(programme="kvarten", theme="tema99")
        every_month = Breaks(months=frozenset(range(1, 13)))
        for wrong, error in (
            (once(date(2026, 3, 2), time(12)), PastWhen),
            (draft(until=date(2026, 3, 1)), NoDaysLeft),
            (draft(breaks=every_month), NoDaysLeft),
            (draft(themes=(TEMA1, gone)), UnknownTheme),
            (draft(themes=(TEMA1, SURVEY)), RollingTheme),
        ):
            with pytest.raises(error):
                planning.check(deps, request, TEAM, wrong)
        with pytest.raises(UnknownTeam):
            planning.check(deps, request, "nowhere", draft())

    def test_a_series_that_has_begun_is_shorter(self, world: World) -> None:
        """Of five Mondays at nine the first has passed: four, with the first four themes."""
        mondays = replace(draft().recurrence, weekday=Weekday.MONDAY)  # type: ignore[type-var]
        plan = planned(world, auto(first=date(2026, 3, 2), recurrence=mondays))
        assert [day.day for day in queue(world, plan)] == [9, 16, 23, 30]
        assert tuple(queue(world, plan).values()) == THEMES[:4]


class TestPaused:
    """Nothing happens until it is resumed."""

    def test_it_goes_on_at_the_theme_where_it_stopped(self, world: World) -> None:
        """Two occasions pass: they are skipped, not missed, and made up for at the end."""
        plan = planned(world, auto())
        assert hold_next(world, plan) == TEMA1
        for _ in range(2):
            planning.pause(world.deps, world.request(), TEAM)
        march(world, 18, "12:00")
        for _ in range(2):
            planning.resume(world.deps, world.request(), TEAM)
        assert states(world, plan)[:4] == [HELD, SKIPPED, SKIPPED, PLANNED]
        assert [hold_next(world, plan) for _ in range(4)] == [TEMA2, TEMA3, TEMA7, WORKSHOP]
        assert reports(world) == []

    def test_what_was_announced_says_so(self, world: World) -> None:
        """And says that it will be, after all, when it is resumed in time: in one message."""
        planned(world)
        before = announced(world)
        planning.pause(world.deps, world.request(), TEAM)
        assert "pausad" in text_of(announced(world)[0])
        planning.resume(world.deps, world.request(), TEAM)
        assert announced(world) == before
        world.later(hours=1)
        assert len(posted(world, "occasion")) == 1

    def test_over_the_time_of_the_announcement(self, world: World) -> None:
        """It is announced late, and comes."""
        plan = planned(world, auto(first=date(2026, 3, 10)))
        planning.pause(world.deps, world.request(), TEAM)
        march(world, 9, "12:00")
        assert announced(world) == []
        march(world, 9, "14:00")
        planning.resume(world.deps, world.request(), TEAM)
        assert "tisdag 10 mars" in text_of(announced(world)[0])
        march(world, 10, "09:00")
        assert states(world, plan)[0] is HELD

    def test_while_the_question_stands(self, world: World) -> None:
        """It is skipped when resumed after its time, not missed."""
        plan = planned(world)
        march(world, 3, "09:00")
        planning.pause(world.deps, world.request(), TEAM)
        march(world, 3, "10:00")
        assert states(world, plan)[0] is ASKED
        planning.resume(world.deps, world.request(), TEAM)
        assert states(world, plan)[0] is SKIPPED
        assert "hoppas över" in asked(world)[0].text

    @pytest.mark.parametrize("work", [occasions.announce, occasions.begin])
    def test_just_when_its_time_has_come(self, world: World, work: Work) -> None:
        """Paused between the claim and the deed, and resumed: it is not lost."""
        plan = planned(world, auto(first=date(2026, 3, 10)))
        first = occasions_of(world, plan)[0]
        began = work is occasions.begin
        if began:
            march(world, 9, "09:00")
        world.clock.at = first.starts_at if began else moment(3, 9, "09:00")
        now = world.clock.now()
        claimed = world.store.write(
            lambda tx: tx.dues.claim(agenda.KINDS, now, now + timedelta(minutes=1), 50)
        )
        (due,) = (each for each in claimed if each.key == first.id)
        planning.pause(world.deps, world.request(), TEAM)
        work(world.deps, first.id, now)
        assert states(world, plan)[0] is PLANNED
        assert world.look(lambda tx: tx.messages.get(agenda.announcement(first))) is None or began
        world.store.write(lambda tx: tx.dues.done(due))
        world.clock.pass_by(seconds=-1)  # else what has begun is skipped
        planning.resume(world.deps, world.request(), TEAM)
        march(world, 9 + began, "09:00")
        assert len(announced(world)) == 1
        march(world, 10, "09:00")
        assert states(world, plan)[0] is HELD


def still_due(world: World) -> int:
    """Return how much of occasions is due now or later."""
    end = world.clock.now() + timedelta(days=400)
    return len(world.store.write(lambda tx: tx.dues.claim(agenda.KINDS, end, end, 99)))


def test_what_can_not_happen_is_not_due(make_world: NewWorld) -> None:
    """Held, skipped, paused or dropped: the bot is not woken for it."""
    deeds: list[tuple[Callable[[World, Plan], object], int]] = [
        (lambda _world, _plan: None, 9),
        (lambda world, _: world.start(TEMA7), 8),
        (skip, 10),
        (lambda world, _: planning.pause(world.deps, world.request(), TEAM), 0),
        (lambda world, plan: planning.drop(world.deps, world.request(), plan.id), 0),
    ]
    for deed, expected in deeds:
        world = make_world().with_team()
        plan = planned(world)
        world.clock.at = moment(3, 3, "08:30")
        deed(world, plan)
        assert still_due(world) == expected


class TestDropped:
    """A plan taken away."""

    def test_nothing_more_happens(self, world: World) -> None:
        """What was announced says so, and what was held stays."""
        plan = planned(world, auto())
        assert hold_next(world, plan) == TEMA1
        skip(world, plan, 3)
        march(world, 9, "12:00")
        assert len(announced(world)) == 2
        planning.drop(world.deps, world.request(), plan.id)
        assert "Inställd" in text_of(announced(world)[1])
        assert states(world, plan) == [HELD]
        march(world, 31, "12:00")
        assert len(boards(world)) == 1
        assert reports(world) == []
        with pytest.raises(UnknownPlan):
            planning.drop(world.deps, world.request(), plan.id)

    def test_what_was_missed_has_no_buttons_left(self, world: World) -> None:
        """They would lead nowhere."""
        plan = planned(world)
        march(world, 3, "10:00")
        planning.drop(world.deps, world.request(), plan.id)
        assert [part.buttons for part in reports(world)[0].parts] == [()]

    def test_the_other_plan_goes_on(self, world: World) -> None:
        """It is only one of two."""
        plan, other = planned(world, auto()), planned(world, auto(at=time(14), themes=(TEMA7,)))
        planning.drop(world.deps, world.request(), plan.id)
        march(world, 3, "14:00")
        assert states(world, other) == [HELD]


class TestAdded:
    """One more at the end of a series."""

    def test_also_past_its_last_day(self, world: World) -> None:
        """For the theme that has no time."""
        plan = planned(world, draft(until=date(2026, 3, 24)))
        assert len(queue(world, plan)) == 4
        planning.add_one(world.deps, world.request(), plan.id)
        assert tuple(queue(world, plan).values()) == THEMES

    def test_delivered_twice(self, world: World) -> None:
        """One more; another press adds another."""
        plan, request = planned(world), world.request()
        first = planning.add_one(world.deps, request, plan.id)
        assert planning.add_one(world.deps, request, plan.id) == first
        second = planning.add_one(world.deps, world.request(), plan.id)
        assert second.day == first.day + timedelta(weeks=1)

    def test_not_to_a_single_one(self, world: World) -> None:
        """There is no rhythm to follow."""
        plan = planned(world, once(date(2026, 3, 5)))
        with pytest.raises(NoDaysLeft):
            planning.add_one(world.deps, world.request(), plan.id)
        with pytest.raises(UnknownPlan):
            planning.add_one(world.deps, world.request(), "f" * 32)


def test_the_queue_through_all_kinds_of_changes(world: World) -> None:
    """Missed, moved, skipped, chosen, by hand, paused: every theme once, in order."""
    plan = planned(world, auto())
    march(world, 3, "10:00")  # missed
    move(world, plan, date(2026, 3, 9), 2)
    assert hold_next(world, plan) == TEMA1  # the one that was moved
    skip(world, plan, 2)
    march(world, 11, "12:00")
    world.start(TEMA7)  # by hand, on a day of its own
    world.stop()
    planning.pause(world.deps, world.request(), TEAM)
    march(world, 25, "12:00")
    planning.resume(world.deps, world.request(), TEAM)
    world.work()
    held = [TEMA1, TEMA7]
    while any(each.ahead for each in occasions_of(world, plan)):
        held.append(hold_next(world, plan))
    assert held[2:] == [TEMA2, TEMA3, WORKSHOP]
    assert len(set(posted(world, "occasion"))) == len(posted(world, "occasion"))


@pytest.mark.parametrize("opening", Opening)
def test_two_plans_of_one_team(world: World, opening: Opening) -> None:
    """Each has its own days; a theme of both is held once."""
    plan = planned(world, draft(opening=opening, themes=(TEMA1, TEMA2)))
    other = planned(world, auto(themes=(TEMA1, TEMA3), at=time(14)))
    march(world, 3, "09:00")
    if opening is Opening.ASK:
        occasions.open_now(world.deps, world.request(), occasions_of(world, plan)[0].id)
    world.work()
    world.stop()
    assert hold_next(world, other) == TEMA3
    assert [*queue(world, plan).values()] == [TEMA2]
    every = world.look(lambda tx: tx.occasions.of_team(TEAM, date.min, date.max))
    assert len({each.id for each in every}) == len(every)
