"""The worlds that the tests of the use cases happen in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.services.pooling import with_small_teams
from tests.services.succeeding import ADMIN
from tests.services.world import World, new_worlds

NewWorld = Callable[[], World]
"""Makes one more world, with nothing in it."""


@pytest.fixture
def make_world(tmp_path: Path) -> Iterator[NewWorld]:
    """Give a way to make worlds that share nothing; their stores are closed afterwards."""
    with new_worlds(tmp_path) as make:
        yield make


@pytest.fixture
def bare(make_world: NewWorld) -> World:
    """Give a world in which no team has been set up."""
    return make_world()


@pytest.fixture
def world(bare: World) -> World:
    """Give a world with a team."""
    return bare.with_team()


@pytest.fixture
def apart(bare: World) -> World:
    """Give a world of small teams that all answer on their own."""
    return with_small_teams(bare)


@pytest.fixture
def here(bare: World) -> World:
    """Give a team with a plan's worth of people, and an admin."""
    bare.admins = frozenset([ADMIN, ADMIN._replace(tenant="T2")])
    return bare.with_team()
