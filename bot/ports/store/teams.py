"""Who the teams are, who leads them, and who is left in peace."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from bot.domain.people import PersonKey, Team


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

    def named(self, tenant: str) -> tuple[tuple[str, str], ...]:
        """Return the id and the name of each team of a workspace, by id."""
        ...

    def every(self) -> tuple[Team, ...]:
        """Return the teams of all workspaces, by name."""
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


class Quiet(Protocol):
    """Who wants no reminders."""

    def save(self, person: PersonKey, *, quiet: bool) -> None:
        """Keep whether the person wants to be left in peace; the same again changes nothing."""
        ...

    def among(self, people: Iterable[PersonKey]) -> frozenset[PersonKey]:
        """Return those of the people who want no reminders."""
        ...
