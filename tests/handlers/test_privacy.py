"""An example that there can't be is explained in the form that it was asked for in."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.handlers import privacy
from bot.handlers.context import Context
from bot.locales import words
from bot.slack.client import Calls, make_client
from bot.slack.connection import Identity
from bot.slack.directory import Directory
from bot.slack.pace import Pace
from bot.slack.platform import SlackPlatform
from bot.views.model import Receipt, Seen
from tests.services.people import KARIN
from tests.services.world import FixedCatalogue, World, new_world

NOWHERE = "http://127.0.0.1:9/api/"
ME = Identity(KARIN.tenant, "U0APTBOT", "B0APTBOT")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give a world in which nothing has happened."""
    made = new_world(tmp_path)
    yield made
    made.store.close()


def shown(world: World) -> Seen | Receipt:
    """Return what the form would become; Slack is out of reach."""
    client = make_client("xoxb-x", NOWHERE, timeout=1)
    calls = Calls(Pace(), world.clock.monotonic)
    slack = SlackPlatform(client, calls, Directory(client, calls, ME.team, lambda: 0.0), ME)
    with ThreadPoolExecutor(1) as threads:
        return privacy._seen(Context(world.deps, slack, threads), world.request(), "")


def test_without_themes_the_reader_is_told(world: World) -> None:
    """There is no theme for an example: that is said instead."""
    world.catalogue = FixedCatalogue(())
    view = shown(world)
    assert isinstance(view, Receipt)
    assert view.lines == (words("sv")("error-no-themes").replace("`", ""),)


def test_with_themes_the_example_is_shown(world: World) -> None:
    """The test above can fail."""
    assert isinstance(shown(world), Seen)
