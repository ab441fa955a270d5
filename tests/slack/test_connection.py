"""The line to Slack: what makes it quick holds on every connection."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from socket import IPPROTO_TCP, TCP_NODELAY

import pytest

from bot.slack.client import make_client
from bot.slack.connection import Line, identify, make_app
from bot.workspace import Workspace
from bot.workspace.polling import wait_until


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Return a workspace that is running."""
    with Workspace() as workspace:
        yield workspace


@pytest.fixture
def line(workspace: Workspace) -> Iterator[Line]:
    """Return a line of an app without listeners, connected to a workspace."""
    client = make_client(workspace.bot_token, workspace.api_url)
    app = make_app(workspace.bot_token, workspace.api_url, identify(client))
    line = Line(app, workspace.app_token)
    line.connect()
    yield line
    line.close()


def _sends_at_once(line: Line) -> bool:
    session = line._handler.client.current_session
    sock = session.sock if session else None
    return sock is not None and bool(sock.getsockopt(IPPROTO_TCP, TCP_NODELAY))


def test_acks_leave_at_once_also_on_a_mended_connection(workspace: Workspace, line: Line) -> None:
    """The network holds no ack back, neither on the first connection nor on the next."""
    wait_until(lambda: _sends_at_once(line), 5, "the first connection holds acks back")
    first = line._handler.client.session_id()
    workspace.fault("disconnect", reason="refresh_requested")
    wait_until(lambda: line._handler.client.session_id() != first, 20, "no new connection")
    wait_until(lambda: _sends_at_once(line), 5, "the next connection holds acks back")


def test_certificates_are_read_once_and_checked() -> None:
    """All clients share one context, which asks for a certificate with the right name."""
    one, other = (make_client(token, "https://slack.com/api/") for token in ("xoxb-1", "xoxb-2"))
    assert one.ssl is not None
    assert one.ssl is other.ssl
    assert one.ssl.check_hostname
    assert one.ssl.verify_mode is ssl.CERT_REQUIRED
