"""The store itself: writing, reading, reclaiming, closing."""

from __future__ import annotations

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

    Others, such as a backup, may read the file meanwhile. That only one bot works on it is held by
    `bot.stores.lock`, not here.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        """Open the database, make it if it is missing, bring its tables up to date.

        Raises StoreError when it can't be opened, is damaged, or is newer than the code.
        """
        db = open_database(path, patience, writable=True)
        try:
            migrate(db)
        except BaseException:
            db.close()
            raise
        self._tx = SqliteTx(db)
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
