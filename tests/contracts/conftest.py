"""The backends that the contract suites run against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.ports import KeyVault, Store
from bot.stores.keys import FileKeyVault
from bot.stores.sqlite import SqliteStore
from tests.fakes import MemoryKeyVault

OpenStore = Callable[[], Store]
"""Opens one more store on the same database, as another process would."""


@pytest.fixture(params=["sqlite"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStore]:
    """Give a way to open stores on one fresh database; all are closed afterwards."""
    opened: list[Store] = []

    def open_one() -> Store:
        opened.append(SqliteStore(tmp_path / "data" / "aptbot.db"))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """Give an empty store."""
    return open_store()


@pytest.fixture(params=["file", "memory"])
def new_vault(request: pytest.FixtureRequest, tmp_path: Path) -> KeyVault:
    """Give a key vault of each kind, in a place that nobody has used."""
    return FileKeyVault(tmp_path / "keys") if request.param == "file" else MemoryKeyVault()


@pytest.fixture
def vault(new_vault: KeyVault) -> KeyVault:
    """Give an empty key vault of each kind, in use."""
    new_vault.adopt(frozenset())
    return new_vault
