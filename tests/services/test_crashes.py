"""A process that dies anywhere in starting, ending, cancelling or sharing, and starts again.

Each test walks through every point at which the process could die, one after the other, until it
gets through alive. What is left at each point is looked at, and what the next start makes of it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.domain.request import Request
from bot.domain.round import SHARED_AFTER, Round, RoundState
from bot.domain.session import SessionState
from bot.services import opening, results, sessions
from bot.services.deps import Deps, Terms
from bot.services.due import LEASE, run_due, run_starts
from bot.services.outbox import send_pending
from bot.views.model import Summary
from tests.services.conftest import NewWorld
from tests.services.crashes import Dead, Fuse, fused
from tests.services.people import CHANNEL, KARIN, TEMA3
from tests.services.world import World

MOST_POINTS = 200
Scene = Callable[[], World]
Act = Callable[[World, Deps], None]
Look = Callable[[World], None]


def _walk(scene: Scene, act: Act, left: Look, after: Look) -> list[str]:
    """Let `act` die at each point in turn, look, start again, look; return all its points."""
    for blows_at in range(MOST_POINTS):
        world, fuse = scene(), Fuse(blows_at)
        try:
            act(world, fused(world.deps, fuse))
        except Dead:
            left(world)
            _come_back(world)
            after(world)
        else:
            after(world)
            return fuse.passed
    raise AssertionError("it never came to an end")


def _come_back(world: World) -> None:
    """Start the bot again some time later, when all leases have run out."""
    world.clock.pass_by(seconds=LEASE.total_seconds() * 3)
    world.restart()


def _round_of(world: World) -> Round | None:
    every = world.look(lambda tx: tx.rounds.in_state(*RoundState))
    assert len(every) <= 1
    return every[0] if every else None


def _work(deps: Deps) -> None:
    while run_due(deps) + run_starts(deps) + send_pending(deps):
        pass


@pytest.mark.parametrize("answers", [5, 6])
def test_close_is_whole_or_not_at_all(make_world: NewWorld, answers: int) -> None:
    """Never two results, never half of one; in the end the key and the ballots are gone."""

    def scene() -> World:
        world = make_world().with_team().answered(answers)
        sessions.stop(world.deps, world.request())
        return world

    def left(world: World) -> None:
        round = world.round()
        published = world.look(lambda tx: tx.rounds.result(round.id))
        if round.state is RoundState.CLOSING:
            assert world.ballots() == answers
            assert world.vault.get(round.id) is not None
            assert published is None
        else:
            assert round.state is RoundState.CLOSED
            assert world.ballots() == 0
            assert (published is None) is (answers < 6)

    def after(world: World) -> None:
        world.work()
        round = world.round()
        result = world.look(lambda tx: tx.rounds.result(round.id))
        assert round.state is RoundState.CLOSED
        assert (world.ballots(), world.vault.round_ids()) == (0, frozenset())
        assert (None if result is None else result.answered) == (6 if answers == 6 else None)
        assert len(world.summaries()) == 1
        assert world.notes() == []

    points = _walk(scene, lambda _, deps: _work(deps), left, after)
    assert {"before opening", "rounds.publish", "ballots.clear", "after destroy"} <= set(points)
    assert points.index("rounds.publish") < points.index("before destroy")


def test_start_is_whole_or_not_at_all(make_world: NewWorld) -> None:
    """A round is never open without its key, and a key never outlives a start that failed."""
    request = Request(KARIN, "C-solrosen", "the-start")

    def act(_: World, deps: Deps) -> None:
        opening.begin(deps, sessions.start(deps, request, TEMA3).id)

    def left(world: World) -> None:
        round = _round_of(world)
        if round is not None:
            assert world.vault.get(round.id) is not None
            assert world.session().active

    def after(world: World) -> None:
        round = _round_of(world)
        assert round is None or world.vault.round_ids() == {round.id}
        session = world.begun(sessions.start(world.deps, request, TEMA3))
        assert session.active
        assert world.vault.round_ids() == {world.round().id}
        assert len(world.shown()) == 1

    points = _walk(lambda: make_world().with_team(), act, left, after)
    assert {"after create", "sessions.add", "rounds.save", "after the commit"} <= set(points)


def test_cancel_is_whole_or_not_at_all(make_world: NewWorld) -> None:
    """A dialogue is cancelled with its ballots gone, or goes on with all of them."""

    def act(world: World, deps: Deps) -> None:
        sessions.cancel(deps, world.request())
        _work(deps)

    def left(world: World) -> None:
        if world.session().state is SessionState.CANCELLED:
            assert world.round().state is RoundState.VOIDED
            assert world.ballots() == 0
        else:
            assert world.round().state is RoundState.OPEN
            assert world.ballots() == 6
            assert world.vault.get(world.round().id) is not None

    def after(world: World) -> None:
        if world.session().active:
            sessions.cancel(world.deps, world.request())
        world.work()
        assert (world.ballots(), world.vault.round_ids()) == (0, frozenset())
        assert world.platform.shown(KARIN.user) == []

    points = _walk(lambda: make_world().with_team().answered(6), act, left, after)
    assert {"ballots.clear", "before destroy", "before reclaiming"} <= set(points)


def test_share_is_whole_or_not_at_all(make_world: NewWorld) -> None:
    """The team gets the summary once, however often the manager has to press."""

    def scene() -> World:
        world = make_world().with_team().answered(6)
        world.stop()
        return world

    def act(world: World, deps: Deps) -> None:
        results.share(deps, world.request(), world.round().id)
        _work(deps)

    def after(world: World) -> None:
        results.share(world.deps, world.request(), world.round().id)
        assert len(world.summaries(CHANNEL)) == 1
        assert len(world.summaries()) == 1

    points = _walk(scene, act, _shared_or_not, after)
    assert {"dues.cancel", "rounds.save", "messages.want", "messages.sent"} <= set(points)


@pytest.mark.parametrize("answers", [5, 6])
def test_share_by_itself_is_whole_or_not_at_all(make_world: NewWorld, answers: int) -> None:
    """When its time has come the team gets the summary once, wherever the process dies."""

    def scene() -> World:
        world = make_world().with_team().answered(answers)
        world.stop()
        world.clock.pass_by(seconds=SHARED_AFTER.total_seconds())
        return world

    def after(world: World) -> None:
        assert world.round().shared
        assert len(world.summaries(CHANNEL)) == 1
        assert len(world.summaries()) == 1

    points = _walk(scene, lambda _, deps: _work(deps), _shared_or_not, after)
    assert {"dues.claim", "rounds.save", "messages.want", "dues.done"} <= set(points)


def _shared_or_not(world: World) -> None:
    """Check that the team is shown the summary just when the round says so."""
    name = f"shared/{world.round().id}/{world.round().team_ids[0]}"
    wanted = world.look(lambda tx: tx.messages.get(name))
    assert (wanted is not None) is world.round().shared


@pytest.mark.parametrize("shared", [True, False])
def test_hide_is_whole_or_not_at_all(make_world: NewWorld, shared: bool) -> None:
    """What is hidden is hidden everywhere, or nowhere, and then it can be hidden again."""

    def scene() -> World:
        world = make_world().with_team()
        world.terms = Terms(quote_threshold=6)
        world.answered(6).stop()
        if shared:
            results.share(world.deps, world.request(), world.round().id)
            world.work()
        return world

    def act(world: World, deps: Deps) -> None:
        results.hide(deps, world.request(), world.round().id, frozenset([0]), frozenset())
        _work(deps)

    def left(world: World) -> None:
        kept = world.look(lambda tx: tx.rounds.result(world.round().id))
        assert kept is not None
        assert len(kept.comments[0].comments) == 6
        name = f"summary/{world.round().id}/{KARIN.user}"
        wanted = world.look(lambda tx: tx.messages.get(name))
        assert wanted is not None
        assert isinstance(wanted.view, Summary)
        assert len(wanted.view.comments) == 1 + len(world.round().hidden)

    def after(world: World) -> None:
        results.hide(world.deps, world.request(), world.round().id, frozenset([0]), frozenset())
        (mine,) = world.summaries()
        assert [len(group.comments) for group in mine.comments] == [5, 1]
        shown = [len(view.comments[0].comments) for view in world.summaries(CHANNEL)]
        assert shown == ([5] if shared else [])

    points = _walk(scene, act, left, after)
    assert points.count("messages.want") == 1 + shared
    assert {"rounds.save", "messages.sent"} <= set(points)


def test_fuse_can_tell_a_half_close(make_world: NewWorld) -> None:
    """The walk finds a fault: a close that destroys the key first loses the answers."""

    def scene() -> World:
        world = make_world().with_team().answered(6)
        sessions.stop(world.deps, world.request())
        return world

    def wrong_way_round(world: World, deps: Deps) -> None:
        key = deps.vault.get(world.round().id)
        assert key is not None
        deps.vault.destroy(world.round().id)
        deps.store.write(lambda tx: tx.ballots.clear(world.round().id))

    def left(world: World) -> None:
        assert world.vault.get(world.round().id) is not None

    with pytest.raises(AssertionError):
        _walk(scene, wrong_way_round, left, lambda _: None)
