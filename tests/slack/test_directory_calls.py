"""What the directory asks Slack for, how often, and what it keeps when Slack says stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.errors import PlatformError, RateLimited
from bot.slack import directory as module
from bot.slack.directory import FEW, KEPT_FOR
from bot.workspace import Workspace, load_sample
from bot.workspace.model import User
from bot.workspace.polling import wait_until
from tests.slack.rig import Rig

TEAM = "C0SOLROSEN"
MANY = FEW + 30
EVERYBODY = [f"U{number:04}" for number in range(MANY)]


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """Return a workspace with many people; the tests change nothing in it."""
    sample = load_sample()
    many = tuple(User(id=user, name=user.lower(), real_name=user) for user in EVERYBODY)
    with Workspace(replace(sample, users=(*many, *sample.users))) as workspace:
        yield workspace


@pytest.fixture
def rig(workspace: Workspace) -> Rig:
    """Return a platform that knows nobody yet."""
    workspace.forget_calls()
    workspace.forget_faults()
    return Rig(workspace)


def _asked(rig: Rig) -> tuple[int, int]:
    """Return how often the list was asked for, and how often somebody alone."""
    return tuple(len(rig.workspace.calls_of(name)) for name in ("users.list", "users.info"))  # type: ignore[return-value]  # two names


def test_small_team_needs_no_list(rig: Rig) -> None:
    """The few of a team are asked for alone, once; in a large workspace the list takes long."""
    members = rig.platform.members(TEAM)
    assert len(members) == 15
    assert _asked(rig) == (0, 15)
    assert rig.platform.members(TEAM) == members
    assert _asked(rig) == (0, 15)


def test_few_are_asked_for_anew_after_an_hour(rig: Rig) -> None:
    """Who was asked for more than an hour ago may be a guest by now."""
    rig.platform.members(TEAM)
    rig.seconds.pass_by(KEPT_FOR)
    rig.platform.members(TEAM)
    assert _asked(rig) == (0, 30)


def test_after_the_list_nobody_is_asked_for(rig: Rig) -> None:
    """Read at the start, the list answers for everybody for an hour."""
    rig.platform.warm_up()
    rig.platform.warm_up()
    assert len(rig.directory.people(EVERYBODY)) == MANY
    assert len(rig.platform.members(TEAM)) == 15
    assert _asked(rig) == (1, 0)


def test_many_unknown_are_looked_up_in_the_list(rig: Rig) -> None:
    """A large channel costs one list and not a call for each."""
    assert len(rig.directory.people(EVERYBODY)) == MANY
    assert _asked(rig) == (1, 0)


def test_known_ones_serve_while_the_list_is_read_anew(rig: Rig) -> None:
    """Nobody waits for the hourly list of a large channel: one thread reads it meanwhile."""
    rig.platform.warm_up()
    rig.seconds.pass_by(KEPT_FOR)
    rig.workspace.fault("delay", method="users.list", seconds=1, times=1)
    for _ in range(3):
        assert len(rig.directory.people(EVERYBODY)) == MANY
    assert not rig.directory.is_fresh
    wait_until(lambda: rig.directory.is_fresh, 10, "the list is not read")
    assert _asked(rig) == (2, 0)


def test_list_goes_on_where_slack_said_stop(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages that were read are kept, so that a large workspace's list ends some time."""
    monkeypatch.setattr(module, "PAGE", 20)
    for number in range(2):
        rig.workspace.fault("delay", method="users.list", seconds=0, times=number + 1)
        rig.workspace.fault("rate_limit", method="users.list", retry_after=1, times=1)
    stops = 0
    while not rig.directory.is_fresh:
        try:
            rig.platform.warm_up()
        except RateLimited as limit:
            stops += 1
            rig.seconds.pass_by(limit.retry_after)
    cursors = [call.args.get("cursor", "") for call in rig.workspace.calls_of("users.list")]
    assert stops == 2
    assert cursors.count("") == 1
    assert len(set(cursors)) == len(cursors) - stops
    assert len(rig.directory.people(EVERYBODY)) == MANY


def test_list_starts_over_when_its_place_is_forgotten(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place in the list that Slack does not know any more is not asked for for ever."""
    monkeypatch.setattr(module, "PAGE", 20)
    rig.workspace.fault("delay", method="users.list", seconds=0, times=1)
    rig.workspace.fault("error", method="users.list", error="invalid_cursor", times=1)
    with pytest.raises(PlatformError):
        rig.platform.warm_up()
    rig.platform.warm_up()
    assert rig.directory.is_fresh


@pytest.mark.parametrize("code", ["user_not_found", "user_not_visible"])
def test_who_can_not_be_seen_is_left_out(rig: Rig, code: str) -> None:
    """One member whom Slack does not show keeps nobody else from the dialogue."""
    rig.workspace.fault("error", method="users.info", error=code, times=1)
    found = rig.directory.people(["U0STRANGER", "U0KARIN"])
    assert [person.key.user for person in found] == ["U0KARIN"]
    assert not rig.directory.knows("U0STRANGER")
    assert rig.directory.knows("U0KARIN")
