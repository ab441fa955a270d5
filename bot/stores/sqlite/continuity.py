"""Requests to become a team's manager, and wishes for themes."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from bot.domain.continuity import ManagerRequest
from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.stores.sqlite.codec import time_from_text, time_to_text
from bot.stores.sqlite.repository import Repository, Row


class ManagerRequestRepository(Repository):
    """`bot.ports.ManagerRequests` on the table `manager_request`."""

    def add(self, request: ManagerRequest) -> None:
        """Keep the request. Raises StoreError when one of the team's waits already."""
        self._insert(
            "manager_request",
            {
                "id": request.id,
                "team_id": request.team_id,
                "person": str(request.person),
                "asked_at": time_to_text(request.asked_at),
            },
        )

    def get(self, request_id: str) -> ManagerRequest | None:
        """Return the request while it waits."""
        row = self._row("SELECT * FROM manager_request WHERE id = :id", id=request_id)
        return _request(row) if row else None

    def of_team(self, team_id: str) -> ManagerRequest | None:
        """Return the request that waits in the team."""
        row = self._row("SELECT * FROM manager_request WHERE team_id = :team", team=team_id)
        return _request(row) if row else None

    def drop(self, request_id: str) -> None:
        """Forget the request; nothing happens when there is none."""
        self._run("DELETE FROM manager_request WHERE id = :id", id=request_id)


class WishRepository(Repository):
    """`bot.ports.Wishes` on the table `wish`, whose rows lie in the order of their marks."""

    def put(self, team_id: str, theme: ThemeRef, token: bytes, month: date) -> None:
        """Keep the wish; one with the same mark is only made a wish of this month."""
        self._run(
            "INSERT OR REPLACE INTO wish (team_id, programme, theme, token, month)"
            " VALUES (:team, :programme, :theme, :token, :month)",
            team=team_id,
            programme=theme.programme,
            theme=theme.theme,
            token=token,
            month=month.isoformat(),
        )

    def remove(self, team_id: str, theme: ThemeRef, token: bytes) -> None:
        """Forget the wish; nothing happens when there is none."""
        self._run(
            "DELETE FROM wish WHERE team_id = :team AND programme = :programme"
            " AND theme = :theme AND token = :token",
            team=team_id,
            programme=theme.programme,
            theme=theme.theme,
            token=token,
        )

    def among(self, team_id: str, tokens: Collection[bytes]) -> frozenset[ThemeRef]:
        """Return the themes of the team that are wished for with these marks."""
        rows = self._rows(
            "SELECT programme, theme FROM wish WHERE team_id = :team"
            " AND hex(token) IN (SELECT value FROM json_each(:tokens))",
            team=team_id,
            tokens=json.dumps([token.hex().upper() for token in tokens]),
        )
        return frozenset(map(_theme, rows))

    def wanted(self, team_id: str, fewest: int) -> tuple[ThemeRef, ...]:
        """Return the themes that so many or more wish for, in an order that tells nothing else."""
        rows = self._rows(
            "SELECT programme, theme FROM wish WHERE team_id = :team"
            " GROUP BY programme, theme HAVING count(*) >= :fewest ORDER BY programme, theme",
            team=team_id,
            fewest=fewest,
        )
        return tuple(map(_theme, rows))

    def forget_theme(self, team_id: str, theme: ThemeRef) -> None:
        """Forget all wishes of the team for the theme."""
        self._run(
            "DELETE FROM wish WHERE team_id = :team AND programme = :programme AND theme = :theme",
            team=team_id,
            programme=theme.programme,
            theme=theme.theme,
        )

    def forget_until(self, month: date) -> None:
        """Forget the wishes of this month and of all before."""
        self._run("DELETE FROM wish WHERE month <= :month", month=month.isoformat())


def _request(row: Row) -> ManagerRequest:
    return ManagerRequest(
        id=row["id"],
        team_id=row["team_id"],
        person=PersonKey.parse(row["person"]),
        asked_at=time_from_text(row["asked_at"]),
    )


def _theme(row: Row) -> ThemeRef:
    return ThemeRef(programme=row["programme"], theme=row["theme"])
