"""What is to happen at a time: claimed once, tried again, and never in each other's way."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result
from bot.domain.due import Due, DueKind
from bot.domain.round import Round, RoundState
from bot.errors import StoreError
from bot.services import sessions
from bot.services.due import BATCH, LEASE, LONGEST_WAIT, TIMED, run_due
from bot.stores.sqlite import SqliteStore
from tests.services.people import OTHER_CHANNEL, in_channel, team
from tests.services.world import World

CANARY = "kanariefågeln i texten"


class Reclaiming:
    """A store that counts its reclaims, the first of which may fail; mirrors `bot.ports.Store`."""

    def __init__(self, real: SqliteStore, failures: int = 0) -> None:
        self.count = 0
        self.failures = failures
        self.real = real
        self.write, self.read, self.close = real.write, real.read, real.close

    def reclaim(self) -> None:
        """Count, fail or reclaim."""
        self.count += 1
        if self.count <= self.failures:
            raise StoreError(CANARY)
        self.real.reclaim()


def failing(key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
    """Fail as a box might that can't be read."""
    raise RuntimeError(CANARY)


def reclaim_at(world: World, *occurrences: str) -> None:
    """Ask for the pages to be reclaimed now, some times."""
    for occurrence in occurrences:
        due = Due(DueKind.RECLAIM, "store", occurrence, world.clock.now())
        world.store.write(lambda tx, due=due: tx.dues.schedule(due))  # type: ignore[misc]


def test_nothing_due_is_nothing_done(world: World) -> None:
    """Before its time nothing is claimed, so nobody looks again at once."""
    world.start()
    assert run_due(world.deps) == 0
    world.clock.pass_by(minutes=2)
    assert run_due(world.deps) == 1
    assert run_due(world.deps) == 0


def test_each_thing_is_claimed_by_one(world: World) -> None:
    """Many who look at the same moment share what is due among them."""
    world.start()
    world.clock.pass_by(minutes=2)
    with ThreadPoolExecutor(8) as pool:
        claimed = list(pool.map(lambda _: run_due(world.deps), range(8)))
    assert sum(claimed) == 1
    assert world.session().step == 1


def test_lease_runs_out_after_a_crash(world: World) -> None:
    """What a dead process had claimed is claimed again when its lease is over, not before."""
    world.start()
    world.clock.pass_by(minutes=2)
    now = world.clock.now()
    world.store.write(lambda tx: tx.dues.claim(TIMED, now, now + LEASE, BATCH))
    world.clock.pass_by(seconds=LEASE.total_seconds() - 1)
    assert run_due(world.deps) == 0
    world.clock.pass_by(seconds=1)
    assert run_due(world.deps) == 1
    assert world.session().step == 1


def test_failure_is_tried_again_later_and_later(world: World) -> None:
    """What fails waits twice as long each time, at most five minutes, for ever."""
    store = Reclaiming(world.store, failures=10**6)
    deps = replace(world.deps, store=store)
    reclaim_at(world, "1")
    assert run_due(deps) == 1
    for wait in (1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300):
        world.clock.pass_by(seconds=wait - 1)
        assert run_due(deps) == 0
        world.clock.pass_by(seconds=1)
        assert run_due(deps) == 1


def test_failure_of_days_stops_nothing(world: World) -> None:
    """After more failures than a number of seconds can be doubled, the other things are done."""
    store = Reclaiming(world.store, failures=70)
    deps = replace(world.deps, store=store)
    reclaim_at(world, "1")
    for _ in range(71):
        run_due(deps)
        world.clock.pass_by(seconds=LONGEST_WAIT.total_seconds())
    assert store.count == 71
    assert run_due(deps) == 0


def test_one_failing_thing_stops_no_other(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """A round that can't be counted keeps no other team's dialogue waiting."""
    other = replace(team(), id="team-b", channel=OTHER_CHANNEL)
    world.with_team(other).answered(6)
    sessions.stop(world.deps, world.request())
    world.platform.channels = {**world.platform.channels, OTHER_CHANNEL: in_channel()}
    second = world.start(channel=OTHER_CHANNEL)
    world.clock.pass_by(minutes=2)
    with caplog.at_level(logging.DEBUG):
        run_due(replace(world.deps, open_box=failing))
    moved = world.look(lambda tx: tx.sessions.get(second.id))
    assert moved is not None
    assert moved.step == 1
    assert "round.close failed: RuntimeError" in caplog.text
    assert CANARY not in caplog.text


def test_failed_count_keeps_everything(world: World) -> None:
    """A count that fails loses nothing: the next one publishes."""
    world.answered(6)
    sessions.stop(world.deps, world.request())
    run_due(replace(world.deps, open_box=failing))
    assert (world.round().state, world.ballots()) == (RoundState.CLOSING, 6)
    world.later(seconds=1)
    assert world.round().state is RoundState.CLOSED
    assert len(world.summaries()) == 1


def test_reclaim_is_once_for_a_batch(world: World) -> None:
    """Five rounds that closed together rewrite the database once."""
    store = Reclaiming(world.store)
    reclaim_at(world, *"12345")
    assert run_due(replace(world.deps, store=store)) == 5
    assert store.count == 1
    world.clock.pass_by(minutes=10)
    assert run_due(replace(world.deps, store=store)) == 0


def test_failed_reclaim_is_tried_again_for_all(world: World) -> None:
    """When the database is in use, none who asked is forgotten."""
    store = Reclaiming(world.store, failures=1)
    reclaim_at(world, *"123")
    run_due(replace(world.deps, store=store))
    world.clock.pass_by(seconds=1)
    assert run_due(replace(world.deps, store=store)) == 3
    assert store.count == 2


def test_more_than_a_batch_is_done_with_the_next(world: World) -> None:
    """What does not fit is claimed the next time, which comes at once."""
    reclaim_at(world, *(f"{number}" for number in range(BATCH + 1)))
    assert (run_due(world.deps), run_due(world.deps), run_due(world.deps)) == (BATCH, 1, 0)


def test_tick_of_the_past_is_dropped_with_each_move(world: World) -> None:
    """A dialogue that people moved on is not moved again by the time of an earlier step."""
    session = world.start()
    sessions.next_step(world.deps, world.request(), session.id, 0)
    world.work()
    world.clock.pass_by(minutes=2)
    assert run_due(world.deps) == 0
    assert world.session().step == 1
    world.later(minutes=1)
    assert world.session().step == 2


def test_same_moment_twice_moves_once(world: World) -> None:
    """A tick done twice, as after a crash, moves the dialogue one step."""
    session = world.start()
    world.clock.pass_by(minutes=2)
    for _ in range(2):
        sessions.tick(world.deps, session.id, world.clock.now())
    assert world.session().step == 1
