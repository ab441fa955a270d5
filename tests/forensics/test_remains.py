"""What stays behind in free pages and in the log, and what is done so that nothing does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.bootstrap import DATABASE
from bot.domain.ballot import Ballot
from bot.domain.due import DueKind
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.connection import pragma
from tests.contracts.store_samples import with_round
from tests.e2e.places import MANAGER
from tests.e2e.stage import Stage
from tests.forensics.evidence import files, find_bytes
from tests.forensics.story import STAYING, given

ENDS = b"the very end of a sealed answer!"
SEALED = b"s" * 4096 + ENDS
"""As long as a real ballot: its tail lies in a page of its own."""

BALLOTS = 30
NO_WAIT = 0.3
"""Seconds that the store waits for readers in these tests."""


def own(number: int) -> bytes:
    """Return a ballot id that nothing else contains."""
    return b"ballot id no" + number.to_bytes(4, "big")


def test_every_connection_of_a_running_bot_overwrites(stage: Stage) -> None:
    """The writer's and each reader's: secure_delete is ON, not FAST; temporary data in memory."""
    stage.open_for_answers()
    stage.settle()
    assert stage.bot is not None
    store = stage.bot.deps.store
    assert isinstance(store, SqliteStore)
    connections = [store._writer._db, *store._readers._idle]
    assert len(connections) > 1
    for db in connections:
        assert pragma(db, "secure_delete") == 1
        assert pragma(db, "temp_store") == 2


def test_deleted_ballots_are_overwritten_before_any_rebuilding(tmp_path: Path) -> None:
    """Their pages are free, and there in the file, but hold nothing of them: no VACUUM yet."""
    with closing(SqliteStore(tmp_path / DATABASE)) as store:
        with_round(store)
        for number in range(BALLOTS):
            _put(store, number)
        store._reclaimer._cut_log()
        assert _traces(tmp_path) == {"ids": BALLOTS, "ends": BALLOTS}
        store.write(lambda tx: tx.ballots.clear("r1"))
        store._reclaimer._cut_log()
        assert pragma(store._writer._db, "freelist_count") > BALLOTS // 2  # type: ignore[operator]
        assert _traces(tmp_path) == {"ids": 0, "ends": 0}


def _put(store: SqliteStore, number: int) -> None:
    store.write(lambda tx: tx.ballots.put("r1", Ballot(own(number), SEALED)))


@pytest.mark.parametrize("mode", ["FAST", "OFF"])
def test_without_the_full_care_there_are_remains(tmp_path: Path, mode: str) -> None:
    """The control: FAST leaves the tails of long values in free pages, OFF leaves all."""
    path = tmp_path / DATABASE
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute(f"PRAGMA secure_delete = {mode}")
        careless.execute("CREATE TABLE ballot (pid BLOB PRIMARY KEY, sealed BLOB) WITHOUT ROWID")
        rows = [(own(number), SEALED) for number in range(BALLOTS)]
        careless.executemany("INSERT INTO ballot VALUES (?, ?)", rows)
        careless.execute("DELETE FROM ballot")
    assert _traces(tmp_path)["ends"] > BALLOTS // 2


def _traces(directory: Path) -> dict[str, int]:
    """Count the ids and the ends of sealed answers in the files."""
    everything = b"".join(files(directory).values())
    ids = sum(own(number) in everything for number in range(BALLOTS))
    return {"ids": ids, "ends": everything.count(ENDS)}


def test_a_reader_delays_the_cleaning_and_does_not_prevent_it(empty_stage: Stage) -> None:
    """Somebody reads while the round closes: the log can't be cut. It is tried until it is.

    What stays in the log meanwhile is ciphertext whose key is gone.
    """
    stage = empty_stage
    data = stage.directory / "data"
    stage.start_bot(store=SqliteStore(data / DATABASE, patience=NO_WAIT))
    pieces = _answered(stage)
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM team").fetchall()
        stage.ask(MANAGER, "/apt stopp")
        stage.summary()
        stage.wait(lambda: _attempts(data) > 0, "the reclaiming does not fail")
        # The control: the log is not clean, and the search sees it.
        where = find_bytes(pieces, files(data))
        assert {place for places in where.values() for place in places} >= {f"{DATABASE}-wal"}
        assert not list((stage.directory / "keys").glob("*.key"))
        reader.execute("ROLLBACK")
    stage.advance(minutes=1)
    stage.wait(lambda: _attempts(data) < 0, "it is not tried again")
    stage.settle()
    assert find_bytes(pieces, files(data)) == {}
    assert stage.bot is not None
    stage.stop_bot()
    assert find_bytes(pieces, files(stage.directory)) == {}


def _answered(stage: Stage) -> list[bytes]:
    """Let six people answer; return pieces of their ballots."""
    board = stage.open_for_answers()
    for user in STAYING[:6]:
        assert stage.answer(user, board, given(user)).ok
    assert stage.bot is not None
    deps = stage.bot.deps
    (round_id,) = deps.vault.round_ids()
    ballots = deps.store.read(lambda tx: tuple(tx.ballots.all(round_id)))
    return [piece for b in ballots for piece in (b.pid, b.sealed[:32], b.sealed[-32:])]


def _attempts(data: Path) -> int:
    """Return how often the reclaiming has failed; -1 once it is done."""
    with closing(sqlite3.connect(f"file:{data / DATABASE}?mode=ro", uri=True)) as db:
        rows = db.execute(
            "SELECT attempts FROM due WHERE kind = ? AND done = 0", (DueKind.RECLAIM.value,)
        ).fetchall()
    return max((attempts for (attempts,) in rows), default=-1)
