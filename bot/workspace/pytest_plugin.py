"""A pytest fixture with a running workspace.

Import it in a conftest (`from bot.workspace.pytest_plugin import workspace as workspace`), or
name this module with `-p`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.workspace.workspace import Workspace


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """A fresh workspace with the sample people on a free loopback port."""
    with Workspace() as running:
        yield running
