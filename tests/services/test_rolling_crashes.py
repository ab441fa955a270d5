"""A process that dies anywhere in the turn of a quarter, and starts again."""

from __future__ import annotations

import pytest

from bot.domain.round import RoundState
from bot.services import rolling
from bot.services.deps import Deps
from bot.services.due import LEASE, run_due
from bot.services.outbox import send_pending
from tests.services.conftest import NewWorld
from tests.services.crashes import Dead, Fuse, fused
from tests.services.people import team
from tests.services.surveying import SURVEY, TURNS, answered, box, boxes, running, with_surveys
from tests.services.world import World

MOST_POINTS = 200


def at_the_turn(world: World, count: int) -> World:
    """Return a world at the end of the quarter, in which so many have answered."""
    answered(world, count)
    world.work()
    world.clock.pass_by(seconds=(TURNS[0] - world.clock.now()).total_seconds())
    return world


def work(deps: Deps) -> None:
    """Do all that is due."""
    while run_due(deps) + send_pending(deps):
        pass


@pytest.mark.parametrize("count", [5, 6])
def test_the_turn_is_whole_or_not_at_all(make_world: NewWorld, count: int) -> None:
    """One result and one open box with a key, or the same box for longer; never two, never none."""
    for blows_at in range(MOST_POINTS):
        world, fuse = at_the_turn(make_world(), count), Fuse(blows_at)
        try:
            work(fused(world.deps, fuse))
        except Dead:
            world.clock.pass_by(seconds=LEASE.total_seconds() * 3)
            world.restart()
            _look(world, count)
        else:
            _look(world, count)
            assert {"before create", "after create", "rounds.save", "dues.schedule"} <= {
                *fuse.passed
            }
            return
    raise AssertionError("it never came to an end")


def _look(world: World, count: int) -> None:
    if count < 6:
        assert boxes(world) == [("2026Q1", RoundState.OPEN)]
        assert box(world).closes_at == TURNS[1]
        assert len(world.look(lambda tx: tx.ballots.all(box(world).id))) == count
        assert len(world.notes()) == 1
    else:
        assert boxes(world) == [("2026Q1", RoundState.CLOSED), ("2026Q2", RoundState.OPEN)]
        assert len(world.summaries()) == 1
    assert world.vault.round_ids() == {box(world).id}


def test_the_beginning_is_whole_or_not_at_all(make_world: NewWorld) -> None:
    """A box is never open without its key, and a key never outlives a start that failed."""
    for blows_at in range(MOST_POINTS):
        world, fuse = with_surveys(make_world()), Fuse(blows_at)
        try:
            rolling.start(fused(world.deps, fuse), world.request(), team().id, SURVEY)
        except Dead:
            world.restart()
            opened = world.look(lambda tx: tx.rounds.survey_of(team().id))
            assert world.vault.round_ids() == ({opened.id} if opened else frozenset())
            running(world)
        else:
            assert {"before create", "rounds.save"} <= {*fuse.passed}
            assert world.vault.round_ids() == {box(world).id}
            return
    raise AssertionError("it never came to an end")
