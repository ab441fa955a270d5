"""Areas: when a quarter is counted, and who is reckoned with as knowing several teams."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.due import DueKind
from bot.domain.rollup import counted_at
from bot.services import areas
from bot.services.due import run_due
from tests.services.areas import (
    MAY,
    NORA,
    SIX,
    SPREAD,
    SPRING,
    SUMMER,
    WINTER,
    ZONE,
    a_result,
    a_round,
    a_team,
    an_area,
    held,
    keep,
    names,
    over,
    rollup,
    seen,
    told,
)
from tests.services.people import COLLEAGUES, OMAR
from tests.services.world import World

# --- when, and once -----------------------------------------------------------------------


def test_nothing_is_counted_before_its_time(world: World) -> None:
    """Not in the quarter, nor before each team has seen its own result."""
    world.areas = (an_area(*names(6)),)
    held(world, SIX, SPREAD)
    world.clock.at = counted_at(WINTER, ZONE) - timedelta(seconds=1)
    areas.count(world.deps, WINTER, world.clock.now())
    assert not world.look(lambda tx: tx.areas.counted(WINTER))
    assert "Inget kvartal är räknat än." in told(seen(world))


def test_a_quarter_is_counted_once_for_all_areas(world: World) -> None:
    """Areas that are set up afterwards, or otherwise, change nothing that has been published."""
    world.areas = (an_area(*names(6)),)
    held(world, SIX, SPREAD)
    over(world)
    before = rollup(world)
    world.areas = (an_area(*names(3)), an_area(*names(3, 4), id="ny"))
    over(world)
    assert rollup(world) == before
    assert world.look(lambda tx: tx.areas.of(["ny"])) == ()
    assert "6 team är med" in told(seen(world))


def test_a_team_that_moves_is_counted_where_it_is_then(world: World) -> None:
    """Its earlier rounds stay where they were counted; a later one counts in the new area."""
    world.areas = (an_area(*names(4)), an_area(*names(3, 5), id="söder"))
    held(world, [a_team(name) for name in names(7)])
    over(world)
    moved = "lag0004"
    world.areas = (an_area(*names(3)), an_area(moved, *names(3, 5), id="söder"))
    held(world, [a_team(name) for name in names(7)], at=MAY)
    over(world, SPRING)
    assert [len(one.total.rounds) for one in rollup(world).totals] == [4]
    assert [len(one.total.rounds) for one in rollup(world, "söder", SPRING).totals] == [4]
    assert [len(one.total.rounds) for one in rollup(world, quarter=SPRING).totals] == [3]


def test_the_clock_counts_quarter_by_quarter(world: World) -> None:
    """From the start on each quarter in its turn, also those that ended while the bot was away."""
    world.areas = (an_area(*names(6)),)
    areas.watch(world.deps)
    areas.watch(world.deps)
    held(world, SIX, SPREAD)
    held(world, SIX, SPREAD, at=MAY)
    world.clock.at = counted_at(SPRING, ZONE) + timedelta(days=3)
    areas.watch(world.deps)
    world.work()
    assert [rollup(world, quarter=each).teams for each in (WINTER, SPRING)] == [6, 6]
    waiting = world.store.write(
        lambda tx: tx.dues.claim(
            [DueKind.AREAS_COUNT], counted_at(SUMMER, ZONE), counted_at(SUMMER, ZONE), 5
        )
    )
    assert [due.occurrence for due in waiting] == [str(SUMMER)]


def test_without_areas_a_quarter_is_over_all_the_same(world: World) -> None:
    """Areas that come later begin with their own quarter."""
    areas.watch(world.deps)
    held(world, SIX, SPREAD)
    world.clock.at = counted_at(WINTER, ZONE)
    run_due(world.deps)
    world.areas = (an_area(*names(6)),)
    over(world)
    assert world.look(lambda tx: tx.areas.of(["norr"])) == ()


# --- who knows several teams --------------------------------------------------------------


def test_a_manager_of_two_teams_is_reckoned_with(world: World) -> None:
    """Of three teams two are one manager's: the third would be known, so nothing is shown."""
    world.areas = (an_area(*names(3)),)
    twice = [a_team(name, "samma") for name in names(2)]
    held(world, [*twice, SIX[2]])
    over(world)
    assert rollup(world).totals == ()


def test_an_area_manager_who_manages_teams_is_reckoned_with(world: World) -> None:
    """Whoever reads the area and knows two of its teams sees no spread that tells of the others."""
    world.areas = (an_area(*names(6)),)
    own = [a_team(name, NORA.user) for name in names(2)]
    held(world, [*own, *SIX[2:]], SPREAD)
    over(world)
    (total,) = rollup(world).totals
    assert len(total.total.rounds) == 6
    assert total.total.components == ()


def test_who_leads_several_teams_reads_their_results(world: World) -> None:
    """A samtalsledare of three teams knows as much as a manager of three."""
    world.areas = (an_area(*names(4)),)
    led = [replace(each, facilitators=frozenset([OMAR])) for each in SIX[:3]]
    held(world, [*led, SIX[3]])
    over(world)
    assert rollup(world).totals == ()


def test_a_reader_who_is_no_manager_any_more_is_reckoned_with(world: World) -> None:
    """Whoever got two results knows them, also after handing one of the teams over."""
    world.areas = (an_area(*names(3)),)
    keep(world, {}, SIX[:3])
    rounds = {
        replace(a_round(each), readers=(COLLEAGUES[0],) if place < 2 else ()): a_result()
        for place, each in enumerate(SIX[:3])
    }
    keep(world, rounds)
    over(world)
    assert rollup(world).totals == ()
