"""One thread that writes, with group commit.

Waiting for the disk is what a durable write costs, and it costs the same for one as for a
hundred. So all writes of the process go through one thread, which takes what has queued up while
the disk was busy and commits it together. Each piece of work has a savepoint of its own: one
that fails undoes itself alone. Nobody is answered before the commit.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext, suppress
from copy import copy
from dataclasses import dataclass, field
from threading import Condition, Thread, current_thread
from typing import Any, TypeVar

from sqlite_utils import Database

from bot.errors import StoreError
from bot.stores.sqlite.translation import translated

T = TypeVar("T")

LARGEST_BATCH = 256
"""Most pieces of work in one commit, so that the first does not wait long for the last."""

NESTED = "a write can't be asked for inside of another"
UNDONE = "the database undid the whole transaction"


@dataclass(eq=False)
class _Job:
    """Some work, what came of it, and the one who waits. `alone`: outside of any transaction."""

    work: Callable[[], Any]
    alone: bool
    future: Future[Any] = field(default_factory=Future)
    result: Any = None
    error: BaseException | None = None

    def attempt(self, scope: AbstractContextManager[object]) -> None:
        """Do the work in the scope and remember what came of it."""
        try:
            with translated(), scope:
                self.result = self.work()
        except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits for it
            self.error = error

    def answer(self) -> None:
        """Let the one who waits go on."""
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)

    def fail(self, error: StoreError) -> None:
        """Let the one who waits know that nothing came of it; an error of its own goes first."""
        # A copy: of one error, raised in many threads, all would write on the same traceback.
        self.error = self.error or copy(error)
        self.answer()


class Writer:
    """Takes work from any thread and does it in one, over one connection that it owns."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._jobs: deque[_Job] = deque()
        self._open = True
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="aptbot-writer", daemon=True)
        self._thread.start()

    def write(self, work: Callable[[], T]) -> T:
        """Run the work in a transaction; return its result, or raise its error, once durable.

        Raises StoreError when the commit fails or the writer is closed.
        """
        result: T = self._submit(_Job(work, alone=False))
        return result

    def alone(self, chore: Callable[[], T]) -> T:
        """Run the chore on the connection outside of any transaction, while nothing else runs."""
        result: T = self._submit(_Job(chore, alone=True))
        return result

    def close(self) -> None:
        """Finish what is queued, then close the connection. Later work is refused."""
        with self._changed:
            self._open = False
            self._changed.notify()
        self._thread.join()

    def _submit(self, job: _Job) -> Any:  # noqa: ANN401 - the type that the caller's work returns
        if current_thread() is self._thread:
            raise StoreError("store-failed", reason=NESTED)
        with self._changed:
            if not self._open:
                raise StoreError("store-closed")
            self._jobs.append(job)
            self._changed.notify()
        return job.future.result()

    def _run(self) -> None:
        batch: list[_Job] = []
        try:
            while batch := self._next_batch():
                if batch[0].alone:
                    self._do_alone(batch[0])
                else:
                    self._commit(batch)
        finally:
            self._shut(batch)

    def _next_batch(self) -> list[_Job]:
        """Wait for work; return what can be done together, nothing when closed and finished."""
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or not self._open)
            batch: list[_Job] = []
            while self._jobs and len(batch) < LARGEST_BATCH:
                if batch and (batch[0].alone or self._jobs[0].alone):
                    break
                batch.append(self._jobs.popleft())
            return batch

    def _do_alone(self, job: _Job) -> None:
        job.attempt(nullcontext())
        job.answer()

    def _commit(self, batch: list[_Job]) -> None:
        try:
            with translated():
                self._db.execute("BEGIN IMMEDIATE")
                for job in batch:
                    self._attempt(job)
                self._db.execute("COMMIT")
        except StoreError as error:
            # A rollback that fails leaves a transaction that the next BEGIN will tell of.
            with suppress(sqlite3.Error):
                self._db.rollback()
            for job in batch:
                job.fail(error)
        else:
            for job in batch:
                job.answer()

    def _attempt(self, job: _Job) -> None:
        """Do one piece of work in a savepoint. Raises StoreError when all is undone."""
        job.attempt(self._db.atomic())
        if not self._db.conn.in_transaction:
            if isinstance(job.error, StoreError):
                raise job.error
            raise StoreError("store-failed", reason=UNDONE)

    def _shut(self, unfinished: list[_Job]) -> None:
        """Close; tell those who still wait, which happens only when this thread breaks."""
        with self._changed:
            self._open = False
            unfinished = [*unfinished, *self._jobs]
            self._jobs.clear()
        for job in unfinished:
            if not job.future.done():
                job.fail(StoreError("store-closed"))
        self._db.close()
