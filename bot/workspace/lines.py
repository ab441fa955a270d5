"""The open network lines: cut without a word, as a bad network does, or kept from dawdling."""

from __future__ import annotations

import asyncio
import socket

from starlette.requests import HTTPConnection
from uvicorn.protocols.http.h11_impl import H11Protocol

Address = tuple[str, int]

_QUICK: int | None = getattr(socket, "TCP_QUICKACK", None)


class Lines:
    """The transports of all open connections, by the address of their other end."""

    def __init__(self) -> None:
        self._open: dict[Address, asyncio.Transport] = {}

    def protocol(self) -> type[H11Protocol]:
        """A class for uvicorn's `http` setting whose connections are known here."""
        lines = self

        class KnownLine(H11Protocol):
            """uvicorn's own protocol, remembered while it is open."""

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn declares it
                super().connection_made(transport)
                lines.add(transport)

            def connection_lost(self, exc: Exception | None) -> None:
                super().connection_lost(exc)
                lines.drop(self.transport)

        return KnownLine

    def add(self, transport: asyncio.Transport) -> None:
        """Remember a connection."""
        self._open[_address(transport.get_extra_info("peername"))] = transport

    def drop(self, transport: asyncio.Transport) -> None:
        """Forget a connection that is closed."""
        address = transport.get_extra_info("peername")
        if address is not None:
            self._open.pop(_address(address), None)

    def forget(self, connection: HTTPConnection) -> None:
        """Forget the line of a websocket, which uvicorn takes over from the HTTP protocol."""
        if connection.client is not None:
            self._open.pop(_address(connection.client), None)

    def cut(self, connection: HTTPConnection) -> None:
        """Cut the line at once: the other end sees a reset or an early end."""
        client = connection.client
        transport = self._open.pop(_address(client), None) if client is not None else None
        if transport is not None:
            transport.abort()

    def confirm(self, connection: HTTPConnection) -> None:
        """Confirm what has come over this line at once, where the system can (Linux).

        Slack's client sends its small acknowledgements by Nagle's algorithm: each waits until
        the one before is confirmed, which a quiet receiver puts off by 40 ms.
        """
        transport = self._open.get(_address(connection.client)) if connection.client else None
        line = transport.get_extra_info("socket") if transport is not None else None
        if line is not None and _QUICK is not None:
            line.setsockopt(socket.IPPROTO_TCP, _QUICK, 1)


def _address(pair: tuple[str, int] | tuple[str, int, int, int]) -> Address:
    return pair[0], pair[1]
