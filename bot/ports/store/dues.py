"""What is to be done at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.domain.due import Due, DueKind


class Dues(Protocol):
    """What is to be done when.

    The occurrences of a kind and key go forward: the last one that was done never comes again, and
    those before it are forgotten, so that what is done does not pile up.

    A lease belongs to the store object that it was taken through. Whoever outlasts it has nothing
    more to say once another has taken the thing.
    """

    def schedule(self, due: Due) -> None:
        """Add the due thing; the same kind, key and occurrence only once."""
        ...

    def cancel(self, kind: DueKind, key: str) -> None:
        """Drop what has not been done of this kind and key."""
        ...

    def claim(
        self, kinds: Iterable[DueKind], now: datetime, lease_until: datetime, limit: int
    ) -> tuple[Due, ...]:
        """Take what is due of these kinds and not leased, until `lease_until`, oldest first."""
        ...

    def release(self) -> None:
        """Give up all leases: nobody else is at work."""
        ...

    def done(self, due: Due) -> bool:
        """Mark as done; what was done before it, of the same kind and key, is forgotten.

        Returns whether it was still to be done, and no other store's: what is written in the same
        transaction, and only then, is written once.
        """
        ...

    def retry_at(self, due: Due, at: datetime) -> None:
        """Give back what failed, to be tried again at a time; the attempt is counted."""
        ...
