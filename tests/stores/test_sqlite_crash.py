"""What a process acknowledged survives its death."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from bot.stores.sqlite import SqliteStore
from tests.contracts.store_samples import ballot, with_round
from tests.stores import process

THREADS = 6
ENOUGH = 150
"""So many acknowledged answers before the process is killed."""


def test_kill_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """After a kill in the middle of writing every acknowledged answer is there, and sound."""
    path = tmp_path / "aptbot.db"
    with closing(SqliteStore(path)) as store:
        with_round(store)

    with process.start("answer", path, THREADS) as writer:
        process.go(writer)
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(ENOUGH)]
        writer.kill()
        # Not communicate(): that would skip the lines which readline() has already buffered.
        rest = list(writer.stdout)
    # A line that the kill cut short acknowledges nothing.
    whole = [line for line in rest if line.endswith("\n")]
    acknowledged = {int(line) for line in (*told, *whole)}

    with closing(SqliteStore(path)) as store:
        kept = set(store.read(lambda tx: tx.ballots.all("r1")))
    assert len(acknowledged) >= ENOUGH
    assert {ballot(number) for number in acknowledged} <= kept
    # At most one answer per thread was kept without its acknowledgement reaching us.
    assert len(kept) <= len(acknowledged) + THREADS
    with Database(path) as db:
        assert list(db.query("PRAGMA integrity_check")) == [{"integrity_check": "ok"}]
