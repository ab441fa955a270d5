"""Bringing a database up to date."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.errors import StoreError
from bot.stores.sqlite import SqliteStore
from bot.stores.sqlite.migrations import NAME, migrations
from bot.stores.sqlite.tx import SqliteTx
from tests.contracts.store_samples import team
from tests.contracts.test_store_commitments import commitment
from tests.stores import process

PROCESSES = 8

COMMITMENTS_THEN = """
CREATE TABLE commitment (
    id TEXT PRIMARY KEY NOT NULL,
    team_id TEXT NOT NULL REFERENCES team (id),
    agreed_on TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX commitment_team ON commitment (team_id, agreed_on);
"""
"""As it was made when it was among the first tables."""


def test_many_processes_may_open_a_fresh_database(tmp_path: Path) -> None:
    """Eight at the same moment: none fails, and what each wrote is there."""
    path = tmp_path / "data" / "aptbot.db"
    started = [process.start("open", path, number) for number in range(PROCESSES)]
    for one in started:
        process.go(one)
    for one in started:
        one.communicate(timeout=60)

    assert [one.returncode for one in started] == [0] * PROCESSES
    with closing(SqliteStore(path)) as store:
        names = [f"t{number}" for number in range(PROCESSES)]
        there = store.read(lambda tx: [tx.teams.get(name) for name in names])
        assert there == [team(name) for name in names]
    with Database(path) as db:
        assert len(migrations.applied(db)) == len({m.name for m in migrations.applied(db)})


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    """A database that is up to date keeps its tables and its rows."""
    path = tmp_path / "aptbot.db"
    with closing(SqliteStore(path)) as store:
        store.write(lambda tx: tx.teams.save(team()))
    with Database(path) as db:
        before = db.schema
    with closing(SqliteStore(path)) as store:
        assert store.read(lambda tx: tx.teams.get("team1")) == team()
    with Database(path) as db:
        assert db.schema == before
        assert migrations.pending(db) == []


def test_an_older_database_keeps_what_it_holds(tmp_path: Path) -> None:
    """One from before commitments gets their table, and loses nothing."""
    path = tmp_path / "aptbot.db"
    with Database(path) as db:
        migrations.apply(db, stop_before="002_commitments")
        SqliteTx(db).teams.save(team())
        db.conn.commit()
    with closing(SqliteStore(path)) as store:
        store.write(lambda tx: tx.commitments.save(commitment()))
        assert store.read(lambda tx: tx.teams.get("team1")) == team()
        assert store.read(lambda tx: tx.commitments.of_team("team1")) == (commitment(),)


def test_a_database_that_has_the_commitments_already_keeps_them(tmp_path: Path) -> None:
    """One from when their table was among the first opens, and has what was agreed."""
    path = tmp_path / "aptbot.db"
    with Database(path) as db:
        migrations.apply(db, stop_before="002_commitments")
        for statement in COMMITMENTS_THEN.split(";"):
            db.execute(statement)
        SqliteTx(db).teams.save(team())
        SqliteTx(db).commitments.save(commitment())
        db.conn.commit()
    with closing(SqliteStore(path)) as store:
        assert store.read(lambda tx: tx.commitments.of_team("team1")) == (commitment(),)
    SqliteStore(tmp_path / "new.db").close()
    with Database(path) as then, Database(tmp_path / "new.db") as new:
        assert sorted(then.schema.split("\n")) == sorted(new.schema.split("\n"))


def test_an_older_database_is_not_changed_under_others(tmp_path: Path) -> None:
    """While processes of an older version are at work, one of a newer is refused."""
    path = tmp_path / "aptbot.db"
    with pytest.raises(StoreError, match="store-older-at-work"):
        SqliteStore(path, may_migrate=False)
    SqliteStore(path).close()
    SqliteStore(path, may_migrate=False).close()


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    """Code that is older than the database says so and touches nothing."""
    path = tmp_path / "aptbot.db"
    SqliteStore(path).close()
    with Database(path) as db:
        row = {"migration_set": NAME, "name": "999_from_tomorrow", "applied_at": "2099"}
        db.table("_sqlite_migrations").insert(row)
        before = list(db.iterdump())

    with pytest.raises(StoreError, match="store-newer, names: 999_from_tomorrow"):
        SqliteStore(path)
    with Database(path) as db:
        assert list(db.iterdump()) == before
