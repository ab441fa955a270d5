"""How the database file is opened: rights, pragmas, and what is refused."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.errors import StoreError
from bot.ports import Tx
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.connection import PRAGMAS, open_database, pragma, verify
from bot.stores.sqlite.readers import MOST_IDLE
from tests.contracts.store_samples import team


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a database that does not exist yet."""
    return tmp_path / "data" / "aptbot.db"


def mode(path: Path) -> int:
    """Return the permission bits."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("writable", [True, False])
def test_every_connection_has_every_pragma(path: Path, writable: bool) -> None:
    """Deleted values are overwritten, commits are durable, nothing goes to temporary files."""
    for _ in range(2):
        with open_database(path, 2.5, writable=writable) as db:
            assert {name: pragma(db, name) for name in PRAGMAS} == PRAGMAS
            assert pragma(db, "busy_timeout") == 2500
            assert pragma(db, "query_only") == (not writable)


def test_the_connections_of_a_store_have_them(path: Path) -> None:
    """The writer's connection and each reader's are opened that way."""
    with closing(SqliteStore(path)) as store:
        store.read(lambda tx: tx.teams.get("team1"))

        verify(store._writer._db)
        for db in store._readers._idle:
            verify(db)
            assert pragma(db, "query_only") == 1
        assert len(store._readers._idle) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("secure_delete", "OFF"),
        ("secure_delete", "FAST"),
        ("synchronous", "NORMAL"),
        ("temp_store", "FILE"),
        ("foreign_keys", "OFF"),
        ("journal_mode", "DELETE"),
    ],
)
def test_a_connection_that_lacks_one_is_refused(path: Path, name: str, value: str) -> None:
    """The check can fail: each single deviation is found."""
    with open_database(path, 1.0, writable=True) as db:
        verify(db)
        db.execute(f"PRAGMA {name} = {value}").fetchall()

        with pytest.raises(StoreError, match=name):
            verify(db)


def test_an_sqlite_that_does_not_obey_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a pragma can't be set to what is asked, the database is not opened."""
    monkeypatch.setitem(PRAGMAS, "temp_store", 7)

    with pytest.raises(StoreError, match="name: temp_store, value: 0, wanted: 7"):
        open_database(path, 1.0, writable=True)


def test_the_files_are_private(path: Path) -> None:
    """Directory 0700; database, log and index 0600."""
    with closing(SqliteStore(path)) as store:
        store.write(lambda tx: tx.teams.save(team()))

        files = sorted(path.parent.iterdir())
        assert [file.name for file in files] == ["aptbot.db", "aptbot.db-shm", "aptbot.db-wal"]
        assert {mode(file) for file in files} == {0o600}
        assert mode(path.parent) == 0o700


def test_a_database_that_others_can_read_is_made_private(path: Path) -> None:
    """A file that was copied there with wider rights loses them."""
    SqliteStore(path).close()
    path.chmod(0o644)
    SqliteStore(path).close()

    assert mode(path) == 0o600


def test_a_file_that_is_no_database_is_told(path: Path) -> None:
    """The file is left as it was."""
    path.parent.mkdir()
    path.write_bytes(b"This is a letter, not a database.\n" * 100)

    with pytest.raises(StoreError, match="store-damaged"):
        SqliteStore(path)
    assert path.read_bytes().startswith(b"This is a letter")


def test_a_directory_in_the_way_is_told(path: Path) -> None:
    """A path that can't be a file is an error in words."""
    path.mkdir(parents=True)

    with pytest.raises(StoreError):
        SqliteStore(path)


def test_an_old_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version without STRICT tables is told before anything is written."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))

    with pytest.raises(StoreError, match=r"3\.37"):
        SqliteStore(path)
    assert not path.exists()


def test_a_database_that_is_locked_for_long_is_told(path: Path) -> None:
    """Another program that holds the lock longer than our patience gives an error, not a hang."""
    with closing(SqliteStore(path, patience=0.2)) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="store-busy"):
                store.write(lambda tx: tx.teams.save(team()))
            other.execute("ROLLBACK")

        store.write(lambda tx: tx.teams.save(team()))
        assert store.read(lambda tx: tx.teams.get("team1")) == team()


def test_readers_are_kept_and_not_piled_up(path: Path) -> None:
    """Reads inside of reads open connections; only some stay open afterwards."""
    with closing(SqliteStore(path)) as store:

        def nested(depth: int) -> int:
            return store.read(lambda tx: depth and nested(depth - 1))

        nested(MOST_IDLE + 4)
        assert len(store._readers._idle) == MOST_IDLE
        nested(2)
        assert len(store._readers._idle) == MOST_IDLE


def test_a_read_outlives_the_closing(path: Path) -> None:
    """One who reads when the store is closed finishes; the connection is closed after that."""
    store = SqliteStore(path)

    def look(tx: Tx) -> bool:
        store.close()
        return tx.teams.get("team1") is None

    assert store.read(look)
    assert store._readers._idle == []
    # The last connection that closes takes the log with it.
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_tables_are_as_privacy_wants(path: Path) -> None:
    """No counters anywhere, and no hidden order in the ballots."""
    SqliteStore(path).close()
    with Database(path) as db:
        made = {table.name: table.schema.upper() for table in db.tables}

        assert "WITHOUT ROWID" in made["ballot"]
        assert list(db.table("ballot").columns_dict) == ["round_id", "pid", "sealed"]
        assert not [name for name, sql in made.items() if "AUTOINCREMENT" in sql]
        ours = [table for table in db.tables if not table.name.startswith("_")]
        assert all(table.strict for table in ours)
        assert not db.triggers
