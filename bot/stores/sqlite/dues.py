"""What is to be done when, exactly once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from bot.domain.due import Due, DueKind
from bot.stores.sqlite.codec import time_from_text, time_to_text
from bot.stores.sqlite.leases import LeaseRepository, times
from bot.stores.sqlite.repository import Row


class DueRepository(LeaseRepository):
    """`bot.ports.Dues` on the table `due`.

    The last that was done of a kind and key stays, so that it never comes again. `lease_until` is
    also the time before which something that failed is not tried again; nobody owns it then.
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
        # The plus keeps SQLite from looking by kind, through all that is to come of it for years.
        rows = self._rows(
            "UPDATE due SET lease_until = :lease, owner = :me WHERE (kind, key, occurrence) IN"
            " (SELECT kind, key, occurrence FROM due"
            " WHERE done = 0 AND due_at <= :now"
            " AND (lease_until <= :now OR (owner <> '' AND lease_until > :farthest))"
            " AND +kind IN (SELECT value FROM json_each(:kinds))"
            " ORDER BY due_at LIMIT :limit)"
            " RETURNING kind, key, occurrence, due_at, attempts",
            me=self._owner,
            **times(now, lease_until),
            kinds=json.dumps([kind.value for kind in kinds]),
            limit=limit,
        )
        return tuple(sorted(map(_from_row, rows), key=lambda due: due.due_at))

    def release(self) -> None:
        """Give up all leases: nobody else is at work."""
        self._run("UPDATE due SET lease_until = '', owner = '' WHERE done = 0")

    def done(self, due: Due) -> bool:
        """Mark as done unless another has taken it since; forget what was done before it.

        What was cancelled meanwhile is marked, too. Only what became due no later is forgotten:
        one who is late must not forget what others have done since.
        """
        row = self._row(
            "SELECT done, owner FROM due"
            " WHERE kind = :kind AND key = :key AND occurrence = :occurrence",
            **_name(due),
        )
        if row and (row["done"] or row["owner"] not in ("", self._owner)):
            return False
        self._run(
            "INSERT INTO due (kind, key, occurrence, due_at, attempts, done)"
            " VALUES (:kind, :key, :occurrence, :due_at, :attempts, 1)"
            " ON CONFLICT DO UPDATE SET done = 1, owner = ''",
            **_name(due),
            due_at=time_to_text(due.due_at),
            attempts=due.attempts,
        )
        self._run(
            "DELETE FROM due WHERE kind = :kind AND key = :key AND occurrence <> :occurrence"
            " AND done = 1 AND due_at <= :due_at",
            **_name(due),
            due_at=time_to_text(due.due_at),
        )
        return row is not None

    def retry_at(self, due: Due, at: datetime) -> None:
        """Give back what failed, to be tried again at a time; the attempt is counted.

        Nothing happens when the lease is not held any more.
        """
        self._run(
            "UPDATE due SET lease_until = :at, owner = '', attempts = attempts + 1"
            " WHERE kind = :kind AND key = :key AND occurrence = :occurrence"
            " AND done = 0 AND owner = :me",
            **_name(due),
            me=self._owner,
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
