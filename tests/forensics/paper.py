"""A chat platform that outlives the bot: what stands in it is kept in a file."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

from bot.ports import Outgoing
from tests.fakes import FakePlatform
from tests.services.people import CHANNEL, in_channel


class PaperPlatform(FakePlatform):
    """A fake platform on paper; `step` is told before and after each change of what stands."""

    def __init__(self, path: Path, step: Callable[[str], None]) -> None:
        super().__init__({CHANNEL: in_channel()})
        self._path = path
        self._step = step
        if path.exists():
            self.standing, self._posted = pickle.loads(path.read_bytes())

    def post(self, message: Outgoing) -> str:
        """Keep the message and return its ref."""
        self._step("post")
        ref = super().post(message)
        self._write()
        return ref

    def update(self, message: Outgoing) -> None:
        """Replace the message at its ref."""
        self._step("update")
        super().update(message)
        self._write()

    def _write(self) -> None:
        new = self._path.with_suffix(".new")
        new.write_bytes(pickle.dumps((self.standing, self._posted)))
        new.replace(self._path)
        self._step("shown")
