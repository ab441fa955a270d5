"""Fixtures: a running workspace, a real Slack client of it, and a small real Bolt app on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.workspace import Lifetimes, Workspace
from bot.workspace.person import Person
from bot.workspace.pytest_plugin import workspace
from tests.workspace.small_app import SmallApp

__all__ = ["workspace"]


@pytest.fixture
def client(workspace: Workspace) -> WebClient:
    """Slack's own client as the bot."""
    return WebClient(workspace.bot_token, base_url=workspace.api_url)


@pytest.fixture
def karin(workspace: Workspace) -> Person:
    """The manager."""
    return workspace.person("U0KARIN")


@pytest.fixture
def ali(workspace: Workspace) -> Person:
    """A colleague."""
    return workspace.person("U0ALI")


@pytest.fixture
def app(workspace: Workspace) -> Iterator[SmallApp]:
    """A real Bolt app, connected over real Socket Mode."""
    with SmallApp(workspace) as running:
        yield running


@pytest.fixture
def impatient() -> Iterator[Workspace]:
    """A workspace that waits a fifth of a second for acknowledgements, and half for triggers."""
    with Workspace(lifetimes=Lifetimes(ack=0.2, trigger=0.5)) as running:
        yield running
