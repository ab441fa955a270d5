"""The line to Slack ends when it is told to, whatever it is at, and leaves nothing open."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import closing as closing_at_end
from typing import Any

import pytest
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.builtin import client as kit
from slack_sdk.socket_mode.builtin.connection import Connection, ConnectionState
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from websockets.http11 import Request
from websockets.server import ServerProtocol

from bot.slack.client import make_client, quiet_logger
from bot.slack.socket_mode import EndingSocket, SteadyClient
from bot.workspace import Lifetimes, Workspace
from bot.workspace.person import Result
from bot.workspace.polling import wait_until
from tests.kit import DROPS_SOCKETS

pytestmark = DROPS_SOCKETS

PATIENCE = 10
OPEN = "apps.connections.open"
AN_HOUR = 3600


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Return a workspace that is running."""
    with Workspace(lifetimes=Lifetimes(ack=PATIENCE)) as workspace:
        yield workspace


class Held:
    """Comes in where somebody is let in only when the test says so."""

    def __init__(self) -> None:
        self.inside, self.go_on = threading.Event(), threading.Event()

    def __call__(self) -> None:
        """Wait to be let go on."""
        self.inside.set()
        assert self.go_on.wait(PATIENCE), "nobody lets it go on"


def connected(workspace: Workspace, client: SocketModeClient) -> None:
    """Connect, and wait until the client's thread listens."""
    heard = threading.Event()
    client.on_message_listeners.append(lambda _: heard.set())
    client.connect_to_new_endpoint(force=True)
    assert heard.wait(PATIENCE)  # the greeting
    workspace.wait_for_app(PATIENCE)


def made(
    workspace: Workspace, kind: type[SocketModeClient] = SteadyClient, ping: float = 0.05
) -> Any:  # noqa: ANN401 - of the kind
    """Return a client that is not connected yet, and is looked after all the time."""
    return kind(
        workspace.app_token,
        logger=quiet_logger(),
        web_client=make_client(None, workspace.api_url),
        ping_interval=ping,
    )


def closing(client: SocketModeClient) -> threading.Thread:
    """Begin to close the client."""
    thread = threading.Thread(target=client.close, daemon=True)
    thread.start()
    return thread


# --- the listening thread --------------------------------------------------------------------


def _close_amid_a_change(client: SocketModeClient) -> threading.Thread:
    """Close when the thread listens with a state that `connect` has replaced since it began."""
    state = client.current_session_state
    wait_until(lambda: client.is_connected() and not state.terminated, 5, "it does not listen")
    listening = client.current_session_runner.thread
    client.current_session_state = ConnectionState()  # type: ignore[no-untyped-call]  # the kit's
    closing(client)
    wait_until(lambda: client.closed and not client.is_connected(), 5, "it is not closed")
    listening.join(2)
    return listening


def test_closing_ends_the_listening_thread(workspace: Workspace) -> None:
    """Also one that began to listen in the middle of `connect`: the bot stops when it is told."""
    client = made(workspace)
    connected(workspace, client)
    assert not _close_amid_a_change(client).is_alive()


def test_kit_alone_would_listen_for_ever(workspace: Workspace) -> None:
    """Control: the kit's thread goes on, and closing waits for it."""
    client = made(workspace, SocketModeClient, ping=5)
    connected(workspace, client)
    replaced = client.current_session_state
    assert _close_amid_a_change(client).is_alive(), "the kit has learnt: Listening can go"
    replaced.terminated = True


class Broken(EndingSocket):
    """A socket on which an error comes in."""

    def recv(self, size: int) -> bytes:
        """Fail."""
        raise ConnectionResetError


def test_listening_goes_on_after_an_error_in_it(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    """There is one thread for all lines: were it gone, the next would be there and not heard."""
    client = made(workspace)
    connected(workspace, client)
    first = client.current_session

    def fail(_: Exception) -> None:
        raise RuntimeError("what an error is told to fails, too")

    client.on_error_listeners.append(fail)
    with caplog.at_level(logging.ERROR):
        first.sock = Broken(first.sock._sock)
        wait_until(lambda: "listening failed" in caplog.text, PATIENCE, "it is not logged")
    client.on_error_listeners.clear()
    first.disconnect()
    heard = threading.Event()
    client.on_message_listeners.append(lambda _: heard.set())
    assert heard.wait(PATIENCE), "the next line is not heard"
    client.close()


# --- closing while the line is mended --------------------------------------------------------


@pytest.mark.parametrize("kind", [SteadyClient, SocketModeClient])
def test_line_mended_during_the_close_is_hung_up(
    workspace: Workspace, kind: type[SocketModeClient]
) -> None:
    """Else requests would go to a client that nobody listens to. Control: with the kit they do."""
    client = made(workspace, kind)
    connected(workspace, client)
    held, ask = Held(), client.issue_new_wss_url

    def ask_when_let() -> str:
        held()
        return str(ask())

    client.issue_new_wss_url = ask_when_let
    client.current_session.disconnect()
    assert held.inside.wait(PATIENCE), "nobody mends the line"
    thread = closing(client)
    # After the listening thread the one that mends is waited for.
    wait_until(lambda: client.current_session_runner.thread is None, PATIENCE, "it does not close")
    held.go_on.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert client.is_connected() is (kind is SocketModeClient)
    client.disconnect()
    wait_until(lambda: workspace.connections == 0, PATIENCE, "the line is still open")


def test_close_waits_for_no_hour(workspace: Workspace) -> None:
    """Slack may ask for any wait before the next attempt: the bot stops without it."""
    client = made(workspace)
    connected(workspace, client)
    workspace.forget_calls()
    workspace.fault("rate_limit", method=OPEN, retry_after=AN_HOUR, times=9)
    client.current_session.disconnect()
    wait_until(lambda: workspace.calls_of(OPEN), PATIENCE, "nobody mends the line")
    thread = closing(client)
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_request_under_way_is_acknowledged(workspace: Workspace) -> None:
    """The close waits for it, also when the line is renewed meanwhile."""
    client, held = made(workspace, ping=5), Held()

    def acknowledge(client: Any, request: SocketModeRequest) -> None:  # noqa: ANN401 - the kit's
        held()
        client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))

    client.socket_mode_request_listeners.append(acknowledge)
    connected(workspace, client)
    results: list[Result] = []
    karin = workspace.person("U0KARIN")
    asking = threading.Thread(
        target=lambda: results.append(karin.command("C0SOLROSEN", "/apt")), daemon=True
    )
    asking.start()
    assert held.inside.wait(PATIENCE)
    first = client.session_id()
    workspace.fault("disconnect", reason="refresh_requested")
    wait_until(lambda: client.session_id() != first, PATIENCE, "the line is not renewed")
    thread = closing(client)
    wait_until(lambda: client.message_workers._shutdown, PATIENCE, "it does not close")
    held.go_on.set()
    for each in (thread, asking):
        each.join(PATIENCE)
        assert not each.is_alive()
    assert [result.ok for result in results] == [True]


# --- a line that is silent -------------------------------------------------------------------


class Mute:
    """A server that opens a line and never says a word on it."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lines: list[socket.socket] = []
        self.url = f"ws://127.0.0.1:{self._listener.getsockname()[1]}/"

    def serve(self) -> None:
        """Open one line."""
        self._listener.settimeout(PATIENCE)
        line, _ = self._listener.accept()
        self._lines.append(line)
        asked = ServerProtocol()
        while not (requests := asked.events_received()):
            asked.receive_data(line.recv(4096))
        (request,) = requests
        assert isinstance(request, Request)
        asked.send_response(asked.accept(request))
        line.sendall(b"".join(asked.data_to_send()))

    def close(self) -> None:
        """Hang up."""
        for each in (self._listener, *self._lines):
            each.close()


def test_line_on_which_nothing_ever_comes_is_hung_up(workspace: Workspace) -> None:
    """As one that falls silent later: the kit looks only after its first answer."""
    with closing_at_end(Mute()) as mute:
        client = made(workspace)
        threading.Thread(target=mute.serve, daemon=True).start()
        client.wss_uri = mute.url
        client.connect()
        deaf = client.current_session
        assert deaf.is_active()
        wait_until(lambda: not deaf.is_active(), PATIENCE, "the line is taken for one that works")
        workspace.wait_for_app(PATIENCE)
        client.close()


# --- hanging up while a line begins ----------------------------------------------------------


class HangingUp(Connection):
    """Is hung up by another thread as soon as, and whenever, nothing keeps that from happening."""

    connecting: int | None = None

    @property
    def sock(self) -> Any:  # noqa: ANN401 - the kit's socket or ours
        """The socket; when the thread that has connected looks at it, another closes it."""
        seen = self._sock
        if threading.get_ident() == self.connecting and not self.sock_send_lock.locked():
            self.connecting = None
            self.disconnect()
        return seen

    @sock.setter
    def sock(self, sock: Any) -> None:  # noqa: ANN401 - as above
        self._sock = sock

    def connect(self) -> None:
        """Connect; from now on it may be hung up."""
        super().connect()
        self.connecting = threading.get_ident()


def test_line_hung_up_at_its_begin_is_no_line(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line without a socket would be taken for one that is there, and never be mended."""
    monkeypatch.setattr(kit, "Connection", HangingUp)
    client = made(workspace)
    client.current_app_monitor_started = True  # nobody looks but the test
    client.connect_to_new_endpoint(force=True)
    client.current_session.connecting = None
    sock = client.current_session.sock
    assert sock is None or sock.fileno() >= 0
    client.close()
