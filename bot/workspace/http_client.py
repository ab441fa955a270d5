"""A tiny JSON client on the standard library, with one kept connection for each thread."""

from __future__ import annotations

import http.client
import json
import selectors
import socket
import threading
from urllib.parse import urlencode

from bot.workspace.errors import WorkspaceError
from bot.workspace.model import Json

_TIMEOUT = 60.0


class HttpClient:
    """Speaks to one workspace. Safe to use from many threads."""

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._local = threading.local()
        self._all: list[http.client.HTTPConnection] = []

    def get(self, path: str, **query: str) -> Json:
        """A JSON answer to a GET."""
        return self._ask("GET", f"{path}?{urlencode(query)}", None)

    def post(self, path: str, body: Json) -> Json:
        """A JSON answer to a POST."""
        return self._ask("POST", path, json.dumps(body).encode())

    def _ask(self, method: str, path: str, body: bytes | None) -> Json:
        connection = self._connection()
        headers = {"Content-Type": "application/json"}
        try:
            connection.request(method, path, body, headers)
            answer = json.loads(connection.getresponse().read())
        except (http.client.HTTPException, OSError):
            connection.close()
            raise
        if not isinstance(answer, dict):
            raise WorkspaceError(f"{path} gave something that is not an object.")
        return answer

    def _connection(self) -> http.client.HTTPConnection:
        known: http.client.HTTPConnection | None = getattr(self._local, "connection", None)
        if known is None:
            known = _QuickConnection(self._host, self._port, timeout=_TIMEOUT)
            self._local.connection = known
            self._all.append(known)
        elif known.sock is not None and _left(known.sock):
            known.close()  # the next request opens it anew
        return known

    def close(self) -> None:
        """Close every kept connection; the next call opens a new one."""
        for connection in self._all:
            connection.close()


def _left(sock: socket.socket) -> bool:
    """Whether the server has closed an idle connection: there is nothing else to be read on it."""
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_READ)
        return bool(selector.select(0))


class _QuickConnection(http.client.HTTPConnection):
    """A connection that sends small requests at once (no Nagle delay)."""

    def connect(self) -> None:
        super().connect()
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
