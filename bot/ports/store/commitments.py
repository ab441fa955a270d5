"""What groups have agreed to do."""

from __future__ import annotations

from typing import Protocol

from bot.domain.commitment import Commitment


class Commitments(Protocol):
    """Commitments in the store."""

    def save(self, commitment: Commitment) -> None:
        """Insert or replace the commitment."""
        ...

    def get(self, commitment_id: str) -> Commitment | None:
        """Return the commitment."""
        ...

    def of_team(self, team_id: str) -> tuple[Commitment, ...]:
        """Return all commitments of the team, the earliest agreed first."""
        ...
