"""The stages of the end-to-end tests, and the story that the forensic tests look into.

What needs the whole bot is imported where it is used: not every attack here does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.brisk import brisk

if TYPE_CHECKING:
    from tests.e2e.stage import Stage
    from tests.forensics.outputs import Seen
    from tests.forensics.springs import Springs
    from tests.forensics.story import Story

__all__ = ["brisk"]


@pytest.fixture
def empty_stage(tmp_path: Path, brisk: None) -> Iterator[Stage]:
    """A running workspace and no bot yet."""
    from tests.e2e.stage import Stage

    stage = Stage(tmp_path)
    with stage.workspace:
        yield stage
        stage.stop_bot()
        assert stage.workspace.problems == []


@pytest.fixture
def stage(empty_stage: Stage) -> Stage:
    """A running workspace with the bot connected to it."""
    empty_stage.start_bot()
    return empty_stage


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A whole dialogue by the real bot in its own process, and all that it left. Once a worker."""
    from tests.forensics.story import play

    return play(tmp_path_factory.mktemp("story"))


@pytest.fixture
def springs(tmp_path: Path) -> Iterator[Springs]:
    """Worlds in which a spring is to pass."""
    from tests.forensics.springs import Springs

    made = Springs(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """All that is seen of a spring in which nothing special happens. Once a worker."""
    from tests.forensics.springs import Spring, Springs

    made = Springs(tmp_path_factory.mktemp("plain"))
    found = made.seen_after(Spring())
    made.close()
    return found
