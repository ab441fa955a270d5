"""The database: one transaction and the repositories in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.ports.store.areas import Areas
from bot.ports.store.commitments import Commitments
from bot.ports.store.continuity import ManagerRequests, Wishes
from bot.ports.store.dues import Dues
from bot.ports.store.messages import Messages
from bot.ports.store.plans import Occasions, Plans
from bot.ports.store.rounds import Ballots, Rounds
from bot.ports.store.sessions import Adaptations, Scripts, Sessions
from bot.ports.store.teams import Quiet, Teams

T = TypeVar("T")


class Tx(Protocol):
    """One transaction: everything in it happens, or nothing."""

    @property
    def teams(self) -> Teams:
        """The teams."""
        ...

    @property
    def quiet(self) -> Quiet:
        """Who wants no reminders."""
        ...

    @property
    def requests(self) -> ManagerRequests:
        """Requests to become a team's manager."""
        ...

    @property
    def wishes(self) -> Wishes:
        """Wishes for themes."""
        ...

    @property
    def sessions(self) -> Sessions:
        """The sessions."""
        ...

    @property
    def plans(self) -> Plans:
        """The plans."""
        ...

    @property
    def occasions(self) -> Occasions:
        """The occasions of plans."""
        ...

    @property
    def scripts(self) -> Scripts:
        """The texts that sessions ran."""
        ...

    @property
    def rounds(self) -> Rounds:
        """The rounds."""
        ...

    @property
    def ballots(self) -> Ballots:
        """The ballots."""
        ...

    @property
    def adaptations(self) -> Adaptations:
        """The adaptation log."""
        ...

    @property
    def commitments(self) -> Commitments:
        """What groups have agreed to do."""
        ...

    @property
    def areas(self) -> Areas:
        """What has been published of areas."""
        ...

    @property
    def dues(self) -> Dues:
        """What is to be done when."""
        ...

    @property
    def messages(self) -> Messages:
        """The outbox."""
        ...


class Store(Protocol):
    """The database."""

    def write(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in a transaction and return its result after the commit is durable.

        An exception of `work` undoes all it did and is raised here. `work` must not reach outside
        of the transaction: it may be run again.
        """
        ...

    def read(self, work: Callable[[Tx], T]) -> T:
        """Run `work` on one consistent snapshot; it must not write."""
        ...

    def reclaim(self) -> None:
        """Leave no trace of deleted rows in the database's files. Raises StoreError if it can't."""
        ...

    def close(self) -> None:
        """Finish what is under way and close the files."""
        ...
