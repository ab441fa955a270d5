"""The kit's Socket Mode client, mended where a bad network would wear a processor out."""

from __future__ import annotations

import socket
from ssl import SSLSocket, SSLZeroReturnError
from typing import Any, Final, cast

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import ConnectionState

MOST_LEFT_OUT: Final = 7
"""So many looks after the line pass at most, while the network stays away, between two attempts."""


class SteadyClient(SocketModeClient):
    """Hears the end of the line at once, and does not knock at every look while nobody answers."""

    _listened: ConnectionState | None = None

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

    def close(self) -> None:
        """Close, and end the listening thread, whichever state it looks at.

        It may have begun with the state that `connect` was about to replace, and would never see
        that the present one says that it is over.
        """
        if self._listened is not None:
            self._listened.terminated = True
        super().close()

    def _run_current_session(self) -> None:
        self._listened = self.current_session_state
        super()._run_current_session()  # type: ignore[no-untyped-call]  # the kit leaves it so

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
