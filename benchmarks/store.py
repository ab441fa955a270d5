"""How fast ballots become durable: `python -m benchmarks.store [DIRECTORY]`.

Compares, in one run and on one disk, the store's group commit with a commit per caller, and the
write-ahead log with a rollback journal. Ratios hold from machine to machine; absolute figures do
not. Give a directory on the disk that is to be measured (default: the temporary directory).
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import product
from os import urandom
from pathlib import Path
from statistics import median
from threading import local

from sqlite_utils import Database

from benchmarks.figures import Run, table
from bot.domain.ballot import NONCE_BYTES, PADDED_BYTES, PID_BYTES, Ballot
from bot.domain.people import Team
from bot.domain.programme import ThemeRef
from bot.domain.round import Round
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.connection import open_database
from bot.stores.sqlite.tx import SqliteTx

SEALED_BYTES = NONCE_BYTES + PADDED_BYTES + 16
ROUND = "bench"
BALLOTS = {1: 400, 50: 2000}
"""Threads → ballots of one run."""
RUNS = 3
PATIENCE = 60.0

Put = Callable[[Ballot], object]


def ballots(number: int) -> list[Ballot]:
    """Return so many ballots of the real size."""
    return [Ballot(urandom(PID_BYTES), urandom(SEALED_BYTES)) for _ in range(number)]


def prepare(store: SqliteStore) -> None:
    """Put a team with a round into the store."""
    team = Team("t", "slack", "T", "C", "Bench", "sv", "UTC", frozenset(), frozenset())
    theme = ThemeRef(programme="p", theme="t")
    opened = datetime(2026, 1, 1, tzinfo=UTC)
    store.write(lambda tx: tx.teams.save(team))
    store.write(lambda tx: tx.rounds.save(Round(ROUND, ("t",), theme, "v", opened, (), 0, 10)))


@contextmanager
def group_commit(path: Path) -> Iterator[Put]:
    """Put ballots through the store."""
    store = SqliteStore(path, patience=PATIENCE)
    yield lambda ballot: store.write(lambda tx: tx.ballots.put(ROUND, ballot))
    store.close()


@contextmanager
def own_commit(path: Path, journal: str = "WAL") -> Iterator[Put]:
    """Put each ballot in a transaction of its own, over a connection of each thread's own."""
    mine = local()
    opened: list[Database] = []

    def database() -> Database:
        if not hasattr(mine, "db"):
            mine.db = open_database(path, PATIENCE, writable=True)
            opened.append(mine.db)
            mine.db.execute(f"PRAGMA journal_mode = {journal}").fetchall()
        found: Database = mine.db
        return found

    def put(ballot: Ballot) -> None:
        db = database()
        db.execute("BEGIN IMMEDIATE")
        SqliteTx(db).ballots.put(ROUND, ballot)
        db.execute("COMMIT")

    yield put
    for db in opened:
        db.close()


@contextmanager
def rollback_journal(path: Path) -> Iterator[Put]:
    """Put each ballot in a transaction of its own, with a rollback journal."""
    with own_commit(path, "DELETE") as put:
        yield put


def measure(put: Put, threads: int) -> Run:
    """Put the ballots from so many threads and return what it took."""

    def timed(ballot: Ballot) -> float:
        before = time.perf_counter()
        put(ballot)
        return time.perf_counter() - before

    work = ballots(BALLOTS[threads])
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(timed, work[:threads]))  # every thread opens what it needs
        begun = time.perf_counter()
        waits = list(pool.map(timed, work[threads:]))
        return Run(time.perf_counter() - begun, tuple(waits))


OWN = "a commit per caller"
HEAD = ("variant", "ballots/s", "ratio", "p50 ms", "p99 ms")
VARIANTS = {
    (1, OWN): own_commit,
    (1, "group commit"): group_commit,
    (1, f"{OWN}, rollback journal"): rollback_journal,
    (50, OWN): own_commit,
    (50, "group commit"): group_commit,
}


def run_one(directory: Path, variant: tuple[int, str]) -> Run:
    """Measure one variant on a fresh database; every ballot must be there afterwards."""
    path = Path(tempfile.mkdtemp(dir=directory)) / "bench.db"
    with closing(SqliteStore(path)) as store:
        prepare(store)
    threads = variant[0]
    with VARIANTS[variant](path) as put:
        run = measure(put, threads)
    with closing(SqliteStore(path)) as store:
        kept = store.read(lambda tx: len(tx.ballots.all(ROUND)))
    assert kept == BALLOTS[threads], f"{variant}: {kept} ballots kept"
    return run


def row(variant: tuple[int, str], runs: list[Run], base: list[Run]) -> tuple[str, ...]:
    """Return one line of the table: medians over the runs, the rate also as a ratio."""
    threads, name = variant
    rate = median(run.rate for run in runs)
    return (
        f"{name}, {threads} thread{'s' if threads > 1 else ''}",
        f"{rate:.0f}",
        f"{rate / median(run.rate for run in base):.2f}",
        f"{median(run.percentile(50) for run in runs):.1f}",
        f"{median(run.percentile(99) for run in runs):.1f}",
    )


def main(directory: Path) -> None:
    """Measure every variant some times, in turns, and print medians and ratios."""
    runs: dict[tuple[int, str], list[Run]] = {variant: [] for variant in VARIANTS}
    for _, variant in product(range(RUNS), VARIANTS):
        runs[variant].append(run_one(directory, variant))
    rows = [row(variant, some, runs[variant[0], OWN]) for variant, some in runs.items()]
    print(table(f"Durable ballots, medians of {RUNS} runs", HEAD, rows))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as made:
        main(Path(made))
