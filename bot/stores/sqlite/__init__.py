"""The store on SQLite."""

from bot.stores.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
