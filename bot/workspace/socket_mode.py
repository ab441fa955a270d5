"""Socket Mode: the app's websockets, the envelopes sent over them and their acknowledgements."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import secrets
import time
import uuid
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.workspace.faults import Faults
from bot.workspace.lines import Lines
from bot.workspace.model import Json

_log = logging.getLogger(__name__)

MAX_CONNECTIONS = 10
_TICKET_SECONDS = 30.0
_GRACE_SECONDS = 10.0
"""How long a connection that was asked to go may stay when no new one takes its place."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an envelope. `reason` is Slack's: `operation_timeout`, `dispatch_failed`."""

    reason: str = ""
    payload: Json = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the app acknowledged in time."""
        return not self.reason


@dataclass(eq=False, slots=True)
class _Connection:
    socket: WebSocket
    leaving: bool = False


class SocketMode:
    """All connections of the app. Envelopes go round them in turn."""

    def __init__(
        self,
        faults: Faults,
        app_id: str,
        ack_seconds: float,
        lines: Lines,
        on_change: Callable[[bool], None],
    ) -> None:
        self._faults = faults
        self._app_id = app_id
        self._ack_seconds = ack_seconds
        self._lines = lines
        self._on_change = on_change
        self._tickets: dict[str, float] = {}
        self._connections: list[_Connection] = []
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._turn = 0
        self._arrival = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def renew(self) -> None:
        """Begin anew on the running event loop: the workspace has started."""
        self._connections = []
        self._waiting = {}
        self._arrival = asyncio.Event()

    @property
    def connected(self) -> bool:
        """Whether any connection takes envelopes."""
        return any(not one.leaving for one in self._connections)

    @property
    def count(self) -> int:
        """The number of open connections."""
        return len(self._connections)

    def new_ticket(self) -> str:
        """A ticket for one connection, good for half a minute."""
        now = time.monotonic()
        self._tickets = {one: end for one, end in self._tickets.items() if end > now}
        ticket = secrets.token_urlsafe(24)
        self._tickets[ticket] = now + _TICKET_SECONDS
        return ticket

    async def serve(self, socket: WebSocket) -> None:
        """Take one connection of the app until it goes away."""
        if self._tickets.pop(socket.query_params.get("ticket", ""), 0.0) < time.monotonic():
            await socket.close(4401)
            return
        await socket.accept()
        if self.count >= MAX_CONNECTIONS:
            await _send(socket, _disconnect_frame("too_many_websockets"))
            await socket.close()
            return
        connection = _Connection(socket)
        await _send(socket, self._hello())
        self._add(connection)
        try:
            while True:
                text = await socket.receive_text()
                self._lines.confirm(socket)
                self._read(text)
        except (WebSocketDisconnect, RuntimeError):
            pass  # the app hung up, or the line was cut
        finally:
            self._remove(connection)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": self.count + 1,
            "debug_info": {
                "host": "applink-workspace",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": self._app_id},
        }

    def _add(self, connection: _Connection) -> None:
        for leaving in self._connections:
            if leaving.leaving:
                self._start(_close_later(leaving.socket, 0.0))
        self._connections.append(connection)
        self._arrival.set()
        self._on_change(self.connected)

    def _remove(self, connection: _Connection) -> None:
        if connection in self._connections:
            self._connections.remove(connection)
        if not self.connected:
            self._arrival.clear()
        self._on_change(self.connected)

    # --- envelopes -------------------------------------------------------------------------

    async def deliver(self, kind: str, payload: Json, *, answer: bool) -> Outcome:
        """Send an envelope and wait for its acknowledgement, at most the ack time in all.

        `answer` tells the app whether it may send a payload back. An ordered `retry` fault makes
        a second delivery of the same payload follow the first; the first one's outcome counts.
        """
        retried = self._faults.take("retry") is not None
        outcome = await self._deliver_once(kind, payload, answer=answer)
        if retried:
            await self._deliver_once(kind, payload, answer=answer, retry=True)
        return outcome

    async def _deliver_once(
        self, kind: str, payload: Json, *, answer: bool, retry: bool = False
    ) -> Outcome:
        envelope = {
            "envelope_id": str(uuid.uuid4()),
            "type": kind,
            "payload": payload,
            "accepts_response_payload": answer,
        }
        if retry or kind == "events_api":
            envelope |= {
                "retry_attempt": 1 if retry else 0,
                "retry_reason": "timeout" if retry else "",
            }
        try:
            async with asyncio.timeout(self._ack_seconds):
                return Outcome(payload=await self._send_and_wait(envelope))
        except TimeoutError:
            return Outcome(reason="operation_timeout" if self.connected else "dispatch_failed")

    async def _send_and_wait(self, envelope: Json) -> Json:
        ack: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = ack
        try:
            while not await self._try_send(envelope):
                await self._arrival.wait()
            return await ack
        finally:
            del self._waiting[envelope["envelope_id"]]

    async def _try_send(self, envelope: Json) -> bool:
        open_ones = [one for one in self._connections if not one.leaving]
        if not open_ones:
            self._arrival.clear()
            return False
        self._turn += 1
        connection = open_ones[self._turn % len(open_ones)]
        if not await _send(connection.socket, envelope):
            connection.leaving = True
            return False
        return True

    def _read(self, text: str) -> None:
        try:
            frame = json.loads(text)
        except ValueError:
            _log.warning("The app sent a frame that is not JSON.")
            return
        envelope_id = frame.get("envelope_id") if isinstance(frame, dict) else None
        ack = self._waiting.get(envelope_id or "")
        if ack is None or ack.done() or self._faults.take("lose_ack"):
            return
        payload = frame.get("payload")
        ack.set_result(payload if isinstance(payload, dict) else {})

    # --- going away ------------------------------------------------------------------------

    async def disconnect(self, reason: str) -> None:
        """Ask the app to connect anew, as Slack does, or cut the lines (`cut`)."""
        for connection in list(self._connections):
            connection.leaving = True
            if reason == "cut":
                self._lines.cut(connection.socket)
            else:
                await _send(connection.socket, _disconnect_frame(reason))
                grace = 0.0 if reason == "link_disabled" else _GRACE_SECONDS
                self._start(_close_later(connection.socket, grace))
        if not self.connected:
            self._arrival.clear()
        self._on_change(self.connected)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Hang up on the app: the workspace stops."""
        for task in list(self._tasks):
            task.cancel()
        for connection in list(self._connections):
            await _close_later(connection.socket, 0.0)


async def _close_later(socket: WebSocket, seconds: float) -> None:
    await asyncio.sleep(seconds)
    with contextlib.suppress(RuntimeError, WebSocketDisconnect):
        await socket.close()


async def _send(socket: WebSocket, frame: Json) -> bool:
    try:
        await socket.send_text(json.dumps(frame, ensure_ascii=False))
    except (RuntimeError, WebSocketDisconnect):
        return False
    return True


def _disconnect_frame(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-workspace"}}
