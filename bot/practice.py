"""The bot in the embedded workspace: for trying it out, without an account or a server."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

from pydantic import SecretStr

from bot.bootstrap import DATABASE, Bot, build
from bot.settings import Settings
from bot.workspace import Workspace

FOLDER = "practice"
"""The folder for all that is made in practice: it must never reach a real workplace."""


class Practice:
    """A workspace and a bot in it, as a context manager. Beginning anew forgets everything."""

    def __init__(self, settings: Settings, stopping: threading.Event) -> None:
        """Prepare; raises `bot.workspace.WorkspaceError` when its file can't be used.

        Once `stopping` is set no bot waits for the workspace any more.
        """
        self._data_dir = settings.data_dir / FOLDER
        self._key_dir = settings.key_dir / FOLDER
        self._lock = threading.Lock()
        self._bot: Bot | None = None
        self._stopping = stopping
        self._bot_stopping = threading.Event()
        self._settings = settings
        self.page = Workspace(
            host=settings.host,
            port=settings.port,
            state_file=self._data_dir / "workspace.json",
            on_reset=self._begin_anew,
        )

    def __enter__(self) -> Self:
        """Start the workspace, and the bot in it. Raises WorkspaceError and as `build` does."""
        self.page.start()
        threading.Thread(target=self._pass_on, name="practice", daemon=True).start()
        try:
            self._start()
        except BaseException:
            self.page.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the bot, then the workspace."""
        with self._lock:
            self._stop()
        self.page.stop()

    def _pass_on(self) -> None:
        self._stopping.wait()
        self._bot_stopping.set()

    def _start(self) -> None:
        # An event for each bot: beginning anew stops the one, and must not end the practice.
        self._bot_stopping = threading.Event()
        if self._stopping.is_set():  # looked at last: what is set later is passed on
            self._bot_stopping.set()
        given = {
            "data_dir": self._data_dir,
            "key_dir": self._key_dir,
            "processes": 1,  # beginning anew removes the files
            "slack_api_url": self.page.api_url,
            "slack_bot_token": SecretStr(self.page.bot_token),
            "slack_app_token": SecretStr(self.page.app_token),
        }
        mine = self._settings.model_copy(update=given)
        self._bot = build(mine, self._bot_stopping, practising=True)
        self._bot.start()

    def _stop(self) -> None:
        if self._bot is not None:
            self._bot.stop()
            self._bot = None

    def _begin_anew(self) -> None:
        """Forget the practice teams and dialogues together with the messages on the page."""
        with self._lock:
            if self._bot is None:
                return
            self._stop()
            for path in [*self._data_dir.glob(f"{DATABASE}*"), *self._key_dir.glob("*.key")]:
                path.unlink(missing_ok=True)
            self._start()
