"""The ballot boxes. Plain statements: this is the path that many people take at once."""

from __future__ import annotations

from bot.domain.ballot import Ballot
from bot.stores.sqlite.repository import Repository


class BallotRepository(Repository):
    """`bot.ports.Ballots` on the table `ballot`, which knows no order, no time and no counter."""

    def put(self, round_id: str, ballot: Ballot) -> None:
        """Keep the ballot in place of the same person's earlier one."""
        self._run(
            "INSERT INTO ballot (round_id, pid, sealed) VALUES (:round, :pid, :sealed)"
            " ON CONFLICT (round_id, pid) DO UPDATE SET sealed = excluded.sealed",
            round=round_id,
            pid=ballot.pid,
            sealed=ballot.sealed,
        )

    def get(self, round_id: str, pid: bytes) -> Ballot | None:
        """Return one ballot."""
        row = self._row(
            "SELECT pid, sealed FROM ballot WHERE round_id = :round AND pid = :pid",
            round=round_id,
            pid=pid,
        )
        return Ballot(**row) if row else None

    def remove(self, round_id: str, pid: bytes) -> None:
        """Remove one ballot; nothing happens when there is none."""
        self._run(
            "DELETE FROM ballot WHERE round_id = :round AND pid = :pid", round=round_id, pid=pid
        )

    def all(self, round_id: str) -> tuple[Ballot, ...]:
        """Return the ballots of a round, in the order of their (random) ids."""
        rows = self._rows(
            "SELECT pid, sealed FROM ballot WHERE round_id = :round ORDER BY pid", round=round_id
        )
        return tuple(Ballot(**row) for row in rows)

    def at_least(self, round_id: str, count: int) -> bool:
        """Whether the box holds so many ballots."""
        return bool(
            self._rows(
                "SELECT 1 FROM ballot WHERE round_id = :round LIMIT 1 OFFSET :others",
                round=round_id,
                others=count - 1,
            )
        )

    def clear(self, round_id: str) -> None:
        """Remove all ballots of a round."""
        self._run("DELETE FROM ballot WHERE round_id = :round", round=round_id)
