"""The adaptation log."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.adaptation import Adaptation
from bot.stores.sqlite.repository import Repository


class AdaptationRepository(Repository):
    """`bot.ports.Adaptations` on the table `adaptation`."""

    def save(self, session_id: str, entry: Adaptation) -> None:
        """Insert or replace what the log says of a dialogue."""
        row = {"session_id": session_id, "body": entry.model_dump_json()}
        self._upsert("adaptation", row, pk="session_id")

    def get(self, session_id: str) -> Adaptation | None:
        """Return what the log says of a dialogue."""
        row = self._row("SELECT body FROM adaptation WHERE session_id = :id", id=session_id)
        return Adaptation.model_validate_json(row["body"]) if row else None

    def of_team(self, team_id: str) -> Mapping[str, Adaptation]:
        """Return the team's log: the entries by the ids of their dialogues."""
        rows = self._rows(
            "SELECT session_id, body FROM adaptation"
            " JOIN session ON session.id = session_id WHERE team_id = :team",
            team=team_id,
        )
        return {row["session_id"]: Adaptation.model_validate_json(row["body"]) for row in rows}
