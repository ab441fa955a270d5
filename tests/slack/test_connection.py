"""The line to Slack: what makes it quick holds on every connection."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import Any

import pytest
from slack_sdk.socket_mode.builtin.connection import Connection

from bot.errors import PlatformDown, RateLimited
from bot.slack import connection
from bot.slack.client import make_client, quiet_logger
from bot.slack.connection import Line, identify, make_app
from bot.slack.socket_mode import MOST_LEFT_OUT, EndingSocket, SteadyClient
from bot.workspace import Lifetimes, Workspace
from bot.workspace.polling import wait_until
from tests.kit import DROPS_SOCKETS

pytestmark = DROPS_SOCKETS

CANARY = "kanariefågel"
OPEN = "apps.connections.open"
FEW = 2_500


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Return a workspace that is running."""
    with Workspace(lifetimes=Lifetimes(ack=0.5)) as workspace:
        yield workspace


@pytest.fixture
def line(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Return a line of an app without listeners, connected, and looked after more often."""
    monkeypatch.setattr(connection, "PING_SECONDS", 0.3)
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


class Counting:
    """A lock that counts how often it is taken: by the receiving thread, once for each turn."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.turns = 0

    def __enter__(self) -> None:
        self.turns += 1
        self._lock.acquire()

    def __exit__(self, *problem: object) -> None:
        self._lock.release()


def _session(line: Line) -> Connection:
    session = line._handler.client.current_session
    assert session is not None
    assert session.sock is not None
    return session


def _end(session: Connection) -> Counting:
    """End what comes in on the line, as a peer that hangs up does; count the turns from then on."""
    assert session.sock is not None
    session.sock_receive_lock = turns = Counting()  # type: ignore[assignment]
    session.sock.shutdown(socket.SHUT_RD)
    return turns


def test_socket_that_is_closed_by_now_is_no_error(line: Line) -> None:
    """The kit would throw away all that came in together with what it was to be set for."""
    sock = _session(line).sock
    assert sock is not None
    sock.close()
    line._send_at_once("")


def test_cut_line_costs_nothing_and_is_mended(line: Line) -> None:
    """At its end the line is read now and then, not in a circle, until the next one is there."""
    session = _session(line)
    turns = _end(session)
    client = line._handler.client
    wait_until(lambda: client.session_id() != session.session_id, 20, "no new connection")
    assert turns.turns < FEW  # 100 in a second
    assert not session.is_active()


def test_kit_alone_would_run_in_circles(line: Line) -> None:
    """Control: on the socket as the kit has it the same end is read over and over."""
    session: Any = _session(line)
    session.sock = session.sock._sock
    turns = _end(session)
    wait_until(lambda: turns.turns > 4 * FEW, 20, "the kit has learnt: EndingSocket can go")


@pytest.mark.parametrize("hang_up", ["ours", "theirs"])
def test_end_of_a_socket_is_told(hang_up: str) -> None:
    """Whichever end is closed: nothing more comes in, and nothing is sent in vain."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        sock = EndingSocket(ours)
        theirs.send(b"hej")
        assert sock.recv(9) == b"hej"
        assert sock.send(b"hej") == len(theirs.recv(9))
        (ours if hang_up == "ours" else theirs).close()
        with pytest.raises(TimeoutError):
            sock.recv(9)
        with pytest.raises(ssl.SSLZeroReturnError):
            sock.send(b"hej")


def _attempts(workspace: Workspace, client: SteadyClient, looks: int) -> list[int]:
    """Look after the line so many times; return at which looks it was tried to connect."""
    tried = []
    for look in range(looks):
        before = len(workspace.calls_of(OPEN))
        with suppress(PlatformDown, RateLimited):
            client.connect_to_new_endpoint()
        if len(workspace.calls_of(OPEN)) > before:
            tried.append(look)
    return tried


def _client(workspace: Workspace) -> SteadyClient:
    web_client = make_client(None, workspace.api_url)
    client = SteadyClient(workspace.app_token, logger=quiet_logger(), web_client=web_client)
    client.current_app_monitor_started = True  # nobody looks but the test
    return client


def test_nobody_knocks_all_the_time(workspace: Workspace) -> None:
    """While Slack stays away the attempts grow rarer, but never so rare that a meeting waits."""
    client = _client(workspace)
    workspace.fault("error", method=OPEN, error="internal_error", times=99)
    assert _attempts(workspace, client, 32) == [0, 1, 3, 7, 15, 23, 31]
    with pytest.raises(PlatformDown):
        client.connect_to_new_endpoint(force=True)  # asked for, it is tried at once
    workspace.forget_faults()
    assert len(_attempts(workspace, client, MOST_LEFT_OUT + 1)) == 1
    assert client.is_connected()
    wait_until(lambda: not client._attempts, 10, "it is not forgotten when the line is back")
    client.close()


def test_wait_that_slack_asks_for_is_kept(workspace: Workspace) -> None:
    """Not in a sleep, as the kit's: whoever closes the line, or acknowledges on it, would wait."""
    client = _client(workspace)
    workspace.fault("rate_limit", method=OPEN, retry_after=int(3 * client.ping_interval), times=1)
    assert _attempts(workspace, client, 8) == [0, 4]
    assert client.is_connected()
    client.close()


def test_line_that_never_opens_is_no_line(workspace: Workspace) -> None:
    """Where the call goes through but not the line, which the kit keeps silent about: the same."""
    client = _client(workspace)
    client.proxy = "http://127.0.0.1:1"
    assert _attempts(workspace, client, 16) == [0, 1, 3, 7, 15]
    client.close()


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
