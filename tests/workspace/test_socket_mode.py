"""Socket Mode on the wire, and with Slack's own client."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from queue import Queue
from threading import Thread

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.workspace import Workspace
from bot.workspace.person import Person, Result
from bot.workspace.polling import wait_until
from tests.kit import DROPS_SOCKETS
from tests.workspace.small_app import CHANNEL, Json, SmallApp

pytestmark = DROPS_SOCKETS


def address(workspace: Workspace) -> str:
    """A websocket address from `apps.connections.open`."""
    client = WebClient(workspace.app_token, base_url=workspace.api_url)
    return str(client.apps_connections_open(app_token=workspace.app_token)["url"])


@contextmanager
def bare_socket(workspace: Workspace) -> Iterator[ClientConnection]:
    """A connection that has had its hello."""
    with connect(address(workspace)) as socket:
        assert receive(socket)["type"] == "hello"
        workspace.wait_for_app()
        yield socket


def receive(socket: ClientConnection) -> Json:
    """The next frame."""
    frame: Json = json.loads(socket.recv(timeout=5))
    return frame


def beside(work: Thread) -> Thread:
    """Start a thread."""
    work.start()
    return work


def test_a_connection_is_greeted(workspace: Workspace) -> None:
    """With the number of connections and what Slack tells about itself."""
    with connect(address(workspace)) as first, connect(address(workspace)) as second:
        hello, again = receive(first), receive(second)
    assert (hello["num_connections"], again["num_connections"]) == (1, 2)
    assert hello["connection_info"] == {"app_id": "A0APTBOT"}
    assert hello["debug_info"]["approximate_connection_time"] > 0


def test_a_ticket_is_good_for_one_connection(workspace: Workspace) -> None:
    """A used or made-up one is refused."""
    url = address(workspace)
    with connect(url) as socket:
        receive(socket)
    for wrong in (url, url.replace("ticket=", "ticket=x"), url.partition("?")[0]):
        with pytest.raises(Exception, match=r"403|4401"), connect(wrong) as socket:
            receive(socket)


def test_an_envelope_waits_for_its_acknowledgement(workspace: Workspace, karin: Person) -> None:
    """Type, id, payload and whether an answer is accepted; the ack's payload reaches the person."""
    with bare_socket(workspace) as socket:
        results: Queue[Result] = Queue()
        work = beside(Thread(target=lambda: results.put(karin.command(CHANNEL, "/apt"))))
        envelope = receive(socket)
        assert envelope["type"] == "slash_commands"
        assert envelope["accepts_response_payload"] is True
        assert envelope["payload"]["command"] == "/apt"
        # Calls of the app are answered while the envelope waits.
        assert httpx.post(workspace.api_url + "api.test").json()["ok"]
        socket.send("no json")
        socket.send(json.dumps({"envelope_id": "another"}))
        ack = {"envelope_id": envelope["envelope_id"], "payload": {"text": "Klart"}}
        socket.send(json.dumps(ack))
        work.join(5)
        assert results.get(timeout=1).ok
    assert karin.message(CHANNEL, "Klart")["ephemeral"]


def test_pings_are_answered_and_sent(workspace: Workspace) -> None:
    """The client's ping gets its pong; the server pings too (uvicorn's own setting)."""
    with bare_socket(workspace) as socket:
        assert socket.ping("sdk-ping-pong").wait(5)


def test_envelopes_go_round_the_connections(workspace: Workspace, karin: Person) -> None:
    """Any one of them gets an event, each in its turn."""
    with bare_socket(workspace) as first, bare_socket(workspace) as second:
        turns = []
        for _ in range(4):
            work = beside(Thread(target=karin.command, args=(CHANNEL, "/apt")))
            turns.append(_answer_any(first, second))
            work.join(5)
    assert turns in ([0, 1, 0, 1], [1, 0, 1, 0])


def _answer_any(*sockets: ClientConnection) -> int:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        for place, socket in enumerate(sockets):
            try:
                frame = json.loads(socket.recv(timeout=0.02))
            except TimeoutError:
                continue
            socket.send(json.dumps({"envelope_id": frame["envelope_id"]}))
            return place
    raise TimeoutError("no envelope comes")


def test_an_eleventh_connection_is_sent_away(workspace: Workspace) -> None:
    """Slack allows ten."""
    with ExitStack() as ten:
        for _ in range(10):
            ten.enter_context(bare_socket(workspace))
        with connect(address(workspace)) as eleventh:
            assert receive(eleventh)["reason"] == "too_many_websockets"


@pytest.mark.parametrize("reason", ["refresh_requested", "warning", "link_disabled"])
def test_a_connection_is_asked_to_go(workspace: Workspace, reason: str) -> None:
    """By Slack's frame; a disabled link is closed at once."""
    with bare_socket(workspace) as socket:
        workspace.fault("disconnect", reason=reason)
        frame = receive(socket)
        assert (frame["type"], frame["reason"]) == ("disconnect", reason)
        if reason == "link_disabled":
            with pytest.raises(ConnectionClosed):
                receive(socket)


def test_a_cut_line_ends_without_a_word(workspace: Workspace) -> None:
    """No frame, no close."""
    with bare_socket(workspace) as socket:
        workspace.fault("disconnect", reason="cut")
        with pytest.raises((ConnectionClosed, OSError)):
            receive(socket)
        assert workspace.connections == 0 or wait_until(lambda: workspace.connections == 0, 5, "")


def test_slacks_client_reconnects_after_a_refresh_and_loses_nothing(
    workspace: Workspace, app: SmallApp, karin: Person
) -> None:
    """A command in the middle waits for the new connection."""
    before = app.handler.client.session_id()
    workspace.fault("disconnect", reason="refresh_requested")
    assert karin.command(CHANNEL, "/apt").ok
    assert app.handler.client.session_id() != before


def test_slacks_client_comes_back_after_the_workspace_was_away(
    workspace: Workspace, app: SmallApp, karin: Person
) -> None:
    """Stopped and started again on the same port, with everything that was said."""
    karin.say(CHANNEL, "Före")
    port = workspace.port
    workspace.stop()
    workspace.start()
    assert workspace.port == port
    client: SocketModeClient = app.handler.client
    client.connect_to_new_endpoint(force=True)
    workspace.wait_for_app()
    assert workspace.person("U0KARIN").command(CHANNEL, "/apt").ok
    assert "Före" in workspace.person("U0KARIN").text(CHANNEL)
