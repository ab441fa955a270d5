"""What the repositories share: statements with named parameters, rows as dictionaries."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]
"""Column name → value, of the types that STRICT tables know: text, integer, blob, none."""


class Repository:
    """Access to some tables over one connection, inside a transaction that others manage."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def _rows(self, sql: str, **params: object) -> list[Row]:
        """Return all rows: a statement left half read would hinder the commit.

        The library's own `query` puts a savepoint around each, for statements that return nothing.
        """
        cursor = self._db.execute(sql, params)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def _row(self, sql: str, **params: object) -> Row | None:
        rows = self._rows(sql, **params)
        return rows[0] if rows else None

    def _run(self, sql: str, **params: object) -> None:
        self._db.execute(sql, params)

    def _insert(self, table: str, row: Row) -> None:
        self._db.table(table).insert(row)

    def _upsert(self, table: str, row: Row, pk: str = "id") -> None:
        self._db.table(table).upsert(row, pk=pk)
