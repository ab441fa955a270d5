"""Reading the database beside a bot that is at work."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.ports import Tx
from bot.stores.files import PRIVATE_FILE
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.reader import SqliteReader
from tests.contracts.store_samples import team


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "aptbot.sqlite3"


def names(tx: Tx) -> list[str]:
    """Return the teams' names."""
    return [each.name for each in tx.teams.every()]


def test_it_sees_what_is_committed_while_the_bot_works(path: Path) -> None:
    """Also what is committed after it was opened; it takes no lock of those who work."""
    with closing(SqliteStore(path)) as store, closing(SqliteReader(path)) as reader:
        assert reader.read(names) == []
        store.write(lambda tx: tx.teams.save(team("a")))
        assert reader.read(names) == ["Arbetslag a"]
        store.reclaim()


def test_one_piece_of_work_is_one_snapshot(path: Path) -> None:
    """What is committed meanwhile is seen by the next one."""
    with closing(SqliteStore(path)) as store, closing(SqliteReader(path)) as reader:

        def twice(tx: Tx) -> tuple[list[str], list[str]]:
            before = names(tx)
            store.write(lambda other: other.teams.save(team("a")))
            return before, names(tx)

        assert reader.read(twice) == ([], [])
        assert reader.read(names) == ["Arbetslag a"]


def test_it_reads_without_a_bot(path: Path) -> None:
    """After the bot was stopped, and after it was killed with a log that was not written back."""
    store = SqliteStore(path)
    store.write(lambda tx: tx.teams.save(team("a")))
    with closing(SqliteReader(path)) as reader:
        assert reader.read(names) == ["Arbetslag a"]
    store.close()
    with closing(SqliteReader(path)) as reader:
        assert reader.read(names) == ["Arbetslag a"]
    with closing(SqliteStore(path)) as again:
        again.write(lambda tx: tx.teams.save(team("b")))


WRITES: dict[str, Callable[[Tx], object]] = {
    "save": lambda tx: tx.teams.save(team("b")),
    "clear": lambda tx: tx.ballots.clear("r1"),
    "release": lambda tx: tx.dues.release(),
}


@pytest.mark.parametrize("write", WRITES)
def test_nothing_can_be_changed(path: Path, write: str) -> None:
    """Whatever is tried; the file stays the same, byte by byte, and so do its rights."""
    SqliteStore(path).close()
    before = path.read_bytes()
    with closing(SqliteReader(path)) as reader, pytest.raises(StoreError):
        reader.read(WRITES[write])
    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == PRIVATE_FILE
    with closing(SqliteStore(path)) as store:  # a control: the same goes through the store
        store.write(WRITES[write])


def test_a_missing_database_is_not_made(path: Path) -> None:
    """It is told where it was looked for."""
    with pytest.raises(StoreError, match=path.name.replace(".", r"\.")):
        SqliteReader(path)
    assert not path.exists()


def test_what_is_no_database(path: Path) -> None:
    """It is said that the file is damaged."""
    path.write_bytes(b"Hej! " * 1000)
    with pytest.raises(StoreError, match="store-damaged"):
        SqliteReader(path)


OLDER = "DELETE FROM _sqlite_migrations"
NEWER = (
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
    " VALUES ('aptbot', '999_later', 'x')"
)


@pytest.mark.parametrize(("sql", "said"), [(OLDER, "store-older"), (NEWER, "store-newer")])
def test_another_version_is_refused(path: Path, sql: str, said: str) -> None:
    """A database that the code does not know is not guessed at, nor changed."""
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(sql)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=said):
        SqliteReader(path)
    assert path.read_bytes() == before


def test_a_name_with_signs_is_found(tmp_path: Path) -> None:
    """The path is no address: signs that mean something in one are signs of a name."""
    odd = tmp_path / "å%20?mode=rw#x"
    odd.mkdir(mode=0o700)
    SqliteStore(odd / "a.db").close()
    with closing(SqliteReader(odd / "a.db")) as reader:
        assert reader.read(names) == []
