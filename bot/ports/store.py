"""The database: one transaction and the repositories in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain.ballot import Ballot
from bot.domain.disclosure import Result
from bot.domain.due import Due, DueKind
from bot.domain.people import PersonKey, Team
from bot.domain.programme import Script, ThemeRef
from bot.domain.round import Round, RoundState
from bot.domain.session import Session
from bot.ports.world import Outgoing, Sending
from bot.views.model import MessageView

T = TypeVar("T")


class Teams(Protocol):
    """Teams in the store."""

    def save(self, team: Team) -> None:
        """Insert or replace the team. Raises TeamExists when the channel is another team's."""
        ...

    def get(self, team_id: str) -> Team | None:
        """Return the team."""
        ...

    def at(self, tenant: str, channel: str) -> Team | None:
        """Return the team that meets in the channel."""
        ...

    def managed_by(self, person: PersonKey) -> tuple[Team, ...]:
        """Return the teams that the person is manager or samtalsledare of, by name."""
        ...

    def of_tenant(self, tenant: str) -> tuple[Team, ...]:
        """Return the teams of a workspace, by name."""
        ...

    def pooled(self, pool_id: str) -> tuple[Team, ...]:
        """Return the teams of a pool, by name; none for an empty id."""
        ...

    def invite(self, team_id: str, invited_id: str) -> None:
        """Keep that the team has invited another into its pool."""
        ...

    def invited(self, team_id: str) -> tuple[str, ...]:
        """Return the ids of the teams that the team has invited, without an answer so far."""
        ...

    def inviting(self, team_id: str) -> tuple[str, ...]:
        """Return the ids of the teams that have invited the team, without an answer so far."""
        ...

    def uninvite(self, team_id: str, invited_id: str) -> None:
        """Forget the invitation; nothing happens when there is none."""
        ...


class Sessions(Protocol):
    """Sessions in the store."""

    def add(self, session: Session) -> None:
        """Insert the session. Raises SessionRunning when the team has one that is not over."""
        ...

    def save(self, session: Session) -> None:
        """Replace the session."""
        ...

    def get(self, session_id: str) -> Session | None:
        """Return the session."""
        ...

    def active(self, team_id: str) -> Session | None:
        """Return the team's session that is not over."""
        ...

    def of_round(self, round_id: str) -> tuple[Session, ...]:
        """Return the sessions that the round's box is open for, the earliest first."""
        ...

    def ended(self, team_id: str) -> tuple[Session, ...]:
        """Return the team's sessions that have ended (not cancelled), the latest first."""
        ...


class Scripts(Protocol):
    """The very texts that sessions ran, by fingerprint."""

    def keep(self, script: Script) -> None:
        """Keep the script under its version; a known one is left alone."""
        ...

    def get(self, version: str) -> Script:
        """Return the script with this version. Raises StoreError if it was never kept."""
        ...


class Rounds(Protocol):
    """Rounds and their results in the store."""

    def save(self, round: Round) -> None:
        """Insert or replace the round."""
        ...

    def get(self, round_id: str) -> Round | None:
        """Return the round."""
        ...

    def shared_by(self, team_id: str, theme: ThemeRef) -> Round | None:
        """Return the open box for the theme that the team shares with others, the latest."""
        ...

    def open_of(self, team_id: str) -> tuple[Round, ...]:
        """Return the rounds of the team that are open, the earliest opened first."""
        ...

    def in_state(self, *states: RoundState) -> tuple[Round, ...]:
        """Return the rounds in any of the states."""
        ...

    def publish(self, round_id: str, result: Result | None) -> None:
        """Keep the result, None for "fewer than the threshold". Once: raises StoreError again."""
        ...

    def result(self, round_id: str) -> Result | None:
        """Return the result, None when there were too few answers or none is published."""
        ...


class Ballots(Protocol):
    """The ballot boxes. No order, no time and no counter is kept."""

    def put(self, round_id: str, ballot: Ballot) -> None:
        """Keep the ballot in place of the same person's earlier one."""
        ...

    def get(self, round_id: str, pid: bytes) -> Ballot | None:
        """Return one ballot."""
        ...

    def remove(self, round_id: str, pid: bytes) -> None:
        """Remove one ballot; nothing happens when there is none."""
        ...

    def all(self, round_id: str) -> Sequence[Ballot]:
        """Return the ballots of a round, in the order of their (random) ids."""
        ...

    def clear(self, round_id: str) -> None:
        """Remove all ballots of a round."""
        ...


class Dues(Protocol):
    """What is to be done when.

    The occurrences of a kind and key go forward: the last one that was done never comes again, and
    those before it are forgotten, so that what is done does not pile up.
    """

    def schedule(self, due: Due) -> None:
        """Add the due thing; the same kind, key and occurrence only once."""
        ...

    def cancel(self, kind: DueKind, key: str) -> None:
        """Drop what has not been done of this kind and key."""
        ...

    def claim(
        self, kinds: Iterable[DueKind], now: datetime, lease_until: datetime, limit: int
    ) -> tuple[Due, ...]:
        """Take what is due of these kinds and not leased, until `lease_until`, oldest first."""
        ...

    def release(self) -> None:
        """Give up all leases: nobody else is at work."""
        ...

    def done(self, due: Due) -> None:
        """Mark as done; what was done before it, of the same kind and key, is forgotten."""
        ...

    def retry_at(self, due: Due, at: datetime) -> None:
        """Give back what failed, to be tried again at a time; the attempt is counted."""
        ...


class Messages(Protocol):
    """The outbox: each message as it should stand and as it stands."""

    def want(self, key: str, tenant: str, conversation: str, view: MessageView) -> None:
        """Say how the message is to stand; an unsent earlier version is replaced.

        Nothing happens when this is what is wanted already, unless it had been given up: then it
        is tried again.
        """
        ...

    def get(self, key: str) -> Outgoing | None:
        """Return the message as it is wanted now."""
        ...

    def claim(
        self, calls: Iterable[Sending], now: datetime, lease_until: datetime, limit: int
    ) -> tuple[Outgoing, ...]:
        """Take messages whose wanted version is not sent yet, until `lease_until`.

        Only those are taken that need one of the `calls`. First comes what has waited longest:
        the age is that of the wish, so who has just been served stands behind the others. In a
        conversation a post waits until the older posts stand, but for those that stand aside.
        """
        ...

    def release(self) -> None:
        """Give up all leases: nobody else is at work. What was under way may have been sent."""
        ...

    def sent(self, key: str, version: int, ref: str) -> None:
        """Note that this version stands at `ref` and give up the lease."""
        ...

    def retry_at(
        self,
        key: str,
        at: datetime,
        *,
        gone: bool = False,
        failed: bool = True,
        aside: bool = False,
    ) -> None:
        """Give back a message that could not be sent. `gone` forgets where it stood.

        `failed`: the attempt may have succeeded unseen (`tried`). `aside`: what is in the way may
        last, so that later messages of the conversation need not wait for this one. Both count
        the attempt; a message that only had to wait is not counted.
        """
        ...

    def give_up(self, key: str, version: int, reason: str) -> None:
        """Stop trying this version for a reason that waiting does not mend."""
        ...


class Tx(Protocol):
    """One transaction: everything in it happens, or nothing."""

    @property
    def teams(self) -> Teams:
        """The teams."""
        ...

    @property
    def sessions(self) -> Sessions:
        """The sessions."""
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
