"""Private replies that come after the acknowledgement: shown, or known not to be."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot.errors import PlatformDown, PlatformError, RateLimited
from bot.slack import client
from bot.slack.client import respond
from bot.views.model import Note
from bot.workspace import Workspace, payloads
from tests.slack.test_workspace import TEAM

CANARY = "kanariefågel"
NOTE = Note(text=CANARY)


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """Return a workspace that is running."""
    with Workspace() as workspace:
        yield workspace


@pytest.fixture
def url(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a fresh address to reply at, and let no test wait between attempts."""
    monkeypatch.setattr(client, "PAUSE", 0.0)
    workspace.forget_calls()
    workspace.forget_faults()
    return payloads.response_url(workspace._world, "U0KARIN", TEAM)


def _sent(workspace: Workspace) -> int:
    return len(workspace.calls_of("response_url"))


def test_reply_is_seen_by_one(workspace: Workspace, url: str) -> None:
    """The reply is shown to whoever asked, and to nobody else."""
    before = len(workspace.person("U0ALI").messages(TEAM))
    respond(url, NOTE)
    assert workspace.person("U0KARIN").messages(TEAM)[-1]["text"] == CANARY
    assert len(workspace.person("U0ALI").messages(TEAM)) == before


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "http", "status": 503},
        {"kind": "rate_limit", "retry_after": 1},
        {"kind": "drop_response"},
    ],
    ids=lambda fault: str(fault["kind"]),
)
def test_what_may_pass_is_tried_once_more(
    workspace: Workspace, url: str, fault: dict[str, Any]
) -> None:
    """A server that is away for a moment loses no reply."""
    workspace.fault(**fault, times=1, method="response_url")
    respond(url, NOTE)
    assert _sent(workspace) == 2
    assert workspace.person("U0KARIN").messages(TEAM)[-1]["text"] == CANARY


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"kind": "http", "status": 500}, PlatformDown),
        ({"kind": "rate_limit", "retry_after": 1}, RateLimited),
    ],
    ids=str,
)
def test_what_does_not_pass_is_told(
    workspace: Workspace, url: str, fault: dict[str, Any], error: type[PlatformError]
) -> None:
    """After the second attempt it is given up, as what it is."""
    workspace.fault(**fault, times=5, method="response_url")
    with pytest.raises(error) as told:
        respond(url, NOTE)
    assert type(told.value) is error
    assert _sent(workspace) == 2


@pytest.mark.parametrize("code", ["used_url", "expired_url"])
def test_refusal_is_told_with_its_code(workspace: Workspace, url: str, code: str) -> None:
    """An address that has been used up is no outage, and is not tried again."""
    workspace.fault("error", method="response_url", error=code, times=1)
    with pytest.raises(PlatformError, match=code) as told:
        respond(url, NOTE)
    assert type(told.value) is PlatformError
    assert _sent(workspace) == 1


def test_unknown_address_is_told(workspace: Workspace) -> None:
    """A refusal that comes with a status of its own is told with its code as well."""
    with pytest.raises(PlatformError, match="invalid_url"):
        respond(f"{workspace.url}/respond/unknown", NOTE)


def test_no_address_at_all_is_told() -> None:
    """What is no address is refused like everything that the kit refuses."""
    with pytest.raises(PlatformError):
        respond("file:///nowhere", NOTE)


def test_nothing_of_a_reply_is_logged(
    workspace: Workspace, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither words nor address, whether it is taken or not."""
    workspace.fault("http", method="response_url", status=500, times=3)
    with caplog.at_level(logging.DEBUG):
        with pytest.raises(PlatformDown):
            respond(url, NOTE)
        workspace.forget_faults()
        respond(url, NOTE)
    assert CANARY not in caplog.text
    assert "/respond/" not in caplog.text
