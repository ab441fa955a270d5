"""The workspace as a Python object: started, stopped, looked into and disturbed by tests."""

from __future__ import annotations

import asyncio
import errno
import socket
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import uvicorn

from bot.workspace.errors import CannotListen, WorkspaceError
from bot.workspace.faults import DISCONNECT_REASONS, read_fault
from bot.workspace.http_client import HttpClient
from bot.workspace.lines import Lines
from bot.workspace.person import Person
from bot.workspace.polling import wait_until
from bot.workspace.sample import Sample, load_sample
from bot.workspace.server import build_app
from bot.workspace.storage import StateFile
from bot.workspace.world import ApiCall, Lifetimes, World

BOT_TOKEN = "xoxb-workspace-bot-token"  # noqa: S105  (opens nothing but this fake)
APP_TOKEN = "xapp-workspace-app-token"  # noqa: S105  (opens nothing but this fake)

_START_SECONDS = 20.0
_STOP_SECONDS = 10.0
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_Result = TypeVar("_Result")


class Workspace:
    """A Slack-compatible server in a thread of its own.

    `sample` is a loaded sample, or the path of a sample file; `port` 0, or a port that is taken,
    means a free one; `state_file` keeps messages and channels over a restart. `start` and `stop`
    may be called again and again: the port and what was said stay. `on_reset` is called, in a
    thread of its own, when somebody has started over on the page: everything is empty by then,
    and the open pages read anew once it returns.
    """

    def __init__(
        self,
        sample: Sample | Path | str | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        state_file: Path | str | None = None,
        lifetimes: Lifetimes | None = None,
        on_reset: Callable[[], None] | None = None,
    ) -> None:
        self.sample = sample if isinstance(sample, Sample) else load_sample(sample)
        self.bot_token = BOT_TOKEN
        self.app_token = APP_TOKEN
        self._host = host
        self._port = port
        self._lines = Lines()
        self._world = World(self.sample, lifetimes or Lifetimes(), self._lines)
        self._world.on_reset = on_reset or self._world.on_reset
        self._file = StateFile(Path(state_file), self._world.state) if state_file else None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._http: HttpClient | None = None
        if self._file is not None:
            self._file.read()
            self._world.saved = self._file.changed

    # --- life ------------------------------------------------------------------------------

    def start(self) -> Self:
        """Listen; returns when the workspace answers. Raises `WorkspaceError`."""
        if self._thread is not None:
            return self
        listener = _listen(self._host, self._port)
        self._port = listener.getsockname()[1]
        self._world.base_url = self.url
        self._http = HttpClient(self._reachable_host, self._port)
        ready = threading.Event()
        self._server = uvicorn.Server(self._config(ready))
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="workspace", daemon=True
        )
        self._thread.start()
        if not ready.wait(_START_SECONDS):
            raise WorkspaceError("The workspace did not start.")
        return self

    def _config(self, ready: threading.Event) -> uvicorn.Config:
        def started() -> None:
            self._loop = asyncio.get_running_loop()
            self._world.sockets.renew()
            ready.set()

        hosts = frozenset((*_LOOPBACK, self._host)) if self._host in _LOOPBACK else frozenset()
        return uvicorn.Config(
            build_app(self._world, self._lines, hosts, started),
            http=self._lines.protocol(),
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            loop="asyncio",
            lifespan="on",
            log_config=None,
            log_level="warning",
            access_log=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=1,
        )

    def stop(self) -> None:
        """Hang up on everybody and stop listening. Raises `StateFileError` once that is done."""
        thread, server = self._thread, self._server
        if thread is None or server is None:
            return
        self._on_loop(self._world.live.close)
        self._run(self._world.sockets.close())
        try:
            if self._file is not None:
                self._on_loop(self._file.write)
        finally:
            server.should_exit = True
            thread.join(_STOP_SECONDS)
            self._thread = self._server = self._loop = None
            if self._http is not None:
                self._http.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    # --- where it is -----------------------------------------------------------------------

    @property
    def _reachable_host(self) -> str:
        return "127.0.0.1" if self._host in ("0.0.0.0", "") else self._host  # noqa: S104  (compared)

    @property
    def port(self) -> int:
        """The port that the workspace listens on, once it has started."""
        return self._port

    @property
    def url(self) -> str:
        """The page's address, without a slash at the end."""
        return f"http://{self._reachable_host}:{self._port}"

    @property
    def api_url(self) -> str:
        """What `SLACK_API_URL` is set to."""
        return f"{self.url}/api/"

    def person(self, user: str) -> Person:
        """A driver of this person's page. Raises `WorkspaceError` for an unknown user."""
        if user not in self._world.state.users or self._http is None:
            raise WorkspaceError(f"There is no {user} in a workspace that has started.")
        return Person(user, self._http)

    # --- looking in ------------------------------------------------------------------------

    @property
    def calls(self) -> list[ApiCall]:
        """The recorded Web API calls, oldest first; a `response_url` counts as a method."""
        return list(self._world.calls)

    def calls_of(self, method: str) -> list[ApiCall]:
        """The recorded calls of one method, oldest first."""
        return [call for call in self.calls if call.method == method]

    def forget_calls(self) -> None:
        """Begin a new record of calls."""
        self._world.calls.clear()

    @property
    def problems(self) -> list[str]:
        """Acknowledgements with content that Slack would refuse, in words; none in a good app."""
        return list(self._world.problems)

    @property
    def connections(self) -> int:
        """How many Socket Mode connections the app has."""
        return self._world.sockets.count

    def wait_for_app(self, seconds: float = 10.0) -> None:
        """Wait until the app has a Socket Mode connection that takes envelopes."""
        wait_until(lambda: self._world.sockets.connected, seconds, "the app has not connected")

    # --- disturbing ------------------------------------------------------------------------

    def fault(self, kind: str, **details: Any) -> None:  # noqa: ANN401  (as in the reference)
        """Order a fault (docs/reference/workspace.md). Raises `WorkspaceError` for a wrong one."""
        if kind != "disconnect":
            self._world.faults.add(read_fault({"kind": kind, **details}))
            return
        reason = details.get("reason", "")
        if reason not in DISCONNECT_REASONS:
            raise WorkspaceError(f"reason must be one of {', '.join(DISCONNECT_REASONS)}.")
        self._run(self._world.sockets.disconnect(reason))

    def forget_faults(self) -> None:
        """Take back all faults that have not happened yet."""
        self._world.faults.clear()

    def reset(self) -> None:
        """Make the workspace as it was at its start; connections and recorded calls stay."""
        self._on_loop(self._world.reset)

    def _on_loop(self, work: Callable[[], _Result]) -> _Result:
        async def run() -> _Result:
            return work()

        return self._run(run())

    def _run(self, work: Coroutine[None, None, _Result]) -> _Result:
        if self._loop is None:
            work.close()
            raise WorkspaceError("The workspace is not started.")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_STOP_SECONDS)


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket on this port, or on a free one when it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off only where the protocol is named.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        if port and error.errno in (errno.EADDRINUSE, errno.EACCES):
            return _listen(host, 0)
        raise CannotListen(f"The workspace cannot listen on {host}: {error.strerror}.") from error
    return listener
