"""The server of the pages, in a thread of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Final

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

BACKLOG: Final = 128
MOST_CONNECTIONS: Final = 100
MOST_HEADER_BYTES: Final = 16 * 1024
KEEP_ALIVE_SECONDS: Final = 10
STOP_SECONDS: Final = 10.0


def listen(host: str, port: int, *, shared: bool = False) -> socket.socket:
    """Return a socket that listens on the port, on a free one for 0. Raises OSError.

    With `shared` several processes may listen on it, and the system spreads what comes in.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


class WebServer:
    """Serves an application on a socket that listens. It can be started once."""

    def __init__(self, app: ASGIApp, listener: socket.socket) -> None:
        """Take the socket; it is closed by `stop`."""
        self._listener = listener
        self._server = uvicorn.Server(_config(app))
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="web", daemon=True
        )

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._listener.getsockname()[1])

    def start(self) -> None:
        """Serve; whoever has come before is waiting in line."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is under way and stop listening."""
        self._server.should_exit = True
        if self._thread.ident is not None:
            self._thread.join(STOP_SECONDS)
        self._listener.close()


class UnloggedProtocol(H11Protocol):
    """uvicorn's own protocol, which never writes what was asked for: addresses are secrets.

    Its setting `access_log` is not enough: whoever adds a handler to its logger turns it on again.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn declares it
        """Serve a connection."""
        self.access_log = False
        super().connection_made(transport)


def _config(app: ASGIApp) -> uvicorn.Config:
    """Return the server's settings."""
    return uvicorn.Config(
        app,
        http=UnloggedProtocol,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        h11_max_incomplete_event_size=MOST_HEADER_BYTES,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=1,
    )
