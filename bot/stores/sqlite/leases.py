"""What the leases of several processes on one database have in common.

A lease has an owner and an end. The end is a time of the wall clock, which the processes of one
machine share, and which may be set. So an end that lies farther away than any lease lasts was
written by a clock that has been set back since, and does not count. What waits without an owner
keeps its time.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.stores.sqlite.codec import time_to_text
from bot.stores.sqlite.repository import Repository

LONGEST_LEASE = timedelta(minutes=5)
"""Much longer than any lease: one that is at work is not robbed for a clock set by a minute."""


class LeaseRepository(Repository):
    """A repository whose rows are taken by an owner."""

    def __init__(self, db: Database, owner: str) -> None:
        super().__init__(db)
        self._owner = owner


def times(now: datetime, lease_until: datetime) -> dict[str, str]:
    """Return the parameters of a claim; `farthest` is where the last true end may lie."""
    return {
        "now": time_to_text(now),
        "lease": time_to_text(lease_until),
        "farthest": time_to_text(now + LONGEST_LEASE),
    }
