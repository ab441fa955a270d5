"""The designs that look good and fail: what the attacks must find, to be worth anything."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

SPLIT = """
CREATE TABLE has_answered (user TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE answer (id BLOB PRIMARY KEY, body TEXT) WITHOUT ROWID;
"""


def split(path: Path, said: Sequence[tuple[str, str]]) -> tuple[bytes, bytes]:
    """Keep who answered in one table and what was said, under random keys, in another.

    Nothing has a rowid, a time or a number. Returns the log and the file as they are then.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA secure_delete = ON")
        db.executescript(SPLIT)
        for user, text in said:
            db.execute("BEGIN")
            db.execute("INSERT INTO has_answered VALUES (?)", (user,))
            db.execute("INSERT INTO answer VALUES (?, ?)", (secrets.token_bytes(16), text))
            db.execute("COMMIT")
        log = path.with_name(f"{path.name}-wal").read_bytes()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return log, path.read_bytes()


def numbered(path: Path, said: Sequence[tuple[str, str]]) -> list[str]:
    """Keep what was said under random keys in a table with a hidden rowid; return its order."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("CREATE TABLE answer (id TEXT PRIMARY KEY, body TEXT)")
        for _, text in said:
            db.execute("INSERT INTO answer VALUES (?, ?)", (secrets.token_hex(16), text))
        db.execute("VACUUM")
        return [row[0] for row in db.execute("SELECT body FROM answer ORDER BY rowid")]
