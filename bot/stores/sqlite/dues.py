"""What is to be done when, exactly once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from bot.domain.due import Due, DueKind
from bot.stores.sqlite.codec import time_from_text, time_to_text
from bot.stores.sqlite.repository import Repository, Row


class DueRepository(Repository):
    """`bot.ports.Dues` on the table `due`.

    The last that was done of a kind and key stays, so that it never comes again. `lease_until` is
    also the time before which something that failed is not tried again.
    """

    def schedule(self, due: Due) -> None:
        """Add the due thing; the same kind, key and occurrence only once."""
        self._run(
            "INSERT INTO due (kind, key, occurrence, due_at, attempts)"
            " VALUES (:kind, :key, :occurrence, :due_at, :attempts) ON CONFLICT DO NOTHING",
            **_name(due),
            due_at=time_to_text(due.due_at),
            attempts=due.attempts,
        )

    def cancel(self, kind: DueKind, key: str) -> None:
        """Drop what has not been done of this kind and key."""
        self._run(
            "DELETE FROM due WHERE kind = :kind AND key = :key AND done = 0",
            kind=kind.value,
            key=key,
        )

    def claim(
        self, kinds: Iterable[DueKind], now: datetime, lease_until: datetime, limit: int
    ) -> tuple[Due, ...]:
        """Take what is due of these kinds and not leased, until `lease_until`, oldest first."""
        rows = self._rows(
            "UPDATE due SET lease_until = :lease WHERE (kind, key, occurrence) IN"
            " (SELECT kind, key, occurrence FROM due"
            " WHERE done = 0 AND due_at <= :now AND lease_until <= :now"
            " AND kind IN (SELECT value FROM json_each(:kinds))"
            " ORDER BY due_at LIMIT :limit)"
            " RETURNING kind, key, occurrence, due_at, attempts",
            now=time_to_text(now),
            lease=time_to_text(lease_until),
            kinds=json.dumps([kind.value for kind in kinds]),
            limit=limit,
        )
        return tuple(sorted(map(_from_row, rows), key=lambda due: due.due_at))

    def release(self) -> None:
        """Give up all leases: nobody else is at work."""
        self._run("UPDATE due SET lease_until = '' WHERE done = 0 AND lease_until <> ''")

    def done(self, due: Due) -> None:
        """Mark as done, also when it was cancelled meanwhile; forget what was done before it."""
        self._run(
            "INSERT INTO due (kind, key, occurrence, due_at, attempts, done)"
            " VALUES (:kind, :key, :occurrence, :due_at, :attempts, 1)"
            " ON CONFLICT DO UPDATE SET done = 1",
            **_name(due),
            due_at=time_to_text(due.due_at),
            attempts=due.attempts,
        )
        self._run(
            "DELETE FROM due WHERE kind = :kind AND key = :key AND occurrence <> :occurrence"
            " AND done = 1",
            **_name(due),
        )

    def retry_at(self, due: Due, at: datetime) -> None:
        """Give back what failed, to be tried again at a time; the attempt is counted."""
        self._run(
            "UPDATE due SET lease_until = :at, attempts = attempts + 1"
            " WHERE kind = :kind AND key = :key AND occurrence = :occurrence AND done = 0",
            **_name(due),
            at=time_to_text(at),
        )


def _name(due: Due) -> dict[str, str]:
    return {"kind": due.kind.value, "key": due.key, "occurrence": due.occurrence}


def _from_row(row: Row) -> Due:
    return Due(
        kind=DueKind(row["kind"]),
        key=row["key"],
        occurrence=row["occurrence"],
        due_at=time_from_text(row["due_at"]),
        attempts=row["attempts"],
    )
