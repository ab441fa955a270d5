"""The web application: every address of the workspace, wired to what answers it."""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from bot.workspace.api_endpoint import ApiEndpoint
from bot.workspace.client_api import ClientApi
from bot.workspace.lines import Lines
from bot.workspace.model import StoredFile
from bot.workspace.pictures import may_read
from bot.workspace.world import World

PAGE = Path(__file__).with_name("page")

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    b"content-security-policy": _POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cache-control": b"no-cache",
}


def build_app(
    world: World, lines: Lines, hosts: frozenset[str], ready: Callable[[], None]
) -> Starlette:
    """The ASGI application.

    `hosts` are the names that the workspace answers to (empty: any); `ready` is called on the
    event loop when it has started.
    """
    api, client = ApiEndpoint(world, lines), ClientApi(world)
    pages = _Pages(world, lines)
    routes = [
        Route("/api/{method}", api.method, methods=["POST", "GET"]),
        Route("/respond/{token}", api.respond, methods=["POST"]),
        Route("/upload/{file}", api.upload, methods=["POST"]),
        WebSocketRoute("/socket", pages.socket),
        Route("/client/{what}", client.read, methods=["GET"]),
        Route("/client/{what}", client.step, methods=["POST"]),
        WebSocketRoute("/client/live", pages.live),
        Route("/files/{file}/{name}", pages.file),
        Route("/", pages.index),
        Mount("/page", StaticFiles(directory=PAGE, check_dir=False)),
    ]
    app = Starlette(routes=routes, lifespan=_lifespan(ready))
    app.add_middleware(_Guard, hosts=hosts)
    return app


def _lifespan(
    ready: Callable[[], None],
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        del app
        ready()
        yield

    return lifespan


class _Pages:
    """The page, its live events, uploaded files, and the app's websocket."""

    def __init__(self, world: World, lines: Lines) -> None:
        self._world = world
        self._lines = lines

    async def index(self, request: Request) -> Response:
        """`GET /`: the page."""
        del request
        page = PAGE / "index.html"
        if not page.is_file():
            return PlainTextResponse(
                "The page is not installed: bot/workspace/page/index.html.", 404
            )
        return FileResponse(page, media_type="text/html; charset=utf-8")

    async def socket(self, socket: WebSocket) -> None:
        """`WS /socket`: the app's Socket Mode connection."""
        try:
            await self._world.sockets.serve(socket)
        finally:
            self._lines.forget(socket)

    async def live(self, socket: WebSocket) -> None:
        """`WS /client/live?as=U…`: what happens, for one page."""
        user = socket.query_params.get("as", "")
        if user not in self._world.state.users:
            await socket.close(4404)
            return
        try:
            greeting = {"type": "status", "app": self._world.app_status}
            await self._world.live.serve(socket, user, greeting)
        finally:
            self._lines.forget(socket)

    async def file(self, request: Request) -> Response:
        """`GET /files/<id>/<name>`: an uploaded file, for the app or a reader (`as`)."""
        file = self._world.state.files.get(request.path_params["file"])
        if file is None or file.content is None or not self._may_read(request, file):
            return PlainTextResponse("file_not_found", 404)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return Response(file.content, media_type=kind)

    def _may_read(self, request: Request, file: StoredFile) -> bool:
        if request.headers.get("authorization", "").startswith("Bearer xoxb-"):
            return True
        return may_read(self._world.state, file, request.query_params.get("as", ""))


class _Guard:
    """Sets the security headers, and keeps other sites' pages away from the workspace.

    A page of another origin in the same browser could otherwise act as any person here.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif _foreign(scope, self._hosts):
            await _refuse(scope, receive, send)
        elif scope["type"] == "http" and not scope["path"].startswith(("/api/", "/client/")):
            await self._app(scope, receive, _with_headers(send))
        else:
            await self._app(scope, receive, send)


def _foreign(scope: Scope, hosts: frozenset[str]) -> bool:
    headers = dict(scope["headers"])
    host = headers.get(b"host", b"").decode("latin-1")
    origin = headers.get(b"origin", b"").decode("latin-1")
    if hosts and urlsplit(f"//{host}").hostname not in hosts:
        return True
    return bool(origin) and urlsplit(origin).netloc != host


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).close(4403)
    else:
        await PlainTextResponse("Another site's page may not use the workspace.", 403)(
            scope, receive, send
        )


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [one for one in message["headers"] if one[0].lower() not in _HEADERS]
            message = {**message, "headers": [*kept, *_HEADERS.items()]}
        await send(message)

    return send_with_headers
