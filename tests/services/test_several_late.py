"""A process that stalls for longer than its lease, while another does the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.domain.round import RoundState
from bot.services import sessions
from bot.services.deps import Deps
from bot.services.due import LEASE, run_due, run_starts
from bot.stores.sqlite import SqliteStore
from tests.fakes import InProcessBox
from tests.services.people import TEMA3
from tests.services.world import World, new_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give the world of the process that stalls, with a team."""
    world = new_world(tmp_path).with_team()
    with closing(world.store):
        yield world


@pytest.fixture
def other(world: World, tmp_path: Path) -> Iterator[World]:
    """Give another process on the same database, keys and chat."""
    with closing(SqliteStore(tmp_path / "aptbot.sqlite3")) as store:
        yield replace(world, store=store)


@dataclass
class Late:
    """A port at one method of which the process stalls, before and after the real call."""

    real: object
    method: str
    overtake: Callable[[], None]

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Return the real method, or the slow one."""
        call: Callable[..., object] = getattr(self.real, name)
        return self.slow(call) if name == self.method else call

    def slow(self, call: Callable[..., object]) -> Callable[..., object]:
        """Return the call with the stalls."""

        def late(*given: object) -> object:
            self.overtake()
            result = call(*given)
            self.overtake()
            return result

        return late

    def __call__(self, *given: object) -> object:
        """Open a box, as slowly."""
        return self.slow(InProcessBox())(*given)


def late(world: World, other: World, port: str, method: str) -> Deps:
    """Return the stalling process's ports; the lease runs out, and the other one works."""

    def overtake() -> None:
        world.clock.pass_by(seconds=LEASE.total_seconds())
        other.work()

    slow: dict[str, Any] = {port: Late(getattr(world.deps, port), method, overtake)}
    return replace(world.deps, **slow)


@pytest.mark.parametrize(
    ("port", "method"), [("vault", "get"), ("vault", "destroy"), ("open_box", "")]
)
def test_closing(
    world: World, other: World, caplog: pytest.LogCaptureFixture, port: str, method: str
) -> None:
    """Wherever it stalls: counted once, told once, nothing voided, and the key is gone."""
    world.answered(6)
    sessions.stop(world.deps, world.request())
    assert run_due(late(world, other, port, method))
    assert other.round().state is RoundState.CLOSED
    other.later(hours=1)

    assert len(other.summaries()) == 1
    keys = [message.key for message in other.platform.standing.values()]
    assert not any(key.startswith("voided/") for key in keys)
    assert "failed" not in caplog.text
    assert world.vault.round_ids() == frozenset()


def test_starting(world: World, other: World) -> None:
    """The other one has begun the dialogue meanwhile: one box, one key, one message."""
    sessions.start(world.deps, world.request(), TEMA3)
    assert run_starts(late(world, other, "platform", "members")) == 1
    other.work()

    assert other.board().type == "board"
    assert world.vault.round_ids() == {other.round().id}
