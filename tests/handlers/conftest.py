"""A context of the handlers whose Slack is out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.handlers.context import Context
from bot.slack.client import Calls, make_client
from bot.slack.connection import Identity
from bot.slack.directory import Directory
from bot.slack.pace import Pace
from bot.slack.platform import SlackPlatform
from tests.services.people import KARIN
from tests.services.world import World, new_world

NOWHERE = "http://127.0.0.1:9/api/"
ME = Identity(KARIN.tenant, "U0APTBOT", "B0APTBOT")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give a world with a team."""
    made = new_world(tmp_path).with_team()
    yield made
    made.store.close()


@pytest.fixture
def context(world: World) -> Iterator[Context]:
    """Give a context whose Slack is out of reach."""
    client = make_client("xoxb-x", NOWHERE, timeout=1)
    calls = Calls(Pace(), world.clock.monotonic)
    people = Directory(client, calls, ME.team, world.clock.monotonic)
    with ThreadPoolExecutor(2) as threads:
        yield Context(world.deps, SlackPlatform(client, calls, people, ME), threads)
