"""A shared box when the process dies anywhere, and whatever its teams do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.people import Team
from bot.domain.request import Request
from bot.domain.round import RoundState
from bot.errors import UserError
from bot.services import opening, pools, rounds, sessions
from bot.services.deps import Deps
from bot.services.due import LEASE, run_due
from tests.services.conftest import NewWorld
from tests.services.crashes import Dead, Fuse, fused
from tests.services.people import KARIN, TEMA3
from tests.services.pooling import (
    COOKS,
    KOKET,
    MANEN,
    MIRO,
    NIGHT,
    STADET,
    STAFF,
    TEAMS,
    begin,
    boards,
    box_of,
    end,
    give,
    manager_of,
    now,
    to_questions,
    with_small_teams,
)
from tests.services.world import World, new_world

POOL = (KOKET, MANEN)
MOST_POINTS = 200

# --- a process that dies ------------------------------------------------------------------


def _walk(
    make_world: NewWorld, scene: Callable[[World], None], act: Callable[[World, Deps], None]
) -> list[tuple[World, str]]:
    """Let `act` die at each point in turn and start again; return the worlds and the points."""
    found: list[tuple[World, str]] = []
    for blows_at in range(MOST_POINTS):
        world, fuse = with_small_teams(make_world(), *POOL), Fuse(blows_at)
        scene(world)
        try:
            act(world, fused(world.deps, fuse))
        except Dead as dead:
            found.append((world, str(dead)))
            world.clock.pass_by(seconds=LEASE.total_seconds() * 3)
            world.restart()
        else:
            return [*found, (world, "")]
    raise AssertionError("it never came to an end")


def _boxes(world: World) -> list[str]:
    """Return the boxes that the teams' dialogues are open for."""
    running = world.look(lambda tx: [tx.sessions.active(each.id) for each in POOL])
    return [session.round_id for session in running if session is not None]


def test_to_open_or_join_is_whole_or_not_at_all(make_world: NewWorld) -> None:
    """Wherever it dies, in the end both teams share one box, and there is one key."""

    def act(_: World, deps: Deps) -> None:
        for each in POOL:
            request = Request(manager_of(each), each.channel, f"start-{each.id}")
            opening.begin(deps, sessions.start(deps, request, TEMA3).id)

    walked = _walk(make_world, lambda _: None, act)
    for world, _ in walked:
        assert world.vault.round_ids() == {
            box.id for box in world.look(lambda tx: tx.rounds.in_state(RoundState.OPEN))
        }
        for each in POOL:
            request = Request(manager_of(each), each.channel, f"start-{each.id}")
            assert world.begun(sessions.start(world.deps, request, TEMA3)).active
        box = box_of(world, KOKET)
        assert box_of(world, MANEN) == box
        assert _boxes(world) == [box.id] * 2
        assert world.vault.round_ids() == {box.id}
    points = {point for _, point in walked}
    assert {"after create", "rounds.save", "rounds.shared_by", "dues.schedule"} <= points


def test_to_close_a_shared_box_is_whole_or_not_at_all(make_world: NewWorld) -> None:
    """Wherever it dies, all managers get the one result, once, and nothing else is left."""

    def scene(world: World) -> None:
        begin(world, KOKET)
        give(world, box_of(world, KOKET), *COOKS, *NIGHT)
        end(world, KOKET)
        begin(world, MANEN)
        to_questions(world, MANEN)

    def act(world: World, deps: Deps) -> None:
        sessions.stop(deps, world.request(MIRO, MANEN.channel, "the-stop"))
        while run_due(deps):
            pass

    walked = _walk(make_world, scene, act)
    for world, _ in walked:
        if (running := world.look(lambda tx: tx.sessions.active(MANEN.id))) is not None:
            sessions.stop(world.deps, world.request(MIRO, MANEN.channel), running.id)
        said = [world.summaries(each.user) for each in (KARIN, MIRO)]
        assert [[one.taking_part for one in each] for each in said] == [["7 av 7 svarade."]] * 2
        assert world.vault.round_ids() == frozenset()
        assert [len(boards(world, each)) for each in POOL] == [1, 1]
    points = {point for _, point in walked}
    assert {"rounds.save", "dues.cancel", "before opening", "rounds.publish"} <= points


# --- whatever the teams do ----------------------------------------------------------------

MOVES = st.lists(
    st.tuples(
        st.sampled_from(["begin", "end", "cancel", "answer", "wait", "leave", "join", "restart"]),
        st.sampled_from([KOKET, STADET, MANEN]),
        st.integers(min_value=1, max_value=15),
    ),
    max_size=25,
)


def _move(world: World, what: str, team: Team, number: int) -> None:
    """Do something that a team may do at any time; what is refused changes nothing."""
    request = world.request(manager_of(team), team.channel)
    with suppress(UserError):
        match what:
            case "begin":
                world.begun(sessions.start(world.deps, request, TEMA3))
            case "end":
                sessions.stop(world.deps, request)
            case "cancel":
                sessions.cancel(world.deps, request)
            case "answer":
                for box in world.look(lambda tx: tx.rounds.open_of(team.id)):
                    give(world, box, STAFF[team.id][0])
            case "wait":
                world.clock.pass_by(days=number)
            case "leave":
                pools.leave(world.deps, request, team.id)
            case "join":
                pools.invite(world.deps, request, team.id, frozenset([STADET.id, KOKET.id]))
            case "restart":
                world.restart()
    world.work()


@settings(max_examples=40, deadline=None)
@given(moves=MOVES)
def test_whatever_the_teams_do(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, Team, int]]
) -> None:
    """An open box has its key and its teams; in the end all boxes close, and no key is left."""
    world = with_small_teams(new_world(tmp_path_factory.mktemp("pool")), KOKET, MANEN)
    try:
        for what, team, number in moves:
            _move(world, what, team, number)
            _check(world)
        world.later(days=14, hours=3)
        world.later(hours=3)
        assert world.look(lambda tx: tx.rounds.in_state(*rounds.UNFINISHED)) == ()
        assert world.vault.round_ids() == frozenset()
    finally:
        world.store.close()


def _check(world: World) -> None:
    unfinished = world.look(lambda tx: tx.rounds.in_state(*rounds.UNFINISHED))
    assert world.vault.round_ids() == {box.id for box in unfinished}
    held_in = world.look(lambda tx: [tx.sessions.of_round(box.id) for box in unfinished])
    for box, held in zip(unfinished, held_in, strict=True):
        assert held
        assert {session.team_id for session in held} <= set(box.team_ids)
        pools_now = {now(world, each).pool_id for each in TEAMS if each.id in box.team_ids}
        assert len(pools_now) == 1
        assert (pools_now == {""}) is not box.pooled
    sizes = Counter(now(world, each).pool_id for each in TEAMS)
    assert all(size > 1 for pool_id, size in sizes.items() if pool_id)
