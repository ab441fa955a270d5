"""Who counts as a person, a guest or a bot."""

from __future__ import annotations

import pytest

from bot.slack.client import Calls, make_client
from bot.slack.directory import Directory
from bot.slack.pace import Pace
from tests.samples import TENANT
from tests.slack.rig import Seconds


@pytest.fixture
def directory() -> Directory:
    """Return a directory that is not asked for anything over the network."""
    seconds = Seconds()
    client = make_client("x", "http://127.0.0.1:1/api/")
    return Directory(client, Calls(Pace(), seconds), TENANT, seconds)


@pytest.mark.parametrize("mark", ["is_restricted", "is_ultra_restricted", "is_stranger"])
def test_guests(directory: Directory, mark: str) -> None:
    """Guests of both kinds and people of other organisations are guests."""
    person = directory._person({"id": "U1", "name": "siv", mark: True})
    assert person is not None
    assert person.is_guest
    assert not person.is_bot


@pytest.mark.parametrize("user", [{"id": "USLACKBOT"}, {"id": "U1", "is_bot": True}])
def test_bots(directory: Directory, user: dict[str, object]) -> None:
    """Apps are bots, and so is Slack's own, although Slack does not say so."""
    person = directory._person(user)
    assert person is not None
    assert person.is_bot


def test_closed_account(directory: Directory) -> None:
    """A closed account is nobody."""
    assert directory._person({"id": "U1", "deleted": True}) is None


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ({"profile": {"display_name": "Kajsa", "real_name": "Kajsa Ek"}}, "Kajsa"),
        ({"profile": {"display_name": "", "real_name": "Kajsa Ek"}}, "Kajsa Ek"),
        ({"real_name": "Kajsa Ek", "name": "kaek01"}, "Kajsa Ek"),
        ({"name": "kaek01"}, "kaek01"),
        ({}, "U1"),
    ],
)
def test_name_is_what_colleagues_see(
    directory: Directory, user: dict[str, object], name: str
) -> None:
    """The display name comes first, and there is always some name."""
    person = directory._person({"id": "U1", **user})
    assert person is not None
    assert person.name == name
