"""A process that dies anywhere in beginning, moving or ending a dialogue without answers."""

from __future__ import annotations

from bot.domain.session import SessionState
from bot.services import sessions
from bot.services.deps import Deps
from bot.views.model import Board
from tests.services.conftest import NewWorld
from tests.services.people import WORKSHOP
from tests.services.test_crashes import _walk, _work
from tests.services.world import World


def _kept(world: World) -> SessionState:
    """Return the state of the only dialogue."""
    team = "team-solrosen"
    found = world.look(lambda tx: tx.sessions.active(team) or tx.sessions.ended(team)[0])
    return found.state


def _nothing_secret(world: World) -> None:
    """There is never a key or a box, wherever the process died."""
    assert world.vault.round_ids() == frozenset()


def test_a_talk_begins_once_wherever_it_dies(make_world: NewWorld) -> None:
    """After the next start it runs, in one message; no key is left behind."""

    def scene() -> World:
        return make_world().with_team()

    def act(world: World, deps: Deps) -> None:
        sessions.start(deps, world.request(id="once"), WORKSHOP)
        _work(deps)

    def after(world: World) -> None:
        if world.look(lambda tx: tx.sessions.active("team-solrosen")) is None:
            sessions.start(world.deps, world.request(id="once"), WORKSHOP)
        assert len([view for view in world.shown() if isinstance(view, Board)]) == 1
        assert _kept(world) is SessionState.RUNNING
        _nothing_secret(world)

    points = _walk(scene, act, _nothing_secret, after)
    assert len(points) > 10


def test_a_talk_ends_once_wherever_it_dies(make_world: NewWorld) -> None:
    """After the next start it is over, and its one message says so."""

    def scene() -> World:
        world = make_world().with_team()
        world.start(WORKSHOP)
        world.work()
        return world

    def act(world: World, deps: Deps) -> None:
        sessions.stop(deps, world.request(id="once"))
        _work(deps)

    def after(world: World) -> None:
        if _kept(world) is not SessionState.ENDED:
            sessions.stop(world.deps, world.request(id="once"))
        (board,) = [view for view in world.shown() if isinstance(view, Board)]
        assert board.controls == ()
        assert _kept(world) is SessionState.ENDED
        _nothing_secret(world)

    points = _walk(scene, act, _nothing_secret, after)
    assert len(points) > 5
