"""The one writer: what is committed together, what fails alone, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from bot.errors import NoSession, StoreError
from bot.ports import Tx
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.writer import LARGEST_BATCH
from tests.contracts.store_samples import ballot, team, with_round
from tests.stores.waiting import wait_until


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Give an empty store."""
    store = SqliteStore(tmp_path / "aptbot.db")
    yield store
    store.close()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Give more threads than a test queues writes."""
    with ThreadPoolExecutor(LARGEST_BATCH + 20) as pool:
        yield pool


@contextmanager
def busy(store: SqliteStore, pool: ThreadPoolExecutor) -> Iterator[None]:
    """Keep the writer busy inside the block, so that what is asked for meanwhile queues up."""
    begun, go_on = Event(), Event()

    def hold(tx: Tx) -> None:
        begun.set()
        go_on.wait(10)

    held = pool.submit(store.write, hold)
    begun.wait(10)
    try:
        yield
    finally:
        go_on.set()
    held.result(10)


def queue(
    store: SqliteStore, pool: ThreadPoolExecutor, *works: Callable[[Tx], object]
) -> list[Future[object]]:
    """Ask for the works, in this order, and return when all are queued."""
    asked: list[Future[object]] = []
    waiting = len(store._writer._jobs)
    for work in works:
        asked.append(pool.submit(store.write, work))
        wait_until(lambda: len(store._writer._jobs) == waiting + len(asked))
    return asked


def save(name: str) -> Callable[[Tx], str]:
    """Return a work that saves a team and returns its name."""

    def work(tx: Tx) -> str:
        tx.teams.save(team(name))
        return name

    return work


def save_and_fail(tx: Tx) -> None:
    """Save a team, then fail."""
    tx.teams.save(team("failed"))
    raise NoSession


def break_the_commit(tx: Tx) -> None:
    """Leave a ballot without a round, found only at the commit of all."""
    tx.teams._db.execute("PRAGMA defer_foreign_keys = ON")  # type: ignore[attr-defined]
    tx.ballots.put("no such round", ballot(1))


def undo_everything(tx: Tx) -> None:
    """Roll the whole transaction back, as SQLite itself does when a disk fails badly."""
    tx.teams._db.conn.execute("ROLLBACK")  # type: ignore[attr-defined]


def put(store: SqliteStore, number: int) -> None:
    """Put one ballot into round r1."""
    store.write(lambda tx: tx.ballots.put("r1", ballot(number)))


def put_many(tx: Tx) -> None:
    """Put ballots into round r1 that fill many pages."""
    for number in range(9):
        tx.ballots.put("r1", ballot(number))


def saved(store: SqliteStore, *names: str) -> list[bool]:
    """Return for each name whether there is such a team."""
    return store.read(lambda tx: [tx.teams.get(name) is not None for name in names])


def test_what_queues_up_is_committed_together(store: SqliteStore, pool: ThreadPoolExecutor) -> None:
    """Works asked for while the disk is busy share one commit; each gets its own result."""
    begins: list[str] = []
    store._writer._db.conn.set_trace_callback(begins.append)
    with busy(store, pool):
        asked = queue(store, pool, *(save(f"t{number}") for number in range(20)))

    assert [one.result(10) for one in asked] == [f"t{number}" for number in range(20)]
    assert begins.count("COMMIT") == 2


def test_a_batch_has_a_limit(store: SqliteStore, pool: ThreadPoolExecutor) -> None:
    """The first of very many does not wait for the last."""
    begins: list[str] = []
    store._writer._db.conn.set_trace_callback(begins.append)
    nothing = [lambda tx: None] * (LARGEST_BATCH + 1)
    with busy(store, pool):
        asked = queue(store, pool, *nothing)
    for one in asked:
        one.result(10)

    assert begins.count("COMMIT") == 3


def test_one_that_fails_is_undone_alone(store: SqliteStore, pool: ThreadPoolExecutor) -> None:
    """Its error goes to the one who asked; those before and after it in the batch are kept."""
    with busy(store, pool):
        before, failing, after = queue(store, pool, save("a"), save_and_fail, save("b"))

    assert (before.result(10), after.result(10)) == ("a", "b")
    with pytest.raises(NoSession):
        failing.result(10)
    assert saved(store, "a", "failed", "b") == [True, False, True]


def test_nobody_is_told_a_lie_when_the_commit_fails(
    store: SqliteStore, pool: ThreadPoolExecutor
) -> None:
    """When the commit of all fails, all are told; one that failed by itself is told its own."""
    with busy(store, pool):
        asked = queue(store, pool, save("a"), break_the_commit, save_and_fail, save("b"))

    for one in (asked[0], asked[1], asked[3]):
        with pytest.raises(StoreError):
            one.result(10)
    with pytest.raises(NoSession):
        asked[2].result(10)
    assert saved(store, "a", "failed", "b") == [False, False, False]
    store.write(save("c"))
    assert saved(store, "c") == [True]


def test_nobody_is_told_a_lie_when_all_is_undone(
    store: SqliteStore, pool: ThreadPoolExecutor
) -> None:
    """When the database gives up the whole transaction, those before and after it are told."""
    with busy(store, pool):
        asked = queue(store, pool, save("a"), undo_everything, save("b"))

    told = []
    for one in asked:
        with pytest.raises(StoreError, match="store-failed, reason: ") as raised:
            one.result(10)
        told.append(raised.value)
    assert len({id(error) for error in told}) == 3, "each thread raises one of its own"
    assert len({error.params["reason"] for error in told}) == 1
    assert saved(store, "a", "b") == [False, False]
    store.write(save("c"))
    assert saved(store, "c") == [True]


def test_a_full_disk_is_told(store: SqliteStore) -> None:
    """An answer that does not fit is refused in words; small things work again when it does."""
    with_round(store)
    db = store._writer._db
    (row,) = db.query("PRAGMA page_count")
    db.execute(f"PRAGMA max_page_count = {row['page_count']}")

    with pytest.raises(StoreError, match="store-full"):
        store.write(put_many)

    db.execute("PRAGMA max_page_count = 1000000")
    put(store, 8)
    assert list(store.read(lambda tx: tx.ballots.all("r1"))) == [ballot(8)]


def test_a_write_inside_a_write_is_refused(store: SqliteStore) -> None:
    """It could only wait for itself; so it is an error, and the outer work decides."""

    def outer(tx: Tx) -> str:
        tx.teams.save(team("outer"))
        with pytest.raises(StoreError):
            store.write(save("inner"))
        return "done"

    assert store.write(outer) == "done"
    assert saved(store, "outer", "inner") == [True, False]


def test_closing_finishes_what_is_queued(store: SqliteStore, pool: ThreadPoolExecutor) -> None:
    """What was asked for before the closing is done and answered; what comes later is refused."""
    with busy(store, pool):
        asked = queue(store, pool, *(save(f"t{number}") for number in range(5)))
        closing = pool.submit(store.close)
        wait_until(lambda: not store._writer._open)
        with pytest.raises(StoreError, match="store-closed"):
            store.write(save("late"))

    closing.result(10)
    assert [one.result(10) for one in asked] == [f"t{number}" for number in range(5)]
    assert not store._writer._thread.is_alive()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_writer_that_breaks_leaves_nobody_waiting(
    store: SqliteStore, pool: ThreadPoolExecutor
) -> None:
    """Should its thread ever end, all who wait are told and later ones are refused."""

    def broken(job: object) -> None:
        raise MemoryError

    store._writer._do_alone = broken  # type: ignore[method-assign]
    with busy(store, pool):
        in_hand = pool.submit(store._writer.alone, lambda: None)
        wait_until(lambda: store._writer._jobs)
        (queued,) = queue(store, pool, save("a"))

    for one in (in_hand, queued):
        with pytest.raises(StoreError):
            one.result(10)
    with pytest.raises(StoreError):
        store.write(save("b"))
