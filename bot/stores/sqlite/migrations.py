"""How an older database becomes a present one.

A migration that others have run is never changed: a new one is added after it.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from bot.errors import StoreError
from bot.stores.sqlite.tables import COMMITMENTS, FIRST_TABLES
from bot.stores.sqlite.translation import translated

NAME = "aptbot"

migrations = Migrations(NAME)


@migrations(name="001_first_tables")
def first_tables(db: Database) -> None:
    """Make the tables of the first version."""
    _run(db, FIRST_TABLES)


@migrations(name="002_commitments")
def commitments(db: Database) -> None:
    """Make the table of what groups have agreed to do."""
    _run(db, COMMITMENTS)


def _run(db: Database, statements: str) -> None:
    # Within a transaction executescript looks for the end of a statement after every character,
    # which takes longer than all the tables.
    for statement in statements.split(";"):
        db.execute(statement)


def migrate(db: Database, *, allowed: bool = True) -> None:
    """Bring the database up to date; any number of processes may do so at once.

    Raises StoreError when the database is newer than the code, or older and not `allowed` to be
    changed: those at work on it would not know what they find.
    """
    with translated():
        # IMMEDIATE: of several processes one migrates, the others wait and find nothing to do.
        db.execute("BEGIN IMMEDIATE")
        try:
            _refuse_newer(db)
            if not allowed and migrations.pending(db):
                raise StoreError("store-older-at-work")
            migrations.apply(db)
            db.execute("COMMIT")
        finally:
            db.rollback()


def require_present(db: Database) -> None:
    """Raise StoreError unless the database is of this very version; nothing is changed."""
    with translated():
        _refuse_newer(db)
        if migrations.pending(db):
            raise StoreError("store-older")


def _refuse_newer(db: Database) -> None:
    applied = {migration.name for migration in migrations.applied(db)}
    if unknown := sorted(applied - _known()):
        raise StoreError("store-newer", names=", ".join(unknown))


def _known() -> set[str]:
    """Return the names of all migrations in this code: those that an empty database lacks."""
    with Database(memory=True, execute_plugins=False) as empty:
        return {migration.name for migration in migrations.pending(empty)}
