"""The line to Slack: what makes it quick holds on every connection."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from socket import IPPROTO_TCP, TCP_NODELAY

import pytest

from bot.slack.client import make_client
from bot.slack.connection import Line, identify, make_app
from bot.workspace import Lifetimes, Workspace
from bot.workspace.polling import wait_until

CANARY = "kanariefågel"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Return a workspace that is running."""
    with Workspace(lifetimes=Lifetimes(ack=0.5)) as workspace:
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


def test_lost_line_is_logged_and_so_is_the_next(
    workspace: Workspace, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever looks after the bot reads when it was away, and nothing that opens the line."""
    del line
    with caplog.at_level(logging.DEBUG):
        workspace.stop()
        wait_until(lambda: "connection lost" in caplog.text, 20, "the loss is not logged")
        workspace.start()
        wait_until(lambda: "connected again" in caplog.text, 20, "the return is not logged")
    levels = [
        record.levelname for record in caplog.records if record.name == "bot.slack.connection"
    ]
    assert levels == ["WARNING", "INFO"]
    _assert_discreet(workspace, caplog)


def test_renewed_line_is_no_loss(
    workspace: Workspace, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    """Slack has the line renewed every few hours; that worries nobody."""
    del line
    with caplog.at_level(logging.DEBUG):
        workspace.fault("disconnect", reason="refresh_requested")
        wait_until(lambda: "connection renewed" in caplog.text, 20, "the renewal is not logged")
    assert "connection lost" not in caplog.text
    _assert_discreet(workspace, caplog)


def test_nothing_that_comes_in_is_logged(
    workspace: Workspace, line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    """A command that nobody listens to, and a line that breaks while it is answered."""
    del line
    with caplog.at_level(logging.DEBUG):
        assert not workspace.person("U0KARIN").command("C0SOLROSEN", f"/apt {CANARY}").ok
        workspace.stop()
        wait_until(lambda: "connection lost" in caplog.text, 20, "the loss is not logged")
    _assert_discreet(workspace, caplog)


def _assert_discreet(workspace: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    """The bot's side of the log holds no words, no tokens, no tickets and no tracebacks."""
    ours = [
        r for r in caplog.records if not r.name.startswith(("uvicorn", "websockets", "asyncio"))
    ]
    said = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in ours)
    for secret in (CANARY, workspace.bot_token, workspace.app_token, "ticket", "Traceback"):
        assert secret not in said
    assert not [record for record in ours if record.exc_info]


def test_certificates_are_read_once_and_checked() -> None:
    """All clients share one context, which asks for a certificate with the right name."""
    one, other = (make_client(token, "https://slack.com/api/") for token in ("xoxb-1", "xoxb-2"))
    assert one.ssl is not None
    assert one.ssl is other.ssl
    assert one.ssl.check_hostname
    assert one.ssl.verify_mode is ssl.CERT_REQUIRED
