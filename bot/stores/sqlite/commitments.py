"""Commitments."""

from __future__ import annotations

from bot.domain.commitment import Commitment
from bot.stores.sqlite.repository import Repository


class CommitmentRepository(Repository):
    """`bot.ports.Commitments` on the table `commitment`."""

    def save(self, commitment: Commitment) -> None:
        """Insert or replace the commitment."""
        self._upsert(
            "commitment",
            {
                "id": commitment.id,
                "team_id": commitment.team_id,
                "agreed_on": commitment.agreed_on.isoformat(),
                "body": commitment.model_dump_json(),
            },
        )

    def get(self, commitment_id: str) -> Commitment | None:
        """Return the commitment."""
        row = self._row("SELECT body FROM commitment WHERE id = :id", id=commitment_id)
        return Commitment.model_validate_json(row["body"]) if row else None

    def of_team(self, team_id: str) -> tuple[Commitment, ...]:
        """Return all commitments of the team, the earliest agreed first."""
        rows = self._rows(
            "SELECT body FROM commitment WHERE team_id = :team ORDER BY agreed_on, id",
            team=team_id,
        )
        return tuple(Commitment.model_validate_json(row["body"]) for row in rows)
