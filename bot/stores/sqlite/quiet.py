"""Who wants no reminders."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.domain.people import PersonKey
from bot.stores.sqlite.repository import Repository


class QuietRepository(Repository):
    """`bot.ports.Quiet` on the table `quiet`, which says nothing but who."""

    def save(self, person: PersonKey, *, quiet: bool) -> None:
        """Keep whether the person wants to be left in peace; the same again changes nothing."""
        self._run(
            "INSERT OR IGNORE INTO quiet (person) VALUES (:person)"
            if quiet
            else "DELETE FROM quiet WHERE person = :person",
            person=str(person),
        )

    def among(self, people: Iterable[PersonKey]) -> frozenset[PersonKey]:
        """Return those of the people who want no reminders."""
        rows = self._rows(
            "SELECT person FROM quiet WHERE person IN (SELECT value FROM json_each(:people))",
            people=json.dumps([str(person) for person in people]),
        )
        return frozenset(PersonKey.parse(row["person"]) for row in rows)
