"""The open pages: each listens on a websocket and is told of what its person may see."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterable

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.workspace.model import Json

_MOST_WAITING = 5000
"""A page that has fallen this many events behind is let go; it connects and reads all anew."""


class LivePages:
    """All open pages by person."""

    def __init__(self) -> None:
        self._queues: dict[str, set[asyncio.Queue[Json | None]]] = {}

    async def serve(self, socket: WebSocket, user: str, greeting: Json) -> None:
        """Speak to one page until it goes away."""
        await socket.accept()
        queue: asyncio.Queue[Json | None] = asyncio.Queue(_MOST_WAITING)
        queue.put_nowait(greeting)
        self._queues.setdefault(user, set()).add(queue)
        writer = asyncio.create_task(_write(socket, queue))
        try:
            while True:
                await socket.receive_text()
        except (WebSocketDisconnect, RuntimeError):
            pass  # the page was closed, which is how every page ends
        finally:
            self._queues[user].discard(queue)
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer

    def send(self, readers: Iterable[str], event: Callable[[str], Json]) -> None:
        """Tell the open pages of these people; the event is made for each reader."""
        if not any(self._queues.values()):
            return
        for user in readers:
            for queue in self._queues.get(user, ()):
                _put(queue, event(user))

    def send_to_all(self, event: Json) -> None:
        """Tell every open page."""
        self.send(list(self._queues), lambda _: event)

    def close(self) -> None:
        """Let all pages go."""
        for queues in self._queues.values():
            for queue in queues:
                _put(queue, None)


def _put(queue: asyncio.Queue[Json | None], event: Json | None) -> None:
    if queue.full():
        queue.get_nowait()
        event = None
    queue.put_nowait(event)


async def _write(socket: WebSocket, queue: asyncio.Queue[Json | None]) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        while (event := await queue.get()) is not None:
            await socket.send_text(json.dumps(event, ensure_ascii=False))
        await socket.close(1001)
