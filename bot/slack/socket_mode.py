"""The kit's Socket Mode client, mended where a bad network would wear a processor out."""

from __future__ import annotations

import socket
from ssl import SSLSocket, SSLZeroReturnError
from typing import Any, Final, cast

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import Connection, ConnectionState

MOST_LEFT_OUT: Final = 7
"""So many looks after the line pass at most, while the network stays away, between two attempts."""


class SteadyClient(SocketModeClient):
    """Hears the end of the line at once, and does not knock at every look while nobody answers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (as the kit's own)
        """Prepare the client; what can be set is the kit's."""
        super().__init__(*args, **kwargs)
        self._attempts = self._left_out = 0
        self.on_message_listeners.append(self._answered)

    def connect(self) -> None:
        """Connect to the endpoint that was issued."""
        super().connect()
        session = self.current_session
        if session is not None and session.sock is not None:
            session.sock = cast(SSLSocket, EndingSocket(session.sock))

    def _run_current_session(self) -> None:
        """Listen; the kit's own would not end if the client is closed while it begins."""
        session = self.current_session
        if session is not None and session.is_active():
            session.run_until_completion(Listening(self, session))

    def connect_to_new_endpoint(self, force: bool = False) -> None:
        """Connect unless connected; at every look after the line, then every 2nd, 4th, 8th.

        With `force` it is tried now, also when connected. Raises SlackApiError, OSError.
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
