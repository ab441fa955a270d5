"""Fixtures: the real bot on a real workspace, in this process or in one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.workspace import Lifetimes
from tests.e2e.brisk import brisk
from tests.e2e.process import BotProcess
from tests.e2e.stage import Stage

__all__ = ["brisk"]


@pytest.fixture
def empty_stage(tmp_path: Path, brisk: None) -> Iterator[Stage]:
    """A running workspace and no bot yet."""
    with Stage(tmp_path).on() as stage:
        yield stage


@pytest.fixture
def hasty_stage(tmp_path: Path, brisk: None) -> Iterator[Stage]:
    """A running workspace without a bot that waits one second for an acknowledgement."""
    stage = Stage(tmp_path, Lifetimes(ack=1.0))
    with stage.workspace:
        yield stage
        stage.clear()


@pytest.fixture
def stage(empty_stage: Stage) -> Stage:
    """A running workspace with the bot connected to it."""
    empty_stage.start_bot()
    return empty_stage


@pytest.fixture
def process(empty_stage: Stage) -> Iterator[BotProcess]:
    """An `aptbot run` that is connected to the workspace of `empty_stage`."""
    running = BotProcess(empty_stage)
    running.start()
    yield running
    running.kill()
