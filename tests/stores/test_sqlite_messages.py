"""Messages that another version of the code has left in the outbox."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.domain.due import Due, DueKind
from bot.ports import SENDINGS
from bot.stores.sqlite import SqliteStore
from tests.contracts.store_samples import MINUTE, NOW, due, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a database that does not exist yet."""
    return tmp_path / "aptbot.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """Give an empty store."""
    with closing(SqliteStore(path)) as store:
        yield store


def test_a_message_that_cannot_be_read_does_not_stop_the_others(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is given up with a word in the log (no name, no content); wanted anew, it goes out."""

    def want(key: str) -> None:
        store.write(lambda tx: tx.messages.want(key, "T1", f"C-{key}", note("hej")))

    for key in ("board/1", "summary/1/U777", "board/2"):
        want(key)
    with Database(path) as db, db.atomic():
        db.execute("UPDATE message SET view = '{\"type\": \"hologram\"}' WHERE key LIKE 'summary%'")

    def claimed() -> list[str]:
        later = NOW + MINUTE
        claimed = store.write(lambda tx: tx.messages.claim(SENDINGS, NOW, later, 10))
        return [message.key for message in claimed]

    with caplog.at_level(logging.DEBUG):
        assert claimed() == ["board/1", "board/2"]
    assert "'summary'" in caplog.text
    assert "U777" not in caplog.text
    assert claimed() == []
    want("summary/1/U777")
    assert claimed() == ["summary/1/U777"]


def test_a_message_that_cannot_be_read_is_there_all_the_same(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever wants to change it finds that there is nothing to change, without an error."""
    store.write(lambda tx: tx.messages.want("board/777", "T1", "C1", note("hej")))
    assert store.read(lambda tx: tx.messages.get("board/777")) is not None
    with Database(path) as db, db.atomic():
        db.execute('UPDATE message SET view = \'{"type": "hologram"}\'')

    assert store.read(lambda tx: tx.messages.get("board/777")) is None
    assert store.read(lambda tx: tx.messages.has("board/777"))
    assert not store.read(lambda tx: tx.messages.has("board/77"))
    assert "'board'" in caplog.text
    assert "777" not in caplog.text


def test_a_due_thing_of_an_unknown_kind_does_not_stop_the_others(
    store: SqliteStore, path: Path
) -> None:
    """It waits for a version that knows it."""
    store.write(lambda tx: tx.dues.schedule(due()))
    with Database(path) as db:
        row = {"kind": "newer.kind", "key": "k", "occurrence": "1", "due_at": "2000-01-01"}
        db.table("due").upsert(row, pk=("kind", "key", "occurrence"))

    def claim() -> tuple[Due, ...]:
        return store.write(lambda tx: tx.dues.claim(DueKind, NOW, NOW + MINUTE, 10))

    assert claim() == (due(),)
