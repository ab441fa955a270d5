"""The server of the preview: on the loopback only, read only, and for this computer's browser."""

from __future__ import annotations

import base64
import contextlib
import errno
import hashlib
import socket
from importlib.resources import files
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.domain.programme import Language
from bot.errors import AptbotError
from bot.handouts import STYLES, sheet
from bot.preview.showing import chosen, shown
from bot.preview.watch import Watch
from bot.workspace.server import PAGE as WORKSPACE_PAGE

HOST: Final = "127.0.0.1"
_OWN_NAMES: Final = [HOST, "localhost"]
_PAGE: Final = Path(str(files(__name__.rpartition(".")[0]).joinpath("page")))
_LANGUAGES: Final = {str(each) for each in Language}

_SELF: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
_STYLES_HASH: Final = base64.b64encode(hashlib.sha256(STYLES.encode()).digest()).decode()
_PAPER: Final = (
    f"default-src 'none'; style-src 'sha256-{_STYLES_HASH}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
_HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


class CannotListen(AptbotError):
    """The computer gives no port to listen on; the text is its reason."""


class Preview:
    """The preview of a directory of programmes, one programme, or one file."""

    def __init__(self, path: Path, port: int = 0) -> None:
        """Listen on the port; on a free one if it is 0 or taken. Raises CannotListen."""
        self._listener = _listen(port)
        self._server = uvicorn.Server(
            uvicorn.Config(
                build_app(Watch(path)),
                loop="asyncio",
                lifespan="off",
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=1,
            )
        )

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{HOST}:{self._listener.getsockname()[1]}/"

    def run(self) -> None:
        """Serve until Ctrl+C, or until `stop` is called in another thread."""
        with contextlib.suppress(KeyboardInterrupt):
            self._server.run([self._listener])

    def stop(self) -> None:
        """Let `run` return."""
        self._server.should_exit = True


def build_app(watch: Watch) -> Starlette:
    """Return the application. It answers only to its own names: no other site can read from it."""
    pages = _Pages(watch)
    routes = [
        Route("/", pages.index),
        Route("/chat", pages.chat),
        Route("/show", pages.show),
        Route("/paper", pages.paper),
        Mount("/preview", StaticFiles(directory=_PAGE)),
        Mount("/page", StaticFiles(directory=WORKSPACE_PAGE)),
    ]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=_OWN_NAMES, www_redirect=False)
    return Starlette(routes=routes, middleware=[guard])


class _Pages:
    """The pages. They are plain functions, which Starlette runs in threads: they read files."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def index(self, request: Request) -> Response:
        """`GET /`: the page with the controls."""
        del request
        return _file("index.html")

    def chat(self, request: Request) -> Response:
        """`GET /chat`: what stands in its frame, drawn by the workspace's own code."""
        del request
        return _file("chat.html")

    def show(self, request: Request) -> Response:
        """`GET /show?at=programme/file&language=sv`: everything; 304 when nothing has changed."""
        at, language = _wanted(request)
        sight = self._watch.sight()
        tag = f'"{sight.version} {language} {at}"'.encode("ascii", "replace").decode()
        headers = {**_HEADERS, "etag": tag}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return JSONResponse(shown(sight, at or self._watch.first, language), headers=headers)

    def paper(self, request: Request) -> Response:
        """`GET /paper?at=…&language=…`: the hand-out."""
        at, language = _wanted(request)
        choice = chosen(self._watch.sight().programmes, at)
        headers = {**_HEADERS, "content-security-policy": _PAPER}
        if choice is None:
            return HTMLResponse("", 404, headers=headers)
        page = sheet(*choice, language, with_button=False)
        return HTMLResponse(page, headers=headers)


def _wanted(request: Request) -> tuple[str, str]:
    language = request.query_params.get("language", "")
    return (
        request.query_params.get("at", ""),
        language if language in _LANGUAGES else str(Language.SV),
    )


def _file(name: str) -> Response:
    headers = {**_HEADERS, "content-security-policy": _SELF}
    return FileResponse(_PAGE / name, media_type="text/html; charset=utf-8", headers=headers)


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError as error:
        listener.close()
        if port and error.errno in (errno.EADDRINUSE, errno.EACCES):
            return _listen(0)
        raise CannotListen(error.strerror or str(error)) from error
    return listener
