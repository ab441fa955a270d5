"""The store itself: writing, reading, reclaiming, closing."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.ports import Tx
from bot.stores.sqlite.connection import open_database
from bot.stores.sqlite.migrations import migrate
from bot.stores.sqlite.readers import Readers
from bot.stores.sqlite.reclaim import Reclaimer
from bot.stores.sqlite.tx import SqliteTx
from bot.stores.sqlite.writer import Writer

T = TypeVar("T")

PATIENCE = 5.0
"""Seconds to wait for other processes that use the same database."""


class SqliteStore:
    """`bot.ports.Store` on a file, for any number of threads.

    Each store object is an owner of leases of its own. Others may work on the file meanwhile: which
    processes do is held by `bot.stores.lock`, not here.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE, may_migrate: bool = True) -> None:
        """Open the database, make it if it is missing, bring its tables up to date.

        Raises StoreError when it can't be opened, is damaged, is newer than the code, or is older
        and others are at work on it (not `may_migrate`).
        """
        db = open_database(path, patience, writable=True)
        try:
            migrate(db, allowed=may_migrate)
        except BaseException:
            db.close()
            raise
        self._tx = SqliteTx(db, owner=secrets.token_hex(8))
        self._writer = Writer(db)
        self._readers = Readers(path, patience)
        self._reclaimer = Reclaimer(db, self._writer, patience)

    def write(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in a transaction and return its result after the commit is durable.

        An exception of `work` undoes all it did and is raised here.
        """
        return self._writer.write(lambda: work(self._tx))

    def read(self, work: Callable[[Tx], T]) -> T:
        """Run `work` on one consistent snapshot; a write in it raises StoreError."""
        return self._readers.read(work)

    def reclaim(self) -> None:
        """Leave no trace of deleted rows in the database's files. Raises StoreError if it can't.

        Those who ask at the same time share one run; its cost grows with the whole database.
        """
        self._reclaimer.reclaim()

    def close(self) -> None:
        """Finish what is queued and close the files. Whoever comes later gets a StoreError."""
        self._writer.close()
        self._readers.close()
