"""Nothing of a deleted ballot is left in the files of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.ballot import Ballot
from bot.errors import StoreError
from bot.ports import Tx
from bot.stores.sqlite import SqliteStore
from tests.contracts.store_samples import team, with_round
from tests.stores import process
from tests.stores.waiting import wait_until

CANARY = b"the canary that sang in an open field"
WHOLE = CANARY * 110
"""As long as a real ballot: the tail of a long value lies in a page of its own."""
BALLOTS = 30


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a database that does not exist yet."""
    return tmp_path / "aptbot.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """Give a store with a round full of canaries in place of ciphertext."""
    with closing(SqliteStore(path, patience=1.0)) as store:
        with_round(store)
        fill(store)
        yield store


def fill(store: SqliteStore) -> None:
    """Put canaries into the round."""
    for number in range(BALLOTS):
        one = Ballot(number.to_bytes(16, "big"), WHOLE)
        put(store, one)


def put(store: SqliteStore, one: Ballot) -> None:
    """Put one ballot into the round."""
    store.write(lambda tx: tx.ballots.put("r1", one))


def clear(store: SqliteStore) -> None:
    """Delete the ballots of the round, as its closing does."""
    store.write(lambda tx: tx.ballots.clear("r1"))


def withdraw_all(tx: Tx) -> None:
    """Delete the canaries of the round, and no others."""
    for number in range(BALLOTS):
        tx.ballots.remove("r1", number.to_bytes(16, "big"))


def canaries(path: Path) -> dict[str, int]:
    """Return how many canaries are in each file beside the database that holds any."""
    counted = {file.name: file.read_bytes().count(CANARY) for file in path.parent.iterdir()}
    return {name: count for name, count in counted.items() if count}


def test_deleted_ballots_leave_no_trace(store: SqliteStore, path: Path) -> None:
    """After the reclaiming no byte of them is in any file; before it there is (the control)."""
    assert canaries(path)
    clear(store)
    assert canaries(path)["aptbot.db-wal"] > BALLOTS

    store.reclaim()

    assert canaries(path) == {}
    assert (path.parent / "aptbot.db-wal").stat().st_size == 0


def test_the_log_is_cut_before_and_after_the_rebuilding(store: SqliteStore) -> None:
    """The zeros reach the disk before the file may be shortened over what they overwrite."""
    statements: list[str] = []
    store._writer._db.conn.set_trace_callback(statements.append)
    store.reclaim()

    cut = "PRAGMA wal_checkpoint(TRUNCATE)"
    assert [one for one in statements if one.startswith(("VACUUM", cut))] == [cut, "VACUUM;", cut]


def test_changed_and_withdrawn_ballots_leave_no_trace(store: SqliteStore, path: Path) -> None:
    """An earlier answer of a person, and one that was withdrawn, are gone too."""
    store.reclaim()
    assert canaries(path)["aptbot.db"] > BALLOTS
    for number in range(BALLOTS):
        put(store, Ballot(number.to_bytes(16, "big"), b"changed" * 600))
    store.reclaim()

    assert canaries(path) == {}


def test_without_the_care_there_is_a_trace(path: Path) -> None:
    """The control: with secure_delete off, deleted ballots stay in the file, ready to be read."""
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("PRAGMA secure_delete = OFF")
        careless.execute("CREATE TABLE ballot (pid BLOB PRIMARY KEY, sealed BLOB) WITHOUT ROWID")
        rows = [(number.to_bytes(16, "big"), WHOLE) for number in range(BALLOTS)]
        careless.executemany("INSERT INTO ballot VALUES (?, ?)", rows)
        careless.execute("DELETE FROM ballot")

    assert canaries(path)["aptbot.db"] > BALLOTS


def test_a_reader_that_stays_is_told(store: SqliteStore, path: Path) -> None:
    """A log that somebody reads can't be cut: that is an error, and mended by asking again."""
    clear(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM team").fetchall()

        with pytest.raises(StoreError, match="store-still-read"):
            store.reclaim()
        assert canaries(path)
        store.write(lambda tx: tx.teams.save(team("still-works")))
        reader.execute("ROLLBACK")

    store.reclaim()
    assert canaries(path) == {}


def test_a_reader_that_goes_is_waited_for(store: SqliteStore, path: Path) -> None:
    """Reclaiming waits for one who reads for a moment."""
    clear(store)
    store._reclaimer._patience = 60.0
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as reader,
        ThreadPoolExecutor(1) as pool,
    ):
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM team").fetchall()
        begun = pool.submit(store.reclaim)
        wait_until(store._reclaimer._turn.locked)
        wait_until(lambda: not store._writer._jobs)
        assert not begun.done()
        reader.execute("ROLLBACK")
        begun.result(60)

    assert canaries(path) == {}


def test_the_store_waits_for_its_locks_as_before(store: SqliteStore) -> None:
    """The short waiting of the log's cutting does not stay on the connection."""
    store.reclaim()

    (row,) = store._writer._db.query("PRAGMA busy_timeout")
    assert row == {"timeout": 1000}


def test_a_run_is_not_shared_with_those_who_come_later(store: SqliteStore, path: Path) -> None:
    """Asking again after a run runs again: what was deleted meanwhile is covered."""
    for _ in range(3):
        fill(store)
        clear(store)
        store.reclaim()
        assert canaries(path) == {}


def test_many_may_ask_at_once(store: SqliteStore, path: Path) -> None:
    """Ten who delete and reclaim at the same time: each is answered when its own is gone."""

    def withdraw(number: int) -> int:
        mine = number.to_bytes(3, "big") * 1400
        pid = number.to_bytes(16, "big")
        put(store, Ballot(pid, mine))
        store.write(lambda tx: tx.ballots.remove("r1", pid))
        store.reclaim()
        return path.read_bytes().count(mine[:300])

    clear(store)
    with ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(withdraw, range(0x414243, 0x41424D))) == 0
    assert canaries(path) == {}
    assert store._reclaimer._begun <= 10


def test_other_processes_write_meanwhile(path: Path) -> None:
    """They wait, and so does the reclaiming: nobody fails, and no trace is left."""
    with closing(SqliteStore(path)) as store:
        with_round(store)
        others = [process.start("answer", path, number) for number in (2, 3, 4)]
        try:
            for other in others:
                process.go(other)
                assert process.told(other)
            for _ in range(3):
                fill(store)
                assert canaries(path)
                store.write(withdraw_all)
                store.reclaim()
                assert canaries(path) == {}
            assert [other.poll() for other in others] == [None] * 3
        finally:
            for other in others:
                other.kill()
                other.communicate(timeout=60)
