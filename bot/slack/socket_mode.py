"""The kit's Socket Mode client, mended where it would wear a processor out or never end."""

from __future__ import annotations

import logging
import socket
import time
from contextlib import suppress
from math import ceil
from ssl import SSLSocket, SSLZeroReturnError
from typing import Any, Final, cast

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import Connection, ConnectionState

from bot.errors import RateLimited, origin
from bot.slack.errors import translated

MOST_LEFT_OUT: Final = 7
"""So many looks after the line pass at most, while the network stays away, between two attempts."""

log = logging.getLogger(__name__)


class SteadyClient(SocketModeClient):
    """Hears the end of the line at once, does not knock at every look, and ends when it is told."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (as the kit's own)
        """Prepare the client; what can be set is the kit's."""
        super().__init__(*args, **kwargs)
        self._attempts = self._left_out = 0
        self.on_message_listeners.append(self._answered)

    def issue_new_wss_url(self) -> str:
        """Ask where to connect. Raises PlatformError, PlatformDown, RateLimited.

        The kit sleeps for as long as Slack says, with what an ack may wait for in its hands, and
        can't be told to stop. Here the looks meanwhile are left out.
        """
        try:
            with translated():
                return str(self.web_client.apps_connections_open(app_token=self.app_token)["url"])
        except RateLimited as limit:
            self._left_out = max(self._left_out, ceil(limit.retry_after / self.ping_interval))
            raise

    def connect(self) -> None:
        """Connect to the endpoint that was issued."""
        super().connect()
        session = self.current_session
        if session is None:
            return
        with session.sock_send_lock:  # else another thread may hang up between the look and the set
            if session.sock is not None:
                session.sock = cast(SSLSocket, EndingSocket(session.sock))
        # The kit counts from the first answer to a ping: without one it would wait for ever.
        began = time.time()  # noqa: TID251 - the clock that the kit compares it with
        session.last_ping_pong_time = session.last_ping_pong_time or began

    def disconnect(self) -> None:
        """Hang up; the kit's fails when its listening thread does so at the same moment."""
        with suppress(AttributeError):
            super().disconnect()

    def close(self) -> None:
        """Take no more requests; finish and acknowledge those under way; then hang up."""
        self.auto_reconnect_enabled = False
        self.closed = True  # the processor's thread looks at it, and would never end
        self.message_queue.put(None)  # wakes that thread, which waits for a second at a time
        self.message_processor.shutdown()  # type: ignore[no-untyped-call]  # the kit leaves it so
        self.message_workers.shutdown(wait=True)
        self._wake_listening()
        super().close()
        self.disconnect()  # from a line that was being mended until now, when no thread is left

    def _wake_listening(self) -> None:
        """Wake the thread that listens; closing the socket alone would let it wait for seconds."""
        sock = self.current_session.sock if self.current_session else None
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _run_current_session(self) -> None:
        """Listen; the kit's own would not end if the client is closed while it begins."""
        session = self.current_session
        if session is None or not session.is_active():
            return
        try:
            session.run_until_completion(Listening(self, session))
        except Exception as problem:  # noqa: BLE001 - without this thread no line is ever heard again
            log.error("listening failed: %s", origin(problem))

    def connect_to_new_endpoint(self, force: bool = False) -> None:
        """Connect unless connected; at every look after the line, then every 2nd, 4th, 8th.

        With `force` it is tried now, also when connected. Raises what `issue_new_wss_url` does.
        """
        if not force and self._left_out:
            self._left_out -= 1
            return
        self._left_out = min(2**self._attempts - 1, MOST_LEFT_OUT)
        self._attempts += 1
        super().connect_to_new_endpoint(force)

    def _answered(self, _: str) -> None:
        """Begin to count anew: only a line on which something comes in is one."""
        self._attempts = self._left_out = 0


class Listening(ConnectionState):
    """Whether listening on a connection is over: when it says so, or is not the client's any more.

    The kit keeps that in an object which it replaces on every connection, so that a thread may
    begin with one that nobody will ever mark, and go on for ever. So it is derived here.
    """

    def __init__(self, client: SocketModeClient, session: Connection) -> None:
        """Listen for the client on this connection."""
        self._client, self._session = client, session
        self._over = False

    @property
    def terminated(self) -> bool:
        """Whether it is over."""
        return (
            self._over or self._client.closed or self._client.current_session is not self._session
        )

    @terminated.setter
    def terminated(self, over: bool) -> None:
        self._over = over


class EndingSocket:
    """A socket that tells the kit when the other end is gone.

    The kit takes nothing for "nothing yet" and reads again at once, until five of its pings in a
    row could not be sent: 10 s of a whole processor. Told "nothing in time" it rests between two
    looks; told at its next ping that the line is closed, it hangs up and connects anew.
    """

    def __init__(self, sock: socket.socket) -> None:
        """Stand in for this socket."""
        self._sock = sock
        self._ended = False

    def recv(self, size: int) -> bytes:
        """Return what has come in. Raises TimeoutError when nothing has or will, OSError."""
        received = self._sock.recv(size) if self._sock.fileno() >= 0 else b""
        if not received:
            self._ended = True
            raise TimeoutError
        return received

    def send(self, data: bytes) -> int:
        """Send, and return how much was. Raises SSLZeroReturnError after the end, OSError."""
        if self._ended:
            raise SSLZeroReturnError
        return self._sock.send(data)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (all else is the socket's)
        return getattr(self._sock, name)


class SteadyHandler(SocketModeHandler):
    """Bolt's handler on a client that is given; its own would make the kit's."""

    def __init__(self, app: App, client: SteadyClient) -> None:
        """Have the app answer what comes in to the client."""
        self.app = app
        self.client = client
        client.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type]  # as Bolt
