"""A small world whose results are taken along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.world import World, new_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A world with a store of its own."""
    made = new_world(tmp_path)
    yield made
    made.store.close()
