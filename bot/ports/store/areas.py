"""What is published of areas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from bot.domain.quarter import Quarter
from bot.domain.rollup import Rollup


class Areas(Protocol):
    """What has been published of areas, for good."""

    def counted(self, quarter: Quarter) -> bool:
        """Whether the quarter has been counted."""
        ...

    def keep(self, quarter: Quarter, rollups: Iterable[Rollup]) -> None:
        """Keep all that is published of a quarter, once.

        Raises StoreError when the quarter has been counted, or one of the rounds.
        """
        ...

    def of(self, areas: Iterable[str]) -> tuple[Rollup, ...]:
        """Return what has been published of the areas, the latest quarter first."""
        ...
