"""What has been published of areas."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pydantic import TypeAdapter

from bot.domain.quarter import Quarter
from bot.domain.rollup import Rollup
from bot.stores.sqlite.repository import Repository

_rollups = TypeAdapter(Rollup)


class AreaRepository(Repository):
    """`bot.ports.Areas` on the tables `area_quarter`, `area_rollup` and `area_round`.

    That a quarter is counted once, and a round once, are the keys of two of them.
    """

    def counted(self, quarter: Quarter) -> bool:
        """Whether the quarter has been counted."""
        found = self._row(
            "SELECT 1 FROM area_quarter WHERE quarter = :quarter", quarter=str(quarter)
        )
        return found is not None

    def keep(self, quarter: Quarter, rollups: Iterable[Rollup]) -> None:
        """Keep all that is published of a quarter, once. Raises StoreError for a second time."""
        self._insert("area_quarter", {"quarter": str(quarter)})
        for each in rollups:
            body = _rollups.dump_json(each).decode()
            self._insert("area_rollup", {"quarter": str(quarter), "area": each.area, "body": body})
            for round_id in sorted(id for one in each.totals for id in one.total.rounds):
                self._insert("area_round", {"round_id": round_id})

    def of(self, areas: Iterable[str]) -> tuple[Rollup, ...]:
        """Return what has been published of the areas, the latest quarter first."""
        rows = self._rows(
            "SELECT body FROM area_rollup WHERE area IN (SELECT value FROM json_each(:areas))"
            " ORDER BY quarter DESC, area",
            areas=json.dumps(list(areas)),
        )
        return tuple(_rollups.validate_json(row["body"]) for row in rows)
