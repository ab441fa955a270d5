"""The workspace's parts put together: its data, its open lines, and what it has recorded."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.workspace.faults import Faults
from bot.workspace.ids import Serials
from bot.workspace.lines import Lines
from bot.workspace.live import LivePages
from bot.workspace.model import Channel, Json, Message
from bot.workspace.page_shapes import page_channel, page_message, page_view
from bot.workspace.sample import Sample
from bot.workspace.socket_mode import SocketMode
from bot.workspace.state import State
from bot.workspace.triggers import ReplyRights, Triggers

_CALLS_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long things live, in seconds, and how often a response address works: Slack's own."""

    ack: float = 3.0
    trigger: float = 3.0
    response_url: float = 1800.0
    response_url_uses: int = 5
    file: float = 0.0
    """From when an upload is completed until messages may show the file: often about a second."""


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A recorded Web API call. `token` is `bot`, `app` or empty; `at` is aware UTC."""

    method: str
    token: str
    args: dict[str, Any]
    at: datetime


class World:
    """Everything that the handlers work on. Also the listener of the state's changes."""

    def __init__(self, sample: Sample, lifetimes: Lifetimes, lines: Lines) -> None:
        self.sample = sample
        self.lifetimes = lifetimes
        self.base_url = ""
        self.faults = Faults()
        self.serials = Serials()
        self.live = LivePages()
        self.triggers = Triggers(lifetimes.trigger)
        self.replies = ReplyRights(lifetimes.response_url, lifetimes.response_url_uses)
        self.sockets = SocketMode(
            self.faults, sample.app.id, lifetimes.ack, lines, self._tell_app_status
        )
        self.calls: deque[ApiCall] = deque(maxlen=_CALLS_KEPT)
        self.problems: list[str] = []
        self.robot_rounds = 0
        self.handed_in: dict[str, str] = {}
        self.on_reset: Callable[[], None] = _nothing
        self.saved: Callable[[], None] = _nothing
        self.state = State(sample, self)
        self._tasks: set[asyncio.Task[Any]] = set()

    # --- the state's listener ----------------------------------------------------------------

    def message(self, kind: str, message: Message) -> None:
        """Tell the readers of a message; save unless it is ephemeral."""
        members = self.state.channels[message.channel].members
        readers = members if message.ephemeral_to is None else (message.ephemeral_to,)
        if kind == "message_deleted":
            event = {"type": kind, "channel": message.channel, "ts": message.ts}
            self.live.send(readers, lambda _: event)
        else:
            self.live.send(readers, lambda reader: self._message_event(kind, message, reader))
        if message.ephemeral_to is None:
            self.saved()

    def _message_event(self, kind: str, message: Message, reader: str) -> Json:
        shown = page_message(self.state, message, reader)
        return {"type": kind, "channel": message.channel, "message": shown}

    def channel(self, channel: Channel) -> None:
        """Tell the members of a conversation about it, and save."""
        event = {"type": "channel", "channel": page_channel(channel)}
        self.live.send(channel.members, lambda _: event)
        self.saved()

    def views(self, user: str, error: str = "") -> None:
        """Tell a person's pages about their stack of forms."""
        self.live.send((user,), lambda _: self._views_event(user, error))

    def _views_event(self, user: str, error: str) -> Json:
        stack = [page_view(self.state, one, user) for one in self.state.stack(user)]
        event = {"type": "views", "stack": stack, "tab_id": self.state.tab(user)}
        return event | ({"error": error} if error else {})

    def home(self, user: str) -> None:
        """Tell a person's pages about the app's home."""
        view = self.state.homes[user]
        event = {"type": "home", "view": page_view(self.state, view, user)}
        self.live.send((user,), lambda _: event)

    # --- the rest ------------------------------------------------------------------------------

    @property
    def app_status(self) -> str:
        """`connected` when the app has a Socket Mode connection, else `away`."""
        return "connected" if self.sockets.connected else "away"

    def _tell_app_status(self, connected: bool) -> None:
        status = "connected" if connected else "away"
        self.live.send_to_all({"type": "status", "app": status})

    def failed(self, user: str, what: Json, reason: str) -> Json:
        """Show a person that something failed; the answer of the call that they made."""
        self.live.send((user,), lambda _: {"type": "failed", **what, "reason": reason})
        return {"ok": False, "error": reason}

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do something beside, kept alive until it is done."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def note_hand_in(self, user: str) -> None:
        """Remember, in memory alone, when a person last handed in a form by hand."""
        self.handed_in[user] = self.state.timestamps.new()
        self.live.send_to_all({"type": "colleagues"})

    def reset(self) -> None:
        """Make the workspace as it was at its start; connections stay."""
        self._empty()
        self.live.send_to_all({"type": "reset"})

    async def start_over(self) -> None:
        """`reset` as a page asks for it: `on_reset` runs before the pages read everything anew."""
        self._empty()
        try:
            await asyncio.to_thread(self.on_reset)
        finally:
            self.live.send_to_all({"type": "reset"})

    def _empty(self) -> None:
        self.faults.clear()
        self.state.reset()
        self.problems.clear()
        self.robot_rounds = 0
        self.handed_in.clear()
        self.saved()


def _nothing() -> None:
    """Where nobody asks to be told, nobody is."""
