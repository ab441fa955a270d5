"""What the store keeps so that a team goes on: requests to become its manager, and wishes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol

from bot.domain.continuity import ManagerRequest
from bot.domain.programme import ThemeRef


class ManagerRequests(Protocol):
    """Requests to become a team's manager that wait for their answer."""

    def add(self, request: ManagerRequest) -> None:
        """Keep the request. Raises StoreError when one of the team's waits already."""
        ...

    def get(self, request_id: str) -> ManagerRequest | None:
        """Return the request while it waits."""
        ...

    def of_team(self, team_id: str) -> ManagerRequest | None:
        """Return the request that waits in the team."""
        ...

    def drop(self, request_id: str) -> None:
        """Forget the request; nothing happens when there is none."""
        ...


class Wishes(Protocol):
    """Wishes for themes, as marks that tell nobody's name. No order and no time but a month."""

    def put(self, team_id: str, theme: ThemeRef, token: bytes, month: date) -> None:
        """Keep the wish; one with the same mark is only made a wish of this month."""
        ...

    def remove(self, team_id: str, theme: ThemeRef, token: bytes) -> None:
        """Forget the wish; nothing happens when there is none."""
        ...

    def among(self, team_id: str, tokens: Collection[bytes]) -> frozenset[ThemeRef]:
        """Return the themes of the team that are wished for with these marks."""
        ...

    def wanted(self, team_id: str, fewest: int) -> tuple[ThemeRef, ...]:
        """Return the themes that so many or more wish for, in an order that tells nothing else."""
        ...

    def forget_theme(self, team_id: str, theme: ThemeRef) -> None:
        """Forget all wishes of the team for the theme."""
        ...

    def forget_until(self, month: date) -> None:
        """Forget the wishes of this month and of all before."""
        ...
