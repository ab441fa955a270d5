"""The Slack-compatible end that the bot under measurement is connected to.

It answers the few Web API calls that the bot makes and speaks Socket Mode, and nothing more: no
checks, no pages, no state of messages. The embedded workspace does all of that, in the same
language as the bot, and would be measured as much as the bot is.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from benchmarks.people import BOT_ID, BOT_USER, MANAGER, TENANT, Size

Json = dict[str, Any]

ACK_SECONDS = 3.0
"""Slack shows a failure to the person when there is no acknowledgement after this time."""

START_SECONDS = 60.0


@dataclass(frozen=True)
class Ack:
    """What came back for an envelope: after how many seconds, and with what."""

    seconds: float
    payload: Json


@dataclass
class Gate:
    """Slack's end of the line, on loopback. A line is known by the app token that asked for it."""

    size: Size
    url: str = ""
    views: dict[str, Json] = field(default_factory=dict)
    """The last form that was opened with each trigger."""
    posts: int = 0
    """How many messages have been posted."""
    _lines: dict[str, WebSocket] = field(default_factory=dict)
    _waiting: dict[str, asyncio.Future[tuple[float, Json]]] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def ask(self, line: str, kind: str, payload: str) -> Ack:
        """Send an envelope with the payload (JSON) and wait for its acknowledgement.

        Raises TimeoutError when there is none in the time that Slack gives.
        """
        id = f"envelope-{next(self._numbers)}"
        ack = asyncio.get_running_loop().create_future()
        self._waiting[id] = ack
        try:
            begun = time.perf_counter()
            await self._lines[line].send_text(
                f'{{"envelope_id":"{id}","type":"{kind}",'
                f'"accepts_response_payload":true,"payload":{payload}}}'
            )
            async with asyncio.timeout(ACK_SECONDS):
                ended, answer = await ack
        finally:
            del self._waiting[id]
        return Ack(ended - begun, answer)

    async def until(self, check: Callable[[], bool]) -> None:
        """Wait until the check is true. Raises TimeoutError after a minute."""
        async with asyncio.timeout(START_SECONDS), self._changed:
            await self._changed.wait_for(check)

    def connected(self, *lines: str) -> bool:
        """Whether all these lines are there."""
        return self._lines.keys() >= set(lines)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen on a free port of loopback."""
        listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        server = uvicorn.Server(_config(self._app()))
        task = asyncio.create_task(server.serve([listener]))
        try:
            yield
        finally:
            server.should_exit = True
            await task

    def _app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/api/{method}", self._api, methods=["GET", "POST"]),
                WebSocketRoute("/line/{token}", self._line),
            ]
        )

    async def _line(self, line: WebSocket) -> None:
        token = line.path_params["token"]
        await line.accept()
        await line.send_text('{"type":"hello","num_connections":1}')
        self._lines[token] = line
        await self._tell()
        try:
            while True:
                self._acknowledged(await line.receive_text())
        except WebSocketDisconnect:
            del self._lines[token]

    def _acknowledged(self, text: str) -> None:
        now = time.perf_counter()
        frame = json.loads(text)
        waiting = self._waiting.get(frame["envelope_id"])
        if waiting is not None and not waiting.done():
            waiting.set_result((now, frame.get("payload") or {}))

    async def _api(self, request: Request) -> JSONResponse:
        arguments = _arguments(request, (await request.body()).decode())
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        answer = self._answer(request.path_params["method"], arguments, token)
        await self._tell()
        return JSONResponse({"ok": True, **answer})

    def _answer(self, method: str, arguments: Json, token: str) -> Json:
        """Return what Slack would, as far as the bot looks at it."""
        answers: dict[str, Callable[[], Json]] = {
            "auth.test": lambda: {"team_id": TENANT, "user_id": BOT_USER, "bot_id": BOT_ID},
            "apps.connections.open": lambda: {
                "url": f"{self.url.replace('http', 'ws', 1)}/line/{token}"
            },
            "users.info": lambda: {"user": {"id": arguments["user"], "name": arguments["user"]}},
            "users.list": lambda: {"members": [{"id": user, "name": user} for user in self._all()]},
            "conversations.info": lambda: {"channel": {"name": arguments["channel"].lower()}},
            "conversations.members": lambda: {"members": self._all(arguments["channel"])},
            "views.open": lambda: self._open_view(arguments),
            "chat.postMessage": lambda: self._post(arguments),
        }
        return answers[method]() if method in answers else {}

    def _all(self, channel: str = "") -> list[str]:
        """Return everybody in the channel, or in the workspace."""
        seats = self.size.seats()
        return [MANAGER, BOT_USER, *(user for place, user in seats if channel in ("", place))]

    def _open_view(self, arguments: Json) -> Json:
        self.views[arguments["trigger_id"]] = arguments["view"]
        return {"view": {"id": "V0BENCH"}}

    def _post(self, arguments: Json) -> Json:
        self.posts += 1
        return {"channel": arguments["channel"], "ts": f"{1_700_000_000 + self.posts}.0001"}

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


def _arguments(request: Request, body: str) -> Json:
    """Return the arguments, from wherever the kit has put them."""
    if request.headers.get("content-type", "").startswith("application/json"):
        given: Json = json.loads(body or "{}")
        return given | dict(request.query_params)
    return dict(parse_qsl(body)) | dict(request.query_params)


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=1,
    )
