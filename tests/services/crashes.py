"""A process that dies at any chosen point: ports that stop working when a fuse blows.

The wrappers pass everything on to the real store and vault; each point at which a process could
die counts down, and when the count is out nothing works any more, as after `kill -9`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result
from bot.domain.round import Round
from bot.ports import BoxOpener, KeyVault, Store, Tx
from bot.services.deps import Deps

T = TypeVar("T")


class Dead(BaseException):
    """The process is no more; nothing of the bot catches this."""


@dataclass
class Fuse:
    """Blows at the point of this number (from 0), and stays blown; `passed` are those before."""

    blows_at: int
    passed: list[str] = field(default_factory=list)

    def point(self, name: str) -> None:
        """Pass a point at which the process could die."""
        if len(self.passed) >= self.blows_at:
            raise Dead(name)
        self.passed.append(name)


@dataclass
class FusedPart:
    """A repository of a transaction; every call is a point."""

    real: object
    fuse: Fuse
    name: str

    def __getattr__(self, method: str) -> Callable[..., object]:
        """Return the real method behind a point."""
        call: Callable[..., object] = getattr(self.real, method)

        def fused(*given: object, **named: object) -> object:
            self.fuse.point(f"{self.name}.{method}")
            return call(*given, **named)

        return fused


@dataclass
class FusedTx:
    """A transaction whose repositories are fused; mirrors `bot.ports.Tx`."""

    real: Tx
    fuse: Fuse

    def __getattr__(self, name: str) -> FusedPart:
        """Return the repository of that name."""
        return FusedPart(getattr(self.real, name), self.fuse, name)


@dataclass
class FusedStore:
    """A store that may die before, within and after each commit; mirrors `bot.ports.Store`."""

    real: Store
    fuse: Fuse

    def write(self, work: Callable[[Tx], T]) -> T:
        """Write, unless the process dies on the way."""
        self.fuse.point("before the commit")
        result = self.real.write(lambda tx: work(self._tx(tx)))
        self.fuse.point("after the commit")
        return result

    def read(self, work: Callable[[Tx], T]) -> T:
        """Read."""
        return self.real.read(work)

    def reclaim(self) -> None:
        """Reclaim, unless the process dies before or after."""
        self.fuse.point("before reclaiming")
        self.real.reclaim()
        self.fuse.point("after reclaiming")

    def close(self) -> None:
        """Close."""
        self.real.close()

    def _tx(self, tx: Tx) -> Tx:
        return cast("Tx", FusedTx(tx, self.fuse))


@dataclass
class FusedVault:
    """A vault that may die before and after each change; mirrors `bot.ports.KeyVault`."""

    real: KeyVault
    fuse: Fuse

    def adopt(self, rounds: frozenset[str]) -> None:
        """Take the place in use."""
        self.real.adopt(rounds)

    def create(self, round_id: str) -> bytes:
        """Make a key."""
        return self._around("create", lambda: self.real.create(round_id))

    def get(self, round_id: str) -> bytes | None:
        """Return a key."""
        return self._around("get", lambda: self.real.get(round_id))

    def destroy(self, round_id: str) -> None:
        """Destroy a key."""
        self._around("destroy", lambda: self.real.destroy(round_id))

    def round_ids(self) -> frozenset[str]:
        """Return the rounds with keys."""
        return self.real.round_ids()

    def _around(self, name: str, call: Callable[[], T]) -> T:
        self.fuse.point(f"before {name}")
        result = call()
        self.fuse.point(f"after {name}")
        return result


@dataclass
class FusedOpener:
    """Opens a box, unless the process dies before or after; mirrors `bot.ports.BoxOpener`."""

    real: BoxOpener
    fuse: Fuse

    def __call__(self, key: bytes, ballots: Sequence[Ballot], round: Round) -> Result | None:
        """Return what may be shown."""
        self.fuse.point("before opening")
        result = self.real(key, ballots, round)
        self.fuse.point("after opening")
        return result


def fused(deps: Deps, fuse: Fuse) -> Deps:
    """Return the same world with the fuse in its store, its vault and its box."""
    changes: dict[str, Any] = {
        "store": FusedStore(deps.store, fuse),
        "vault": FusedVault(deps.vault, fuse),
        "open_box": FusedOpener(deps.open_box, fuse),
    }
    return replace(deps, **changes)
